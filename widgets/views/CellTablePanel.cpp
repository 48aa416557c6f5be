// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/CellTablePanel.h"

#include "core/analysis/CellFilter.h"
#include "core/base/Error.h"
#include "widgets/models/CellTableModel.h"
#include "widgets/models/CellWords.h"
#include "widgets/session/Session.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/CellDelegate.h"
#include "widgets/views/Padding.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace ktnas {

CellTablePanel::CellTablePanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_model(new CellTableModel(session, this))
    , m_view(new QTableView)
    , m_filter(new QLineEdit)
    , m_problem(new QLabel)
    , m_problemIcon(new QLabel)
    , m_heading(new Heading(&themes))
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(session, themes, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(3, Qt::AscendingOrder);
    m_view->setShowGrid(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setMouseTracking(true);
    m_view->viewport()->installEventFilter(this);
    m_filter->setClearButtonEnabled(true);
    m_filter->setFixedWidth(260);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_problemIcon->hide();

    auto* top = new QHBoxLayout;
    top->setContentsMargins(16, 10, 16, 4);
    top->addWidget(m_heading, 1);
    top->addWidget(m_filter, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    auto* problem = new QHBoxLayout;
    problem->setContentsMargins(16, 0, 16, 4);
    problem->setSpacing(8);
    problem->addWidget(m_problemIcon, 0, Qt::AlignTop);
    problem->addWidget(m_problem, 1);
    layout->addLayout(problem);
    layout->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::editingFinished, this, [this] {
        if (m_filter->text() != m_session.filter())
            m_session.setFilter(m_filter->text());
    });
    connect(&session, &Session::filterChanged, this, [this] {
        m_filter->setText(m_session.filter());
        refresh();
    });
    connect(&session, &Session::tableChanged, this, [this] {
        m_filter->setText(m_session.filter());
        sizeColumns();
        m_view->sortByColumn(3, Qt::AscendingOrder);
        refresh();
    });
    connect(&session.selection(), &Selection::rowsChanged, this, &CellTablePanel::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &CellTablePanel::showCurrent);
    connect(&themes, &ThemeProvider::themeChanged, this, [this] {
        applyTheme();
        sizeColumns();
    });
    applyTheme();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !m_isFollowing)
                    m_session.setCurrentCell(m_session.table()->cellAt(m_model->rowAt(current.row())));
            });
    layOnGround(this);
    retranslate();
    sizeColumns();
    refresh();
}

void CellTablePanel::applyTheme()
{
    const Theme& theme = m_themes.theme();
    m_view->verticalHeader()->setDefaultSectionSize(theme.ipx(24));
    m_problemIcon->setPixmap(iconPixmap(u"error", theme.px(16), theme.error, devicePixelRatioF()));
}

RowSet CellTablePanel::shownRows()
{
    m_problem->hide();
    m_problemIcon->hide();
    const auto& table = m_session.table();
    const RowSet& selected = m_session.selection().rows();
    RowSet rows = selected->empty() ? nullptr : selected;
    if (m_session.filter().trimmed().isEmpty())
        return rows;
    try {
        const auto filter = CellFilter::parse(m_session.filter().toStdString(), *table);
        auto accepted = std::make_shared<std::vector<std::uint32_t>>(filter.rows(*table));
        if (!rows)
            return accepted;
        auto both = std::make_shared<std::vector<std::uint32_t>>();
        std::set_intersection(rows->begin(), rows->end(), accepted->begin(), accepted->end(),
                              std::back_inserter(*both));
        return both;
    } catch (const Error& error) {
        m_problem->setText(tr("%1: expected %2, found %3")
                               .arg(QString::fromStdString(error.column),
                                    QString::fromStdString(error.expected),
                                    QString::fromStdString(error.found)));
        m_problem->show();
        m_problemIcon->show();
        return rows;
    }
}

