// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Comparison.h"
#include "core/analysis/Disorder.h"
#include "core/stats/Factorial.h"
#include "core/stats/Ranks.h"

namespace ktnas {

std::optional<Blame> blame(const Table& table, const Measure& source, const Measure& target)
{
    const Space& space = table.space();
    const PairedValues paired = pairedValues(source, target);
    if (!table.isComplete() || paired.rows.size() != space.cellCount())
        return std::nullopt;
    std::vector<int> ranges;
    for (std::size_t gene = 0; gene < space.geneCount(); ++gene)
        ranges.push_back(space.geneRange(gene));

    const std::vector<double> onSource = averageRanksDescending(paired.source);
    const std::vector<double> onTarget = averageRanksDescending(paired.target);
    std::vector<double> displacement(paired.rows.size());
    for (std::size_t i = 0; i < paired.rows.size(); ++i)
        displacement[table.cellAt(paired.rows[i]).value] = onSource[i] - onTarget[i];
    const FactorialEffects effects = factorialEffects(displacement, ranges);

    Blame result;
    const auto shareOf = [&](double squares) { return effects.total > 0 ? squares / effects.total : 0; };
    for (std::size_t gene = 0; gene < ranges.size(); ++gene) {
        // Both rankings have the same mean, so an effect is the level's mean displacement itself.
        for (std::size_t level = 0; level < effects.levelEffects[gene].size(); ++level)
            result.entries.push_back({gene, static_cast<int>(level), effects.levelEffects[gene][level]});
        result.share.push_back(shareOf(effects.mainSquares[gene]));
    }
    result.main = shareOf(effects.mainTotal());
    result.pairs = shareOf(effects.pairTotal());
    result.rest = effects.total > 0 ? 1 - result.main - result.pairs : 0;
    return result;
}

} // namespace ktnas
