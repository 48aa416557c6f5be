// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RunState.h"
#include "core/search/Run.h"
#include "core/tables/Table.h"
#include "widgets/session/Autosave.h"
#include "widgets/session/Commands.h"
#include "widgets/session/Cursor.h"
#include "widgets/session/ErrorText.h"
#include "widgets/session/Jobs.h"
#include "widgets/session/Preferences.h"
#include "widgets/session/RunController.h"
#include "widgets/session/SearchDraft.h"
#include "widgets/session/Selection.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace ktnas {

struct KeptWorkspace;
struct Opened;
struct ReadyRun;

/// The two tasks that Disorder and Explore compare, as indices into the table's tasks.
struct TaskPair {
    std::size_t source = 0;
    std::size_t target = 1;
    friend bool operator==(const TaskPair&, const TaskPair&) = default;
};

/// Everything that is open, and the only way to change it. Owns its parts; lives on the interface's thread.
///
/// Each open table has a *desk*: its draft, runs, selection, filter and pair. One desk is in front, and that
/// is what all accessors show; a desk with runs is kept when another table is opened and comes back with its
/// table.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(std::unique_ptr<Preferences> preferences, QObject* parent = nullptr);
    /// A clean end: stops all work and removes the autosave.
    ~Session() override;

    Preferences& preferences() { return *m_preferences; }
    const Preferences& preferences() const { return *m_preferences; }
    Commands& commands() { return *m_commands; }
    Jobs& jobs() { return *m_jobs; }
    QUndoStack& undoStack() { return *m_undo; }
    Selection& selection() { return *m_selection; }
    const Selection& selection() const { return *m_selection; }
    Cursor& cursor() { return *m_cursor; }
    const Cursor& cursor() const { return *m_cursor; }

    // The table ------------------------------------------------------------------------------------------
    /// Null while nothing is open.
    const std::shared_ptr<const Table>& table() const;
    /// Opens a benchmark, a record or a workspace, recognised by content, in a job; tableChanged() follows,
    /// or openFailed(). Files asked for meanwhile are opened one after another. Keeps running work: a run of
    /// another table is paused and kept on its desk.
    void open(const QString& path);
    /// Opens a table that was read already (tests, command line).
    void setTable(std::shared_ptr<const Table> table);
    /// Closes the table with its runs, saved or not.
    void closeTable();
    /// Place ranks of the searched measure of a task by row, computed once.
    const std::vector<std::uint32_t>& ranks(std::size_t task) const;

    // The search -----------------------------------------------------------------------------------------
    const SearchDraft& draft() const;
    /// Undoable; `what` is the undo text ("Change parents K"). Edits in a row with the same `mergeKey` are
    /// undone together.
    void setDraft(const SearchDraft& draft, const QString& what, const QString& mergeKey = {});
    /// Makes a run of the draft, at rest, and makes it current: resume() or a step sets it going. Throws
    /// ktnas::Error for an impossible draft.
    RunController* startRun();
    /// Forks the current run at the cursor in a job and makes the fork current when it is there (at rest).
    /// `changed`: settings that differ from the run's; `learnFrom`: the new matrix over the run's tasks.
    void forkAtCursor(const SettingValues& changed, const std::optional<LearnFrom>& learnFrom = {});
    /// What forkAtCursor() takes to carry the draft into the current run: settings that differ from the
    /// run's.
    SettingValues draftChanges() const;
    /// The draft's matrix where the draft has the run's tasks and another matrix.
    std::optional<LearnFrom> draftLearnFrom() const;
    const std::vector<std::unique_ptr<RunController>>& runs() const;
    RunController* currentRun() const;
    void setCurrentRun(RunController* run);
    /// Forgets a run of this desk.
    void closeRun(RunController* run);
    /// State at the cursor of the current run; empty tasks if there is none. Computed once per cursor move.
    const RunState& stateAtCursor() const;
    /// Cursor to the previous or next evaluation or generation.
    void stepCursor(int evaluations);
    void stepCursorGenerations(int generations);
    /// The cursor at the end of a generation of the current run; clamped.
    void moveCursorToGeneration(std::uint32_t generation);
    /// The table's task that the current run's task is.
    std::size_t tableTask(TaskId task) const;
    /// The current run's task that a task of the table is, if the run has it.
    std::optional<TaskId> runTask(std::size_t tableTask) const;

    // Selection, comparison, filter: all undoable --------------------------------------------------------
    void select(RowSet rows, const QString& what);
    /// Looks in a row are undone together.
    void setCurrentCell(CellId cell);
    void setPair(TaskPair pair);
    TaskPair pair() const;
    /// Filter of the cell table as typed ("0->3 = skip", "rank cifar10 <= 100"); the view parses it.
    const QString& filter() const;
    /// Each call is one undoable edit: the view calls it when the person has finished typing.
    void setFilter(const QString& filter);
    /// Id of the workspace in front: "explore", "search", "transfer", "disorder". Going there is no edit.
    const QString& workspace() const { return m_workspaceId; }
    void setWorkspace(const QString& id);
    /// Pushes an edit that the window makes itself (its layout).
    void pushEdit(const QString& what, const QString& mergeKey, std::function<void()> redo,
                  std::function<void()> undo);
    /// The window's layout of a workspace, kept in the workspace file; empty if it has none.
    QByteArray layout(const QString& workspace) const { return m_layouts.value(workspace); }
    void setLayout(const QString& workspace, const QByteArray& state) { m_layouts[workspace] = state; }

    // Files ----------------------------------------------------------------------------------------------
    /// Saves everything, as it is now, as a `.ktnas` workspace: a job writes it, `then` runs when it is
    /// written, warned() says what went wrong. Saves are written one after the other.
    void saveWorkspace(const QString& path, const std::function<void()>& then = {});
    /// Saves one run's record, in the same way.
    void saveRecord(const RunController& run, const QString& path);
    /// Where the workspace was opened from or saved to; empty if neither.
    QString workspacePath() const { return m_path; }
    /// Work of a crashed session found in the autosave folder, newest first.
    std::vector<QString> crashedWork() const;
    /// Opens such work; its autosave is removed when it is here.
    void restore(const QString& crashed);
    /// Throws such work away.
    void discard(const QString& crashed);
    /// True if there is something that a closing window would lose.
    bool isModified() const;
    /// True while a job or a run goes on; `--grab` waits for false.
    bool isBusy() const;
    /// The report of the last openFailed() or warned().
    const ErrorReport& lastReport() const { return m_lastReport; }

