// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/TimeLine.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

#include <map>
#include <random>

using namespace ktnas;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

void fill(TimeLine& line, int count)
{
    line.setLanes({{QStringLiteral("CIFAR-10"), QStringLiteral("C10"), 0},
                   {QStringLiteral("CIFAR-100"), QStringLiteral("C100"), 1}});
    std::vector<TimeLineEvent> events;
    for (int i = 0; i < count; ++i) {
        TimeLineEvent event;
        event.event = static_cast<std::uint64_t>(i);
        event.lane = i % 2;
        events.push_back(event);
    }
    line.append(events);
    line.appendGenerations(
        {{0, QStringLiteral("first")}, {30, QStringLiteral("1")}, {60, QStringLiteral("2")}});
}

} // namespace

class TestTimeLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void scaleMapsEventsAndCursors_data()
    {
        QTest::addColumn<TimeScale>("scale");
        QTest::addColumn<quint64>("event");
        QTest::addColumn<double>("eventX");
        QTest::addColumn<double>("cursorX");
        QTest::newRow("whole") << TimeScale(0, 100, 50, 250) << quint64(0) << 51.0 << 50.0;
        QTest::newRow("whole, last") << TimeScale(0, 100, 50, 250) << quint64(99) << 249.0 << 248.0;
        QTest::newRow("part") << TimeScale(40, 60, 0, 200) << quint64(50) << 105.0 << 100.0;
        QTest::newRow("empty record") << TimeScale(0, 0, 0, 200) << quint64(0) << 100.0 << 0.0;
    }
    void scaleMapsEventsAndCursors()
    {
        QFETCH(TimeScale, scale);
        QFETCH(quint64, event);
        QFETCH(double, eventX);
        QFETCH(double, cursorX);
        QCOMPARE(scale.eventX(event), eventX);
        QCOMPARE(scale.cursorX(event), cursorX);
        QCOMPARE(scale.positionAt(cursorX, 100), event);
        QCOMPARE(scale.firstEventFrom(eventX), event);
        QCOMPARE(scale.firstEventFrom(eventX + 1e-6), event + 1);
    }

    void positionsAreClampedToTheRecord()
    {
        const TimeScale scale(0, 100, 50, 250);
        QCOMPARE(scale.positionAt(-1e6, 100), std::uint64_t{0});
        QCOMPARE(scale.positionAt(1e6, 100), std::uint64_t{100});
        QCOMPARE(scale.positionAt(250, 80), std::uint64_t{80});
    }

    void zoomKeepsWhatIsUnderThePointer()
    {
        const TimeScale scale(0, 1000, 0, 500);
        const TimeScale closer = scale.zoomedAt(200, 4, 1000, 10);
        QCOMPARE(closer.to() - closer.from(), 250.0);
        QVERIFY(std::abs(closer.cursorX(400) - 200) < 1e-9);
        QCOMPARE(closer.zoomedAt(200, 1e-9, 1000, 10), scale); // never more than the record
        const TimeScale closest = scale.zoomedAt(200, 1e9, 1000, 10);
        QVERIFY(std::abs(closest.to() - closest.from() - 10) < 1e-9);
        QCOMPARE(closer.panned(1e9, 1000).from(), 0.0);
        QCOMPARE(closer.panned(-1e9, 1000).to(), 1000.0);
    }

    void columnsMergeWhatIsNarrowerThanTheirWidth_data()
    {
        QTest::addColumn<double>("width");
        QTest::addColumn<double>("from");
        QTest::addColumn<double>("to");
        QTest::newRow("1 px, all") << 1.0 << 0.0 << 20000.0;
        QTest::newRow("3 px, all") << 3.0 << 0.0 << 20000.0;
        QTest::newRow("1 px, part") << 1.0 << 7000.0 << 7400.0;
        QTest::newRow("1 px, few") << 1.0 << 7000.0 << 7040.0;
    }
    void columnsMergeWhatIsNarrowerThanTheirWidth()
    {
        QFETCH(double, width);
        QFETCH(double, from);
        QFETCH(double, to);
        std::mt19937 generator(17);
        LaneTicks ticks;
        std::vector<std::uint64_t> events;
        for (std::uint64_t event = 0; event < 20000; ++event) {
            if (generator() % 3 == 0 || (event > 5000 && event < 5400)) {
                ticks.append(event);
                events.push_back(event);
            }
        }
        const TimeScale scale(from, to, 120, 760);
        struct Expected {
            std::uint32_t count = 0;
            std::uint64_t first = 0;
            std::uint64_t last = 0;
        };
        std::map<long, Expected> expected; // brute force: every event into its column
        for (const std::uint64_t event : events) {
            const double x = scale.eventX(event);
            if (x < scale.left() || x >= scale.right())
                continue;
            Expected& column = expected[std::lround(std::floor(x / width))];
            column.first = column.count == 0 ? event : column.first;
            column.last = event;
            ++column.count;
        }
        auto next = expected.begin();
        ticks.visitColumns(scale, width, [&](const LaneTicks::Column& column) {
            QVERIFY(next != expected.end());
            QCOMPARE(std::lround(std::floor(column.middle / width)), next->first);
            QCOMPARE(column.count, next->second.count);
            QCOMPARE(column.first, next->second.first);
            QCOMPARE(column.last, next->second.last);
            QCOMPARE(ticks[column.firstIndex], column.first);
            if (column.count == 1)
                QCOMPARE(column.middle, scale.eventX(column.first));
            ++next;
        });
        QVERIFY(next == expected.end());
    }

    void nearestTickIsBruteForce()
    {
        LaneTicks ticks;
        for (const std::uint64_t event : {3, 4, 10, 50})
            ticks.append(event);
        const TimeScale scale(0, 60, 0, 600);
        QCOMPARE(ticks.nearest(scale, 52, 30).value_or(99), std::uint64_t{4});
        QCOMPARE(ticks.nearest(scale, 90, 30).value_or(99), std::uint64_t{10});
        QVERIFY(!ticks.nearest(scale, 300, 30));
        QCOMPARE(ticks.nearest(scale, 505, 0).value_or(99), std::uint64_t{50});
        QVERIFY(!LaneTicks().nearest(scale, 50, 1000));
    }

    void pressAndDragMoveTheCursor()
    {
        TimeLine line(&m_themes);
        fill(line, 100);
        showAt(line, 900, 92);
        QSignalSpy moved(&line, &TimeLine::cursorMoved);
        const auto at = [&](std::uint64_t position) {
            return QPoint(qRound(line.scale().cursorX(position)), 50);
        };
        QTest::mousePress(&line, Qt::LeftButton, {}, at(40));
        QCOMPARE(moved.last(), (QList<QVariant>{quint64(40), false}));
        QTest::mouseMove(&line, at(55));
        QCOMPARE(moved.last(), (QList<QVariant>{quint64(55), false}));
        QTest::mouseMove(&line, QPoint(5000, 50)); // out of the window: the record's end
        QCOMPARE(moved.last(), (QList<QVariant>{quint64(100), false}));
        QTest::mouseRelease(&line, Qt::LeftButton, {}, at(70));
        QCOMPARE(moved.last(), (QList<QVariant>{quint64(70), true}));
        QCOMPARE(line.cursorPosition(), std::uint64_t{70});
        const int told = static_cast<int>(moved.count());
        line.setCursorPosition(10); // from the session: shown, not told
        QCOMPARE(moved.count(), told);
    }

    void keysStepEventsAndGenerations_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<quint64>("position");
        const Qt::KeyboardModifiers none;
        QTest::newRow("right") << int(Qt::Key_Right) << none << quint64(46);
        QTest::newRow("left") << int(Qt::Key_Left) << none << quint64(44);
        QTest::newRow("shift right") << int(Qt::Key_Right) << Qt::KeyboardModifiers(Qt::ShiftModifier)
                                     << quint64(55);
        QTest::newRow("page down") << int(Qt::Key_PageDown) << none << quint64(60);
        QTest::newRow("page up") << int(Qt::Key_PageUp) << none << quint64(30);
        QTest::newRow("home") << int(Qt::Key_Home) << none << quint64(0);
        QTest::newRow("end") << int(Qt::Key_End) << none << quint64(100);
    }
    void keysStepEventsAndGenerations()
    {
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(quint64, position);
        TimeLine line(&m_themes);
        fill(line, 100);
        showAt(line, 900, 92);
        line.setCursorPosition(45);
        QSignalSpy moved(&line, &TimeLine::cursorMoved);
        QTest::keyClick(&line, static_cast<Qt::Key>(key), modifiers);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.last(), (QList<QVariant>{position, true}));
    }

    void afterTheCursorIsFainter()
    {
        TimeLine line(&m_themes);
        fill(line, 100);
        showAt(line, 900, 92);
        line.setCursorPosition(50);
        const QImage image = picture(line);
        const auto ink = [&](std::uint64_t event) {
            const int x = static_cast<int>(line.scale().eventX(event));
            const int y = qRound(line.laneY(static_cast<int>(event % 2))) - 2;
            int darkest = 255;
            for (int dx = -1; dx <= 1; ++dx)
                darkest = std::min(darkest, qGray(image.pixel(x + dx, y)));
            return darkest;
        };
        QVERIFY(ink(20) < ink(80) - 50);
        QVERIFY(ink(80) < qGray(m_themes.theme().panel.rgb()) - 20); // still there
    }

    void growsWhileAllIsShownAndStaysWhereZoomed()
    {
        TimeLine line(&m_themes);
        fill(line, 100);
        showAt(line, 900, 92);
        line.setEnd(200);
        QCOMPARE(line.scale().to(), 200.0);
        QTest::keyClick(&line, Qt::Key_Plus);
        const double to = line.scale().to();
        QVERIFY(to < 200);
        line.setEnd(300);
        QCOMPARE(line.scale().to(), to);
        line.setCursorPosition(290); // comes into sight
        QVERIFY(line.scale().cursorX(290) <= line.scale().right());
        QTest::keyClick(&line, Qt::Key_0);
        QCOMPARE(line.scale().to(), 300.0);
    }

    void hoverFindsRareMarksFirst()
    {
        TimeLine line(&m_themes);
        fill(line, 100);
        TimeLineEvent best;
        best.event = 100;
        best.kind = TimeLineEvent::Kind::NewBest;
        TimeLineEvent tick;
        tick.event = 101;
        line.append(std::vector<TimeLineEvent>{best, tick});
        showAt(line, 500, 92);
        QSignalSpy hovered(&line, &TimeLine::hovered);
        moveTo(line, QPoint(qRound(line.scale().eventX(101)), qRound(line.laneY(0))));
        QCOMPARE(hovered.last(), (QList<QVariant>{qint64(100), 0}));
        moveTo(line, QPoint(qRound(line.scale().eventX(10)), qRound(line.laneY(0))));
        QCOMPARE(hovered.last(), (QList<QVariant>{qint64(10), 0}));
        moveTo(line, QPoint(2, 2));
        QCOMPARE(hovered.last(), (QList<QVariant>{qint64(-1), -1}));
    }

    void emptyTakesAllInput()
    {
        TimeLine line(&m_themes);
        line.setEmptyText(QStringLiteral("No run on this table yet."));
        showAt(line, 600, 36);
        QSignalSpy moved(&line, &TimeLine::cursorMoved);
        picture(line);
        QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(300, 18));
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_PageDown, Qt::Key_Plus, Qt::Key_0})
            QTest::keyClick(&line, key);
        QCOMPARE(moved.count(), 0);
        fill(line, 3);
        line.setFolded(true);
        picture(line);
    }

    void lostMigrantsAreHollow()
    {
        TimeLine line(&m_themes);
        line.setLanes({{QStringLiteral("CIFAR-10"), QStringLiteral("C10"), 0}});
        std::vector<TimeLineEvent> events(2);
        events[0] = {10, 0, TimeLineEvent::Kind::Migrant, 1};
        events[1] = {60, 0, TimeLineEvent::Kind::Migrant, 1};
        line.append(events);
        line.setEnd(100);
        line.setCursorPosition(100);
        showAt(line, 800, 92);
        const auto colourAt = [&](std::uint64_t event) {
            return picture(line).pixel(static_cast<int>(line.scale().eventX(event)),
                                       static_cast<int>(line.laneY(0)));
        };
        const QRgb source = m_themes.theme().taskColour(1).rgb();
        QCOMPARE(colourAt(10), source);
        const std::vector<std::uint64_t> lost{10};
        line.markLost(lost);
        QCOMPARE(colourAt(10), m_themes.theme().ground.rgb());
        QCOMPARE(colourAt(60), source);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestTimeLine)
#include "tst_timeline.moc"
