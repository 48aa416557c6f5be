// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RunResult.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

using namespace ktnas;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

Measure measureOf(std::vector<double> values, Direction direction)
{
    Measure measure;
    measure.values = std::move(values);
    measure.direction = direction;
    return measure;
}

/// Values 0 … 100: best 100, median 50; as a loss best 0.
std::vector<TaskYardstick> yardsticks()
{
    std::vector<double> values;
    for (int i = 0; i <= 100; ++i)
        values.push_back(i);
    return {TaskYardstick(measureOf(values, Direction::Maximise)),
            TaskYardstick(measureOf(values, Direction::Minimise))};
}

Evaluated evaluated(std::uint16_t task, double value, bool counted = true)
{
    Evaluated event;
    event.task = TaskId(task);
    event.cell = CellId(static_cast<std::uint32_t>(std::isnan(value) ? 0 : value));
    event.value = value;
    event.counted = counted;
    return event;
}

} // namespace

class TestRunResult : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void placeRanks()
    {
        const TaskYardstick up(measureOf({3, 1, missing, 3, 2}, Direction::Maximise));
        QCOMPARE(up.placeRank(3), 1.0);
        QCOMPARE(up.placeRank(2), 3.0);
        QCOMPARE(up.placeRank(1), 4.0);
        QCOMPARE(up.placeRank(2.5), 3.0);
        QCOMPARE(up.placeRank(9), 1.0);
        QVERIFY(std::isnan(up.placeRank(missing)));
        const TaskYardstick down(measureOf({3, 1, missing, 3, 2}, Direction::Minimise));
        QCOMPARE(down.placeRank(1), 1.0);
        QCOMPARE(down.placeRank(3), 3.0);
    }

    void regretIsZeroAtTheBestAndOneAtTheMedian()
    {
        for (const TaskYardstick& yardstick : yardsticks()) {
            QCOMPARE(yardstick.regret(yardstick.quality(50)), 1.0);
        }
        QCOMPARE(yardsticks()[0].regret(100), 0.0);
        QCOMPARE(yardsticks()[1].regret(-0.0), 0.0);
        QCOMPARE(yardsticks()[1].regret(yardsticks()[1].quality(100)), 2.0);
        QVERIFY(std::isnan(TaskYardstick(measureOf({4, 4, 4}, Direction::Maximise)).regret(4)));
        QVERIFY(std::isnan(TaskYardstick(measureOf({missing}, Direction::Maximise)).regret(4)));
    }

    // By hand. Task 0: nine evaluations at 20, the tenth 60, the eleventh 10, the twelfth 90.
    // Best so far at evaluations 10, 11, 12: 60, 60, 90; regrets (100 − best)/50 = .8, .8, .2; mean .6.
    void areaUnderTheRegretCurve()
    {
        const auto ruler = yardsticks();
        RunWatcher watcher(ruler);
        for (int i = 0; i < 9; ++i)
            watcher.append(evaluated(0, 20));
        QVERIFY(std::isnan(watcher.results()[0].aurc));
        watcher.append(evaluated(0, 60));
        QCOMPARE(watcher.results()[0].aurc, 0.8);
        watcher.append(evaluated(0, 10));
        watcher.append(evaluated(0, 90));
        const TaskResult result = watcher.results()[0];
        QVERIFY(std::abs(result.aurc - 0.6) < 1e-15);
        QCOMPARE(result.evaluations, std::uint64_t{12});
        QCOMPARE(result.best, 90.0);
        QCOMPARE(result.bestCell, CellId(90));
        QCOMPARE(result.rank, 11.0);
        QVERIFY(!result.isTargetMet);
        // The other task saw nothing.
        const TaskResult other = watcher.results()[1];
        QCOMPARE(other.evaluations, std::uint64_t{0});
        QVERIFY(other.bestCell.isNone() && std::isnan(other.best) && std::isnan(other.rank));
    }

    void aLossGoesDown()
    {
        const auto ruler = yardsticks();
        RunWatcher watcher(ruler);
        for (int i = 0; i < 10; ++i)
            watcher.append(evaluated(1, 80 - i));
        TargetMet met;
        met.task = TaskId(1);
        met.evaluations = 10;
        watcher.append(met);
        const TaskResult result = watcher.results()[1];
        QCOMPARE(result.best, 71.0);
        QCOMPARE(result.rank, 72.0);
        QCOMPARE(result.aurc, 71.0 / 50);
        QVERIFY(result.isTargetMet);
    }

    // A free look-up moves the best, not the count; it belongs to the evaluation before it.
    void freeEvaluationsDoNotCount()
    {
        const auto ruler = yardsticks();
        RunWatcher watcher(ruler);
        for (int i = 0; i < 10; ++i)
            watcher.append(evaluated(0, 50));
        watcher.append(evaluated(0, 100, false));
        QCOMPARE(watcher.results()[0].evaluations, std::uint64_t{10});
        QCOMPARE(watcher.results()[0].aurc, 0.0);
        watcher.append(evaluated(0, 50));
        QCOMPARE(watcher.results()[0].evaluations, std::uint64_t{11});
        QCOMPARE(watcher.results()[0].aurc, 0.0);
    }

    void failedEvaluationsAreNoBest()
    {
        const auto ruler = yardsticks();
        RunWatcher watcher(ruler);
        for (int i = 0; i < 12; ++i)
            watcher.append(evaluated(0, missing));
        const TaskResult result = watcher.results()[0];
        QCOMPARE(result.evaluations, std::uint64_t{12});
        QVERIFY(std::isnan(result.best) && std::isnan(result.aurc) && result.bestCell.isNone());
    }

    void totalOfAllTasks()
    {
        RunResult result;
        result.tasks.resize(2);
        result.tasks[0].evaluations = 7;
        result.tasks[1].evaluations = 35;
        QCOMPARE(result.evaluations(), std::uint64_t{42});
    }
};

QTEST_GUILESS_MAIN(TestRunResult)
#include "tst_runresult.moc"
