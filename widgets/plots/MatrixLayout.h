// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>

#include <optional>

namespace ktnas {

/// A cell of a matrix.
struct MatrixCell {
    int row = 0;
    int column = 0;
    friend bool operator==(const MatrixCell&, const MatrixCell&) = default;
};

/// Where the cells, labels and row bars of a heat map stand. Whole pixels, 1 px between cells.
class MatrixLayout {
public:
    struct Measures {
        int rowLabelWidth = 0; ///< room at the left, gap included
        int headerHeight = 0; ///< room above the cells
        int barWidth = 0; ///< room at the right for row bars, gap included; 0 for none
        int largestCellWidth = 72;
        int largestCellHeight = 32;
    };

    MatrixLayout() = default;
    /// Cells share `area` less labels and bars, up to the largest size, at least 1 px; the block starts at
    /// the area's top left. Rows and columns are at least 0.
    MatrixLayout(QRect area, int rows, int columns, const Measures& measures);

    int rows() const { return m_rows; }
    int columns() const { return m_columns; }
    /// The pixels of a cell, without the gap.
    QRect cell(MatrixCell cell) const;
    QRect rowLabel(int row) const;
    QRect columnLabel(int column) const;
    QRect bar(int row) const;
    /// All cells together; empty for none.
    QRect block() const;
    /// The cell at a pixel; the gap belongs to the cell before it. None outside.
    std::optional<MatrixCell> at(QPoint pixel) const;
    /// The cell reached from `from` by `rowStep`, `columnStep`, kept inside the matrix. None for an empty
    /// matrix.
    std::optional<MatrixCell> moved(MatrixCell from, int rowStep, int columnStep) const;

private:
    int edgeX(int column) const;
    int edgeY(int row) const;

    QRect m_area;
    Measures m_measures;
    int m_rows = 0;
    int m_columns = 0;
    double m_cellWidth = 0;
    double m_cellHeight = 0;
};

} // namespace ktnas
