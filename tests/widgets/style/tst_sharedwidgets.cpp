// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Card.h"
#include "widgets/style/EmptyState.h"
#include "widgets/style/ErrorState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Marks.h"
#include "widgets/style/ProgressStrip.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace ktnas;
using namespace Qt::StringLiterals;

class TestSharedWidgets : public QObject {
    Q_OBJECT

private:
    ThemeProvider* m_provider = nullptr;

private Q_SLOTS:
    void initTestCase()
    {
        m_provider = new ThemeProvider(this);
        m_provider->installOn(*qApp);
        m_provider->setChoice(ThemeProvider::Choice::Light);
    }

    void headingIsItsAccessibleName()
    {
        Heading heading(m_provider);
        heading.setFinding(u"28 of 48 migrants survived, 9 were labelled +1"_s);
        heading.setCaption(u"source → target → fate"_s);
        QCOMPARE(heading.accessibleName(), heading.finding());
        QCOMPARE(heading.accessibleDescription(), heading.caption());
        const int withCaption = heading.sizeHint().height();
        heading.setCaption(QString());
        QVERIFY(heading.sizeHint().height() < withCaption);
    }

    void segmentsByMouseAndKeys()
    {
        SegmentedChoice choice(m_provider);
        choice.setChoices({u"Spearman"_s, u"Kendall"_s, u"weighted τ"_s});
        QCOMPARE(choice.currentIndex(), 0);
        QSignalSpy spy(&choice, &SegmentedChoice::choiceChanged);
        choice.setCurrentIndex(1);
        QCOMPARE(spy.count(), 0); // only the person's choice is told
        choice.show();
        QVERIFY(QTest::qWaitForWindowExposed(&choice));
        const auto segments = choice.findChildren<QRadioButton*>();
        QCOMPARE(segments.size(), 3);
        QTest::mouseClick(segments[2], Qt::LeftButton, {}, QPoint(3, 3));
        QCOMPARE(spy.takeFirst().at(0).toInt(), 2);
        segments[2]->setFocus();
        QTest::keyClick(segments[2], Qt::Key_Left);
        QCOMPARE(choice.currentIndex(), 1);
        QCOMPARE(spy.takeFirst().at(0).toInt(), 1);
        // A shorter list keeps what it can.
        choice.setChoices({u"a"_s, u"b"_s});
        QCOMPARE(choice.currentIndex(), 1);
        QCOMPARE(choice.count(), 2);
    }

    void choosingMovesNothing()
    {
        SegmentedChoice choice(m_provider);
        choice.setChoices({u"Evaluations"_s, u"Best value"_s});
        const QSize before = choice.sizeHint();
        choice.setCurrentIndex(1);
        QCOMPARE(choice.sizeHint(), before);
    }

    void emptyAndErrorStates()
    {
        EmptyState empty;
        empty.setText(u"No run on this table yet."_s);
        QCOMPARE(empty.accessibleName(), empty.text());
        auto* button = empty.findChild<QPushButton*>();
        QVERIFY(button->isHidden());
        empty.setAction(u"New search"_s);
        QVERIFY(!button->isHidden());
        QSignalSpy spy(&empty, &EmptyState::actionTriggered);
        button->click();
        QCOMPARE(spy.count(), 1);

        ErrorState error(m_provider);
        error.setError({u"Row 1,204 has 14 fields instead of 17."_s, u"nas.csv, line 1,204"_s,
                        u"15,624 rows were read."_s, u"Show the row"_s, u"bad-row: …"_s});
        QCOMPARE(error.accessibleName(), u"Row 1,204 has 14 fields instead of 17."_s);
        QVERIFY(!error.areDetailsShown());
        error.findChild<QToolButton*>()->click();
        QVERIFY(error.areDetailsShown());
        QSignalSpy action(&error, &ErrorState::actionTriggered);
        error.findChild<QPushButton*>()->click();
        QCOMPARE(action.count(), 1);
        error.setError({u"Disk full."_s, {}, {}, {}, {}});
        QVERIFY(!error.areDetailsShown());
        QVERIFY(error.findChild<QToolButton*>()->isHidden());
    }

