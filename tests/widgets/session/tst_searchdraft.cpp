// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ReadTable.h"
#include "tests/support/Shared.h"
#include "tests/support/SmallTable.h"
#include "widgets/session/SearchDraft.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace ktnas;

class TestSearchDraft : public QObject {
    Q_OBJECT

    static Measure measure(std::vector<double> values, Direction direction = Direction::Maximise)
    {
        Measure made;
        made.values = std::move(values);
        made.direction = direction;
        return made;
    }

private Q_SLOTS:
    void targetIsJustBelowTheBest()
    {
        QCOMPARE(targetJustBelowBest(measure({91.55, 91.6067, 80})).value(), 91.60);
        QCOMPARE(targetJustBelowBest(measure({91.6, 80})).value(),
                 91.59); // the best itself must go beyond it
        QCOMPARE(targetJustBelowBest(measure({0.5962, 0.5961})).value(), 0.5961);
        QCOMPARE(targetJustBelowBest(measure({-0.5})).value(), -0.51);
        const double none = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(targetJustBelowBest(measure({none, 3.14159})).value(), 3.14);
        QVERIFY(!targetJustBelowBest(measure({none, none})));
        QVERIFY(!targetJustBelowBest(measure({})));
        // A loss: smaller is better, so the target lies above the best.
        QCOMPARE(targetJustBelowBest(measure({0.6, 0.5938}, Direction::Minimise)).value(), 0.60);
    }
    void onlyTheBestIsBeyondTheTargetOnRealTables()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/nas-bench-201.csv");
        const auto table = readTable(path);
        const double published[] = {91.60, 73.49, 46.73};
        const SearchDraft draft = defaultDraft(*table);
        QCOMPARE(draft.tasks.size(), std::size_t{3});
        for (std::size_t t = 0; t < 3; ++t) {
            const double target = draft.stop.targets[t].value();
            QCOMPARE(target, published[t]);
            const auto& values = table->tasks()[t].measure().values;
            QCOMPARE(std::count_if(values.begin(), values.end(), [target](double v) { return v > target; }),
                     1);
        }
    }
    void tasksKeepWhatWasSet()
    {
        const auto table = test::smallTable();
        SearchDraft draft = defaultDraft(*table);
        QCOMPARE(draft.tasks, (std::vector<std::size_t>{0, 1, 2}));
        QVERIFY(draft.learnFrom == LearnFrom::everyone(3));
        draft.learnFrom.set(TaskId(2), TaskId(0), false);
        draft.stop.targets[2] = 1.5;
        const SearchDraft two = withTasks(draft, {0, 2}, *table);
        QVERIFY(!two.learnFrom(TaskId(1), TaskId(0)));
        QVERIFY(two.learnFrom(TaskId(0), TaskId(1)));
        QCOMPARE(two.stop.targets[1].value(), 1.5);
        const SearchDraft again = withTasks(two, {0, 1, 2}, *table);
        QVERIFY(!again.learnFrom(TaskId(2), TaskId(0)));
        QVERIFY(again.learnFrom(TaskId(2), TaskId(1)));
        QCOMPARE(again.stop.targets[1], defaultDraft(*table).stop.targets[1]);
    }
    void defaultsAreNotKeptAsChanges()
    {
        SearchDraft draft;
        const QString before = settingValue(draft, "K");
        QCOMPARE(before, QStringLiteral("10")); // the paper's
        draft = withSetting(draft, "K", "20");
        draft = withSetting(draft, "n", "2");
        QCOMPARE(settingValue(draft, "K"), QStringLiteral("20"));
        QCOMPARE(draft.changed.size(), std::size_t{2});
        draft = withSetting(draft, "K", "10");
        QCOMPARE(draft.changed, (SettingValues{{"n", "2"}}));
        QVERIFY(settingValue(draft, "no such setting").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestSearchDraft)
#include "tst_searchdraft.moc"
