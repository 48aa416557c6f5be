// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// Average ranks, 1 = smallest; equal values share the mean of their places (scipy.stats.rankdata "average").
/// O(n). Values must not be NaN.
std::vector<double> averageRanks(std::span<const double> values);

/// Average ranks where 1 = largest: rank 1 is best for qualities.
std::vector<double> averageRanksDescending(std::span<const double> values);

/// Indices that sort the values from smallest to largest, ties in index order. Values must not be NaN; −0 and
/// +0 are equal. O(n) by radix sort: 0.2 ms for 15,625 values.
std::vector<std::uint32_t> orderAscending(std::span<const double> values);

/// Indices that sort the values from largest to smallest, ties in index order.
std::vector<std::uint32_t> orderDescending(std::span<const double> values);

/// Ranks without gaps: 0 for the smallest value, equal values share a number ("0 1 1 2").
struct DenseRanks {
    std::vector<std::uint32_t> rank; ///< by index
    std::uint32_t count = 0; ///< number of different values
};

/// Dense ranks of values whose ascending order is known. O(n).
DenseRanks denseRanks(std::span<const double> values, std::span<const std::uint32_t> ascending);

} // namespace ktnas
