// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/TrainingJob.h"
#include "core/learn/work/WorkerPool.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace ktnas {

/// Carries out a few jobs in worker processes and waits for them; never starts more workers than there are
/// jobs. Results in the order of the jobs, whose ids it sets. `progress` is told the share of all that is
/// done, 0 … 1, several times a second. Throws the error of the first job that fails, and Cancelled.
std::vector<JobResult> carryOut(std::vector<TrainingJob> jobs, WorkerPool::Options options,
                                const std::stop_token& stop,
                                const std::function<void(double share)>& progress);

} // namespace ktnas
