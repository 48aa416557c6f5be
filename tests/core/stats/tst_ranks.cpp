// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Ranks.h"

#include "core/base/Random.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

using namespace ktnas;
using Doubles = std::vector<double>;
using Indices = std::vector<std::uint32_t>;

namespace {

/// n values with many ties, both signs and very different sizes.
Doubles someValues(std::uint32_t n, std::uint32_t seed)
{
    Stream stream({seed, Purpose::Test, 0, 0, n});
    Doubles values(n);
    for (double& value : values) {
        const double whole = static_cast<double>(stream.below(2 * n)) - n;
        value = stream.chance(0.2) ? whole * 1e-200 : stream.chance(0.2) ? whole * 1e200 : whole;
    }
    return values;
}

} // namespace

class TestRanks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // scipy 1.10.1: rankdata([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5])
    void averageRanksAsScipy()
    {
        const Doubles values{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
        QCOMPARE(averageRanks(values), (Doubles{4.5, 1.5, 6, 1.5, 8, 11, 3, 10, 8, 4.5, 8}));
        Doubles turned(values.size());
        std::ranges::transform(averageRanks(values), turned.begin(), [](double r) { return 12 - r; });
        QCOMPARE(averageRanksDescending(values), turned);
    }

    void emptyAndSingle()
    {
        QVERIFY(averageRanks({}).empty());
        QVERIFY(orderAscending({}).empty());
        QCOMPARE(averageRanks(Doubles{7}), Doubles{1});
        QCOMPARE(denseRanks({}, {}).count, 0U);
    }

    void zerosOfBothSignsAreEqual()
    {
        const Doubles values{0.0, -0.0, 1, -1, -0.0};
        QCOMPARE(orderAscending(values), (Indices{3, 0, 1, 4, 2}));
        QCOMPARE(averageRanks(values), (Doubles{3, 3, 5, 1, 3}));
    }

    void infinitiesAreTheEnds()
    {
        const double inf = std::numeric_limits<double>::infinity();
        QCOMPARE(orderDescending(Doubles{1, -inf, inf, -5}), (Indices{2, 0, 3, 1}));
    }

    // Both the comparison sort (few values) and the radix sort (many) against std::stable_sort.
    void orderIsStable_data()
    {
        QTest::addColumn<std::uint32_t>("n");
        for (const std::uint32_t n : {2U, 17U, 399U, 400U, 5000U})
            QTest::addRow("%u", n) << n;
    }
    void orderIsStable()
    {
        QFETCH(std::uint32_t, n);
        for (std::uint32_t seed = 0; seed < 5; ++seed) {
            const Doubles values = someValues(n, seed);
            Indices expected(n);
            std::iota(expected.begin(), expected.end(), 0U);
            std::ranges::stable_sort(expected, {}, [&](std::uint32_t i) { return values[i]; });
            QCOMPARE(orderAscending(values), expected);
            std::iota(expected.begin(), expected.end(), 0U);
            std::ranges::stable_sort(expected, std::greater<>(), [&](std::uint32_t i) { return values[i]; });
            QCOMPARE(orderDescending(values), expected);
        }
    }

    void denseRanksNumberTheDifferentValues()
    {
        const Doubles values{2.5, -1, 2.5, 7, -1};
        const DenseRanks dense = denseRanks(values, orderAscending(values));
        QCOMPARE(dense.rank, (Indices{1, 0, 1, 2, 0}));
        QCOMPARE(dense.count, 3U);
    }

    void ranksDoNotChangeUnderAMonotoneMap()
    {
        Stream stream({1, Purpose::Test, 0, 0, 0});
        Doubles values(1000);
        Doubles mapped(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = stream.below(300);
            mapped[i] = std::exp(values[i] / 50) - 7;
        }
        QCOMPARE(averageRanks(mapped), averageRanks(values));
        const Doubles ranks = averageRanks(values);
        QCOMPARE(std::accumulate(ranks.begin(), ranks.end(), 0.0), 1000 * 1001 / 2.0);
    }
};

QTEST_GUILESS_MAIN(TestRanks)
#include "tst_ranks.moc"
