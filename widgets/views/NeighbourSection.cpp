// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/NeighbourSection.h"

#include "widgets/models/CellWords.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/views/GlyphStrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {

NeighbourSection::NeighbourSection(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_heading(new Heading(&themes))
    , m_tasks(new SegmentedChoice(&themes))
    , m_strip(new GlyphStrip(session, themes))
{
    m_strip->setHeadingVisible(false);
    auto* choice = new QHBoxLayout;
    choice->setContentsMargins(16, 4, 16, 0);
    choice->addWidget(m_tasks);
    choice->addStretch();
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 0, 16, 0);
    head->addWidget(m_heading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(choice);
    layout->addWidget(m_strip);
    connect(m_tasks, &SegmentedChoice::choiceChanged, this, &NeighbourSection::refresh);
    connect(&session, &Session::tableChanged, this, &NeighbourSection::fillTasks);
    connect(&session, &Session::draftChanged, this, &NeighbourSection::fillTasks);
    connect(&session.selection(), &Selection::currentChanged, this, &NeighbourSection::refresh);
    fillTasks();
}

void NeighbourSection::fillTasks()
{
    m_shownTasks.clear();
    QStringList names;
    if (const auto& table = m_session.table()) {
        // The searched tasks first; a segmented choice holds at most five.
        m_shownTasks = m_session.draft().tasks;
        for (std::size_t t = 0; t < table->tasks().size(); ++t) {
            if (std::find(m_shownTasks.begin(), m_shownTasks.end(), t) == m_shownTasks.end())
                m_shownTasks.push_back(t);
        }
        m_shownTasks.resize(std::min<std::size_t>(m_shownTasks.size(), 4));
        for (const std::size_t t : m_shownTasks)
            names += QString::fromStdString(table->tasks()[t].shortTitle);
    }
    if (!names.isEmpty())
        m_tasks->setChoices(names);
    m_tasks->setVisible(names.size() > 1);
    m_tasks->setAccessibleName(tr("Task by which neighbours are ordered"));
    refresh();
}

void NeighbourSection::setWanted(bool isWanted)
{
    m_isWanted = isWanted;
    refresh();
}

void NeighbourSection::setRows(int rows)
{
    m_rows = rows;
    refresh();
}

void NeighbourSection::refresh()
{
    const auto& table = m_session.table();
    const CellId current = m_session.selection().current();
    setVisible(m_isWanted && table != nullptr && !current.isNone() && !m_shownTasks.empty());
    if (isHidden())
        return;
    const std::size_t task = m_shownTasks[static_cast<std::size_t>(std::max(0, m_tasks->currentIndex()))];
    const auto& ranks = m_session.ranks(task);
    const Space& space = table->space();
    const Cell here = space.cell(current);
    struct Neighbour {
        std::uint32_t rank;
        CellId cell;
        std::size_t gene;
        int operation;
    };
    std::vector<Neighbour> neighbours;
    for (const Cell& cell : space.neighbours(here)) {
        const CellId id = space.ordinal(cell);
        const auto row = table->rowOf(id);
        if (!row || ranks[*row] == 0)
            continue;
        std::size_t gene = 0;
        while (cell[gene] == here[gene])
            ++gene;
        neighbours.push_back({ranks[*row], id, gene, cell[gene]});
    }
    std::stable_sort(neighbours.begin(), neighbours.end(),
                     [](const Neighbour& a, const Neighbour& b) { return a.rank < b.rank; });
    const auto row = table->rowOf(current);
    const std::uint32_t own = row ? ranks[*row] : 0;
    const auto better = std::count_if(neighbours.begin(), neighbours.end(),
                                      [&](const Neighbour& n) { return own == 0 || n.rank < own; });
    m_heading->setFinding(tr("One edit away"));
    m_heading->setCaption(
        tr("%1 of %n are better on %2; best first", nullptr, static_cast<int>(neighbours.size()))
            .arg(formatCount(better), QString::fromStdString(table->tasks()[task].title)));
    std::vector<GlyphStrip::Item> items;
    for (const Neighbour& neighbour : neighbours) {
        QString change = CellWords::geneLabel(space, neighbour.gene);
        if (space.isOperationGene(neighbour.gene))
            change += u' '
                + QString::fromStdString(
                      space.operations()[static_cast<std::size_t>(neighbour.operation)].label)
                      .remove(QStringLiteral("conv "));
        items.push_back({neighbour.cell, formatCount(neighbour.rank), change});
    }
    m_strip->setHeading(tr("One edit away"));
    m_strip->setItems(std::move(items), m_rows);
}

void NeighbourSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fillTasks();
    QWidget::changeEvent(event);
}

} // namespace ktnas
