// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Cost.h"
#include "core/learn/work/Reliability.h"

#include <vector>

namespace ktnas {

/// What to train before a benchmark, to tell what it will cost and how reliable it will be: some networks,
/// from the cheapest to the most expensive, on every task with two seeds. Wherever one stops, what is done is
/// spread: the middle comes first, then the ends, then what lies between. What the plan asks for anyway
/// counts for it.
std::vector<WorkKey> probeKeys(const BenchmarkPlan& plan, const WorkList& work, std::size_t networks = 7);

/// What a probe tells.
struct ProbeReport {
    CostEstimate whole; ///< of all that the plan asks for
    CostEstimate left; ///< of what has no result yet
    std::vector<SeedAgreement>
        seeds; ///< of the searched metrics; over few networks, so the intervals are wide
};
ProbeReport probeReport(const BenchmarkResults& results, const WorkList& work, std::span<const WorkKey> left);

} // namespace ktnas
