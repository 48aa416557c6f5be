// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Correlation.h"

#include "core/base/Error.h"
#include "core/stats/Ranks.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace ktnas {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// One input: its values' ascending order and dense ranks.
struct Ranked {
    std::vector<std::uint32_t> ascending;
    DenseRanks dense;

    explicit Ranked(std::span<const double> values)
        : ascending(orderAscending(values))
        , dense(denseRanks(values, ascending))
    {
    }
    bool isConstant() const { return dense.count < 2; }
};

/// Dense ranks of both inputs, by place in the ascending lexicographic order of (x, y).
struct Places {
    std::vector<std::uint32_t> x;
    std::vector<std::uint32_t> y;
};

/// y's order is already known, so one stable counting sort by x gives the lexicographic order.
Places lexicographic(const Ranked& x, const Ranked& y)
{
    const std::size_t n = x.dense.rank.size();
    std::vector<std::uint32_t> next(x.dense.count + 1);
    for (const std::uint32_t rank : x.dense.rank)
        ++next[rank + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    Places places{std::vector<std::uint32_t>(n), std::vector<std::uint32_t>(n)};
    for (const std::uint32_t i : y.ascending) {
        const std::uint32_t place = next[x.dense.rank[i]]++;
        places.x[place] = x.dense.rank[i];
        places.y[place] = y.dense.rank[i];
    }
    return places;
}

/// Fenwick tree over dense ranks: sums over all ranks up to one, and adding at one, in O(log n).
template <class Sum> class PrefixSums {
public:
    explicit PrefixSums(std::uint32_t count)
        : m_tree(count + 1)
    {
    }
    void add(std::uint32_t rank, Sum amount)
    {
        for (std::size_t i = rank + 1; i < m_tree.size(); i += i & (~i + 1))
            m_tree[i] += amount;
    }
    Sum upTo(std::uint32_t rank) const
    {
        Sum sum{};
        for (std::size_t i = rank + 1; i > 0; i &= i - 1)
            sum += m_tree[i];
        return sum;
    }

private:
    std::vector<Sum> m_tree;
};

struct CountAndWeight {
    double count = 0;
    double weight = 0;
    CountAndWeight& operator+=(const CountAndWeight& other)
    {
        count += other.count;
        weight += other.weight;
        return *this;
    }
};

/// Pairs inside runs of equal entries, `same(i)` telling whether places i − 1 and i belong to one run.
template <class Same> std::int64_t tiedPairs(std::size_t n, const Same& same)
{
    std::int64_t pairs = 0;
    std::int64_t before = 0;
    for (std::size_t i = 1; i < n; ++i) {
        before = same(i) ? before + 1 : 0;
        pairs += before;
    }
    return pairs;
}

/// Weights of pairs inside runs: each member counts once for each other member of its run.
template <class Same> double tiedWeight(std::span<const double> weights, const Same& same)
{
    double total = 0;
    double sum = 0;
    double others = -1;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (i > 0 && !same(i)) {
            total += sum * others;
            sum = 0;
            others = -1;
        }
        sum += weights[i];
        others += 1;
    }
    return total + sum * others;
}

/// scipy's _weightedrankedtau for ranks by descending lexicographic order of (x, y).
double weightedTauOneWay(const Ranked& x, const Ranked& y)
{
    const Places at = lexicographic(x, y);
    const std::size_t n = at.x.size();
    // The last place has rank 0 and weight 1, the one before it 1/2, …
    std::vector<double> weights(n);
    for (std::size_t i = 0; i < n; ++i)
        weights[i] = 1 / static_cast<double>(n - i);

    const double tiedInX = tiedWeight(weights, [&](std::size_t i) { return at.x[i] == at.x[i - 1]; });
    const double tiedInBoth =
        tiedWeight(weights, [&](std::size_t i) { return at.x[i] == at.x[i - 1] && at.y[i] == at.y[i - 1]; });
    std::vector<CountAndWeight> byY(y.dense.count);
    for (std::size_t i = 0; i < n; ++i)
        byY[at.y[i]] += {1, weights[i]};
    double tiedInY = 0;
    for (const CountAndWeight& group : byY)
        tiedInY += group.weight * (group.count - 1);

    // A discordant pair weighs the sum of its members' weights. Places tied in x ascend in y: never
    // discordant.
    PrefixSums<CountAndWeight> seen(y.dense.count);
    double discordant = 0;
    double weightSoFar = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const CountAndWeight notAbove = seen.upTo(at.y[i]);
        discordant += weights[i] * (static_cast<double>(i) - notAbove.count);
        discordant += weightSoFar - notAbove.weight;
        seen.add(at.y[i], {1, weights[i]});
        weightSoFar += weights[i];
    }
    const double all = weightSoFar * static_cast<double>(n - 1);
    const double tau = (all - (tiedInY + tiedInX - tiedInBoth) - 2 * discordant) / std::sqrt(all - tiedInX)
        / std::sqrt(all - tiedInY);
    return std::clamp(tau, -1.0, 1.0);
}

} // namespace

