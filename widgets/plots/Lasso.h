// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <vector>

namespace ktnas {

/// True where `point` lies inside the closed polygon by the even–odd rule. Points exactly on an edge belong
/// to one side only, so that two lassos that share an edge share no point. Fewer than three corners hold
/// nothing.
bool polygonContains(const std::vector<QPointF>& polygon, QPointF point);

/// The smallest rectangle around the corners; empty for none.
QRectF polygonBounds(const std::vector<QPointF>& polygon);

} // namespace ktnas
