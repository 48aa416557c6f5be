// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/DepthCurve.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

#include <random>

using namespace ktnas;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

std::vector<DepthCurvePoint> fiveDepths()
{
    std::vector<DepthCurvePoint> points;
    for (const double share : {1.0, 0.05, 0.1, 0.2, 0.5}) { // any order
        DepthCurvePoint point;
        point.share = share;
        point.value = share * 0.8;
        point.ceilingLow = 0.3;
        point.ceilingMedian = 0.4;
        point.ceilingHigh = 0.6;
        points.push_back(point);
    }
    return points;
}

} // namespace

class TestDepthCurve : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void depthsStandByTheirRatio()
    {
        DepthCurve curve(&m_themes);
        curve.setPoints(fiveDepths());
        showAt(curve, 420, 300);
        const auto x = [&](double share) { return curve.toPixel(share, 0).x(); };
        QVERIFY(std::abs((x(0.1) - x(0.05)) - (x(0.2) - x(0.1))) < 1e-6);
        QVERIFY(std::abs((x(0.1) - x(0.05)) - (x(1) - x(0.5))) < 1e-6);
        QVERIFY(curve.toPixel(1, 1).y() < curve.toPixel(1, 0).y());
    }

    void keysAndDraggingChooseADepth()
    {
        DepthCurve curve(&m_themes);
        curve.setPoints(fiveDepths());
        curve.setDepth(0.22); // the nearest there is
        showAt(curve, 420, 300);
        QCOMPARE(curve.depth(), 0.2);
        QSignalSpy changed(&curve, &DepthCurve::depthChanged);
        QTest::keyClick(&curve, Qt::Key_Left);
        QCOMPARE(changed.last().at(0).toDouble(), 0.1);
        QTest::keyClick(&curve, Qt::Key_End);
        QCOMPARE(changed.last().at(0).toDouble(), 1.0);
        QTest::keyClick(&curve, Qt::Key_Right);
        QCOMPARE(changed.count(), 2); // nothing further right
        const auto at = [&](double share) { return curve.toPixel(share, 0.2).toPoint(); };
        QTest::mousePress(&curve, Qt::LeftButton, {}, at(0.05) + QPoint(4, 0));
        QCOMPARE(changed.last().at(0).toDouble(), 0.05);
        QTest::mouseMove(&curve, at(0.5) - QPoint(4, 0));
        QCOMPARE(changed.last().at(0).toDouble(), 0.5);
        QTest::mouseRelease(&curve, Qt::LeftButton, {}, at(0.5));
        curve.setDepth(0.1); // from the session: not told
        QCOMPARE(changed.count(), 4);
    }

    void theCurveIsInTextColourAndTheCeilingHatched()
    {
        DepthCurve curve(&m_themes);
        curve.setPoints(fiveDepths());
        curve.setDepth(1);
        showAt(curve, 420, 300);
        const QImage image = picture(curve);
        const QPointF here = curve.toPixel(0.3, 0);
        int hatched = 0;
        for (int y = static_cast<int>(curve.toPixel(1, 0.58).y()); y < curve.toPixel(1, 0.42).y(); ++y)
            hatched += image.pixel(static_cast<int>(here.x()), y) != m_themes.theme().ground.rgb() ? 1 : 0;
        QVERIFY(hatched > 3);
        QCOMPARE(image.pixel(curve.toPixel(0.2, 0.16).toPoint()), m_themes.theme().text.rgb());
    }

    void wordsNeverCoverEachOther_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void wordsNeverCoverEachOther()
    {
        QFETCH(unsigned, seed);
        std::mt19937 generator(seed);
        std::uniform_real_distribution<double> value(-0.3, 1);
        std::vector<DepthCurvePoint> points = fiveDepths();
        for (DepthCurvePoint& point : points) {
            point.value = value(generator);
            point.ceilingMedian = value(generator);
            point.sameLow = point.sameMedian = point.sameHigh = value(generator);
        }
        DepthCurve curve(&m_themes);
        curve.setLabels(QStringLiteral("all cells"),
                        QStringLiteral("noise ceiling: twins on Scene itself, median, 5–95 %"),
                        QStringLiteral("same twins across tasks, 5–95 %"));
        curve.setPoints(points);
        for (const int width : {380, 520}) {
            showAt(curve, width, 260);
            const std::vector<QRectF> words = curve.wordPlaces();
            QCOMPARE(words.size(), std::size_t{3});
            for (std::size_t i = 0; i < words.size(); ++i) {
                QVERIFY(QRectF(curve.rect()).contains(words[i]));
                for (std::size_t j = 0; j < i; ++j)
                    QVERIFY(!words[i].intersects(words[j]));
            }
            for (const DepthCurvePoint& point : points) {
                curve.setDepth(point.share);
                const QRectF marked = curve.depthWordPlace();
                QVERIFY(QRectF(curve.rect()).contains(marked));
                QVERIFY(!marked.contains(curve.toPixel(point.share, point.value)));
                for (const QRectF& word : words)
                    QVERIFY(!marked.intersects(word));
            }
        }
    }

    void missingPartsAreLeftOut()
    {
        DepthCurve curve(&m_themes);
        curve.setPoints({{}});
        showAt(curve, 200, 160);
        picture(curve);
        curve.setPoints({});
        QTest::keyClick(&curve, Qt::Key_Left);
        picture(curve);
        QCOMPARE(curve.depth(), 1.0);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestDepthCurve)
#include "tst_depthcurve.moc"
