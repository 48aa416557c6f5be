// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/WorkerPool.h"

#include "core/base/Parallel.h"
#include "core/learn/work/ChildProcess.h"
#include "core/learn/work/Wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <deque>
#include <optional>
#include <utility>

#include <poll.h>

namespace ktnas {
namespace {

/// A job that brings down its worker is given one more chance.
constexpr unsigned attemptsPerJob = 2;
constexpr unsigned vainStarts = 3;

/// One thread a worker: the pool has one worker for each core. The malloc settings make LibTorch recycle its
/// large tensors; a worker also sets them itself, but only these hold before its first thread starts.
std::vector<std::string> workerEnvironment()
{
    return {"OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1", "MKL_NUM_THREADS=1", "KTNAS_THREADS=1",
            "GLIBC_TUNABLES=glibc.malloc.mmap_threshold=1073741824:glibc.malloc.trim_threshold=1073741824:"
            "glibc.malloc.top_pad=67108864"};
}

struct QueuedJob {
    TrainingJob job;
    unsigned attempts = 0; ///< that ended with the worker
};

struct WorkerSlot {
    std::unique_ptr<ChildProcess> process; ///< null: none was needed yet, or it has ended
    std::string received;
    bool hasGreeted = false;
    std::optional<QueuedJob> job;
};

} // namespace

struct WorkerPool::Impl {
    Options options;
    std::deque<QueuedJob> queue;
    std::vector<WorkerSlot> slots;
    std::vector<WorkerEvent> events;
    unsigned vain = 0; ///< workers in a row that ended before their greeting

    void handOut()
    {
        for (std::size_t i = 0; i < slots.size() && !queue.empty(); ++i) {
            WorkerSlot& slot = slots[i];
            if (slot.job)
                continue;
            if (!slot.process) {
                slot = {};
                slot.process = std::make_unique<ChildProcess>(options.command, workerEnvironment());
            }
            slot.job = std::move(queue.front());
            queue.pop_front();
            events.emplace_back(JobStarted{slot.job->job.id, static_cast<unsigned>(i)});
            // A worker that is gone is noticed, and its job saved, when its end of the socket is read.
            (void)slot.process->send(
                encodeMessage(WorkerOrder{slot.job->job, options.devices[i % options.devices.size()]}));
        }
    }

    void listen(std::chrono::milliseconds timeout)
    {
        std::vector<pollfd> descriptors;
        std::vector<std::size_t> slotOf;
        for (std::size_t i = 0; i < slots.size(); ++i) {
            if (!slots[i].process)
                continue;
            descriptors.push_back({slots[i].process->socket(), POLLIN, 0});
            descriptors.push_back({slots[i].process->words(), POLLIN, 0});
            slotOf.push_back(i);
        }
        const int ready = ::poll(descriptors.data(), descriptors.size(), static_cast<int>(timeout.count()));
        if (ready <= 0)
            return;
        for (std::size_t k = 0; k < slotOf.size(); ++k) {
            WorkerSlot& slot = slots[slotOf[k]];
            if (descriptors[2 * k + 1].revents != 0)
                slot.process->readWords();
            if (descriptors[2 * k].revents != 0)
                receive(slot);
        }
    }

    void receive(WorkerSlot& slot)
    {
        const bool lives = slot.process->receive(slot.received);
        bool makesSense = true;
        try {
            while (const std::optional<WireMessage> message = takeMessage(slot.received)) {
                if (!take(slot, *message))
                    makesSense = false;
            }
        } catch (const Error&) {
            makesSense = false;
        }
        if (!lives || !makesSense)
            bury(slot,
                 makesSense ? slot.process->endingWords()
                            : std::string("it speaks as another version of the program"));
    }

