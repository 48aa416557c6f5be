// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/TimeScale.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

TimeScale::TimeScale(double from, double to, double left, double right)
    : m_from(from)
    , m_to(std::max(to, from + 1))
    , m_left(left)
    , m_right(std::max(right, left + 1))
{
}

double TimeScale::eventWidth() const
{
    return (m_right - m_left) / (m_to - m_from);
}

double TimeScale::eventX(std::uint64_t event) const
{
    return m_left + (static_cast<double>(event) + 0.5 - m_from) * eventWidth();
}

double TimeScale::cursorX(std::uint64_t position) const
{
    return m_left + (static_cast<double>(position) - m_from) * eventWidth();
}

std::uint64_t TimeScale::positionAt(double x, std::uint64_t end) const
{
    const double position = std::round(m_from + (x - m_left) / eventWidth());
    return static_cast<std::uint64_t>(std::clamp(position, 0.0, static_cast<double>(end)));
}

std::uint64_t TimeScale::firstEventFrom(double x) const
{
    return static_cast<std::uint64_t>(std::max(std::ceil(m_from + (x - m_left) / eventWidth() - 0.5), 0.0));
}

TimeScale TimeScale::zoomedAt(double x, double factor, double end, double fewest) const
{
    const double fixed = m_from + (x - m_left) / eventWidth();
    const double span =
        std::clamp((m_to - m_from) / factor, std::min(fewest, std::max(end, 1.0)), std::max(end, 1.0));
    const double share = (fixed - m_from) / (m_to - m_from);
    const double from = std::clamp(fixed - share * span, 0.0, std::max(end - span, 0.0));
    return {from, from + span, m_left, m_right};
}

TimeScale TimeScale::panned(double pixels, double end) const
{
    const double span = m_to - m_from;
    const double from = std::clamp(m_from - pixels / eventWidth(), 0.0, std::max(end - span, 0.0));
    return {from, from + span, m_left, m_right};
}

} // namespace ktnas
