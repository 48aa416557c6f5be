// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

namespace ktnas {

/// Where a point of a map stands on the screen: one zoom for both axes, y upwards in the data and downwards
/// on the screen. Pixels are the widget's (logical) pixels.
class MapView {
public:
    MapView() = default;
    /// Shows `world` as large as it goes inside `screen` less `margin` on each side, centred.
    /// A world of no size is shown around its centre at zoom 1.
    static MapView fitted(const QRectF& world, const QRectF& screen, double margin);

    QPointF toScreen(QPointF world) const { return {world.x() * m_zoom + m_x, m_y - world.y() * m_zoom}; }
    QPointF toWorld(QPointF screen) const
    {
        return {(screen.x() - m_x) / m_zoom, (m_y - screen.y()) / m_zoom};
    }
    /// The rectangle of the world that `screen` shows.
    QRectF visibleWorld(const QRectF& screen) const;

    /// Pixels per unit of the world.
    double zoom() const { return m_zoom; }
    double offsetX() const { return m_x; }
    double offsetY() const { return m_y; }

    /// Moves everything on the screen by this many pixels.
    void pan(QPointF pixels);
    /// Multiplies the zoom and keeps the world under `screen` where it is. The zoom stays in [low, high].
    void zoomAt(QPointF screen, double factor, double low, double high);

    friend bool operator==(const MapView&, const MapView&) = default;

private:
    double m_zoom = 1;
    double m_x = 0;
    double m_y = 0;
};

} // namespace ktnas
