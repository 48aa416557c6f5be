// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Disorder.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace ktnas {

/// The strict classes with at least two of the given rows, each as places in `rows`, ascending; classes by
/// their number. Empty where the space cannot be listed.
std::vector<std::vector<std::uint32_t>> twinGroups(const Table& table, std::span<const std::uint32_t> rows);

/// What a draw of twins shows at one depth.
struct CeilingAtDepth {
    std::optional<Band> ceiling; ///< (source a, source b)
    std::optional<Band> sameCells; ///< (source a, target b)
};

/// One entry for each depth. `source` and `target` are qualities by place in `rows`; the groups are those of
/// twinGroups(). An empty `target` leaves out sameCells.
std::vector<CeilingAtDepth> drawCeilings(std::span<const std::vector<std::uint32_t>> groups,
                                         std::span<const double> source, std::span<const double> target,
                                         Agreement measure, std::span<const double> depths,
                                         std::uint64_t seed, int draws, const std::stop_token& stop);

} // namespace ktnas
