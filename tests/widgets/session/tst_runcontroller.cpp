// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordFile.h"
#include "tests/support/SmallTable.h"
#include "widgets/session/RunController.h"
#include "widgets/session/RunWorker.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace ktnas;
using State = RunController::State;

class TestRunController : public QObject {
    Q_OBJECT

    std::shared_ptr<const Table> m_table = test::smallTable();

    std::string hashOf(Run run)
    {
        while (run.advance(1U << 16U)) { }
        return recordHash(run.record());
    }

private Q_SLOTS:
    void liveIsTheSameAsAtOnce()
    {
        RunController run(test::smallRun(m_table, 300), QStringLiteral("Run"), {});
        QCOMPARE(run.state(), State::Paused);
        run.resume();
        QTRY_COMPARE(run.state(), State::Finished);
        const Record record = run.recordCopy();
        QVERIFY(record.finished);
        QCOMPARE(recordHash(record), hashOf(test::smallRun(m_table, 300)));
        QCOMPARE(run.index().size(), record.events.size());
    }
    void begunOnItsThreadIsTheSame()
    {
        const Run ready = test::smallRun(m_table, 300);
        RunController run(ready.record().header, ready.problem(), QStringLiteral("Run"), {});
        QCOMPARE(run.state(), State::Paused);
        run.resume(); // an order before there is a run
        QTRY_COMPARE(run.state(), State::Finished);
        QCOMPARE(recordHash(run.recordCopy()), hashOf(test::smallRun(m_table, 300)));
    }
    void whatCannotBeginFails()
    {
        const Run ready = test::smallRun(m_table, 300);
        RunHeader header = ready.record().header;
        header.method = "no such method";
        RunController run(header, ready.problem(), QStringLiteral("Run"), {});
        run.resume();
        QTRY_COMPARE(run.state(), State::Failed);
        QVERIFY(run.errorMessage().contains(QStringLiteral("There is no such method")));
        QVERIFY(!run.canResume());
        QCOMPARE(run.recordCopy().events.size(), EventIndex{0});
    }
    void steppedIsTheSameAsAtOnce()
    {
        RunController run(test::smallRun(m_table, 40), QStringLiteral("Run"), {});
        int steps = 0;
        while (run.state() != State::Finished && steps < 1000) {
            const bool isGeneration = steps++ % 3 == 0;
            isGeneration ? run.stepGeneration() : run.stepEvaluation();
            QTRY_VERIFY(run.state() != State::Running);
        }
        QVERIFY(steps > 3);
        QCOMPARE(recordHash(run.recordCopy()), hashOf(test::smallRun(m_table, 40)));
    }
    void stepGenerationStopsAtItsEnd()
    {
        RunController run(test::smallRun(m_table, 300), QStringLiteral("Run"), {});
        for (std::uint32_t generation = 1; generation < 4; ++generation) {
            run.stepGeneration();
            QTRY_COMPARE(run.state(), State::Paused);
            QCOMPARE(run.index().generations().size(), std::size_t{generation} + 1);
        }
    }
    void pauseStandsStill()
    {
        RunController run(test::longRun(m_table), QStringLiteral("Run"), {});
        run.setSpeed(2000);
        run.resume();
        QTRY_VERIFY(run.index().size() > 1000);
        run.pause();
        QCOMPARE(run.state(), State::Paused);
        QTest::qWait(100); // what was under way arrives
        const EventIndex size = run.index().size();
        QTest::qWait(100);
        QCOMPARE(run.index().size(), size);
        run.resume();
        QTRY_VERIFY(run.index().size() > size);
        run.stop();
        QCOMPARE(run.state(), State::Stopped);
        run.resume();
        QCOMPARE(run.state(), State::Stopped);
    }
    void newsComesAtMostOncePerFrame()
    {
        RunController run(test::longRun(m_table), QStringLiteral("Run"), {});
        QSignalSpy advanced(&run, &RunController::advanced);
        QElapsedTimer clock;
        clock.start();
        run.resume();
        QTest::qWait(500);
        run.pause();
        const qint64 frames = clock.elapsed() / 16 + 1;
        QVERIFY2(advanced.count() > 0 && advanced.count() <= frames,
                 qPrintable(QString::number(advanced.count())));
    }
    void workerWaitsForAReaderThatIsBehind()
    {
        int wakeUps = 0;
        std::mutex mutex;
        RunWorker worker(test::longRun(m_table), {}, 0, [&] {
            const std::lock_guard lock(mutex);
            ++wakeUps;
        });
        worker.give(RunWorker::Order::Go);
        QTest::qSleep(300); // nobody takes anything
        const EventIndex behind = worker.take().events.size();
        QVERIFY(behind >= RunWorker::mostBehind);
        // A full mailbox and at most two pieces more: what was under way, and the one let go by take().
        QTest::qSleep(300);
        const EventIndex next = worker.take().events.size();
        QVERIFY(next > behind);
        const std::lock_guard lock(mutex);
        QVERIFY2(wakeUps <= 2, qPrintable(QString::number(wakeUps)));
    }
    void speedLimitHolds()
    {
        RunController run(test::longRun(m_table), QStringLiteral("Run"), {});
        run.setSpeed(100);
        QElapsedTimer clock;
        clock.start();
        run.resume();
        QTest::qWait(600);
        run.pause();
        const double allowed = 100 * static_cast<double>(clock.elapsed()) / 1000;
        const double done = static_cast<double>(run.index().evaluations().size());
        // The first generation of three tasks may come as one batch.
        QVERIFY2(done > 0 && done <= allowed + 40,
                 qPrintable(QStringLiteral("%1 of %2").arg(done).arg(allowed)));
        run.setSpeed(0);
        run.resume();
        QTRY_VERIFY(run.index().evaluations().size() > 2000);
    }
    void diesInEveryState_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("at rest") << 0;
        QTest::newRow("running") << 1;
        QTest::newRow("full mailbox") << 2;
        QTest::newRow("slow") << 3;
        QTest::newRow("paused") << 4;
        QTest::newRow("stopped") << 5;
    }
    void diesInEveryState()
    {
        QFETCH(int, how);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.ktrec"));
        auto run = std::make_unique<RunController>(test::longRun(m_table), QStringLiteral("Run"), path);
        if (how == 3)
            run->setSpeed(0.1);
        if (how > 0)
            run->resume();
        if (how == 1 || how >= 4)
            QTest::qWait(30);
        if (how == 2)
            QTest::qSleep(200); // no event loop: nothing is taken
        if (how == 4)
            run->pause();
        if (how == 5)
            run->stop();
        run.reset();
        // What was done is in the file.
        const LoadedRecord loaded = readRecord(path.toStdString());
        QVERIFY(!loaded.damage);
    }
    void fileHasTheRun()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.ktrec"));
        std::string live;
        {
            RunController run(test::smallRun(m_table, 200), QStringLiteral("Run"), path);
            run.resume();
            QTRY_COMPARE(run.state(), State::Finished);
            live = recordHash(run.recordCopy());
        }
        const LoadedRecord loaded = readRecord(path.toStdString());
        QVERIFY(!loaded.damage);
        QVERIFY(loaded.record.finished);
        QCOMPARE(recordHash(loaded.record), live);
    }
    void runGoesOnWhereTheFileCannotBeWritten()
    {
        QTemporaryDir folder;
        const QString place = folder.filePath(QStringLiteral("missing"));
        RunController run(test::smallRun(m_table, 200), QStringLiteral("Run"),
                          place + QStringLiteral("/run.ktrec"));
        QSignalSpy problem(&run, &RunController::saveProblemChanged);
        QTRY_COMPARE(problem.count(), 1);
        QVERIFY(run.saveProblem().contains(QStringLiteral("could not be written")));
        run.resume();
        QTRY_COMPARE(run.state(), State::Finished);
        QCOMPARE(recordHash(run.recordCopy()), hashOf(test::smallRun(m_table, 200)));
        QCOMPARE(problem.count(), 1); // said once, though it was tried again
        // The folder comes back: the whole record follows, and that is said too.
        QVERIFY(QDir().mkpath(place));
        QTRY_COMPARE_WITH_TIMEOUT(problem.count(), 2, 10000);
        QVERIFY(run.saveProblem().isEmpty());
        QTRY_VERIFY(QFile::exists(place + QStringLiteral("/run.ktrec")));
    }
    void recordOnlyIsLookedAt()
    {
        Run run = test::smallRun(m_table, 50);
        run.advance(60);
        RunController shown(run.record(), run.problem(), QStringLiteral("Old"));
        QCOMPARE(shown.state(), State::Stopped);
        QCOMPARE(shown.index().size(), run.record().events.size());
        shown.resume();
        shown.stepEvaluation();
        shown.setSpeed(10);
        QCOMPARE(shown.state(), State::Stopped);
        QCOMPARE(recordHash(shown.recordCopy()), recordHash(run.record()));
    }
};

QTEST_GUILESS_MAIN(TestRunController)
#include "tst_runcontroller.moc"
