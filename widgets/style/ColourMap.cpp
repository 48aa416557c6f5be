// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/ColourMap.h"

#include "core/base/Error.h"
#include "widgets/style/Colour.h"
#include "widgets/style/ColourMapTables.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ktnas {

ColourMap::ColourMap(std::initializer_list<QRgb> stops)
{
    KTNAS_ASSERT(stops.size() >= 2);
    std::vector<OkLab> points;
    for (const QRgb stop : stops)
        points.push_back(toOkLab(stop));
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const double place = static_cast<double>(i) / (size - 1) * static_cast<double>(points.size() - 1);
        const std::size_t left = std::min(static_cast<std::size_t>(place), points.size() - 2);
        const double share = place - static_cast<double>(left);
        const auto mix = [share](double a, double b) { return a + (b - a) * share; };
        m_table[i] =
            fromOkLab({mix(points[left].lightness, points[left + 1].lightness),
                       mix(points[left].a, points[left + 1].a), mix(points[left].b, points[left + 1].b)});
    }
}

ColourMap::ColourMap(const char* hexTable, bool reversed)
{
    const auto digit = [](char c) { return c <= '9' ? c - '0' : c - 'A' + 10; };
    for (std::size_t i = 0; i < m_table.size(); ++i) {
        const char* text = hexTable + 6 * i;
        const auto channel = [&](int at) { return 16 * digit(text[at]) + digit(text[at + 1]); };
        m_table[reversed ? m_table.size() - 1 - i : i] = qRgb(channel(0), channel(2), channel(4));
    }
}

QRgb ColourMap::at(double position) const
{
    if (std::isnan(position))
        return qRgba(0, 0, 0, 0);
    return entry(static_cast<int>(std::lround(std::clamp(position, 0.0, 1.0) * (size - 1))));
}

const ColourMap& ColourMap::viridis(bool darkGround)
{
    static const ColourMap forDark(viridisTable, false);
    static const ColourMap forLight(viridisTable, true);
    return darkGround ? forDark : forLight;
}

const ColourMap& ColourMap::cividis(bool darkGround)
{
    static const ColourMap forDark(cividisTable, false);
    static const ColourMap forLight(cividisTable, true);
    return darkGround ? forDark : forLight;
}

} // namespace ktnas
