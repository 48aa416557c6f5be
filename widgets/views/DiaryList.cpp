// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/DiaryList.h"

#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ktnas {

DiaryList::DiaryList(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setHeadingVisible(false);
    setCursor(Qt::PointingHandCursor);
    describeSelf();
}

QString DiaryList::kindName() const
{
    return tr("Diary of the run");
}

void DiaryList::setLines(std::vector<DiaryLine> lines)
{
    m_lines = std::move(lines);
    m_current = -1;
    setSummary(m_lines.empty() ? QString() : m_lines.back().text);
    invalidate();
}

int DiaryList::textLeft() const
{
    return theme().ipx(18 + 30);
}

void DiaryList::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

void DiaryList::layOut()
{
    const QFontMetrics metrics(font(TextRole::Body));
    const int room = std::max(40, width() - textLeft());
    m_rects.clear();
    int top = 0;
    for (const DiaryLine& line : m_lines) {
        const int height = metrics.boundingRect(0, 0, room, 10000, Qt::TextWordWrap, line.text).height();
        m_rects.emplace_back(0, top, width(), height);
        top += height + theme().ipx(4);
    }
    if (minimumHeight() != top)
        setMinimumHeight(top);
}

void DiaryList::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    paintGround(painter);
    const int lineTop = theme().ipx(lineHeight(TextRole::Body)) / 2;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        const QRect& rect = m_rects[i];
        if (!rect.intersects(event->rect()))
            continue;
        const int task = static_cast<int>(m_session.tableTask(m_lines[i].task));
        paintTaskChip(painter, QPointF(theme().px(6), rect.top() + lineTop), task, theme());
        painter.setFont(font(TextRole::Body));
        painter.setPen(theme().text3);
        drawTabular(painter, QRectF(theme().px(12), rect.top(), textLeft() - theme().px(20), lineTop * 2),
                    Qt::AlignRight | Qt::AlignVCenter, formatCount(m_lines[i].generation));
        painter.setPen(theme().text);
        painter.drawText(rect.adjusted(textLeft(), 0, 0, 0), Qt::TextWordWrap, m_lines[i].text);
        if (static_cast<int>(i) == m_current && showsFocus(*this))
            paintFocusRing(painter, rect, theme());
    }
    paintFocus(painter);
}

void DiaryList::mousePressEvent(QMouseEvent* event)
{
    PlotWidget::mousePressEvent(event);
    const auto line = std::find_if(m_rects.begin(), m_rects.end(), [&](const QRect& rect) {
        return rect.contains(event->position().toPoint());
    });
    if (event->button() == Qt::LeftButton && line != m_rects.end())
        m_session.cursor().moveTo(m_lines[static_cast<std::size_t>(line - m_rects.begin())].at);
}

void DiaryList::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_lines.size()) - 1;
    const auto goTo = [&](int line) {
        if (last < 0)
            return;
        m_current = std::clamp(line, 0, last);
        Q_EMIT lineReached(m_rects[static_cast<std::size_t>(m_current)]);
        update();
    };
    switch (event->key()) {
    case Qt::Key_Up:
        goTo(m_current < 0 ? last : m_current - 1);
        break;
    case Qt::Key_Down:
        goTo(m_current + 1);
        break;
    case Qt::Key_Home:
        goTo(0);
        break;
    case Qt::Key_End:
        goTo(last);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && m_current <= last)
            m_session.cursor().moveTo(m_lines[static_cast<std::size_t>(m_current)].at);
        break;
    case Qt::Key_Escape:
        m_current = -1;
        update();
        break;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
