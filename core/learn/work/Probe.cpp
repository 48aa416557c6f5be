// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Probe.h"

#include "core/learn/api/Network.h"
#include "core/learn/work/Measures.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace ktnas {
namespace {

/// Places 0 … count − 1 in the order middle, ends, middles of what is left, …
std::vector<std::size_t> spreadOrder(std::size_t count)
{
    std::vector<std::size_t> order;
    std::set<std::size_t> taken;
    const auto take = [&](std::size_t place) {
        if (taken.insert(place).second)
            order.push_back(place);
    };
    if (count == 0)
        return order;
    take(count / 2);
    take(0);
    take(count - 1);
    for (std::size_t parts = 4; order.size() < count; parts *= 2) {
        for (std::size_t part = 1; part < parts; part += 2)
            take(part * (count - 1) / parts);
        if (parts > 2 * count) {
            for (std::size_t place = 0; place < count; ++place)
                take(place);
        }
    }
    return order;
}

} // namespace

std::vector<WorkKey> probeKeys(const BenchmarkPlan& plan, const WorkList& work, std::size_t networks)
{
    // Only the order matters, so any task's shape will do.
    std::vector<std::pair<std::uint64_t, std::uint32_t>> byCost;
    for (const PlannedNetwork& network : work.networks()) {
        if (!network.isConstant)
            byCost.emplace_back(networkCost({network.program, plan.skeleton, TaskShape()}).multiplyAdds,
                                network.cell.value);
    }
    std::ranges::sort(byCost);
    const std::size_t count = std::min(networks, byCost.size());
    std::vector<WorkKey> keys;
    for (const std::size_t place : spreadOrder(count)) {
        const std::size_t at = count > 1 ? place * (byCost.size() - 1) / (count - 1) : 0;
        for (std::uint16_t task = 0; task < plan.tasks.size(); ++task) {
            for (std::uint32_t seed = 0; seed < 2; ++seed)
                keys.push_back({byCost[at].second, task, static_cast<std::uint32_t>(plan.firstSeed) + seed});
        }
        for (std::uint16_t task = 0; task < plan.tasks.size() && plan.proxyBatch > 0; ++task)
            keys.push_back({byCost[at].second, task, static_cast<std::uint32_t>(plan.firstSeed),
                            WorkKey::Kind::Proxies});
    }
    return keys;
}

ProbeReport probeReport(const BenchmarkResults& results, const WorkList& work, std::span<const WorkKey> left)
{
    ProbeReport report;
    report.whole = estimateCost(results, work, work.keys());
    report.left = estimateCost(results, work, left);
    ReliabilityOptions options;
    options.anyNetwork = true;
    for (SeedAgreement& agreement : seedAgreements(results, work, options)) {
        if (agreement.metric == searchedMetric(results.plan().tasks[agreement.task]).column)
            report.seeds.push_back(std::move(agreement));
    }
    return report;
}

} // namespace ktnas
