// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "PlotTest.h"
#include "widgets/plots/HeatMap.h"
#include "widgets/style/Colour.h"
#include "widgets/style/ThemeProvider.h"

#include <QSignalSpy>

#include <limits>

using namespace ktnas;
using ktnas::test::moveTo;
using ktnas::test::picture;
using ktnas::test::showAt;

namespace {

HeatMapData threeByFour()
{
    HeatMapData data;
    data.rows = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    data.columns = {QStringLiteral("k"), QStringLiteral("l"), QStringLiteral("m"), QStringLiteral("n")};
    data.values = {-2, -1, 0, 1, 2, 1, 0, -1, 0.5, 0.5, std::numeric_limits<double>::quiet_NaN(), 0.5};
    return data;
}

} // namespace

class TestHeatMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_themes.setChoice(ThemeProvider::Choice::Light); }

    void signedMapIsSymmetricAboutNought()
    {
        HeatMap map(&m_themes);
        map.setData(threeByFour());
        showAt(map, 400, 200);
        const QImage image = picture(map);
        const ColourMap& colours = m_themes.theme().signedMap();
        const auto at = [&](int row, int column) {
            return image.pixel(map.cellRect({row, column}).center());
        };
        QCOMPARE(at(0, 0), colours.at(0));
        QCOMPARE(at(0, 1), colours.at(0.25));
        QCOMPARE(at(0, 2), colours.at(0.5));
        QCOMPARE(at(1, 0), colours.at(1));
        QCOMPARE(at(2, 0), colours.at(0.625));
    }

    void missingIsHatchedGround()
    {
        HeatMap map(&m_themes);
        map.setData(threeByFour());
        showAt(map, 400, 200);
        const QRect box = map.cellRect({2, 2});
        const QImage image = picture(map);
        int ground = 0;
        int other = 0;
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                ++(image.pixel(x, y) == m_themes.theme().ground.rgb() ? ground : other);
        }
        QVERIFY(ground > box.width() * box.height() / 4);
        QVERIFY(other > box.width() * box.height() / 8);
    }

    void sequentialGoesFromLowToHigh()
    {
        HeatMapData data = threeByFour();
        data.scale = HeatMapData::Scale::Sequential;
        data.low = -2;
        data.high = 2;
        HeatMap map(&m_themes);
        map.setData(data);
        showAt(map, 400, 200);
        const QImage image = picture(map);
        QCOMPARE(image.pixel(map.cellRect({0, 0}).center()), m_themes.theme().sequential().at(0));
        QCOMPARE(image.pixel(map.cellRect({1, 0}).center()), m_themes.theme().sequential().at(1));
    }

    void textStandsOutOfItsCell()
    {
        HeatMapData data = threeByFour();
        for (int i = 0; i < 12; ++i)
            data.texts.append(QStringLiteral("+129"));
        HeatMap map(&m_themes);
        map.setData(data);
        showAt(map, 400, 200);
        const QImage image = picture(map);
        for (const MatrixCell cell : {MatrixCell{0, 0}, MatrixCell{0, 2}, MatrixCell{1, 0}}) {
            const QRect box = map.cellRect(cell);
            const QRgb fill = image.pixel(box.topLeft() + QPoint(2, 2));
            double strongest = 0;
            for (int y = box.top() + 3; y < box.bottom() - 3; ++y) {
                for (int x = box.left() + 3; x < box.right() - 3; ++x)
                    strongest = std::max(strongest, contrastRatio(fill, image.pixel(x, y)));
            }
            QVERIFY2(strongest > 4, qPrintable(QString::number(strongest)));
        }
    }

    void longNamesStandAtASlant()
    {
        HeatMapData data = threeByFour();
        HeatMap map(&m_themes);
        map.setData(data);
        showAt(map, 400, 200);
        QVERIFY(!map.areColumnsSlanted());
        const int before = map.cellRect({0, 0}).top();
        data.columns[3] = QStringLiteral("Autoencoder with a long name");
        map.setData(data);
        QVERIFY(map.areColumnsSlanted());
        QVERIFY(map.cellRect({0, 0}).top() > before);
        // The last name is whole: it ends inside the view, above the cells.
        const QImage image = picture(map);
        const QRgb ground = m_themes.theme().ground.rgb();
        const auto inkIn = [&](const QRect& box) {
            int ink = 0;
            for (int y = box.top(); y <= box.bottom(); ++y) {
                for (int x = box.left(); x <= box.right(); ++x)
                    ink += image.pixel(x, y) != ground ? 1 : 0;
            }
            return ink;
        };
        const QRect last = map.cellRect({0, 3});
        QVERIFY(inkIn(QRect(last.right() + 8, 0, 60, last.top() - 20)) > 20);
        QCOMPARE(inkIn(QRect(map.width() - 1, 0, 1, map.height())), 0);
    }

    void barTextsAreWhole()
    {
        HeatMapData data = threeByFour();
        data.bars = {0.022, 0.102, 0.007};
        data.barTexts = {QStringLiteral("2.2 %"), QStringLiteral("10.2 %"), QStringLiteral("0.7 %")};
        data.barTitle = QStringLiteral("share");
        HeatMap map(&m_themes);
        map.setData(data);
        for (const double zoom : {1.0, 1.5, 2.0}) {
            m_themes.setZoom(zoom);
            for (const int width : {300, 350, 420, 700}) {
                showAt(map, static_cast<int>(width * zoom), 300);
                const QImage image = picture(map);
                for (int y = 0; y < image.height(); ++y)
                    QCOMPARE(image.pixel(image.width() - 1, y), m_themes.theme().ground.rgb());
            }
        }
        m_themes.setZoom(1);
    }

    void pointerAndKeysReachEveryCell()
    {
        HeatMap map(&m_themes);
        map.setData(threeByFour());
        showAt(map, 400, 200);
        QSignalSpy hovered(&map, &HeatMap::hovered);
        QSignalSpy activated(&map, &HeatMap::activated);
        moveTo(map, map.cellRect({1, 2}).center());
        QCOMPARE(hovered.last(), (QList<QVariant>{1, 2}));
        QTest::mouseClick(&map, Qt::LeftButton, {}, map.cellRect({2, 3}).center());
        QCOMPARE(activated.last(), (QList<QVariant>{2, 3}));
        QCOMPARE(map.selected(), std::nullopt); // the widget owns no selection
        map.setSelected(MatrixCell{0, 0});
        QTest::keyClick(&map, Qt::Key_Escape); // leaves the hovered cell
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(hovered.last(), (QList<QVariant>{0, 1}));
        QTest::keyClick(&map, Qt::Key_Down);
        QTest::keyClick(&map, Qt::Key_End);
        QTest::keyClick(&map, Qt::Key_Right);
        QCOMPARE(hovered.last(), (QList<QVariant>{1, 3}));
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(activated.last(), (QList<QVariant>{1, 3}));
        map.setData(HeatMapData());
        picture(map);
        QTest::keyClick(&map, Qt::Key_Right);
        QTest::keyClick(&map, Qt::Key_Return);
        QCOMPARE(activated.count(), 2);
    }

private:
    ThemeProvider m_themes;
};

QTEST_MAIN(TestHeatMap)
#include "tst_heatmap.moc"
