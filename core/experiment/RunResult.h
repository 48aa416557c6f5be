// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/record/EventLog.h"
#include "core/search/Problem.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace ktnas {

/// What one run reached on one task.
struct TaskResult {
    std::uint64_t evaluations =
        0; ///< counted ones; of a task with a target: until it was met, or all if never
    bool isTargetMet = false;
    CellId bestCell; ///< the first that had the best value; none if every evaluation failed
    double best = std::numeric_limits<double>::quiet_NaN(); ///< in the table's units
    double rank = std::numeric_limits<double>::quiet_NaN(); ///< place rank of `best` in the table, 1 = best
    /// Area under the regret curve: the mean over the counted evaluations from the 10th to the last of (best
    /// value − best so far) / (best value − median value of the task), in the task's direction. 0 = the best
    /// cell from the start, 1 = no better than the median. NaN with fewer than ten evaluations.
    double aurc = std::numeric_limits<double>::quiet_NaN();
    friend bool operator==(const TaskResult&, const TaskResult&) = default;
};

/// One run of an experiment: which of the plan's runs, on which seed, and what came out by task.
struct RunResult {
    std::size_t run = 0; ///< index into Plan::runs
    std::uint64_t seed = 0;
    std::vector<TaskResult> tasks;

    std::uint64_t evaluations() const; ///< counted, all tasks together
};

/// A task's values as results are measured against them: made once, shared by all runs.
class TaskYardstick {
public:
    explicit TaskYardstick(const Measure& measure);
    /// Larger is better.
    double quality(double value) const { return m_sign * value; }
    /// 0 for the best value of the table, 1 for the median; NaN if those are equal.
    double regret(double quality) const;
    /// 1 + the number of cells that are better; for any value, a mean of values too.
    double placeRank(double value) const;

private:
    double m_sign = 1;
    std::vector<double> m_descending; ///< the table's qualities, best first
    double m_best = 0;
    double m_span = 0; ///< best − median
};

/// Follows the events of one run and keeps only its results. The yardsticks (one a task) must outlive it.
class RunWatcher final : public EventSink {
public:
    explicit RunWatcher(const std::vector<TaskYardstick>& yardsticks);
    void append(const Event& event) override;
    /// The results of the events so far.
    std::vector<TaskResult> results() const;

private:
    struct Follow {
        TaskResult result;
        double bestQuality = -std::numeric_limits<double>::infinity();
        double regretSum = 0; ///< over the evaluations before the last one
    };
    /// Evaluations before this one are luck of the initial population.
    static constexpr std::uint64_t curveFrom = 10;

    const std::vector<TaskYardstick>& m_yardsticks;
    std::vector<Follow> m_tasks;
};

} // namespace ktnas
