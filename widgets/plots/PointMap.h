// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/MapView.h"
#include "widgets/plots/PlotWidget.h"
#include "widgets/plots/PointGrid.h"
#include "widgets/plots/SelectionMode.h"

#include <QImage>
#include <QRgb>
#include <QVector>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ktnas {

/// A mark drawn over the points of a map.
struct MapMark {
    int point = -1; ///< the point it stands on, or −1 for `position`
    QPointF position; ///< in the map's world, where `point` is −1
    int task = -1; ///< colour; −1 is `edge`
    bool isDiamond = false; ///< a migrant
    bool isHollow = false; ///< did not survive
    double size = 0; ///< radius of a disc in logical pixels at zoom 1; 0 is the usual 4
    bool hasRing = false; ///< hover ring round it, for the third, weaker highlight
};

/// A line of the marks' key, at the map's top right.
struct MapKey {
    QString text;
    int task = -1;
    bool isDiamond = false;
    bool isHollow = false;
};

/// Which map of colours a number between 0 and 1 goes through.
enum class MapScale { Sequential, Signed };

/// What the strip under the heading says. An empty legend (no texts) is not drawn.
struct MapLegend {
    enum class BetterEnd { None, Low, High };
    QString low; ///< number at the left end
    QString high; ///< number at the right end
    BetterEnd better = BetterEnd::High;
    MapScale scale = MapScale::Sequential;
};

/// The map of all cells: a raster of up to a million points with pan, zoom, picking and selecting.
/// Points are known by their index in the lists given. The widget shows the selection that it is given and
/// asks for changes by selectionEdited(); it owns none. Layers (points, selection with marks) are cached;
/// hovering repaints only the ring.
///
/// Mouse: wheel zooms at the pointer; middle button, Space or the pan tool drag the map; a click picks one
/// point; lasso, rectangle and brush take many; Shift or Control adds, Alt subtracts. Double click shows
/// everything. Keys: arrows go to the nearest point in that direction, Enter picks it, + and − zoom, 0 or
/// Home shows everything, Esc leaves the gesture, then the hovered point.
class PointMap : public PlotWidget {
    Q_OBJECT

public:
    enum class Tool { Pan, Lasso, Rectangle, Brush };
    Q_ENUM(Tool)
    /// Bits of a point's flags.
    static constexpr std::uint8_t dimmed = 1; ///< drawn faint, below the others
    static constexpr std::uint8_t hidden = 2; ///< neither drawn nor picked

    explicit PointMap(ThemeProvider* themes, QWidget* parent = nullptr);

    /// New positions (same length; not finite = not on the map), y upwards. A change of length drops colours,
    /// flags, selection, marks, hover and current; the view fits the new points unless the length is the
    /// same.
    void setPositions(std::vector<float> x, std::vector<float> y);
    int pointCount() const { return static_cast<int>(m_x.size()); }
    /// One opaque colour for each point. Overrides setValues().
    void setColours(std::vector<QRgb> colours);
    /// One number in [0, 1] for each point, coloured through the theme's map (a theme change recolours); NaN
    /// is drawn in `edge`.
    void setValues(std::vector<float> values, MapScale scale);
    /// One byte for each point; empty clears all.
    void setFlags(std::vector<std::uint8_t> flags);
    /// Points of the selection, any order; the rest falls to 55 %. Empty selects nothing. Up to 24 get rings.
    void setSelection(const std::vector<std::uint32_t>& points);
    /// The one point being looked at (2 px ring); −1 none.
    void setCurrent(int point);
    /// The point under the pointer in another view (1 px ring); −1 none. Emits nothing.
    void setHovered(int point);
    int hoveredPoint() const { return m_hovered; }
    void setMarks(std::vector<MapMark> marks);
    void setKeys(std::vector<MapKey> keys);
    /// What a point is, in words for those who hear the map: "Cell 9,930, 91.55 % on CIFAR-10".
    void setNames(std::function<QString(int)> nameOf);
    void setLegend(const MapLegend& legend);
    /// Counts on a log scale in place of points.
    void setDensity(bool isDensity);
    bool isDensity() const { return m_isDensity; }
    /// Side or diameter in logical pixels; 0 chooses by how many points are in view.
    void setPointSize(double size);

