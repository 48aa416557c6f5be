// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointMap.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double pickRadius = 9; // logical pixels; half of the 24 px target less the ring
constexpr double clickSlack = 4;
constexpr double lassoStep = 2;

QVector<int> asIndices(const std::vector<std::uint32_t>& points)
{
    QVector<int> indices;
    indices.reserve(static_cast<qsizetype>(points.size()));
    for (const std::uint32_t point : points)
        indices.append(static_cast<int>(point));
    return indices;
}

} // namespace

void PointMap::setTool(Tool tool)
{
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_gesture = Gesture::None;
    updateCursor();
    update();
    Q_EMIT toolChanged(tool);
}

void PointMap::setBrushRadius(double radius)
{
    m_brushRadius = std::clamp(radius, 4.0, 100.0);
    update();
}

void PointMap::updateCursor()
{
    if (m_gesture == Gesture::Pan)
        setCursor(Qt::ClosedHandCursor);
    else if (m_isSpaceDown)
        setCursor(Qt::OpenHandCursor);
    else if (m_tool == Tool::Lasso || m_tool == Tool::Rectangle)
        setCursor(Qt::CrossCursor);
    else
        unsetCursor();
}

int PointMap::pick(QPointF position) const
{
    if (!mapRect().contains(position.toPoint()))
        return -1;
    const double radius = theme().px(pickRadius) / m_view.zoom();
    const auto point = m_grid.nearest(m_view.toWorld(position), radius, hiddenBytes());
    return point ? static_cast<int>(*point) : -1;
}

void PointMap::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    m_pressed = m_last = event->position();
    if (!mapRect().contains(event->position().toPoint()) || m_gesture != Gesture::None)
        return;
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown)) {
        m_gesture = Gesture::Pan;
    } else if (event->button() == Qt::LeftButton) {
        m_gesture = Gesture::Click; // becomes the tool's once the hand has moved
        if (m_tool == Tool::Brush) {
            m_gesture = Gesture::Brush;
            m_brushed.assign(m_x.size(), 0);
            growBrush(event->position());
        }
    }
    updateCursor();
    update();
}

void PointMap::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF position = event->position();
    if (m_gesture == Gesture::Click && QLineF(position, m_pressed).length() > theme().px(clickSlack)) {
        if (m_tool == Tool::Lasso) {
            m_gesture = Gesture::Lasso;
            m_lasso = {m_view.toWorld(m_pressed)};
        } else {
            m_gesture = m_tool == Tool::Rectangle ? Gesture::Rectangle : Gesture::Pan;
        }
        updateCursor();
    }
    switch (m_gesture) {
    case Gesture::Pan:
        m_view.pan(position - m_last);
        m_last = position;
        viewMoved();
        return;
    case Gesture::Lasso:
        if (QLineF(m_view.toScreen(m_lasso.back()), position).length() >= lassoStep)
            m_lasso.push_back(m_view.toWorld(position));
        break;
    case Gesture::Brush:
        growBrush(position);
        break;
    case Gesture::None:
        moveHover(pick(position), true);
        if (m_tool != Tool::Brush) {
            m_last = position;
            return;
        }
        break;
    case Gesture::Click:
    case Gesture::Rectangle:
        break;
    }
    m_last = position;
    update();
}

void PointMap::growBrush(QPointF position)
{
    // Discs along the way of the hand, close enough that the stroke has no gaps.
    const double radius = theme().px(m_brushRadius);
    const double distance = QLineF(m_last, position).length();
    const int steps = std::max(1, static_cast<int>(std::ceil(distance / (radius / 2))));
    for (int k = 0; k <= steps; ++k) {
        const QPointF place = m_last + (position - m_last) * (static_cast<double>(k) / steps);
        for (const std::uint32_t point :
             m_grid.insideDisc(m_view.toWorld(place), radius / m_view.zoom(), hiddenBytes()))
            m_brushed[point] = 1;
    }
}

void PointMap::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_last = event->position();
    finishGesture(event->modifiers());
}

