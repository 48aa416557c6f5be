// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Icons.h"
#include "widgets/style/Marks.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace ktnas;
using namespace Qt::StringLiterals;

namespace {

int inkedPixels(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
    }
    return count;
}

} // namespace

class TestIcons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allAreThere()
    {
        const QStringList ids = iconIds();
        for (const char16_t* id : {u"open",
                                   u"save",
                                   u"run",
                                   u"pause",
                                   u"stop",
                                   u"step-forward",
                                   u"step-back",
                                   u"generation-forward",
                                   u"generation-back",
                                   u"fork",
                                   u"search",
                                   u"close",
                                   u"undo",
                                   u"redo",
                                   u"settings",
                                   u"help",
                                   u"pan",
                                   u"lasso",
                                   u"rectangle",
                                   u"brush",
                                   u"zoom-in",
                                   u"zoom-out",
                                   u"fit",
                                   u"export",
                                   u"copy",
                                   u"link",
                                   u"twins",
                                   u"table",
                                   u"map",
                                   u"chart",
                                   u"matrix",
                                   u"folder",
                                   u"file",
                                   u"book",
                                   u"sun",
                                   u"moon",
                                   u"warning",
                                   u"error",
                                   u"info",
                                   u"chevron-down",
                                   u"chevron-right",
                                   u"plus",
                                   u"minus",
                                   u"filter",
                                   u"palette"})
            QVERIFY2(ids.contains(QString::fromUtf16(id)), qPrintable(QString::fromUtf16(id)));
        QVERIFY(!ids.contains(u"ktnas-studio"_s));
        QVERIFY(icon(u"no-such-icon", Theme::light()).isNull());
        QVERIFY(iconPixmap(u"no-such-icon", 16, Qt::black, 1).isNull());
    }

    void drawSomethingAtEveryScale_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString& id : iconIds())
            QTest::newRow(qPrintable(id)) << id;
    }
    void drawSomethingAtEveryScale()
    {
        QFETCH(QString, id);
        const QColor tint(10, 200, 30);
        const QImage once = iconPixmap(id, 16, tint, 1).toImage();
        const QImage twice = iconPixmap(id, 16, tint, 2).toImage();
        QCOMPARE(once.size(), QSize(16, 16));
        QCOMPARE(twice.size(), QSize(32, 32));
        QVERIFY(inkedPixels(once) >= 6);
        QVERIFY(inkedPixels(twice) > 2 * inkedPixels(once));
        // Nothing is cut off at the border, and all ink has the tint.
        for (int i = 0; i < 32; ++i) {
            QVERIFY(qAlpha(twice.pixel(i, 0)) < 128 && qAlpha(twice.pixel(i, 31)) < 128);
            QVERIFY(qAlpha(twice.pixel(0, i)) < 128 && qAlpha(twice.pixel(31, i)) < 128);
        }
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x) {
                if (qAlpha(twice.pixel(x, y)) == 255)
                    QCOMPARE(twice.pixel(x, y), tint.rgb());
            }
        }
    }

    void statesHaveTheirInk()
    {
        const Theme theme = Theme::dark();
        const QIcon stop = icon(u"stop", theme); // filled: its middle pixel is ink
        const auto middle = [&](QIcon::Mode mode, QIcon::State state) {
            return stop.pixmap(QSize(16, 16), 1, mode, state).toImage().pixelColor(8, 8);
        };
        QCOMPARE(middle(QIcon::Normal, QIcon::Off), theme.text2);
        QCOMPARE(middle(QIcon::Active, QIcon::Off), theme.text);
        QCOMPARE(middle(QIcon::Normal, QIcon::On), theme.text);
        QVERIFY(std::abs(middle(QIcon::Disabled, QIcon::Off).alphaF() - 0.38F) < 0.01F);
        const QPixmap twice = stop.pixmap(QSize(16, 16), 2, QIcon::Normal, QIcon::Off);
        QCOMPARE(twice.size(), QSize(32, 32));
        QCOMPARE(twice.devicePixelRatio(), 2.0);
    }

    void applicationIconKeepsItsColours()
    {
        const QImage image = applicationIcon().pixmap(QSize(64, 64), 1).toImage();
        QCOMPARE(image.pixelColor(32, 32), QColor(0xFE, 0xBE, 0x6C));
        QCOMPARE(image.pixelColor(16, 16), QColor(0xF2, 0xF4, 0xF6));
    }

    void sheetForPeople()
    {
        const QStringList ids = iconIds();
        const int columns = 12;
        const int rows = (static_cast<int>(ids.size()) + columns - 1) / columns;
        QImage sheet(columns * 40 * 2, rows * 40 * 2 * 2, QImage::Format_RGB32);
        int top = 0;
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            QPainter painter(&sheet);
            painter.fillRect(0, top, sheet.width(), rows * 80, theme.bar);
            for (int i = 0; i < ids.size(); ++i) {
                QPixmap pixmap = iconPixmap(ids[i], 16, theme.text2, 3);
                pixmap.setDevicePixelRatio(1);
                painter.drawPixmap(i % columns * 80 + 16, top + i / columns * 80 + 16, pixmap);
            }
            painter.end();
            top += rows * 80;
        }
        QVERIFY(sheet.save(QStringLiteral(KTNAS_PICTURES "/icons.png")));
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
