// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace ktnas {

/// All measures: inputs of equal length without NaN; NaN is returned where the measure is undefined (fewer
/// than two values, or one input constant), as scipy does. Cost with 15,625 values: Spearman 0.5 ms, Kendall
/// 0.9 ms, weighted tau 2.0 ms.

/// Pearson's r.
double pearson(std::span<const double> x, std::span<const double> y);
/// Pearson's r of average ranks. O(n).
double spearman(std::span<const double> x, std::span<const double> y);
/// Kendall's tau-b, O(n log n); exactly scipy.stats.kendalltau's formula: S / √(pairs − ties in x) / √(pairs
/// − ties in y), two divisions in that order, clipped to −1 … 1 (Knight 1966 for the discordant pairs,
/// counted here by a Fenwick tree).
double kendallTauB(std::span<const double> x, std::span<const double> y);
/// Vigna's weighted tau ("A weighted correlation index for rankings with ties", WWW 2015) with
/// scipy.stats.weightedtau's defaults: additive hyperbolic weights 1/(1+rank), ranks by descending
/// lexicographic order, mean over (x, y) and (y, x). Larger value = more important. O(n log n).
double weightedTau(std::span<const double> x, std::span<const double> y);
/// Share of x's first k (values descending, ties in index order) that are among y's first k; 1 ≤ k ≤ n.
double topOverlap(std::span<const double> x, std::span<const double> y, std::size_t k);

} // namespace ktnas
