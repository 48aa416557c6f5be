// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/MapView.h"

#include <algorithm>

namespace ktnas {

MapView MapView::fitted(const QRectF& world, const QRectF& screen, double margin)
{
    MapView view;
    const double width = std::max(screen.width() - 2 * margin, 1.0);
    const double height = std::max(screen.height() - 2 * margin, 1.0);
    if (world.width() > 0 && world.height() > 0)
        view.m_zoom = std::min(width / world.width(), height / world.height());
    else if (world.width() > 0)
        view.m_zoom = width / world.width();
    else if (world.height() > 0)
        view.m_zoom = height / world.height();
    const QPointF middle = world.center();
    view.m_x = screen.center().x() - middle.x() * view.m_zoom;
    view.m_y = screen.center().y() + middle.y() * view.m_zoom;
    return view;
}

QRectF MapView::visibleWorld(const QRectF& screen) const
{
    const QPointF a = toWorld(screen.bottomLeft());
    const QPointF b = toWorld(screen.topRight());
    return {a.x(), a.y(), b.x() - a.x(), b.y() - a.y()};
}

void MapView::pan(QPointF pixels)
{
    m_x += pixels.x();
    m_y += pixels.y();
}

void MapView::zoomAt(QPointF screen, double factor, double low, double high)
{
    const QPointF fixed = toWorld(screen);
    m_zoom = std::clamp(m_zoom * factor, low, high);
    m_x = screen.x() - fixed.x() * m_zoom;
    m_y = screen.y() + fixed.y() * m_zoom;
}

} // namespace ktnas
