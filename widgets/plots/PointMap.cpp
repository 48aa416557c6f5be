// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointMap.h"

#include "core/base/Error.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/plots/PointRaster.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"

#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr std::size_t mostRings = 24;
constexpr std::size_t mostDiscs = 60000; // above, squares: 100,000 points must stay under 3 ms
constexpr double dimShare = 0.2;
constexpr double selectedRadius = 7.5;
constexpr double legendWidth = 136;
constexpr double legendHeight = 6;

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

// --- Layers -----------------------------------------------------------------------------------------------

void PointMap::invalidate()
{
    m_areColoursStale = true;
    m_arePointsStale = true;
    m_isSelectionStale = true;
    PlotWidget::invalidate();
}

void PointMap::ensureColours()
{
    if (!m_areColoursStale)
        return;
    m_areColoursStale = false;
    const QRgb missing = theme().edge.rgb();
    const ColourMap& map = m_scale == MapScale::Signed ? theme().signedMap() : theme().sequential();
    const std::span<const std::uint32_t> index = m_grid.index();
    m_slotColours.resize(index.size());
    m_dimColours.clear();
    const bool hasFlags = !m_flags.empty();
    for (std::size_t slot = 0; slot < index.size(); ++slot) {
        const std::size_t point = index[slot];
        QRgb colour = missing;
        if (!m_colours.empty())
            colour = m_colours[point] | 0xff000000U;
        else if (!m_values.empty() && !std::isnan(m_values[point]))
            colour = map.at(static_cast<double>(m_values[point]));
        if (hasFlags && (m_flags[point] & hidden) != 0) {
            colour = 0;
        } else if (hasFlags && (m_flags[point] & dimmed) != 0) {
            if (m_dimColours.empty())
                m_dimColours.assign(index.size(), 0);
            m_dimColours[slot] = mixed(theme().ground, QColor::fromRgb(colour), dimShare).rgb();
            colour = 0;
        }
        m_slotColours[slot] = colour;
    }
}

void PointMap::drawCloud(QImage& image, const std::vector<QRgb>& slotColours) const
{
    if (m_grid.slotCount() == 0)
        return;
    const double size = std::clamp(markSize() * devicePixelRatioF(), 1.0, 64.0);
    const bool areSquares = m_pointSize == 0 ? size <= 2 * devicePixelRatioF() * theme().zoom : size <= 2;
    if (areSquares)
        raster::drawSquares(image, m_grid, deviceView(), slotColours, static_cast<int>(std::lround(size)));
    else
        raster::drawDiscs(image, m_grid, deviceView(), slotColours, size);
}

void PointMap::renderPoints()
{
    ensureColours();
    if (m_pointLayer.size() != m_composed.size() || m_pointLayer.isNull()
        || m_pointLayer.devicePixelRatio() != devicePixelRatioF()
        || m_pointLayer.deviceIndependentSize().toSize() != mapRect().size())
        m_pointLayer = layer(mapRect().size(), theme().ground);
    else
        m_pointLayer.fill(theme().ground);
    m_composed = QImage(); // lets the layer be drawn on without a copy
    if (m_isDensity) {
        const int bin = std::max(1, static_cast<int>(std::lround(theme().px(2) * devicePixelRatioF())));
        const std::vector<std::uint32_t> counts = raster::countPoints(
            m_grid, deviceView(), m_slotColours, m_pointLayer.width(), m_pointLayer.height(), bin);
        raster::drawDensity(m_pointLayer, counts, bin, theme().sequential().table());
    } else {
        if (!m_dimColours.empty())
            drawCloud(m_pointLayer, m_dimColours);
        drawCloud(m_pointLayer, m_slotColours);
    }
    m_arePointsStale = false;
}

