// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Plan.h"
#include "core/experiment/RunResult.h"

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

namespace ktnas {

/// A number over the seeds of a run. All NaN where no seed has it.
struct Statistic {
    static constexpr double none = std::numeric_limits<double>::quiet_NaN();
    std::size_t count = 0; ///< seeds that have it
    double mean = none;
    double low = none; ///< 95 % percentile bootstrap of the mean, 2,000 draws
    double high = none;
    double median = none;
    double sd = none; ///< sample standard deviation, of one seed's value: the spread, not the mean's error
    double q90 = none; ///< nine of ten are not above it
};
/// NaN values are left out.
Statistic statistic(std::span<const double> values);

/// a − b over the seeds that both have.
struct Difference {
    std::size_t count = 0;
    double mean = Statistic::none;
    double low = Statistic::none; ///< 95 % percentile bootstrap over the pairs
    double high = Statistic::none;
    double p = Statistic::none; ///< Wilcoxon's signed-rank test, two-sided
};
/// Equal lengths; pairs with a NaN are left out.
Difference difference(std::span<const double> a, std::span<const double> b);

struct TaskSummary {
    Statistic evaluations; ///< to the target; censored runs count with all that they spent
    Statistic best;
    Statistic rank;
    Statistic aurc;
    std::size_t censored = 0; ///< runs that ended without meeting the task's target; 0 without a target
    double rankOfMeanBest = Statistic::none; ///< place rank of the mean best value: the papers' "rank"
};

struct RunSummary {
    std::size_t seeds = 0; ///< runs that are in it
    std::size_t censored = 0; ///< runs with a task that never met its target
    Statistic total; ///< evaluations of all tasks
    std::vector<TaskSummary> tasks;
    double meanRank = Statistic::none; ///< mean over the tasks of the mean rank
    double rankOfMeans =
        Statistic::none; ///< mean over the tasks of rankOfMeanBest: the papers' "average rank"
};

/// Two runs of the plan on the same seeds.
struct PairSummary {
    struct OnTask {
        Difference evaluations;
        Difference best;
        Difference rank;
        Difference aurc;
    };
    std::size_t a = 0; ///< index into Plan::runs
    std::size_t b = 0; ///< a < b
    Difference total; ///< evaluations of all tasks
    std::vector<OnTask> tasks;
};

struct Summary {
    std::vector<RunSummary> runs; ///< by run of the plan
    std::vector<PairSummary> pairs; ///< all pairs, by a and then b
};

/// Sums up the results of a plan (any part of its jobs, in any order). The bootstrap is seeded: the same
/// results give the same summary. Cost: five runs of three tasks on 1,000 seeds, all pairs: 0.5 s on two
/// cores.
Summary summarise(const Plan& plan, std::span<const RunResult> results,
                  const std::vector<TaskYardstick>& yardsticks);

/// The summary as in design.md §6; undefined numbers are null. Beside the keys named there: `seeds` (how
/// many), `censored`, `rank_of_mean_best`, `average_rank`, and each pair's differences by task.
std::string formatSummary(const Plan& plan, const Summary& summary);

} // namespace ktnas
