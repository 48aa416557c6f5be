// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/NoiseCeiling.h"

#include "core/analysis/Comparison.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/stats/Intervals.h"
#include "core/stats/Ranks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ktnas {
namespace {

/// A correlation of fewer than three pairs says nothing.
constexpr std::size_t fewestGroups = 3;

std::optional<Band> bandOf(std::vector<double> draws)
{
    std::erase_if(draws, [](double value) { return std::isnan(value); });
    if (draws.empty())
        return std::nullopt;
    return Band{median(draws), quantile(draws, 0.05), quantile(draws, 0.95)};
}

} // namespace

std::vector<std::vector<std::uint32_t>> twinGroups(const Table& table, std::span<const std::uint32_t> rows)
{
    if (!table.space().cellCount())
        return {};
    const std::shared_ptr<const TwinClasses> twins = twinClasses(table.space());
    std::vector<std::vector<std::uint32_t>> groups(twins->strictCount);
    for (std::uint32_t place = 0; place < rows.size(); ++place)
        groups[twins->strict[table.cellAt(rows[place]).value]].push_back(place);
    std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
    return groups;
}

std::vector<CeilingAtDepth> drawCeilings(std::span<const std::vector<std::uint32_t>> groups,
                                         std::span<const double> source, std::span<const double> target,
                                         Agreement measure, std::span<const double> depths,
                                         std::uint64_t seed, int draws, const std::stop_token& stop)
{
    std::vector<CeilingAtDepth> result(depths.size());
    if (groups.size() < fewestGroups || draws < 1)
        return result;
    const auto drawCount = static_cast<std::size_t>(draws);
    // [depth · draws + draw], so that each draw has its own slots whichever thread makes it.
    std::vector<double> ceilings(depths.size() * drawCount);
    std::vector<double> sameCells(target.empty() ? 0 : ceilings.size());
    parallelFor(
        drawCount,
        [&](std::size_t draw) {
            Stream stream({seed, Purpose::CeilingDraw, 0, 0, static_cast<std::uint32_t>(draw)});
            std::vector<double> sourceA;
            std::vector<double> sourceB;
            std::vector<double> targetB;
            for (const std::vector<std::uint32_t>& group : groups) {
                const auto members = static_cast<std::uint32_t>(group.size());
                const std::uint32_t a = stream.below(members);
                std::uint32_t b = stream.below(members - 1);
                b += b >= a ? 1 : 0;
                sourceA.push_back(source[group[a]]);
                sourceB.push_back(source[group[b]]);
                if (!target.empty())
                    targetB.push_back(target[group[b]]);
            }
            const Comparison withSource(sourceA, sourceB);
            const std::optional<Comparison> withTarget =
                target.empty() ? std::nullopt : std::optional<Comparison>(std::in_place, sourceA, targetB);
            for (std::size_t depth = 0; depth < depths.size(); ++depth) {
                const std::size_t cells = cellsAtDepth(depths[depth], groups.size());
                ceilings[depth * drawCount + draw] = withSource.at(measure, cells);
                if (withTarget)
                    sameCells[depth * drawCount + draw] = withTarget->at(measure, cells);
            }
        },
        0, stop);
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled);
    const auto ofDepth = [&](const std::vector<double>& all, std::size_t depth) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(depth * drawCount);
        return std::vector<double>(first, first + static_cast<std::ptrdiff_t>(drawCount));
    };
    for (std::size_t depth = 0; depth < depths.size(); ++depth) {
        result[depth].ceiling = bandOf(ofDepth(ceilings, depth));
        if (!target.empty())
            result[depth].sameCells = bandOf(ofDepth(sameCells, depth));
    }
    return result;
}

std::optional<Band> noiseCeiling(const Table& table, const Measure& source, Agreement measure, double depth,
                                 std::uint64_t seed, int draws, std::stop_token stop)
{
    const PairedValues own = pairedValues(source, source);
    const double depths[] = {depth};
    return drawCeilings(twinGroups(table, own.rows), own.source, {}, measure, depths, seed, draws, stop)
        .front()
        .ceiling;
}

std::optional<double> twinDisplacement(const Table& table, const Measure& measure, double share,
                                       double topShare)
{
    const PairedValues own = pairedValues(measure, measure);
    const std::vector<double> ranks = averageRanksDescending(own.source);
    std::vector<std::uint8_t> isTop(ranks.size());
    const std::vector<std::uint32_t> order = orderDescending(own.source);
    for (std::size_t place = 0; place < cellsAtDepth(topShare, order.size()); ++place)
        isTop[order[place]] = 1;
    std::vector<double> distances;
    for (const std::vector<std::uint32_t>& group : twinGroups(table, own.rows)) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                // The better of two is among the first if either is: membership follows the rank.
                if (isTop[group[i]] != 0 || isTop[group[j]] != 0)
                    distances.push_back(std::abs(ranks[group[i]] - ranks[group[j]]));
            }
        }
    }
    if (distances.empty())
        return std::nullopt;
    return quantile(distances, share);
}

} // namespace ktnas
