// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Population.h"

#include <algorithm>

namespace ktnas {

namespace {

bool hasCell(std::span<const Parent> list, CellId cell)
{
    return std::any_of(list.begin(), list.end(), [&](const Parent& one) { return one.cell == cell; });
}

bool hasMember(std::span<const Parent> list, MemberId member)
{
    return std::any_of(list.begin(), list.end(), [&](const Parent& one) { return one.member == member; });
}

} // namespace

Parents bestDistinct(std::span<const Parent> all, std::size_t keep)
{
    Parents sorted(all.begin(), all.end());
    // An insertion sort: stable, without a buffer, and the lists are short and half sorted.
    for (std::size_t i = 1; i < sorted.size(); ++i)
        for (std::size_t j = i; j > 0 && sorted[j].quality > sorted[j - 1].quality; --j)
            std::swap(sorted[j], sorted[j - 1]);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size() && kept < keep; ++i)
        if (!hasCell({sorted.data(), kept}, sorted[i].cell))
            sorted[kept++] = sorted[i];
    sorted.resize(kept);
    return sorted;
}

Parents youngestDistinct(std::span<const Parent> all, std::size_t keep)
{
    Parents distinct;
    distinct.reserve(all.size());
    for (const Parent& one : all)
        if (!hasCell(distinct, one.cell))
            distinct.push_back(one);
    if (distinct.size() > keep)
        distinct.erase(distinct.begin(), distinct.end() - static_cast<std::ptrdiff_t>(keep));
    return distinct;
}

void replaceParents(Scene& scene, TaskId task, Parents& parents, Parents next)
{
    for (const Parent& old : parents)
        if (!hasMember(next, old.member))
            scene.emit(Left{old.member, task});
    for (const Parent& one : next)
        if (!hasMember(parents, one.member))
            scene.emit(Joined{one.member, task});
    parents = std::move(next);
}

void appendEvaluated(const Scene& scene, MemberId member, Parents& list)
{
    if (scene.isEvaluated(member))
        list.push_back({member, scene.individual(member).cell, scene.individual(member).quality});
}

void bearFirst(Scene& scene, std::size_t count, std::vector<std::vector<MemberId>>& members)
{
    members.resize(scene.taskCount());
    for (std::uint16_t t = 0; t < scene.taskCount(); ++t)
        for (std::size_t slot = 0; slot < count && scene.isOpen(TaskId(t)); ++slot) {
            Stream draws = scene.stream(Purpose::InitialCell, TaskId(t), static_cast<std::uint32_t>(slot));
            const CellId cell = scene.problem().randomCell(draws);
            members[t].push_back(scene.bear({.task = TaskId(t), .cell = cell}));
        }
}

} // namespace ktnas
