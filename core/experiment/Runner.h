// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Plan.h"
#include "core/experiment/RunResult.h"
#include "core/search/Run.h"
#include "core/tables/Table.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// One of `count` parts of a plan's jobs: job j belongs to the part j % count + 1, so that parts take equally
/// long.
struct Shard {
    std::size_t index = 1; ///< 1 … count
    std::size_t count = 1;
};
/// "2/5". Throws BadArgument.
Shard parseShard(std::string_view text);

struct ExperimentOptions {
    Shard shard;
    unsigned threads = 0; ///< 0: threadLimit()
    std::stop_token stop;
    /// Called after each run with how many are done, of how many; one call at a time, from any thread.
    std::function<void(std::size_t done, std::size_t total)> progress;
    /// Folder (must exist) for one record file a run, "<place in the plan>-<name>-<seed>.ktnas-record" with
    /// characters of the name other than letters, digits, - and _ replaced; empty: no records.
    std::string records;
};

/// A plan made ready for a table: settings completed and checked, yardsticks and encodings built once for all
/// runs. Immutable; safe to share between threads.
class Experiment {
public:
    /// Throws BadPlan at the plan's place for what does not fit the table: unknown tasks, settings that the
    /// table cannot serve, another content than Plan::tableHash.
    Experiment(const Plan& plan, std::shared_ptr<const Table> table);

    /// The plan with every run's settings in full and the table's hash: running it again gives the same
    /// results.
    const Plan& plan() const { return m_plan; }
    const std::shared_ptr<const Problem>& problem() const { return m_problem; }
    const std::vector<TaskYardstick>& yardsticks() const { return m_yardsticks; }

    /// Runs the shard's jobs on all cores. Results are in job order and the same for any number of threads;
    /// after a stop request, only those that were finished. Memory: about 60 bytes a run and task.
    std::vector<RunResult> run(const ExperimentOptions& options = {}) const;
    /// One job: run j / seedCount with seed firstSeed + j % seedCount. Nothing if it was stopped.
    std::optional<RunResult> runJob(std::size_t job, const std::stop_token& stop = {},
                                    const std::string& records = {}) const;

private:
    Plan m_plan;
    std::shared_ptr<const Problem> m_problem;
    std::vector<TaskYardstick> m_yardsticks;
    std::vector<RunHeader> m_headers; ///< by run, without seed
};

} // namespace ktnas