Q_SIGNALS:
    /// Another table is in front, or none, or the one in front has values that it had not.
    void tableChanged();
    /// Another table came to the front, or none is there any more; follows on tableChanged().
    void tableOpened();
    void draftChanged();
    void runsChanged();
    void currentRunChanged();
    /// The current run's record grew, or it changed its state.
    void runAdvanced();
    /// Any run changed its state.
    void runStateChanged();
    /// stateAtCursor() is another one.
    void cursorMoved();
    void pairChanged();
    void filterChanged();
    void workspaceChanged();
    /// A workspace file brought other layouts.
    void layoutsChanged();
    /// workspacePath() or isModified() may be another one.
    void savedStateChanged();
    void openFailed(const QString& path, const QString& message);
    /// A file was opened, but something of it was lost or cannot go on; or a record cannot be written.
    void warned(const QString& path, const QString& message);
    /// One plain sentence for the status bar ("15,625 cells, 3 tasks opened").
    void said(const QString& sentence);

private:
    struct Desk;
    struct Place;

    void openNext();
    void take(Opened opened, const QString& path);
    void rememberRecent(const Opened& opened, const QString& path);
    void failOpening(const QString& path, const Error& error);
    void warn(const Error& error);
    std::vector<std::shared_ptr<const Table>> openTables() const;

    void bringToFront(std::unique_ptr<Desk> desk);
    std::unique_ptr<Desk> deskFor(const std::shared_ptr<const Table>& table);
    void announceDesk();
    RunController* addRun(ReadyRun ready);
    RunController* adopt(std::unique_ptr<RunController> run, EventIndex cursor, bool follows);
    QString runTitle(const RunHeader& header) const;
    void updateTaskMap();
    void onAdvanced(RunController* run);
    void onRunState(RunController* run);

    struct Save;
    using SavedSizes = std::vector<std::pair<const RunController*, EventIndex>>;
    void planSave(Save save);
    void saveNext();
    SavedSizes runSizes() const;
    void markSaved(const SavedSizes& sizes);

    KeptWorkspace keep(bool withRecords) const;
    void autosave();
    void touch();

    std::unique_ptr<Preferences> m_preferences;
    Commands* m_commands = nullptr;
    Jobs* m_jobs = nullptr;
    QUndoStack* m_undo = nullptr;
    Selection* m_selection = nullptr;
    Cursor* m_cursor = nullptr;
    Autosave m_autosave; ///< before the desks: their runs write into its folder until they are gone
    std::unique_ptr<Desk> m_desk; ///< in front, never null
    std::vector<std::unique_ptr<Desk>> m_setAside;
    QString m_workspaceId;
    QMap<QString, QByteArray> m_layouts;
    QString m_path;

    std::vector<Save> m_saves; ///< those that wait, and first the one under way
    bool m_isSaving = false;
    QStringList m_openQueue;
    bool m_isOpening = false;
    QString m_restoring; ///< autosave that is being opened
    std::vector<std::pair<std::string, QString>> m_waiting; ///< content hash wanted, file that waits for it
    ErrorReport m_lastReport;

    mutable RunState m_state;
    mutable bool m_isStateStale = true;
    std::vector<std::size_t> m_taskMap; ///< table's task by the current run's task
    QTimer m_autosaveTimer;
    std::uint64_t m_changes = 0; ///< counts everything that a workspace file would keep
    std::uint64_t m_autosavedChanges = 0;
    bool m_hasAutosaveProblem = false;
};

} // namespace ktnas
