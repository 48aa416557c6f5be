// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/OperationLook.h"

#include "widgets/style/PainterState.h"

#include <cmath>

namespace ktnas {

OperationStyle operationStyle(OperationFamily family)
{
    static_assert(
        static_cast<int>(OperationStyle::Dilated) == static_cast<int>(OperationFamily::Dilated)
            && static_cast<int>(OperationStyle::Conv1x1) == static_cast<int>(OperationFamily::Conv1x1)
            && static_cast<int>(OperationStyle::MaxPool) == static_cast<int>(OperationFamily::MaxPool),
        "the two enumerations have one order");
    return static_cast<OperationStyle>(family);
}

const Operation& operationAt(std::span<const Operation> operations, int index)
{
    static const Operation none{"none", "none", OperationFamily::None, 0};
    return index < 0 || static_cast<std::size_t>(index) >= operations.size()
        ? none
        : operations[static_cast<std::size_t>(index)];
}

QPen operationPen(const Operation& operation, const Theme& theme, double scale)
{
    return theme.operationPen(operationStyle(operation.family), operation.kernel, scale * theme.zoom);
}

void paintOperationSample(QPainter& painter, const QRectF& rect, const Operation& operation,
                          const Theme& theme)
{
    const PainterState saved(painter);
    painter.setPen(operationPen(operation, theme));
    if (painter.pen().style() != Qt::NoPen)
        painter.drawLine(QPointF(rect.left(), rect.center().y()), QPointF(rect.right(), rect.center().y()));
}

void paintStrideTick(QPainter& painter, const QPointF& point, const QPointF& direction, double reach,
                     const QPen& pen)
{
    const double length = std::hypot(direction.x(), direction.y());
    if (length <= 0)
        return;
    const QPointF across(-direction.y() / length * reach, direction.x() / length * reach);
    const PainterState saved(painter);
    painter.setPen(pen);
    painter.drawLine(point - across, point + across);
}

} // namespace ktnas
