// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Random.h"
#include "widgets/graph/CellGraphView.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;
using namespace Qt::StringLiterals;

class TestCellGraphView : public QObject {
    Q_OBJECT

private:
    ThemeProvider* m_provider = nullptr;
    LayoutService* m_service = nullptr;
    std::shared_ptr<const Space> m_space = spaceById("nas-bench-201");
    // 0→1 conv 3×3, 0→2 none, 1→2 avg pool, 0→3 skip, 1→3 none, 2→3 conv 1×1.
    const Cell m_cell =
        m_space->parse("|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|");

    std::unique_ptr<CellGraphView> shown() const
    {
        auto view = std::make_unique<CellGraphView>(m_provider, m_service);
        view->resize(268, 280);
        view->setCell(m_space, m_cell);
        view->show();
        if (!QTest::qWaitForWindowExposed(view.get()) || !QTest::qWaitFor([&] { return !view->isWaiting(); }))
            return nullptr;
        return view;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_provider = new ThemeProvider(this);
        m_provider->installOn(*qApp);
        m_provider->setChoice(ThemeProvider::Choice::Light);
        m_service = new LayoutService(this);
    }

    void saysWhatItShows()
    {
        const auto view = shown();
        QVERIFY(view);
        QCOMPARE(view->accessibleName(), u"Graph of a cell of NAS-Bench-201"_s);
        const QString words = view->accessibleDescription();
        QVERIFY2(words.startsWith(u"in→1 conv 3×3, in→2 none, 1→2 avg pool 3×3"_s), qPrintable(words));
        view->clear();
        QCOMPARE(view->accessibleDescription(), u"No cell selected"_s);
        QVERIFY(view->geneRect(0).isNull());
        view->repaint();
    }

    void savesWhatItShows()
    {
        const QTemporaryDir folder;
        const auto content = [&](const QString& name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        CellGraphView empty(m_provider, m_service);
        empty.save(folder.filePath(u"empty.svg"_s), {});
        QVERIFY(!QFile::exists(folder.filePath(u"empty.svg"_s)));
        const auto view = shown();
        QVERIFY(view);
        for (const QString& name : {u"cell.svg"_s, u"cell.png"_s, u"cell.dot"_s})
            view->save(folder.filePath(name), u"A table, cell 3"_s);
        QVERIFY(content(u"cell.svg"_s).contains("<svg"));
        QVERIFY(QImage::fromData(content(u"cell.png"_s), "PNG").width() > view->width() / 2);
        QVERIFY(content(u"cell.dot"_s).contains("digraph"));
        QVERIFY(content(u"cell.dot"_s).contains("A table, cell 3"));
        QVERIFY_THROWS_EXCEPTION(Error, view->save(folder.filePath(u"no/such/folder/cell.dot"_s), {}));
    }

    void deadEdgesSaySo()
    {
        CellGraphView view(m_provider, m_service);
        view.setCell(m_space,
                     m_space->parse("|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|"));
        QVERIFY(view.accessibleDescription().contains(u"in→1 conv 3×3 (dead)"_s));
    }

    void keysWalkAndEdit()
    {
        const auto view = shown();
        QVERIFY(view);
        QSignalSpy hovered(view.get(), &CellGraphView::edgeHovered);
        QSignalSpy edits(view.get(), &CellGraphView::operationChangeRequested);
        view->clearFocus(); // a window's first focus is not by a key
        view->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(view->hasFocus());
        QCOMPARE(view->currentGene(), 0);
        QTest::keyClick(view.get(), Qt::Key_Down);
        QTest::keyClick(view.get(), Qt::Key_Right);
        QCOMPARE(view->currentGene(), 2);
        QCOMPARE(hovered.last().at(0).toInt(), 2);
        QVERIFY(view->accessibleDescription().startsWith(u"1→2 avg pool 3×3, selected"_s));
        QTest::keyClick(view.get(), Qt::Key_4); // the fourth: conv 3×3
        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits[0][0].toInt(), 2);
        QCOMPARE(edits[0][1].toInt(), 3);
        QCOMPARE(*view->cell(), m_cell); // it only asks
        QTest::keyClick(view.get(), Qt::Key_5); // what it is already
        QTest::keyClick(view.get(), Qt::Key_6); // there are five
        QCOMPARE(edits.count(), 1);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QTest::keyClick(view.get(), Qt::Key_Up);
        QCOMPARE(view->currentGene(), 5);
        QTest::keyClick(view.get(), Qt::Key_Escape);
        QCOMPARE(view->currentGene(), -1);
        view->setEditable(false);
        QTest::keyClick(view.get(), Qt::Key_Home);
        QTest::keyClick(view.get(), Qt::Key_3);
        QCOMPARE(edits.count(), 1);
    }

