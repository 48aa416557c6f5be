// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/Lasso.h"
#include "widgets/plots/PointGrid.h"
#include "widgets/plots/PointRaster.h"

#include <QPolygonF>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace ktnas;

namespace {

struct Cloud {
    std::vector<float> x;
    std::vector<float> y;
    std::vector<std::uint8_t> skip;
};

/// Clumps, a coarse lattice (many equal coordinates) and some points without a place.
Cloud cloudOf(unsigned seed, std::size_t count)
{
    std::mt19937 generator(seed);
    const auto uniform = [&] { return static_cast<float>(generator() % 10000) / 10000.0F; };
    Cloud cloud;
    for (std::size_t i = 0; i < count; ++i) {
        float x = uniform();
        float y = uniform();
        if (i % 3 == 0) {
            x = std::round(x * 16) / 16;
            y = std::round(y * 16) / 16;
        } else if (i % 3 == 1) {
            x = 0.7F + 0.05F * x;
            y = 0.2F + 0.05F * y;
        }
        if (i % 97 == 0)
            x = std::numeric_limits<float>::quiet_NaN();
        cloud.x.push_back(x * 40 - 10);
        cloud.y.push_back(y * 30 - 20);
        cloud.skip.push_back(generator() % 5 == 0 ? 1 : 0);
    }
    return cloud;
}

bool hasPlace(const Cloud& cloud, std::size_t i)
{
    return std::isfinite(cloud.x[i]) && std::isfinite(cloud.y[i]) && cloud.skip[i] == 0;
}

QPointF placeOf(const Cloud& cloud, std::size_t i)
{
    return {static_cast<double>(cloud.x[i]), static_cast<double>(cloud.y[i])};
}

double squared(QPointF a, QPointF b)
{
    return (a.x() - b.x()) * (a.x() - b.x()) + (a.y() - b.y()) * (a.y() - b.y());
}

template <class Inside> std::vector<std::uint32_t> bruteForce(const Cloud& cloud, Inside inside)
{
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < cloud.x.size(); ++i) {
        if (hasPlace(cloud, i) && inside(placeOf(cloud, i)))
            found.push_back(static_cast<std::uint32_t>(i));
    }
    return found;
}

} // namespace

