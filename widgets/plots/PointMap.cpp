// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointMap.h"

#include "core/base/Error.h"
#include "widgets/style/Numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace ktnas {

namespace {

constexpr std::size_t mostDiscs = 60000; // above, squares: 100,000 points must stay under 3 ms
constexpr double selectedRadius = 7.5;

} // namespace

PointMap::PointMap(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    describeSelf();
    updateCursor();
}

QString PointMap::kindName() const
{
    return tr("Map of cells");
}

QSize PointMap::sizeHint() const
{
    return {theme().ipx(440), theme().ipx(420)};
}

QSize PointMap::minimumSizeHint() const
{
    return {theme().ipx(180), theme().ipx(160)};
}

// --- Data -------------------------------------------------------------------------------------------------

void PointMap::setPositions(std::vector<float> x, std::vector<float> y)
{
    KTNAS_ASSERT(x.size() == y.size());
    const bool isSameSize = x.size() == m_x.size();
    m_x = std::move(x);
    m_y = std::move(y);
    m_grid = PointGrid(m_x, m_y);
    if (!isSameSize) {
        m_colours.clear();
        m_values.clear();
        m_flags.clear();
        m_hidden.clear();
        m_selected.clear();
        m_selection.clear();
        m_marks.clear();
        m_lasso.clear();
        m_brushed.clear();
        m_gesture = Gesture::None;
        m_current = -1;
        moveHover(-1, true);
        m_isFitted = true;
    }
    m_areColoursStale = true;
    if (m_isFitted)
        fit();
    invalidate();
}

void PointMap::setColours(std::vector<QRgb> colours)
{
    KTNAS_ASSERT(colours.size() == m_x.size());
    m_colours = std::move(colours);
    m_values.clear();
    m_areColoursStale = true;
    m_arePointsStale = m_isSelectionStale = true;
    update();
}

void PointMap::setValues(std::vector<float> values, MapScale scale)
{
    KTNAS_ASSERT(values.size() == m_x.size());
    m_values = std::move(values);
    m_colours.clear();
    m_scale = scale;
    m_areColoursStale = true;
    m_arePointsStale = m_isSelectionStale = true;
    update();
}

void PointMap::setFlags(std::vector<std::uint8_t> flags)
{
    KTNAS_ASSERT(flags.empty() || flags.size() == m_x.size());
    m_flags = std::move(flags);
    m_hidden.assign(m_flags.size(), 0);
    bool isAnyHidden = false;
    for (std::size_t i = 0; i < m_flags.size(); ++i) {
        m_hidden[i] = (m_flags[i] & hidden) != 0 ? 1 : 0;
        isAnyHidden = isAnyHidden || m_hidden[i] != 0;
    }
    if (!isAnyHidden)
        m_hidden.clear();
    if (m_hovered >= 0 && isAnyHidden && m_hidden[static_cast<std::size_t>(m_hovered)] != 0)
        moveHover(-1, true);
    m_areColoursStale = true;
    m_arePointsStale = m_isSelectionStale = true;
    update();
}

void PointMap::setSelection(const std::vector<std::uint32_t>& points)
{
    m_selection.clear();
    m_selected.assign(points.empty() ? 0 : m_x.size(), 0);
    for (const std::uint32_t point : points) {
        if (point < m_selected.size() && m_selected[point] == 0) {
            m_selected[point] = 1;
            m_selection.push_back(point);
        }
    }
    if (m_selection.empty())
        m_selected.clear();
    m_isSelectionStale = true;
    update();
}

void PointMap::setCurrent(int point)
{
    const int wanted = point >= 0 && point < pointCount() ? point : -1;
    if (wanted == m_current)
        return;
    updateRing(m_current);
    m_current = wanted;
    updateRing(m_current);
}

void PointMap::setHovered(int point)
{
    moveHover(point >= 0 && point < pointCount() ? point : -1, false);
}

void PointMap::moveHover(int point, bool tells)
{
    if (point == m_hovered)
        return;
    updateRing(m_hovered);
    m_hovered = point;
    updateRing(m_hovered);
    tellValue();
    if (tells)
        Q_EMIT hovered(point);
}

void PointMap::updateRing(int point)
{
    const std::optional<QPointF> place = pointPosition(point);
    if (!place)
        return;
    const double reach = theme().px(selectedRadius + 3);
    update(QRectF(place->x() - reach, place->y() - reach, 2 * reach, 2 * reach).toAlignedRect());
}

void PointMap::setMarks(std::vector<MapMark> newMarks)
{
    m_marks = std::move(newMarks);
    m_isSelectionStale = true;
    update();
}

