// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainOne.h"

#include "core/base/Error.h"
#include "core/learn/work/WorkerPool.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <variant>

#include <fmt/format.h>

namespace ktnas::cli {

std::vector<JobResult> carryOut(std::vector<TrainingJob> jobs, const std::string& device, Console& console)
{
    WorkerPool::Options options;
    options.command = workerCommand(0);
    options.workers = std::min(defaultWorkers(), static_cast<unsigned>(jobs.size()));
    options.devices = {device};
    WorkerPool pool(options);
    std::vector<JobResult> results(jobs.size());
    std::vector<double> shares(jobs.size(), 0);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].id = i;
        pool.submit(std::move(jobs[i]));
    }
    while (pool.openJobs() > 0) {
        for (const WorkerEvent& event : pool.poll(std::chrono::milliseconds(200))) {
            if (const auto* progress = std::get_if<JobProgress>(&event)) {
                shares[progress->id] = progress->share;
            } else if (const auto* done = std::get_if<JobDone>(&event)) {
                results[done->id] = done->result;
                shares[done->id] = 1;
            } else if (const auto* failed = std::get_if<JobFailed>(&event)) {
                throw Error(failed->error);
            }
        }
        if (console.stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        if (console.showsProgress)
            console.err << fmt::format("\r\033[K{:.0f} %",
                                       100 * std::accumulate(shares.begin(), shares.end(), 0.0)
                                           / static_cast<double>(shares.size()))
                        << std::flush;
    }
    if (console.showsProgress)
        console.err << "\r\033[K" << std::flush;
    return results;
}

} // namespace ktnas::cli
