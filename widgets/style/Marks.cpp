// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Marks.h"

#include "widgets/style/PainterState.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QWidget>

#include <cmath>

namespace ktnas {

void paintTaskChip(QPainter& painter, const QPointF& centre, int task, const Theme& theme)
{
    const PainterState saved(painter);
    const double side = theme.px(10);
    QRectF chip(centre.x() - side / 2, centre.y() - side / 2, side, side);
    if (theme.isTaskHollow(task)) {
        const double width = theme.px(2);
        painter.setPen(QPen(theme.taskColour(task), width));
        painter.setBrush(Qt::NoBrush);
        chip.adjust(width / 2, width / 2, -width / 2, -width / 2);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.taskColour(task));
    }
    painter.drawRoundedRect(chip, theme.px(2), theme.px(2));
}

void paintCellDisc(QPainter& painter, const QPointF& centre, const QColor& colour, const Theme& theme)
{
    const PainterState saved(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ground);
    painter.drawEllipse(centre, theme.px(5.4), theme.px(5.4));
    painter.setBrush(colour);
    painter.drawEllipse(centre, theme.px(4), theme.px(4));
}

void paintMigrant(QPainter& painter, const QPointF& centre, const QColor& sourceColour, bool survived,
                  const Theme& theme)
{
    const PainterState saved(painter);
    const double width = theme.px(1.4);
    const double reach = theme.px(4.6) * std::sqrt(2.0) * 0.85 - (survived ? 0 : width * 0.7);
    painter.setPen(survived ? QPen(Qt::NoPen)
                            : QPen(sourceColour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(survived ? QBrush(sourceColour) : QBrush(theme.ground));
    painter.drawPolygon(QPolygonF({centre + QPointF(0, -reach), centre + QPointF(reach, 0),
                                   centre + QPointF(0, reach), centre + QPointF(-reach, 0)}));
}

void paintHoverRing(QPainter& painter, const QPointF& centre, const Theme& theme)
{
    const PainterState saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, theme.px(1)));
    painter.drawEllipse(centre, theme.px(6), theme.px(6));
}

void paintSelectionRing(QPainter& painter, const QPointF& centre, const Theme& theme)
{
    const PainterState saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, theme.px(2)));
    painter.drawEllipse(centre, theme.px(7.5), theme.px(7.5));
}

void paintSelectionFrame(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    const PainterState saved(painter);
    const double out = theme.px(4);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, theme.px(2)));
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), theme.px(4), theme.px(4));
}

void paintHistoryLabel(QPainter& painter, const QPointF& centre, bool isPositive, const Theme& theme)
{
    const PainterState saved(painter);
    const double width = theme.px(1.4);
    const double arm = theme.px(2.6);
    painter.setPen(isPositive ? QPen(Qt::NoPen) : QPen(theme.text2, width));
    painter.setBrush(isPositive ? QBrush(theme.text) : QBrush(Qt::NoBrush));
    const double radius = theme.px(5.6) - (isPositive ? 0 : width / 2);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(QPen(isPositive ? theme.ground : theme.text2, width, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(centre - QPointF(arm, 0), centre + QPointF(arm, 0));
    if (isPositive)
        painter.drawLine(centre - QPointF(0, arm), centre + QPointF(0, arm));
}

QPen votePen(bool isPositive, const Theme& theme)
{
    if (isPositive)
        return QPen(theme.text, theme.px(1.75));
    QPen pen(theme.edge, theme.px(1), Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 2.5});
    return pen;
}

void paintPhi(QPainter& painter, double zero, double value, double y, const Theme& theme)
{
    const PainterState saved(painter);
    const double height = theme.px(9);
    if (std::abs(value - zero) < 0.5) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.text2);
        painter.drawEllipse(QPointF(zero, y), theme.px(2), theme.px(2));
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const QRectF bar = QRectF(QPointF(zero, y - height / 2), QPointF(value, y + height / 2)).normalized();
    painter.setPen(value > zero ? QPen(Qt::NoPen) : QPen(theme.text2, 1));
    painter.setBrush(value > zero ? QBrush(theme.text) : QBrush(theme.ground));
    painter.drawRect(bar);
}

void paintTruth(QPainter& painter, const QPointF& centre, const Theme& theme)
{
    painter.fillRect(QRectF(centre.x() - theme.px(1), centre.y() - theme.px(6), theme.px(2), theme.px(12)),
                     theme.text);
}

void paintPrinted(QPainter& painter, const QPointF& centre, const Theme& theme)
{
    const PainterState saved(painter);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, theme.px(1)));
    const double half = theme.px(5.5);
    painter.drawRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
}

void paintCursor(QPainter& painter, double x, const QRectF& rect, bool hasHandle, const Theme& theme)
{
    const PainterState saved(painter);
    const double width = std::max(1.0, std::round(theme.px(1)));
    painter.fillRect(QRectF(std::round(x - width / 2), rect.top(), width, rect.height()), theme.text);
    if (!hasHandle)
        return;
    const double half = theme.px(5);
    const double top = rect.top();
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.text);
    painter.drawPolygon(
        QPolygonF({QPointF(x - half, top), QPointF(x + half, top), QPointF(x + half, top + half),
                   QPointF(x, top + 2 * half), QPointF(x - half, top + half)}));
}

void paintHatch(QPainter& painter, const QPainterPath& area, const Theme& theme)
{
    const PainterState saved(painter);
    painter.setClipPath(area, Qt::IntersectClip);
    painter.setPen(QPen(theme.edge, theme.px(1)));
    // Along the diagonal a horizontal step of 5·√2 is 5 px between the lines.
    const double step = theme.px(5) * std::sqrt(2.0);
    const QRectF box = area.boundingRect();
    // Counted from the origin, not from the area, so that two hatched neighbours fit together.
    const double first = std::floor((box.left() + box.top()) / step) * step;
    for (double sum = first; sum <= box.right() + box.bottom(); sum += step)
        painter.drawLine(QPointF(sum - box.top(), box.top()), QPointF(sum - box.bottom(), box.bottom()));
}

void paintHaloText(QPainter& painter, const QPointF& baseline, const QString& text, const QColor& colour,
                   const QColor& halo, const Theme& theme)
{
    const PainterState saved(painter);
    QPainterPath outline;
    outline.addText(baseline, painter.font(), text);
    painter.strokePath(outline, QPen(halo, theme.px(6) / 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(colour);
    painter.drawText(baseline, text);
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme)
{
    const PainterState saved(painter);
    const double width = theme.px(2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.text, width));
    painter.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2), theme.px(4),
                            theme.px(4));
}

bool showsFocus(const QWidget& widget)
{
    return widget.hasFocus() && widget.window()->testAttribute(Qt::WA_KeyboardFocusChange);
}

} // namespace ktnas
