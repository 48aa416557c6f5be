// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/DiarySection.h"

#include "widgets/models/Diary.h"
#include "widgets/style/Heading.h"
#include "widgets/views/DiaryList.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace ktnas {

DiarySection::DiarySection(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new Heading(&themes))
    , m_list(new DiaryList(session, themes))
    , m_scroll(new QScrollArea)
{
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the list inside is the tab stop
    m_scroll->setWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(4);
    layout->addWidget(m_heading);
    layout->addWidget(m_scroll, 1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(100);
    connect(&m_delay, &QTimer::timeout, this, &DiarySection::refresh);
    const auto later = [this] {
        if (isVisible() && !m_delay.isActive())
            m_delay.start();
    };
    connect(&session, &Session::cursorMoved, this, later);
    connect(&session, &Session::currentRunChanged, this, later);
    connect(&session, &Session::tableChanged, this, later);
    connect(m_list, &DiaryList::lineReached, this,
            [this](const QRect& rect) { m_scroll->ensureVisible(0, rect.center().y(), 0, rect.height()); });
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int high) { m_scroll->verticalScrollBar()->setValue(high); });
    refresh();
}

void DiarySection::refresh()
{
    m_heading->setFinding(tr("Diary"));
    m_heading->setCaption(m_session.currentRun() == nullptr ? tr("Nothing yet: no run on this table.")
                                                            : QString());
    m_list->setLines(Diary::lines(m_session, m_session.cursor().position(), 24));
}

void DiarySection::showEvent(QShowEvent* event)
{
    refresh();
    QWidget::showEvent(event);
}

void DiarySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
