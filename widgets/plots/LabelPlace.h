// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QPolygonF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace ktnas {

/// Where a label stands, and the point that it belongs to.
struct PlacedLabel {
    QRectF place;
    QPointF anchor; ///< one of those offered
    /// The leader from the label's edge to the anchor.
    QLineF leader() const;
};

/// Where a label of this size stands best inside `area`: clear of what is `taken`, off the `lines` (all that
/// a label must not sit on), with a leader that crosses none of them, and near one of its `anchors`, in this
/// order. Ties go to the higher, then to the further left place. A label wider or higher than the area stands
/// at its top left. Cost: places (every 6 px) × points of the lines (every 4 px); a few hundred thousand
/// steps for a plot. `anchors` has at least one point.
PlacedLabel placeLabel(const QSizeF& size, const QRectF& area, const std::vector<QPointF>& anchors,
                       const std::vector<QRectF>& taken, const std::vector<QPolygonF>& lines);

} // namespace ktnas
