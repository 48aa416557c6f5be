// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/WhySection.h"

#include "widgets/models/VoteScene.h"
#include "widgets/style/Heading.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace ktnas {

WhySection::WhySection(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_whyHeading(new Heading(&themes))
    , m_why(new QLabel)
    , m_truthHeading(new Heading(&themes))
    , m_truth(new QLabel)
{
    for (QLabel* label : {m_why, m_truth}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    layout->addWidget(m_whyHeading);
    layout->addWidget(m_why);
    layout->addSpacing(8);
    layout->addWidget(m_truthHeading);
    layout->addWidget(m_truth);
    layout->addStretch();
    connect(&session, &Session::cursorMoved, this, &WhySection::refresh);
    connect(&session, &Session::currentRunChanged, this, &WhySection::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &WhySection::refresh);
    refresh();
}

void WhySection::setTask(TaskId task)
{
    m_task = task;
    refresh();
}

void WhySection::refresh()
{
    m_whyHeading->setFinding(tr("Why this one"));
    m_truthHeading->setFinding(tr("What the table knows"));
    const CellId cell = m_session.selection().current();
    if (m_session.currentRun() == nullptr || cell.isNone()) {
        m_why->setText(tr("Click a candidate to see who voted for it and what became of it."));
        m_truth->clear();
        m_truthHeading->hide();
        return;
    }
    const VoteScene scene = VoteScene::at(m_session, m_task);
    m_why->setText(scene.why(m_session, cell));
    m_truth->setText(scene.truth(m_session, cell));
    m_truthHeading->setVisible(!m_truth->text().isEmpty());
}

void WhySection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace ktnas
