// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/LabelPlace.h"
#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/MapView.h"
#include "widgets/plots/MatrixLayout.h"
#include "widgets/plots/SankeyLayout.h"
#include "widgets/plots/Scale.h"
#include "widgets/plots/StepCurve.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace ktnas;

namespace {

constexpr double noNumber = std::numeric_limits<double>::quiet_NaN();

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

} // namespace

class TestPlotGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scales_data()
    {
        QTest::addColumn<Scale>("scale");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("pixel");
        using enum Scale::Kind;
        QTest::newRow("linear") << Scale(Linear, 0, 10, 100, 200) << 2.5 << 125.0;
        QTest::newRow("upwards") << Scale(Linear, 0, 10, 200, 100) << 2.5 << 175.0;
        QTest::newRow("outside") << Scale(Linear, 0, 10, 100, 200) << -1.0 << 90.0;
        QTest::newRow("ranks, worst end") << Scale(Log, 10000, 1, 0, 400) << 10000.0 << 0.0;
        QTest::newRow("ranks, middle") << Scale(Log, 10000, 1, 0, 400) << 100.0 << 200.0;
        QTest::newRow("ranks, best end") << Scale(Log, 10000, 1, 0, 400) << 1.0 << 400.0;
        QTest::newRow("depth") << Scale(Log, 0.05, 1, 0, 300) << std::sqrt(0.05) << 150.0;
    }
    void scales()
    {
        QFETCH(Scale, scale);
        QFETCH(double, value);
        QFETCH(double, pixel);
        QVERIFY(isNear(scale.toPixel(value), pixel));
        QVERIFY(isNear(scale.toValue(pixel), value, 1e-9 * std::max(1.0, value)));
    }

    void scalesSurviveNoRangeAndNoNumber()
    {
        const Scale point(Scale::Kind::Linear, 3, 3, 10, 30);
        QCOMPARE(point.toPixel(3), 20.0);
        QVERIFY(std::isnan(point.toPixel(noNumber)));
        const Scale nought(Scale::Kind::Log, 0, 1, 0, 100);
        QVERIFY(std::isfinite(nought.toPixel(0)));
        QCOMPARE(Scale(Scale::Kind::Linear, 0, 1, 0, 100).toPixelClamped(7), 100.0);
        QCOMPARE(Scale(Scale::Kind::Linear, 0, 1, 100, 0).toPixelClamped(-7), 100.0);
    }

    void ticksAreRoundAndInside_data()
    {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<std::vector<double>>("ticks");
        QTest::newRow("hundred") << 0.0 << 110.0 << 3 << std::vector<double>{0, 50, 100};
        QTest::newRow("signed") << -0.05 << 0.25 << 3 << std::vector<double>{0, 0.1, 0.2};
        QTest::newRow("generations") << 2.0 << 12.0 << 4 << std::vector<double>{2, 4, 6, 8, 10, 12};
        QTest::newRow("turned") << 1.0 << 0.0 << 2 << std::vector<double>{0, 0.5, 1};
        QTest::newRow("point") << 4.0 << 4.0 << 4 << std::vector<double>{4};
        QTest::newRow("not finite") << 0.0 << double(INFINITY) << 4 << std::vector<double>{};
    }
    void ticksAreRoundAndInside()
    {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(int, wanted);
        QFETCH(std::vector<double>, ticks);
        const std::vector<double> found = roundTicks(low, high, wanted);
        QCOMPARE(found.size(), ticks.size());
        for (std::size_t i = 0; i < ticks.size(); ++i)
            QVERIFY2(isNear(found[i], ticks[i]), qPrintable(QString::number(found[i])));
    }

    void rankTicksEndAtTheLastRank()
    {
        QCOMPARE(rankTicks(4096, true), (std::vector<double>{1, 10, 100, 1000, 4096}));
        QCOMPARE(rankTicks(15625, true), (std::vector<double>{1, 10, 100, 1000, 15625}));
        QCOMPARE(rankTicks(15625, false), (std::vector<double>{1, 10, 100, 1000, 10000}));
        QCOMPARE(rankTicks(1, true), (std::vector<double>{1}));
        QCOMPARE(rankTicks(0, true), (std::vector<double>{1}));
    }

    void decimalsFollowTheStep()
    {
        QCOMPARE(decimalsForStep(50), 0);
        QCOMPARE(decimalsForStep(0.1), 1);
        QCOMPARE(decimalsForStep(0.25), 2);
        QCOMPARE(decimalsForStep(0), 0);
    }

    void labelsKeepApartInOrderAndInside()
    {
        std::mt19937 generator(11);
        for (int round = 0; round < 200; ++round) {
            std::vector<double> wishes;
            const auto count = static_cast<int>(1 + generator() % 12);
            for (int i = 0; i < count; ++i)
                wishes.push_back(static_cast<double>(generator() % 100));
            const std::vector<double> placed = spreadLabels(wishes, 8, 0, 100);
            for (std::size_t i = 0; i < wishes.size(); ++i) {
                QVERIFY(placed[i] >= -1e-9 && placed[i] <= 100 + 1e-9);
                for (std::size_t j = 0; j < i; ++j) {
                    QVERIFY(std::abs(placed[i] - placed[j]) >= 8 - 1e-9);
                    if (wishes[j] < wishes[i])
                        QVERIFY(placed[j] < placed[i]);
                }
            }
        }
    }

    void labelsStayWhereTheyFitAndShareTheWay()
    {
        QCOMPARE(spreadLabels({10, 50, 90}, 8, 0, 100), (std::vector<double>{10, 50, 90}));
        QCOMPARE(spreadLabels({50, 50}, 8, 0, 100), (std::vector<double>{46, 54}));
        QCOMPARE(spreadLabels({99, 99}, 8, 0, 100), (std::vector<double>{92, 100}));
        QCOMPARE(spreadLabels({5, 6, 7}, 60, 0, 100), (std::vector<double>{0, 50, 100})); // too many
        QVERIFY(spreadLabels({}, 8, 0, 100).empty());
    }

    void thinnedLabelsKeepTheWanted()
    {
        QCOMPARE(thinLabels({0, 5, 10, 15}, 10, {}), (std::vector<bool>{true, false, true, false}));
        QCOMPARE(thinLabels({0, 5, 10, 15}, 10, {1}), (std::vector<bool>{false, true, false, true}));
        QCOMPARE(thinLabels({0, 5}, 10, {-1, 7}), (std::vector<bool>{true, false}));
        // Against the rule itself, each against all others.
        std::mt19937 generator(5);
        std::uniform_real_distribution<double> place(0, 300);
        for (int round = 0; round < 20; ++round) {
            std::vector<double> centres(40);
            std::generate(centres.begin(), centres.end(), [&] { return place(generator); });
            const std::vector<bool> shown = thinLabels(centres, 9, {round});
            std::vector<bool> expected(centres.size(), false);
            expected[static_cast<std::size_t>(round)] = true;
            for (std::size_t i = 0; i < centres.size(); ++i) {
                bool isFree = true;
                for (std::size_t j = 0; j < centres.size(); ++j)
                    isFree = isFree && (!expected[j] || std::abs(centres[i] - centres[j]) >= 9);
                expected[i] = expected[i] || isFree;
            }
            QCOMPARE(shown, expected);
        }
    }

    void labelsAvoidWordsAndLines()
    {
        const QRectF area(0, 0, 200, 100);
        const QSizeF size(60, 16);
        const std::vector<QPointF> middle{QPointF(100, 50)};
        // Nothing in the way: at the anchor.
        const QRectF alone = placeLabel(size, area, middle, {}, {}).place;
        QVERIFY(alone.contains(middle.front()) && area.contains(alone));
        // The anchor's place is taken: next to it, touching nothing.
        const QRectF other(60, 30, 80, 40);
        const QRectF beside = placeLabel(size, area, middle, {other}, {}).place;
        QVERIFY(!beside.intersects(other) && area.contains(beside));
        // A line through the anchor: above or below it.
        const QPolygonF line({QPointF(0, 50), QPointF(200, 50)});
        const QRectF off = placeLabel(size, area, middle, {}, {line}).place;
        QVERIFY(off.bottom() <= 50 || off.top() >= 50);
        QVERIFY(std::abs(off.center().y() - 50) < 16);
        // Of two anchors the one that the leader reaches without crossing the line.
        const PlacedLabel above = placeLabel(size, QRectF(0, 0, 200, 45), {{100, 95}, {20, 60}}, {},
                                             {QPolygonF({QPointF(60, 50), QPointF(200, 50)})});
        QCOMPARE(above.anchor, QPointF(20, 60));
        QCOMPARE(above.leader().p2(), above.anchor);
        QVERIFY(above.place.adjusted(-1, -1, 1, 1).contains(above.leader().p1()));
        // No room at all: inside the area from its corner.
        QCOMPARE(placeLabel({300, 120}, area, middle, {}, {}).place.topLeft(), QPointF(0, 0));
    }

    void mapsFitZoomAndPan()
    {
        const QRectF world(-1, 2, 4, 2);
        const MapView view = MapView::fitted(world, QRectF(0, 0, 220, 320), 10);
        QCOMPARE(view.zoom(), 50.0);
        QCOMPARE(view.toScreen({-1, 3}), QPointF(10, 160));
        QCOMPARE(view.toScreen({1, 4}), QPointF(110, 110)); // larger y is further up
        QCOMPARE(view.toWorld({110, 110}), QPointF(1, 4));
        MapView zoomed = view;
        zoomed.zoomAt({60, 70}, 4, 1, 1000);
        QCOMPARE(zoomed.zoom(), 200.0);
        QVERIFY(isNear(zoomed.toWorld({60, 70}).x(), view.toWorld({60, 70}).x()));
        QVERIFY(isNear(zoomed.toWorld({60, 70}).y(), view.toWorld({60, 70}).y()));
        zoomed.zoomAt({0, 0}, 100, 1, 1000);
        QCOMPARE(zoomed.zoom(), 1000.0);
        const QRectF visible = view.visibleWorld(QRectF(0, 0, 220, 320));
        QVERIFY(visible.contains(world));
        QVERIFY(isNear(visible.width(), 4.4));
        const MapView nothing = MapView::fitted(QRectF(5, 5, 0, 0), QRectF(0, 0, 100, 100), 10);
        QCOMPARE(nothing.toScreen({5, 5}), QPointF(50, 50));
    }

    void matricesFindTheirCells_data()
    {
        QTest::addColumn<QRect>("area");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("7 x 7") << QRect(10, 20, 440, 260) << 7 << 7;
        QTest::newRow("6 x 4") << QRect(0, 0, 311, 199) << 6 << 4;
        QTest::newRow("tight") << QRect(0, 0, 120, 60) << 30 << 30;
    }
    void matricesFindTheirCells()
    {
        QFETCH(QRect, area);
        QFETCH(int, rows);
        QFETCH(int, columns);
        const MatrixLayout layout(area, rows, columns, {60, 20, 0, 72, 32});
        for (int row = 0; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const QRect box = layout.cell({row, column});
                QVERIFY(box.width() >= 1 && box.height() >= 1);
                QVERIFY(box.width() <= 72 && box.height() <= 32);
                for (const QPoint corner : {box.topLeft(), box.bottomRight()}) {
                    QVERIFY(layout.at(corner).has_value());
                    QCOMPARE(*layout.at(corner), (MatrixCell{row, column}));
                }
                if (column > 0)
                    QCOMPARE(box.left(), layout.cell({row, column - 1}).right() + 2); // 1 px between
            }
        }
        QVERIFY(!layout.at(area.topLeft()));
        QVERIFY(!layout.at(layout.block().bottomRight() + QPoint(2, 0)));
        QCOMPARE(*layout.moved({0, 0}, -1, 0), (MatrixCell{0, 0}));
        QCOMPARE(*layout.moved({0, 0}, 0, 99), (MatrixCell{0, columns - 1}));
        QVERIFY(!MatrixLayout(area, 0, 3, {}).at(area.center()));
        QVERIFY(!MatrixLayout(area, 0, 3, {}).moved({0, 0}, 1, 1));
    }

    void stepsHoldTheirValue()
    {
        QCOMPARE(stepCorners({{1, 9}, {2, 9}, {3, 4}, {5, 4}, {6, 1}}),
                 (QList<QPointF>{{1, 9}, {3, 9}, {3, 4}, {6, 4}, {6, 1}}));
        QCOMPARE(stepCorners({{1, 5}, {2, 5}, {9, 5}}), (QList<QPointF>{{1, 5}, {9, 5}}));
        QVERIFY(stepCorners({}).isEmpty());
        const QList<QPointF> points{{1, 9}, {3, 4}, {5, 4}, {6, 1}};
        const QList<QPointF> corners = stepCorners(points);
        for (const double x : {1.5, 2.5, 3.5, 5.5, 6.0})
            QCOMPARE(valueAt(corners, x, true), valueAt(points, x, true));
    }

    void valuesBetweenPoints()
    {
        const QList<QPointF> points{{0, 0}, {10, 100}};
        QCOMPARE(valueAt(points, 2.5, false), 25.0);
        QCOMPARE(valueAt(points, 2.5, true), 0.0);
        QCOMPARE(valueAt(points, 99, false), 100.0);
        QVERIFY(std::isnan(valueAt(points, -1, false)));
        QVERIFY(std::isnan(valueAt({}, 0, false)));
    }

    void simplifiedCurvesKeepTheirOutline()
    {
        std::mt19937 generator(3);
        QList<QPointF> points;
        for (int i = 0; i < 100000; ++i)
            points.append({static_cast<double>(i), static_cast<double>(generator() % 1000)});
        points[54321].setY(5000); // a spike of one point
        const QList<QPointF> kept = simplified(points, 1900);
        QVERIFY(kept.size() <= 1900);
        QCOMPARE(kept.first(), points.first());
        QCOMPARE(kept.last(), points.last());
        QVERIFY(kept.contains(points[54321]));
        for (qsizetype i = 1; i < kept.size(); ++i)
            QVERIFY(kept[i - 1].x() < kept[i].x());
        QCOMPARE(simplified(points.first(100), 1900), points.first(100));
    }

    void flowsFillTheirBlocks()
    {
        const std::vector<SankeyLayout::Flow> flows{
            {{0, 1, 0}, 3}, {{0, 0, 1}, 5}, {{1, 1, 1}, 2}, {{1, 0, 0}, 4}, {{1, 1, 0}, 0}};
        const SankeyLayout layout(QRectF(0, 0, 300, 114), {2, 2, 3}, flows, 10, 7);
        QCOMPARE(layout.blocks().size(), std::size_t{7});
        QCOMPARE(layout.ribbons().size(), std::size_t{8}); // the flow without weight has none
        const double unit = (114.0 - 2 * 7) / 14;
        for (const SankeyLayout::Block& block : layout.blocks()) {
            double weight = 0;
            double leaving = 0;
            double arriving = 0;
            for (const SankeyLayout::Flow& flow : flows)
                weight +=
                    flow.blocks[static_cast<std::size_t>(block.column)] == block.block ? flow.weight : 0;
            QVERIFY(isNear(block.rect.height(), weight * unit));
            for (const SankeyLayout::Ribbon& ribbon : layout.ribbons()) {
                QVERIFY(isNear(ribbon.from.height(), ribbon.to.height()));
                const auto& way = flows[static_cast<std::size_t>(ribbon.flow)].blocks;
                if (ribbon.column == block.column
                    && way[static_cast<std::size_t>(block.column)] == block.block) {
                    leaving += ribbon.from.height();
                    QVERIFY(ribbon.from.top() >= block.rect.top() - 1e-9
                            && ribbon.from.bottom() <= block.rect.bottom() + 1e-9);
                }
                if (ribbon.column + 1 == block.column
                    && way[static_cast<std::size_t>(block.column)] == block.block)
                    arriving += ribbon.to.height();
            }
            if (block.column < 2)
                QVERIFY(isNear(leaving, block.rect.height()));
            if (block.column > 0)
                QVERIFY(isNear(arriving, block.rect.height()));
        }
        // Inside a block the flow to the upper block leaves above.
        const auto& ribbons = layout.ribbons();
        for (const auto& a : ribbons) {
            for (const auto& b : ribbons) {
                const auto& wayA = flows[static_cast<std::size_t>(a.flow)].blocks;
                const auto& wayB = flows[static_cast<std::size_t>(b.flow)].blocks;
                const auto c = static_cast<std::size_t>(a.column);
                if (a.column == b.column && wayA[c] == wayB[c] && wayA[c + 1] < wayB[c + 1])
                    QVERIFY(a.from.top() < b.from.top());
            }
        }
        QVERIFY(SankeyLayout(QRectF(0, 0, 10, 10), {1, 1}, {}, 4, 4).ribbons().empty());
    }
};

QTEST_APPLESS_MAIN(TestPlotGeometry)
#include "tst_plotgeometry.moc"
