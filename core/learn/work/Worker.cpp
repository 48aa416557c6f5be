// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Worker.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/learn/work/ConstantPredictor.h"
#include "core/learn/work/TaskData.h"
#include "core/learn/work/Wire.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <ctime>
#include <deque>
#include <filesystem>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace ktnas {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds progressEach{250};
constexpr std::chrono::seconds checkpointEach{30};
constexpr std::uint32_t stepsAtOnce = 4;

/// Sends a message; the process ends if nobody is there to receive it.
void say(int socket, const WireMessage& message)
{
    std::string bytes = encodeMessage(message);
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t count = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            std::_Exit(0);
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

/// Receives orders in a thread of its own, which ends the process when the other end is gone: a training
/// must not go on for hours after its coordinator was killed.
class Inbox {
public:
    explicit Inbox(int socket)
        : m_thread([this, socket] { receive(socket); })
    {
    }
    ~Inbox() { m_thread.join(); }
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;

    /// Waits for an order; nothing at the end of the stream.
    std::optional<WorkerOrder> next()
    {
        std::unique_lock lock(m_mutex);
        m_isBusy = false;
        m_changed.wait(lock, [this] { return !m_orders.empty() || m_isClosed; });
        if (m_orders.empty())
            return std::nullopt;
        WorkerOrder order = std::move(m_orders.front());
        m_orders.pop_front();
        m_isBusy = true;
        return order;
    }

private:
    void receive(int socket)
    {
        std::string received;
        std::array<char, 65536> buffer{};
        for (;;) {
            const ssize_t count = ::recv(socket, buffer.data(), buffer.size(), 0);
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                break;
            received.append(buffer.data(), static_cast<std::size_t>(count));
            while (std::optional<WireMessage> message = takeMessage(received)) {
                if (auto* order = std::get_if<WorkerOrder>(&*message)) {
                    const std::lock_guard lock(m_mutex);
                    m_orders.push_back(std::move(*order));
                    m_changed.notify_all();
                }
            }
        }
        const std::lock_guard lock(m_mutex);
        if (m_isBusy)
            std::_Exit(0);
        m_isClosed = true;
        m_changed.notify_all();
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<WorkerOrder> m_orders;
    bool m_isBusy = true;
    bool m_isClosed = false;
    std::thread m_thread; ///< last: it uses all the others
};

class Worker {
public:
    Worker(int socket, const WorkerServices& services)
        : m_socket(socket)
        , m_services(services)
    {
    }

    void carryOut(const WorkerOrder& order)
    {
        const std::uint64_t id = order.job.id;
        try {
            say(m_socket, WorkerResult{id, resultOf(order)});
        } catch (const Error& error) {
            say(m_socket, WorkerFailure{id, error});
        } catch (const std::bad_alloc&) {
            say(m_socket, WorkerFailure{id, Error(ErrorCode::OutOfMemory)});
        } catch (const std::exception& exception) {
            say(m_socket, WorkerFailure{id, Error(ErrorCode::TrainingFailed).butFound(exception.what())});
        }
    }

private:
    JobResult resultOf(const WorkerOrder& order)
    {
        const TrainingJob& job = order.job;
        const std::shared_ptr<const LearningTask> data = m_services.task(job.task);
        JobResult result;
        result.task = factsOf(*data);
        if (job.kind == TrainingJob::Kind::Proxies) {
            Learner& proxyLearner = learner(); // opening it is no part of the cost
            const std::clock_t before = std::clock();
            result.proxies = proxyLearner.proxies({job.cell, job.skeleton, result.task.shape}, *data,
                                                  job.settings.seed, job.settings.batch, order.device);
            result.outcome.trainSeconds =
                static_cast<double>(std::clock() - before) / static_cast<double>(CLOCKS_PER_SEC);
        } else if (job.cell.output.empty()) {
            result.outcome = constantOutcome(*data);
        } else {
            result.outcome = train(order, data);
        }
        return result;
    }

    TrainingOutcome train(const WorkerOrder& order, const std::shared_ptr<const LearningTask>& data)
    {
        const TrainingJob& job = order.job;
        const std::unique_ptr<Training> training = start(order, data);
        Clock::time_point lastWord = Clock::now();
        Clock::time_point lastCheckpoint = lastWord;
        while (training->advance(stepsAtOnce)) {
            const Clock::time_point now = Clock::now();
            if (now - lastWord >= progressEach) {
                say(m_socket, WorkerProgress{job.id, training->progress()});
                lastWord = now;
            }
            if (!job.checkpoint.empty() && now - lastCheckpoint >= checkpointEach) {
                writeFile(job.checkpoint, training->checkpoint());
                lastCheckpoint = now;
            }
        }
        if (!job.checkpoint.empty()) {
            std::error_code ignored;
            std::filesystem::remove(job.checkpoint, ignored);
        }
        return training->outcome();
    }

    std::unique_ptr<Training> start(const WorkerOrder& order, const std::shared_ptr<const LearningTask>& data)
    {
        const TrainingJob& job = order.job;
        const NetworkPlan plan{job.cell, job.skeleton, shapeOf(*data)};
        std::error_code ignored;
        if (!job.checkpoint.empty() && std::filesystem::exists(job.checkpoint, ignored)) {
            try {
                return learner().startTraining(plan, job.settings, data, order.device,
                                               readFile(job.checkpoint));
            } catch (const Error& error) {
                // One that was left by another version, or was cut: begin again.
                if (error.code != ErrorCode::CheckpointMismatch && error.code != ErrorCode::RecordDamaged
                    && error.code != ErrorCode::RecordNewer)
                    throw;
            }
        }
        return learner().startTraining(plan, job.settings, data, order.device);
    }

    Learner& learner()
    {
        if (!m_learner)
            m_learner = m_services.learner();
        return *m_learner;
    }

    int m_socket;
    const WorkerServices& m_services;
    std::shared_ptr<Learner> m_learner;
};

} // namespace

TaskFacts factsOf(const LearningTask& task)
{
    return {task.name, task.checksum, shapeOf(task), task.train.count, task.valid.count, task.test.count};
}

int runWorker(int socket, const WorkerServices& services)
{
    say(socket, WorkerGreeting{wireBuild()});
    Inbox inbox(socket);
    Worker worker(socket, services);
    while (const std::optional<WorkerOrder> order = inbox.next())
        worker.carryOut(*order);
    return 0;
}

WorkerServices workerServices()
{
    const auto cache = std::make_shared<TaskCache>();
    return {[] { return openLearner(); }, [cache](const TaskSource& source) { return cache->task(source); }};
}

} // namespace ktnas
