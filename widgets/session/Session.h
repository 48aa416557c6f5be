// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RunState.h"
#include "core/search/Run.h"
#include "core/tables/Table.h"
#include "widgets/session/Commands.h"
#include "widgets/session/Cursor.h"
#include "widgets/session/Jobs.h"
#include "widgets/session/Preferences.h"
#include "widgets/session/RunController.h"
#include "widgets/session/Selection.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <memory>
#include <optional>
#include <vector>

namespace ktnas {

/// What the next search will be: edited in the rail, undoable.
struct SearchDraft {
    QString method = QStringLiteral("ktnas");
    std::vector<std::size_t> tasks; ///< indices into the table's tasks, in table order
    LearnFrom learnFrom; ///< over `tasks`
    SettingValues changed; ///< settings that differ from the method's defaults
    std::uint64_t seed = 1;
    StopRule stop; ///< `targets` over `tasks`
    friend bool operator==(const SearchDraft&, const SearchDraft&) = default;
};

/// The two tasks that Disorder and Explore compare, as indices into the table's tasks.
struct TaskPair {
    std::size_t source = 0;
    std::size_t target = 1;
    friend bool operator==(const TaskPair&, const TaskPair&) = default;
};

/// Everything that is open, and the only way to change it. Owns its parts; lives on the interface's thread.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(std::unique_ptr<Preferences> preferences, QObject* parent = nullptr);
    ~Session() override;

    Preferences& preferences() { return *m_preferences; }
    Commands& commands() { return *m_commands; }
    Jobs& jobs() { return *m_jobs; }
    QUndoStack& undoStack() { return *m_undo; }
    Selection& selection() { return *m_selection; }
    Cursor& cursor() { return *m_cursor; }

    // The table ------------------------------------------------------------------------------------------
    /// Null while nothing is open.
    const std::shared_ptr<const Table>& table() const { return m_table; }
    /// Opens a benchmark, a record or a workspace, recognised by content, in a job; tableChanged() follows,
    /// or openFailed(). Keeps running work: a run of another table is paused and kept in its workspace.
    void open(const QString& path);
    /// Opens a table that was read already (tests, command line).
    void setTable(std::shared_ptr<const Table> table);
    void closeTable();
    /// Place ranks of the searched measure of a task by row, computed once.
    const std::vector<std::uint32_t>& ranks(std::size_t task) const;

    // The search -----------------------------------------------------------------------------------------
    const SearchDraft& draft() const { return m_draft; }
    /// Undoable; `what` is the undo text ("Change parents K").
    void setDraft(const SearchDraft& draft, const QString& what);
    /// Starts a run from the draft, makes it current; throws ktnas::Error for an impossible draft.
    RunController* startRun();
    /// Forks the current run at the cursor with the draft's settings and makes the fork current.
    void forkAtCursor(const SettingValues& changed);
    const std::vector<std::unique_ptr<RunController>>& runs() const { return m_runs; }
    RunController* currentRun() const { return m_currentRun; }
    void setCurrentRun(RunController* run);
    /// State at the cursor of the current run; empty tasks if there is none. Computed once per cursor move.
    const RunState& stateAtCursor() const;
    /// Cursor to the previous or next evaluation or generation.
    void stepCursor(int evaluations);
    void stepCursorGenerations(int generations);
    /// The table's task that the run's task is.
    std::size_t tableTask(TaskId task) const;

    // Selection, comparison, filter: all undoable --------------------------------------------------------
    void select(RowSet rows, const QString& what);
    void setCurrentCell(CellId cell);
    void setPair(TaskPair pair);
    TaskPair pair() const { return m_pair; }
    /// Filter of the cell table as typed ("0->3 = skip", "rank cifar10 <= 100"); the view parses it.
    const QString& filter() const { return m_filter; }
    void setFilter(const QString& filter);
    /// Id of the workspace in front: "explore", "search", "transfer", "disorder".
    const QString& workspace() const { return m_workspaceId; }
    void setWorkspace(const QString& id);

    // Files ----------------------------------------------------------------------------------------------
    /// Saves everything as a `.ktnas` workspace; throws WriteFailed.
    void saveWorkspace(const QString& path);
    QString workspacePath() const { return m_path; }
    /// Work of a crashed session found in the autosave folder, newest first.
    std::vector<QString> crashedWork() const;
    /// True if there is something that a closing window would lose.
    bool isModified() const;
    /// True while a job or a run goes on; `--grab` waits for false.
    bool isBusy() const;

Q_SIGNALS:
    void tableChanged();
    void draftChanged();
    void runsChanged();
    void currentRunChanged();
    /// The current run's record grew, or it changed its state.
    void runAdvanced();
    void runStateChanged();
    /// stateAtCursor() is another one.
    void cursorMoved();
    void pairChanged();
    void filterChanged();
    void workspaceChanged();
    void openFailed(const QString& path, const QString& message);
    /// One plain sentence for the status bar ("15,625 cells, 3 tasks opened").
    void said(const QString& sentence);

private:
    std::unique_ptr<Preferences> m_preferences;
    Commands* m_commands = nullptr;
    Jobs* m_jobs = nullptr;
    QUndoStack* m_undo = nullptr;
    Selection* m_selection = nullptr;
    Cursor* m_cursor = nullptr;
    std::shared_ptr<const Table> m_table;
    SearchDraft m_draft;
    std::vector<std::unique_ptr<RunController>> m_runs;
    RunController* m_currentRun = nullptr;
    TaskPair m_pair;
    QString m_filter;
    QString m_workspaceId;
    QString m_path;
};

} // namespace ktnas
