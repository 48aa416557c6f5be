// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/LaneTicks.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

void LaneTicks::append(std::uint64_t event)
{
    KTNAS_ASSERT(m_events.empty() || event >= m_events.back());
    m_events.push_back(event);
}

std::size_t LaneTicks::countBefore(std::uint64_t position) const
{
    return static_cast<std::size_t>(std::lower_bound(m_events.begin(), m_events.end(), position)
                                    - m_events.begin());
}

std::optional<std::uint64_t> LaneTicks::nearest(const TimeScale& scale, double x, double reach) const
{
    const std::size_t after = countBefore(scale.firstEventFrom(x));
    std::optional<std::uint64_t> best;
    double least = reach;
    for (const std::size_t at : {after - 1, after}) {
        if (at >= m_events.size())
            continue;
        const double distance = std::abs(scale.eventX(m_events[at]) - x);
        if (distance < least || (distance == least && !best)) {
            least = distance;
            best = m_events[at];
        }
    }
    return best;
}

void LaneTicks::visitColumns(const TimeScale& scale, double width,
                             const std::function<void(const Column&)>& visit) const
{
    std::size_t at = countBefore(scale.firstEventFrom(scale.left()));
    while (at < m_events.size()) {
        const double place = scale.eventX(m_events[at]);
        if (place >= scale.right())
            return;
        Column column;
        const double left = std::floor(place / width) * width;
        column.first = m_events[at];
        column.firstIndex = at;
        // Gallop to the first event of a later column: steps double, then halve.
        const std::uint64_t border = std::max(scale.firstEventFrom(left + width), column.first + 1);
        std::size_t step = 1;
        std::size_t low = at;
        while (low + step < m_events.size() && m_events[low + step] < border) {
            low += step;
            step *= 2;
        }
        const auto begin = m_events.begin();
        const auto stop = std::min(low + step, m_events.size());
        const auto next =
            static_cast<std::size_t>(std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                                      begin + static_cast<std::ptrdiff_t>(stop), border)
                                     - begin);
        column.count = static_cast<std::uint32_t>(next - at);
        column.last = m_events[next - 1];
        column.middle = column.count == 1 ? place : left + width / 2;
        visit(column);
        at = next;
    }
}

} // namespace ktnas
