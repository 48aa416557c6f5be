// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace ktnas {

/// The points of a map sorted into square cells, row by row, for drawing and picking. Points live in *slots*
/// (their place in that order); `index` is their place in the caller's list. Coordinates are the caller's
/// world. Points that are not finite get no slot and are never found.
class PointGrid {
public:
    /// Slots [begin, end).
    struct Run {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    /// Which way an arrow key goes; up is towards larger y.
    enum class Direction { Left, Right, Up, Down };

    PointGrid() = default;
    /// `x` and `y` have one length. Cost: two passes over the points; 13 bytes a point are kept.
    PointGrid(std::span<const float> x, std::span<const float> y);

    std::size_t slotCount() const { return m_index.size(); }
    std::span<const float> x() const { return m_x; }
    std::span<const float> y() const { return m_y; }
    /// The caller's index of each slot.
    std::span<const std::uint32_t> index() const { return m_index; }
    /// The smallest rectangle around all points; of no size for none.
    QRectF bounds() const { return m_bounds; }

    /// The slots of every cell that `world` touches: a superset of the points inside, one run a row of cells.
    std::vector<Run> runsIn(const QRectF& world) const;

    /// The index of the point nearest to `world` no further than `radius`; equal distances: the smallest
    /// index. `skip` has a byte for each caller's index, not 0 = not there; empty skips nothing.
    std::optional<std::uint32_t> nearest(QPointF world, double radius,
                                         std::span<const std::uint8_t> skip) const;

    /// The nearest point in a quarter turn around the direction, distance across counting double; none at the
    /// rim. Points at the same place are passed over. Cost: one pass.
    std::optional<std::uint32_t> nearestTowards(QPointF from, Direction direction,
                                                std::span<const std::uint8_t> skip) const;

    /// Indices inside the rectangle (edges included), ascending.
    std::vector<std::uint32_t> insideRect(const QRectF& world, std::span<const std::uint8_t> skip) const;
    /// Indices no further than `radius` from `centre`, ascending.
    std::vector<std::uint32_t> insideDisc(QPointF centre, double radius,
                                          std::span<const std::uint8_t> skip) const;
    /// Indices inside the polygon as polygonContains() has it, ascending. Cells that no edge touches are
    /// decided whole, so the cost is points × edges only along the outline.
    std::vector<std::uint32_t> insidePolygon(const std::vector<QPointF>& polygon,
                                             std::span<const std::uint8_t> skip) const;

private:
    int column(double x) const;
    int row(double y) const;
    std::uint32_t cellBegin(int row, int column) const;

    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<std::uint32_t> m_index;
    std::vector<std::uint32_t> m_cellBegin; ///< rows × columns + 1
    QRectF m_bounds;
    double m_cellSize = 1;
    int m_columns = 0;
    int m_rows = 0;
};

} // namespace ktnas