void PointMap::renderSelection()
{
    m_isSelectionStale = false;
    if (m_selection.empty()) {
        m_selectionLayer = QImage();
        return;
    }
    ensureColours();
    m_selectionLayer = layer(mapRect().size(), Qt::transparent);
    std::vector<QRgb> colours(m_grid.slotCount(), 0);
    const QRgb onDensity = theme().text.rgb();
    const std::span<const std::uint32_t> index = m_grid.index();
    for (std::size_t slot = 0; slot < index.size(); ++slot) {
        if (m_selected[index[slot]] == 0)
            continue;
        colours[slot] = m_isDensity ? onDensity : m_slotColours[slot];
        if (qAlpha(colours[slot]) == 0 && !m_dimColours.empty())
            colours[slot] = m_dimColours[slot];
    }
    drawCloud(m_selectionLayer, colours);
}

void PointMap::compose()
{
    const bool arePointsNew = m_arePointsStale || m_pointLayer.isNull();
    const bool isSelectionNew = m_isSelectionStale;
    if (!arePointsNew && !isSelectionNew && !m_composed.isNull())
        return;
    if (arePointsNew)
        renderPoints();
    if (isSelectionNew)
        renderSelection();
    if (m_selectionLayer.isNull() && m_marks.empty()) {
        m_composed = m_pointLayer;
        return;
    }
    if (m_selectionLayer.isNull()) {
        m_composed = m_pointLayer.copy();
    } else {
        m_composed = layer(mapRect().size(), theme().ground);
        QPainter painter(&m_composed);
        painter.setOpacity(plot::notSelected);
        painter.drawImage(QPointF(0, 0), m_pointLayer);
        painter.setOpacity(1);
        painter.drawImage(QPointF(0, 0), m_selectionLayer);
    }
    QPainter painter(&m_composed);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-mapRect().topLeft());
    if (m_selection.size() <= mostRings) {
        for (const std::uint32_t point : m_selection) {
            if (const auto place = pointPosition(static_cast<int>(point)))
                paintSelectionRing(painter, *place, theme());
        }
    }
    drawMarks(painter);
}

void PointMap::drawMarks(QPainter& painter) const
{
    for (const MapMark& mark : m_marks) {
        const std::optional<QPointF> place =
            mark.point >= 0 ? pointPosition(mark.point) : std::optional(m_view.toScreen(mark.position));
        if (!place)
            continue;
        const double size = mark.size > 0 ? mark.size : plot::cellRadius;
        const QColor colour = theme().taskColour(mark.task);
        const bool isHollow = mark.isHollow || (!mark.isDiamond && theme().isTaskHollow(mark.task));
        if (mark.isDiamond)
            paintMigrant(painter, *place, colour, !mark.isHollow, theme());
        else
            plot::disc(painter, theme(), *place, size, colour, isHollow);
        if (mark.hasRing)
            paintHoverRing(painter, *place, theme());
    }
}

// --- Painting ---------------------------------------------------------------------------------------------

