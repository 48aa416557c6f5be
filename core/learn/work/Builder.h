// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Cost.h"
#include "core/learn/work/Results.h"
#include "core/learn/work/WorkerPool.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// How far a build is.
struct BuildProgress {
    std::size_t done = 0; ///< jobs of this part of the plan with a result
    std::size_t total = 0;
    std::size_t failed = 0; ///< of the done ones
    double share = 0; ///< 0 … 1, with what is under way, by jobs
    double secondsSpent = 0; ///< processor time behind all results
    CostEstimate left; ///< of what is still to do
    double wallSecondsLeft = 0; ///< with this pool; 0 while nothing is known
};

/// A training under way.
struct JobUnderWay {
    WorkKey key;
    unsigned worker = 0;
    double share = 0; ///< 0 … 1
};

/// Makes a benchmark: hands the jobs of a plan to workers and writes their results into a shard, each as soon
/// as it is there. A stepper for one thread. Whatever ends the program, only the trainings under way are
/// lost.
class BenchmarkBuilder {
public:
    struct Options {
        std::string shard; ///< the file that results go to
        bool resume = false; ///< go on with that file if it is there
        std::vector<std::string> done; ///< shards whose results count as done
        std::uint32_t part = 1; ///< this part of so many
        std::uint32_t parts = 1;
        WorkerPool::Options pool;
    };

    /// Opens or creates the shard; starts no worker. Throws BadArgument if the file is there and it is not to
    /// be resumed, CheckpointMismatch for a shard of another plan or other data, and what readShard() and
    /// ShardWriter throw.
    BenchmarkBuilder(const BenchmarkPlan& plan, Options options);
    ~BenchmarkBuilder();
    BenchmarkBuilder(const BenchmarkBuilder&) = delete;
    BenchmarkBuilder& operator=(const BenchmarkBuilder&) = delete;

    /// Goes on for about `timeout`; false when all is done. Throws WriteFailed (the results so far are in the
    /// file), CheckpointMismatch for other data than before, and what keeps every job from being done:
    /// PluginMissing, UnknownDevice, FileMissing, PicturesDamaged, …; TrainingFailed if one training after
    /// the other brings its worker down.
    bool step(std::chrono::milliseconds timeout);
    /// Asks for jobs besides the plan's, done before all others: further seeds of some networks for the
    /// probe.
    void addFirst(const std::vector<WorkKey>& keys);
    /// Forgets what addFirst() brought and goes on in the plan's order; what is under way is finished.
    void dropExtras();
    /// Kills the workers. What is under way is lost but for its checkpoint; step() would begin it again.
    void stop();
    /// Waits until the disk has all results. Throws WriteFailed.
    void sync();

    BuildProgress progress() const;
    std::vector<JobUnderWay> underWay() const;
    /// Process ids of the workers that live.
    std::vector<int> workerProcesses() const;
    const BenchmarkResults& results() const;
    const WorkList& work() const;
    /// This part's jobs without a result.
    std::vector<WorkKey> left() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ktnas
