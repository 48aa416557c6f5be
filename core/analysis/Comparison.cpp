// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Comparison.h"

#include "core/base/Error.h"
#include "core/stats/Correlation.h"
#include "core/stats/Ranks.h"

#include <cmath>

namespace ktnas {

PairedValues pairedValues(const Measure& source, const Measure& target)
{
    const std::vector<double> ofSource = qualities(source);
    const std::vector<double> ofTarget = qualities(target);
    KTNAS_ASSERT(ofSource.size() == ofTarget.size());
    PairedValues paired;
    for (std::size_t row = 0; row < ofSource.size(); ++row) {
        if (std::isnan(ofSource[row]) || std::isnan(ofTarget[row]))
            continue;
        paired.rows.push_back(static_cast<std::uint32_t>(row));
        paired.source.push_back(ofSource[row]);
        paired.target.push_back(ofTarget[row]);
    }
    return paired;
}

Comparison::Comparison(std::span<const double> source, std::span<const double> target)
    : m_source(source)
    , m_target(target)
    , m_order(orderDescending(source))
{
    KTNAS_ASSERT(source.size() == target.size());
    m_sortedSource.reserve(source.size());
    m_sortedTarget.reserve(source.size());
    for (const std::uint32_t i : m_order) {
        m_sortedSource.push_back(source[i]);
        m_sortedTarget.push_back(target[i]);
    }
}

double Comparison::at(Agreement measure, std::size_t cells) const
{
    const auto source = std::span(m_sortedSource).first(cells);
    const auto target = std::span(m_sortedTarget).first(cells);
    switch (measure) {
    case Agreement::Spearman:
        return spearman(source, target);
    case Agreement::Kendall:
        return kendallTauB(source, target);
    case Agreement::WeightedKendall:
        return weightedTau(source, target);
    case Agreement::Overlap:
        // The target's own first are sought among all, its ties in table order.
        return cells == 0 ? std::nan("") : topOverlap(m_source, m_target, cells);
    }
    KTNAS_ASSERT(false);
}

} // namespace ktnas