void PointMap::setKeys(std::vector<MapKey> keys)
{
    m_keys = std::move(keys);
    update();
}

void PointMap::setLegend(const MapLegend& legend)
{
    m_legend = legend;
    invalidate();
    if (m_isFitted)
        fit();
}

void PointMap::setNames(std::function<QString(int)> nameOf)
{
    m_nameOf = std::move(nameOf);
}

QString PointMap::valueText() const
{
    const int place = m_hovered >= 0 ? m_hovered : m_current;
    if (place >= 0 && m_nameOf)
        return m_nameOf(place);
    if (m_grid.slotCount() == 0)
        return PlotWidget::valueText();
    const QString cells = tr("%Ln cells", nullptr, static_cast<int>(m_grid.slotCount()));
    return m_selection.empty() ? cells
                               : tr("%1, %2 selected", "cells of a map")
                                     .arg(cells, formatCount(static_cast<std::int64_t>(m_selection.size())));
}

void PointMap::setDensity(bool isDensity)
{
    m_isDensity = isDensity;
    invalidate();
}

void PointMap::setPointSize(double size)
{
    m_pointSize = std::clamp(size, 0.0, 16.0);
    invalidate();
}

// --- View -------------------------------------------------------------------------------------------------

QRect PointMap::mapRect() const
{
    int top = heading().isEmpty() || headingHeight() == 0 ? 0 : theme().ipx(lineHeight(TextRole::Heading));
    if (!m_legend.low.isEmpty() || !m_legend.high.isEmpty())
        top += theme().ipx(lineHeight(TextRole::Caption));
    if (top > 0)
        top += theme().ipx(4);
    const int bottom = caption().isEmpty() ? 0 : theme().ipx(lineHeight(TextRole::Caption) + 2);
    return rect().adjusted(0, top, 0, -bottom);
}

void PointMap::fit()
{
    m_view = MapView::fitted(m_grid.bounds(), QRectF(mapRect()), theme().px(14));
    m_isFitted = true;
    m_arePointsStale = m_isSelectionStale = true;
    update();
}

double PointMap::fitZoom() const
{
    return MapView::fitted(m_grid.bounds(), QRectF(mapRect()), theme().px(14)).zoom();
}

void PointMap::reveal(int point)
{
    const std::optional<QPointF> place = pointPosition(point);
    const QRectF area = QRectF(mapRect()).marginsRemoved(QMarginsF(8, 8, 8, 8));
    if (!place || area.contains(*place))
        return;
    m_view.pan(area.center() - *place);
    viewMoved();
}

void PointMap::zoomBy(double factor)
{
    const QPointF place = m_hovered >= 0 ? pointPosition(m_hovered).value_or(QRectF(mapRect()).center())
                                         : QRectF(mapRect()).center();
    m_view.zoomAt(place, factor, fitZoom() / 4, fitZoom() * 1000);
    viewMoved();
}

void PointMap::setView(const MapView& view)
{
    if (view == m_view)
        return;
    m_view = view;
    m_isFitted = false;
    m_arePointsStale = m_isSelectionStale = true;
    update();
}

void PointMap::viewMoved()
{
    m_isFitted = false;
    m_arePointsStale = m_isSelectionStale = true;
    update();
    Q_EMIT viewChanged();
}

std::optional<QPointF> PointMap::pointPosition(int point) const
{
    if (point < 0 || point >= pointCount())
        return std::nullopt;
    const auto i = static_cast<std::size_t>(point);
    if (!std::isfinite(m_x[i]) || !std::isfinite(m_y[i]))
        return std::nullopt;
    return m_view.toScreen({static_cast<double>(m_x[i]), static_cast<double>(m_y[i])});
}

MapView PointMap::deviceView() const
{
    const double ratio = devicePixelRatioF();
    const QRectF area(mapRect());
    MapView device = m_view;
    device.pan(-area.topLeft());
    device.zoomAt({0, 0}, ratio, 0, std::numeric_limits<double>::max());
    return device;
}

double PointMap::markSize() const
{
    if (m_pointSize > 0)
        return theme().px(m_pointSize);
    std::size_t inView = 0;
    for (const PointGrid::Run run : m_grid.runsIn(m_view.visibleWorld(QRectF(mapRect()))))
        inView += run.end - run.begin;
    const double size = inView > mostDiscs ? 2 : inView > 6000 ? 2.5 : inView > 1000 ? 3.5 : 5;
    return theme().px(size);
}

void PointMap::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    if (m_isFitted)
        fit();
}

} // namespace ktnas