    void setTool(Tool tool);
    Tool tool() const { return m_tool; }
    /// Radius of the brush in logical pixels, 4 to 100.
    void setBrushRadius(double radius);

    /// Shows all points.
    void fit();
    /// Pans so that the point is in the map, if it is not.
    void reveal(int point);
    void zoomBy(double factor);
    const MapView& view() const { return m_view; }
    /// Linked maps share one view; emits nothing.
    void setView(const MapView& view);
    /// Where a point stands in the widget; none where it has no place.
    std::optional<QPointF> pointPosition(int point) const;
    /// The part of the widget that is the map.
    QRect mapRect() const;

    QString valueText() const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A point, or −1 when the pointer leaves all of them.
    void hovered(int point);
    /// A point was clicked or taken with Enter, without a modifier: look at it.
    void activated(int point);
    /// The person asks to replace, extend or reduce the selection; indices ascend.
    void selectionEdited(const QVector<int>& points, ktnas::SelectionMode mode);
    /// Pan or zoom by the person.
    void viewChanged();
    /// Escape or a shortcut has changed the tool.
    void toolChanged(ktnas::PointMap::Tool tool);

protected:
    QString kindName() const override;
    void invalidate() override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;

private:
    enum class Gesture { None, Click, Pan, Lasso, Rectangle, Brush };

    void renderPoints();
    void renderSelection();
    void compose();
    void ensureColours();
    void drawCloud(QImage& image, const std::vector<QRgb>& slotColours) const;
    void drawMarks(QPainter& painter) const;
    void paintHeader(QPainter& painter) const;
    void paintGesture(QPainter& painter) const;
    void moveHover(int point, bool tells);
    void updateRing(int point);
    int pick(QPointF position) const;
    std::span<const std::uint8_t> hiddenBytes() const { return m_hidden; }
    MapView deviceView() const;
    double markSize() const;
    double fitZoom() const;
    void viewMoved();
    void finishGesture(Qt::KeyboardModifiers modifiers);
    void growBrush(QPointF position);
    void step(PointGrid::Direction direction);
    void choose(int point, SelectionMode mode);
    void updateCursor();

    // Data
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<QRgb> m_colours;
    std::vector<float> m_values;
    MapScale m_scale = MapScale::Sequential;
    std::vector<std::uint8_t> m_flags;
    std::vector<std::uint8_t> m_hidden; ///< 1 for each hidden point; empty where none is
    std::vector<std::uint8_t> m_selected; ///< 1 for each selected point; empty where none is
    std::vector<std::uint32_t> m_selection;
    std::vector<MapMark> m_marks;
    std::vector<MapKey> m_keys;
    std::function<QString(int)> m_nameOf;
    MapLegend m_legend;
    PointGrid m_grid;

    // Look
    MapView m_view;
    bool m_isFitted = true; ///< the view follows the widget's size until the person moves it
    bool m_isDensity = false;
    double m_pointSize = 0;
    double m_brushRadius = 16;
    Tool m_tool = Tool::Pan;
    int m_hovered = -1;
    int m_current = -1;

    // Layers, in the order of painting; each knows whether it is stale.
    std::vector<QRgb> m_slotColours; ///< in grid order; dimmed and hidden points have alpha 0
    std::vector<QRgb> m_dimColours; ///< in grid order, only dimmed points; empty where none is
    bool m_areColoursStale = true;
    bool m_arePointsStale = true;
    bool m_isSelectionStale = true;
    QImage m_pointLayer;
    QImage m_selectionLayer;
    QImage m_composed;

    // Gesture
    Gesture m_gesture = Gesture::None;
    QPointF m_pressed;
    QPointF m_last;
    bool m_isSpaceDown = false;
    std::vector<QPointF> m_lasso; ///< in the world, so that a zoom by key keeps it
    std::vector<std::uint8_t> m_brushed;
};

} // namespace ktnas
