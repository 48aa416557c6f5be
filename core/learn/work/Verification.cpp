// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Verification.h"

#include "core/base/Error.h"
#include "core/learn/work/Measures.h"
#include "core/learn/work/WorkList.h"
#include "core/space/Space.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace ktnas {
namespace {

constexpr double mostDeviations = 3;
/// Tables have six digits.
constexpr double rounding = 1e-5;

const Measure* measureOf(const Task& task, const TaskMetric& metric, Split split)
{
    const auto found = std::ranges::find_if(task.measures, [&](const Measure& measure) {
        return measure.metric == metric.column && measure.split == split && !measure.epoch;
    });
    return found == task.measures.end() ? nullptr : &*found;
}

/// The mean over the seeds.
double meanOf(std::span<const JobResult> results, Split split, const TaskMetric& metric)
{
    double sum = 0;
    for (const JobResult& result : results) {
        if (!result.outcome.failure.empty())
            throw Error(ErrorCode::TrainingFailed).butFound(result.outcome.failure);
        sum += valueOf(split == Split::Valid ? result.outcome.valid : result.outcome.test, metric)
            / static_cast<double>(results.size());
    }
    return sum;
}

} // namespace

bool VerifiedValue::isEqual() const
{
    return std::abs(again - stored) <= rounding * std::max(std::abs(stored), 1e-3);
}

double VerifiedValue::deviations() const
{
    return deviation && *deviation > 0 ? (again - stored) / *deviation
                                       : std::numeric_limits<double>::quiet_NaN();
}

bool VerifiedValue::holds() const
{
    return isEqual() || (deviation && std::abs(again - stored) <= mostDeviations * *deviation);
}

std::vector<TrainingJob> verificationJobs(const Table& table, CellId cell, const Making& making)
{
    BenchmarkPlan plan = making.plan;
    plan.networks.reset();
    plan.cells = {table.space().format(table.space().cell(cell))};
    const WorkList work(plan);
    std::vector<TrainingJob> jobs;
    for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
        for (std::uint32_t seed = 0; seed < plan.seeds; ++seed)
            jobs.push_back(work.job(plan,
                                    {work.representative(cell), static_cast<std::uint16_t>(task),
                                     static_cast<std::uint32_t>(plan.firstSeed) + seed}));
    }
    return jobs;
}

std::vector<VerifiedValue> compareWithTable(const Table& table, CellId cell, const Making& making,
                                            const std::vector<JobResult>& results)
{
    const BenchmarkPlan& plan = making.plan;
    const auto row = table.rowOf(cell);
    KTNAS_ASSERT(row && results.size() == plan.tasks.size() * plan.seeds);
    std::vector<VerifiedValue> values;
    for (std::size_t t = 0; t < plan.tasks.size(); ++t) {
        const PlannedTask& planned = plan.tasks[t];
        const auto own = std::span(results).subspan(t * plan.seeds, plan.seeds);
        const std::string known = making.checksumOf(planned.name());
        if (own.front().task.checksum != known)
            throw Error(ErrorCode::CheckpointMismatch)
                .inFile(planned.source.pictures)
                .inColumn(planned.name())
                .expecting("data with the checksum " + known.substr(0, 16))
                .butFound(own.front().task.checksum.substr(0, 16))
                .hinting("The pictures at that place are others than when the table was made.");
        const Task& task = table.tasks()[table.taskIndex(planned.name())];
        for (const Split split : {Split::Valid, Split::Test}) {
            for (const TaskMetric& metric : columnsOf(planned)) {
                const Measure* const measure = measureOf(task, metric, split);
                if (!measure || std::isnan(measure->values[*row]))
                    continue;
                values.push_back({planned.name(), std::string(metric.column), split, measure->values[*row],
                                  meanOf(own, split, metric),
                                  making.deviationOf(planned.name(), metric.column)});
            }
        }
    }
    return values;
}

} // namespace ktnas
