// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RecordIndex.h"
#include "core/search/Run.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace ktnas {

class RunWorker;

/// One run of the session: a worker thread that advances it, and on this side an index that follows. The
/// window never waits for the worker.
class RunController : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Paused, Running, Finished, Stopped, Failed };
    Q_ENUM(State)

    /// Takes a run at rest (new, forked, or reopened from a record); nothing runs until resume().
    /// `autosavePath`: where the record is written as it happens (empty: nowhere). `index`: of the run's
    /// events where a job has made it already.
    RunController(Run run, const QString& title, const QString& autosavePath, QObject* parent = nullptr,
                  std::optional<RecordIndex> index = {});
    /// A new run, begun on its own thread: until its first events arrive, index() is empty. What cannot begin
    /// fails as a run under way does.
    RunController(RunHeader header, std::shared_ptr<const Problem> problem, const QString& title,
                  const QString& autosavePath, QObject* parent = nullptr);
    /// Shows a record that cannot go on (its method no longer gives its events): it can be looked at, not
    /// resumed. Its state is Finished or Stopped.
    RunController(Record record, std::shared_ptr<const Problem> problem, const QString& title,
                  QObject* parent = nullptr, std::optional<RecordIndex> index = {});
    /// Stops the worker and joins it, at the latest after one piece of its work.
    ~RunController() override;

    const RunHeader& header() const { return m_header; }
    const QString& title() const { return m_title; }
    std::shared_ptr<const Problem> problem() const { return m_problem; }
    State state() const { return m_state; }
    /// True while the run may still go on.
    bool canResume() const { return m_state == State::Paused || m_state == State::Running; }
    /// Everything that has arrived; grows on this thread only.
    const RecordIndex& index() const { return m_index; }
    /// A copy of the record as far as it has arrived, for saving and forking. Costs one pointer per 4096
    /// events.
    Record recordCopy() const;
    /// The record's file of the autosave, empty for none.
    const QString& autosavePath() const { return m_autosavePath; }
    /// Why the run failed; empty unless the state is Failed.
    QString errorMessage() const { return m_error; }
    /// Why the record cannot be written at the moment; empty if it can.
    QString saveProblem() const { return m_saveProblem; }

    void resume();
    void pause();
    /// Runs to the beginning of the next generation and pauses.
    void stepGeneration();
    /// Answers one evaluation and pauses.
    void stepEvaluation();
    /// Ends the run for good; what happened stays.
    void stop();
    /// Evaluations a second; 0: as fast as it goes.
    void setSpeed(double evaluationsPerSecond);
    double speed() const { return m_speed; }

Q_SIGNALS:
    /// New events are in index(); at most once per frame.
    void advanced();
    void stateChanged();
    /// saveProblem() is another one; the run itself goes on.
    void saveProblemChanged();

private:
    void hear();
    void takeNews();
    void setState(State state);

    RunHeader m_header;
    std::shared_ptr<const Problem> m_problem;
    RecordIndex m_index;
    std::vector<Cell> m_cells;
    QString m_title;
    QString m_autosavePath;
    QString m_error;
    QString m_saveProblem;
    State m_state = State::Paused;
    double m_speed = 0;
    bool m_isFinished = false;
    std::uint64_t m_serial = 0; ///< of the last order given
    bool m_isTakePlanned = false;
    QElapsedTimer m_sinceTake;
    std::unique_ptr<RunWorker> m_worker; ///< null for a record that is only shown
};

} // namespace ktnas
