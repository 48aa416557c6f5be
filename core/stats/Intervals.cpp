// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Intervals.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/stats/Ranks.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace ktnas {
namespace {

/// Linear interpolation between the values at the whole numbers around a place, as numpy's default.
double interpolated(double below, double above, double place)
{
    return below + (place - std::floor(place)) * (above - below);
}

double sortedQuantile(std::span<const double> sorted, double q)
{
    const double place = q * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    return interpolated(sorted[below], sorted[std::min(below + 1, sorted.size() - 1)], place);
}

/// Two-sided p of the signed-rank statistic from its exact distribution: all 2ⁿ signs are equally likely.
double exactSignedRank(std::size_t n, std::size_t rankSum)
{
    // ways[s]: how many sets of the ranks 1 … n have sum s; at most 2⁵⁰, exact in a double.
    const std::size_t largest = n * (n + 1) / 2;
    std::vector<double> ways(largest + 1);
    ways[0] = 1;
    for (std::size_t rank = 1; rank <= n; ++rank) {
        for (std::size_t sum = largest; sum >= rank; --sum)
            ways[sum] += ways[sum - rank];
    }
    // Symmetric, so the tail on the side of the statistic is the lower tail of its mirror image.
    const std::size_t tail = std::min(rankSum, largest - rankSum);
    double atMost = 0;
    for (std::size_t sum = 0; sum <= tail; ++sum)
        atMost += ways[sum];
    return std::min(1.0, 2 * atMost / std::exp2(static_cast<double>(n)));
}

} // namespace

double mean(std::span<const double> values)
{
    KTNAS_ASSERT(!values.empty());
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double median(std::span<const double> values)
{
    return quantile(values, 0.5);
}

double standardDeviation(std::span<const double> values)
{
    if (values.size() == 1)
        return 0;
    const double centre = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - centre) * (value - centre);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

double quantile(std::span<const double> values, double q)
{
    KTNAS_ASSERT(!values.empty() && q >= 0 && q <= 1);
    // Two partial selections instead of a sort: O(n), which counts for the millions of twin pairs of a space.
    std::vector<double> copy(values.begin(), values.end());
    const double place = q * static_cast<double>(copy.size() - 1);
    const auto below = copy.begin() + static_cast<std::ptrdiff_t>(place);
    std::ranges::nth_element(copy, below);
    const auto above = std::min_element(below + 1, copy.end());
    return interpolated(*below, above == copy.end() ? *below : *above, place);
}

Interval bootstrapMean(std::span<const double> values, std::uint64_t seed, int draws)
{
    const std::vector<double> column(values.begin(), values.end());
    return bootstrapMeans(std::span(&column, 1), seed, draws).front();
}

std::vector<Interval> bootstrapMeans(std::span<const std::vector<double>> columns, std::uint64_t seed,
                                     int draws)
{
    if (columns.empty())
        return {};
    KTNAS_ASSERT(!columns.front().empty() && draws >= 1);
    const auto n = static_cast<std::uint32_t>(columns.front().size());
    const std::size_t width = columns.size();
    // Row by row, so that one drawn index adds one run of memory to all sums.
    std::vector<double> rows(n * width);
    for (std::size_t column = 0; column < width; ++column) {
        KTNAS_ASSERT(columns[column].size() == n);
        for (std::size_t row = 0; row < n; ++row)
            rows[row * width + column] = columns[column][row];
    }
    std::vector<double> means(static_cast<std::size_t>(draws) * width);
    parallelFor(static_cast<std::size_t>(draws), [&](std::size_t draw) {
        Stream stream({seed, Purpose::Bootstrap, 0, 0, static_cast<std::uint32_t>(draw)});
        double* const sums = means.data() + draw * width;
        for (std::uint32_t i = 0; i < n; ++i) {
            const double* const row = rows.data() + stream.below(n) * width;
            for (std::size_t column = 0; column < width; ++column)
                sums[column] += row[column];
        }
        for (std::size_t column = 0; column < width; ++column)
            sums[column] /= n;
    });
    std::vector<Interval> intervals;
    std::vector<double> sorted(static_cast<std::size_t>(draws));
    for (std::size_t column = 0; column < width; ++column) {
        for (std::size_t draw = 0; draw < sorted.size(); ++draw)
            sorted[draw] = means[draw * width + column];
        std::ranges::sort(sorted);
        intervals.push_back({sortedQuantile(sorted, 0.025), sortedQuantile(sorted, 0.975)});
    }
    return intervals;
}

double wilcoxonSignedRank(std::span<const double> x, std::span<const double> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    std::vector<double> sizes;
    std::vector<std::uint8_t> isPositive;
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double difference = x[i] - y[i];
        if (difference == 0)
            continue;
        sizes.push_back(std::abs(difference));
        isPositive.push_back(difference > 0 ? 1 : 0);
    }
    if (sizes.empty())
        return 1;
    const std::vector<std::uint32_t> order = orderAscending(sizes);
    const DenseRanks dense = denseRanks(sizes, order);
    const std::vector<double> ranks = averageRanks(sizes);
    double positive = 0;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        positive += isPositive[i] != 0 ? ranks[i] : 0;

    const bool hasTies = dense.count < sizes.size();
    const bool hasZeros = sizes.size() < x.size();
    if (x.size() <= 50 && !hasTies && !hasZeros)
        return exactSignedRank(sizes.size(), static_cast<std::size_t>(positive));

    const auto n = static_cast<double>(sizes.size());
    std::vector<double> groups(dense.count);
    for (const std::uint32_t rank : dense.rank)
        ++groups[rank];
    double variance = n * (n + 1) * (2 * n + 1);
    for (const double size : groups)
        variance -= 0.5 * size * (size * size - 1);
    const double z = (positive - n * (n + 1) / 4) / std::sqrt(variance / 24);
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

} // namespace ktnas
