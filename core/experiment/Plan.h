// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RunHeader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// One method with settings, run on every seed of a plan.
struct PlanRun {
    std::string name; ///< unique in the plan, one line
    std::string method; ///< a MethodInfo::id
    SettingValues settings; ///< as written: those that differ from the defaults; sorted by name
    friend bool operator==(const PlanRun&, const PlanRun&) = default;
};

/// Methods × settings × seeds on one table (design.md §6, "Experiment plan").
struct Plan {
    std::string file; ///< the plan's own path, for messages; empty for a plan made in memory
    std::string table; ///< path of the table, or "builtin"
    std::string proxies; ///< path of the proxies; empty: those found beside the table
    std::string tableHash; ///< Table::Content::contentHash that the table must have; empty: any
    std::vector<std::string> tasks; ///< at least one, no doubles
    /// Nothing: everyone from everyone. Otherwise exactly the listed arrows: a target that the plan does not
    /// name learns from nobody.
    std::optional<LearnFrom> learnFrom;
    std::vector<PlanRun> runs; ///< at least one
    std::uint64_t firstSeed = 0;
    std::uint32_t seedCount = 1; ///< 1 … 1,000,000
    StopRule stop; ///< at least one rule; targets by task

    /// Number of single runs: runs × seeds. Job j is run j / seedCount with seed firstSeed + j % seedCount.
    std::size_t jobCount() const { return runs.size() * seedCount; }
};

/// Parses a plan. `file` is named in errors and its folder is where relative paths of tables are looked for
/// first (then as given, from the working folder). Throws BadJson with the byte, and BadPlan with the key's
/// path
/// ("runs[1].settings.n") in `column`, what was expected and found, and the nearest known name: for unknown,
/// missing or doubled keys, values of the wrong kind or range, and unknown methods or settings. The table is
/// not opened: tasks are checked by Experiment.
Plan parsePlan(std::string_view text, const std::string& file);
/// Reads and parses a plan; throws FileMissing, FileUnreadable and the errors of parsePlan().
Plan readPlan(const std::string& path);
/// The plan as JSON; parsePlan() gives the same plan back. Paths are written as they are in the plan.
std::string formatPlan(const Plan& plan);
/// True if the two plans ask for the same runs; where their files lie does not matter.
bool isSamePlan(const Plan& a, const Plan& b);

} // namespace ktnas
