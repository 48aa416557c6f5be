// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Cost.h"

#include "core/learn/api/Network.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace ktnas {
namespace {

constexpr double normalQuantile95 = 1.645;
constexpr double leastSpread = 0.1;

struct Line {
    double constant = 0;
    double slope = 0;
    double at(double x) const { return std::max(0.0, constant + slope * x); }
};

struct Sample {
    std::vector<double> work;
    std::vector<double> seconds;
};

Line fitted(const Sample& sample)
{
    const double meanWork = mean(sample.work);
    const double meanSeconds = mean(sample.seconds);
    Line line{meanSeconds, 0};
    const std::set<double> different(sample.work.begin(), sample.work.end());
    if (different.size() < 3)
        return line;
    double together = 0;
    double alone = 0;
    for (std::size_t i = 0; i < sample.work.size(); ++i) {
        together += (sample.work[i] - meanWork) * (sample.seconds[i] - meanSeconds);
        alone += (sample.work[i] - meanWork) * (sample.work[i] - meanWork);
    }
    line.slope = std::max(0.0, together / alone); // more work never costs less: that is noise
    line.constant = meanSeconds - line.slope * meanWork;
    return line;
}

using Group = std::pair<std::uint16_t, WorkKey::Kind>;

} // namespace

CostEstimate estimateCost(const BenchmarkResults& results, const WorkList& work,
                          std::span<const WorkKey> keys)
{
    const BenchmarkPlan& plan = results.plan();
    std::map<std::pair<std::uint32_t, std::uint16_t>, double> known;
    const auto workOf = [&](const WorkKey& key) {
        const auto [at, isNew] = known.try_emplace({key.cell, key.task}, 0);
        const auto facts = results.tasks().find(key.task);
        if (isNew && facts != results.tasks().end() && work.hasNetwork(key.cell))
            at->second = static_cast<double>(
                networkCost({work.network(key.cell).program, plan.skeleton, facts->second.shape})
                    .multiplyAdds);
        return at->second;
    };
    std::map<Group, Sample> samples;
    CostEstimate estimate;
    for (const auto& [key, entry] : results.entries()) {
        if (entry.failed() || !work.hasNetwork(key.cell) || work.network(key.cell).isConstant)
            continue;
        Sample& sample = samples[{key.task, key.kind}];
        sample.work.push_back(workOf(key));
        sample.seconds.push_back(entry.outcome.trainSeconds + entry.outcome.judgeSeconds);
        ++estimate.measured;
    }
    std::map<Group, Line> lines;
    double squares = 0;
    double measured = 0;
    for (const auto& [group, sample] : samples) {
        const Line line = lines.emplace(group, fitted(sample)).first->second;
        for (std::size_t i = 0; i < sample.work.size(); ++i) {
            const double residual = sample.seconds[i] - line.at(sample.work[i]);
            squares += residual * residual;
            measured += sample.seconds[i];
        }
    }
    for (const WorkKey& key : keys) {
        ++estimate.jobs;
        const auto line = lines.find({key.task, key.kind});
        if (line != lines.end() && !work.network(key.cell).isConstant)
            estimate.seconds += line->second.at(workOf(key));
    }
    double share = leastSpread;
    if (estimate.measured > 1 && measured > 0) {
        const auto n = static_cast<double>(estimate.measured);
        share = std::max(leastSpread,
                         normalQuantile95 * std::sqrt(squares / (n - 1)) / (measured / n) / std::sqrt(n));
    }
    estimate.interval = {estimate.seconds * std::max(0.0, 1 - share), estimate.seconds * (1 + share)};
    return estimate;
}

} // namespace ktnas