void CellTablePanel::refresh()
{
    const auto& table = m_session.table();
    if (!table) {
        m_model->setRows(nullptr);
        m_heading->setFinding({});
        m_heading->setCaption({});
        return;
    }
    const RowSet rows = shownRows();
    m_model->setRows(rows);
    m_view->doItemsLayout(); // else the scroll bar still ends where the old rows ended
    const auto count = static_cast<std::int64_t>(rows ? rows->size() : table->rowCount());
    const bool isSelection = !m_session.selection().rows()->empty();
    if (!rows)
        m_heading->setFinding(tr("%1 cells").arg(formatCount(count)));
    else if (isSelection)
        m_heading->setFinding(tr("%1 cells selected").arg(formatCount(count)));
    else
        m_heading->setFinding(
            tr("%1 cells").arg(formatOf(count, static_cast<std::int64_t>(table->rowCount()))));
    m_heading->setCaption(rows && !rows->empty() ? sharedTraits(*table, *rows)
                                                 : tr("none selected; select on the map, or filter"));
    showCurrent();
}

QString CellTablePanel::sharedTraits(const Table& table, const std::vector<std::uint32_t>& rows)
{
    const Space& space = table.space();
    struct Trait {
        double share = 0;
        double lift = 0;
        QString text;
    };
    std::vector<Trait> traits;
    for (std::size_t gene = 0; gene < space.geneCount(); ++gene) {
        if (!space.isOperationGene(gene))
            continue;
        std::vector<std::size_t> counts(space.operations().size(), 0);
        for (const std::uint32_t row : rows)
            ++counts[space.cell(table.cellAt(row))[gene]];
        for (std::size_t o = 0; o < counts.size(); ++o) {
            const double share = static_cast<double>(counts[o]) / static_cast<double>(rows.size());
            const double lift = share * static_cast<double>(counts.size());
            if (share >= 0.4 && lift >= 1.5)
                traits.push_back({share, lift,
                                  tr("%1 on %2 in %3")
                                      .arg(QString::fromStdString(space.operations()[o].label),
                                           CellWords::geneLabel(space, gene), formatPercent(share))});
        }
    }
    std::stable_sort(traits.begin(), traits.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    QStringList words;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, traits.size()); ++i)
        words += traits[i].text;
    return words.isEmpty() ? tr("they share no operation far more often than all cells do")
                           : words.join(QStringLiteral(", "));
}

void CellTablePanel::showCurrent()
{
    const auto& table = m_session.table();
    const CellId current = m_session.selection().current();
    if (!table || current.isNone())
        return;
    const auto row = table->rowOf(current);
    const int place = row ? m_model->placeOf(static_cast<std::uint32_t>(*row)) : -1;
    m_isFollowing = true;
    if (place < 0)
        m_view->selectionModel()->clear();
    else if (m_view->currentIndex().row() != place)
        m_view->setCurrentIndex(m_model->index(place, 0));
    m_isFollowing = false;
    m_view->viewport()->update();
}

void CellTablePanel::sizeColumns()
{
    const QFontMetrics metrics(m_view->font());
    const int digit = metrics.horizontalAdvance(u'0');
    for (int c = 0; c < m_model->columnCount(); ++c) {
        switch (m_model->columns()[static_cast<std::size_t>(c)].kind) {
        case CellTableModel::Kind::Cell:
            m_view->setColumnWidth(c, digit * 8 + 40);
            break;
        case CellTableModel::Kind::Strip:
            m_view->setColumnWidth(c, digit * 20);
            break;
        case CellTableModel::Kind::Value:
            m_view->setColumnWidth(c, digit * 9);
            break;
        case CellTableModel::Kind::Rank:
            m_view->setColumnWidth(c, digit * 8);
            break;
        default:
            m_view->setColumnWidth(c, digit * 10);
            break;
        }
    }
}

bool CellTablePanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view->viewport() && m_session.table()) {
        if (event->type() == QEvent::MouseMove) {
            const QModelIndex index = m_view->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint());
            m_session.selection().setHovered(
                index.isValid() ? m_session.table()->cellAt(m_model->rowAt(index.row())) : CellId::none());
        } else if (event->type() == QEvent::Leave) {
            m_session.selection().setHovered(CellId::none());
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CellTablePanel::retranslate()
{
    m_view->setAccessibleName(tr("Cells"));
    m_view->setAccessibleDescription(tr("One row a cell; arrows move, the inspector follows"));
    m_filter->setPlaceholderText(tr("Filter, e.g. 0->3 = skip"));
    m_filter->setAccessibleName(tr("Filter cells"));
    m_filter->setToolTip(tr("Conditions joined by “and”: 0->3 = skip, rank cifar10 <= 100, top 5 % cifar10, "
                            "twins 9930, params_millions < 0.5, not …"));
}

void CellTablePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_model->retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
