// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/CarryOut.h"

#include "core/base/Error.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <utility>
#include <variant>

namespace ktnas {

std::vector<JobResult> carryOut(std::vector<TrainingJob> jobs, WorkerPool::Options options,
                                const std::stop_token& stop, const std::function<void(double)>& progress)
{
    options.workers = std::min(options.workers, static_cast<unsigned>(jobs.size()));
    WorkerPool pool(std::move(options));
    std::vector<JobResult> results(jobs.size());
    std::vector<double> shares(jobs.size(), 0);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].id = i;
        pool.submit(std::move(jobs[i]));
    }
    while (pool.openJobs() > 0) {
        for (const WorkerEvent& event : pool.poll(std::chrono::milliseconds(100))) {
            if (const auto* share = std::get_if<JobProgress>(&event)) {
                shares[share->id] = share->share;
            } else if (const auto* done = std::get_if<JobDone>(&event)) {
                results[done->id] = done->result;
                shares[done->id] = 1;
            } else if (const auto* failed = std::get_if<JobFailed>(&event)) {
                throw Error(failed->error);
            }
        }
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        progress(std::accumulate(shares.begin(), shares.end(), 0.0) / static_cast<double>(shares.size()));
    }
    return results;
}

} // namespace ktnas
