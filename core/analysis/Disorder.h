// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stats/Intervals.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace ktnas {

/// How two tasks agree (ktnas-decisions.md §4a). Values are turned so that larger is better.
enum class Agreement : std::uint8_t { Spearman, Kendall, WeightedKendall, Overlap };

/// Median and 5–95 % of a seeded Monte-Carlo sample.
struct Band {
    double median = 0;
    double low = 0;
    double high = 0;
};

/// How many cells depth d looks at: max(3, floor(d·N)), but not more than there are.
std::size_t cellsAtDepth(double depth, std::size_t cells);

/// Agreement inside the source's first max(3, floor(d·N)) cells by value (ties in table order), ranks taken
/// anew. NaN where a measure is undefined (a task constant among these cells).
struct DepthPoint {
    double depth = 1;
    std::size_t cells = 0;
    double spearman = 0;
    double kendall = 0;
    double weightedKendall = 0;
    double overlap = 0; ///< share of the target's own first k among them
    /// Spearman of twins on the source task, at this depth of the sample of twins (one pair a class). Nothing
    /// without twins, without draws, or where it is undefined in every draw.
    std::optional<Band> ceiling;
    std::optional<Band> sameCells; ///< the same twin pairs, source against target
};

/// One operation on one edge: the mean displacement (source rank − target rank, average ranks; positive:
/// better on the target) of the cells that have it.
struct BlameEntry {
    std::size_t gene = 0;
    int operation = 0;
    double shift = 0;
};
/// Exact analysis of variance of the displacement over the complete factorial.
struct Blame {
    std::vector<BlameEntry> entries; ///< gene-major, operation order of the space
    std::vector<double> share; ///< by gene: its part of the total sum of squares
    double main = 0; ///< all single genes
    double pairs = 0; ///< all pairs of genes beyond them
    double rest = 0;
};

struct DisorderOptions {
    std::vector<double> depths{1, 0.5, 0.2, 0.1, 0.05, 0.01};
    std::uint64_t seed = 1;
    int draws = 200; ///< of the noise ceiling; 0: no ceiling
};

struct Disorder {
    std::size_t cells = 0; ///< rows that have both values
    double spearman = 0;
    double kendall = 0;
    double weightedKendall = 0;
    std::vector<DepthPoint> depths;
    std::uint32_t bestSourceRankOnTarget =
        0; ///< place rank on the target of the source's best cell (first in table order)
    std::optional<Blame> blame; ///< nothing where the table is not a complete factorial
};

/// Everything that is known about one pair of measures of a table. Rows without a value on either are left
/// out. Deterministic for a seed and any number of threads. Cost: NAS-Bench-201 with 200 draws 0.1 s on two
/// cores. Throws BadArgument for a depth outside (0, 1], Cancelled.
Disorder disorder(const Table& table, const Measure& source, const Measure& target,
                  const DisorderOptions& options = {}, std::stop_token stop = {});

/// One number for a matrix: agreement at a depth, NaN where it is undefined. Diagonal entries should use
/// noiseCeiling() instead.
double agreementAt(const Measure& source, const Measure& target, Agreement measure, double depth);

/// The noise ceiling of one measure: twins against each other on it. Each of `draws` seeded draws takes an
/// ordered pair (a, b) of different members of every strict class with at least two rows; the value of a draw
/// is the agreement of (source a, source b) at the depth of that sample. Nothing where the table has fewer
/// than three such classes or its space cannot be listed. Throws Cancelled.
std::optional<Band> noiseCeiling(const Table& table, const Measure& source, Agreement measure, double depth,
                                 std::uint64_t seed, int draws, std::stop_token stop = {});

/// The blame alone; nothing where the table is not a complete factorial (every cell of the space has both
/// values). Shares are 0 if the two measures rank all cells alike.
std::optional<Blame> blame(const Table& table, const Measure& source, const Measure& target);

/// How far strict twins move on one task: the `share` quantile (0.9) of |rank a − rank b| over all twin pairs
/// whose better member is among the measure's first `topShare` of the cells. Flips above it are more than
/// noise.
std::optional<double> twinDisplacement(const Table& table, const Measure& measure, double share,
                                       double topShare = 1);

} // namespace ktnas
