// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every view of the room: named, focusable, painted without data, in both themes and at any
// zoom.
#include "PlotTest.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/plots/DepthCurve.h"
#include "widgets/plots/DotStrip.h"
#include "widgets/plots/HeatMap.h"
#include "widgets/plots/PointMap.h"
#include "widgets/plots/Sankey.h"
#include "widgets/plots/SlopeView.h"
#include "widgets/plots/TimeLine.h"
#include "widgets/plots/VoteDiagram.h"
#include "widgets/style/ThemeProvider.h"

#include <QPainter>
#include <QSignalSpy>

#include <cmath>
#include <functional>
#include <limits>
#include <memory>

using namespace ktnas;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

using Maker = std::function<std::unique_ptr<PlotWidget>(ThemeProvider*)>;
Q_DECLARE_METATYPE(Maker)

namespace {

SankeyData smallFlow()
{
    SankeyData data;
    const auto block = [](int task) { return SankeyBlock{QStringLiteral("C%1").arg(task), {}, task}; };
    data.columns = {{block(0), block(1)}, {block(0), block(1)}, {block(-1)}};
    data.flows = {{{0, 1, 0}, 3}, {{1, 0, 0}, 2}};
    data.flowTasks = {0, 1};
    return data;
}

} // namespace

class TestPlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void emptyViewsAreNamedAndTakeAllInput_data() { views(); }
    void emptyViewsAreNamedAndTakeAllInput()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<PlotWidget> view = make(&m_themes);
        QVERIFY(!view->accessibleName().isEmpty());
        QVERIFY(view->focusPolicy() & Qt::TabFocus);
        view->setEmptyText(QStringLiteral("Nothing yet."));
        showAt(*view, 320, 240);
        const QImage image = picture(*view);
        QVERIFY(ktnas::test::countPixels(image, m_themes.theme().ground)
                    + ktnas::test::countPixels(image, m_themes.theme().panel)
                > 320 * 240 / 2);
        QVERIFY(ktnas::test::countPixels(image, m_themes.theme().ground)
                    + ktnas::test::countPixels(image, m_themes.theme().panel)
                < 320 * 240); // the sentence
        for (int key = Qt::Key_Left; key <= Qt::Key_Down; ++key)
            QTest::keyClick(view.get(), static_cast<Qt::Key>(key));
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape, Qt::Key_Home, Qt::Key_End, Qt::Key_Plus})
            QTest::keyClick(view.get(), key);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, QPoint(160, 120));
        moveTo(*view, QPoint(100, 100));
        for (const QSize size : {QSize(1, 1), QSize(40, 20), QSize(2000, 30)}) {
            view->resize(size);
            picture(*view);
        }
    }

    void headingBecomesTheName_data() { views(); }
    void headingBecomesTheName()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<PlotWidget> view = make(&m_themes);
        view->setHeading(QStringLiteral("28 of 48 migrants survived"));
        view->setCaption(QStringLiteral("generations 1–7"));
        QCOMPARE(view->accessibleName(), QStringLiteral("28 of 48 migrants survived"));
        QCOMPARE(view->accessibleDescription(), QStringLiteral("generations 1–7"));
        view->setSummary(QStringLiteral("9 were labelled +1."));
        QCOMPARE(view->accessibleDescription(), QStringLiteral("9 were labelled +1."));
        QSignalSpy table(view.get(), &PlotWidget::tableRequested);
        showAt(*view, 320, 240);
        QTest::keyClick(view.get(), Qt::Key_T);
        QCOMPARE(table.count(), 1);
    }

    void themesAndZoomRepaintWithoutRestart_data() { views(); }
    void themesAndZoomRepaintWithoutRestart()
    {
        QFETCH(Maker, make);
        const std::unique_ptr<PlotWidget> view = make(&m_themes);
        view->setHeading(QStringLiteral("A finding"));
        showAt(*view, 600, 300);
        const QRgb before = picture(*view).pixel(598, 298);
        m_themes.setChoice(ThemeProvider::Choice::Dark);
        QVERIFY(picture(*view).pixel(598, 298) != before);
        const int low = view->sizeHint().height();
        m_themes.setZoom(2);
        QVERIFY(view->sizeHint().height() > low);
        picture(*view);
        m_themes.setZoom(1);
    }

    void flowsAreReachedByKeys()
    {
        Sankey view(&m_themes);
        view.setData(smallFlow());
        showAt(view, 500, 200);
        QSignalSpy hovered(&view, &Sankey::hovered);
        QSignalSpy activated(&view, &Sankey::activated);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(hovered.last(), (QList<QVariant>{0, 0}));
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(hovered.last(), (QList<QVariant>{0, 1}));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(hovered.last(), (QList<QVariant>{1, 1}));
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(hovered.last(), (QList<QVariant>{2, 0}));
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.last(), (QList<QVariant>{2, 0}));
        const QRectF block = view.flowLayout().blocks()[2].rect;
        QTest::mouseClick(&view, Qt::LeftButton, {}, block.center().toPoint());
        QCOMPARE(activated.last(), (QList<QVariant>{1, 0}));
        QCOMPARE(picture(view).pixel(block.center().toPoint()), m_themes.theme().taskColour(0).rgb());
    }

    void dotStripsPutTheBestAtTheRight()
    {
        DotStrip strip;
        strip.count = 10000;
        strip.dots = {{1, 0}, {10000, 1}, {std::numeric_limits<double>::quiet_NaN(), 2}};
        const QRectF rect(0, 0, 108, 24);
        const Theme& theme = m_themes.theme();
        QCOMPARE(strip.xOf(1, rect, theme), 104.0);
        QCOMPARE(strip.xOf(100, rect, theme), 54.0);
        QCOMPARE(strip.xOf(10000, rect, theme), 4.0);
        QImage image(108, 24, QImage::Format_RGB32);
        image.fill(theme.ground);
        QPainter painter(&image);
        strip.paint(painter, rect, theme, theme.ground);
        painter.end();
        QCOMPARE(image.pixel(104, 12), theme.taskColour(0).rgb());
        QCOMPARE(image.pixel(4, 12), theme.taskColour(1).rgb());
        QCOMPARE(ktnas::test::countPixels(image, theme.taskColour(2)), 0);
    }

private:
    static void views()
    {
        QTest::addColumn<Maker>("make");
        const auto add = [](const char* name, auto* none) {
            using View = std::remove_pointer_t<decltype(none)>;
            QTest::newRow(name) << Maker(
                [](ThemeProvider* themes) { return std::make_unique<View>(themes); });
        };
        add("point map", static_cast<PointMap*>(nullptr));
        add("heat map", static_cast<HeatMap*>(nullptr));
        add("depth curve", static_cast<DepthCurve*>(nullptr));
        add("slope view", static_cast<SlopeView*>(nullptr));
        add("time line", static_cast<TimeLine*>(nullptr));
        add("curve chart", static_cast<CurveChart*>(nullptr));
        add("vote diagram", static_cast<VoteDiagram*>(nullptr));
        add("sankey", static_cast<Sankey*>(nullptr));
    }

    ThemeProvider m_themes;
};

QTEST_MAIN(TestPlots)
#include "tst_plots.moc"
