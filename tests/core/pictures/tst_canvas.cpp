// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/Canvas.h"

#include "tests/core/pictures/DrawnPictures.h"
#include "tests/core/pictures/TaskChecks.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace ktnas;
using namespace ktnas::test;

namespace {

/// Uneven everywhere, and the same in the Python that the expected values come from.
std::size_t wavy(std::size_t x, std::size_t y)
{
    return (7 * x + 3 * y + x * y / 4) % 256;
}

Canvas wavyCanvas()
{
    const PictureSet set = repeated(28, 1, wavy);
    return loadCanvas(set, set.parts[0], 0, 28);
}

Canvas counted(std::size_t side)
{
    Canvas canvas(1, side);
    std::iota(canvas.values.begin(), canvas.values.end(), 1.0);
    return canvas;
}

} // namespace

class TestCanvas : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void storesInSteps();
    void loadsAndSqueezes();
    void shrinksByMeans();
    void weighsColours();
    void movesByWholePixels();
    void turnsAQuarter();
    void mirrorsFirst();
    void keepsConstantAreas();
    void warpsAsScipyDoes_data();
    void warpsAsScipyDoes();
};

void TestCanvas::storesInSteps()
{
    QCOMPARE(stored(0.5), 0.5);
    QCOMPARE(stored(1.4 / 4096), 1.0 / 4096);
    QCOMPARE(stored(-1.6 / 4096), -2.0 / 4096);
    QVERIFY(!std::signbit(stored(-1e-17)));
}

void TestCanvas::loadsAndSqueezes()
{
    PictureSet set = emptySet(2);
    set.height = 3;
    set.width = 4;
    PicturePart part = emptyPart(set, Split::Train, 2, [](std::size_t) { return 0; });
    // The second picture: three lines of four pixels.
    const std::vector<std::uint8_t> pixels{0, 51, 102, 153, 204, 255, 0, 51, 102, 153, 204, 255};
    std::copy(pixels.begin(), pixels.end(), part.pixels.begin() + 12);
    const Canvas canvas = loadCanvas(set, part, 1, 2);
    // Two pixels across and one and a half down go into each: the middle line counts half on both sides.
    // In fifths: lines 0 1 2 3 | 4 5 0 1 | 2 3 4 5; top left ((0 + 1) + (4 + 5) / 2) / 3 = 5.5 / 3.
    QVERIFY(near(canvas.at(0, 0, 0), 5.5 / 3 / 5, 1e-15));
    QVERIFY(near(canvas.at(0, 0, 1), (2 + 3 + 0.5) / 3 / 5, 1e-15));
    QVERIFY(near(canvas.at(0, 1, 0), (4.5 + 2 + 3) / 3 / 5, 1e-15));
    QVERIFY(near(canvas.at(0, 1, 1), (0.5 + 4 + 5) / 3 / 5, 1e-15));
    const PictureSet whole = repeated(2, 1, [](std::size_t x, std::size_t y) { return 255 * x + 51 * y; });
    QCOMPARE(loadCanvas(whole, whole.parts[0], 0, 2).values,
             (std::vector<double>{0, 1, 0.2, (306 % 256) / 255.0}));
}

void TestCanvas::shrinksByMeans()
{
    QCOMPARE(shrunk(counted(4), 2).values, (std::vector<double>{3.5, 5.5, 11.5, 13.5}));
    QCOMPARE(shrunk(counted(4), 4).values, counted(4).values);
    // Three pixels into two: one and a half each.
    const Canvas two = shrunk(counted(3), 2);
    QVERIFY(near(two.values[0], (1 + 2 / 2.0 + 4 / 2.0 + 5 / 4.0) / 2.25, 1e-14));
    QVERIFY(near(two.values[3], (9 + 8 / 2.0 + 6 / 2.0 + 5 / 4.0) / 2.25, 1e-14));
}

void TestCanvas::weighsColours()
{
    Canvas colour(3, 1);
    colour.values = {1, 0, 0};
    QCOMPARE(luminance(colour).values, (std::vector<double>{0.299}));
    colour.values = {0, 1, 1};
    QVERIFY(near(luminance(colour).values[0], 0.701, 1e-15));
}

