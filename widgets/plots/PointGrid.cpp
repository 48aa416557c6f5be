// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointGrid.h"

#include "core/base/Error.h"
#include "widgets/plots/Lasso.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ktnas {

namespace {

constexpr int mostCellsAcross = 512; // 262,144 cells: 1 MB of offsets, about four points a cell at a million

bool isSkipped(std::span<const std::uint8_t> skip, std::uint32_t index)
{
    return index < skip.size() && skip[index] != 0;
}

} // namespace

PointGrid::PointGrid(std::span<const float> x, std::span<const float> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    float left = std::numeric_limits<float>::max();
    float right = std::numeric_limits<float>::lowest();
    float bottom = left;
    float top = right;
    std::size_t finite = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        ++finite;
        left = std::min(left, x[i]);
        right = std::max(right, x[i]);
        bottom = std::min(bottom, y[i]);
        top = std::max(top, y[i]);
    }
    if (finite == 0)
        return;
    const double width = static_cast<double>(right) - static_cast<double>(left);
    const double height = static_cast<double>(top) - static_cast<double>(bottom);
    m_bounds = QRectF(static_cast<double>(left), static_cast<double>(bottom), width, height);
    const double longest = std::max({width, height, 1e-30});
    const int across =
        std::clamp(static_cast<int>(std::sqrt(static_cast<double>(finite) / 4)), 1, mostCellsAcross);
    m_cellSize = longest / across;
    m_columns = std::clamp(static_cast<int>(width / m_cellSize) + 1, 1, mostCellsAcross + 1);
    m_rows = std::clamp(static_cast<int>(height / m_cellSize) + 1, 1, mostCellsAcross + 1);

    const auto cells = static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(m_rows);
    m_cellBegin.assign(cells + 1, 0);
    constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> cellOf(x.size(), nowhere);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            continue;
        const int cell = row(static_cast<double>(y[i])) * m_columns + column(static_cast<double>(x[i]));
        cellOf[i] = static_cast<std::uint32_t>(cell);
        ++m_cellBegin[static_cast<std::size_t>(cell) + 1];
    }
    for (std::size_t c = 0; c < cells; ++c)
        m_cellBegin[c + 1] += m_cellBegin[c];
    m_x.resize(finite);
    m_y.resize(finite);
    m_index.resize(finite);
    std::vector<std::uint32_t> next(m_cellBegin.begin(), m_cellBegin.end() - 1);
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (cellOf[i] == nowhere)
            continue;
        const std::uint32_t slot = next[cellOf[i]]++;
        m_x[slot] = x[i];
        m_y[slot] = y[i];
        m_index[slot] = static_cast<std::uint32_t>(i);
    }
}

int PointGrid::column(double x) const
{
    return static_cast<int>(
        std::clamp((x - m_bounds.left()) / m_cellSize, 0.0, static_cast<double>(m_columns - 1)));
}

int PointGrid::row(double y) const
{
    return static_cast<int>(
        std::clamp((y - m_bounds.top()) / m_cellSize, 0.0, static_cast<double>(m_rows - 1)));
}

std::uint32_t PointGrid::cellBegin(int row, int column) const
{
    return m_cellBegin[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                       + static_cast<std::size_t>(column)];
}

std::vector<PointGrid::Run> PointGrid::runsIn(const QRectF& world) const
{
    std::vector<Run> runs;
    if (m_index.empty() || world.right() < m_bounds.left() || world.left() > m_bounds.right()
        || world.bottom() < m_bounds.top() || world.top() > m_bounds.bottom())
        return runs;
    const int firstColumn = column(world.left());
    const int lastColumn = column(world.right());
    const int lastRow = row(world.bottom());
    for (int r = row(world.top()); r <= lastRow; ++r) {
        const Run run{cellBegin(r, firstColumn), cellBegin(r, lastColumn + 1)};
        if (run.begin != run.end)
            runs.push_back(run);
    }
    return runs;
}

std::optional<std::uint32_t> PointGrid::nearest(QPointF world, double radius,
                                                std::span<const std::uint8_t> skip) const
{
    std::optional<std::uint32_t> best;
    double bestDistance = radius * radius;
    for (const Run run : runsIn(QRectF(world.x() - radius, world.y() - radius, 2 * radius, 2 * radius))) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const double dx = static_cast<double>(m_x[slot]) - world.x();
            const double dy = static_cast<double>(m_y[slot]) - world.y();
            const double distance = dx * dx + dy * dy;
            if (distance > bestDistance || isSkipped(skip, m_index[slot]))
                continue;
            if (distance < bestDistance || !best || m_index[slot] < *best)
                best = m_index[slot];
            bestDistance = distance;
        }
    }
    return best;
}

