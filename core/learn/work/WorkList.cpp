// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/WorkList.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/space/Space.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ktnas {
namespace {

constexpr std::uint64_t million = 1'000'000;

/// True for a `share` (in millionths) of the places, spread evenly and beginning with the first.
bool isRepeatedAt(std::uint64_t place, std::uint64_t share)
{
    const auto ceiling = [](std::uint64_t n) { return (n + million - 1) / million; };
    return ceiling((place + 1) * share) > ceiling(place * share);
}

/// By cell, the first cell of its class.
std::vector<std::uint32_t> representatives(const Space& space)
{
    const auto twins = twinClasses(space);
    // Without functional twins (strided edges) only the strict ones are the same network.
    const std::vector<std::uint32_t>& classes = twins->functional.empty() ? twins->strict : twins->functional;
    const std::uint32_t count = twins->functional.empty() ? twins->strictCount : twins->functionalCount;
    constexpr std::uint32_t unknown = ~std::uint32_t{0};
    std::vector<std::uint32_t> firstOfClass(count, unknown);
    std::vector<std::uint32_t> result;
    result.reserve(classes.size());
    for (std::uint32_t cell = 0; cell < classes.size(); ++cell) {
        std::uint32_t& first = firstOfClass[classes[cell]];
        first = std::min(first, cell);
        result.push_back(first);
    }
    return result;
}

CellProgram programOf(const Space& space, const Cell& cell)
{
    return space.functionalKey(cell) ? canonicalProgram(space, cell)
                                     : plainProgram(space, space.pruned(cell));
}

} // namespace

WorkList::WorkList(const BenchmarkPlan& plan)
{
    const std::shared_ptr<const Space> space = plan.spacePointer();
    m_representative = representatives(*space);
    const std::set<std::uint32_t> all(m_representative.begin(), m_representative.end());
    std::vector<std::uint32_t> order(all.begin(), all.end());
    Stream stream({.seed = plan.order, .purpose = Purpose::RepeatedCells});
    stream.shuffle(std::span(order));
    if (!plan.cells.empty()) {
        std::set<std::uint32_t> wanted;
        for (const std::string& text : plan.cells)
            wanted.insert(representative(space->ordinal(space->parse(text))));
        std::erase_if(order, [&wanted](std::uint32_t cell) { return !wanted.contains(cell); });
    }
    if (plan.networks) {
        if (*plan.networks > order.size())
            throw Error(ErrorCode::BadPlan)
                .inFile(plan.file)
                .inColumn("networks")
                .expecting(fmt::format("at most the {} networks that there are", order.size()))
                .butFound(fmt::format("{}", *plan.networks));
        order.resize(*plan.networks);
    }
    for (const std::uint32_t ordinal : order) {
        PlannedNetwork network;
        network.cell = CellId(ordinal);
        network.program = programOf(*space, space->cell(network.cell));
        network.isConstant = network.program.output.empty();
        network.isRepeated = isRepeatedAt(m_networks.size(), plan.repeatMillionths) && !network.isConstant;
        m_placeOfCell.emplace(ordinal, m_networks.size());
        m_networks.push_back(std::move(network));
    }
    const auto tasks = static_cast<std::uint16_t>(plan.tasks.size());
    for (const PlannedNetwork& network : m_networks) {
        const std::uint32_t seeds = network.isConstant ? 1
            : network.isRepeated                       ? std::max(plan.seeds, plan.repeatSeeds)
                                                       : plan.seeds;
        for (std::uint32_t seed = 0; seed < seeds; ++seed) {
            for (std::uint16_t task = 0; task < tasks; ++task)
                m_keys.push_back(
                    {network.cell.value, task, static_cast<std::uint32_t>(plan.firstSeed) + seed});
        }
        for (std::uint16_t task = 0; task < tasks && plan.proxyBatch > 0 && !network.isConstant; ++task)
            m_keys.push_back({network.cell.value, task, static_cast<std::uint32_t>(plan.firstSeed),
                              WorkKey::Kind::Proxies});
    }
}

std::vector<WorkKey> WorkList::shard(std::uint32_t index, std::uint32_t count) const
{
    if (index < 1 || index > count)
        throw Error(ErrorCode::BadArgument)
            .expecting("a shard I/N with 1 ≤ I ≤ N")
            .butFound(fmt::format("{}/{}", index, count));
    std::vector<WorkKey> part;
    std::ranges::copy_if(m_keys, std::back_inserter(part),
                         [&](const WorkKey& key) { return placeOf(key.cell) % count == index - 1; });
    return part;
}

const PlannedNetwork& WorkList::network(std::uint32_t cell) const
{
    return m_networks[m_placeOfCell.at(cell)];
}

TrainingJob WorkList::job(const BenchmarkPlan& plan, const WorkKey& key) const
{
    const PlannedTask& task = plan.tasks.at(key.task);
    TrainingJob job;
    job.cell = network(key.cell).program;
    job.skeleton = plan.skeleton;
    job.task = task.source;
    job.settings = task.training;
    job.settings.seed = key.seed;
    if (key.kind == WorkKey::Kind::Proxies) {
        job.kind = TrainingJob::Kind::Proxies;
        job.settings.batch = plan.proxyBatch;
    }
    return job;
}

} // namespace ktnas
