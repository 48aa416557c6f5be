// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/CellSection.h"

#include "widgets/graph/CellGraphView.h"
#include "widgets/models/CellWords.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/ValuesPanel.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ktnas {

CellSection::CellSection(Session& session, ThemeProvider& themes, LayoutService& layouts, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_heading(new Heading(&themes, TextRole::Title))
    , m_choice(new SegmentedChoice(&themes))
    , m_graph(new CellGraphView(&themes, &layouts))
    , m_values(new ValuesPanel(session, themes))
    , m_more(new QToolButton)
{
    auto* head = new QVBoxLayout;
    head->setContentsMargins(16, 12, 16, 0);
    head->setSpacing(4);
    m_heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto* title = new QHBoxLayout;
    title->addWidget(m_heading, 1);
    title->addWidget(m_more, 0, Qt::AlignTop);
    head->addLayout(title);
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_choice);
    choice->addStretch();
    head->addLayout(choice);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_graph, 1);
    layout->addWidget(m_values);
    connect(m_choice, &SegmentedChoice::choiceChanged, this, [this](int index) {
        m_graph->setView(index == 0 ? CellGraph::View::OperationsOnEdges
                                    : CellGraph::View::OperationsOnNodes);
    });
    connect(m_graph, &CellGraphView::operationChangeRequested, this, &CellSection::changeOperation);
    connect(&session, &Session::tableChanged, this, &CellSection::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &CellSection::refresh);
    connect(&themes, &ThemeProvider::themeChanged, this, &CellSection::retranslate);
    if (!session.commands().contains(QStringLiteral("cell.copy")))
        addCommands(session, [view = QPointer<CellSection>(this)] { return view.data(); });
    m_more->setAutoRaise(true);
    auto* menu = new QMenu(this);
    menu->addAction(session.commands().action(QStringLiteral("cell.copy")));
    menu->addAction(session.commands().action(QStringLiteral("cell.export")));
    if (session.commands().contains(QStringLiteral("cell.verify")))
        menu->addAction(session.commands().action(QStringLiteral("cell.verify")));
    connect(m_more, &QToolButton::clicked, this,
            [this, menu] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
    retranslate();
    refresh();
}

void CellSection::addCommands(Session& session, const std::function<CellSection*()>& section)
{
    const auto hasCell = [s = &session, section] {
        return s->table() != nullptr && !s->selection().current().isNone() && section() != nullptr;
    };
    Commands& commands = session.commands();
    commands.add({QStringLiteral("cell.copy"),
                  QStringLiteral("copy"),
                  {QKeySequence(QStringLiteral("Ctrl+Shift+C"))},
                  [] {
                      return CommandText{tr("Copy the cell's text"),
                                         tr("The cell as its benchmark writes it, to the clipboard"),
                                         tr("Cell")};
                  },
                  [section] { section()->copyText(); },
                  hasCell,
                  false,
                  {}});
    commands.add({QStringLiteral("cell.export"),
                  QStringLiteral("export"),
                  {},
                  [] {
                      return CommandText{tr("Export the cell's graph…"),
                                         tr("The graph as SVG, PNG or Graphviz DOT"), tr("Cell")};
                  },
                  [section] { section()->exportGraph(); },
                  hasCell,
                  false,
                  {}});
}

void CellSection::copyText()
{
    const Space& space = m_session.table()->space();
    QGuiApplication::clipboard()->setText(
        QString::fromStdString(space.format(space.cell(m_session.selection().current()))));
}

void CellSection::exportGraph()
{
    auto* dialog = new QFileDialog(this, tr("Export the cell's graph"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("SVG (*.svg)"), tr("PNG (*.png)"), tr("Graphviz DOT (*.dot)")});
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        const Table& table = *m_session.table();
        const QString where = QString::fromStdString(table.content().title) + QStringLiteral(", ")
            + CellWords::name(table, m_session.selection().current());
        try {
            m_graph->save(path, where);
        } catch (const Error& error) {
            Q_EMIT m_session.commands().failed(errorText(error));
        }
    });
    dialog->open();
}

void CellSection::refresh()
{
    const auto& table = m_session.table();
    const CellId cell = m_session.selection().current();
    const bool isThere = table != nullptr && !cell.isNone();
    m_graph->setVisible(isThere);
    m_values->setVisible(isThere);
    m_choice->setVisible(isThere);
    m_more->setVisible(isThere);
    m_session.commands().scheduleRefresh();
    if (!isThere) {
        m_heading->setFinding(tr("No cell yet"));
        m_heading->setCaption(
            tr("Click a cell on the map, in the table or among the parents, or type its number "
               "after Ctrl K."));
        m_graph->clear();
        return;
    }
    m_heading->setFinding(CellWords::name(*table, cell));
    const auto row = table->rowOf(cell);
    m_heading->setCaption(row ? CellWords::size(*table, *row) : tr("not in this table"));
    m_heading->setToolTip(QString::fromStdString(table->space().format(table->space().cell(cell))));
    m_graph->setCell(table->spacePointer(), table->space().cell(cell));
    if (cell != m_editedTo)
        m_editedFrom = CellId::none();
    m_values->setComparedWith(m_editedFrom);
}

void CellSection::changeOperation(int gene, int operation)
{
    const auto& table = m_session.table();
    const CellId before = m_session.selection().current();
    const Cell edited = table->space().cell(before).with(static_cast<std::size_t>(gene),
                                                         static_cast<std::uint8_t>(operation));
    m_editedFrom = before;
    m_editedTo = table->space().ordinal(edited);
    m_session.setCurrentCell(m_editedTo);
}

void CellSection::retranslate()
{
    m_more->setIcon(icon(u"more", m_themes.theme()));
    m_more->setToolTip(tr("Copy or export the cell"));
    m_more->setAccessibleName(tr("Copy or export the cell"));
    m_choice->setChoices({tr("On edges"), tr("On nodes")});
    m_choice->setAccessibleName(tr("Where operations stand in the graph"));
    m_choice->setExplanation(0, tr("Operations on edges: nodes are feature maps"));
    m_choice->setExplanation(1, tr("Operations on nodes: as embeddings see the cell"));
}

void CellSection::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
