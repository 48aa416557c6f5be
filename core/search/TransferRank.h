// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// Similarities that differ by less are equal, so that the last bits of a cosine decide nothing.
inline constexpr double similarityTolerance = 1e-7;

/// The candidate that a voter votes for: the place of its largest similarity; equal ones by lot. The stream
/// is used only if there is a tie. `similarities` by candidate, at least one.
std::uint32_t mostSimilar(std::span<const double> similarities, Stream& stream);

/// Transfer rank φ (Zhang et al. 2026, Eq. 4): by candidate, the sum of the labels of the voters attached to
/// it. `votes[i]` is the candidate of voter i, `labels[i]` its label.
std::vector<int> transferRanks(std::span<const std::int8_t> labels, std::span<const std::uint32_t> votes,
                               std::size_t candidates);

/// Who was chosen, best first.
struct RankedChoice {
    std::vector<std::uint32_t> chosen; ///< places of candidates
    std::size_t sure = 0; ///< the first `sure` came in by rank, the rest were picked out of the last group
};

/// The n best by φ in whole groups of equal φ. Where a group does not fit whole, its members are picked by
/// `preference` (larger first, equal ones in candidate order) or, if that is empty, by lot. All candidates if
/// there are no more than n.
RankedChoice selectByRank(std::span<const int> phi, std::size_t n, std::span<const double> preference,
                          Stream& stream);

/// The first n by `preference`, larger first, equal ones in candidate order; `sure` is their number.
RankedChoice selectByPreference(std::span<const double> preference, std::size_t n);

/// n members by lot (all if there are no more), in drawing order; `sure` is 0.
RankedChoice selectByLot(std::size_t candidates, std::size_t n, Stream& stream);

/// How many of `count` new parents make a migrant positive: max(1, floor(r · count)).
std::size_t eliteCount(double ratio, std::size_t count);

} // namespace ktnas
