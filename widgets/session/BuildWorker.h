// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "widgets/session/BuildSnapshot.h"

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

/// The thread that makes a benchmark: opens its results, waits at a gate, advances the builder in steps, and
/// puts how it stands into a mailbox. The trainings themselves run in processes.
class BuildWorker {
public:
    /// What is asked of it. The newest order counts.
    enum class Order : std::uint8_t { Rest, Probe, Run };
    enum class Standing : std::uint8_t {
        Opening,
        Resting,
        Probing,
        Running,
        Done, ///< all results are there
        Failed, ///< see News::failure; another order tries again
    };
    /// What a written table was asked for.
    struct Written {
        std::string table;
        std::optional<Error> failure;
    };
    struct News {
        Standing standing = Standing::Opening;
        std::shared_ptr<const BuildSnapshot> snapshot; ///< null until the results are open
        std::optional<Error> failure;
        std::optional<Written> written; ///< said once
    };
    struct Setup {
        BenchmarkPlan plan;
        BenchmarkBuilder::Options builder;
        std::string table; ///< the CSV file that writeTable() writes
    };

    /// Starts the thread. `wakeUp` is called on it when there is news and the last wake-up was answered by
    /// take().
    BuildWorker(Setup setup, Order first, std::function<void()> wakeUp);
    /// Kills the trainings under way and joins, after at most one step.
    ~BuildWorker();
    BuildWorker(const BuildWorker&) = delete;
    BuildWorker& operator=(const BuildWorker&) = delete;

    void give(Order order);
    /// Writes the table as far as it is; News::written answers.
    void writeTable();
    News take();

private:
    using Clock = std::chrono::steady_clock;

    struct Task {
        Order order = Order::Rest;
        bool writesTable = false;
    };
    void loop(const std::stop_token& stop);
    /// Nothing if the thread shall end.
    std::optional<Task> waitForTask(const std::stop_token& stop);
    void obey(const Task& task);
    void openBuilder();
    void step(Order order);
    void beginProbe();
    void endProbe();
    bool isProbed() const;
    void rest();
    void write();
    void publish(Standing standing, bool isForced);
    void fail(Error error);
    void wake();

    // Of the thread alone.
    Setup m_setup;
    std::function<void()> m_wakeUp;
    std::unique_ptr<BenchmarkBuilder> m_builder;
    Order m_doing = Order::Rest;
    std::vector<WorkKey> m_probe; ///< what the probe under way wants
    Clock::time_point m_probeEnd;
    std::optional<ProbeReport> m_report;
    std::vector<double> m_agreement;
    std::size_t m_networks = 0;
    std::size_t m_agreementResults = 0; ///< results behind m_agreement
    Clock::time_point m_nextAgreement;
    Clock::time_point m_nextSync;
    Clock::time_point m_nextPublish;

    // Shared, under the mutex.
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    Task m_task;
    bool m_isNewTask = true; ///< an order that the thread has not looked at
    News m_news;
    bool m_isWakeUpUnderWay = false;

    std::jthread m_thread; ///< last: starts when the rest is there
};

} // namespace ktnas
