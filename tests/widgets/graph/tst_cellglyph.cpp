// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "widgets/graph/CellExport.h"
#include "widgets/graph/CellGlyph.h"
#include "widgets/graph/CellGraphPainter.h"
#include "widgets/graph/GraphvizContext.h"
#include "widgets/graph/OperationLook.h"

#include "core/base/Error.h"

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

using namespace ktnas;
using namespace Qt::StringLiterals;

namespace {

// |op~0|+|op~0|op~1|+|op~0|op~1|op~2| in the benchmark's own writing.
Cell nasBench(const char* text)
{
    return spaceById("nas-bench-201")->parse(text);
}

const char* const mixed = "|nor_conv_3x3~0|+|none~0|avg_pool_3x3~1|+|skip_connect~0|none~1|nor_conv_1x1~2|";
const char* const strong =
    "|nor_conv_3x3~0|+|nor_conv_3x3~0|skip_connect~1|+|nor_conv_3x3~0|nor_conv_3x3~1|nor_conv_1x1~2|";

QImage draw(const Cell& cell, double side, const Theme& theme)
{
    QImage image(static_cast<int>(side), static_cast<int>(side), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintCellGlyph(painter, QRectF(0, 0, side, side), *spaceById("nas-bench-201"), cell, theme);
    return image;
}

} // namespace

class TestCellGlyph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyEdgeIsWhereItBelongs()
    {
        // Side 100: margin 14, so the square runs from 14 to 86 and its middle is 50.
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            const QImage image = draw(nasBench(strong), 100, theme);
            const QColor conv3 = theme.operationColour(OperationStyle::Conv3x3);
            QCOMPARE(image.pixelColor(50, 14), conv3); // 0→1 top
            QCOMPARE(image.pixelColor(14, 50), conv3); // 0→2 left
            QCOMPARE(image.pixelColor(86, 50), conv3); // 1→3 right
            QCOMPARE(image.pixelColor(50, 86), theme.operationColour(OperationStyle::Conv1x1)); // 2→3 bottom
            QCOMPARE(image.pixelColor(50, 50), conv3); // 0→3 falls
            QCOMPARE(image.pixelColor(14, 14), theme.text); // input
            QCOMPARE(image.pixelColor(86, 86), theme.text); // output
            QCOMPARE(image.pixelColor(86, 14), theme.text2);
            QCOMPARE(image.pixelColor(14, 86), theme.text2);
            // 1→2 rises, with a gap of (10 + 5) / 2 on both sides of the crossing.
            QVERIFY(qAlpha(image.pixel(69, 31)) > 128 || qAlpha(image.pixel(68, 31)) > 128);
            QCOMPARE(qAlpha(image.pixel(54, 46)), 0);
        }
    }

    void noneIsEmptyAndDeadIsFaint()
    {
        const Theme theme = Theme::light();
        const QImage image = draw(nasBench(mixed), 100, theme);
        QCOMPARE(qAlpha(image.pixel(14, 50)), 0); // 0→2 none
        QCOMPARE(qAlpha(image.pixel(86, 50)), 0); // 1→3 none
        QCOMPARE(image.pixelColor(50, 14), theme.operationColour(OperationStyle::Conv3x3));
        // 0→1 leads nowhere once 1→2 and 1→3 are none.
        const QImage dead =
            draw(nasBench("|nor_conv_3x3~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|"), 100, theme);
        QVERIFY(std::abs(qAlpha(dead.pixel(50, 14)) - 0.32 * 255) < 2);
    }

    void poolingIsDashed()
    {
        const QImage image = draw(nasBench("|avg_pool_3x3~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|"),
                                  100, Theme::light());
        // 11 on, 7 off along the top side, from x = 14.
        QVERIFY(qAlpha(image.pixel(22, 14)) > 200); // inside the first dash, outside the node
        QCOMPARE(qAlpha(image.pixel(28, 14)), 0);
        QVERIFY(qAlpha(image.pixel(37, 14)) > 200);
        QCOMPARE(qAlpha(image.pixel(46, 14)), 0);
    }

    void inkGrowsWithWhatIsComputed()
    {
        const auto ink = [](const char* operation, double side) {
            const std::string text =
                std::string("|") + operation + "~0|+|none~0|none~1|+|none~0|skip_connect~1|none~2|";
            const QImage image = draw(nasBench(text.c_str()), side, Theme::light());
            int sum = 0;
            for (int y = 0; y < image.height() / 2; ++y)
                sum += qAlpha(image.pixel(image.width() / 2, y));
            return sum;
        };
        for (const double side : {20.0, 32.0, 40.0, 100.0}) {
            QVERIFY(ink("none", side) < ink("skip_connect", side));
            QVERIFY(ink("skip_connect", side) < ink("nor_conv_1x1", side));
            QVERIFY(ink("nor_conv_1x1", side) < ink("nor_conv_3x3", side));
        }
    }

    void pixmapsAreCachedByAllThatMatters()
    {
        const auto space = spaceById("nas-bench-201");
        const Cell cell = nasBench(strong);
        const QPixmap first = cellGlyph(*space, cell, 32, Theme::light(), 2);
        QCOMPARE(first.size(), QSize(64, 64));
        QCOMPARE(first.devicePixelRatio(), 2.0);
        QCOMPARE(cellGlyph(*space, cell, 32, Theme::light(), 2).cacheKey(), first.cacheKey());
        QVERIFY(cellGlyph(*space, cell, 32, Theme::dark(), 2).cacheKey() != first.cacheKey());
        QVERIFY(cellGlyph(*space, cell, 20, Theme::light(), 2).cacheKey() != first.cacheKey());
        QVERIFY(cellGlyph(*space, cell, 32, Theme::light(), 1).cacheKey() != first.cacheKey());
        QVERIFY(cellGlyph(*space, nasBench(mixed), 32, Theme::light(), 2).cacheKey() != first.cacheKey());
    }

    void dartsArcsStandOnTheirSide()
    {
        const auto space = spaceById("darts-5x9");
        QCOMPARE(cellGlyphSize(*space, 20), QSizeF(64, 32));
        QCOMPARE(cellGlyphSize(*space, 40), QSizeF(80, 40));
        Stream stream(Address{.seed = 5});
        const QPixmap pixmap = cellGlyph(*space, space->random(stream), 100, Theme::light(), 1);
        const QImage image = pixmap.toImage();
        int above = 0;
        int below = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) > 128)
                    (y < 46 ? above : y > 54 ? below : above) += y < 46 || y > 54 ? 1 : 0;
            }
        }
        QVERIFY(above > 100 && below > 100);
    }

    void exportsAreWholeAndSafe()
    {
        const auto space = spaceById("nas-bench-201");
        const Cell cell = nasBench(mixed);
        const std::string dot =
            cellDot(*space, cell, CellGraph::View::OperationsOnEdges, "table \"x\"\nrm -rf; digraph");
        // One comment line each, whatever the name has in it.
        QCOMPARE(dot.find("\nrm"), std::string::npos);
        QVERIFY(dot.find("digraph cell {") != std::string::npos);
        QVERIFY(dot.find("n0 -> n1 [label=\"conv 3×3\"") != std::string::npos);
        QVERIFY(dot.find("n0 -> n2 [style=invis]") != std::string::npos);

        QTemporaryDir folder;
        GraphvizContext context;
        const auto view = CellGraph::View::OperationsOnEdges;
        const GraphLayout layout =
            context.layOut(layoutRequest(space->graph(cell, view), space->operations(), Theme::light()));
        const QString svg = folder.filePath(u"cell.svg"_s);
        saveCellSvg(svg, *space, cell, view, layout, Theme::light(), u"nas-bench-201.csv"_s);
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("conv 3×3") && text.contains("nas-bench-201.csv"));
        const QString png = folder.filePath(u"cell.png"_s);
        saveCellPng(png, *space, cell, view, layout, Theme::light(), u"nas-bench-201.csv"_s, 3);
        const QImage image(png);
        QVERIFY(image.width() > 3 * layout.size.width());
        QCOMPARE(image.text(u"Title"_s), QString::fromLatin1(mixed));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 saveCellPng(folder.filePath(u"no/such/folder.png"_s), *space, cell, view,
                                             layout, Theme::light(), QString()));
    }

    void sheetForPeople()
    {
        QImage sheet(1520, 620, QImage::Format_RGB32);
        sheet.setDevicePixelRatio(2);
        double left = 0;
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            QPainter painter(&sheet);
            painter.fillRect(QRectF(left, 0, 380, 310), theme.ground);
            double x = left + 16;
            for (const char* text : {strong, mixed}) {
                for (const double side : {20.0, 32.0, 48.0, 64.0}) {
                    painter.drawPixmap(
                        QPointF(x, 16),
                        cellGlyph(*spaceById("nas-bench-201"), nasBench(text), side, theme, 2));
                    x += side + 4;
                }
            }
            x = left + 16;
            const auto micro = spaceById("transnas-bench-101-micro");
            for (const std::uint32_t id : {1000U, 2345U, 4095U, 1365U, 77U, 3141U}) {
                painter.drawPixmap(QPointF(x, 90), cellGlyph(*micro, micro->cell(CellId(id)), 40, theme, 2));
                x += 52;
            }
            const auto darts = spaceById("darts-5x9");
            Stream stream(Address{.seed = 5});
            const Cell cell = darts->random(stream);
            x = left + 16;
            for (const double side : {32.0, 48.0, 64.0}) {
                painter.drawPixmap(QPointF(x, 140), cellGlyph(*darts, cell, side, theme, 2));
                x += 2 * side + 12;
            }
            painter.setFont(theme.font(TextRole::Caption));
            double y = 220;
            for (const auto& space : {spaceById("nas-bench-201"), darts}) {
                x = left + 16;
                for (const Operation& operation : space->operations()) {
                    paintOperationSample(painter, QRectF(x, y, 32, 10), operation, theme);
                    painter.setPen(theme.text2);
                    painter.drawText(QPointF(x + 38, y + 9), QString::fromStdString(operation.label));
                    x += 110;
                    if (x > left + 320) {
                        x = left + 16;
                        y += 18;
                    }
                }
                y += 22;
            }
            painter.end();
            left += 380;
        }
        QVERIFY(sheet.save(QStringLiteral(KTNAS_PICTURES "/glyphs.png")));
    }
};

QTEST_MAIN(TestCellGlyph)
#include "tst_cellglyph.moc"
