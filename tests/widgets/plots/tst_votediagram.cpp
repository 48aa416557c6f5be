// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/VoteDiagram.h"
#include "widgets/style/ThemeProvider.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace ktnas;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

/// The paper's Fig. 4: history labels +1, −1, +1, −1 voting for candidates a, a, b, b; one that votes for
/// nobody.
VoteData figureFour()
{
    VoteData data;
    const auto entry = [&](bool isPositive, int candidate) {
        VoteEntry made;
        made.name = QString::number(data.entries.size());
        made.isPositive = isPositive;
        made.candidate = candidate;
        data.entries.push_back(made);
    };
    entry(true, 0);
    entry(false, 0);
    entry(true, 1);
    entry(false, 1);
    entry(true, 1);
    entry(true, 99); // no such candidate
    for (const double phi : {0.0, 1.0, 0.0}) {
        VoteCandidate candidate;
        candidate.name = QString::number(data.candidates.size());
        candidate.phi = phi;
        candidate.sources = {0, 1};
        candidate.isChosen = phi > 0;
        candidate.truthRank = 100;
        data.candidates.push_back(candidate);
    }
    data.truthCount = 15625;
    return data;
}

} // namespace

class TestVoteDiagram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void columnsStandInOrder_data()
    {
        QTest::addColumn<double>("width");
        for (const double width : {500.0, 640.0, 880.0, 1400.0})
            QTest::addRow("%g px", width) << width;
    }
    void columnsStandInOrder()
    {
        QFETCH(double, width);
        const VoteLayout layout(QRectF(10, 40, width, 400), 18, 17, 0, 1, -2, 1, 15625);
        const std::vector<double> across{10,
                                         layout.voterNameRight(),
                                         layout.voterGlyphX(),
                                         layout.labelX(),
                                         layout.curveLeft(),
                                         layout.curveRight(),
                                         layout.candidateLeft(),
                                         layout.candidateNameLeft(),
                                         layout.marksLeft(),
                                         layout.chosenRight(),
                                         layout.phi().toPixel(-2),
                                         layout.phi().toPixel(0),
                                         layout.phi().toPixel(1),
                                         layout.truth().toPixel(15625),
                                         layout.truth().toPixel(1),
                                         10 + width};
        for (std::size_t i = 1; i < across.size(); ++i)
            QVERIFY2(across[i - 1] < across[i] + 1e-9, qPrintable(QString::number(i)));
        const QPainterPath curve = layout.curve(3, 11);
        QCOMPARE(curve.elementAt(0).y, layout.rowY(3));
        QCOMPARE(curve.currentPosition(), QPointF(layout.curveRight(), layout.rowY(11)));
    }

    void rowsAreFoundThroughTheScroll()
    {
        const VoteLayout layout(QRectF(0, 50, 880, 200), 40, 17, 33, 1, -1, 1, 100);
        for (const int row : {2, 5, 9}) {
            const auto found = layout.at({20, layout.rowY(row)});
            QVERIFY(found.has_value());
            QCOMPARE(*found, (VoteLayout::Row{VoteLayout::Side::Voters, row}));
        }
        QCOMPARE(*layout.at({layout.chosenRight(), layout.rowY(4)}),
                 (VoteLayout::Row{VoteLayout::Side::Candidates, 4}));
        QVERIFY(!layout.at({20, 49}));
        QVERIFY(!layout.at({20, 251}));
        QCOMPARE(layout.contentHeight(), 40 * 22.0);
    }

    void stepsCountVotesUp()
    {
        VoteDiagram diagram(&m_themes);
        diagram.setData(figureFour());
        showAt(diagram, 880, 400);
        QSignalSpy changed(&diagram, &VoteDiagram::stepChanged);
        // φ of the candidates after each vote, by hand.
        const std::vector<std::vector<double>> expected{{0, 0, 0}, {1, 0, 0}, {0, 0, 0}, {0, 1, 0},
                                                        {0, 0, 0}, {0, 1, 0}, {0, 1, 0}};
        for (std::size_t step = 0; step < expected.size(); ++step) {
            diagram.setStep(static_cast<int>(step));
            for (int candidate = 0; candidate < 3; ++candidate)
                QCOMPARE(diagram.shownPhi(candidate), expected[step][static_cast<std::size_t>(candidate)]);
            picture(diagram);
        }
        QCOMPARE(changed.count(), 7);
        diagram.setStep(99);
        QCOMPARE(diagram.step(), 6);
        diagram.setStep(-1);
        QCOMPARE(diagram.shownPhi(1), 1.0);
    }

    void keysWalkBothColumns()
    {
        VoteDiagram diagram(&m_themes);
        diagram.setData(figureFour());
        showAt(diagram, 880, 400);
        QSignalSpy entry(&diagram, &VoteDiagram::entryHovered);
        QSignalSpy candidate(&diagram, &VoteDiagram::candidateHovered);
        QSignalSpy taken(&diagram, &VoteDiagram::candidateActivated);
        QSignalSpy voter(&diagram, &VoteDiagram::entryActivated);
        QTest::keyClick(&diagram, Qt::Key_Down);
        QCOMPARE(candidate.last().at(0).toInt(), 0);
        QTest::keyClick(&diagram, Qt::Key_End);
        QCOMPARE(candidate.last().at(0).toInt(), 2);
        QTest::keyClick(&diagram, Qt::Key_Return);
        QCOMPARE(taken.last().at(0).toInt(), 2);
        QTest::keyClick(&diagram, Qt::Key_Left);
        QCOMPARE(candidate.last().at(0).toInt(), -1);
        QCOMPARE(entry.last().at(0).toInt(), 2);
        QTest::keyClick(&diagram, Qt::Key_Up);
        QTest::keyClick(&diagram, Qt::Key_Return);
        QCOMPARE(voter.last().at(0).toInt(), 1);
        QTest::keyClick(&diagram, Qt::Key_Escape);
        QVERIFY(!diagram.hoveredRow());
        const VoteLayout& layout = diagram.voteLayout();
        QTest::mouseClick(&diagram, Qt::LeftButton, {},
                          QPointF(layout.candidateNameLeft(), layout.rowY(1)).toPoint());
        QCOMPARE(taken.last().at(0).toInt(), 1);
    }

    void hoverQuietsTheOtherVotes()
    {
        VoteDiagram diagram(&m_themes);
        diagram.setData(figureFour());
        showAt(diagram, 880, 400);
        const auto darkestAt = [&](int voter, int candidate) {
            const QImage image = picture(diagram);
            const QPoint place = diagram.voteLayout().curve(voter, candidate).pointAtPercent(0.12).toPoint();
            int darkest = 255;
            for (int dy = -2; dy <= 2; ++dy)
                darkest = std::min(darkest, qGray(image.pixel(place + QPoint(0, dy))));
            return darkest;
        };
        QVERIFY(darkestAt(0, 0) < 80);
        const VoteLayout& layout = diagram.voteLayout();
        moveTo(diagram, QPointF(layout.candidateNameLeft(), layout.rowY(1)).toPoint());
        QVERIFY(darkestAt(0, 0) > 150);
        QVERIFY(darkestAt(2, 1) < 80);
    }

    void manyRowsScrollAndKeysFollow()
    {
        VoteData data = figureFour();
        while (data.entries.size() < 100)
            data.entries.push_back(data.entries[data.entries.size() % 5]);
        VoteDiagram diagram(&m_themes);
        diagram.setData(data);
        showAt(diagram, 880, 300);
        QTest::keyClick(&diagram, Qt::Key_Left);
        QTest::keyClick(&diagram, Qt::Key_End);
        QVERIFY(diagram.voteLayout().area().contains(QPointF(100, diagram.voteLayout().rowY(99))));
        QTest::keyClick(&diagram, Qt::Key_Home);
        QVERIFY(diagram.voteLayout().area().contains(QPointF(100, diagram.voteLayout().rowY(0))));
        picture(diagram);
        diagram.setData({});
        picture(diagram);
        for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Return})
            QTest::keyClick(&diagram, key);
        QVERIFY(!diagram.hoveredRow());
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestVoteDiagram)
#include "tst_votediagram.moc"
