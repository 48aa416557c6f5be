// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/MatrixLayout.h"
#include "widgets/plots/PlotWidget.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace ktnas {

/// What a heat map shows. `values` and `texts` have rows × columns entries, row by row.
struct HeatMapData {
    enum class Scale { Sequential, Signed };

    QStringList rows; ///< labels at the left
    QStringList columns; ///< labels above, slanted where one is wider than its column
    std::vector<double> values; ///< NaN = missing: hatched, never a colour of the map
    QStringList texts; ///< printed in each cell, as formatted by the caller; empty = none
    Scale scale = Scale::Signed;
    double low = 0; ///< Scale::Sequential: the value of the first colour
    double high = 0; ///< value of the last colour; Scale::Signed: −high is the first. 0 = the largest found
    std::vector<MatrixCell> dashed; ///< cells with a dashed frame: the yardsticks on the diagonal
    std::vector<double> bars; ///< one for each row, at least 0, drawn at the right; empty = none
    QStringList barTexts; ///< printed beside the bars
    QString barTitle; ///< above the bars
    int largestCellWidth = 72; ///< logical pixels at zoom 1
    int largestCellHeight = 32;
};

/// A matrix of numbers, the value printed in every cell. One cell can be selected; the widget shows the
/// selection it is given and asks by activated(). Keys: arrows move, Home and End go to the row's ends, Enter
/// selects, Esc leaves.
class HeatMap : public PlotWidget {
    Q_OBJECT

public:
    explicit HeatMap(ThemeProvider* themes, QWidget* parent = nullptr);

    /// Keeps the selected cell if it still exists.
    void setData(HeatMapData data);
    const HeatMapData& data() const { return m_data; }
    /// The framed cell; its labels are bold. None = nothing selected.
    void setSelected(std::optional<MatrixCell> cell);
    std::optional<MatrixCell> selected() const { return m_selected; }
    std::optional<MatrixCell> hoveredCell() const { return m_hovered; }
    /// Whether the columns' names had to be slanted to be whole.
    bool areColumnsSlanted() const { return m_isSlanted; }
    /// The pixels of a cell, for a card beside it.
    QRect cellRect(MatrixCell cell) const { return m_layout.cell(cell); }

    /// "Scene, Segmentation: .24": a cell's labels and number, "no value" where it is missing.
    QString cellText(MatrixCell cell) const;
    /// What is printed in a cell.
    QString printedText(MatrixCell cell) const;
    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// Row and column under the pointer or reached by keys; −1, −1 for none.
    void hovered(int row, int column);
    /// Clicked, or Enter.
    void activated(int row, int column);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void renderCells();
    void drawCell(QPainter& painter, MatrixCell cell) const;
    void drawLabels(QPainter& painter) const;
    void drawSlanted(QPainter& painter, int column, const QString& text) const;
    int slantedHeight() const;
    void drawBars(QPainter& painter) const;
    double valueOf(MatrixCell cell) const;
    QString textOf(MatrixCell cell) const;
    std::size_t indexOf(MatrixCell cell) const;
    bool isEmpty() const { return m_data.rows.isEmpty() || m_data.columns.isEmpty(); }
    void moveHover(std::optional<MatrixCell> cell);

    HeatMapData m_data;
    MatrixLayout m_layout;
    double m_largest = 1; ///< the value at the map's end
    std::optional<MatrixCell> m_selected;
    std::optional<MatrixCell> m_hovered;
    QImage m_cells;
    bool m_areTextsShown = true;
    bool m_isSlanted = false; ///< the columns' names
};

} // namespace ktnas
