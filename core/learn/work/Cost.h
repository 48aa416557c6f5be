// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Results.h"
#include "core/stats/Intervals.h"

#include <span>

namespace ktnas {

/// What work costs, judged by the results that are there.
struct CostEstimate {
    std::size_t jobs = 0;
    double seconds = 0; ///< of processor time (wall time on a GPU)
    Interval interval; ///< 90 %, for the seconds
    std::size_t measured = 0; ///< results that it rests on; 0: nothing is known
};

/// Estimates the cost of `keys`: per task, seconds as a straight line in the network's multiply-adds, fitted
/// to what was measured (the mean, where fewer than three different networks were). The interval comes from
/// the spread around the lines, and is never narrower than a tenth: machines are busy at times.
CostEstimate estimateCost(const BenchmarkResults& results, const WorkList& work,
                          std::span<const WorkKey> keys);

} // namespace ktnas
