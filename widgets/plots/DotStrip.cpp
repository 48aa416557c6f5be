// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/DotStrip.h"

#include "widgets/plots/Scale.h"
#include "widgets/style/Theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double radius = 3;

}

double DotStrip::xOf(double rank, const QRectF& rect, const Theme& theme) const
{
    const double inset = theme.px(radius + 1);
    return Scale(Scale::Kind::Log, std::max(count, 1.0), 1, rect.left() + inset, rect.right() - inset)
        .toPixelClamped(std::max(rank, 1.0));
}

void DotStrip::paint(QPainter& painter, const QRectF& rect, const Theme& theme, const QColor& ground) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double y = std::floor(rect.center().y()) + 0.5;
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    for (const Dot& dot : dots) {
        if (std::isnan(dot.rank))
            continue;
        const QPointF centre(xOf(dot.rank, rect, theme), y);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawEllipse(centre, theme.px(radius + 1), theme.px(radius + 1));
        const QColor colour = theme.taskColour(dot.task);
        if (theme.isTaskHollow(dot.task)) {
            painter.setPen(QPen(colour, theme.px(1.4)));
            painter.drawEllipse(centre, theme.px(radius - 0.7), theme.px(radius - 0.7));
        } else {
            painter.setBrush(colour);
            painter.drawEllipse(centre, theme.px(radius), theme.px(radius));
        }
    }
    painter.restore();
}

} // namespace ktnas
