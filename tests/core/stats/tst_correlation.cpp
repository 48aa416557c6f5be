// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Correlation.h"

#include "core/base/Random.h"
#include "core/stats/Ranks.h"
#include "tests/core/stats/Columns.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

using namespace ktnas;
using Doubles = std::vector<double>;

namespace {

/// The same numbers as numpy's `(i*a + b) % p` and `(i*i*c + i*d + 5) % q` for i = arange(n).
std::pair<Doubles, Doubles> congruential(std::int64_t n, std::int64_t p, std::int64_t q)
{
    std::pair<Doubles, Doubles> xy;
    for (std::int64_t i = 0; i < n; ++i) {
        xy.first.push_back(static_cast<double>((i * 7919 + 3) % p));
        xy.second.push_back(static_cast<double>((i * i * 31 + i * 17 + 5) % q));
    }
    return xy;
}

/// Values 0 … range − 1, so that ties happen.
Doubles drawn(std::size_t n, std::uint32_t range, std::uint32_t slot)
{
    Stream stream({42, Purpose::Test, 0, 0, slot});
    Doubles values(n);
    for (double& value : values)
        value = stream.below(range);
    return values;
}

/// Tau-b from its definition, pair by pair.
double slowTauB(const Doubles& x, const Doubles& y)
{
    double s = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double dx = x[i] - x[j];
            const double dy = y[i] - y[j];
            s += dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0;
            untiedX += dx != 0 ? 1 : 0;
            untiedY += dy != 0 ? 1 : 0;
        }
    }
    return s / std::sqrt(untiedX) / std::sqrt(untiedY);
}

/// Vigna's definition, pair by pair: ranks by descending lexicographic order of (x, y).
double slowWeightedOneWay(const Doubles& x, const Doubles& y)
{
    const std::size_t n = x.size();
    Doubles rank(n);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            const auto a = std::tuple(x[j], y[j], j);
            rank[i] += a > std::tuple(x[i], y[i], i) ? 1 : 0;
        }
    }
    double s = 0;
    double untiedX = 0;
    double untiedY = 0;
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double weight = 1 / (1 + rank[i]) + 1 / (1 + rank[j]);
            const double dx = x[i] - x[j];
            const double dy = y[i] - y[j];
            s += dx * dy > 0 ? weight : dx * dy < 0 ? -weight : 0;
            untiedX += dx != 0 ? weight : 0;
            untiedY += dy != 0 ? weight : 0;
        }
    }
    return s / std::sqrt(untiedX) / std::sqrt(untiedY);
}

double slowWeightedTau(const Doubles& x, const Doubles& y)
{
    return (slowWeightedOneWay(x, y) + slowWeightedOneWay(y, x)) / 2;
}

Doubles mapped(const Doubles& values)
{
    Doubles result(values.size());
    std::ranges::transform(values, result.begin(), [](double v) { return std::exp(v / 9) * 3 - 100; });
    return result;
}

Doubles negated(const Doubles& values)
{
    Doubles result(values.size());
    std::ranges::transform(values, result.begin(), [](double v) { return -v; });
    return result;
}

#define VERIFY_NEAR(actual, expected, tolerance)                                                             \
    QVERIFY2(                                                                                                \
        std::abs((actual) - (expected)) <= (tolerance),                                                      \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

} // namespace

