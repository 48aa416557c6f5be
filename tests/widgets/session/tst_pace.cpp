// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Pace.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace ktnas;

class TestPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstRequestIsAnsweredAtOnce()
    {
        Pace pace(1000);
        const QSignalSpy due(&pace, &Pace::due);
        pace.ask();
        QCOMPARE(due.count(), 1);
    }
    void requestsInAnIntervalAreOneAndTheLastIsAnswered()
    {
        Pace pace(60);
        const QSignalSpy due(&pace, &Pace::due);
        QElapsedTimer clock;
        clock.start();
        pace.ask();
        for (int i = 0; i < 1000; ++i)
            pace.ask();
        QCOMPARE(due.count(), 1);
        QTRY_COMPARE(due.count(), 2);
        QVERIFY(clock.elapsed() >= 59); // never earlier, however slow the machine is
        QTest::qWait(150);
        QCOMPARE(due.count(), 2); // nobody has asked again
    }
    void anotherAnswerMakesTheRequestVoid()
    {
        Pace pace(50);
        const QSignalSpy due(&pace, &Pace::due);
        pace.ask();
        pace.ask();
        pace.restart();
        QTest::qWait(120);
        QCOMPARE(due.count(), 1);
    }
    void thePhaseSetsViewsApartAfterARest()
    {
        Pace first(50, 0);
        Pace second(50, 25);
        QStringList order;
        connect(&first, &Pace::due, this, [&] { order += QStringLiteral("first"); });
        connect(&second, &Pace::due, this, [&] { order += QStringLiteral("second"); });
        first.restart();
        second.restart();
        QTest::qWait(110);
        second.ask();
        first.ask();
        QCOMPARE(order, QStringList{QStringLiteral("first")});
        QTRY_COMPARE(order, (QStringList{QStringLiteral("first"), QStringLiteral("second")}));
    }
};

QTEST_GUILESS_MAIN(TestPace)
#include "tst_pace.moc"
