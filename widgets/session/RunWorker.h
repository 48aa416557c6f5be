// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/RecordFile.h"
#include "widgets/session/RunSource.h"

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace ktnas {

/// The thread of one run: begins it where that is still to be done, waits at a gate, advances the run in
/// pieces of well under 20 ms, writes what happened into the record's file, and only then puts it in the
/// mailbox. It owns the run from its construction on; the other side learns everything through take().
class RunWorker {
public:
    /// What the run is asked to do. The newest order counts.
    enum class Order : std::uint8_t { Rest, Go, StepEvaluation, StepGeneration, End };
    /// How the run stands, as an answer to the order of that serial number.
    enum class Standing : std::uint8_t { Resting, Going, Done, Ended, Failed };

    /// What has happened since the last take().
    struct News {
        EventLog::View events; ///< all events so far
        std::vector<Cell> newCells; ///< cells met since, where the space is not enumerable
        Standing standing = Standing::Resting;
        std::uint64_t serial = 0; ///< of the order that `standing` answers
        bool isFinished = false; ///< the run ended by its stop rule
        std::optional<Error> failure; ///< why the run failed
        std::optional<Error> saveProblem; ///< the file could not be written; said once, until it works again
        bool savesAgain = false; ///< after a problem, everything is in the file again
        std::shared_ptr<const TrainingProgress> training; ///< of a run that trains
    };

    /// The worker waits while the reader is this many events behind (2 MiB).
    static constexpr EventIndex mostBehind = 65536;

    /// Starts the thread, at rest. `path`: the record's file, empty for none; `wakeUp` is called on the
    /// thread when there is news and the last wake-up was answered by take().
    RunWorker(Run run, std::string path, double evaluationsPerSecond, std::function<void()> wakeUp);
    /// The same for a run that the thread makes first: ranking a large table by its proxies takes longer
    /// than a frame. Orders may be given at once. What `make` throws is the run's failure.
    RunWorker(std::function<std::unique_ptr<RunSource>()> make, std::string path, double evaluationsPerSecond,
              std::function<void()> wakeUp);
    /// Requests stop and joins; takes at most one piece, whatever the worker waits for.
    ~RunWorker();
    RunWorker(const RunWorker&) = delete;
    RunWorker& operator=(const RunWorker&) = delete;

    /// Returns the order's serial number.
    std::uint64_t give(Order order);
    void setSpeed(double evaluationsPerSecond);
    News take();

private:
    using Clock = std::chrono::steady_clock;

    void loop(const std::stop_token& stop);
    bool begin();
    /// Waits for something to do; the order to follow, or nothing if the thread shall end.
    struct Task {
        Order order = Order::Rest;
        std::uint64_t serial = 0;
        double speed = 0;
    };
    std::optional<Task> waitForTask(std::unique_lock<std::mutex>& lock, const std::stop_token& stop);
    void advance(const Task& task);
    void rest(std::uint64_t serial);
    void noteResults();
    void save(bool isLast);
    void fail(Error error, std::uint64_t serial);
    void publish(Standing standing, std::uint64_t serial);
    void wake();
    Clock::time_point saveTime() const;

    // Of the thread alone.
    std::function<std::unique_ptr<RunSource>()> m_make; ///< until the run is there
    std::unique_ptr<RunSource> m_run;
    std::string m_path;
    std::function<void()> m_wakeUp;
    std::unique_ptr<RecordWriter> m_writer;
    bool m_isClosed = false; ///< the closing frame is written
    bool m_hasResultsProblem = false; ///< trained values could not be written
    EventIndex m_saved = 0;
    Clock::time_point m_nextSave;
    std::size_t m_piece = 32; ///< evaluations of a piece at full speed, adapted to its time
    Clock::time_point m_due; ///< when the next evaluation may happen, with a speed limit
    std::size_t m_cellsPublished = 0;

    // Shared, under the mutex.
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Task m_task;
    News m_news;
    std::uint64_t m_speedChanges = 0;
    EventIndex m_taken = 0;
    bool m_isWakeUpUnderWay = false;
    bool m_hasSaveProblem = false;

    std::jthread m_thread; ///< last: starts when the rest is there
};

} // namespace ktnas