void TestCanvas::movesByWholePixels()
{
    QCOMPARE(warped(counted(3), {}, Outside::Zero).values, counted(3).values);
    const Warp warp{.shiftX = 1, .shiftY = -1};
    QCOMPARE(warped(counted(3), warp, Outside::Zero).values,
             (std::vector<double>{0, 4, 5, 0, 7, 8, 0, 0, 0}));
    QCOMPARE(warped(counted(3), warp, Outside::Mirrored).values,
             (std::vector<double>{4, 4, 5, 7, 7, 8, 7, 7, 8}));
}

void TestCanvas::turnsAQuarter()
{
    // From right to down: what was at the right is below.
    const Canvas turned = warped(counted(3), {.angle = std::numbers::pi / 2}, Outside::Mirrored);
    const std::vector<double> expected{7, 4, 1, 8, 5, 2, 9, 6, 3};
    for (std::size_t i = 0; i < expected.size(); ++i)
        QVERIFY(near(turned.values[i], expected[i], 1e-12));
}

void TestCanvas::mirrorsFirst()
{
    QCOMPARE(warped(counted(3), {.mirror = true}, Outside::Zero).values,
             (std::vector<double>{3, 2, 1, 6, 5, 4, 9, 8, 7}));
    QCOMPARE(warped(counted(3), {.shiftX = 1, .mirror = true}, Outside::Zero).values,
             (std::vector<double>{0, 3, 2, 0, 6, 5, 0, 9, 8}));
}

void TestCanvas::keepsConstantAreas()
{
    Canvas canvas(1, 9);
    std::fill(canvas.values.begin(), canvas.values.end(), 0.1);
    const Warp warp{.angle = 0.37, .scaleX = 1.7, .scaleY = 1.3, .shiftX = 0.21};
    QCOMPARE(warped(canvas, warp, Outside::Mirrored).values, canvas.values);
}

void TestCanvas::warpsAsScipyDoes_data()
{
    QTest::addColumn<std::size_t>("y");
    QTest::addColumn<std::size_t>("x");
    QTest::addColumn<double>("zero");
    QTest::addColumn<double>("mirrored");
    // scipy 1.10.1, ndimage.affine_transform(f, M, off, order=1, mode="grid-constant" and "reflect"), M the
    // inverse of R(.3) · diag(.8, .6) in the order y, x, about (13.5, 13.5), shift 2 right and 1 up.
    QTest::newRow("border") << std::size_t{4} << std::size_t{6} << 0.000845797 << 0.054648663;
    QTest::newRow("middle") << std::size_t{13} << std::size_t{14} << 0.678577929 << 0.678577929;
    QTest::newRow("right") << std::size_t{10} << std::size_t{25} << 0.826925200 << 0.826925200;
    QTest::newRow("left") << std::size_t{20} << std::size_t{9} << 0.0 << 0.762326406;
    QTest::newRow("corner") << std::size_t{0} << std::size_t{0} << 0.0 << 0.260969319;
    QTest::newRow("below") << std::size_t{23} << std::size_t{20} << 0.0 << 0.539283119;
    QTest::newRow("far corner") << std::size_t{27} << std::size_t{27} << 0.0 << 0.423350021;
}

void TestCanvas::warpsAsScipyDoes()
{
    QFETCH(std::size_t, y);
    QFETCH(std::size_t, x);
    QFETCH(double, zero);
    QFETCH(double, mirrored);
    const Warp warp{.angle = 0.3, .scaleX = 0.8, .scaleY = 0.6, .shiftX = 2, .shiftY = -1};
    QVERIFY(near(warped(wavyCanvas(), warp, Outside::Zero).at(0, y, x), zero, 2e-9));
    QVERIFY(near(warped(wavyCanvas(), warp, Outside::Mirrored).at(0, y, x), mirrored, 2e-9));
}

QTEST_GUILESS_MAIN(TestCanvas)
#include "tst_canvas.moc"