    void progressShowsOnlyWhatLasts()
    {
        QWidget panel;
        auto* column = new QVBoxLayout(&panel);
        auto* strip = new ProgressStrip(m_provider);
        column->addWidget(strip);
        panel.resize(300, 100);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        strip->begin(u"UMAP"_s);
        QVERIFY(strip->isHidden());
        QTRY_VERIFY(strip->isVisible() && strip->width() > 100);
        strip->setProgress(0.5, u"UMAP 50 %"_s);
        QCOMPARE(strip->accessibleName(), u"UMAP 50 %"_s);
        const QImage image = strip->grab().toImage();
        QCOMPARE(image.pixelColor(image.width() / 4, 0), m_provider->theme().text);
        QCOMPARE(image.pixelColor(image.width() * 3 / 4, 0), m_provider->theme().line);
        strip->end();
        QVERIFY(strip->isHidden());
        // Ended before the delay: never seen.
        strip->begin(u"fast"_s);
        strip->end();
        QTest::qWait(250);
        QVERIFY(strip->isHidden());
    }

    void cardStaysOffTheAnchorAndOnTheScreen()
    {
        const QRect screen(0, 0, 800, 600);
        const QSize card(200, 110);
        for (int x = 0; x < 800; x += 40) {
            for (int y = 0; y < 600; y += 40) {
                const QRect anchor(x, y, 1, 1);
                const QRect place(cardPosition(card, anchor, screen, 14), card);
                QVERIFY(!place.adjusted(-13, -13, 13, 13).contains(anchor.center())
                        || !place.contains(anchor));
                QVERIFY(!place.intersects(anchor));
                QVERIFY2(screen.contains(place), qPrintable(u"%1 %2"_s.arg(x).arg(y)));
            }
        }
        QCOMPARE(cardPosition(card, QRect(100, 100, 1, 1), screen, 14), QPoint(115, 115));
    }

    void cardComesByPointerAndKeyboard()
    {
        QWidget view;
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        Card card(m_provider, &view);
        const CardContent content{
            QPixmap(), u"Cell 6,781"_s, u"3 edits from 9,930"_s, {{0, u"C10"_s, u"86.57 %"_s, u"8,994"_s}}};
        card.hover(content, view.mapToGlobal(QPoint(20, 20)));
        QVERIFY(!card.isVisible());
        QTRY_VERIFY(card.isVisible());
        QCOMPARE(card.accessibleName(), u"Cell 6,781"_s);
        QCOMPARE(content.asText(), u"Cell 6,781. 3 edits from 9,930. C10 86.57 % 8,994"_s);
        card.dismiss();
        QVERIFY(!card.isVisible());
        card.showBeside(content, QRect(view.mapToGlobal(QPoint(0, 0)), QSize(20, 20)));
        QVERIFY(card.isVisible());
        view.hide();
        QVERIFY(!card.isVisible());
    }