std::optional<std::uint32_t> PointGrid::nearestTowards(QPointF world, Direction direction,
                                                       std::span<const std::uint8_t> skip) const
{
    const bool horizontal = direction == Direction::Left || direction == Direction::Right;
    const double sign = direction == Direction::Left || direction == Direction::Down ? -1 : 1;
    std::optional<std::uint32_t> best;
    double bestCost = std::numeric_limits<double>::max();
    for (std::size_t slot = 0; slot < m_index.size(); ++slot) {
        const double dx = static_cast<double>(m_x[slot]) - world.x();
        const double dy = static_cast<double>(m_y[slot]) - world.y();
        const double along = sign * (horizontal ? dx : dy);
        const double across = std::abs(horizontal ? dy : dx);
        if (along <= 0 || across > along)
            continue;
        const double cost = along + 2 * across;
        if (cost > bestCost || isSkipped(skip, m_index[slot]))
            continue;
        if (cost < bestCost || !best || m_index[slot] < *best)
            best = m_index[slot];
        bestCost = cost;
    }
    return best;
}

std::vector<std::uint32_t> PointGrid::insideRect(const QRectF& world,
                                                 std::span<const std::uint8_t> skip) const
{
    std::vector<std::uint32_t> found;
    const QRectF rect = world.normalized();
    for (const Run run : runsIn(rect)) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const auto px = static_cast<double>(m_x[slot]);
            const auto py = static_cast<double>(m_y[slot]);
            if (px >= rect.left() && px <= rect.right() && py >= rect.top() && py <= rect.bottom()
                && !isSkipped(skip, m_index[slot]))
                found.push_back(m_index[slot]);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> PointGrid::insideDisc(QPointF centre, double radius,
                                                 std::span<const std::uint8_t> skip) const
{
    std::vector<std::uint32_t> found;
    for (const Run run : runsIn(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius))) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const double dx = static_cast<double>(m_x[slot]) - centre.x();
            const double dy = static_cast<double>(m_y[slot]) - centre.y();
            if (dx * dx + dy * dy <= radius * radius && !isSkipped(skip, m_index[slot]))
                found.push_back(m_index[slot]);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::uint32_t> PointGrid::insidePolygon(const std::vector<QPointF>& polygon,
                                                    std::span<const std::uint8_t> skip) const
{
    std::vector<std::uint32_t> found;
    const QRectF around = polygonBounds(polygon);
    if (polygon.size() < 3 || runsIn(around).empty())
        return found;
    // A point may lie a rounding error outside its cell, so an edge marks slightly more than it touches.
    const double slack = 1e-3 * m_cellSize;
    std::vector<bool> touched(m_cellBegin.size() - 1, false);
    QPointF previous = polygon.back();
    for (const QPointF& corner : polygon) {
        const int lastRow = row(std::max(previous.y(), corner.y()) + slack);
        const int lastColumn = column(std::max(previous.x(), corner.x()) + slack);
        for (int r = row(std::min(previous.y(), corner.y()) - slack); r <= lastRow; ++r) {
            for (int c = column(std::min(previous.x(), corner.x()) - slack); c <= lastColumn; ++c)
                touched[static_cast<std::size_t>(r) * static_cast<std::size_t>(m_columns)
                        + static_cast<std::size_t>(c)] = true;
        }
        previous = corner;
    }
    for (int r = row(around.top()); r <= row(around.bottom()); ++r) {
        for (int c = column(around.left()); c <= column(around.right()); ++c) {
            const std::uint32_t begin = cellBegin(r, c);
            const std::uint32_t end = cellBegin(r, c + 1);
            if (begin == end)
                continue;
            const bool decideEach = touched[static_cast<std::size_t>(r) * static_cast<std::size_t>(m_columns)
                                            + static_cast<std::size_t>(c)];
            const QPointF first(static_cast<double>(m_x[begin]), static_cast<double>(m_y[begin]));
            if (!decideEach && !polygonContains(polygon, first))
                continue;
            for (std::uint32_t slot = begin; slot < end; ++slot) {
                const QPointF point(static_cast<double>(m_x[slot]), static_cast<double>(m_y[slot]));
                if ((!decideEach || polygonContains(polygon, point)) && !isSkipped(skip, m_index[slot]))
                    found.push_back(m_index[slot]);
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace ktnas
