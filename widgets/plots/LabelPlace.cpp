// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/LabelPlace.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double placeStep = 6; // logical pixels
constexpr double lineStep = 4;
constexpr double perTaken = 1e6; // covering another label is worse than anything else
constexpr double perLinePoint = 200; // and a line below it worse than any distance
constexpr double perCrossing = 70; // a crossed leader is worse than a longer one
constexpr double leaderEnd = 3; // the leader ends on its own line

std::vector<QPointF> pointsOf(const std::vector<QPolygonF>& lines)
{
    std::vector<QPointF> points;
    for (const QPolygonF& line : lines) {
        for (qsizetype i = 0; i + 1 < line.size(); ++i) {
            const QPointF way = line[i + 1] - line[i];
            const int steps = std::max(1, static_cast<int>(std::hypot(way.x(), way.y()) / lineStep));
            for (int k = 0; k < steps; ++k)
                points.push_back(line[i] + way * k / steps);
        }
        if (!line.isEmpty())
            points.push_back(line.last());
    }
    return points;
}

int crossings(const QLineF& leader, const std::vector<QPolygonF>& lines)
{
    if (leader.length() <= leaderEnd)
        return 0;
    QLineF cut = leader;
    cut.setLength(leader.length() - leaderEnd);
    int count = 0;
    for (const QPolygonF& line : lines) {
        for (qsizetype i = 0; i + 1 < line.size(); ++i)
            count += cut.intersects(QLineF(line[i], line[i + 1]), nullptr) == QLineF::BoundedIntersection;
    }
    return count;
}

} // namespace

QLineF PlacedLabel::leader() const
{
    return {{std::clamp(anchor.x(), place.left(), place.right()),
             std::clamp(anchor.y(), place.top(), place.bottom())},
            anchor};
}

PlacedLabel placeLabel(const QSizeF& size, const QRectF& area, const std::vector<QPointF>& anchors,
                       const std::vector<QRectF>& taken, const std::vector<QPolygonF>& lines)
{
    KTNAS_ASSERT(!anchors.empty());
    const std::vector<QPointF> points = pointsOf(lines);
    const double lastX = std::max(area.right() - size.width(), area.left());
    const double lastY = std::max(area.bottom() - size.height(), area.top());
    PlacedLabel best{QRectF(area.topLeft(), size), anchors.front()};
    double least = 1e300;
    for (double y = area.top(); y <= lastY; y += placeStep) {
        for (double x = area.left(); x <= lastX; x += placeStep) {
            PlacedLabel tried{QRectF(QPointF(x, y), size), {}};
            // The cheap parts first: most places lose by them alone.
            double nearest = 1e300;
            for (const QPointF& anchor : anchors)
                nearest = std::min(nearest, PlacedLabel{tried.place, anchor}.leader().length());
            double here = 0;
            for (const QRectF& other : taken)
                here += other.intersects(tried.place) ? perTaken : 0;
            for (const QPointF& point : points) {
                if (here + nearest >= least)
                    break;
                here += tried.place.contains(point) ? perLinePoint : 0;
            }
            if (here + nearest >= least)
                continue;
            for (const QPointF& anchor : anchors) {
                tried.anchor = anchor;
                const QLineF leader = tried.leader();
                double cost = here + leader.length();
                if (cost < least)
                    cost += perCrossing * crossings(leader, lines);
                if (cost < least) {
                    least = cost;
                    best = tried;
                }
            }
        }
    }
    return best;
}

} // namespace ktnas