    void marksForPeople()
    {
        QImage sheet(1000, 1000, QImage::Format_RGB32);
        sheet.setDevicePixelRatio(2);
        double left = 0;
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            QPainter painter(&sheet);
            painter.fillRect(QRectF(left, 0, 250, 500), theme.ground);
            const auto at = [&](int column, int row) {
                return QPointF(left + 20 + 40 * column, 20 + 30 * row);
            };
            for (int i = 0; i < 6; ++i)
                paintTaskChip(painter, at(i, 0), i + 4, theme);
            paintCellDisc(painter, at(0, 1), theme.taskColour(0), theme);
            paintMigrant(painter, at(1, 1), theme.taskColour(1), true, theme);
            paintMigrant(painter, at(2, 1), theme.taskColour(1), false, theme);
            paintCellDisc(painter, at(3, 1), theme.taskColour(0), theme);
            paintHoverRing(painter, at(3, 1), theme);
            paintCellDisc(painter, at(4, 1), theme.taskColour(0), theme);
            paintSelectionRing(painter, at(4, 1), theme);
            paintHistoryLabel(painter, at(0, 2), true, theme);
            paintHistoryLabel(painter, at(1, 2), false, theme);
            paintPhi(painter, at(2, 2).x(), at(2, 2).x() + 12, at(2, 2).y(), theme);
            paintPhi(painter, at(4, 2).x(), at(4, 2).x() - 12, at(4, 2).y(), theme);
            paintPhi(painter, at(5, 2).x(), at(5, 2).x(), at(5, 2).y(), theme);
            paintTruth(painter, at(0, 3), theme);
            paintPrinted(painter, at(1, 3), theme);
            paintCellDisc(painter, at(1, 3), theme.text, theme);
            paintCursor(painter, at(2, 3).x(), QRectF(at(2, 3) - QPointF(0, 10), QSizeF(1, 26)), true, theme);
            paintSelectionFrame(painter, QRectF(at(3, 3) - QPointF(8, 8), QSizeF(16, 16)), theme);
            QPainterPath band;
            band.addRect(QRectF(at(0, 4), QSizeF(120, 24)));
            paintHatch(painter, band, theme);
            painter.setFont(theme.font(TextRole::Caption));
            paintHaloText(painter, at(0, 4) + QPointF(8, 16), u"conv 3×3"_s, theme.text, theme.ground, theme);
            painter.drawLine(at(0, 6), at(5, 6));
            for (int i = 0; i < 200; ++i) {
                painter.fillRect(QRectF(at(0, 6) + QPointF(i, 4), QSizeF(1.1, 14)),
                                 QColor::fromRgb(theme.sequential().at(i / 199.0)));
                painter.fillRect(QRectF(at(0, 6) + QPointF(i, 22), QSizeF(1.1, 14)),
                                 QColor::fromRgb(theme.signedMap().at(i / 199.0)));
            }
            painter.end();
            left += 250;
        }
        QVERIFY(sheet.save(QStringLiteral(KTNAS_PICTURES "/marks.png")));

        for (const auto choice : {ThemeProvider::Choice::Light, ThemeProvider::Choice::Dark}) {
            m_provider->setChoice(choice);
            QWidget page;
            auto* column = new QVBoxLayout(&page);
            auto* heading = new Heading(m_provider);
            heading->setFinding(u"28 of 48 migrants survived, 9 were labelled +1"_s);
            heading->setCaption(u"source → target → fate, generations 1–7, all tasks"_s);
            column->addWidget(heading);
            auto* segments = new SegmentedChoice(m_provider);
            segments->setChoices({u"Spearman"_s, u"Kendall"_s, u"weighted τ"_s});
            segments->setCurrentIndex(1);
            column->addWidget(segments);
            auto* empty = new EmptyState;
            empty->setText(u"No run on this table yet. Start one with New search."_s);
            empty->setAction(u"New search"_s);
            column->addWidget(empty);
            auto* error = new ErrorState(m_provider);
            error->setError({u"Row 1,204 of nas.csv has 14 fields instead of 17."_s, u"nas.csv, line 1,204"_s,
                             u"15,624 rows were read. Show the row, or open the file without it."_s,
                             u"Show the row"_s, u"bad-row"_s});
            column->addWidget(error);
            page.resize(420, 420);
            QPixmap picture(page.size());
            picture.fill(m_provider->theme().panel);
            page.render(&picture);
            Card card(m_provider, &page);
            page.show();
            card.showBeside({iconPixmap(u"map", 36, m_provider->theme().text, 2),
                             u"Cell 6,781"_s,
                             u"3 edits from 9,930"_s,
                             {{0, u"C10"_s, u"86.57 %"_s, u"8,994"_s},
                              {1, u"C100"_s, u"66.31 %"_s, u"6,639"_s},
                              {2, u"IN16"_s, u"38.85 %"_s, u"5,529"_s}}},
                            QRect(0, 0, 10, 10));
            QPainter painter(&picture);
            painter.drawPixmap(200, 60, card.grab());
            painter.end();
            const QString name = choice == ThemeProvider::Choice::Dark ? u"dark"_s : u"light"_s;
            QVERIFY(picture.save(u"%1/shared-%2.png"_s.arg(QStringLiteral(KTNAS_PICTURES), name)));
        }
    }
};

QTEST_MAIN(TestSharedWidgets)
#include "tst_sharedwidgets.moc"
