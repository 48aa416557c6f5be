// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/BuildSnapshot.h"
#include "widgets/session/ErrorText.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ktnas {

class BuildWorker;
class Jobs;

/// The benchmark that is planned or being made: its plan, the file it goes to, and the thread that makes it.
/// The window waits for
/// the thread only when it closes: at most one step, a fifth of a second.
class BuildController : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t {
        Planning, ///< there is a plan and nothing else
        Opening, ///< the thread reads what results there are
        Resting, ///< results are open, nothing trains
        Probing,
        Running,
        Done, ///< all results are there
        Failed, ///< see failure(); run() tries again
    };
    Q_ENUM(State)

    explicit BuildController(Jobs& jobs, QObject* parent = nullptr);
    /// Kills what trains; finished trainings are in the file.
    ~BuildController() override;

    // The plan: may be changed in the states Planning and Failed only ------------------------------------
    const BenchmarkPlan& plan() const { return m_plan; }
    bool mayEdit() const { return m_state == State::Planning; }
    void setPlan(const BenchmarkPlan& plan);
    /// What the plan asks for, counted in a job; planChanged() says that it is there. Nothing while it is
    /// counted or where the plan cannot be used.
    const std::optional<PlanSize>& size() const { return m_size; }
    /// Why the plan cannot be used; empty if it can.
    QString planProblem() const { return m_planProblem; }
    /// The CSV file that the benchmark becomes; its results stand beside it as a `.kts` file.
    QString table() const { return m_table; }
    void setTable(const QString& path);
    /// Where results of a table are kept while it is made: "light.kts" for "light.csv".
    static QString resultsFile(const QString& table);
    unsigned workers() const { return m_workers; }
    void setWorkers(unsigned workers); ///< 1 … 1024
    QString device() const { return m_device; }
    void setDevice(const QString& device); ///< "cpu", "cuda", "cuda:1"
    /// How a worker is started; workerCommand() if nobody says so.
    void setWorkerCommand(std::vector<std::string> command) { m_command = std::move(command); }

    // Plans and results in files ------------------------------------------------------------------------
    /// Throws BadJson, BadPlan, FileMissing, …
    void loadPlan(const QString& path);
    /// Throws WriteFailed.
    void savePlan(const QString& path) const;
    /// Takes the plan of a file of results and shows how far it is; run() goes on. Throws what readShard()
    /// throws.
    void openResults(const QString& path);

    // The making ----------------------------------------------------------------------------------------
    State state() const { return m_state; }
    /// True while something trains.
    bool isBusy() const
    {
        return m_state == State::Opening || m_state == State::Probing || m_state == State::Running;
    }
    /// Trains a few networks to tell cost and reliability.
    void probe();
    /// Begins, or goes on with what is in the file.
    void run();
    /// Holds: trainings under way are ended and begun again later (long ones go on from their last half
    /// minute).
    void pause();
    /// Lets go of the results, which stay in their file, and goes back to planning.
    void close();
    /// Writes the table as far as it is; tableWritten() or tableFailed() follows.
    void writeTable();
    /// How it stands; null while nothing is open.
    std::shared_ptr<const BuildSnapshot> snapshot() const { return m_snapshot; }
    const std::optional<ErrorReport>& failure() const { return m_failure; }

Q_SIGNALS:
    void planChanged();
    void stateChanged();
    /// snapshot() is another one; a few times a second.
    void advanced();
    void tableWritten(const QString& path);
    void tableFailed(const ktnas::ErrorReport& report);

private:
    void begin(int order);
    void count();
    void hear();
    void setState(State state);
    /// Shows in the list of jobs, with progress and Cancel, that trainings go on.
    void mirrorAsJob();

    Jobs& m_jobs;
    BenchmarkPlan m_plan;
    std::optional<PlanSize> m_size;
    QString m_planProblem;
    QString m_table;
    unsigned m_workers = 1;
    QString m_device;
    std::vector<std::string> m_command;
    State m_state = State::Planning;
    std::shared_ptr<const BuildSnapshot> m_snapshot;
    std::optional<ErrorReport> m_failure;
    struct Mirror;
    std::shared_ptr<Mirror> m_mirror; ///< while it is shown as a job
    std::unique_ptr<BuildWorker> m_worker;
};

} // namespace ktnas
