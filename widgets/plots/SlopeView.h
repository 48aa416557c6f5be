// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/SlopeLayout.h"

#include <QVector>

#include <vector>

namespace ktnas {

/// A cell in two rankings.
struct SlopeLine {
    QString label; ///< at the left: its rank there
    double leftRank = 1;
    double rightRank = 1;
    QString name{}; ///< the cell, for the list at the right and for those who hear the view
};

/// What a slope view shows.
struct SlopeData {
    std::vector<SlopeLine> lines;
    QString leftTitle; ///< "rank on Scene"
    QString rightTitle; ///< "rank on Segmentation"
    double rightCount = 1; ///< how many cells are ranked at the right
    double displacement = 0; ///< lines that move further are drawn in text colour
    int noted = -1; ///< a line with a word at its right end, or −1
    QString note; ///< "Scene's best: 800"
    QString listTitle; ///< "moved furthest"; empty = no list
};

/// Two rankings as lines from left to right. Many lines become bands. Where the view is wider than slopes can
/// use, the lines that moved furthest are listed beside them by name.
/// Keys: ↑ ↓ to the next line at the left, Home, End, Enter activates, Esc leaves.
class SlopeView : public PlotWidget {
    Q_OBJECT

public:
    explicit SlopeView(ThemeProvider* themes, QWidget* parent = nullptr);

    void setData(SlopeData data);
    const SlopeData& data() const { return m_data; }
    /// A line hovered in another view; −1 none. Emits nothing.
    void setHovered(int line);
    int hoveredLine() const { return m_hovered; }
    /// Lines of the session's selection, drawn 2 px.
    void setSelected(const QVector<int>& lines);
    const SlopeLayout& slopes() const { return m_layout; }
    /// The lines listed beside the slopes, furthest first; none where there is no room.
    const std::vector<int>& listedLines() const { return m_listed; }
    /// Room kept free at the left of the labels for the view's glyph of the hovered cell, in logical pixels
    /// at zoom 1.
    void setLeftRoom(int pixels);

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The line under the pointer or reached by keys; −1 none. For a band its first line.
    void hovered(int line);
    /// Clicked, or Enter: one line, or all of a band.
    void activated(const QVector<int>& lines);

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
    void layOutList(double left);
    void renderLines();
    void drawLines(QPainter& painter) const;
    void drawBands(QPainter& painter) const;
    void drawLeft(QPainter& painter) const;
    void drawRight(QPainter& painter) const;
    void drawHovered(QPainter& painter) const;
    void moveHover(int line, int band);
    QVector<int> hoveredLines() const;
    int placeOf(int line) const;
    double rightTitleLeft() const;
    void drawList(QPainter& painter) const;
    QRectF listRow(std::size_t row) const;
    int listedAt(QPointF point) const;

    SlopeData m_data;
    SlopeLayout m_layout;
    QRectF m_area; ///< between the two columns
    QRectF m_list; ///< beside them; empty where there is no room
    std::vector<int> m_listed; ///< lines that moved, furthest first
    int m_leftRoom = 0;
    int m_hovered = -1; ///< index in the data
    int m_hoveredBand = -1; ///< place in bands()
    std::vector<bool> m_selected;
    QImage m_layer;
};

} // namespace ktnas
