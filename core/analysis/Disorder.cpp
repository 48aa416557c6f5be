// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Disorder.h"

#include "core/analysis/Comparison.h"
#include "core/analysis/NoiseCeiling.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

std::size_t cellsAtDepth(double depth, std::size_t cells)
{
    // The hair above takes up the rounding of products such as 0.07 · 100.
    const auto share = static_cast<std::size_t>(std::floor(depth * static_cast<double>(cells) + 1e-9));
    return std::min(std::max<std::size_t>(3, share), cells);
}

Disorder disorder(const Table& table, const Measure& source, const Measure& target,
                  const DisorderOptions& options, std::stop_token stop)
{
    for (const double depth : options.depths) {
        if (!(depth > 0 && depth <= 1)) {
            throw Error(ErrorCode::BadArgument)
                .inColumn("depths")
                .expecting("shares above 0 and at most 1")
                .butFound(formatNumber(depth));
        }
    }
    const PairedValues paired = pairedValues(source, target);
    const Comparison comparison(paired.source, paired.target);
    const auto checkStop = [&] {
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
    };

    Disorder result;
    result.cells = paired.rows.size();
    result.spearman = comparison.at(Agreement::Spearman, result.cells);
    result.kendall = comparison.at(Agreement::Kendall, result.cells);
    result.weightedKendall = comparison.at(Agreement::WeightedKendall, result.cells);
    if (result.cells > 0) {
        const double ofBest = paired.target[comparison.best()];
        result.bestSourceRankOnTarget = 1
            + static_cast<std::uint32_t>(std::ranges::count_if(paired.target,
                                                               [&](double value) { return value > ofBest; }));
    }
    checkStop();

    const std::vector<CeilingAtDepth> ceilings =
        drawCeilings(twinGroups(table, paired.rows), paired.source, paired.target, Agreement::Spearman,
                     options.depths, options.seed, options.draws, stop);
    for (std::size_t i = 0; i < options.depths.size(); ++i) {
        checkStop();
        DepthPoint point;
        point.depth = options.depths[i];
        point.cells = cellsAtDepth(point.depth, result.cells);
        point.spearman = comparison.at(Agreement::Spearman, point.cells);
        point.kendall = comparison.at(Agreement::Kendall, point.cells);
        point.weightedKendall = comparison.at(Agreement::WeightedKendall, point.cells);
        point.overlap = comparison.at(Agreement::Overlap, point.cells);
        point.ceiling = ceilings[i].ceiling;
        point.sameCells = ceilings[i].sameCells;
        result.depths.push_back(point);
    }
    result.blame = blame(table, source, target);
    return result;
}

double agreementAt(const Measure& source, const Measure& target, Agreement measure, double depth)
{
    const PairedValues paired = pairedValues(source, target);
    return Comparison(paired.source, paired.target).at(measure, cellsAtDepth(depth, paired.rows.size()));
}

} // namespace ktnas
