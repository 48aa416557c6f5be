// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/Lasso.h"

#include <algorithm>
#include <cstddef>

namespace ktnas {

bool polygonContains(const std::vector<QPointF>& polygon, QPointF point)
{
    if (polygon.size() < 3)
        return false;
    bool inside = false;
    QPointF previous = polygon.back();
    for (const QPointF& corner : polygon) {
        if ((corner.y() > point.y()) != (previous.y() > point.y())) {
            const double share = (point.y() - corner.y()) / (previous.y() - corner.y());
            if (point.x() < corner.x() + share * (previous.x() - corner.x()))
                inside = !inside;
        }
        previous = corner;
    }
    return inside;
}

QRectF polygonBounds(const std::vector<QPointF>& polygon)
{
    if (polygon.empty())
        return {};
    double left = polygon.front().x();
    double right = left;
    double top = polygon.front().y();
    double bottom = top;
    for (const QPointF& corner : polygon) {
        left = std::min(left, corner.x());
        right = std::max(right, corner.x());
        top = std::min(top, corner.y());
        bottom = std::max(bottom, corner.y());
    }
    return {left, top, right - left, bottom - top};
}

} // namespace ktnas
