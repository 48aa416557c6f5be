// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Ranks.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace ktnas {
namespace {

struct Keyed {
    std::uint64_t key = 0;
    std::uint32_t index = 0;
};

/// Integers in the order of the doubles. Adding zero makes −0 and +0 one key.
std::uint64_t sortKey(double value)
{
    constexpr std::uint64_t sign = std::uint64_t{1} << 63;
    const auto bits = std::bit_cast<std::uint64_t>(value + 0.0);
    return (bits & sign) != 0 ? ~bits : bits | sign;
}

/// Below this a comparison sort is faster than clearing the histograms.
constexpr std::size_t radixFrom = 400;
constexpr unsigned digitBits = 11;
constexpr unsigned passes = 6; // 6 · 11 ≥ 64 bits

void radixSort(std::vector<Keyed>& items)
{
    constexpr std::uint64_t mask = (std::uint64_t{1} << digitBits) - 1;
    std::array<std::array<std::uint32_t, mask + 1>, passes> counts{};
    for (const Keyed& item : items) {
        for (unsigned pass = 0; pass < passes; ++pass)
            ++counts[pass][item.key >> pass * digitBits & mask];
    }
    std::vector<Keyed> other(items.size());
    for (unsigned pass = 0; pass < passes; ++pass) {
        auto& count = counts[pass];
        const unsigned shift = pass * digitBits;
        // All values share this digit, as in the sign and exponent of a narrow range.
        if (count[items.front().key >> shift & mask] == items.size())
            continue;
        std::uint32_t start = 0;
        for (std::uint32_t& c : count)
            start += std::exchange(c, start);
        for (const Keyed& item : items)
            other[count[item.key >> shift & mask]++] = item;
        items.swap(other);
    }
}

template <bool descending> std::vector<std::uint32_t> order(std::span<const double> values)
{
    KTNAS_ASSERT(values.size() < std::numeric_limits<std::uint32_t>::max());
    std::vector<Keyed> items(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::uint64_t key = sortKey(values[i]);
        items[i] = {descending ? ~key : key, static_cast<std::uint32_t>(i)};
    }
    if (items.size() >= radixFrom) {
        radixSort(items);
    } else {
        std::ranges::sort(items, [](const Keyed& a, const Keyed& b) {
            return a.key != b.key ? a.key < b.key : a.index < b.index;
        });
    }
    std::vector<std::uint32_t> indices(items.size());
    std::ranges::transform(items, indices.begin(), &Keyed::index);
    return indices;
}

/// Places along the order, shared evenly by runs of equal values.
std::vector<double> ranksAlong(std::span<const double> values, std::span<const std::uint32_t> along)
{
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0; first < along.size();) {
        std::size_t end = first + 1;
        while (end < along.size() && values[along[end]] == values[along[first]])
            ++end;
        // Places first + 1 … end have the mean (first + 1 + end) / 2.
        const double rank = static_cast<double>(first + 1 + end) / 2;
        for (; first < end; ++first)
            ranks[along[first]] = rank;
    }
    return ranks;
}

} // namespace

std::vector<std::uint32_t> orderAscending(std::span<const double> values)
{
    return order<false>(values);
}

std::vector<std::uint32_t> orderDescending(std::span<const double> values)
{
    return order<true>(values);
}

std::vector<double> averageRanks(std::span<const double> values)
{
    return ranksAlong(values, orderAscending(values));
}

std::vector<double> averageRanksDescending(std::span<const double> values)
{
    return ranksAlong(values, orderDescending(values));
}

DenseRanks denseRanks(std::span<const double> values, std::span<const std::uint32_t> ascending)
{
    DenseRanks dense;
    dense.rank.resize(values.size());
    for (std::size_t i = 0; i < ascending.size(); ++i) {
        if (i == 0 || values[ascending[i]] != values[ascending[i - 1]])
            ++dense.count;
        dense.rank[ascending[i]] = dense.count - 1;
    }
    return dense;
}

} // namespace ktnas