class TestPointGrid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearestIsBruteForce_data() { seeds(); }
    void nearestIsBruteForce()
    {
        QFETCH(unsigned, seed);
        const Cloud cloud = cloudOf(seed, 2000);
        const PointGrid grid(cloud.x, cloud.y);
        std::mt19937 generator(seed + 1);
        for (int round = 0; round < 300; ++round) {
            const QPointF place(static_cast<double>(generator() % 5000) / 100.0 - 15,
                                static_cast<double>(generator() % 4000) / 100.0 - 25);
            const double radius = static_cast<double>(generator() % 300) / 100.0;
            std::optional<std::uint32_t> expected;
            double least = radius * radius;
            for (std::size_t i = 0; i < cloud.x.size(); ++i) {
                if (!hasPlace(cloud, i))
                    continue;
                const double distance = squared(placeOf(cloud, i), place);
                if (distance < least || (distance == least && !expected)) {
                    least = distance;
                    expected = static_cast<std::uint32_t>(i);
                }
            }
            const auto found = grid.nearest(place, radius, cloud.skip);
            QCOMPARE(found.has_value(), expected.has_value());
            if (found)
                QCOMPARE(*found, *expected);
        }
    }

    void rectangleAndDiscAreBruteForce_data() { seeds(); }
    void rectangleAndDiscAreBruteForce()
    {
        QFETCH(unsigned, seed);
        const Cloud cloud = cloudOf(seed, 2000);
        const PointGrid grid(cloud.x, cloud.y);
        std::mt19937 generator(seed + 2);
        for (int round = 0; round < 100; ++round) {
            const auto coordinate = [&] { return std::round(static_cast<double>(generator() % 50)) - 12; };
            const QRectF rect =
                QRectF(QPointF(coordinate(), coordinate()), QPointF(coordinate(), coordinate())).normalized();
            QCOMPARE(grid.insideRect(rect, cloud.skip), bruteForce(cloud, [&](QPointF p) {
                         return p.x() >= rect.left() && p.x() <= rect.right() && p.y() >= rect.top()
                             && p.y() <= rect.bottom();
                     }));
            const QPointF centre(coordinate(), coordinate());
            const double radius = coordinate() + 13;
            QCOMPARE(grid.insideDisc(centre, radius, cloud.skip),
                     bruteForce(cloud, [&](QPointF p) { return squared(p, centre) <= radius * radius; }));
        }
    }

    void lassoIsQtsEvenOddFill_data() { seeds(); }
    void lassoIsQtsEvenOddFill()
    {
        QFETCH(unsigned, seed);
        const Cloud cloud = cloudOf(seed, 3000);
        const PointGrid grid(cloud.x, cloud.y);
        std::mt19937 generator(seed + 3);
        for (int round = 0; round < 40; ++round) {
            // Any corners at all: most of these cross themselves. Off the lattice, so that no point is on an
            // edge.
            std::vector<QPointF> lasso;
            const auto corners = static_cast<unsigned>(3 + generator() % 30);
            for (unsigned k = 0; k < corners; ++k)
                lasso.emplace_back(static_cast<double>(generator() % 44000) / 1000.0 - 12 + 1e-5,
                                   static_cast<double>(generator() % 34000) / 1000.0 - 22 + 1e-5);
            const QPolygonF polygon(QList<QPointF>(lasso.begin(), lasso.end()));
            QCOMPARE(grid.insidePolygon(lasso, cloud.skip),
                     bruteForce(cloud, [&](QPointF p) { return polygon.containsPoint(p, Qt::OddEvenFill); }));
        }
    }

    void lassosThatShareAnEdgeShareNoPoint()
    {
        const std::vector<QPointF> left{{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        const std::vector<QPointF> right{{1, 0}, {2, 0}, {2, 1}, {1, 1}};
        for (double y = 0; y <= 1; y += 0.125)
            QVERIFY(!(polygonContains(left, {1, y}) && polygonContains(right, {1, y})));
        QVERIFY(polygonContains(left, {1, 0.5}) != polygonContains(right, {1, 0.5}));
        QVERIFY(!polygonContains({{0, 0}, {1, 1}}, {0.5, 0.5}));
    }

    void arrowsGoToTheNearestInAQuarterTurn()
    {
        //        3
        //  1   0   2      4 is further right but off the axis by more than its way
        //              4
        const std::vector<float> x{0, -2, 2, 0.5F, 3};
        const std::vector<float> y{0, 0, 0, 2, -3.5F};
        const PointGrid grid(x, y);
        using enum PointGrid::Direction;
        QCOMPARE(grid.nearestTowards({0, 0}, Right, {}).value_or(99), 2U);
        QCOMPARE(grid.nearestTowards({0, 0}, Left, {}).value_or(99), 1U);
        QCOMPARE(grid.nearestTowards({0, 0}, Up, {}).value_or(99), 3U);
        QCOMPARE(grid.nearestTowards({0, 0}, Down, {}).value_or(99), 4U);
        QVERIFY(!grid.nearestTowards({-2, 0}, Left, {}));
        const std::vector<std::uint8_t> withoutTwo{0, 0, 1, 0, 0};
        QVERIFY(!grid.nearestTowards({0, 0}, Right, withoutTwo));
    }

    void emptyAndPlacelessCloudsHoldNothing()
    {
        const PointGrid none;
        QVERIFY(!none.nearest({0, 0}, 10, {}));
        QVERIFY(none.runsIn(QRectF(-1, -1, 2, 2)).empty());
        const std::vector<float> nan(3, std::numeric_limits<float>::quiet_NaN());
        const PointGrid placeless(nan, nan);
        QCOMPARE(placeless.slotCount(), std::size_t{0});
        QVERIFY(placeless.insidePolygon({{-1, -1}, {1, -1}, {0, 1}}, {}).empty());
        const std::vector<float> one(4, 2.0F);
        const PointGrid stacked(one, one);
        QCOMPARE(stacked.nearest({2, 2}, 0, {}).value_or(99), 0U);
        QCOMPARE(stacked.insideDisc({2, 2}, 0, {}).size(), std::size_t{4});
    }

    void squaresCoverTheirPixelsAndAreClipped()
    {
        const std::vector<float> x{2.5F, -0.4F, 9.9F, 50};
        const std::vector<float> y{-3.5F, -0.4F, -9.9F, 50};
        const PointGrid grid(x, y); // zoom 1, offset 0: screen = (x, −y)
        std::vector<QRgb> colours;
        for (const std::uint32_t index : grid.index())
            colours.push_back(qRgb(static_cast<int>(index) + 1, 0, 0));
        QImage image(10, 10, QImage::Format_RGB32);
        image.fill(Qt::black);
        raster::drawSquares(image, grid, MapView(), colours, 3);
        QCOMPARE(image.pixel(2, 3), qRgb(1, 0, 0));
        QCOMPARE(image.pixel(1, 2), qRgb(1, 0, 0));
        QCOMPARE(image.pixel(3, 4), qRgb(1, 0, 0));
        QCOMPARE(image.pixel(4, 3), qRgb(0, 0, 0));
        QCOMPARE(image.pixel(0, 0), qRgb(2, 0, 0));
        QCOMPARE(image.pixel(1, 0), qRgb(0, 0, 0));
        QCOMPARE(image.pixel(9, 9), qRgb(3, 0, 0));
        QCOMPARE(image.pixel(8, 8), qRgb(3, 0, 0));
    }

    void discsAreRoundAndWeighTheirArea()
    {
        const std::vector<float> x{20};
        const std::vector<float> y{-20};
        const PointGrid grid(x, y);
        QImage image(40, 40, QImage::Format_RGB32);
        image.fill(Qt::black);
        raster::drawDiscs(image, grid, MapView(), std::vector<QRgb>{qRgb(255, 255, 255)}, 10);
        double ink = 0;
        for (int py = 0; py < 40; ++py) {
            for (int px = 0; px < 40; ++px)
                ink += qRed(image.pixel(px, py)) / 255.0;
        }
        QVERIFY2(std::abs(ink - 25 * 3.14159265) < 2, qPrintable(QString::number(ink)));
        QCOMPARE(image.pixel(20, 20), qRgb(255, 255, 255));
        QCOMPARE(image.pixel(15, 15), qRgb(0, 0, 0)); // the square's corner is not in the disc
        QVERIFY(std::abs(qRed(image.pixel(15, 20)) - qRed(image.pixel(20, 15))) <= 1); // x and y alike
    }

    void aDiscIsTheSameWhereverItStands()
    {
        // Away from the sides several pixels are mixed at once, along them one by one.
        const auto drawn = [](float x, float y) {
            const std::vector<float> xs{x};
            const std::vector<float> ys{-y};
            QImage image(60, 60, QImage::Format_RGB32);
            image.fill(qRgb(20, 90, 200));
            raster::drawDiscs(image, PointGrid(xs, ys), MapView(), std::vector<QRgb>{qRgb(250, 130, 7)}, 7.3);
            return image;
        };
        for (const float part : {0.1F, 0.3F, 0.6F, 0.9F}) {
            const QImage inside = drawn(25 + part, 30 + part);
            const QImage atTheSide = drawn(54 + part, 30 + part);
            QCOMPARE(inside.copy(15, 15, 30, 30).pixel(10, 15), qRgb(250, 130, 7));
            for (int y = 0; y < 60; ++y) {
                for (int x = 29; x < 60; ++x)
                    QCOMPARE(atTheSide.pixel(x, y), inside.pixel(x - 29, y));
            }
        }
    }

    void countsAddUpAndBetterStandsOut()
    {
        const Cloud cloud = cloudOf(5, 4000);
        const PointGrid grid(cloud.x, cloud.y);
        const MapView view = MapView::fitted(grid.bounds(), QRectF(0, 0, 300, 200), 4);
        std::vector<QRgb> colours(grid.slotCount(), qRgb(1, 2, 3));
        colours[7] = 0; // hidden
        const auto counts = raster::countPoints(grid, view, colours, 300, 200, 2);
        QCOMPARE(counts.size(), std::size_t{150 * 100});
        std::size_t sum = 0;
        for (const std::uint32_t count : counts)
            sum += count;
        QCOMPARE(sum, grid.slotCount() - 1);
        std::vector<QRgb> map;
        for (int k = 0; k < 256; ++k)
            map.push_back(qRgb(k, 0, 0));
        QImage image(300, 200, QImage::Format_RGB32);
        image.fill(Qt::black);
        const std::uint32_t most = raster::drawDensity(image, counts, 2, map);
        const auto at = static_cast<int>(std::max_element(counts.begin(), counts.end()) - counts.begin());
        QCOMPARE(most, counts[static_cast<std::size_t>(at)]);
        QCOMPARE(image.pixel(2 * (at % 150), 2 * (at / 150)), qRgb(255, 0, 0));
        for (std::size_t k = 0; k < counts.size(); ++k) {
            if (counts[k] != 1)
                continue;
            const auto place = static_cast<int>(k);
            QCOMPARE(image.pixel(2 * (place % 150) + 1, 2 * (place / 150) + 1),
                     qRgb(static_cast<int>(std::lround(255 * std::log(2.0) / std::log1p(most))), 0, 0));
        }
    }

private:
    static void seeds()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
};

QTEST_APPLESS_MAIN(TestPointGrid)
#include "tst_pointgrid.moc"
