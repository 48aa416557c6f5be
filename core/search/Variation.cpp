// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Variation.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>

namespace ktnas {

namespace {

/// Steps away from a spent neighbourhood before a fresh cell is drawn instead: the spent region may have no
/// way out (an incomplete table).
constexpr int longestWalk = 256;
/// Largest degree of the spaces that can be enumerated, with room to spare.
constexpr std::size_t largestDegree = 64;

} // namespace

std::size_t tournament(std::span<const Parent> parents, std::size_t size, Stream& stream)
{
    KTNAS_ASSERT(!parents.empty());
    const auto count = static_cast<std::uint32_t>(parents.size());
    std::size_t best = count;
    const auto consider = [&](std::size_t place) {
        if (best == count || parents[place].quality > parents[best].quality)
            best = place;
    };
    if (count <= 64 && size < count) {
        std::uint64_t drawn = 0;
        for (std::size_t left = size; left > 0;) {
            const std::uint32_t place = stream.below(count);
            if ((drawn >> place & 1U) != 0)
                continue;
            drawn |= std::uint64_t{1} << place;
            consider(place);
            --left;
        }
    } else {
        for (const std::uint32_t place :
             stream.sample(count, static_cast<std::uint32_t>(std::min<std::size_t>(size, count))))
            consider(place);
    }
    return best;
}

Mutator::Mutator(Scene& scene)
    : m_scene(scene)
{
}

void Mutator::configure(MutantRule rule, std::size_t j, std::string_view proxy)
{
    m_rule = rule;
    m_j = j;
    m_proxies.clear();
    if (!proxy.empty())
        for (std::uint16_t t = 0; t < m_scene.taskCount(); ++t)
            m_proxies.push_back(m_scene.problem().proxy(TaskId(t), proxy));
    KTNAS_ASSERT(rule == MutantRule::Random || !m_proxies.empty());
}

CellId Mutator::freshNeighbour(CellId parent, TaskId task, Stream& stream) const
{
    if (m_rule == MutantRule::BestProxy) {
        for (const CellId cell : m_proxies[task.value]->ranked.of(parent))
            if (!m_scene.isSpent(task, cell))
                return cell;
        return CellId::none();
    }
    const auto all = m_scene.problem().neighbours(parent);
    if (m_rule == MutantRule::Random)
        for (int attempt = 0; attempt < 8; ++attempt) {
            const CellId cell = all[stream.below(static_cast<std::uint32_t>(all.size()))];
            if (!m_scene.isSpent(task, cell))
                return cell;
        }
    KTNAS_ASSERT(all.size() <= largestDegree);
    std::array<CellId, largestDegree> fresh;
    std::uint32_t count = 0;
    for (const CellId cell : all)
        if (!m_scene.isSpent(task, cell))
            fresh[count++] = cell;
    if (count == 0)
        return CellId::none();
    const std::size_t draws = m_rule == MutantRule::Random ? 1 : std::min<std::size_t>(m_j, count);
    CellId best;
    for (std::uint32_t i = 0; i < draws; ++i) {
        std::swap(fresh[i], fresh[i + stream.below(count - i)]);
        if (best.isNone()
            || m_proxies[task.value]->values[fresh[i].value] > m_proxies[task.value]->values[best.value])
            best = fresh[i];
    }
    return best;
}

Mutant Mutator::mutate(CellId parent, TaskId task, std::uint32_t slot) const
{
    // The row of neighbours comes while the stream is made; it is seldom in the nearest cache.
    const auto row = m_scene.problem().neighbours(parent);
    __builtin_prefetch(row.data());
    __builtin_prefetch(row.data() + row.size() / 2);
    __builtin_prefetch(row.data() + row.size() - 1);
    Stream draws = m_scene.stream(Purpose::MutationDraw, task, slot);
    CellId child = freshNeighbour(parent, task, draws);
    if (!child.isNone())
        return {child, false};
    Stream steps = m_scene.stream(Purpose::EscapeStep, task, slot);
    CellId at = parent;
    for (int step = 0; step < longestWalk && child.isNone(); ++step) {
        const auto all = m_scene.problem().neighbours(at);
        at = all[steps.below(static_cast<std::uint32_t>(all.size()))];
        child = freshNeighbour(at, task, draws);
    }
    if (child.isNone())
        child = m_scene.freshCell(task, steps);
    m_scene.emit(Noted{NoteCode::NeighbourhoodSpent, task, 0});
    return {child, true};
}

} // namespace ktnas
