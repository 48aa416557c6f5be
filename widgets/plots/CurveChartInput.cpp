// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do on a curve chart.
#include "widgets/plots/CurveChart.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ktnas {

void CurveChart::moveProbe(std::optional<double> x)
{
    if (x)
        x = std::clamp(*x, m_axes.xLow, m_axes.xHigh);
    if (x == m_probe)
        return;
    m_probe = x;
    update();
    tellValue();
    Q_EMIT hovered(x.value_or(std::numeric_limits<double>::quiet_NaN()));
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position();
    if (m_curves.empty() || !m_area.adjusted(-4, -4, 4, 4).contains(place))
        return moveProbe(std::nullopt);
    moveProbe(std::round(m_x.toValue(place.x())));
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && !m_curves.empty() && m_area.contains(event->position()))
        Q_EMIT cursorAsked(std::round(m_x.toValue(event->position().x())));
}

void CurveChart::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveProbe(std::nullopt);
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const double here = m_probe.value_or(m_cursor.value_or(m_axes.xLow));
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (m_curves.empty() || event->modifiers().testFlag(Qt::ControlModifier))
        return PlotWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveProbe(here - step);
    case Qt::Key_Right:
        return moveProbe(here + step);
    case Qt::Key_Home:
        return moveProbe(m_axes.xLow);
    case Qt::Key_End:
        return moveProbe(m_axes.xHigh);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_probe)
            Q_EMIT cursorAsked(*m_probe);
        else
            event->ignore();
        return;
    case Qt::Key_Escape:
        if (m_probe)
            moveProbe(std::nullopt);
        else
            event->ignore();
        return;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
