// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// Average ranks, 1 = smallest; equal values share the mean of their places (scipy.stats.rankdata "average").
/// O(n log n). Values must not be NaN.
std::vector<double> averageRanks(std::span<const double> values);

/// Average ranks where 1 = largest: rank 1 is best for qualities.
std::vector<double> averageRanksDescending(std::span<const double> values);

/// Indices that sort the values from largest to smallest, ties in index order.
std::vector<std::uint32_t> orderDescending(std::span<const double> values);

} // namespace ktnas