void PointMap::paintHeader(QPainter& painter) const
{
    int top = 0;
    const int line = theme().ipx(lineHeight(TextRole::Caption));
    if (!heading().isEmpty() && headingHeight() > 0) {
        const int height = theme().ipx(lineHeight(TextRole::Heading));
        painter.setFont(font(TextRole::Heading));
        painter.setPen(theme().text);
        painter.drawText(QRect(0, 0, width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(painter.font()).elidedText(heading(), Qt::ElideRight, width()));
        top = height;
    }
    painter.setFont(font(TextRole::Caption));
    const QFontMetrics metrics(painter.font());
    if (!m_legend.low.isEmpty() || !m_legend.high.isEmpty()) {
        QString low = m_legend.low;
        QString high = m_legend.high;
        if (m_legend.better == MapLegend::BetterEnd::High)
            high = tr("%1, better →", "number at the right end of a colour strip").arg(high);
        else if (m_legend.better == MapLegend::BetterEnd::Low)
            low = tr("← better, %1", "number at the left end of a colour strip").arg(low);
        painter.setPen(theme().text3);
        const int gap = theme().ipx(6);
        const int lowWidth = metrics.horizontalAdvance(low);
        painter.drawText(QRect(0, top, lowWidth, line), Qt::AlignLeft | Qt::AlignVCenter, low);
        const int highWidth = metrics.horizontalAdvance(high);
        const int room = width() - lowWidth - highWidth - 2 * gap;
        const QRect strip(lowWidth + gap, top + (line - theme().ipx(legendHeight)) / 2,
                          std::clamp(room, theme().ipx(24), theme().ipx(legendWidth)),
                          theme().ipx(legendHeight));
        const ColourMap& map =
            m_legend.scale == MapScale::Signed ? theme().signedMap() : theme().sequential();
        for (int x = 0; x < strip.width(); ++x)
            painter.fillRect(strip.left() + x, strip.top(), 1, strip.height(),
                             QColor::fromRgb(map.at((x + 0.5) / strip.width())));
        painter.drawText(QRect(strip.right() + 1 + gap, top, highWidth, line),
                         Qt::AlignLeft | Qt::AlignVCenter, high);
    }
    if (!caption().isEmpty()) {
        painter.setPen(theme().text3);
        painter.drawText(QRect(0, height() - line, width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(caption(), Qt::ElideRight, width()));
    }
    int keyTop = mapRect().top() + theme().ipx(4);
    for (const MapKey& key : m_keys) {
        const int textWidth = metrics.horizontalAdvance(key.text);
        const QRectF box(width() - textWidth - theme().ipx(4), keyTop, textWidth, line);
        const QPointF centre(box.left() - theme().px(9), box.center().y());
        painter.setPen(theme().text2);
        plot::haloText(painter, box, Qt::AlignLeft | Qt::AlignVCenter, key.text, theme().ground);
        if (key.isDiamond)
            paintMigrant(painter, centre, theme().taskColour(key.task), !key.isHollow, theme());
        else
            plot::disc(painter, theme(), centre, plot::cellRadius, theme().taskColour(key.task),
                       key.isHollow || theme().isTaskHollow(key.task));
        keyTop += line;
    }
}

void PointMap::paintGesture(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(plot::pen(theme().text, theme().px(1.2), {theme().px(4), theme().px(3)}));
    if (m_gesture == Gesture::Lasso && m_lasso.size() > 1) {
        QPainterPath path(m_view.toScreen(m_lasso.front()));
        for (const QPointF& corner : m_lasso)
            path.lineTo(m_view.toScreen(corner));
        path.closeSubpath();
        painter.drawPath(path);
    } else if (m_gesture == Gesture::Rectangle) {
        painter.drawRect(QRectF(m_pressed, m_last).normalized());
    } else if (m_tool == Tool::Brush && underMouse() && mapRect().contains(m_last.toPoint())) {
        painter.drawEllipse(m_last, theme().px(m_brushRadius), theme().px(m_brushRadius));
    }
}

void PointMap::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    const QRect map = mapRect();
    painter.setClipRegion(event->region());
    for (const QRect& border : QRegion(rect()).subtracted(map))
        painter.fillRect(border, theme().ground);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_grid.slotCount() == 0) {
        painter.fillRect(map, theme().ground);
        paintHeader(painter);
        paintEmpty(painter, map.adjusted(0, theme().ipx(8), 0, 0));
        paintFocus(painter);
        return;
    }
    compose();
    painter.drawImage(map.topLeft(), m_composed);
    painter.save();
    painter.setClipRect(map, Qt::IntersectClip);
    if (const auto place = pointPosition(m_current))
        paintSelectionRing(painter, *place, theme());
    if (const auto place = pointPosition(m_hovered))
        paintHoverRing(painter, *place, theme());
    paintGesture(painter);
    painter.restore();
    paintHeader(painter);
    paintFocus(painter);
}

void PointMap::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    if (m_isFitted)
        fit();
}

} // namespace ktnas
