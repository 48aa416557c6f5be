// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainOne.h"

#include "core/learn/work/CarryOut.h"

#include <utility>

#include <fmt/format.h>

namespace ktnas::cli {

std::vector<JobResult> carryOutHere(std::vector<TrainingJob> jobs, const std::string& device,
                                    Console& console)
{
    WorkerPool::Options options;
    options.command = workerCommand(0);
    options.workers = defaultWorkers();
    options.devices = {device};
    std::vector<JobResult> results =
        carryOut(std::move(jobs), std::move(options), console.stop, [&console](double share) {
            if (console.showsProgress)
                console.err << fmt::format("\r\033[K{:.0f} %", 100 * share) << std::flush;
        });
    if (console.showsProgress)
        console.err << "\r\033[K" << std::flush;
    return results;
}

} // namespace ktnas::cli
