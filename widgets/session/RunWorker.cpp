// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/RunWorker.h"

#include "widgets/session/Background.h"

#include <algorithm>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

using namespace std::chrono_literals;

constexpr auto shortPiece = 4ms;
constexpr auto longPiece = 12ms;
constexpr auto saveInterval = 500ms; ///< half of what may be lost
constexpr auto retryInterval = 2s; ///< after a failed save
constexpr std::size_t largestPiece = 1U << 16U;

/// Evaluations among the events [from, to); what a speed limit counts.
std::size_t evaluationsBetween(const EventLog& events, EventIndex from, EventIndex to)
{
    std::size_t count = 0;
    for (EventIndex i = from; i < to; ++i)
        count += std::holds_alternative<Evaluated>(events[i]) ? 1 : 0;
    return count;
}

} // namespace

RunWorker::RunWorker(Run run, std::string path, double evaluationsPerSecond, std::function<void()> wakeUp)
    : m_run(tableSource(std::move(run)))
    , m_path(std::move(path))
    , m_wakeUp(std::move(wakeUp))
    , m_cellsPublished(m_run->record().cells.size())
    , m_taken(m_run->record().events.size())
{
    m_task.speed = evaluationsPerSecond;
    m_news.events = m_run->record().events.view();
    m_news.isFinished = m_run->done();
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

RunWorker::RunWorker(std::function<std::unique_ptr<RunSource>()> make, std::string path,
                     double evaluationsPerSecond, std::function<void()> wakeUp)
    : m_make(std::move(make))
    , m_path(std::move(path))
    , m_wakeUp(std::move(wakeUp))
{
    m_task.speed = evaluationsPerSecond;
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

RunWorker::~RunWorker()
{
    m_thread.request_stop();
    m_thread.join();
}

std::uint64_t RunWorker::give(Order order)
{
    const std::lock_guard lock(m_mutex);
    m_task.order = order;
    ++m_task.serial;
    m_changed.notify_all();
    return m_task.serial;
}

void RunWorker::setSpeed(double evaluationsPerSecond)
{
    const std::lock_guard lock(m_mutex);
    m_task.speed = evaluationsPerSecond;
    ++m_speedChanges;
    m_changed.notify_all();
}

RunWorker::News RunWorker::take()
{
    const std::lock_guard lock(m_mutex);
    News news = m_news;
    m_news.newCells.clear();
    m_news.saveProblem.reset();
    m_news.savesAgain = false;
    m_isWakeUpUnderWay = false;
    m_taken = news.events.size();
    m_changed.notify_all();
    return news;
}

RunWorker::Clock::time_point RunWorker::saveTime() const
{
    const bool isSaved = m_path.empty() || (m_writer && m_saved == m_run->record().events.size());
    return isSaved ? Clock::time_point::max() : m_nextSave;
}

std::optional<RunWorker::Task> RunWorker::waitForTask(std::unique_lock<std::mutex>& lock,
                                                      const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        const auto now = Clock::now();
        if (now >= saveTime())
            return Task{}; // at rest, but something is to be written
        if (m_task.order == Order::Rest && m_run->isWorking())
            return m_task;
        const EventIndex size = m_run->record().events.size();
        const bool isFull = m_task.order != Order::End && size - m_taken >= mostBehind;
        const bool mustWork = m_task.order != Order::Rest && !isFull;
        const bool isPaced = m_task.order == Order::Go && m_task.speed > 0;
        if (mustWork && (!isPaced || now >= m_due))
            return m_task;

        const std::uint64_t serial = m_task.serial;
        const std::uint64_t speedChanges = m_speedChanges;
        const EventIndex taken = m_taken;
        const auto isChanged = [&] {
            return m_task.serial != serial || m_speedChanges != speedChanges || m_taken != taken;
        };
        Clock::time_point deadline = saveTime();
        if (mustWork && isPaced)
            deadline = std::min(deadline, m_due);
        if (deadline == Clock::time_point::max())
            m_changed.wait(lock, stop, isChanged);
        else
            m_changed.wait_until(lock, stop, deadline, isChanged);
        if (m_speedChanges != speedChanges)
            m_due = Clock::now();
    }
    return std::nullopt;
}

bool RunWorker::begin()
{
    if (m_run)
        return true;
    std::optional<Error> failure;
    try {
        m_run = m_make();
        m_make = {};
    } catch (const Error& error) {
        failure = error;
    } catch (const std::bad_alloc&) {
        failure = Error(ErrorCode::OutOfMemory);
    } catch (const std::exception& error) {
        failure = Error(ErrorCode::Internal).butFound(error.what());
    }
    if (failure)
        fail(std::move(*failure), 0);
    else
        publish(m_run->done() ? Standing::Done : Standing::Resting, 0);
    return m_run != nullptr;
}

void RunWorker::loop(const std::stop_token& stop)
{
    stepBehindInterface(Urgency::Watched);
    if (!begin())
        return;
    while (true) {
        std::unique_lock lock(m_mutex);
        const std::optional<Task> task = waitForTask(lock, stop);
        lock.unlock();
        if (!task)
            break;
        if (task->order == Order::Rest) {
            rest(task->serial);
            save(m_run->done());
            continue;
        }
        if (task->order == Order::End) {
            m_run->end();
            save(false);
            publish(Standing::Ended, task->serial);
            continue;
        }
        try {
            advance(*task);
        } catch (const Error& error) {
            fail(error, task->serial);
            continue;
        } catch (const std::bad_alloc&) {
            fail(Error(ErrorCode::OutOfMemory), task->serial);
            continue;
        } catch (const std::exception& error) {
            fail(Error(ErrorCode::Internal).butFound(error.what()), task->serial);
            continue;
        }
        const bool isDone = m_run->done();
        if (isDone || Clock::now() >= saveTime())
            save(isDone);
        const bool goesOn = task->order == Order::Go || !m_run->isStepOver();
        publish(isDone ? Standing::Done : goesOn ? Standing::Going : Standing::Resting, task->serial);
    }
    save(m_run->done());
}

void RunWorker::rest(std::uint64_t serial)
{
    if (!m_run->isWorking())
        return;
    try {
        m_run->rest();
        publish(Standing::Resting, serial);
    } catch (const Error& error) {
        m_run->end();
        fail(error, serial);
    }
}

void RunWorker::noteResults()
{
    const std::optional<Error> problem = m_run->writeProblem();
    if (problem.has_value() == m_hasResultsProblem)
        return;
    m_hasResultsProblem = problem.has_value();
    const std::lock_guard lock(m_mutex);
    m_news.saveProblem = problem;
    m_news.savesAgain = !problem;
}

void RunWorker::fail(Error error, std::uint64_t serial)
{
    save(false);
    {
        const std::lock_guard lock(m_mutex);
        m_news.failure = std::move(error);
    }
    publish(Standing::Failed, serial);
}

void RunWorker::advance(const Task& task)
{
    if (task.order == Order::StepEvaluation) {
        m_run->advance(1);
        return;
    }
    if (task.order == Order::StepGeneration) {
        m_run->advanceGeneration();
        return;
    }
    const auto began = Clock::now();
    const EventIndex before = m_run->record().events.size();
    if (task.speed > 0) {
        // At most what one frame shows, so that a fast limit still moves smoothly.
        const double perFrame = task.speed / 60;
        m_run->advance(static_cast<std::size_t>(std::clamp(perFrame, 1.0, 4096.0)));
        const std::size_t answered =
            evaluationsBetween(m_run->record().events, before, m_run->record().events.size());
        const auto pause = std::chrono::duration_cast<Clock::duration>(
            std::chrono::duration<double>(static_cast<double>(answered) / task.speed));
        // Late by more than a frame: do not catch up in a burst.
        m_due = std::max(m_due, began - 16ms) + pause;
        return;
    }
    m_run->advance(m_piece);
    const auto spent = Clock::now() - began;
    if (spent < shortPiece)
        m_piece = std::min(largestPiece, m_piece * 2);
    else if (spent > longPiece)
        m_piece = std::max<std::size_t>(1, m_piece / 2);
}

void RunWorker::save(bool isLast)
{
    if (!m_run || m_path.empty() || m_isClosed)
        return;
    const Record& record = m_run->record();
    if (m_writer && m_saved == record.events.size() && !isLast)
        return;
    bool isNews = false;
    try {
        if (!m_writer)
            m_writer = std::make_unique<RecordWriter>(m_path, record.header);
        if (isLast)
            m_writer->finish(record);
        else
            m_writer->flush(record);
        m_saved = record.events.size();
        m_isClosed = isLast;
        m_nextSave = Clock::now() + saveInterval;
        const std::lock_guard lock(m_mutex);
        isNews = m_hasSaveProblem;
        m_news.savesAgain = std::exchange(m_hasSaveProblem, false);
    } catch (const Error& error) {
        // The record in memory is whole, so the run goes on; the file is tried again.
        m_nextSave = Clock::now() + retryInterval;
        const std::lock_guard lock(m_mutex);
        isNews = !std::exchange(m_hasSaveProblem, true);
        if (isNews)
            m_news.saveProblem = error;
    }
    if (isNews)
        wake();
}

void RunWorker::wake()
{
    {
        const std::lock_guard lock(m_mutex);
        if (std::exchange(m_isWakeUpUnderWay, true))
            return;
    }
    m_wakeUp();
}

void RunWorker::publish(Standing standing, std::uint64_t serial)
{
    if (m_run)
        noteResults();
    {
        const std::lock_guard lock(m_mutex);
        if (m_run) {
            const Record& record = m_run->record();
            m_news.events = record.events.view();
            m_news.newCells.insert(m_news.newCells.end(),
                                   record.cells.begin() + static_cast<std::ptrdiff_t>(m_cellsPublished),
                                   record.cells.end());
            m_cellsPublished = record.cells.size();
            m_news.isFinished = record.finished;
            m_news.training = m_run->training();
        }
        m_news.standing = standing;
        m_news.serial = serial;
        // A newer order given meanwhile stands; else a step is over, and so is a run that ended.
        if (standing != Standing::Going && m_task.serial == serial)
            m_task.order = Order::Rest;
    }
    wake();
}

} // namespace ktnas