    /// False for what a worker never says.
    bool take(WorkerSlot& slot, const WireMessage& message)
    {
        if (const auto* greeting = std::get_if<WorkerGreeting>(&message)) {
            slot.hasGreeted = greeting->build == wireBuild();
            vain = slot.hasGreeted ? 0 : vain;
            return slot.hasGreeted;
        }
        if (!slot.hasGreeted || !slot.job)
            return false;
        const std::uint64_t id = slot.job->job.id;
        if (const auto* progress = std::get_if<WorkerProgress>(&message)) {
            events.emplace_back(JobProgress{id, progress->share});
            return progress->id == id;
        }
        if (const auto* done = std::get_if<WorkerResult>(&message)) {
            if (done->id != id)
                return false;
            events.emplace_back(JobDone{id, done->result});
        } else if (const auto* failure = std::get_if<WorkerFailure>(&message)) {
            if (failure->id != id)
                return false;
            events.emplace_back(JobFailed{id, failure->error});
        } else {
            return false;
        }
        slot.job.reset();
        return true;
    }

    /// The worker is gone: its job gets another chance, or none.
    void bury(WorkerSlot& slot, const std::string& ending)
    {
        const bool hadGreeted = slot.hasGreeted;
        std::optional<QueuedJob> job = std::move(slot.job);
        slot = {};
        if (!hadGreeted) {
            if (job)
                queue.push_front(std::move(*job));
            if (++vain >= vainStarts)
                throw Error(ErrorCode::TrainingFailed)
                    .inFile(options.command.front())
                    .expecting("a worker that waits for orders")
                    .butFound(ending)
                    .hinting("Install the command-line program ktnas of the same version beside this one.");
            return;
        }
        if (!job)
            return;
        if (++job->attempts < attemptsPerJob) {
            queue.push_front(std::move(*job));
            return;
        }
        Error error(ErrorCode::TrainingFailed);
        error.butFound(fmt::format("the worker's process ended, {} times: {}", job->attempts, ending));
        events.emplace_back(JobFailed{job->job.id, std::move(error)});
    }
};

bool concernsOneJob(ErrorCode code)
{
    return code == ErrorCode::TrainingFailed || code == ErrorCode::OutOfMemory;
}

WorkerPool::WorkerPool(Options options)
    : m_impl(new Impl{std::move(options), {}, {}, {}})
{
    KTNAS_ASSERT(!m_impl->options.command.empty() && m_impl->options.workers > 0
                 && !m_impl->options.devices.empty());
    m_impl->slots.resize(m_impl->options.workers);
}

WorkerPool::~WorkerPool() = default;

void WorkerPool::submit(TrainingJob job)
{
    m_impl->queue.push_back({std::move(job)});
}

void WorkerPool::cancel(std::uint64_t id)
{
    std::erase_if(m_impl->queue, [id](const QueuedJob& queued) { return queued.job.id == id; });
    for (WorkerSlot& slot : m_impl->slots) {
        if (slot.job && slot.job->job.id == id)
            slot = {};
    }
}

void WorkerPool::cancelAll()
{
    m_impl->queue.clear();
    for (WorkerSlot& slot : m_impl->slots) {
        if (slot.job)
            slot = {};
    }
}

std::vector<WorkerEvent> WorkerPool::poll(std::chrono::milliseconds timeout)
{
    m_impl->handOut();
    if (openJobs() > 0)
        m_impl->listen(m_impl->events.empty() ? timeout : std::chrono::milliseconds(0));
    m_impl->handOut();
    return std::exchange(m_impl->events, {});
}

std::size_t WorkerPool::openJobs() const
{
    return m_impl->queue.size()
        + static_cast<std::size_t>(std::ranges::count_if(
            m_impl->slots, [](const WorkerSlot& slot) { return slot.job.has_value(); }));
}

std::size_t WorkerPool::waitingJobs() const
{
    return m_impl->queue.size();
}

unsigned WorkerPool::workerCount() const
{
    return m_impl->options.workers;
}

std::vector<int> WorkerPool::processes() const
{
    std::vector<int> ids;
    for (const WorkerSlot& slot : m_impl->slots) {
        if (slot.process)
            ids.push_back(slot.process->id());
    }
    return ids;
}

std::vector<std::string> workerCommand(int nice)
{
    return {programBeside("ktnas"), "work", "--nice", std::to_string(nice)};
}

unsigned defaultWorkers()
{
    return threadLimit();
}

} // namespace ktnas
