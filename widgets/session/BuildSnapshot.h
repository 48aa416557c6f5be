// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Builder.h"
#include "core/learn/work/Probe.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// How the making of a benchmark stands, in what a window shows of it. Immutable; made by the build's thread.
struct BuildSnapshot {
    /// The validation value that is searched, as a training went on.
    struct LearningCurve {
        std::uint32_t cell = 0;
        std::vector<double> shares; ///< of the training, rising to 1
        std::vector<double> values; ///< in the table's unit
    };
    struct Failure {
        WorkKey key;
        std::string cell; ///< its text
        std::string reason; ///< as the trainer said it
    };
    BuildProgress progress;
    std::vector<JobUnderWay> underWay;
    std::size_t results = 0; ///< with the probe's further seeds
    std::vector<std::vector<LearningCurve>> curves; ///< by task, the latest networks, the newest last
    std::size_t networks = 0; ///< with a value on every task
    std::size_t plannedNetworks = 0;
    /// Spearman of each pair of tasks over those networks, tasks × tasks; empty until there are `enough`.
    std::vector<double> agreement;
    std::vector<Failure> failures; ///< the newest first, at most `mostFailures`
    std::optional<ProbeReport> probe; ///< cost and reliability as of the last rest; nothing without results

    static constexpr std::size_t enough = 8;
    static constexpr std::size_t mostFailures = 50;
    static constexpr std::size_t shownCurves = 6;
};

/// What `plan` asks for, counted.
struct PlanSize {
    std::size_t networks = 0;
    std::size_t networksInSpace = 0; ///< all that there are
    std::size_t cells = 0; ///< rows of the table
    std::size_t repeated = 0; ///< networks with further seeds
    std::size_t trainings = 0;
    std::size_t proxies = 0; ///< computations of zero-cost proxies
};
/// Throws BadPlan. Cost: up to 0.1 s for a large space, the first time.
PlanSize planSize(const BenchmarkPlan& plan);

/// Everything but the probe's report and the agreement, which are costlier.
BuildSnapshot snapshotOf(const BenchmarkBuilder& builder);
/// Agreement of the tasks as BuildSnapshot::agreement has it, with the networks behind it. Cost: tasks²
/// sorts.
std::vector<double> agreementSoFar(const BenchmarkBuilder& builder, std::size_t& networks);

} // namespace ktnas
