// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The session's runs and the moment that is looked at.
#include "widgets/session/Session.h"

#include "core/learn/search/TrainedRun.h"
#include "core/search/Settings.h"
#include "widgets/session/Desk.h"
#include "widgets/session/Opening.h"
#include "widgets/session/Trainables.h"

#include <QLocale>

#include <algorithm>
#include <span>
#include <utility>

namespace ktnas {
namespace {

std::vector<std::string> taskNames(const Table& table, const std::vector<std::size_t>& tasks)
{
    std::vector<std::string> names;
    for (const std::size_t task : tasks)
        names.push_back(table.tasks()[task].name);
    return names;
}

} // namespace

QString Session::runTitle(const RunHeader& header) const
{
    // A record of a method that this version does not know can still be looked at.
    QString method = QString::fromStdString(header.method);
    for (const MethodInfo& info : methods())
        if (info.id == header.method)
            method = QString::fromStdString(info.title);
    return tr("%1, seed %2").arg(method, QLocale().toString(static_cast<qulonglong>(header.seed)));
}

RunController* Session::startRun()
{
    if (!m_desk->table)
        throw Error(ErrorCode::BadArgument)
            .expecting("an open benchmark")
            .hinting("Open a benchmark table first, then start a search.");
    const SearchDraft& draft = m_desk->draft;
    if (draft.tasks.empty())
        throw Error(ErrorCode::BadArgument)
            .expecting("at least one task")
            .hinting("Tick a task in the list on the left.");
    std::shared_ptr<const Problem>& problem = m_desk->problems[draft.tasks];
    if (!problem)
        problem = Problem::make(m_desk->trainable ? m_desk->trainable->table() : m_desk->table,
                                taskNames(*m_desk->table, draft.tasks));
    RunHeader header = makeHeader(*problem, draft.method.toStdString(), draft.changed, draft.seed, draft.stop,
                                  draft.learnFrom);
    const QString title = runTitle(header);
    auto run = std::make_unique<RunController>(std::move(header), problem, title, m_autosave.newRecordFile());
    return adopt(std::move(run), 0, true);
}

RunController* Session::adopt(std::unique_ptr<RunController> run, EventIndex cursor, bool follows)
{
    RunController* const raw = run.get();
    raw->setSpeed(m_preferences->runSpeed());
    connect(raw, &RunController::advanced, this, [this, raw] { onAdvanced(raw); });
    connect(raw, &RunController::stateChanged, this, [this, raw] { onRunState(raw); });
    connect(raw, &RunController::saveProblemChanged, this, [this, raw] {
        if (raw->saveProblem().isEmpty()) {
            Q_EMIT said(tr("%1 is being written again").arg(raw->title()));
            return;
        }
        m_lastReport = {
            tr("%1 goes on, but its record cannot be written. %2").arg(raw->title(), raw->saveProblem()),
            {},
            {},
            tr("Make room on the disk; it is tried again every few seconds.")};
        Q_EMIT warned(raw->autosavePath(), m_lastReport.what);
    });
    m_desk->places[raw] = {cursor, follows, 0};
    m_desk->runs.push_back(std::move(run));
    Q_EMIT runsChanged();
    setCurrentRun(raw);
    touch();
    autosave(); // so that what the worker writes is found after a crash
    return raw;
}

RunController* Session::addRun(ReadyRun ready)
{
    std::unique_ptr<RunController> run;
    if (auto* header = std::get_if<RunHeader>(&ready.run)) {
        const QString title = ready.title.empty() ? runTitle(*header) : QString::fromStdString(ready.title);
        run = std::make_unique<RunController>(std::move(*header), ready.problem, title,
                                              m_autosave.newRecordFile());
    } else if (auto* live = std::get_if<std::unique_ptr<Run>>(&ready.run)) {
        const QString title =
            ready.title.empty() ? runTitle((*live)->record().header) : QString::fromStdString(ready.title);
        run = std::make_unique<RunController>(std::move(**live), title, m_autosave.newRecordFile(), nullptr,
                                              std::move(ready.index));
    } else {
        Record& record = std::get<Record>(ready.run);
        const QString title =
            ready.title.empty() ? runTitle(record.header) : QString::fromStdString(ready.title);
        run = std::make_unique<RunController>(std::move(record), ready.problem, title, nullptr,
                                              std::move(ready.index));
    }
    return adopt(std::move(run), ready.cursor, ready.follows);
}

void Session::setCurrentRun(RunController* run)
{
    if (run == m_desk->currentRun)
        return;
    if (m_desk->currentRun) {
        Place& place = m_desk->places[m_desk->currentRun];
        place.cursor = m_cursor->position();
        place.follows = m_cursor->follows();
    }
    m_desk->currentRun = run;
    m_isStateStale = true;
    updateTaskMap();
    Q_EMIT currentRunChanged();
    if (run) {
        const Place& place = m_desk->places[run];
        m_cursor->reset(place.follows ? run->index().size() : place.cursor, run->index().size(),
                        place.follows);
    } else {
        m_cursor->reset(0, 0, true);
    }
    m_isStateStale = true;
    Q_EMIT cursorMoved();
    m_commands->scheduleRefresh();
}

void Session::closeRun(RunController* run)
{
    const auto place = std::find_if(m_desk->runs.begin(), m_desk->runs.end(),
                                    [run](const auto& other) { return other.get() == run; });
    if (place == m_desk->runs.end())
        return;
    if (m_desk->currentRun == run) {
        RunController* next = nullptr;
        for (const auto& other : m_desk->runs)
            if (other.get() != run)
                next = other.get();
        setCurrentRun(next);
    }
    const std::unique_ptr<RunController> closed = std::move(*place);
    m_desk->runs.erase(place);
    m_desk->places.erase(run);
    Q_EMIT runsChanged();
    touch();
}

SettingValues Session::draftChanges() const
{
    SettingValues changes;
    const RunController* run = m_desk->currentRun;
    if (!run || run->header().method != m_desk->draft.method.toStdString())
        return changes;
    SettingValues now = run->header().settings;
    for (const SettingChange& change : run->header().changes)
        for (const auto& [name, value] : change.settings)
            for (auto& entry : now)
                if (entry.first == name)
                    entry.second = value;
    const SettingValues wanted = settingsWith(run->header().method, m_desk->draft.changed);
    for (const auto& entry : wanted)
        if (std::find(now.begin(), now.end(), entry) == now.end())
            changes.push_back(entry);
    return changes;
}

std::optional<LearnFrom> Session::draftLearnFrom() const
{
    const RunController* run = m_desk->currentRun;
    if (!run || m_taskMap != m_desk->draft.tasks)
        return std::nullopt;
    LearnFrom now = run->header().learnFrom;
    for (const SettingChange& change : run->header().changes)
        if (change.learnFrom)
            now = *change.learnFrom;
    if (now == m_desk->draft.learnFrom)
        return std::nullopt;
    return m_desk->draft.learnFrom;
}

void Session::forkAtCursor(const SettingValues& changed, const std::optional<LearnFrom>& learnFrom)
{
    RunController* run = m_desk->currentRun;
    if (!run)
        throw Error(ErrorCode::BadArgument).expecting("a run").hinting("Start a search first, then fork it.");
    const EventIndex at = m_cursor->position();
    const QString title = tr("Fork of %1").arg(run->title());
    auto record = std::make_shared<const Record>(run->recordCopy());
    const auto problem = run->problem();
    m_jobs->start(
        title, QStringLiteral("fork"), this,
        [record, problem, at, changed, learnFrom](JobControl&) {
            ReadyRun ready;
            ready.problem = problem;
            if (const auto trainable = Trainables::instance().find(record->header.tableHash)) {
                const TrainedRun branch =
                    TrainedRun::fork(*record, problem, trainable, {}, at, changed, learnFrom);
                Trainables::instance().setBeginning(branch.record().header, branch.record().events.size());
                ready.run = branch.record().header;
                return ready;
            }
            ready.run = std::make_unique<Run>(fork(*record, problem, at, changed, learnFrom));
            const Record& forked = std::get<std::unique_ptr<Run>>(ready.run)->record();
            ready.index = RecordIndex(forked.header.tasks.size());
            ready.index.extend(forked.events.view());
            return ready;
        },
        [this, title, table = m_desk->table](ReadyRun ready) {
            if (m_desk->table != table)
                return; // another table came to the front meanwhile
            ready.title = title.toStdString();
            addRun(std::move(ready));
            Q_EMIT said(tr("Forked. Resume runs the other future."));
        });
}

void Session::onAdvanced(RunController* run)
{
    ++m_changes;
    m_desk->freshen(); // whoever follows the run meets its values in the table
    if (run != m_desk->currentRun)
        return;
    m_cursor->setEnd(run->index().size());
    Q_EMIT runAdvanced();
}

void Session::onRunState(RunController* run)
{
    m_commands->scheduleRefresh();
    if (m_desk->trainable && run->state() == RunController::State::Running) {
        // One run at a time has the workers.
        for (const auto& other : m_desk->runs)
            if (other.get() != run)
                other->pause();
    } else if (m_desk->trainable) {
        m_desk->freshen();
        Q_EMIT tableChanged(); // for those that do not follow the run: no value is added until it goes on
    }
    if (run == m_desk->currentRun)
        Q_EMIT runAdvanced();
    Q_EMIT runStateChanged();
    Q_EMIT savedStateChanged();
    switch (run->state()) {
    case RunController::State::Finished:
        Q_EMIT said(tr("%1 has finished").arg(run->title()));
        break;
    case RunController::State::Failed:
        m_lastReport = {tr("%1 failed. %2").arg(run->title(), run->errorMessage()), {}, {}, {}};
        Q_EMIT warned({}, m_lastReport.what);
        break;
    default:
        break;
    }
}

const RunState& Session::stateAtCursor() const
{
    if (m_isStateStale) {
        m_state = m_desk->currentRun ? m_desk->currentRun->index().stateAt(m_cursor->position()) : RunState();
        m_isStateStale = false;
    }
    return m_state;
}

void Session::stepCursor(int evaluations)
{
    if (!m_desk->currentRun)
        return;
    const std::span<const EventIndex> all = m_desk->currentRun->index().evaluations();
    // Number of evaluations before the cursor.
    const auto done = std::lower_bound(all.begin(), all.end(), m_cursor->position()) - all.begin();
    const auto wanted = done + evaluations;
    if (wanted <= 0)
        m_cursor->moveTo(0);
    else if (wanted >= static_cast<std::ptrdiff_t>(all.size()) && evaluations > 0)
        m_cursor->moveTo(m_cursor->end());
    else
        m_cursor->moveTo(all[static_cast<std::size_t>(wanted) - 1] + 1);
}

void Session::moveCursorToGeneration(std::uint32_t generation)
{
    if (!m_desk->currentRun)
        return;
    const std::span<const EventIndex> all = m_desk->currentRun->index().generations();
    const std::size_t next = std::size_t{generation} + 1;
    m_cursor->moveTo(next < all.size() ? all[next] : m_cursor->end());
}

void Session::stepCursorGenerations(int generations)
{
    if (!m_desk->currentRun)
        return;
    // The ends of the generations: where the next one begins, and the end of the record.
    const std::span<const EventIndex> all = m_desk->currentRun->index().generations();
    EventIndex position = m_cursor->position();
    for (; generations > 0; --generations) {
        const auto next = std::upper_bound(all.begin(), all.end(), position);
        position = next == all.end() ? m_cursor->end() : *next;
    }
    for (; generations < 0; ++generations) {
        const auto place = std::lower_bound(all.begin(), all.end(), position);
        position = place == all.begin() ? 0 : *std::prev(place);
    }
    m_cursor->moveTo(position);
}

void Session::updateTaskMap()
{
    m_taskMap.clear();
    if (!m_desk->currentRun)
        return;
    for (const RunTask& task : m_desk->currentRun->header().tasks)
        m_taskMap.push_back(m_desk->table->taskIndex(task.name));
}

std::size_t Session::tableTask(TaskId task) const
{
    KTNAS_ASSERT(task.value < m_taskMap.size());
    return m_taskMap[task.value];
}

std::optional<TaskId> Session::runTask(std::size_t tableTask) const
{
    const auto place = std::find(m_taskMap.begin(), m_taskMap.end(), tableTask);
    if (place == m_taskMap.end())
        return std::nullopt;
    return TaskId(static_cast<std::uint16_t>(place - m_taskMap.begin()));
}

} // namespace ktnas