    void menuByKeyAndMouse()
    {
        const auto view = shown();
        QVERIFY(view);
        QSignalSpy edits(view.get(), &CellGraphView::operationChangeRequested);
        QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->geneRect(5).center());
        auto* menu = view->findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        QCOMPARE(menu->actions().size(), 5);
        QCOMPARE(menu->accessibleName(), u"Operation on 2→out"_s);
        menu->actions().at(1)->trigger();
        QCOMPARE(edits.count(), 1);
        QCOMPARE(edits[0][0].toInt(), 5);
        QCOMPARE(edits[0][1].toInt(), 1);
        menu->close();
        QTest::keyClick(view.get(), Qt::Key_Return);
        menu = view->findChild<QMenu*>();
        QVERIFY(menu && menu->isVisible());
        menu->close();
    }

    void hoverFindsNamesAndLines()
    {
        const auto view = shown();
        QVERIFY(view);
        QSignalSpy hovered(view.get(), &CellGraphView::edgeHovered);
        QTest::mouseMove(view.get(), view->geneRect(0).center());
        QTRY_COMPARE(hovered.count(), 1);
        QCOMPARE(hovered[0][0].toInt(), 0);
        QTest::mouseMove(view.get(), QPoint(1, 1));
        QTRY_COMPARE(hovered.count(), 2);
        QCOMPARE(hovered[1][0].toInt(), -1);
    }

    void nodesStayWhenAnEdgeIsEdited()
    {
        const auto view = shown();
        QVERIFY(view);
        const QRect before = view->geneRect(3);
        const QImage old = view->grab().toImage();
        view->setCell(m_space, m_cell.with(0, 1));
        QVERIFY(!view->isWaiting()); // no new layout was needed
        QCOMPARE(view->geneRect(3), before);
        const QImage changed = view->grab().toImage();
        QVERIFY(changed != old);
        // Everything that changed is near edge 0→1: nothing did in the lower half.
        for (int y = old.height() * 2 / 3; y < old.height(); ++y) {
            for (int x = 0; x < old.width(); ++x)
                QCOMPARE(changed.pixel(x, y), old.pixel(x, y));
        }
    }

    void viewsAndSpacesForPeople()
    {
        struct Case {
            const char* name;
            const char* space;
            const char* text;
            CellGraph::View view;
        };
        const auto onEdges = CellGraph::View::OperationsOnEdges;
        const auto onNodes = CellGraph::View::OperationsOnNodes;
        const char* const best =
            "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|nor_conv_3x3~2|";
        const char* const varied =
            "|nor_conv_3x3~0|+|nor_conv_1x1~0|avg_pool_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|";
        const char* const deadEnd =
            "|nor_conv_3x3~0|+|nor_conv_1x1~0|none~1|+|skip_connect~0|none~1|avg_pool_3x3~2|";
        const std::vector<Case> cases{{"best", "nas-bench-201", best, onEdges},
                                      {"varied", "nas-bench-201", varied, onEdges},
                                      {"dead", "nas-bench-201", deadEnd, onEdges},
                                      {"varied-nodes", "nas-bench-201", varied, onNodes},
                                      {"dead-nodes", "nas-bench-201", deadEnd, onNodes},
                                      {"micro", "transnas-bench-101-micro", nullptr, onEdges},
                                      {"darts", "darts-5x9", nullptr, onEdges},
                                      {"darts-nodes", "darts-5x9", nullptr, onNodes}};
        for (const auto choice : {ThemeProvider::Choice::Light, ThemeProvider::Choice::Dark}) {
            m_provider->setChoice(choice);
            std::vector<QImage> pictures;
            int width = 0;
            int height = 0;
            for (const Case& one : cases) {
                const auto space = spaceById(one.space);
                Stream stream(Address{.seed = 5});
                const Cell cell = one.text ? space->parse(one.text)
                    : space->cellCount()   ? space->cell(CellId(1501))
                                           : space->random(stream);
                CellGraphView view(m_provider, m_service);
                view.setView(one.view);
                view.setCell(space, cell);
                QTRY_VERIFY(!view.isWaiting());
                const bool isWide = !space->cellCount();
                view.resize(isWide ? 420 : 268, view.sizeHint().height());
                QPixmap pixmap(view.size() * 2);
                pixmap.setDevicePixelRatio(2);
                pixmap.fill(m_provider->theme().panel);
                view.render(&pixmap);
                pictures.push_back(pixmap.toImage());
                width += pixmap.width();
                height = std::max(height, pixmap.height());
            }
            QImage sheet(width, height, QImage::Format_RGB32);
            sheet.fill(m_provider->theme().panel);
            QPainter painter(&sheet);
            int x = 0;
            for (QImage& picture : pictures) {
                picture.setDevicePixelRatio(1);
                painter.drawImage(x, 0, picture);
                x += picture.width();
            }
            painter.end();
            const QString name = choice == ThemeProvider::Choice::Dark ? u"dark"_s : u"light"_s;
            QVERIFY(sheet.copy(0, 0, 12 * 268, 560)
                        .save(u"%1/graphs-%2.png"_s.arg(QStringLiteral(KTNAS_PICTURES), name)));
            QVERIFY(sheet.copy(12 * 268, 0, 4 * 420, height)
                        .save(u"%1/graphs-darts-%2.png"_s.arg(QStringLiteral(KTNAS_PICTURES), name)));
        }
        m_provider->setChoice(ThemeProvider::Choice::Light);
    }

    void diesWhileWaiting()
    {
        LayoutService service;
        for (int i = 0; i < 20; ++i) {
            auto view = std::make_unique<CellGraphView>(m_provider, &service);
            Stream stream(Address{.seed = static_cast<std::uint64_t>(i)});
            const auto space = spaceById("darts-5x9");
            view->setCell(space, space->random(stream));
            if (i % 2)
                QTest::qWait(1);
        }
    }
};

QTEST_MAIN(TestCellGraphView)
#include "tst_cellgraphview.moc"
