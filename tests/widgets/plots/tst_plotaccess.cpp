// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/plots/DepthCurve.h"
#include "widgets/plots/HeatMap.h"
#include "widgets/plots/PointMap.h"
#include "widgets/plots/Sankey.h"
#include "widgets/plots/SlopeView.h"
#include "widgets/plots/TimeLine.h"
#include "widgets/plots/VoteDiagram.h"
#include "widgets/style/ThemeProvider.h"

#include <QAccessible>

#include <limits>

using namespace ktnas;
using ktnas::test::showAt;
using Qt::StringLiterals::operator""_s;

namespace {

/// What an assistive program hears as the view's value.
QString heard(QWidget& view)
{
    return QAccessible::queryAccessibleInterface(&view)->text(QAccessible::Value);
}

} // namespace

class TestPlotAccess : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        m_themes.setChoice(ThemeProvider::Choice::Light);
    }

    void heatMapIsATable()
    {
        HeatMap map(&m_themes);
        map.setHeading(u"How much tasks agree"_s);
        map.setSummary(u"Scene and Segmentation disagree"_s);
        QAccessibleInterface* view = QAccessible::queryAccessibleInterface(&map);
        QVERIFY(view != nullptr && view->tableInterface() != nullptr);
        QCOMPARE(view->childCount(), 0);
        QCOMPARE(heard(map), u"Scene and Segmentation disagree"_s); // before there are numbers

        HeatMapData data;
        data.rows = {u"Scene"_s, u"Object"_s};
        data.columns = {u"S"_s, u"O"_s, u"R"_s};
        data.values = {1, 0.5, -0.25, 0.5, std::numeric_limits<double>::quiet_NaN(), 0};
        data.texts = {u"1"_s, u".5"_s, u"−.25"_s, u".5"_s, u"–"_s, u"0"_s};
        map.setData(data);
        showAt(map, 400, 200);
        QCOMPARE(view->role(), QAccessible::Table);
        QCOMPARE(view->text(QAccessible::Name), u"How much tasks agree"_s);
        QCOMPARE(view->text(QAccessible::Description), u"Scene and Segmentation disagree"_s);
        QAccessibleTableInterface* table = view->tableInterface();
        QCOMPARE(table->rowCount(), 2);
        QCOMPARE(table->columnCount(), 3);
        QCOMPARE(table->rowDescription(1), u"Object"_s);
        QCOMPARE(table->columnDescription(2), u"R"_s);
        QCOMPARE(view->childCount(), 6);
        QAccessibleInterface* cell = table->cellAt(0, 2);
        QCOMPARE(cell, view->child(2)); // one object a cell
        QCOMPARE(view->indexOfChild(cell), 2);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->text(QAccessible::Name), u"Scene, R: −.25"_s);
        QCOMPARE(cell->text(QAccessible::Value), u"−.25"_s);
        QCOMPARE(table->cellAt(1, 1)->text(QAccessible::Name), u"Object, O: no value"_s);
        QCOMPARE(cell->rect().size(), map.cellRect({0, 2}).size());
        QCOMPARE(view->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
        QCOMPARE(table->cellAt(2, 0), nullptr);
        QCOMPARE(table->selectedCellCount(), 0);

        map.setSelected(MatrixCell{1, 0});
        QCOMPARE(heard(map), u"Object, S: .5"_s);
        QCOMPARE(table->selectedCells().first(), table->cellAt(1, 0));
        QVERIFY(table->cellAt(1, 0)->state().selected);
        QTest::keyClick(&map, Qt::Key_Up);
        QCOMPARE(heard(map), u"Scene, S: 1"_s);
        QVERIFY(table->cellAt(0, 0)->state().focused);

        map.setData({});
        QVERIFY(!cell->isValid()); // an assistive program may still hold it
        QCOMPARE(cell->text(QAccessible::Name), QString());
    }

    void depthCurveTellsItsDepth()
    {
        DepthCurve curve(&m_themes);
        curve.setLabels(u"all cells"_s, u"noise ceiling"_s, u"same twins"_s);
        std::vector<DepthCurvePoint> points(2);
        points[0].share = 0.1;
        points[0].value = 0.06;
        points[0].ceilingLow = -0.1;
        points[0].ceilingMedian = 0.24;
        points[0].ceilingHigh = 0.5;
        points[1].value = 0.84;
        curve.setPoints(points);
        curve.setDepth(1);
        QCOMPARE(heard(curve), u"all; all cells: .84"_s);
        showAt(curve, 420, 300);
        QTest::keyClick(&curve, Qt::Key_Left);
        QCOMPARE(heard(curve), u"10\u00A0%; all cells: .06; noise ceiling: .24 (−.10 to .50)"_s);
        QCOMPARE(QAccessible::queryAccessibleInterface(&curve)->role(), QAccessible::Chart);
    }

    void slopesTellWhatMoved()
    {
        SlopeView view(&m_themes);
        SlopeData data;
        data.lines = {{u"1"_s, 1, 800, u"Cell 12"_s}, {u"2"_s, 2, 3, u"Cell 99"_s}};
        data.leftTitle = u"rank on Scene"_s;
        data.rightTitle = u"rank on Segmentation"_s;
        data.rightCount = 4096;
        data.displacement = 100;
        view.setData(data);
        showAt(view, 440, 360);
        QCOMPARE(heard(view), u"2 cells, 1 moved further than twins do"_s);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(heard(view), u"Cell 12: rank on Scene 1, rank on Segmentation 800"_s);
    }

    void timeLineTellsItsCursor()
    {
        TimeLine line(&m_themes);
        line.setSummary(u"No run"_s);
        QCOMPARE(heard(line), u"No run"_s);
        line.setLanes({{u"CIFAR-10"_s, u"C10"_s, 0}});
        line.setEnd(1234);
        line.appendGenerations({{0, u"first cells, random"_s}, {30, u"1"_s}});
        line.setCursorPosition(7);
        QCOMPARE(heard(line), u"event 7 of 1,234, first cells, random"_s);
        line.setCursorPosition(1000);
        QCOMPARE(heard(line), u"event 1,000 of 1,234, generation 1"_s);
    }

    void votesTellTheirRows()
    {
        VoteDiagram view(&m_themes);
        VoteData data;
        data.entries = {{u"gen 1"_s, u"cell 5"_s, {}, true, 1}, {u"gen 2"_s, u"cell 6"_s, {}, false, -1}};
        VoteCandidate loser;
        loser.name = u"cell 7"_s;
        VoteCandidate winner;
        winner.name = u"cell 8"_s;
        winner.isChosen = true;
        winner.phi = 1;
        winner.truthRank = 64;
        data.candidates = {loser, winner};
        data.truthCount = 4096;
        view.setData(data);
        showAt(view, 900, 300);
        QCOMPARE(heard(view), u"2 candidates, 2 of 2 votes counted"_s);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(heard(view), u"cell 8, φ +1, in truth rank 64, chosen"_s);
        QTest::keyClick(&view, Qt::Key_Escape);
        view.setStep(0);
        QCOMPARE(heard(view), u"2 candidates, 0 of 2 votes counted"_s);
        view.setStep(-1);
        view.setCurrent(VoteLayout::Row{VoteLayout::Side::Voters, 0});
        QCOMPARE(heard(view), u"cell 5, labelled +1, votes for cell 8"_s);
        view.setCurrent(VoteLayout::Row{VoteLayout::Side::Voters, 1});
        QCOMPARE(heard(view), u"cell 6, labelled −1, votes for nobody"_s);
    }

    void curvesTellTheirEnd()
    {
        CurveChart chart(&m_themes);
        CurveAxes axes = CurveAxes::ranks(15625, 100);
        chart.setAxes(axes);
        Curve best;
        best.name = u"best"_s;
        best.shape = Curve::Shape::Step;
        best.points = {{1, 9000}, {40, 12}, {90, 3}};
        Curve mean;
        mean.look = Curve::Look::Mean;
        mean.points = {{1, 9000}, {90, 700}};
        chart.setCurves({mean, best});
        QCOMPARE(heard(chart), u"best: 3 at 90"_s);
        chart.setCursorX(50);
        QCOMPARE(heard(chart), u"best: 12 at 50"_s);
        showAt(chart, 400, 300);
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(heard(chart), u"best: 12 at 40"_s);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(heard(chart), u"best: 9,000 at 39"_s);
    }

    void mapAndFlowsTellWhatTheyHold()
    {
        PointMap map(&m_themes);
        map.setPositions({0, 1, 2}, {0, 1, 2});
        QCOMPARE(heard(map), u"3 cells"_s);
        map.setSelection({0, 2});
        QCOMPARE(heard(map), u"3 cells, 2 selected"_s);
        map.setNames([](int point) { return u"cell %1"_s.arg(point); });
        map.setHovered(2);
        QCOMPARE(heard(map), u"cell 2"_s);

        Sankey flows(&m_themes);
        SankeyData data;
        data.columns = {
            {{u"C10 24"_s, SankeyBlock::Look::Task, 0}, {u"C100 4"_s, SankeyBlock::Look::Task, 1}},
            {{u"28 survived"_s, SankeyBlock::Look::Strong, -1}}};
        data.flows = {{{0, 0}, 24}, {{1, 0}, 4}};
        data.flowTasks = {0, 1};
        flows.setData(data);
        showAt(flows, 400, 300);
        QCOMPARE(heard(flows), u"C10 24, C100 4 → 28 survived"_s);
        QTest::keyClick(&flows, Qt::Key_Right);
        QTest::keyClick(&flows, Qt::Key_Right);
        QCOMPARE(heard(flows), u"28 survived"_s);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestPlotAccess)
#include "tst_plotaccess.moc"
