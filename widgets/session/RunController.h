// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RecordIndex.h"
#include "core/search/Run.h"

#include <QObject>
#include <QString>

#include <memory>

namespace ktnas {

/// One run of the session: a worker thread that advances it, and on this side an index that follows. The
/// window never waits for the worker.
class RunController : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Paused, Running, Finished, Stopped, Failed };
    Q_ENUM(State)

    /// Takes a run at rest (new, forked, or reopened from a record); nothing runs until resume().
    /// `autosavePath`: where the record is written as it happens (empty: nowhere).
    RunController(Run run, const QString& title, const QString& autosavePath, QObject* parent = nullptr);
    ~RunController() override;

    const RunHeader& header() const;
    const QString& title() const { return m_title; }
    std::shared_ptr<const Problem> problem() const;
    State state() const { return m_state; }
    /// Everything that has arrived; grows on this thread only.
    const RecordIndex& index() const { return m_index; }
    /// A copy of the record as far as it has arrived, for saving and forking.
    Record recordCopy() const;
    QString errorMessage() const { return m_error; }

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

private:
    class Worker;
    void takeNews();
    void setState(State state);

    std::unique_ptr<Worker> m_worker;
    RecordIndex m_index;
    QString m_title;
    QString m_error;
    State m_state = State::Paused;
    double m_speed = 0;
};

} // namespace ktnas
