// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotPaint.h"

#include "widgets/style/Theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ktnas::plot {

void disc(QPainter& painter, const Theme& theme, QPointF centre, double radius, const QColor& colour,
          bool isHollow)
{
    const double r = theme.px(radius);
    const double width = theme.px(1.4);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.ground);
    painter.drawEllipse(centre, r + width, r + width);
    if (isHollow) {
        painter.setPen(QPen(colour, width));
        painter.setBrush(theme.ground);
        painter.drawEllipse(centre, r - width / 2, r - width / 2);
        return;
    }
    painter.setBrush(colour);
    painter.drawEllipse(centre, r, r);
}

void haloText(QPainter& painter, const QRectF& rect, int alignment, const QString& text, const QColor& ground)
{
    if (text.isEmpty())
        return;
    const QFontMetricsF metrics(painter.font());
    const QRectF box = metrics.boundingRect(rect, alignment, text);
    QPainterPath outline;
    double baseline = box.top() + metrics.ascent();
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        double x = box.left();
        if (alignment & Qt::AlignRight)
            x = box.right() - metrics.horizontalAdvance(line);
        else if (alignment & Qt::AlignHCenter)
            x = box.center().x() - metrics.horizontalAdvance(line) / 2;
        outline.addText(QPointF(x, baseline), painter.font(), line);
        baseline += metrics.lineSpacing();
    }
    const QPen textPen = painter.pen();
    const double width = metrics.height() * 0.42; // 3 px on each side at 11 px text
    painter.strokePath(outline, QPen(ground, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(textPen);
    painter.drawText(rect, alignment | Qt::TextDontClip, text);
}

QPen pen(const QColor& colour, double width, std::initializer_list<double> dashes)
{
    QPen made(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (dashes.size() > 0) {
        QList<qreal> pattern;
        for (const double length : dashes)
            pattern.append(length / std::max(width, 0.1));
        made.setDashPattern(pattern);
    }
    return made;
}

double crisp(double coordinate, double devicePixelRatio)
{
    return (std::floor(coordinate * devicePixelRatio) + 0.5) / devicePixelRatio;
}

} // namespace ktnas::plot
