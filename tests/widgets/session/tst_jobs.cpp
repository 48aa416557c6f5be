// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "widgets/session/Jobs.h"

#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <mutex>

using namespace ktnas;

namespace {

/// Waits until stop is requested, as a long job between two polls does.
int waitForStop(JobControl& control)
{
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait(lock, control.stop(), [] { return false; });
    throw Error(ErrorCode::Cancelled);
}

} // namespace

class TestJobs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deliversOnThisThread()
    {
        Jobs jobs;
        int result = 0;
        QThread* deliveredOn = nullptr;
        std::thread::id workedOn;
        jobs.start(
            QStringLiteral("Add"), {}, this,
            [&workedOn](JobControl&) {
                workedOn = std::this_thread::get_id();
                return 40 + 2;
            },
            [&](int value) {
                result = value;
                deliveredOn = QThread::currentThread();
            });
        QVERIFY(!jobs.isIdle());
        QTRY_COMPARE(result, 42);
        QCOMPARE(deliveredOn, thread());
        QVERIFY(workedOn != std::this_thread::get_id());
        QVERIFY(jobs.isIdle());
    }
    void newestOfAKeyWins()
    {
        Jobs jobs;
        QStringList delivered;
        jobs.start(QStringLiteral("Old"), QStringLiteral("map"), this, waitForStop,
                   [&](int) { delivered << QStringLiteral("old"); });
        jobs.start(
            QStringLiteral("New"), QStringLiteral("map"), this, [](JobControl&) { return 1; },
            [&](int) { delivered << QStringLiteral("new"); });
        QCOMPARE(jobs.running().size(), std::size_t{1});
        QTRY_COMPARE(delivered, QStringList{QStringLiteral("new")});
    }
    void cancelDropsTheResult()
    {
        Jobs jobs;
        QSignalSpy failed(&jobs, &Jobs::failed);
        bool isDelivered = false;
        const quint64 id =
            jobs.start(QStringLiteral("Long"), {}, this, waitForStop, [&](int) { isDelivered = true; });
        jobs.cancel(id);
        QVERIFY(jobs.isIdle());
        QSignalSpy changed(&jobs, &Jobs::changed);
        QVERIFY(changed.wait());
        QVERIFY(!isDelivered);
        QCOMPARE(failed.count(), 0);
    }
    void deadReceiverGetsNothing()
    {
        Jobs jobs;
        bool isDelivered = false;
        auto receiver = std::make_unique<QObject>();
        jobs.start(
            QStringLiteral("Quick"), {}, receiver.get(), [](JobControl&) { return 1; },
            [&](int) { isDelivered = true; });
        receiver.reset();
        QTRY_VERIFY(jobs.isIdle());
        QVERIFY(!isDelivered);
    }
    void errorsAreHeard()
    {
        Jobs jobs;
        QSignalSpy failed(&jobs, &Jobs::failed);
        QString own;
        jobs.start(
            QStringLiteral("Bad"), {}, this, [](JobControl&) -> int { throw Error(ErrorCode::FileEmpty); },
            [](int) {}, [&own](const QString& message) { own = message; });
        QTRY_COMPARE(own, QStringLiteral("The file is empty."));
        QCOMPARE(failed.count(), 0);
        jobs.start(
            QStringLiteral("Worse"), {}, this,
            [](JobControl&) -> int { throw std::runtime_error("broken pipe"); }, [](int) {});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), QStringLiteral("Worse"));
        QVERIFY(failed[0][1].toString().contains(QStringLiteral("broken pipe")));
    }
    void deathStopsAndJoins()
    {
        bool isDelivered = false;
        {
            Jobs jobs;
            for (int i = 0; i < 3; ++i)
                jobs.start(QStringLiteral("Long"), {}, this, waitForStop, [&](int) { isDelivered = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!isDelivered);
    }
    void progressIsSeen()
    {
        Jobs jobs;
        jobs.start(
            QStringLiteral("Half"), {}, this,
            [](JobControl& control) {
                control.setProgress(0.5);
                return waitForStop(control);
            },
            [](int) {});
        QTRY_COMPARE(jobs.running().front().progress, 0.5);
        QCOMPARE(jobs.running().front().title, QStringLiteral("Half"));
        jobs.cancelAll();
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
