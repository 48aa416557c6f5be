// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/BuildSnapshot.h"

#include "core/learn/work/Measures.h"
#include "core/learn/work/Reliability.h"
#include "core/space/Space.h"

#include <algorithm>
#include <ranges>
#include <set>

namespace ktnas {
namespace {

std::string cellText(const BenchmarkPlan& plan, std::uint32_t cell)
{
    const auto space = plan.spacePointer();
    return space->format(space->cell(CellId(cell)));
}

WorkKey firstSeedKey(const BenchmarkPlan& plan, std::uint32_t cell, std::size_t task)
{
    return {cell, static_cast<std::uint16_t>(task), static_cast<std::uint32_t>(plan.firstSeed)};
}

/// Nothing for results without a curve: failed ones and constants.
std::optional<BuildSnapshot::LearningCurve> curveOf(const BenchmarkResults& results, const WorkKey& key)
{
    const ShardEntry* const entry = results.find(key);
    if (!entry || entry->failed())
        return std::nullopt;
    const PlannedTask& task = results.plan().tasks[key.task];
    const TaskMetric metric = searchedMetric(task);
    BuildSnapshot::LearningCurve curve;
    curve.cell = key.cell;
    const std::vector<double>& at = task.training.curveAt;
    for (std::size_t i = 0; i < std::min(at.size(), entry->outcome.curve.size()); ++i) {
        curve.shares.push_back(at[i]);
        curve.values.push_back(valueOf(entry->outcome.curve[i], metric));
    }
    if (curve.shares.empty())
        return std::nullopt;
    curve.shares.push_back(1);
    curve.values.push_back(valueOf(entry->outcome.valid, metric));
    return curve;
}

} // namespace

PlanSize planSize(const BenchmarkPlan& plan)
{
    const WorkList work(plan);
    const auto space = plan.spacePointer();
    PlanSize size;
    size.networks = work.networks().size();
    size.repeated = static_cast<std::size_t>(
        std::ranges::count_if(work.networks(), [](const PlannedNetwork& one) { return one.isRepeated; }));
    if (plan.repeatSeeds <= plan.seeds)
        size.repeated = 0;
    std::set<std::uint32_t> all;
    for (std::uint32_t cell = 0; cell < *space->cellCount(); ++cell) {
        const std::uint32_t first = work.representative(CellId(cell));
        all.insert(first);
        size.cells += work.hasNetwork(first) ? 1 : 0;
    }
    size.networksInSpace = all.size();
    for (const WorkKey& key : work.keys())
        ++(key.kind == WorkKey::Kind::Training ? size.trainings : size.proxies);
    return size;
}

BuildSnapshot snapshotOf(const BenchmarkBuilder& builder)
{
    const BenchmarkResults& results = builder.results();
    const BenchmarkPlan& plan = results.plan();
    BuildSnapshot snapshot;
    snapshot.progress = builder.progress();
    // A job that waits for its turn is among them as the first worker's; older ones come first.
    for (const JobUnderWay& job : builder.underWay()) {
        const auto isSame = [&job](const JobUnderWay& other) { return other.worker == job.worker; };
        if (std::ranges::none_of(snapshot.underWay, isSame))
            snapshot.underWay.push_back(job);
    }
    snapshot.results = results.entries().size();
    snapshot.plannedNetworks = builder.work().networks().size();
    snapshot.curves.resize(plan.tasks.size());
    for (const PlannedNetwork& network : builder.work().networks() | std::views::reverse) {
        for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
            std::vector<BuildSnapshot::LearningCurve>& curves = snapshot.curves[task];
            if (curves.size() == BuildSnapshot::shownCurves)
                continue;
            if (auto curve = curveOf(results, firstSeedKey(plan, network.cell.value, task)))
                curves.insert(curves.begin(), std::move(*curve));
        }
    }
    for (const auto& [key, entry] : results.entries()) {
        if (entry.failed() && snapshot.failures.size() < BuildSnapshot::mostFailures)
            snapshot.failures.push_back({key, cellText(plan, key.cell), entry.outcome.failure});
    }
    return snapshot;
}

std::vector<double> agreementSoFar(const BenchmarkBuilder& builder, std::size_t& networks)
{
    const BenchmarkResults& results = builder.results();
    const std::size_t tasks = results.plan().tasks.size();
    networks = 0;
    for (const PlannedNetwork& network : builder.work().networks()) {
        bool isWhole = !network.isConstant;
        for (std::size_t task = 0; task < tasks && isWhole; ++task) {
            const ShardEntry* const entry =
                results.find(firstSeedKey(results.plan(), network.cell.value, task));
            isWhole = entry && !entry->failed();
        }
        networks += isWhole ? 1 : 0;
    }
    if (networks < BuildSnapshot::enough || tasks < 2)
        return {};
    std::vector<double> values(tasks * tasks, 1);
    ReliabilityOptions options;
    options.draws = 0; // the values alone: an interval for each would take seconds
    for (const TaskAgreement& pair : taskAgreements(results, builder.work(), options)) {
        values[pair.first * tasks + pair.second] = pair.same.value;
        values[pair.second * tasks + pair.first] = pair.same.value;
    }
    return values;
}

} // namespace ktnas