void PointMap::finishGesture(Qt::KeyboardModifiers modifiers)
{
    const Gesture gesture = m_gesture;
    m_gesture = Gesture::None;
    updateCursor();
    update();
    const SelectionMode mode = selectionModeOf(modifiers);
    switch (gesture) {
    case Gesture::Click:
        choose(pick(m_pressed), mode);
        break;
    case Gesture::Lasso:
        Q_EMIT selectionEdited(asIndices(m_grid.insidePolygon(m_lasso, hiddenBytes())), mode);
        break;
    case Gesture::Rectangle: {
        const QRectF world = QRectF(m_view.toWorld(m_pressed), m_view.toWorld(m_last)).normalized();
        Q_EMIT selectionEdited(asIndices(m_grid.insideRect(world, hiddenBytes())), mode);
        break;
    }
    case Gesture::Brush: {
        QVector<int> points;
        for (std::size_t i = 0; i < m_brushed.size(); ++i) {
            if (m_brushed[i] != 0)
                points.append(static_cast<int>(i));
        }
        m_brushed.clear();
        Q_EMIT selectionEdited(points, mode);
        break;
    }
    case Gesture::Pan:
    case Gesture::None:
        break;
    }
}

void PointMap::choose(int point, SelectionMode mode)
{
    if (point < 0) {
        if (mode == SelectionMode::Replace)
            Q_EMIT selectionEdited({}, mode);
        return;
    }
    if (mode == SelectionMode::Replace)
        Q_EMIT activated(point);
    Q_EMIT selectionEdited({point}, mode);
}

void PointMap::mouseDoubleClickEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() != Qt::LeftButton || pick(event->position()) >= 0)
        return;
    fit();
    Q_EMIT viewChanged();
}

void PointMap::wheelEvent(QWheelEvent* event)
{
    if (!mapRect().contains(event->position().toPoint()) || m_grid.slotCount() == 0) {
        event->ignore();
        return;
    }
    event->accept();
    const double notches = event->angleDelta().y() / 120.0;
    if (notches == 0)
        return;
    m_view.zoomAt(event->position(), std::pow(1.25, notches), fitZoom() / 4, fitZoom() * 1000);
    viewMoved();
    moveHover(pick(event->position()), true);
}

void PointMap::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    if (m_gesture == Gesture::None)
        moveHover(-1, true);
    update();
}

void PointMap::step(PointGrid::Direction direction)
{
    int from = m_hovered >= 0 ? m_hovered : m_current;
    if (from < 0) {
        // Nowhere yet: begin at the point nearest to the middle of what is shown.
        const QPointF middle = m_view.toWorld(QRectF(mapRect()).center());
        const double reach =
            QLineF(m_view.toWorld(QPointF(0, 0)), m_view.toWorld(QPointF(width(), height()))).length();
        if (const auto point = m_grid.nearest(middle, reach, hiddenBytes()))
            moveHover(static_cast<int>(*point), true);
        return;
    }
    const auto i = static_cast<std::size_t>(from);
    const QPointF place(static_cast<double>(m_x[i]), static_cast<double>(m_y[i]));
    if (const auto point = m_grid.nearestTowards(place, direction, hiddenBytes())) {
        moveHover(static_cast<int>(*point), true);
        reveal(static_cast<int>(*point));
    }
}

void PointMap::keyPressEvent(QKeyEvent* event)
{
    const bool hasCommand = event->modifiers().testFlag(Qt::ControlModifier)
        || (event->modifiers().testFlag(Qt::AltModifier) && event->key() != Qt::Key_Return
            && event->key() != Qt::Key_Enter);
    if (hasCommand && event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        PlotWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        step(PointGrid::Direction::Left);
        break;
    case Qt::Key_Right:
        step(PointGrid::Direction::Right);
        break;
    case Qt::Key_Up:
        step(PointGrid::Direction::Up);
        break;
    case Qt::Key_Down:
        step(PointGrid::Direction::Down);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered < 0 && m_current < 0) {
            event->ignore();
            return;
        }
        choose(m_hovered >= 0 ? m_hovered : m_current, selectionModeOf(event->modifiers()));
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(1.25);
        break;
    case Qt::Key_Minus:
        zoomBy(0.8);
        break;
    case Qt::Key_0:
    case Qt::Key_Home:
        fit();
        Q_EMIT viewChanged();
        break;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            updateCursor();
        }
        break;
    case Qt::Key_Escape:
        if (m_gesture != Gesture::None) {
            m_gesture = Gesture::None;
            m_brushed.clear();
            updateCursor();
            update();
        } else if (m_hovered >= 0) {
            moveHover(-1, true);
        } else {
            event->ignore();
        }
        break;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

void PointMap::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        m_isSpaceDown = false;
        updateCursor();
        return;
    }
    PlotWidget::keyReleaseEvent(event);
}

} // namespace ktnas