class TestCorrelation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // scipy 1.10.1: kendalltau, spearmanr, weightedtau, pearsonr. The first row is the example of
    // weightedtau's documentation (−0.56694968153682723).
    void asScipy_data()
    {
        QTest::addColumn<Doubles>("x");
        QTest::addColumn<Doubles>("y");
        QTest::addColumn<double>("kendall");
        QTest::addColumn<double>("rho");
        QTest::addColumn<double>("weighted");
        QTest::newRow("documented") << Doubles{12, 2, 1, 12, 2} << Doubles{1, 4, 7, 1, 0}
                                    << -0.4714045207910316 << -0.5407380704358752 << -0.56694968153682723;
        QTest::newRow("ties") << Doubles{0, 0, 1, 2, 3, 3} << Doubles{5, 4, 4, 4, 1, 0} << -0.8006407690254358
                              << -0.8754275592730113 << -0.8292430466279941;
        QTest::newRow("three equal") << Doubles{3, 3, 3, 1} << Doubles{1, 2, 2, 2} << -0.33333333333333337
                                     << -0.3333333333333333 << -0.21885688981825296;
        QTest::newRow("two") << Doubles{1, 2} << Doubles{2, 1} << -1.0 << -1.0 << -1.0;
        const auto addCongruential = [](const char* name, std::int64_t n, std::int64_t p, std::int64_t q,
                                        double kendall, double rho, double weighted) {
            const auto [x, y] = congruential(n, p, q);
            QTest::newRow(name) << x << y << kendall << rho << weighted;
        };
        addCongruential("40", 40, 11, 7, -0.1039879352208392, -0.13361437957344985, -0.03675934928835753);
        addCongruential("200", 200, 101, 53, -0.0628471566404394, -0.09034157763369761, -0.08341352181719698);
        addCongruential("2000, few ties", 2000, 100003, 99991, -0.011022511255627813, -0.017149234287308572,
                        0.04517097678606601);
        addCongruential("2000, many ties", 2000, 37, 19, -0.006184784491497495, -0.008722928052826796,
                        0.4041270860215167);
    }
    void asScipy()
    {
        QFETCH(Doubles, x);
        QFETCH(Doubles, y);
        QFETCH(double, kendall);
        QFETCH(double, rho);
        QFETCH(double, weighted);
        VERIFY_NEAR(kendallTauB(x, y), kendall, 1e-15);
        VERIFY_NEAR(spearman(x, y), rho, 1e-14);
        VERIFY_NEAR(weightedTau(x, y), weighted, 1e-13);
    }

    void pearsonAsScipy()
    {
        const auto [x, y] = congruential(200, 101, 53);
        VERIFY_NEAR(pearson(x, y), -0.08331668289712837, 1e-14);
        QCOMPARE(pearson(x, x), 1.0);
        QCOMPARE(pearson(x, negated(x)), -1.0);
    }

    void pairByPair_data()
    {
        QTest::addColumn<std::uint32_t>("range");
        QTest::newRow("heavy ties") << 4U;
        QTest::newRow("some ties") << 40U;
        QTest::newRow("hardly any") << 1000000U;
    }
    void pairByPair()
    {
        QFETCH(std::uint32_t, range);
        for (std::uint32_t slot = 0; slot < 60; ++slot) {
            const std::size_t n = 2 + slot;
            const Doubles x = drawn(n, range, 2 * slot);
            const Doubles y = drawn(n, range, 2 * slot + 1);
            const auto [lowX, highX] = std::ranges::minmax(x);
            const auto [lowY, highY] = std::ranges::minmax(y);
            if (lowX == highX || lowY == highY) {
                QVERIFY(std::isnan(kendallTauB(x, y)));
                continue;
            }
            VERIFY_NEAR(kendallTauB(x, y), slowTauB(x, y), 1e-14);
            VERIFY_NEAR(weightedTau(x, y), slowWeightedTau(x, y), 1e-13);
        }
    }

    void propertiesOfAllMeasures()
    {
        for (const auto measure : {spearman, kendallTauB, weightedTau}) {
            for (std::uint32_t slot = 0; slot < 10; ++slot) {
                const Doubles x = drawn(300, 60, 100 + slot);
                const Doubles y = drawn(300, 1000, 200 + slot);
                const double value = measure(x, y);
                QVERIFY(value >= -1 && value <= 1);
                // Order of the arguments, monotone maps, turning both round (not for the weighted one).
                VERIFY_NEAR(measure(y, x), value, 1e-14);
                QCOMPARE(measure(mapped(x), mapped(y)), value);
                if (measure != weightedTau) {
                    VERIFY_NEAR(measure(negated(x), y), -value, 1e-14);
                }
                VERIFY_NEAR(measure(x, mapped(x)), 1.0, 1e-13);
            }
        }
        const Doubles distinct{5, 1, 9, 2, 7};
        QCOMPARE(spearman(distinct, distinct), 1.0);
        VERIFY_NEAR(weightedTau(distinct, negated(distinct)), -1.0, 1e-15);
    }

    void weightedTauLooksAtTheTop()
    {
        // One neighbouring swap hurts more among the best than among the worst.
        const Doubles x{8, 7, 6, 5, 4, 3, 2, 1};
        const Doubles top{7, 8, 6, 5, 4, 3, 2, 1};
        const Doubles bottom{8, 7, 6, 5, 4, 3, 1, 2};
        QVERIFY(weightedTau(x, top) < weightedTau(x, bottom));
        QCOMPARE(kendallTauB(x, top), kendallTauB(x, bottom));
    }

    void undefinedIsNaN()
    {
        for (const auto measure : {pearson, spearman, kendallTauB, weightedTau}) {
            QVERIFY(std::isnan(measure({}, {})));
            QVERIFY(std::isnan(measure(Doubles{1}, Doubles{2})));
            QVERIFY(std::isnan(measure(Doubles{0.1, 0.1, 0.1}, Doubles{1, 2, 3})));
            QVERIFY(std::isnan(measure(Doubles{1, 2, 3}, Doubles{0.1, 0.1, 0.1})));
        }
    }

    void overlapOfTheFirst()
    {
        const Doubles x{9, 8, 7, 6, 5};
        const Doubles y{1, 9, 5, 8, 5};
        // First of x: 0 1 2 3 4; of y: 1 3 2 4 0 (the tie of 2 and 4 in index order).
        const std::array expected{0.0, 0.5, 2.0 / 3, 0.75, 1.0};
        for (std::size_t k = 1; k <= 5; ++k)
            QCOMPARE(topOverlap(x, y, k), expected[k - 1]);
    }

    // scipy 1.10.1 on the file: spearmanr, kendalltau, weightedtau of all cells' test accuracy. The figures
    // in
    // ../shared/benchmarks/README.md (0.980166 0.959266 0.963586, 0.881558 0.839191 0.845784) are not what
    // scipy gives for this file; ours must be near them all the same.
    void nasBench201()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/nas-bench-201.csv");
        const auto columns = test::readColumns(path);
        const Doubles& c10 = columns.at("cifar10_test_acc");
        const Doubles& c100 = columns.at("cifar100_test_acc");
        const Doubles& in16 = columns.at("imagenet16_120_test_acc");
        QCOMPARE(c10.size(), std::size_t{15625});
        VERIFY_NEAR(spearman(c10, c100), 0.9801721634332403, 1e-13);
        VERIFY_NEAR(spearman(c10, in16), 0.959274333716084, 1e-13);
        VERIFY_NEAR(spearman(c100, in16), 0.9635988735792811, 1e-13);
        VERIFY_NEAR(kendallTauB(c10, c100), 0.8819568821873827, 1e-15);
        VERIFY_NEAR(kendallTauB(c10, in16), 0.8395990050096594, 1e-15);
        VERIFY_NEAR(kendallTauB(c100, in16), 0.8465133676911061, 1e-15);
        VERIFY_NEAR(weightedTau(c10, c100), 0.9498524737286302, 1e-12);
        VERIFY_NEAR(weightedTau(c10, in16), 0.9226475962186316, 1e-12);
        VERIFY_NEAR(weightedTau(c100, in16), 0.9313998875585517, 1e-12);
        VERIFY_NEAR(spearman(c10, c100), 0.980166, 2e-5);
        VERIFY_NEAR(spearman(c10, in16), 0.959266, 2e-5);
        VERIFY_NEAR(spearman(c100, in16), 0.963586, 2e-5);
        VERIFY_NEAR(kendallTauB(c10, c100), 0.881558, 1e-3);
        VERIFY_NEAR(kendallTauB(c10, in16), 0.839191, 1e-3);
        VERIFY_NEAR(kendallTauB(c100, in16), 0.845784, 1e-3);
    }

    // The paper's Fig. 2 (nas-facts.md §9): 4,096 micro cells, valid columns. The figure correlates
    // room_layout's raw loss; the file has the negated loss, so its row has the other sign here.
    void figureTwo()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/transnas-bench-101-micro.csv");
        const auto columns = test::readColumns(path);
        const std::array<std::string, 7> names{"class_object_valid_top1",    "class_scene_valid_top1",
                                               "autoencoder_valid_ssim",     "normal_valid_ssim",
                                               "segmentsemantic_valid_mIoU", "room_layout_valid_neg_loss",
                                               "jigsaw_valid_top1"};
        const std::vector<Doubles> figure{
            {.8095},
            {.4541, .2512},
            {.7676, .8659, .2559},
            {.6767, .8437, .0961, .8059},
            {.8016, .6343, .4832, .6321, .5314},
            {.8152, .7634, .4447, .7362, .6660, .8056},
        };
        for (std::size_t row = 1; row < names.size(); ++row) {
            for (std::size_t column = 0; column < row; ++column) {
                const double rho = spearman(columns.at(names[row]), columns.at(names[column]));
                VERIFY_NEAR(rho, figure[row - 1][column], 5e-5);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCorrelation)
#include "tst_correlation.moc"
