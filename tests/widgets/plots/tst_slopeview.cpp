// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/SlopeView.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

#include <algorithm>
#include <random>

using namespace ktnas;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

SlopeData linesOf(int count, unsigned seed)
{
    SlopeData data;
    std::mt19937 generator(seed);
    for (int i = 0; i < count; ++i)
        data.lines.push_back({QString::number(i + 1), static_cast<double>(i + 1),
                              static_cast<double>(1 + generator() % 4096)});
    std::shuffle(data.lines.begin(), data.lines.end(), generator);
    data.rightCount = 4096;
    data.displacement = 600;
    return data;
}

QVector<int> linesIn(const QSignalSpy& spy)
{
    return spy.last().at(0).value<QVector<int>>();
}

} // namespace

class TestSlopeView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void linesStandInOrderAndKnowTheirWay()
    {
        const SlopeLayout layout(QRectF(0, 0, 100, 300), {{2, 1}, {1, 1000}, {3, 4}}, 1000, 5);
        QVERIFY(!layout.isBundled());
        const std::vector<SlopeLayout::Line>& lines = layout.lines();
        QCOMPARE(lines[0].line, 1);
        QCOMPARE(lines[0].from, QPointF(0, 0));
        QCOMPARE(lines[0].to, QPointF(100, 300)); // last rank, at the bottom
        QVERIFY(lines[0].hasMoved);
        QCOMPARE(lines[1].line, 0);
        QCOMPARE(lines[1].from, QPointF(0, 150));
        QCOMPARE(lines[1].to, QPointF(100, 0));
        QVERIFY(!lines[1].hasMoved);
        QCOMPARE(layout.lineAt({50, 150}, 5).value_or(9), 0); // on the first, 75 px from the second
        QCOMPARE(layout.lineAt({2, 148}, 5).value_or(9), 1);
        QVERIFY(!layout.lineAt({30, 200}, 5));
    }

    void manyLinesAreBundledAndNoneIsLost()
    {
        std::mt19937 generator(2);
        std::vector<SlopeLayout::Ranks> ranks;
        for (int i = 0; i < 819; ++i)
            ranks.push_back({static_cast<double>(i + 1), static_cast<double>(1 + generator() % 4096)});
        const SlopeLayout layout(QRectF(0, 0, 200, 300), ranks, 4096, 600);
        QVERIFY(layout.isBundled());
        std::vector<int> seen;
        double leftHeight = 0;
        for (const SlopeLayout::Band& band : layout.bands()) {
            seen.insert(seen.end(), band.lines.begin(), band.lines.end());
            leftHeight += band.fromBottom - band.fromTop;
            QVERIFY(band.toTop >= -1e-9 && band.toBottom <= 300 + 1e-9);
            const auto moved = std::count_if(band.lines.begin(), band.lines.end(), [&](int line) {
                const auto& rank = ranks[static_cast<std::size_t>(line)];
                return std::abs(rank.left - rank.right) > 600;
            });
            QCOMPARE(band.hasMoved, 2 * static_cast<std::size_t>(moved) > band.lines.size());
        }
        std::sort(seen.begin(), seen.end());
        QCOMPARE(seen.size(), std::size_t{819});
        QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
        QVERIFY(leftHeight > 270 && leftHeight <= 300); // the rest is gaps
        const SlopeLayout::Band& some = layout.bands()[layout.bands().size() / 2];
        const auto found = layout.bandAt({1, (some.fromTop + some.fromBottom) / 2});
        QVERIFY(found && layout.bands()[static_cast<std::size_t>(*found)].leftBin == some.leftBin);
    }

    void pointerAndKeysReachLines()
    {
        SlopeView view(&m_themes);
        view.setData(linesOf(20, 1));
        showAt(view, 440, 360);
        QSignalSpy hovered(&view, &SlopeView::hovered);
        QSignalSpy activated(&view, &SlopeView::activated);
        const SlopeLayout::Line& third = view.slopes().lines()[2];
        moveTo(view, third.from.toPoint());
        QCOMPARE(hovered.last().at(0).toInt(), third.line);
        QTest::mouseClick(&view, Qt::LeftButton, {}, third.from.toPoint());
        QCOMPARE(linesIn(activated), QVector<int>{third.line});
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.hoveredLine(), view.slopes().lines()[3].line);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Up);
        QCOMPARE(view.hoveredLine(), view.slopes().lines()[1].line);
        QTest::keyClick(&view, Qt::Key_End);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.hoveredLine(), view.slopes().lines()[19].line);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(linesIn(activated), QVector<int>{view.slopes().lines()[19].line});
        QTest::keyClick(&view, Qt::Key_Escape);
        QCOMPARE(view.hoveredLine(), -1);
    }

    void bandsHandOverAllTheirLines()
    {
        SlopeView view(&m_themes);
        view.setData(linesOf(300, 4));
        showAt(view, 440, 360);
        QSignalSpy activated(&view, &SlopeView::activated);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        const std::vector<int>& first = view.slopes().bands().front().lines;
        QCOMPARE(linesIn(activated), QVector<int>(first.begin(), first.end()));
        picture(view);
        view.setData({});
        picture(view);
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
    }

    void whereThereIsRoomTheFurthestAreListed()
    {
        SlopeView view(&m_themes);
        SlopeData data;
        data.lines = {{QStringLiteral("1"), 1, 800, QStringLiteral("Cell 5")},
                      {QStringLiteral("2"), 2, 30, QStringLiteral("Cell 6")},
                      {QStringLiteral("3"), 3, 4000, QStringLiteral("Cell 7")}};
        data.rightCount = 4096;
        data.displacement = 100;
        data.listTitle = QStringLiteral("moved furthest");
        view.setData(data);
        showAt(view, 320, 200);
        QVERIFY(view.listedLines().empty());
        showAt(view, 700, 200);
        QCOMPARE(view.listedLines(), (std::vector<int>{2, 0})); // the second has not moved
        QSignalSpy hovered(&view, &SlopeView::hovered);
        picture(view);
        // The list stands right of the slopes; the first row is the one that moved furthest.
        const auto top = static_cast<int>(view.slopes().lines()[0].from.y());
        for (int x = view.width() - 1; x > view.width() / 2 && hovered.isEmpty(); x -= 5)
            moveTo(view, QPoint(x, top));
        QCOMPARE(hovered.count(), 1);
        QCOMPARE(hovered.last().at(0).toInt(), 2);
    }

    void linesThatMatterAreInTextColour()
    {
        SlopeView view(&m_themes);
        SlopeData data;
        data.lines = {{QStringLiteral("1"), 1, 4000}, {QStringLiteral("2"), 2, 2}};
        data.rightCount = 4096;
        data.displacement = 100;
        view.setData(data);
        showAt(view, 440, 360);
        const QImage image = picture(view);
        const auto middleOf = [&](std::size_t place) {
            const SlopeLayout::Line& line = view.slopes().lines()[place];
            const QPointF middle = line.from + (line.to - line.from) * 0.4;
            int darkest = 255;
            for (int dy = -1; dy <= 1; ++dy)
                darkest = std::min(darkest, qGray(image.pixel(middle.toPoint() + QPoint(0, dy))));
            return darkest;
        };
        QVERIFY(middleOf(0) < 80);
        QVERIFY(middleOf(1) > 120 && middleOf(1) < 250);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestSlopeView)
#include "tst_slopeview.moc"
