// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/BuildController.h"

#include "core/base/Text.h"
#include "core/learn/work/Shard.h"
#include "widgets/session/BuildWorker.h"
#include "widgets/session/Jobs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <utility>

namespace ktnas {
namespace {

constexpr unsigned mostWorkers = 1024;
constexpr std::chrono::milliseconds lookInterval{50};

std::string native(const QString& path)
{
    return QFile::encodeName(path).toStdString();
}

/// Nothing trains a task that nobody has chosen.
bool isEmptyPlan(const BenchmarkPlan& plan)
{
    return plan.tasks.empty() || plan.pictures.empty();
}

} // namespace

/// What the job that stands for the trainings needs to know.
struct BuildController::Mirror {
    std::atomic<double> share{0};
    std::atomic<bool> isOver{false};
};

BuildController::BuildController(Jobs& jobs, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_workers(defaultWorkers())
    , m_device(QStringLiteral("cpu"))
    , m_command(workerCommand())
{
}

BuildController::~BuildController()
{
    if (m_mirror)
        m_mirror->isOver = true;
}

void BuildController::setPlan(const BenchmarkPlan& plan)
{
    KTNAS_ASSERT(mayEdit());
    m_plan = plan;
    m_size.reset();
    m_planProblem.clear();
    count();
    Q_EMIT planChanged();
}

void BuildController::count()
{
    if (isEmptyPlan(m_plan))
        return;
    m_jobs.start(
        tr("Counting the trainings of a plan"), QStringLiteral("build.count"), this,
        [plan = m_plan](JobControl&) { return planSize(plan); },
        [this](const PlanSize& size) {
            m_size = size;
            Q_EMIT planChanged();
        },
        [this](const QString& message) {
            m_planProblem = message;
            Q_EMIT planChanged();
        });
}

void BuildController::setTable(const QString& path)
{
    KTNAS_ASSERT(mayEdit());
    m_table = path;
    Q_EMIT planChanged();
}

QString BuildController::resultsFile(const QString& table)
{
    const QFileInfo file(table);
    return file.path() % u'/' % file.completeBaseName() % QStringLiteral(".kts");
}

void BuildController::setWorkers(unsigned workers)
{
    m_workers = std::clamp(workers, 1U, mostWorkers);
}

void BuildController::setDevice(const QString& device)
{
    m_device = device;
}

void BuildController::loadPlan(const QString& path)
{
    BenchmarkPlan plan = readBenchmarkPlan(native(path));
    close();
    setPlan(plan);
}

void BuildController::savePlan(const QString& path) const
{
    writeFile(native(path), formatBenchmarkPlan(m_plan));
}

void BuildController::openResults(const QString& path)
{
    const ResultShard shard = readShard(native(path));
    close();
    setPlan(shard.plan);
    const QFileInfo file(path);
    setTable(file.path() % u'/' % file.completeBaseName() % QStringLiteral(".csv"));
    begin(static_cast<int>(BuildWorker::Order::Rest));
}

void BuildController::probe()
{
    begin(static_cast<int>(BuildWorker::Order::Probe));
}

void BuildController::run()
{
    begin(static_cast<int>(BuildWorker::Order::Run));
}

void BuildController::pause()
{
    if (m_worker)
        m_worker->give(BuildWorker::Order::Rest);
}

void BuildController::begin(int order)
{
    const auto asked = static_cast<BuildWorker::Order>(order);
    m_failure.reset();
    if (m_worker) {
        m_worker->give(asked);
        // What the thread says next comes when it has begun; until then nothing may be asked again.
        setState(asked == BuildWorker::Order::Rest ? m_state : State::Opening);
        return;
    }
    KTNAS_ASSERT(!isEmptyPlan(m_plan) && !m_table.isEmpty());
    // Where that is not possible, the results' file cannot be made either, and says why.
    QDir().mkpath(QFileInfo(m_table).path());
    BuildWorker::Setup setup;
    setup.plan = m_plan;
    setup.table = native(m_table);
    setup.builder.shard = native(resultsFile(m_table));
    setup.builder.pool.command = m_command;
    setup.builder.pool.workers = m_workers;
    setup.builder.pool.devices = {m_device.toStdString()};
    setState(State::Opening);
    // The thread does not outlive the controller, which joins it.
    m_worker = std::make_unique<BuildWorker>(std::move(setup), asked, [this] {
        QMetaObject::invokeMethod(
            this, [this] { hear(); }, Qt::QueuedConnection);
    });
}

void BuildController::hear()
{
    if (!m_worker)
        return; // closed meanwhile
    const BuildWorker::News news = m_worker->take();
    if (news.snapshot)
        m_snapshot = news.snapshot;
    m_failure.reset();
    switch (news.standing) {
    case BuildWorker::Standing::Opening:
        break;
    case BuildWorker::Standing::Resting:
        setState(State::Resting);
        break;
    case BuildWorker::Standing::Probing:
        setState(State::Probing);
        break;
    case BuildWorker::Standing::Running:
        setState(State::Running);
        break;
    case BuildWorker::Standing::Done:
        setState(State::Done);
        break;
    case BuildWorker::Standing::Failed:
        if (news.failure)
            m_failure = errorReport(*news.failure);
        setState(State::Failed);
        break;
    }
    if (m_mirror && m_snapshot && m_state == State::Running)
        m_mirror->share = m_snapshot->progress.share;
    Q_EMIT advanced();
    if (news.written) {
        if (news.written->failure)
            Q_EMIT tableFailed(errorReport(*news.written->failure));
        else
            Q_EMIT tableWritten(QFile::decodeName(news.written->table.c_str()));
    }
}

void BuildController::close()
{
    m_worker.reset();
    m_snapshot.reset();
    m_failure.reset();
    setState(State::Planning);
    Q_EMIT advanced();
}

void BuildController::writeTable()
{
    if (m_worker)
        m_worker->writeTable();
}

void BuildController::setState(State state)
{
    if (state == m_state)
        return;
    m_state = state;
    mirrorAsJob();
    Q_EMIT stateChanged();
}

void BuildController::mirrorAsJob()
{
    const bool isTraining = m_state == State::Probing || m_state == State::Running;
    if (!isTraining && m_mirror)
        std::exchange(m_mirror, nullptr)->isOver = true;
    if (!isTraining || m_mirror)
        return;
    m_mirror = std::make_shared<Mirror>();
    m_jobs.start(
        m_state == State::Probing ? tr("Probing a benchmark") : tr("Making a benchmark"), {}, this,
        [mirror = m_mirror](JobControl& control) {
            while (!mirror->isOver && !control.stop().stop_requested()) {
                control.setProgress(mirror->share);
                std::this_thread::sleep_for(lookInterval);
            }
            return 0;
        },
        [](int) {}, {},
        [this, mirror = m_mirror] {
            if (m_mirror == mirror) {
                m_mirror.reset();
                pause();
            }
        });
}

} // namespace ktnas
