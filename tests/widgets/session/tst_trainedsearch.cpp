// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/learn/search/TrainedRun.h"
#include "core/record/RecordFile.h"
#include "core/search/Replay.h"
#include "widgets/session/Session.h"
#include "widgets/session/Trainables.h"
#include "widgets/session/TrainingMonitor.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

} // namespace

/// Searches on a plan, trained by a worker that makes its values up at once.
class TestTrainedSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("KTNAS_TRAINED", QFile::encodeName(m_folder->filePath(u"trained"_s)));
        WorkerPool::Options workers;
        workers.command = {KTNAS_QUICK_WORKER};
        workers.workers = 2;
        Trainables::instance().setWorkers(workers);
        auto settings =
            std::make_unique<QSettings>(m_folder->filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings->setValue(u"autosave/folder"_s, m_folder->filePath(u"autosave"_s));
        m_session = std::make_unique<Session>(std::make_unique<Preferences>(std::move(settings)));
        // The order of the networks tells the plans of the tests apart: each has its own results.
        m_plan = m_folder->filePath(u"plan.json"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"p"_s));
        ++m_order;
        writePlan("");
    }

    void cleanup() { m_session.reset(); }

    void aPlanIsSomethingToSearchOn()
    {
        writePlan("slow"); // else the last network may be trained before the first is seen to be
        const QSignalSpy opened(m_session.get(), &Session::tableOpened);
        const QSignalSpy changed(m_session.get(), &Session::tableChanged);
        openPlan();
        const auto table = m_session->table();
        QVERIFY(table->rowCount() >= 60);
        QCOMPARE(table->tasks().size(), std::size_t{2});
        QCOMPARE(table->tasks()[0].measure().missing, table->rowCount());
        QCOMPARE(m_session->draft().stop.evaluations, std::optional<std::uint64_t>(40));

        RunController* const run = m_session->startRun();
        TrainingMonitor* const monitor = TrainingMonitor::of(run);
        QVERIFY(monitor != nullptr);
        std::size_t mostUnderWay = 0;
        connect(monitor, &TrainingMonitor::changed, this,
                [&] { mostUnderWay = std::max(mostUnderWay, monitor->progress().underWay.size()); });
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Finished, patience);
        QVERIFY(mostUnderWay >= 1 && mostUnderWay <= 2);
        QVERIFY(monitor->progress().trained > 0);
        // What was trained stands in the table, and nothing else.
        const Measure& measure = m_session->table()->tasks()[0].measure();
        QVERIFY(measure.missing < m_session->table()->rowCount() && measure.missing > 0);
        const RunState& last = run->index().last();
        const auto row = m_session->table()->rowOf(last.tasks[0].best.cell);
        QCOMPARE(measure.values[*row], last.tasks[0].best.value);
        QCOMPARE(m_session->ranks(0)[*row], 1U);
        // New values are no new table: nobody is sent to another page for them.
        QVERIFY(changed.count() > 1);
        QCOMPARE(opened.count(), 1);

        // The same search without a window.
        const auto plain = std::make_shared<TrainableTable>(readBenchmarkPlan(m_plan.toStdString()));
        const auto problem = Problem::make(plain->table(), {"object", "layout"});
        WorkerPool::Options workers;
        workers.command = {KTNAS_QUICK_WORKER};
        TrainedRun expected(run->header(), problem, plain, workers);
        while (expected.step(std::chrono::seconds(1))) { }
        QCOMPARE(recordHash(run->recordCopy()), recordHash(expected.record()));
    }

    void stepsAndRests()
    {
        openPlan();
        RunController* const run = m_session->startRun();
        run->stepEvaluation();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Paused, patience);
        const std::uint64_t first = run->index().last().evaluations;
        QVERIFY(first > 0 && first < 80);
        const std::uint32_t generation = run->index().last().generation;
        run->stepGeneration();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Paused, patience);
        QCOMPARE(run->index().last().generation, generation + 1);
        run->resume();
        run->pause();
        QTRY_VERIFY_WITH_TIMEOUT(TrainingMonitor::of(run)->progress().underWay.empty(), patience);
        QCOMPARE(run->state(), RunController::State::Paused);
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Finished, patience);
    }

    void forksTrainOnlyWhatIsNew()
    {
        openPlan();
        RunController* const run = m_session->startRun();
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Finished, patience);
        m_session->moveCursorToGeneration(1);
        const EventIndex at = m_session->cursor().position();
        m_session->forkAtCursor({{"transfer", "none"}});
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().size(), std::size_t{2}, patience);
        RunController* const branch = m_session->currentRun();
        QVERIFY(branch != run);
        QTRY_VERIFY_WITH_TIMEOUT(branch->index().size() >= at, patience);
        // At rest it has nothing that the parent does not have.
        QCOMPARE(branch->index().last().evaluations,
                 run->index().stateAt(branch->header().forkedAt).evaluations);
        branch->resume();
        QTRY_COMPARE_WITH_TIMEOUT(branch->state(), RunController::State::Finished, patience);
        checkSameEvents(branch->recordCopy().events, run->recordCopy(), branch->header().forkedAt);
        QVERIFY(TrainingMonitor::of(branch)->progress().reused > 0
                || TrainingMonitor::of(branch)->progress().trained > 0);
    }

    void aCutRecordGoesOn()
    {
        openPlan();
        RunController* const run = m_session->startRun();
        run->resume();
        QTRY_COMPARE_WITH_TIMEOUT(run->state(), RunController::State::Finished, patience);
        const Record whole = run->recordCopy();
        Record part;
        part.header = whole.header;
        part.events = EventLog(whole.events.view().first(whole.events.size() / 2));
        const QString file = m_folder->filePath(u"part.ktr"_s);
        writeRecord(file.toStdString(), part);
        m_session->open(file);
        QTRY_COMPARE_WITH_TIMEOUT(m_session->runs().size(), std::size_t{2}, patience);
        RunController* const again = m_session->currentRun();
        QVERIFY(again != run);
        QTRY_VERIFY_WITH_TIMEOUT(again->index().size() > 0, patience);
        QCOMPARE(again->state(), RunController::State::Paused);
        again->resume();
        QTRY_COMPARE_WITH_TIMEOUT(again->state(), RunController::State::Finished, patience);
        QCOMPARE(recordHash(again->recordCopy()), recordHash(whole));
        QCOMPARE(TrainingMonitor::of(again)->progress().trained, std::size_t{0});
    }

    void missingPicturesAreSaid()
    {
        QVERIFY(QDir(m_folder->path()).rmdir(u"p"_s));
        const QSignalSpy failed(m_session.get(), &Session::openFailed);
        m_session->open(m_plan);
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patience);
        QVERIFY(!m_session->table());
        // Told once where they are, it opens.
        QVERIFY(QDir(m_folder->path()).mkdir(u"elsewhere"_s));
        Trainables::instance().setPlace("p", m_folder->filePath(u"elsewhere"_s).toStdString());
        openPlan();
    }

private:
    /// `behaviour`: of the trainings, see QuickWorker.cpp.
    void writePlan(const std::string& behaviour)
    {
        // No raw literals here: this version's moc loses its way in two on a line.
        const auto task = [&behaviour](const std::string& recipe) {
            return "{\"recipe\": \"" + recipe + "\", \"labels\": \"" + behaviour + "\"}";
        };
        writeFile(m_plan.toStdString(),
                  "{\"pictures\": \"p\", \"tasks\": [" + task("object") + ", " + task("layout")
                      + "], \"training\": {\"batch\": 16, \"passes\": 64}, \"networks\": 60, \"order\": "
                      + std::to_string(m_order) + "}");
    }

    void openPlan()
    {
        m_session->open(m_plan);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->table() != nullptr, patience);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Session> m_session;
    QString m_plan;
    int m_order = 0;
};

QTEST_MAIN(TestTrainedSearch)
#include "tst_trainedsearch.moc"
