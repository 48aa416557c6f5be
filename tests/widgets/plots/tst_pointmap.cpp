// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/PointMap.h"
#include "widgets/style/Colour.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>
#include <QWheelEvent>

#include <limits>

using namespace ktnas;
using ktnas::test::countPixels;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

/// A lattice of 10 × 10 points, index = 10 · row + column, row 0 at the bottom.
void fillLattice(PointMap& map)
{
    std::vector<float> x;
    std::vector<float> y;
    for (int i = 0; i < 100; ++i) {
        x.push_back(static_cast<float>(i % 10));
        y.push_back(static_cast<float>(i / 10));
    }
    map.setPositions(x, y);
}

QPoint at(const PointMap& map, int point)
{
    return map.pointPosition(point)->toPoint();
}

QVector<int> pointsOf(const QSignalSpy& spy)
{
    return spy.last().at(0).value<QVector<int>>();
}

SelectionMode modeOf(const QSignalSpy& spy)
{
    return spy.last().at(1).value<SelectionMode>();
}

void drag(PointMap& map, const std::vector<QPoint>& way, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&map, Qt::LeftButton, modifiers, way.front());
    for (const QPoint& place : way)
        QTest::mouseMove(&map, place);
    QTest::mouseRelease(&map, Qt::LeftButton, modifiers, way.back());
}

} // namespace

class TestPointMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void hoverPicksAndLeavesPoints()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        QSignalSpy spy(&map, &PointMap::hovered);
        moveTo(map, at(map, 37) + QPoint(2, 2));
        QCOMPARE(map.hoveredPoint(), 37);
        moveTo(map, (at(map, 37) + at(map, 48)) / 2);
        QCOMPARE(map.hoveredPoint(), -1);
        QCOMPARE(spy.count(), 2);
        map.setHovered(12); // from another view: shown, not told
        QCOMPARE(spy.count(), 2);
    }

    void clickSelectsByModifier_data()
    {
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<SelectionMode>("mode");
        QTest::newRow("plain") << Qt::KeyboardModifiers() << SelectionMode::Replace;
        QTest::newRow("shift") << Qt::KeyboardModifiers(Qt::ShiftModifier) << SelectionMode::Add;
        QTest::newRow("control") << Qt::KeyboardModifiers(Qt::ControlModifier) << SelectionMode::Add;
        QTest::newRow("alt") << Qt::KeyboardModifiers(Qt::AltModifier) << SelectionMode::Subtract;
    }
    void clickSelectsByModifier()
    {
        QFETCH(Qt::KeyboardModifiers, modifiers);
        QFETCH(SelectionMode, mode);
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        QSignalSpy edited(&map, &PointMap::selectionEdited);
        QSignalSpy activated(&map, &PointMap::activated);
        QTest::mouseClick(&map, Qt::LeftButton, modifiers, at(map, 55));
        QCOMPARE(edited.count(), 1);
        QCOMPARE(pointsOf(edited), QVector<int>{55});
        QCOMPARE(modeOf(edited), mode);
        QCOMPARE(activated.count(), mode == SelectionMode::Replace ? 1 : 0);
        // Beside all points: plain empties, the others change nothing.
        QTest::mouseClick(&map, Qt::LeftButton, modifiers, (at(map, 55) + at(map, 66)) / 2);
        QCOMPARE(edited.count(), mode == SelectionMode::Replace ? 2 : 1);
        // Enter on the hovered point does the same as the click.
        moveTo(map, at(map, 21));
        QTest::keyClick(&map, Qt::Key_Return, modifiers);
        QCOMPARE(pointsOf(edited), QVector<int>{21});
        QCOMPARE(modeOf(edited), mode);
    }

    void rectangleLassoAndBrushTakeWhatTheyCover()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        QSignalSpy edited(&map, &PointMap::selectionEdited);
        const QPoint half = (at(map, 11) - at(map, 0)) / 2; // half a step right and up
        map.setTool(PointMap::Tool::Rectangle);
        drag(map, {at(map, 11) - half, at(map, 22) + half}, Qt::ShiftModifier);
        QCOMPARE(edited.count(), 1);
        QCOMPARE(pointsOf(edited), (QVector<int>{11, 12, 21, 22}));
        QCOMPARE(modeOf(edited), SelectionMode::Add);

        map.setTool(PointMap::Tool::Lasso);
        const QPoint corner(-8, 8); // the map's rim is 14 px away
        drag(map,
             {at(map, 0) + corner, at(map, 3) + QPoint(half.x(), 8), at(map, 33) + half, at(map, 0) + corner},
             Qt::AltModifier); // the lower right triangle of 4 × 4, diagonal included
        QCOMPARE(modeOf(edited), SelectionMode::Subtract);
        QVERIFY(pointsOf(edited).contains(1));
        QVERIFY(pointsOf(edited).contains(23));
        QVERIFY(!pointsOf(edited).contains(10));
        QVERIFY(!pointsOf(edited).contains(32));
        QVERIFY(!pointsOf(edited).contains(4));

        map.setTool(PointMap::Tool::Brush);
        map.setBrushRadius(6);
        drag(map, {at(map, 70), at(map, 74)}); // a quick stroke of two events has no gaps
        QCOMPARE(pointsOf(edited), (QVector<int>{70, 71, 72, 73, 74}));
        QCOMPARE(modeOf(edited), SelectionMode::Replace);
    }

    void escapeLeavesTheGestureFirst()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        map.setTool(PointMap::Tool::Rectangle);
        QSignalSpy edited(&map, &PointMap::selectionEdited);
        QTest::mousePress(&map, Qt::LeftButton, {}, at(map, 11));
        QTest::mouseMove(&map, at(map, 11) + QPoint(30, 30));
        QTest::mouseMove(&map, at(map, 11) + QPoint(60, 60));
        QTest::keyClick(&map, Qt::Key_Escape);
        QTest::mouseRelease(&map, Qt::LeftButton, {}, at(map, 11) + QPoint(60, 60));
        QCOMPARE(edited.count(), 0);
    }

    void panAndZoomKeepWhatIsUnderTheHand()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        QSignalSpy moved(&map, &PointMap::viewChanged);
        const QPoint before = at(map, 44);
        drag(map, {before, before + QPoint(20, 5), before + QPoint(40, 10)});
        QCOMPARE(at(map, 44), before + QPoint(40, 10));
        QTest::mousePress(&map, Qt::MiddleButton, {}, before);
        QTest::mouseMove(&map, before - QPoint(40, 10));
        QTest::mouseRelease(&map, Qt::MiddleButton, {}, before - QPoint(40, 10));
        QCOMPARE(at(map, 44), before);
        const int step = at(map, 45).x() - at(map, 44).x();
        QWheelEvent wheel(before, map.mapToGlobal(before), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&map, &wheel);
        QVERIFY((at(map, 44) - before).manhattanLength() <= 1);
        QVERIFY(at(map, 45).x() - at(map, 44).x() > step);
        QVERIFY(moved.count() >= 4);
        QTest::keyClick(&map, Qt::Key_0);
        QCOMPARE(at(map, 45).x() - at(map, 44).x(), step);
    }

    void arrowsWalkTheLatticeAndEnterPicks()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        map.setCurrent(33);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.hoveredPoint(), 34);
        QTest::keyClick(&map, Qt::Key_Up);
        QCOMPARE(map.hoveredPoint(), 44);
        QTest::keyClick(&map, Qt::Key_Left);
        QTest::keyClick(&map, Qt::Key_Down);
        QCOMPARE(map.hoveredPoint(), 33);
        std::vector<std::uint8_t> flags(100, 0);
        flags[34] = PointMap::hidden;
        flags[35] = PointMap::dimmed;
        map.setFlags(flags);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(map.hoveredPoint(), 35); // over the hidden one
        QTest::keyClick(&map, Qt::Key_Escape);
        QCOMPARE(map.hoveredPoint(), -1);
    }

    void pixelsShowColoursSelectionAndFlags()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        map.setPointSize(9);
        std::vector<QRgb> colours(100, qRgb(10, 20, 200));
        map.setColours(colours);
        showAt(map, 400, 400);
        const Theme& theme = m_themes.theme();
        QCOMPARE(picture(map).pixel(at(map, 42)), qRgb(10, 20, 200));
        QVERIFY(countPixels(picture(map), QColor(10, 20, 200)) > 100 * 40);

        map.setSelection({42});
        QImage image = picture(map);
        QCOMPARE(image.pixel(at(map, 42)), qRgb(10, 20, 200));
        const QRgb rest = image.pixel(at(map, 77));
        const QRgb expected = mixed(theme.ground, QColor(10, 20, 200), 0.55).rgb();
        QVERIFY(std::abs(qRed(rest) - qRed(expected)) <= 2 && std::abs(qBlue(rest) - qBlue(expected)) <= 2);
        QVERIFY(countPixels(image, theme.text) > 8); // the ring

        map.setSelection({});
        std::vector<std::uint8_t> flags(100, 0);
        flags[77] = PointMap::hidden;
        map.setFlags(flags);
        QCOMPARE(picture(map).pixel(at(map, 77)), theme.ground.rgb());
    }

    void valuesFollowTheThemeAndMissingIsNoColourOfTheMap()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        map.setPointSize(9);
        std::vector<float> values(100, 1.0F);
        values[5] = std::numeric_limits<float>::quiet_NaN();
        map.setValues(values, MapScale::Sequential);
        showAt(map, 400, 400);
        QCOMPARE(picture(map).pixel(at(map, 42)), m_themes.theme().sequential().at(1));
        QCOMPARE(picture(map).pixel(at(map, 5)), m_themes.theme().edge.rgb());
        m_themes.setChoice(ThemeProvider::Choice::Dark);
        QCOMPARE(picture(map).pixel(at(map, 42)), m_themes.theme().sequential().at(1));
        m_themes.setChoice(ThemeProvider::Choice::Light);
    }

    void densityShowsTheFullestBinInTheBestColour()
    {
        PointMap map(&m_themes);
        std::vector<float> x(500, 1.0F);
        std::vector<float> y(500, 1.0F);
        x[0] = 0;
        y[0] = 0;
        map.setPositions(x, y);
        map.setDensity(true);
        showAt(map, 300, 300);
        QCOMPARE(picture(map).pixel(at(map, 300)), m_themes.theme().sequential().at(1));
        QVERIFY(picture(map).pixel(at(map, 0)) != m_themes.theme().ground.rgb());
    }

    void resizingKeepsEverythingInView()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        map.resize(300, 500);
        picture(map);
        for (int point = 0; point < 100; ++point)
            QVERIFY(map.mapRect().contains(at(map, point)));
    }

    void newPointsForgetOldMarks()
    {
        PointMap map(&m_themes);
        fillLattice(map);
        showAt(map, 400, 400);
        map.setSelection({99});
        map.setCurrent(98);
        map.setHovered(97);
        map.setMarks({{99, {}, 0, true, false, 0, true}});
        map.setPositions({1, 2}, {1, 2});
        picture(map);
        QCOMPARE(map.hoveredPoint(), -1);
        map.setPositions({}, {});
        map.setEmptyText(QStringLiteral("No table is open."));
        picture(map);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Plus);
        QTest::mouseClick(&map, Qt::LeftButton, {}, QPoint(50, 50));
        QCOMPARE(map.hoveredPoint(), -1);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestPointMap)
#include "tst_pointmap.moc"
