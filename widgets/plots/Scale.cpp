// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/Scale.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace ktnas {

Scale::Scale(Kind kind, double from, double to, double start, double end)
    : m_kind(kind)
    , m_from(from)
    , m_to(to)
    , m_start(start)
    , m_end(end)
{
    if (m_kind == Kind::Log) {
        m_from = std::max(m_from, std::numeric_limits<double>::min());
        m_to = std::max(m_to, std::numeric_limits<double>::min());
    }
}

double Scale::transformed(double value) const
{
    if (m_kind == Kind::Linear)
        return value;
    return std::isnan(value) ? value : std::log(std::max(value, std::numeric_limits<double>::min()));
}

double Scale::toPixel(double value) const
{
    const double low = transformed(m_from);
    const double high = transformed(m_to);
    if (low == high)
        return std::isnan(value) ? value : (m_start + m_end) / 2;
    return m_start + (transformed(value) - low) / (high - low) * (m_end - m_start);
}

double Scale::toValue(double pixel) const
{
    const double low = transformed(m_from);
    const double high = transformed(m_to);
    const double share = m_start == m_end ? 0.5 : (pixel - m_start) / (m_end - m_start);
    const double value = low + share * (high - low);
    return m_kind == Kind::Linear ? value : std::exp(value);
}

double Scale::toPixelClamped(double value) const
{
    const double pixel = toPixel(value);
    return std::isnan(pixel) ? pixel : std::clamp(pixel, std::min(m_start, m_end), std::max(m_start, m_end));
}

std::vector<double> roundTicks(double low, double high, int wanted)
{
    std::vector<double> ticks;
    if (!std::isfinite(low) || !std::isfinite(high))
        return ticks;
    if (low > high)
        std::swap(low, high);
    if (low == high || !std::isfinite(high - low))
        return {low};
    const double rough = (high - low) / std::max(wanted, 2);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const std::array<double, 4> factors{1, 2, 5, 10};
    std::size_t choice = 0;
    while (choice + 1 < factors.size() && factors[choice] * power < rough * (1 - 1e-9))
        ++choice;
    const auto countAt = [&](double step) {
        return std::floor(high / step + 1e-9) - std::ceil(low / step - 1e-9) + 1;
    };
    if (wanted >= 3 && choice > 0 && countAt(factors[choice] * power) < 3)
        --choice;
    const double step = factors[choice] * power;
    const double first = std::ceil(low / step - 1e-9);
    const double last = std::floor(high / step + 1e-9);
    for (double k = first; k <= last && ticks.size() < 1000; ++k)
        ticks.push_back(k == 0 ? 0.0 : k * step); // never −0
    return ticks;
}

std::vector<double> rankTicks(double last, bool withLast)
{
    std::vector<double> ticks{1};
    double power = 10;
    for (; power <= last; power *= 10)
        ticks.push_back(power);
    if (withLast && std::isfinite(last) && last > ticks.back()) {
        // Below a third of a decade the two numbers would touch: the range's end is the one worth keeping.
        if (last < ticks.back() * 2.15 && ticks.size() > 1)
            ticks.pop_back();
        ticks.push_back(last);
    }
    return ticks;
}

int decimalsForStep(double step)
{
    int decimals = 0;
    double scaled = std::abs(step);
    while (decimals < 9 && scaled > 0
           && std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(scaled, 1.0)) {
        scaled *= 10;
        ++decimals;
    }
    return decimals;
}

} // namespace ktnas
