// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Colour.h"
#include "widgets/style/Theme.h"
#include "widgets/style/ThemeProvider.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <limits>

using namespace ktnas;

namespace {

// CIE L* of a colour, independent of the OKLab code that made the maps.
double lightness(QRgb colour)
{
    const double y = relativeLuminance(colour);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastOfKnownPairs()
    {
        // WCAG 2.1: black on white is 21, and #777777 on white is the well-known 4.48 that just fails AA.
        QCOMPARE(contrastRatio(qRgb(0, 0, 0), qRgb(255, 255, 255)), 21.0);
        QVERIFY(std::abs(contrastRatio(qRgb(0x77, 0x77, 0x77), qRgb(255, 255, 255)) - 4.48) < 0.005);
        QCOMPARE(contrastRatio(qRgb(10, 20, 30), qRgb(10, 20, 30)), 1.0);
    }

    void contrastOfTokens_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QString>("token");
        QTest::addColumn<QVector<double>>(
            "printed"); // to ground, panel, bar; as the look's table prints them
        using Row = QVector<double>;
        QTest::newRow("light text") << false << QStringLiteral("text") << Row{16.6, 15.4, 14.3};
        QTest::newRow("light text2") << false << QStringLiteral("text2") << Row{7.6, 7.1, 6.5};
        QTest::newRow("light text3") << false << QStringLiteral("text3") << Row{5.6, 5.2, 4.8};
        QTest::newRow("light edge") << false << QStringLiteral("edge") << Row{3.6, 3.4, 3.1};
        QTest::newRow("light warn") << false << QStringLiteral("warn") << Row{5.9};
        QTest::newRow("light error") << false << QStringLiteral("error") << Row{6.5};
        QTest::newRow("dark text") << true << QStringLiteral("text") << Row{14.9, 13.9, 12.6};
        QTest::newRow("dark text2") << true << QStringLiteral("text2") << Row{8.5, 7.9, 7.2};
        QTest::newRow("dark text3") << true << QStringLiteral("text3") << Row{5.9, 5.5, 5.0};
        QTest::newRow("dark edge") << true << QStringLiteral("edge") << Row{4.0, 3.7, 3.4};
        QTest::newRow("dark warn") << true << QStringLiteral("warn") << Row{9.3};
        QTest::newRow("dark error") << true << QStringLiteral("error") << Row{7.5};
    }
    void contrastOfTokens()
    {
        QFETCH(bool, isDark);
        QFETCH(QString, token);
        QFETCH(QVector<double>, printed);
        const Theme theme = isDark ? Theme::dark() : Theme::light();
        const QHash<QString, QColor> colours{
            {QStringLiteral("text"), theme.text},   {QStringLiteral("text2"), theme.text2},
            {QStringLiteral("text3"), theme.text3}, {QStringLiteral("edge"), theme.edge},
            {QStringLiteral("warn"), theme.warn},   {QStringLiteral("error"), theme.error}};
        const std::array surfaces{theme.ground, theme.panel, theme.bar};
        for (int i = 0; i < printed.size(); ++i) {
            const double found =
                contrastRatio(colours[token].rgb(), surfaces[static_cast<std::size_t>(i)].rgb());
            // 0.06: one decimal is printed, rounded or cut.
            QVERIFY2(std::abs(found - printed[i]) <= 0.06, qPrintable(QString::number(found)));
        }
    }

