// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Network.h"
#include "core/learn/api/Training.h"
#include "core/learn/work/TrainingJob.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

class Space;

/// One task of a benchmark: a recipe, and how networks are trained on it.
struct PlannedTask {
    TaskSource source;
    TrainingSettings training; ///< without the seed
    /// Of its columns in the table; unique in the plan.
    const std::string& name() const { return source.recipe.name; }
    friend bool operator==(const PlannedTask&, const PlannedTask&) = default;
};

/// A benchmark to be made: every network of a space (functional twins once) trained on every task.
struct BenchmarkPlan {
    std::string file; ///< the plan's own path, for messages; empty for a plan made in memory
    std::string pictures; ///< what readPictures() takes, for tasks that name none of their own
    std::vector<PlannedTask> tasks; ///< at least one
    std::string space = "micro-4op"; ///< an enumerable space
    Skeleton skeleton;
    std::uint64_t firstSeed = 0; ///< the same seeds for all networks and tasks
    std::uint32_t seeds = 1; ///< for every network
    std::uint32_t repeatMillionths = 0; ///< share of the networks that is trained with more seeds, × 10⁶
    std::uint32_t repeatSeeds = 1; ///< seeds for those, all together
    std::uint64_t order = 0; ///< seed of the order of the networks
    std::optional<std::uint32_t> networks; ///< only the first so many of the order; nothing: all
    std::vector<std::string> cells; ///< only the networks of these cells; empty: all
    std::uint32_t proxyBatch = 0; ///< pictures for the zero-cost proxies; 0: none are computed

    std::shared_ptr<const Space> spacePointer() const;
};

/// Parses a plan. `file` is named in errors; a relative path of pictures means the plan's folder, else the
/// working folder. Throws BadJson with the byte, and BadPlan with the key's path ("tasks[1].training.batch")
/// in `column`, what was expected and found, and the nearest known name.
BenchmarkPlan parseBenchmarkPlan(std::string_view text, const std::string& file);
/// Reads and parses; throws FileMissing, FileUnreadable, FileEmpty besides.
BenchmarkPlan readBenchmarkPlan(const std::string& path);
/// The plan as JSON with every setting spelled out; parseBenchmarkPlan() gives the same plan back.
std::string formatBenchmarkPlan(const BenchmarkPlan& plan);
/// SHA-256 over formatBenchmarkPlan() without the paths of pictures: where data lie does not matter, what
/// they are is told by the checksum of the derived data.
std::string planHash(const BenchmarkPlan& plan);

} // namespace ktnas
