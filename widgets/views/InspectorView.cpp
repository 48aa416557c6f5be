// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/InspectorView.h"

#include "widgets/style/ThemeProvider.h"
#include "widgets/views/CellSection.h"
#include "widgets/views/DiarySection.h"
#include "widgets/views/NeighbourSection.h"
#include "widgets/views/PairSection.h"
#include "widgets/views/TwinSection.h"
#include "widgets/views/WhySection.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ktnas {

InspectorView::InspectorView(Session& session, PairAnalysis& analysis, ThemeProvider& themes,
                             LayoutService& layouts, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_cell(new CellSection(session, themes, layouts))
    , m_neighbours(new NeighbourSection(session, themes))
    , m_twins(new TwinSection(session, themes))
    , m_diary(new DiarySection(session, themes))
    , m_why(new WhySection(session, themes))
    , m_pair(new PairSection(session, analysis, themes))
{
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    QVBoxLayout* const column = m_column;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_pair);
    column->addWidget(m_cell);
    column->addWidget(m_why);
    column->addWidget(m_neighbours);
    column->addWidget(m_twins);
    column->addWidget(m_diary, 10);
    column->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    const auto size = [this, &themes] {
        m_cell->setMinimumHeight(themes.theme().ipx(120));
        m_diary->setMinimumHeight(themes.theme().ipx(150));
    };
    connect(&themes, &ThemeProvider::themeChanged, this, size);
    size();
    connect(&session, &Session::workspaceChanged, this, &InspectorView::arrange);
    arrange();
}

void InspectorView::insertBelowCell(QWidget* section)
{
    m_column->insertWidget(m_column->indexOf(m_cell) + 1, section);
}

void InspectorView::setVoteTask(TaskId task)
{
    m_why->setTask(task);
}

void InspectorView::arrange()
{
    const QString& workspace = m_session.workspace();
    const bool isTransfer = workspace == QStringLiteral("transfer");
    const bool isDisorder = workspace == QStringLiteral("disorder");
    const bool isSearch = workspace == QStringLiteral("search");
    m_pair->setVisible(isDisorder);
    m_why->setVisible(isTransfer);
    m_neighbours->setRows(isSearch ? 1 : 2); // leaves room for the diary
    m_neighbours->setWanted(!isTransfer && !isDisorder);
    m_twins->setWanted(!isTransfer && !isDisorder && !isSearch);
    m_diary->setVisible(isSearch);
}

} // namespace ktnas