double pearson(std::span<const double> x, std::span<const double> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    if (x.size() < 2)
        return undefined;
    const auto n = static_cast<double>(x.size());
    const double meanX = std::accumulate(x.begin(), x.end(), 0.0) / n;
    const double meanY = std::accumulate(y.begin(), y.end(), 0.0) / n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double dx = x[i] - meanX;
        const double dy = y[i] - meanY;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }
    // A constant input may leave a rounding error in its squares, so ask the values themselves.
    const auto isConstant = [](std::span<const double> v) {
        return std::ranges::all_of(v, [&](double value) { return value == v.front(); });
    };
    if (isConstant(x) || isConstant(y))
        return undefined;
    // Equal spreads, as of ranks without ties, need no square roots: then agreement is exactly 1.
    const double spread = xx == yy ? xx : std::sqrt(xx) * std::sqrt(yy);
    return std::clamp(xy / spread, -1.0, 1.0);
}

double spearman(std::span<const double> x, std::span<const double> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    return pearson(averageRanks(x), averageRanks(y));
}

double kendallTauB(std::span<const double> x, std::span<const double> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    if (x.size() < 2)
        return undefined;
    const Ranked rankedX(x);
    const Ranked rankedY(y);
    if (rankedX.isConstant() || rankedY.isConstant())
        return undefined;
    const Places at = lexicographic(rankedX, rankedY);
    const std::size_t n = x.size();
    const auto all = static_cast<std::int64_t>(n) * static_cast<std::int64_t>(n - 1) / 2;
    const std::int64_t tiedInX = tiedPairs(n, [&](std::size_t i) { return at.x[i] == at.x[i - 1]; });
    const std::int64_t tiedInBoth =
        tiedPairs(n, [&](std::size_t i) { return at.x[i] == at.x[i - 1] && at.y[i] == at.y[i - 1]; });
    const std::vector<std::uint32_t>& alongY = rankedY.ascending;
    const std::int64_t tiedInY =
        tiedPairs(n, [&](std::size_t i) { return y[alongY[i]] == y[alongY[i - 1]]; });

    // Places tied in x ascend in y, so "an earlier place has a larger y" is true of discordant pairs only.
    PrefixSums<std::uint32_t> seen(rankedY.dense.count);
    std::int64_t discordant = 0;
    for (std::size_t i = 0; i < n; ++i) {
        discordant += static_cast<std::int64_t>(i) - seen.upTo(at.y[i]);
        seen.add(at.y[i], 1);
    }
    const std::int64_t s = all - tiedInX - tiedInY + tiedInBoth - 2 * discordant;
    const double tau = static_cast<double>(s) / std::sqrt(static_cast<double>(all - tiedInX))
        / std::sqrt(static_cast<double>(all - tiedInY));
    return std::clamp(tau, -1.0, 1.0);
}

double weightedTau(std::span<const double> x, std::span<const double> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    if (x.size() < 2)
        return undefined;
    const Ranked rankedX(x);
    const Ranked rankedY(y);
    if (rankedX.isConstant() || rankedY.isConstant())
        return undefined;
    return (weightedTauOneWay(rankedX, rankedY) + weightedTauOneWay(rankedY, rankedX)) / 2;
}

double topOverlap(std::span<const double> x, std::span<const double> y, std::size_t k)
{
    KTNAS_ASSERT(x.size() == y.size() && k >= 1 && k <= x.size());
    const std::vector<std::uint32_t> firstOfX = orderDescending(x);
    const std::vector<std::uint32_t> firstOfY = orderDescending(y);
    std::vector<std::uint8_t> isIn(x.size());
    for (std::size_t i = 0; i < k; ++i)
        isIn[firstOfX[i]] = 1;
    std::size_t both = 0;
    for (std::size_t i = 0; i < k; ++i)
        both += isIn[firstOfY[i]];
    return static_cast<double>(both) / static_cast<double>(k);
}

} // namespace ktnas
