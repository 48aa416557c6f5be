// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

#include <array>
#include <initializer_list>

namespace ktnas {

/// A map from a number between 0 and 1 to a colour, as a table of 256 entries. Cheap to read, immutable.
class ColourMap {
public:
    static constexpr int size = 256;

    /// Evenly spaced stops, interpolated in OKLab. At least two stops, written 0xRRGGBB.
    explicit ColourMap(std::initializer_list<QRgb> stops);

    /// Colour at position 0 … 1; outside it the nearest end. NaN gives transparent: a missing value is never
    /// a colour of the map.
    QRgb at(double position) const;
    /// Entry 0 … 255.
    QRgb entry(int index) const { return m_table[static_cast<std::size_t>(index)]; }
    const std::array<QRgb, size>& table() const { return m_table; }

    /// viridis and cividis; turned round (light first) for a light ground, so that 1 always stands out.
    static const ColourMap& viridis(bool darkGround);
    static const ColourMap& cividis(bool darkGround);

private:
    ColourMap(const char* hexTable, bool reversed);

    std::array<QRgb, size> m_table{};
};

} // namespace ktnas
