// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Pca.h"

#include "core/base/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ktnas;

namespace {

Embedding embeddingOf(std::size_t dimensions, std::vector<float> values)
{
    Embedding embedding;
    embedding.method = "test";
    embedding.dimensions = dimensions;
    embedding.count = values.size() / dimensions;
    embedding.values = std::move(values);
    return embedding;
}

Embedding normalCloud(std::size_t count, const std::vector<float>& scales, std::uint32_t slot)
{
    Stream stream({51, Purpose::Test, 0, 0, slot});
    std::vector<float> values;
    for (std::size_t i = 0; i < count; ++i) {
        for (const float scale : scales)
            values.push_back(scale * static_cast<float>(stream.normal()));
    }
    return embeddingOf(scales.size(), std::move(values));
}

double distance(const std::array<float, 2>& a, const std::array<float, 2>& b)
{
    return std::hypot(static_cast<double>(a[0]) - static_cast<double>(b[0]),
                      static_cast<double>(a[1]) - static_cast<double>(b[1]));
}

bool isNear(double value, double expected, double tolerance = 1e-6)
{
    return std::abs(value - expected) < tolerance;
}

} // namespace

class TestPca : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Points (±2, ±2) along one diagonal and (±1, ∓1) along the other. Scatter matrix: [[10, 6], [6, 10]]
    // with eigenvalues 16 along (1, 1)/√2 and 4 along (1, −1)/√2.
    void twoByTwoByHand()
    {
        const PlanarMap map = pca(embeddingOf(2, {2, 2, -2, -2, 1, -1, -1, 1}));
        QVERIFY(isNear(map.explained[0], 0.8, 1e-12));
        QVERIFY(isNear(map.explained[1], 0.2, 1e-12));
        const double root = std::sqrt(8.0);
        QVERIFY(isNear(static_cast<double>(map.points[0][0]), root));
        QVERIFY(isNear(static_cast<double>(map.points[1][0]), -root));
        QVERIFY(isNear(static_cast<double>(map.points[2][1]), std::sqrt(2.0)));
        QVERIFY(isNear(static_cast<double>(map.points[3][1]), -std::sqrt(2.0)));
        QVERIFY(isNear(static_cast<double>(map.points[0][1]), 0));
        QVERIFY(isNear(static_cast<double>(map.points[2][0]), 0));
    }

    // scipy 1.10: U, s, Vt = scipy.linalg.svd(X - X.mean(0)); the shares are s²/sum(s²), the axes' largest
    // components turned positive.
    void fourPointsOfScipy()
    {
        const PlanarMap map = pca(embeddingOf(3, {1, 2, 0, 0, 1, 3, 4, 0, 1, 2, 2, 5}));
        const std::array<std::array<double, 2>, 4> expected{{{-1.717900405, -1.686814186},
                                                             {1.193793754, -1.212339156},
                                                             {-2.102344342, 1.916974493},
                                                             {2.626450993, 0.982178849}}};
        QVERIFY(isNear(map.explained[0], 0.597882738287, 1e-11));
        QVERIFY(isNear(map.explained[1], 0.341126660012, 1e-11));
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY(isNear(static_cast<double>(map.points[i][k]), expected[i][k]));
        }
    }

    void fullRankKeepsDistances()
    {
        const Embedding cloud = normalCloud(300, {3, 1}, 1);
        const PlanarMap map = pca(cloud);
        for (std::size_t i = 0; i < 299; ++i) {
            const double before = distance({cloud.values[2 * i], cloud.values[2 * i + 1]},
                                           {cloud.values[2 * i + 2], cloud.values[2 * i + 3]});
            QVERIFY(isNear(distance(map.points[i], map.points[i + 1]), before, 1e-5));
        }
        QVERIFY(isNear(map.explained[0] + map.explained[1], 1, 1e-12));
    }

    void explainedSharesAreTheVariancesOfTheAxes()
    {
        const Embedding cloud = normalCloud(5000, {0.5F, 4, 1, 2, 0.1F}, 2);
        const PlanarMap map = pca(cloud);
        double total = 0;
        for (std::size_t d = 0; d < 5; ++d) {
            double sum = 0;
            double squares = 0;
            for (std::size_t i = 0; i < cloud.count; ++i) {
                const double value = static_cast<double>(cloud.values[5 * i + d]);
                sum += value;
                squares += value * value;
            }
            total += squares - sum * sum / 5000;
        }
        for (std::size_t k = 0; k < 2; ++k) {
            double squares = 0;
            double sum = 0;
            for (const auto& point : map.points) {
                squares += static_cast<double>(point[k]) * static_cast<double>(point[k]);
                sum += static_cast<double>(point[k]);
            }
            QVERIFY(isNear(sum / 5000, 0, 1e-5));
            QVERIFY(isNear(squares / total, map.explained[k], 1e-6));
        }
        QVERIFY(map.explained[0] > map.explained[1]);
        // Variances 16 and 4 of 21.26.
        QVERIFY(isNear(map.explained[0], 16 / 21.26, 0.03));
    }

    void invariances()
    {
        const Embedding cloud = normalCloud(400, {3, 1, 0.3F}, 3);
        const PlanarMap map = pca(cloud);
        // Moved by powers of two and doubled: nothing changes but the scale.
        Embedding moved = cloud;
        for (std::size_t i = 0; i < moved.values.size(); ++i)
            moved.values[i] = 2 * moved.values[i] + static_cast<float>(8 * (i % 3));
        const PlanarMap other = pca(moved);
        for (std::size_t i = 0; i < cloud.count; ++i) {
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY(isNear(static_cast<double>(other.points[i][k]),
                               2 * static_cast<double>(map.points[i][k]), 1e-4));
        }
        // The sign rule: the mirrored cloud has the same axes, so mirrored points.
        Embedding mirrored = cloud;
        for (float& value : mirrored.values)
            value = -value;
        const PlanarMap mirror = pca(mirrored);
        for (std::size_t i = 0; i < cloud.count; ++i)
            QVERIFY(isNear(static_cast<double>(mirror.points[i][0]), -static_cast<double>(map.points[i][0]),
                           1e-5));
        // The largest component of the first axis is that of column 0: points and column go together.
        double together = 0;
        for (std::size_t i = 0; i < cloud.count; ++i)
            together += static_cast<double>(map.points[i][0]) * static_cast<double>(cloud.values[3 * i]);
        QVERIFY(together > 0);
    }

    void degenerateInputs()
    {
        QVERIFY(pca(Embedding{}).points.empty());
        const PlanarMap constant = pca(embeddingOf(3, std::vector<float>(300, 0.1F)));
        QCOMPARE(constant.points.size(), std::size_t{100});
        for (const auto& point : constant.points)
            QCOMPARE(point, (std::array<float, 2>{0, 0}));
        QCOMPARE(constant.explained, (std::array<double, 2>{0, 0}));
        const PlanarMap line = pca(embeddingOf(1, {1, 2, 3}));
        QCOMPARE(line.points[2], (std::array<float, 2>{1, 0}));
        QCOMPARE(line.explained, (std::array<double, 2>{1, 0}));
        QCOMPARE(pca(embeddingOf(2, {5, 6})).points[0], (std::array<float, 2>{0, 0}));
    }

    void sameBitsForAnyNumberOfThreads()
    {
        const Embedding cloud = normalCloud(5000, std::vector<float>(40, 1), 4);
        qputenv("KTNAS_THREADS", "1");
        const PlanarMap one = pca(cloud);
        qputenv("KTNAS_THREADS", "3");
        const PlanarMap three = pca(cloud);
        qunsetenv("KTNAS_THREADS");
        QVERIFY(one.points == three.points && one.explained == three.explained);
    }
};

QTEST_GUILESS_MAIN(TestPca)
#include "tst_pca.moc"
