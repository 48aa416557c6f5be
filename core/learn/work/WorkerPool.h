// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/learn/work/TrainingJob.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace ktnas {

/// A job was handed to a worker (a second time after a crash).
struct JobStarted {
    std::uint64_t id = 0;
    unsigned worker = 0; ///< place of the worker, 0-based
};
struct JobProgress {
    std::uint64_t id = 0;
    double share = 0; ///< 0 … 1
};
struct JobDone {
    std::uint64_t id = 0;
    JobResult result; ///< of a training that diverged, with the reason in outcome.failure
};
/// A job that could not be carried out. TrainingFailed for one that brought its worker down twice, with how
/// that ended in `found`; else the error that the worker met (PluginMissing, FileMissing, OutOfMemory, …).
struct JobFailed {
    std::uint64_t id = 0;
    Error error{ErrorCode::Internal};
};
using WorkerEvent = std::variant<JobStarted, JobProgress, JobDone, JobFailed>;

/// True for what concerns one training and not the whole undertaking: its worker went down, or it does not
/// fit into memory.
bool concernsOneJob(ErrorCode code);
/// Trainings of a task in a row that failed so, until we believe that all will.
inline constexpr unsigned mostFailuresInARow = 8;

/// Worker processes that train networks, one job at a time each: a crash takes down one training and not the
/// program. A stepper: it does nothing between the calls of poll(). Not thread-safe; use it in one thread.
class WorkerPool {
public:
    struct Options {
        /// Program and words of a worker; see workerCommand().
        std::vector<std::string> command;
        unsigned workers = 1;
        /// Worker i trains on devices[i % devices.size()].
        std::vector<std::string> devices{"cpu"};
    };
    explicit WorkerPool(Options options);
    /// Kills the workers.
    ~WorkerPool();
    WorkerPool(const WorkerPool&) = delete;
    WorkerPool& operator=(const WorkerPool&) = delete;

    /// Adds a job to the end of the queue. The id must not be that of an open job.
    void submit(TrainingJob job);
    /// Drops a job from the queue, or kills the worker that has it. No event comes of it.
    void cancel(std::uint64_t id);
    void cancelAll();

    /// Hands waiting jobs to free workers (starting workers as they are needed) and returns what has
    /// happened; waits for at most `timeout` if nothing has. Throws TrainingFailed if workers end before they
    /// can take an order, again and again: the program named is none of ours.
    std::vector<WorkerEvent> poll(std::chrono::milliseconds timeout);

    /// Jobs that wait or are under way.
    std::size_t openJobs() const;
    std::size_t waitingJobs() const;
    unsigned workerCount() const;
    /// Process ids of the workers that live, for tests and for people.
    std::vector<int> processes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// How to start a worker of the program `ktnas`, which is the running program or stands beside it:
/// "ktnas work --nice N". `nice` is added to the process's niceness, 0 … 19.
std::vector<std::string> workerCommand(int nice = 10);

/// Workers to use: KTNAS_THREADS or all cores (see threadLimit()).
unsigned defaultWorkers();

} // namespace ktnas
