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

/// Agreement inside the source's first max(3, floor(d·N)) cells, ranks taken anew.
struct DepthPoint {
    double depth = 1;
    std::size_t cells = 0;
    double spearman = 0;
    double kendall = 0;
    double weightedKendall = 0;
    double overlap = 0; ///< share of the target's own first k among them
    std::optional<Band> ceiling; ///< Spearman of twins on the source task; nothing without twins
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

/// Everything that is known about one pair of measures of a table. Deterministic for a seed and any number of
/// threads. NAS-Bench-201 with 200 draws: under 0.5 s. Throws Cancelled.
Disorder disorder(const Table& table, const Measure& source, const Measure& target,
                  const DisorderOptions& options = {}, std::stop_token stop = {});

/// One number for a matrix: agreement at a depth. Diagonal entries should use noiseCeiling() instead.
double agreementAt(const Measure& source, const Measure& target, Agreement measure, double depth);

/// The noise ceiling of one measure: twins against each other on it (Spearman; the other measures on the same
/// draws). Nothing where the table has no strict twins.
std::optional<Band> noiseCeiling(const Table& table, const Measure& source, Agreement measure, double depth,
                                 std::uint64_t seed, int draws, std::stop_token stop = {});

/// The blame alone; nothing where the table is not a complete factorial.
std::optional<Blame> blame(const Table& table, const Measure& source, const Measure& target);

/// How far strict twins move on one task: the `share` quantile (0.9) of |rank a − rank b| over all twin pairs
/// whose better member is among the measure's first `topShare` of the cells. Flips above it are more than
/// noise.
std::optional<double> twinDisplacement(const Table& table, const Measure& measure, double share,
                                       double topShare = 1);

} // namespace ktnas
