// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of a map and what stands round it.
#include "widgets/plots/PointMap.h"

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
constexpr double dimShare = 0.2;
constexpr double legendWidth = 136;
constexpr double legendHeight = 6;

} // namespace

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

} // namespace ktnas
