// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Intervals.h"

#include "core/base/Random.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace ktnas;
using Doubles = std::vector<double>;

namespace {

Doubles firstOf(const Doubles& values, std::size_t n)
{
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(n)};
}

/// numpy: ((i*a + b) % m) * 1.0 + i * step
Doubles congruential(std::int64_t n, std::int64_t a, std::int64_t b, std::int64_t m, double step)
{
    Doubles values;
    for (std::int64_t i = 0; i < n; ++i)
        values.push_back(static_cast<double>((i * a + b) % m) + static_cast<double>(i) * step);
    return values;
}

#define VERIFY_NEAR(actual, expected, tolerance)                                                             \
    QVERIFY2(                                                                                                \
        std::abs((actual) - (expected)) <= (tolerance),                                                      \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

} // namespace

class TestIntervals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // numpy 1.24.2: mean, std(ddof=1), quantile
    void momentsAndQuantilesAsNumpy()
    {
        const Doubles values{3.5, 1.25, 9, -2, 7, 7, 0.5};
        QCOMPARE(mean(values), 3.75);
        QCOMPARE(median(values), 3.5);
        VERIFY_NEAR(standardDeviation(values), 4.054318685056714, 1e-15);
        VERIFY_NEAR(quantile(values, 0), -2.0, 0);
        VERIFY_NEAR(quantile(values, 0.1), -0.4999999999999998, 1e-15);
        VERIFY_NEAR(quantile(values, 0.25), 0.875, 1e-15);
        VERIFY_NEAR(quantile(values, 0.9), 7.8, 1e-14);
        VERIFY_NEAR(quantile(values, 1), 9.0, 0);
        QCOMPARE(median(Doubles{4, 1, 3, 2}), 2.5);
        QCOMPARE(standardDeviation(Doubles{8}), 0.0);
        QCOMPARE(quantile(Doubles{8}, 0.3), 8.0);
    }

    // scipy 1.10.1: wilcoxon(x, y) (exact up to 50 pairs)
    void wilcoxonExact()
    {
        const Doubles x = congruential(50, 37, 11, 59, 0.01);
        const Doubles y = congruential(50, 23, 5, 61, 0);
        const std::vector<std::pair<std::size_t, double>> expected{
            {3, 1.0},
            {8, 0.7421875},
            {20, 0.49800872802734375},
            {25, 0.8739878535270691},
            {26, 0.9800839126110077},
            {50, 0.5398998476772991},
        };
        for (const auto& [n, p] : expected)
            VERIFY_NEAR(wilcoxonSignedRank(firstOf(x, n), firstOf(y, n)), p, 1e-13);
    }

    // scipy 1.10.1: wilcoxon(x, y, mode="approx")
    void wilcoxonNormalWithTies()
    {
        const Doubles x = congruential(200, 37, 11, 59, 0);
        const Doubles y = congruential(200, 23, 5, 61, 0);
        VERIFY_NEAR(wilcoxonSignedRank(firstOf(x, 12), firstOf(y, 12)), 0.5823386191013513, 1e-13);
        VERIFY_NEAR(wilcoxonSignedRank(firstOf(x, 51), firstOf(y, 51)), 0.4140413633271156, 1e-13);
        VERIFY_NEAR(wilcoxonSignedRank(x, y), 0.13807750655958043, 1e-13);
        Doubles shifted = x;
        for (double& value : shifted)
            value += 3;
        VERIFY_NEAR(wilcoxonSignedRank(shifted, y), 0.01341861181030007, 1e-13);
    }

    void wilcoxonDropsZeros()
    {
        // scipy 1.10.1: wilcoxon([1, 2, 3, 4, 5, 5], [1, 1, 1, 1, 1, 9], mode="approx") drops the first pair;
        // the ranks are those of 1, 2, 3, 4, −4 with one tie.
        const double p = wilcoxonSignedRank(Doubles{1, 2, 3, 4, 5, 5}, Doubles{1, 1, 1, 1, 1, 9});
        VERIFY_NEAR(p, 0.41636567790816525, 1e-13);
        QCOMPARE(wilcoxonSignedRank(Doubles{1, 2}, Doubles{1, 2}), 1.0);
        QCOMPARE(wilcoxonSignedRank({}, {}), 1.0);
    }

    void wilcoxonIsSymmetric()
    {
        const Doubles x = congruential(40, 37, 11, 59, 0.01);
        const Doubles y = congruential(40, 23, 5, 61, 0);
        QCOMPARE(wilcoxonSignedRank(x, y), wilcoxonSignedRank(y, x));
    }

    void bootstrapIsDeterministic()
    {
        const Doubles values = congruential(200, 37, 11, 59, 0.01);
        qputenv("KTNAS_THREADS", "1");
        const Interval one = bootstrapMean(values, 7);
        qputenv("KTNAS_THREADS", "3");
        const Interval three = bootstrapMean(values, 7);
        qunsetenv("KTNAS_THREADS");
        QCOMPARE(one.low, three.low);
        QCOMPARE(one.high, three.high);
        const Interval other = bootstrapMean(values, 8);
        QVERIFY(one.low != other.low || one.high != other.high);
        QVERIFY(one.low < mean(values) && mean(values) < one.high);
    }

    void manyColumnsAreAsOneByOne()
    {
        std::vector<Doubles> columns;
        for (int i = 0; i < 9; ++i)
            columns.push_back(congruential(70, 37 + i, 11, 59, 0.01 * i));
        const std::vector<Interval> together = bootstrapMeans(columns, 5, 300);
        QCOMPARE(together.size(), columns.size());
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const Interval alone = bootstrapMean(columns[i], 5, 300);
            QCOMPARE(together[i].low, alone.low);
            QCOMPARE(together[i].high, alone.high);
        }
        QVERIFY(bootstrapMeans({}, 5).empty());
    }

    void bootstrapWidthIsThatOfTheNormalInterval()
    {
        const Doubles values = congruential(2000, 7919, 3, 100003, 0);
        const Interval interval = bootstrapMean(values, 1, 4000);
        const double expected = 2 * 1.959964 * standardDeviation(values) / std::sqrt(2000.0);
        // The quantiles of 4,000 draws leave about 2 % of error each.
        VERIFY_NEAR((interval.high - interval.low) / expected, 1.0, 0.06);
    }

    void bootstrapCovers()
    {
        // 400 normal samples of 40: a percentile interval covers the true mean in about 94 %. Four standard
        // errors are 4.7 %.
        int covered = 0;
        for (std::uint32_t sample = 0; sample < 400; ++sample) {
            Stream stream({11, Purpose::Test, 0, 0, sample});
            Doubles values(40);
            for (double& value : values)
                value = 3 + stream.normal();
            const Interval interval = bootstrapMean(values, sample, 500);
            covered += interval.low <= 3 && 3 <= interval.high ? 1 : 0;
        }
        QVERIFY2(covered >= 356 && covered <= 396, qPrintable(QString::number(covered)));
    }

    void bootstrapOfEqualValuesHasNoWidth()
    {
        const Interval interval = bootstrapMean(Doubles{5, 5, 5}, 1);
        QCOMPARE(interval.low, 5.0);
        QCOMPARE(interval.high, 5.0);
    }
};

QTEST_GUILESS_MAIN(TestIntervals)
#include "tst_intervals.moc"
