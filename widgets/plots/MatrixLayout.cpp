// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/MatrixLayout.h"

#include <algorithm>

namespace ktnas {

MatrixLayout::MatrixLayout(QRect area, int rows, int columns, const Measures& measures)
    : m_area(area)
    , m_measures(measures)
    , m_rows(std::max(rows, 0))
    , m_columns(std::max(columns, 0))
{
    const double width = area.width() - measures.rowLabelWidth - measures.barWidth;
    const double height = area.height() - measures.headerHeight;
    m_cellWidth =
        std::clamp(width / std::max(m_columns, 1), 2.0, std::max(2.0, measures.largestCellWidth + 1.0));
    m_cellHeight =
        std::clamp(height / std::max(m_rows, 1), 2.0, std::max(2.0, measures.largestCellHeight + 1.0));
}

int MatrixLayout::edgeX(int column) const
{
    return m_area.left() + m_measures.rowLabelWidth + static_cast<int>(column * m_cellWidth);
}

int MatrixLayout::edgeY(int row) const
{
    return m_area.top() + m_measures.headerHeight + static_cast<int>(row * m_cellHeight);
}

QRect MatrixLayout::cell(MatrixCell cell) const
{
    const int x = edgeX(cell.column);
    const int y = edgeY(cell.row);
    return {x, y, edgeX(cell.column + 1) - x - 1, edgeY(cell.row + 1) - y - 1};
}

QRect MatrixLayout::rowLabel(int row) const
{
    const QRect first = cell({row, 0});
    return {m_area.left(), first.top(), m_measures.rowLabelWidth, first.height()};
}

QRect MatrixLayout::columnLabel(int column) const
{
    const QRect first = cell({0, column});
    return {first.left(), m_area.top(), first.width(), m_measures.headerHeight};
}

QRect MatrixLayout::bar(int row) const
{
    const QRect first = cell({row, 0});
    return {edgeX(m_columns), first.top(), m_measures.barWidth, first.height()};
}

QRect MatrixLayout::block() const
{
    if (m_rows == 0 || m_columns == 0)
        return {};
    return {QPoint(edgeX(0), edgeY(0)), QPoint(edgeX(m_columns) - 2, edgeY(m_rows) - 2)};
}

std::optional<MatrixCell> MatrixLayout::at(QPoint pixel) const
{
    if (m_rows == 0 || m_columns == 0 || pixel.x() < edgeX(0) || pixel.y() < edgeY(0)
        || pixel.x() >= edgeX(m_columns) || pixel.y() >= edgeY(m_rows))
        return std::nullopt;
    // The quotient can be one off where an edge was rounded down.
    int column = std::clamp(static_cast<int>((pixel.x() - edgeX(0)) / m_cellWidth), 0, m_columns - 1);
    while (column + 1 < m_columns && pixel.x() >= edgeX(column + 1))
        ++column;
    int row = std::clamp(static_cast<int>((pixel.y() - edgeY(0)) / m_cellHeight), 0, m_rows - 1);
    while (row + 1 < m_rows && pixel.y() >= edgeY(row + 1))
        ++row;
    return MatrixCell{row, column};
}

std::optional<MatrixCell> MatrixLayout::moved(MatrixCell from, int rowStep, int columnStep) const
{
    if (m_rows == 0 || m_columns == 0)
        return std::nullopt;
    return MatrixCell{std::clamp(from.row + rowStep, 0, m_rows - 1),
                      std::clamp(from.column + columnStep, 0, m_columns - 1)};
}

} // namespace ktnas
