// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/StepCurve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ktnas {

QList<QPointF> stepCorners(const QList<QPointF>& points)
{
    QList<QPointF> corners;
    for (const QPointF& point : points) {
        if (corners.isEmpty()) {
            corners.append(point);
            continue;
        }
        const QPointF before = corners.last();
        if (point.y() == before.y()) {
            // A flat stretch is one line: its end moves on, its start stays.
            if (corners.size() >= 2 && corners[corners.size() - 2].y() == before.y())
                corners.last().setX(point.x());
            else
                corners.append(point);
            continue;
        }
        if (corners.size() >= 2 && corners[corners.size() - 2].y() == before.y())
            corners.last().setX(point.x());
        else
            corners.append(QPointF(point.x(), before.y()));
        corners.append(point);
    }
    return corners;
}

QList<QPointF> simplified(const QList<QPointF>& points, int most)
{
    const qsizetype n = points.size();
    if (n <= most)
        return points;
    const int columns = std::max(most / 4, 1);
    const double from = points.first().x();
    const double width = points.last().x() - from;
    QList<QPointF> kept;
    kept.reserve(4 * columns);
    qsizetype begin = 0;
    while (begin < n) {
        const auto columnOf = [&](qsizetype i) {
            return width > 0
                ? std::min(static_cast<int>((points[i].x() - from) / width * columns), columns - 1)
                : 0;
        };
        const int column = columnOf(begin);
        qsizetype end = begin;
        qsizetype low = begin;
        qsizetype high = begin;
        for (; end < n && columnOf(end) == column; ++end) {
            if (points[end].y() < points[low].y())
                low = end;
            if (points[end].y() > points[high].y())
                high = end;
        }
        std::array<qsizetype, 4> picks{begin, low, high, end - 1};
        std::sort(picks.begin(), picks.end());
        for (std::size_t k = 0; k < picks.size(); ++k) {
            if (k == 0 || picks[k] != picks[k - 1])
                kept.append(points[picks[k]]);
        }
        begin = end;
    }
    return kept;
}

double valueAt(const QList<QPointF>& points, double x, bool step)
{
    const auto after = std::upper_bound(points.begin(), points.end(), x,
                                        [](double value, const QPointF& point) { return value < point.x(); });
    if (after == points.begin())
        return std::numeric_limits<double>::quiet_NaN();
    const QPointF& before = *(after - 1);
    if (step || after == points.end() || after->x() == before.x())
        return before.y();
    return before.y() + (x - before.x()) / (after->x() - before.x()) * (after->y() - before.y());
}

} // namespace ktnas
