// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/GlyphStrip.h"

#include "widgets/graph/CellGlyph.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ktnas {
namespace {

constexpr double columnWidth = 66; ///< logical pixels at zoom 1
constexpr double rowHeight = 74;
constexpr double glyphSize = 32;

} // namespace

GlyphStrip::GlyphStrip(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setMouseTracking(true);
    describeSelf();
    connect(&session.selection(), &Selection::hoveredChanged, this, qOverload<>(&QWidget::update));
}

QString GlyphStrip::kindName() const
{
    return tr("Cells");
}

void GlyphStrip::setItems(std::vector<Item> items, int rows)
{
    m_items = std::move(items);
    m_rows = rows;
    m_focused = -1;
    QStringList spoken;
    for (std::size_t i = 0; i < shown(); ++i)
        spoken += m_items[i].number + QStringLiteral(" ") + m_items[i].caption;
    setSummary(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    invalidate();
}

int GlyphStrip::columns() const
{
    return std::max(1, static_cast<int>((width() - theme().px(12)) / theme().px(columnWidth)));
}

std::size_t GlyphStrip::shown() const
{
    return std::min(m_items.size(), static_cast<std::size_t>(columns() * m_rows));
}

QSize GlyphStrip::sizeHint() const
{
    const int rows = std::clamp((static_cast<int>(m_items.size()) + columns() - 1) / columns(), 0, m_rows);
    return {theme().ipx(268), headingHeight() + theme().ipx(rowHeight * rows + 4)};
}

QSize GlyphStrip::minimumSizeHint() const
{
    return {theme().ipx(120), sizeHint().height()};
}

void GlyphStrip::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    updateGeometry();
}

QRectF GlyphStrip::glyphRect(std::size_t item) const
{
    const int column = static_cast<int>(item) % columns();
    const int row = static_cast<int>(item) / columns();
    return {theme().px(16) + theme().px(columnWidth) * column,
            headingHeight() + theme().px(4) + theme().px(rowHeight) * row, theme().px(glyphSize),
            theme().px(glyphSize)};
}

int GlyphStrip::find(const QPointF& position) const
{
    for (std::size_t i = 0; i < shown(); ++i) {
        if (glyphRect(i)
                .adjusted(-2, -2, theme().px(columnWidth - glyphSize) - 4, theme().px(34))
                .contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void GlyphStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    if (m_session.table()) {
        const Space& space = m_session.table()->space();
        for (std::size_t i = 0; i < shown(); ++i) {
            const QRectF rect = glyphRect(i);
            painter.drawPixmap(
                rect.topLeft(),
                cellGlyph(space, space.cell(m_items[i].cell), rect.width(), theme(), devicePixelRatioF()));
            if (static_cast<int>(i) == m_focused || m_items[i].cell == m_session.selection().hovered())
                paintFocusRing(painter, rect.adjusted(-3, -3, 3, 3), theme());
            painter.setFont(font(TextRole::Caption));
            painter.setPen(theme().text);
            drawTabular(
                painter,
                QRectF(rect.left(), rect.bottom() + theme().px(4), theme().px(columnWidth), theme().px(14)),
                Qt::AlignLeft | Qt::AlignVCenter, m_items[i].number);
            painter.setPen(theme().text3);
            const QFontMetricsF metrics(painter.font());
            const double room = theme().px(columnWidth - 4);
            painter.drawText(QRectF(rect.left(), rect.bottom() + theme().px(18), room, theme().px(14)),
                             Qt::AlignLeft | Qt::AlignVCenter,
                             metrics.elidedText(m_items[i].caption, Qt::ElideRight, room));
        }
    }
    paintFocus(painter);
}

void GlyphStrip::mouseMoveEvent(QMouseEvent* event)
{
    const int item = find(event->position());
    m_session.selection().setHovered(item < 0 ? CellId::none()
                                              : m_items[static_cast<std::size_t>(item)].cell);
}

void GlyphStrip::mousePressEvent(QMouseEvent* event)
{
    PlotWidget::mousePressEvent(event);
    const int item = find(event->position());
    if (event->button() == Qt::LeftButton && item >= 0)
        m_session.setCurrentCell(m_items[static_cast<std::size_t>(item)].cell);
}

void GlyphStrip::leaveEvent(QEvent* event)
{
    m_session.selection().setHovered(CellId::none());
    PlotWidget::leaveEvent(event);
}

void GlyphStrip::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(shown()) - 1;
    const auto goTo = [&](int item) {
        if (last < 0)
            return;
        m_focused = std::clamp(item, 0, last);
        m_session.selection().setHovered(m_items[static_cast<std::size_t>(m_focused)].cell);
        update();
    };
    switch (event->key()) {
    case Qt::Key_Left:
        goTo(m_focused - 1);
        break;
    case Qt::Key_Right:
        goTo(m_focused + 1);
        break;
    case Qt::Key_Up:
        goTo(m_focused - columns());
        break;
    case Qt::Key_Down:
        goTo(m_focused < 0 ? 0 : m_focused + columns());
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_focused >= 0 && m_focused <= last)
            m_session.setCurrentCell(m_items[static_cast<std::size_t>(m_focused)].cell);
        break;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
