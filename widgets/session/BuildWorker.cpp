// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/BuildWorker.h"

#include "core/learn/work/BenchmarkTable.h"

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

using namespace std::chrono_literals;

constexpr auto oneStep = 200ms;
constexpr auto publishInterval = 250ms;
constexpr auto agreementInterval = 2s;
constexpr auto syncInterval = 30s;
/// A probe says what it can after this time, however little it has.
constexpr auto longestProbe = 180s;

} // namespace

BuildWorker::BuildWorker(Setup setup, Order first, std::function<void()> wakeUp)
    : m_setup(std::move(setup))
    , m_wakeUp(std::move(wakeUp))
{
    m_task.order = first;
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

BuildWorker::~BuildWorker()
{
    m_thread.request_stop();
    m_thread.join();
}

void BuildWorker::give(Order order)
{
    const std::lock_guard lock(m_mutex);
    m_task.order = order;
    m_isNewTask = true;
    m_changed.notify_all();
}

void BuildWorker::writeTable()
{
    const std::lock_guard lock(m_mutex);
    m_task.writesTable = true;
    m_isNewTask = true;
    m_changed.notify_all();
}

BuildWorker::News BuildWorker::take()
{
    const std::lock_guard lock(m_mutex);
    News news = m_news;
    m_news.written.reset();
    m_isWakeUpUnderWay = false;
    return news;
}

std::optional<BuildWorker::Task> BuildWorker::waitForTask(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, stop, [this] { return m_isNewTask || m_task.order != Order::Rest; });
    if (stop.stop_requested())
        return std::nullopt;
    m_isNewTask = false;
    const Task task = m_task;
    m_task.writesTable = false;
    return task;
}

void BuildWorker::loop(const std::stop_token& stop)
{
    while (const std::optional<Task> task = waitForTask(stop)) {
        try {
            obey(*task);
        } catch (const Error& error) {
            fail(error);
        } catch (const std::bad_alloc&) {
            fail(Error(ErrorCode::OutOfMemory));
        } catch (const std::exception& error) {
            fail(Error(ErrorCode::Internal).butFound(error.what()));
        }
    }
    if (!m_builder)
        return;
    m_builder->stop();
    try {
        m_builder->sync();
    } catch (const Error&) {
        // Nobody is left to be told; the file ends behind the last result that the disk took.
    }
}

void BuildWorker::openBuilder()
{
    BenchmarkBuilder::Options options = m_setup.builder;
    options.resume = true;
    m_builder = std::make_unique<BenchmarkBuilder>(m_setup.plan, options);
    m_doing = Order::Rest;
    m_nextSync = Clock::now() + syncInterval;
}

void BuildWorker::obey(const Task& task)
{
    if (!m_builder)
        openBuilder();
    if (task.writesTable)
        write();
    if (task.order == Order::Rest) {
        rest();
        return;
    }
    if (task.order != m_doing) {
        if (m_doing == Order::Probe)
            endProbe();
        if (task.order == Order::Probe)
            beginProbe();
        m_doing = task.order;
    }
    step(task.order);
}

void BuildWorker::step(Order order)
{
    const bool goesOn = m_builder->step(oneStep);
    if (Clock::now() >= m_nextSync) {
        m_builder->sync();
        m_nextSync = Clock::now() + syncInterval;
    }
    if (order == Order::Probe) {
        if (goesOn && !isProbed() && Clock::now() < m_probeEnd) {
            publish(Standing::Probing, false);
            return;
        }
        endProbe();
    } else if (goesOn) {
        publish(Standing::Running, false);
        return;
    }
    {
        // A newer order given meanwhile stands.
        const std::lock_guard lock(m_mutex);
        if (m_task.order == order)
            m_task.order = Order::Rest;
    }
    rest();
}

void BuildWorker::beginProbe()
{
    m_probe = probeKeys(m_setup.plan, m_builder->work());
    m_probeEnd = Clock::now() + longestProbe;
    m_builder->addFirst(m_probe);
}

void BuildWorker::endProbe()
{
    m_builder->dropExtras();
    m_probe.clear();
}

bool BuildWorker::isProbed() const
{
    return std::ranges::all_of(
        m_probe, [this](const WorkKey& key) { return m_builder->results().find(key) != nullptr; });
}

void BuildWorker::rest()
{
    if (m_doing == Order::Probe && !m_probe.empty())
        endProbe();
    m_doing = Order::Rest;
    m_builder->stop();
    m_builder->sync();
    if (!m_builder->results().entries().empty())
        m_report = probeReport(m_builder->results(), m_builder->work(), m_builder->left());
    publish(m_builder->left().empty() ? Standing::Done : Standing::Resting, true);
}

void BuildWorker::write()
{
    Written written{m_setup.table, {}};
    try {
        written.table = writeBenchmark(m_setup.table, m_builder->results(), m_builder->work()).table;
    } catch (const Error& error) {
        written.failure = error;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_news.written = std::move(written);
    }
    wake();
}

void BuildWorker::publish(Standing standing, bool isForced)
{
    const Clock::time_point now = Clock::now();
    if (!isForced && now < m_nextPublish)
        return;
    m_nextPublish = now + publishInterval;
    auto snapshot = std::make_shared<BuildSnapshot>(snapshotOf(*m_builder));
    if (snapshot->results != m_agreementResults && (isForced || now >= m_nextAgreement)) {
        m_agreement = agreementSoFar(*m_builder, m_networks);
        m_agreementResults = snapshot->results;
        m_nextAgreement = now + agreementInterval;
    }
    snapshot->agreement = m_agreement;
    snapshot->networks = m_networks;
    snapshot->probe = m_report;
    {
        const std::lock_guard lock(m_mutex);
        m_news.snapshot = std::move(snapshot);
        m_news.standing = standing;
        m_news.failure.reset();
    }
    wake();
}

void BuildWorker::fail(Error error)
{
    // What the builder was about when it threw is lost to it; the next order opens the file anew.
    m_builder.reset();
    m_probe.clear();
    m_doing = Order::Rest;
    {
        const std::lock_guard lock(m_mutex);
        m_news.failure = std::move(error);
        m_news.standing = Standing::Failed;
        m_task.order = Order::Rest;
        m_isNewTask = false;
    }
    wake();
}

void BuildWorker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isWakeUpUnderWay, true))
            return;
    }
    m_wakeUp();
}

} // namespace ktnas
