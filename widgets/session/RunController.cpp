// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/RunController.h"

#include "widgets/session/ErrorText.h"
#include "widgets/session/RunWorker.h"
#include "widgets/session/Trainables.h"
#include "widgets/session/TrainingMonitor.h"

#include <QTimer>

#include <utility>

namespace ktnas {
namespace {

constexpr qint64 frameMs = 16;

/// What begins a run: a table's values, or trainings where the table is a plan.
std::unique_ptr<RunSource> begin(const RunHeader& header, const std::shared_ptr<const Problem>& problem)
{
    const auto trainable = Trainables::instance().find(header.tableHash);
    if (!trainable)
        return tableSource(Run(header, problem));
    TrainedRun run(header, problem, trainable, Trainables::instance().workers());
    run.replayKnown(Trainables::instance().takeBeginning(header));
    return trainedSource(std::move(run));
}

RecordIndex indexOf(const EventLog& events, std::size_t tasks, std::optional<RecordIndex> ready)
{
    if (ready && ready->size() == events.size())
        return std::move(*ready);
    RecordIndex index(tasks);
    index.extend(events.view());
    return index;
}

} // namespace

RunController::RunController(Run run, const QString& title, const QString& autosavePath, QObject* parent,
                             std::optional<RecordIndex> index)
    : QObject(parent)
    , m_header(run.record().header)
    , m_problem(run.problem())
    , m_index(indexOf(run.record().events, m_header.tasks.size(), std::move(index)))
    , m_cells(run.record().cells)
    , m_title(title)
    , m_autosavePath(autosavePath)
    , m_state(run.done() ? State::Finished : State::Paused)
    , m_isFinished(run.record().finished)
{
    m_sinceTake.start();
    m_worker = std::make_unique<RunWorker>(std::move(run), autosavePath.toStdString(), m_speed, [this] {
        QMetaObject::invokeMethod(this, &RunController::hear, Qt::QueuedConnection);
    });
}

RunController::RunController(RunHeader header, std::shared_ptr<const Problem> problem, const QString& title,
                             const QString& autosavePath, QObject* parent)
    : QObject(parent)
    , m_header(std::move(header))
    , m_problem(std::move(problem))
    , m_index(m_header.tasks.size())
    , m_title(title)
    , m_autosavePath(autosavePath)
{
    m_sinceTake.start();
    if (Trainables::instance().find(m_header.tableHash))
        new TrainingMonitor(this);
    m_worker = std::make_unique<RunWorker>(
        [header = m_header, onTable = m_problem] { return begin(header, onTable); },
        autosavePath.toStdString(), m_speed,
        [this] { QMetaObject::invokeMethod(this, &RunController::hear, Qt::QueuedConnection); });
}

RunController::RunController(Record record, std::shared_ptr<const Problem> problem, const QString& title,
                             QObject* parent, std::optional<RecordIndex> index)
    : QObject(parent)
    , m_header(record.header)
    , m_problem(std::move(problem))
    , m_index(indexOf(record.events, m_header.tasks.size(), std::move(index)))
    , m_cells(std::move(record.cells))
    , m_title(title)
    , m_state(record.finished ? State::Finished : State::Stopped)
    , m_isFinished(record.finished)
{
}

RunController::~RunController()
{
    // Before anything that the worker's wake-up touches.
    m_worker.reset();
}

Record RunController::recordCopy() const
{
    Record record;
    record.header = m_header;
    record.events = EventLog(m_index.events());
    record.cells = m_cells;
    record.finished = m_isFinished;
    return record;
}

void RunController::resume()
{
    if (m_state != State::Paused)
        return;
    m_serial = m_worker->give(RunWorker::Order::Go);
    setState(State::Running);
}

void RunController::pause()
{
    if (m_state != State::Running)
        return;
    m_serial = m_worker->give(RunWorker::Order::Rest);
    setState(State::Paused);
}

void RunController::stepGeneration()
{
    if (!canResume())
        return;
    m_serial = m_worker->give(RunWorker::Order::StepGeneration);
    setState(State::Running);
}

void RunController::stepEvaluation()
{
    if (!canResume())
        return;
    m_serial = m_worker->give(RunWorker::Order::StepEvaluation);
    setState(State::Running);
}

void RunController::stop()
{
    if (!canResume())
        return;
    m_serial = m_worker->give(RunWorker::Order::End);
    setState(State::Stopped);
}

void RunController::setSpeed(double evaluationsPerSecond)
{
    m_speed = std::max(0.0, evaluationsPerSecond);
    if (m_worker)
        m_worker->setSpeed(m_speed);
}

void RunController::hear()
{
    if (m_isTakePlanned)
        return;
    const qint64 early = frameMs - m_sinceTake.elapsed();
    if (early <= 0) {
        takeNews();
        return;
    }
    m_isTakePlanned = true;
    QTimer::singleShot(early, Qt::PreciseTimer, this, [this] {
        m_isTakePlanned = false;
        takeNews();
    });
}

void RunController::takeNews()
{
    m_sinceTake.restart();
    RunWorker::News news = m_worker->take();
    const bool hasGrown = news.events.size() > m_index.size();
    std::optional<Error> failure = std::move(news.failure);
    m_cells.insert(m_cells.end(), news.newCells.begin(), news.newCells.end());
    m_isFinished = news.isFinished;
    try {
        if (hasGrown)
            m_index.extend(news.events);
    } catch (const Error& error) {
        failure = error;
    }
    if (hasGrown)
        Q_EMIT advanced();
    if (auto* monitor = TrainingMonitor::of(this))
        monitor->set(news.training);

    if (news.saveProblem) {
        m_saveProblem = errorText(*news.saveProblem);
        Q_EMIT saveProblemChanged();
    } else if (news.savesAgain && !m_saveProblem.isEmpty()) {
        m_saveProblem.clear();
        Q_EMIT saveProblemChanged();
    }
    if (failure) {
        m_error = errorText(*failure);
        m_worker->give(RunWorker::Order::Rest);
        setState(State::Failed);
        return;
    }
    // A run that is over is over, whatever was asked meanwhile; else only an answer to the last order counts.
    if (news.standing == RunWorker::Standing::Done && m_state != State::Stopped)
        setState(State::Finished);
    else if (news.standing == RunWorker::Standing::Resting && news.serial == m_serial
             && m_state == State::Running)
        setState(State::Paused);
}

void RunController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace ktnas
