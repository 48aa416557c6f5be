// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/SearchView.h"

#include "widgets/models/SeedBands.h"
#include "widgets/style/EmptyState.h"
#include "widgets/views/LineagePanel.h"
#include "widgets/views/Padding.h"
#include "widgets/views/PopulationPanel.h"
#include "widgets/views/SearchCurves.h"
#include "widgets/views/TrainingStrip.h"

#include <QEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ktnas {

SearchView::SearchView(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_seeds(new SeedBands(session, this))
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
{
    auto* populations = new QScrollArea;
    populations->setWidgetResizable(true);
    populations->setFrameShape(QFrame::NoFrame);
    populations->setFocusPolicy(Qt::NoFocus); // the panel inside is the tab stop
    populations->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    populations->setWidget(padded(new PopulationPanel(session, themes)));
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(new SearchCurves(session, *m_seeds, themes));
    splitter->addWidget(populations);
    splitter->addWidget(padded(new LineagePanel(session, themes)));
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 3);
    splitter->setStretchFactor(2, 0);
    splitter->setSizes({245, 290, 155}); // three tasks' parents without scrolling
    layOnGround(splitter);
    auto* page = new QWidget;
    layOnGround(page);
    auto* pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(0, 0, 0, 0);
    pageLayout->setSpacing(0);
    auto* trainings = new TrainingStrip(session, themes);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(16, 10, 16, 0);
    inset->addWidget(trainings);
    pageLayout->addLayout(inset);
    pageLayout->addWidget(splitter, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_empty, &EmptyState::actionTriggered, this,
            [this] { m_session.commands().run(QStringLiteral("run.resumePause")); });
    connect(&session, &Session::currentRunChanged, this, &SearchView::showWhatIsThere);
    connect(&session, &Session::tableChanged, this, &SearchView::showWhatIsThere);
    retranslate();
    showWhatIsThere();
}

void SearchView::showWhatIsThere()
{
    m_stack->setCurrentIndex(m_session.currentRun() != nullptr ? 0 : 1);
}

void SearchView::retranslate()
{
    m_empty->setText(tr("No run on this table yet. Choose tasks and settings in the rail, then start one."));
    m_empty->setAction(tr("Start a search"));
}

void SearchView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ktnas
