// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

namespace ktnas {

/// The corners of a step line through `points` (ascending x): the value holds until the next point.
/// Points that do not change the value are left out; the last x is kept. `points` may be empty.
QList<QPointF> stepCorners(const QList<QPointF>& points);

/// At most about `most` points of a curve with ascending x that look the same in `most` / 4 pixel columns: of
/// each column the first, lowest, highest and last point, in their order. `most` is at least 4. Keeps the
/// ends; a curve that is short enough comes back unchanged.
QList<QPointF> simplified(const QList<QPointF>& points, int most);

/// The value of a curve with ascending x at `x`: for a step the last point at or before it, else
/// interpolated; NaN left of the first point or without points; the last value right of the end.
double valueAt(const QList<QPointF>& points, double x, bool step);

} // namespace ktnas
