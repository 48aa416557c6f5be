// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/Plan.h"
#include "core/experiment/RunResult.h"
#include "core/experiment/Runner.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// One line a run: run, method, seed, total evaluations, then for each task evaluations, target_met (0 or 1;
/// empty without a target), cell (ordinal), best, rank and aurc; undefined numbers are empty. Numbers read
/// back exactly.
std::string formatRuns(const Plan& plan, std::span<const RunResult> results);
/// Inverse of formatRuns(). `file` is named in errors: BadHeader, BadRow, BadNumber with the line.
std::vector<RunResult> parseRuns(const Plan& plan, std::string_view text, const std::string& file);

/// Writes plan.json (complete, so that it can be run again), runs.csv and summary.json to a folder, which is
/// made if it is not there. Results in job order. Throws WriteFailed.
void writeResults(const std::string& folder, const Experiment& experiment,
                  std::span<const RunResult> results);

/// Results of shards, put together.
struct MergedResults {
    Plan plan;
    std::vector<RunResult> results; ///< in job order
    std::size_t missing = 0; ///< jobs of the plan that no folder has
};
/// Reads the folders that writeResults() wrote. Throws BadPlan if their plans differ, BadRow if two folders
/// have different results of one job, and the errors of readPlan() and parseRuns(). The table is not needed
/// here, but for the summary (Experiment).
MergedResults mergeResults(const std::vector<std::string>& folders);

} // namespace ktnas
