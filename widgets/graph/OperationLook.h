// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/CellGraph.h"
#include "widgets/style/Theme.h"

#include <QString>

#include <span>

namespace ktnas {

/// The house's style of an operation's family.
OperationStyle operationStyle(OperationFamily family);

/// The operation at this index; a "none" where the index is −1.
const Operation& operationAt(std::span<const Operation> operations, int index);

/// Pen of an operation as in the cell graph and in keys.
QPen operationPen(const Operation& operation, const Theme& theme, double scale = 1);

/// A short horizontal sample of the operation's line for menus and keys; nothing is drawn for "none".
void paintOperationSample(QPainter& painter, const QRectF& rect, const Operation& operation,
                          const Theme& theme);

/// Cross tick of a factorised reduction at a point of a line that runs in `direction` (any length).
void paintStrideTick(QPainter& painter, const QPointF& point, const QPointF& direction, double reach,
                     const QPen& pen);

} // namespace ktnas
