// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Session.h"

#include "widgets/session/Desk.h"
#include "widgets/session/Save.h"
#include "widgets/session/SessionEdit.h"
#include "widgets/session/Trainables.h"

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

constexpr int autosaveMs = 30000;
constexpr std::uint64_t trainedEvaluations = 40; ///< of a first search that trains: minutes, not hours

} // namespace

Session::Session(std::unique_ptr<Preferences> preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(std::move(preferences))
    , m_commands(new Commands(this))
    , m_jobs(new Jobs(this))
    , m_undo(new QUndoStack(this))
    , m_selection(new Selection(this))
    , m_cursor(new Cursor(this))
    , m_autosave(m_preferences->autosaveFolder())
    , m_desk(std::make_unique<Desk>())
    , m_workspaceId(QStringLiteral("search"))
{
    connect(m_cursor, &Cursor::moved, this, [this] {
        m_isStateStale = true;
        Q_EMIT cursorMoved();
    });
    connect(m_undo, &QUndoStack::indexChanged, this, [this] { touch(); });
    connect(m_jobs, &Jobs::changed, m_commands, &Commands::scheduleRefresh);
    m_autosaveTimer.setInterval(autosaveMs);
    connect(&m_autosaveTimer, &QTimer::timeout, this, &Session::autosave);
    m_autosaveTimer.start();
}

Session::~Session()
{
    // The edits on the stack and the jobs' deliveries refer to desks, the desks' runs to the autosave.
    m_undo->disconnect(this);
    m_undo->clear();
    delete m_jobs;
    m_setAside.clear();
    m_desk.reset();
}

void Session::touch()
{
    ++m_changes;
    m_commands->scheduleRefresh();
    Q_EMIT savedStateChanged();
}

const std::shared_ptr<const Table>& Session::table() const
{
    return m_desk->table;
}
const SearchDraft& Session::draft() const
{
    return m_desk->draft;
}
const std::vector<std::unique_ptr<RunController>>& Session::runs() const
{
    return m_desk->runs;
}
RunController* Session::currentRun() const
{
    return m_desk->currentRun;
}
TaskPair Session::pair() const
{
    return m_desk->pair;
}
const QString& Session::filter() const
{
    return m_desk->filter;
}

void Session::setTable(std::shared_ptr<const Table> table)
{
    KTNAS_ASSERT(table != nullptr);
    bringToFront(deskFor(table));
    announceDesk();
}

void Session::closeTable()
{
    m_desk->currentRun = nullptr;
    auto closed = std::exchange(m_desk, std::make_unique<Desk>());
    announceDesk();
}

const std::vector<std::uint32_t>& Session::ranks(std::size_t task) const
{
    KTNAS_ASSERT(m_desk->table && task < m_desk->table->tasks().size());
    auto& slot = m_desk->ranks[task];
    if (!slot)
        slot = placeRanks(m_desk->table->tasks()[task].measure());
    return *slot;
}

std::unique_ptr<Session::Desk> Session::deskFor(const std::shared_ptr<const Table>& table)
{
    const std::string& hash = table->content().contentHash;
    const auto isOfTable = [&hash](const std::unique_ptr<Desk>& desk) {
        return desk->table && desk->table->content().contentHash == hash;
    };
    if (isOfTable(m_desk))
        return std::exchange(m_desk, std::make_unique<Desk>());
    const auto place = std::find_if(m_setAside.begin(), m_setAside.end(), isOfTable);
    if (place != m_setAside.end()) {
        std::unique_ptr<Desk> desk = std::move(*place);
        m_setAside.erase(place);
        return desk;
    }
    auto desk = std::make_unique<Desk>();
    desk->table = table;
    desk->draft = defaultDraft(*table);
    desk->trainable = Trainables::instance().find(hash);
    if (desk->trainable) {
        desk->freshen();
        desk->draft.stop = {};
        desk->draft.stop.targets.resize(desk->draft.tasks.size());
        desk->draft.stop.evaluations = trainedEvaluations;
    }
    desk->pair.target = table->tasks().size() > 1 ? 1 : 0;
    desk->ranks.resize(table->tasks().size());
    return desk;
}

bool Session::Desk::freshen()
{
    if (!trainable || trainable->resultCount() == resultsShown)
        return false;
    resultsShown = trainable->resultCount();
    table = trainable->tableSoFar();
    ranks.assign(table->tasks().size(), {});
    return true;
}

void Session::bringToFront(std::unique_ptr<Desk> desk)
{
    if (!m_desk->runs.empty()) {
        for (const auto& run : m_desk->runs)
            run->pause();
        m_desk->rows = m_selection->rows();
        m_desk->current = m_selection->current();
        if (m_desk->currentRun)
            m_desk->places[m_desk->currentRun] = {m_cursor->position(), m_cursor->follows(),
                                                  m_desk->places[m_desk->currentRun].saved};
        m_setAside.push_back(std::move(m_desk));
    }
    m_desk = std::move(desk);
}

void Session::announceDesk()
{
    m_undo->clear();
    m_isStateStale = true;
    updateTaskMap();
    {
        // Whoever hears of the new table must not meet cells of the old one: they may not exist here.
        const QSignalBlocker quiet(m_selection);
        m_selection->setHovered(CellId::none());
        m_selection->setRows(m_desk->rows);
        m_selection->setCurrent(m_desk->current);
    }
    Q_EMIT tableChanged();
    Q_EMIT tableOpened();
    Q_EMIT m_selection->hoveredChanged();
    Q_EMIT m_selection->rowsChanged();
    Q_EMIT m_selection->currentChanged();
    Q_EMIT draftChanged();
    Q_EMIT pairChanged();
    Q_EMIT filterChanged();
    Q_EMIT runsChanged();
    RunController* run = m_desk->currentRun;
    m_desk->currentRun = nullptr;
    if (run)
        setCurrentRun(run);
    else {
        m_cursor->reset(0, 0, true);
        Q_EMIT currentRunChanged();
    }
    touch();
}

void Session::pushEdit(const QString& what, const QString& mergeKey, std::function<void()> redo,
                       std::function<void()> undo)
{
    m_undo->push(new SessionEdit(what, mergeKey, std::move(redo), std::move(undo)));
}

void Session::setDraft(const SearchDraft& draft, const QString& what, const QString& mergeKey)
{
    if (draft == m_desk->draft)
        return;
    const auto apply = [this](const SearchDraft& value) {
        m_desk->draft = value;
        Q_EMIT draftChanged();
    };
    pushEdit(
        what, mergeKey, [apply, draft] { apply(draft); }, [apply, old = m_desk->draft] { apply(old); });
}

void Session::select(RowSet rows, const QString& what)
{
    if (!rows)
        rows = std::make_shared<const std::vector<std::uint32_t>>();
    if (*rows == *m_selection->rows())
        return;
    pushEdit(
        what, {}, [this, rows] { m_selection->setRows(rows); },
        [this, old = m_selection->rows()] { m_selection->setRows(old); });
}

void Session::setCurrentCell(CellId cell)
{
    if (cell == m_selection->current())
        return;
    pushEdit(
        tr("Look at another cell"), QStringLiteral("current"),
        [this, cell] { m_selection->setCurrent(cell); },
        [this, old = m_selection->current()] { m_selection->setCurrent(old); });
}

void Session::setPair(TaskPair pair)
{
    if (pair == m_desk->pair || !m_desk->table)
        return;
    KTNAS_ASSERT(pair.source < m_desk->table->tasks().size() && pair.target < m_desk->table->tasks().size());
    const auto apply = [this](TaskPair value) {
        m_desk->pair = value;
        Q_EMIT pairChanged();
    };
    pushEdit(
        tr("Compare other tasks"), {}, [apply, pair] { apply(pair); },
        [apply, old = m_desk->pair] { apply(old); });
}

void Session::setFilter(const QString& filter)
{
    if (filter == m_desk->filter)
        return;
    const auto apply = [this](const QString& value) {
        m_desk->filter = value;
        Q_EMIT filterChanged();
    };
    pushEdit(
        tr("Filter cells"), {}, [apply, filter] { apply(filter); },
        [apply, old = m_desk->filter] { apply(old); });
}

void Session::setWorkspace(const QString& id)
{
    if (id == m_workspaceId)
        return;
    m_workspaceId = id;
    m_commands->scheduleRefresh();
    Q_EMIT workspaceChanged();
}

bool Session::isModified() const
{
    const auto isUnsaved = [](const std::unique_ptr<Desk>& desk) {
        return std::any_of(desk->runs.begin(), desk->runs.end(), [&desk](const auto& run) {
            const auto place = desk->places.find(run.get());
            return place == desk->places.end() || place->second.saved < run->index().size();
        });
    };
    if (isUnsaved(m_desk) || std::any_of(m_setAside.begin(), m_setAside.end(), isUnsaved))
        return true;
    return !m_path.isEmpty() && !m_undo->isClean();
}

bool Session::isBusy() const
{
    if (!m_jobs->isIdle() || m_isOpening)
        return true;
    return std::any_of(m_desk->runs.begin(), m_desk->runs.end(),
                       [](const auto& run) { return run->state() == RunController::State::Running; });
}

} // namespace ktnas
