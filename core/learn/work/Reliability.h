// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Results.h"
#include "core/learn/work/WorkList.h"
#include "core/stats/Intervals.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ktnas {

/// A correlation with its 90 % interval by bootstrap over the networks; NaN where it is undefined.
struct Estimate {
    double value = 0;
    Interval interval;
    std::size_t networks = 0; ///< behind it
};

/// How well a task's values of one seed order networks as those of another seed do: Spearman, the mean over
/// all pairs of seeds. The best part of the networks is taken by the mean of the two seeds of a pair.
struct SeedAgreement {
    std::uint16_t task = 0; ///< place in the plan
    std::string metric; ///< "ptrue"
    std::size_t seeds = 0; ///< most seeds that a network has
    Estimate all;
    Estimate topHalf;
    Estimate topFifth;
    double seedDeviation = 0; ///< mean over the networks of the standard deviation over seeds, in table units
    double cellDeviation = 0; ///< standard deviation over networks of the mean over seeds
};

/// How two tasks order the networks.
struct TaskAgreement {
    std::uint16_t first = 0;
    std::uint16_t second = 0;
    Estimate same; ///< Spearman, both values of the first seed, over all networks
    /// What would be left of it without the noise of training: the mean Spearman of one task's seed with
    /// another seed of the other task, divided by the root of both tasks' seed agreements; over the networks
    /// with several seeds. 1: one order but for noise. May exceed 1 by chance.
    Estimate withoutNoise;
};

struct ReliabilityOptions {
    int draws = 1000; ///< of the bootstrap
    std::uint64_t seed = 1;
    /// Also networks that the plan does not repeat but that have several seeds: those of a probe.
    bool anyNetwork = false;
};

/// One entry a task and metric, the searched metric first. Networks with at least two seeds count; the zero
/// network does not. Cost: about 1 µs · networks · draws · tasks.
std::vector<SeedAgreement> seedAgreements(const BenchmarkResults& results, const WorkList& work,
                                          const ReliabilityOptions& options = {});

/// All pairs of tasks on their searched metrics. The zero network does not count.
std::vector<TaskAgreement> taskAgreements(const BenchmarkResults& results, const WorkList& work,
                                          const ReliabilityOptions& options = {});

} // namespace ktnas
