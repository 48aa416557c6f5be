// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/DepthCurve.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

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
