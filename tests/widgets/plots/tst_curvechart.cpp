// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/style/Colour.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

#include <cmath>

using namespace ktnas;
using ktnas::test::countPixels;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

/// Best rank 1,000, from the 40th evaluation 10.
Curve bestSoFar()
{
    Curve curve;
    curve.points = {{1, 1000}, {40, 10}, {80, 10}};
    curve.shape = Curve::Shape::Step;
    curve.task = 1;
    return curve;
}

/// Whether a pixel at or beside a place has a colour: a smooth line's edge pixels are mixed.
bool isAt(const QImage& image, QPointF place, QRgb colour)
{
    for (int dy = -1; dy <= 1; ++dy) {
        for (int dx = -1; dx <= 1; ++dx) {
            if (image.pixel(place.toPoint() + QPoint(dx, dy)) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class TestCurveChart : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void betterIsUp_data()
    {
        QTest::addColumn<int>("vertical");
        QTest::addColumn<double>("better");
        QTest::addColumn<double>("worse");
        QTest::newRow("rank") << int(CurveAxes::Vertical::Rank) << 1.0 << 9000.0;
        QTest::newRow("accuracy") << int(CurveAxes::Vertical::Linear) << 9000.0 << 1.0;
        QTest::newRow("loss") << int(CurveAxes::Vertical::LinearDown) << 1.0 << 9000.0;
    }
    void betterIsUp()
    {
        QFETCH(int, vertical);
        QFETCH(double, better);
        QFETCH(double, worse);
        CurveChart chart(&m_themes);
        CurveAxes axes = CurveAxes::ranks(10000, 80);
        axes.vertical = static_cast<CurveAxes::Vertical>(vertical);
        chart.setAxes(axes);
        showAt(chart, 300, 200);
        QVERIFY(chart.toPixel({10, better}).y() < chart.toPixel({10, worse}).y());
        QVERIFY(chart.toPixel({10, better}).x() < chart.toPixel({70, better}).x());
    }

    void theLineIsWhereTheAxesSay()
    {
        CurveChart chart(&m_themes);
        chart.setAxes(CurveAxes::ranks(10000, 80));
        chart.setCurves({bestSoFar()});
        showAt(chart, 400, 240);
        const QImage image = picture(chart);
        const QRgb task = m_themes.theme().taskColour(1).rgb();
        const auto at = [&](double x, double rank) { return isAt(image, chart.toPixel({x, rank}), task); };
        QVERIFY(at(20, 1000));
        QVERIFY(at(60, 10));
        QVERIFY(at(40, 100)); // the riser
        QVERIFY(!at(60, 1000));
        QVERIFY(!at(20, 10));
        // New points of one curve, as in every frame of a run.
        chart.setCurvePoints(0, {{1, 1000}, {60, 10}, {80, 10}});
        const QImage later = picture(chart);
        QVERIFY(isAt(later, chart.toPixel({50, 1000}), task));
        QVERIFY(!isAt(later, chart.toPixel({50, 10}), task));
    }

    void afterTheCursorIsFainter()
    {
        CurveChart chart(&m_themes);
        chart.setAxes(CurveAxes::ranks(10000, 80));
        chart.setCurves({bestSoFar()});
        chart.setCursorX(30);
        showAt(chart, 400, 240);
        const QImage image = picture(chart);
        const QColor task = m_themes.theme().taskColour(1);
        QVERIFY(isAt(image, chart.toPixel({20, 1000}), task.rgb()));
        const QRgb after = image.pixel(chart.toPixel({60, 10}).toPoint());
        QVERIFY(!isAt(image, chart.toPixel({60, 10}), task.rgb()));
        QVERIFY(qGray(after) < qGray(m_themes.theme().ground.rgb()) - 20);
        const QPoint cursor(static_cast<int>(chart.toPixel({30, 1}).x()),
                            static_cast<int>(chart.plotArea().center().y()));
        int darkest = 255;
        for (int dx = -1; dx <= 1; ++dx)
            darkest = std::min(darkest, qGray(image.pixel(cursor + QPoint(dx, 0))));
        QCOMPARE(darkest, qGray(m_themes.theme().text.rgb()));
    }

    void longCurvesKeepTheirSpikes()
    {
        CurveChart chart(&m_themes);
        CurveAxes axes;
        axes.vertical = CurveAxes::Vertical::Linear;
        axes.xHigh = 200000;
        axes.yLow = 0;
        axes.yHigh = 10;
        chart.setAxes(axes);
        Curve curve;
        for (int i = 0; i < 200000; ++i)
            curve.points.append({static_cast<double>(i), i == 123456 ? 9.0 : 1.0});
        curve.task = 0;
        chart.setCurves({curve});
        showAt(chart, 400, 240);
        const QImage image = picture(chart);
        const QPoint spike = chart.toPixel({123456, 6}).toPoint();
        int inked = 0;
        for (int dx = -2; dx <= 2; ++dx)
            inked += image.pixel(spike + QPoint(dx, 0)) != m_themes.theme().ground.rgb() ? 1 : 0;
        QVERIFY(inked > 0);
    }

    void bandsFillBetweenTheirEdges()
    {
        CurveChart chart(&m_themes);
        chart.setAxes(CurveAxes::ranks(10000, 80));
        CurveBand band;
        band.low = {{0, 5000}, {80, 500}};
        band.high = {{0, 500}, {80, 50}};
        band.task = 2;
        chart.setBands({band});
        showAt(chart, 400, 240);
        const QImage image = picture(chart);
        const QRgb inside = image.pixel(chart.toPixel({41, 500}).toPoint());
        const QRgb expected = mixed(m_themes.theme().ground, m_themes.theme().taskColour(2), 0.18).rgb();
        QVERIFY(std::abs(qRed(inside) - qRed(expected)) <= 3
                && std::abs(qGreen(inside) - qGreen(expected)) <= 3);
        QCOMPARE(image.pixel(chart.toPixel({41, 3}).toPoint()), m_themes.theme().ground.rgb());
    }

    void keysWalkAlongTheCurve()
    {
        CurveChart chart(&m_themes);
        chart.setAxes(CurveAxes::ranks(10000, 80));
        chart.setCurves({bestSoFar()});
        chart.setCursorX(30);
        showAt(chart, 400, 240);
        QSignalSpy hovered(&chart, &CurveChart::hovered);
        QSignalSpy asked(&chart, &CurveChart::cursorAsked);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(hovered.last().at(0).toDouble(), 31.0);
        QTest::keyClick(&chart, Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(hovered.last().at(0).toDouble(), 21.0);
        QTest::keyClick(&chart, Qt::Key_Return);
        QCOMPARE(asked.last().at(0).toDouble(), 21.0);
        QTest::keyClick(&chart, Qt::Key_End);
        QCOMPARE(hovered.last().at(0).toDouble(), 80.0);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(std::isnan(hovered.last().at(0).toDouble()));
        QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.toPixel({64, 100}).toPoint());
        QCOMPARE(asked.last().at(0).toDouble(), 64.0);
        moveTo(chart, chart.toPixel({10, 100}).toPoint());
        QCOMPARE(hovered.last().at(0).toDouble(), 10.0);
    }

    void multiplesShareTheirAxes_data()
    {
        QTest::addColumn<int>("charts");
        QTest::addColumn<int>("width");
        QTest::newRow("three in a row") << 3 << 900;
        QTest::newRow("seven in rows") << 7 << 900;
        QTest::newRow("narrow") << 3 << 250;
    }
    void multiplesShareTheirAxes()
    {
        QFETCH(int, charts);
        QFETCH(int, width);
        CurveRow row(&m_themes);
        row.setChartCount(charts);
        row.setAxes(CurveAxes::ranks(15625, 110));
        showAt(row, width, 400);
        const QRectF first = row.chart(0)->plotArea();
        for (int i = 0; i < charts; ++i) {
            const CurveChart* chart = row.chart(i);
            QVERIFY(QRect(0, 0, width, 400).contains(chart->geometry()));
            QVERIFY(std::abs(chart->plotArea().width() - first.width()) <= 1);
            QVERIFY(std::abs(chart->plotArea().height() - first.height()) <= 1);
            for (int j = 0; j < i; ++j)
                QVERIFY(!chart->geometry().intersects(row.chart(j)->geometry()));
        }
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestCurveChart)
#include "tst_curvechart.moc"
