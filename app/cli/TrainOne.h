// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"
#include "core/learn/work/TrainingJob.h"

#include <string>
#include <vector>

namespace ktnas::cli {

/// Carries out jobs in worker processes, as many at a time as there are processors to use, and shows
/// progress. Results in the order of the jobs. Throws the error of the first job that fails, and Cancelled.
std::vector<JobResult> carryOutHere(std::vector<TrainingJob> jobs, const std::string& device,
                                    Console& console);

} // namespace ktnas::cli
