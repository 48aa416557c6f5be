// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do on the time line.
#include "widgets/plots/TimeLine.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double fewestEvents = 10;

} // namespace

void TimeLine::moveCursor(std::uint64_t position, bool isExact)
{
    if (m_lanes.empty())
        return;
    const bool isNew = position != m_cursor;
    setCursorPosition(position);
    if (isNew || isExact)
        Q_EMIT cursorMoved(m_cursor, isExact);
}

void TimeLine::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    m_lastX = event->position().x();
    if (event->button() == Qt::MiddleButton) {
        m_isPanning = true;
    } else if (event->button() == Qt::LeftButton && m_lastX >= m_scale.left() - theme().px(8)) {
        m_isDragging = true;
        moveCursor(m_scale.positionAt(m_lastX, m_end), false);
    }
}

void TimeLine::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position();
    if (m_isPanning) {
        changeScale(m_scale.panned(place.x() - m_lastX, static_cast<double>(m_end)));
        m_lastX = place.x();
        return;
    }
    if (m_isDragging) {
        moveCursor(m_scale.positionAt(place.x(), m_end), false);
        return;
    }
    if (m_isFolded)
        return;
    qint64 found = -1;
    int lane = -1;
    double least = theme().px(5);
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        if (std::abs(laneY(static_cast<int>(i)) - place.y()) > laneHeight() / 2)
            continue;
        // The rare marks stand above the ticks, so they are found first.
        for (const LaneTicks* ticks :
             {&m_lanes[i].bests, &m_lanes[i].migrants, &m_lanes[i].skipped, &m_lanes[i].evaluations}) {
            const auto near = ticks->nearest(m_scale, place.x(), least);
            if (near && found < 0) {
                found = static_cast<qint64>(*near);
                lane = static_cast<int>(i);
            }
        }
    }
    moveHover(found, lane);
}

void TimeLine::moveHover(qint64 event, int lane)
{
    if (event == m_hoveredEvent && lane == m_hoveredLane)
        return;
    m_hoveredEvent = event;
    m_hoveredLane = lane;
    Q_EMIT hovered(event, lane);
}

void TimeLine::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    m_isPanning = m_isPanning && event->button() != Qt::MiddleButton;
    if (m_isDragging && event->button() == Qt::LeftButton) {
        m_isDragging = false;
        moveCursor(m_scale.positionAt(event->position().x(), m_end), true);
    }
}

void TimeLine::wheelEvent(QWheelEvent* event)
{
    const QPoint delta = event->angleDelta();
    event->accept();
    if (delta.x() != 0)
        changeScale(m_scale.panned(delta.x() / 2.0, static_cast<double>(m_end)));
    else if (delta.y() != 0)
        changeScale(m_scale.zoomedAt(event->position().x(), std::pow(1.25, delta.y() / 120.0),
                                     static_cast<double>(m_end), fewestEvents));
}

void TimeLine::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveHover(-1, -1);
}

void TimeLine::stepGeneration(int direction)
{
    if (m_generations.empty())
        return;
    if (direction > 0) {
        const auto next = std::upper_bound(m_generations.begin(), m_generations.end(), m_cursor,
                                           [](std::uint64_t value, const TimeLineGeneration& generation) {
                                               return value < generation.start;
                                           });
        moveCursor(next == m_generations.end() ? m_end : next->start, true);
        return;
    }
    const auto here = std::lower_bound(
        m_generations.begin(), m_generations.end(), m_cursor,
        [](const TimeLineGeneration& generation, std::uint64_t value) { return generation.start < value; });
    moveCursor(here == m_generations.begin() ? 0 : (here - 1)->start, true);
}

void TimeLine::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) || event->modifiers().testFlag(Qt::AltModifier)) {
        PlotWidget::keyPressEvent(event);
        return;
    }
    const std::uint64_t step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    const double middle = std::clamp(m_scale.cursorX(m_cursor), m_scale.left(), m_scale.right());
    switch (event->key()) {
    case Qt::Key_Left:
        return moveCursor(m_cursor - std::min(m_cursor, step), true);
    case Qt::Key_Right:
        return moveCursor(std::min(m_cursor + step, m_end), true);
    case Qt::Key_PageUp:
        return stepGeneration(-1);
    case Qt::Key_PageDown:
        return stepGeneration(1);
    case Qt::Key_Home:
        return moveCursor(0, true);
    case Qt::Key_End:
        return moveCursor(m_end, true);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return changeScale(m_scale.zoomedAt(middle, 1.25, static_cast<double>(m_end), fewestEvents));
    case Qt::Key_Minus:
        return changeScale(m_scale.zoomedAt(middle, 0.8, static_cast<double>(m_end), fewestEvents));
    case Qt::Key_0:
        return showAll();
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