    void everyTextReadsOnEverySurface()
    {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            for (const QColor& surface : {theme.ground, theme.panel, theme.bar}) {
                for (const QColor& text : {theme.text, theme.text2, theme.text3})
                    QVERIFY(contrastRatio(text.rgb(), surface.rgb()) >= 4.5);
                QVERIFY(contrastRatio(theme.edge.rgb(), surface.rgb()) >= 3.0);
            }
            QVERIFY(contrastRatio(theme.text2.rgb(), theme.line.rgb()) >= 4.5);
            QVERIFY(contrastRatio(theme.text2.rgb(), theme.raised.rgb()) >= 4.5);
            // The main button: text as fill, ground as letters.
            QVERIFY(contrastRatio(theme.text.rgb(), theme.ground.rgb()) >= 4.5);
        }
    }

    void tasksStandOutAndRepeatHollow()
    {
        for (const Theme& theme : {Theme::light(), Theme::dark()}) {
            for (int task = 0; task < 8; ++task) {
                QVERIFY(contrastRatio(theme.taskColour(task).rgb(), theme.ground.rgb()) >= 3.1);
                QVERIFY(contrastRatio(theme.taskColour(task).rgb(), theme.panel.rgb()) >= 3.1);
                QVERIFY(!theme.isTaskHollow(task));
                QCOMPARE(theme.taskColour(task + 8), theme.taskColour(task));
                QVERIFY(theme.isTaskHollow(task + 8));
            }
            QCOMPARE(theme.taskColour(-1), theme.edge);
        }
    }

    void textOnAnyFillReads()
    {
        double worst = 21;
        for (int r = 0; r < 256; r += 5) {
            for (int g = 0; g < 256; g += 5) {
                for (int b = 0; b < 256; b += 5)
                    worst = std::min(worst, contrastRatio(textOn(qRgb(r, g, b)).rgb(), qRgb(r, g, b)));
            }
        }
        QVERIFY2(worst >= 4.57, qPrintable(QString::number(worst)));
    }

    void sequentialMapsAreStrictlyMonotone_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<int>("map");
        for (const bool isDark : {false, true}) {
            for (const SequentialMap map :
                 {SequentialMap::House, SequentialMap::Viridis, SequentialMap::Cividis})
                QTest::addRow("%s %d", isDark ? "dark" : "light", static_cast<int>(map))
                    << isDark << static_cast<int>(map);
        }
    }
    void sequentialMapsAreStrictlyMonotone()
    {
        QFETCH(bool, isDark);
        QFETCH(int, map);
        Theme theme = isDark ? Theme::dark() : Theme::light();
        theme.sequentialChoice = static_cast<SequentialMap>(map);
        const ColourMap& colours = theme.sequential();
        // Better stands out from the ground: lighter on dark, darker on light.
        const double direction = isDark ? 1 : -1;
        // Channels have 8 bits, so one entry may fall back by a rounding; over five it must have moved on.
        for (int i = 5; i < ColourMap::size; ++i)
            QVERIFY2(direction * (lightness(colours.entry(i)) - lightness(colours.entry(i - 5))) > 0,
                     qPrintable(QString::number(i)));
        for (int i = 1; i < ColourMap::size; ++i)
            QVERIFY(direction * (lightness(colours.entry(i)) - lightness(colours.entry(i - 1))) > -0.4);
        QVERIFY(contrastRatio(colours.entry(255), theme.ground.rgb())
                > contrastRatio(colours.entry(0), theme.ground.rgb()));
    }

    void mapsMeetTheirStops()
    {
        QCOMPARE(Theme::light().sequential().at(0), QRgb(0xFFDCE0E8));
        QCOMPARE(Theme::light().sequential().at(1), QRgb(0xFF094024));
        QCOMPARE(Theme::dark().sequential().at(1), QRgb(0xFFE5F477));
        QCOMPARE(Theme::light().signedMap().at(0), QRgb(0xFFB4540A));
        QCOMPARE(Theme::light().signedMap().at(1), QRgb(0xFF1F5FA8));
        QCOMPARE(Theme::dark().sequential().at(-3), Theme::dark().sequential().at(0));
        QCOMPARE(Theme::dark().sequential().at(7), Theme::dark().sequential().at(1));
        QCOMPARE(qAlpha(Theme::dark().sequential().at(std::numeric_limits<double>::quiet_NaN())), 0);
        // Published tables (matplotlib 3.6): viridis 0.267004 0.004874 0.329415 … 0.993248 0.906157 0.143936.
        QCOMPARE(ColourMap::viridis(true).entry(0), QRgb(0xFF440154));
        QCOMPARE(ColourMap::viridis(true).entry(255), QRgb(0xFFFDE725));
        QCOMPARE(ColourMap::viridis(false).entry(0), QRgb(0xFFFDE725));
        QCOMPARE(ColourMap::cividis(true).entry(0), QRgb(0xFF00224E));
    }

    void okLabKnownColours()
    {
        // Ottosson's own values for sRGB white and red.
        const OkLab white = toOkLab(qRgb(255, 255, 255));
        QVERIFY(std::abs(white.lightness - 1) < 1e-3 && std::abs(white.a) < 1e-3 && std::abs(white.b) < 1e-3);
        const OkLab red = toOkLab(qRgb(255, 0, 0));
        QVERIFY(std::abs(red.lightness - 0.62796) < 1e-3 && std::abs(red.a - 0.22486) < 1e-3
                && std::abs(red.b - 0.12585) < 1e-3);
        for (int i = 0; i < 4096; ++i) {
            const QRgb colour = qRgb((i * 37) % 256, (i * 91) % 256, (i * 53) % 256);
            QCOMPARE(fromOkLab(toOkLab(colour)), colour);
        }
    }

    void zoomScalesFontsAndNeverBelowTheirRank()
    {
        Theme theme = Theme::light();
        QCOMPARE(theme.font(TextRole::Caption).pixelSize(), 11);
        QCOMPARE(theme.font(TextRole::Body).pixelSize(), 13);
        QCOMPARE(theme.font(TextRole::Figure).pixelSize(), 22);
        theme.zoom = 2;
        QCOMPARE(theme.font(TextRole::Caption).pixelSize(), 22);
        QCOMPARE(theme.ipx(0.1), 1);
        QCOMPARE(theme.ipx(0), 0);
    }

    void operationPensGrowWithWhatTheyCompute()
    {
        const Theme theme = Theme::light();
        QCOMPARE(theme.operationPen(OperationStyle::None, 0).style(), Qt::NoPen);
        const auto width = [&](OperationStyle style, int kernel) {
            return theme.operationPen(style, kernel).widthF();
        };
        QVERIFY(width(OperationStyle::Skip, 0) < width(OperationStyle::Conv1x1, 1));
        QVERIFY(width(OperationStyle::Conv1x1, 1) < width(OperationStyle::Conv3x3, 3));
        QVERIFY(width(OperationStyle::Separable, 3) < width(OperationStyle::Separable, 5));
        QVERIFY(width(OperationStyle::Dilated, 5) < width(OperationStyle::Dilated, 7));
        // Dashes are in pixels whatever the width.
        for (const int kernel : {3, 5, 7}) {
            const QPen pen = theme.operationPen(OperationStyle::Dilated, kernel);
            QVERIFY(std::abs(pen.dashPattern()[0] * pen.widthF() - 12) < 1e-9);
        }
    }

    void providerTellsOnceAndOnlyOfChanges()
    {
        ThemeProvider provider;
        QSignalSpy spy(&provider, &ThemeProvider::themeChanged);
        provider.setChoice(ThemeProvider::Choice::Dark);
        QCOMPARE(spy.count(), 1);
        QVERIFY(provider.theme().isDark);
        provider.setChoice(ThemeProvider::Choice::Dark);
        QCOMPARE(spy.count(), 1);
        provider.setZoom(9);
        QCOMPARE(provider.theme().zoom, 2.0);
        provider.setZoom(2);
        QCOMPARE(spy.count(), 2);
        provider.setSequentialMap(SequentialMap::Cividis);
        provider.setChoice(ThemeProvider::Choice::Light);
        QCOMPARE(provider.theme().zoom, 2.0);
        QCOMPARE(provider.theme().sequentialChoice, SequentialMap::Cividis);
        QVERIFY(!provider.theme().isDark);
        QCOMPARE(provider.animationMs(120), 120);
        provider.setMotionReduced(true);
        QCOMPARE(provider.animationMs(120), 0);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
