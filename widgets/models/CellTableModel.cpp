// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/models/CellTableModel.h"

#include "widgets/models/CellWords.h"
#include "widgets/style/Numbers.h"

#include <QVariant>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ktnas {

CellTableModel::CellTableModel(Session& session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(&session, &Session::tableChanged, this, &CellTableModel::tableChanged);
    connect(&session.selection(), &Selection::currentChanged, this, [this] { refreshColumn(Kind::Edits); });
    connect(&session, &Session::cursorMoved, this, [this] { refreshColumn(Kind::Evaluated); });
    tableChanged();
}

void CellTableModel::tableChanged()
{
    beginResetModel();
    m_columns.clear();
    m_rows.reset();
    m_sortColumn = 0;
    m_sortOrder = Qt::AscendingOrder;
    if (const auto table = m_session.table()) {
        m_columns.push_back({Kind::Cell, 0});
        m_columns.push_back({Kind::Strip, 0});
        for (std::size_t t = 0; t < table->tasks().size(); ++t) {
            m_columns.push_back({Kind::Value, t});
            m_columns.push_back({Kind::Rank, t});
        }
        for (std::size_t a = 0; a < table->content().attributes.size(); ++a)
            m_columns.push_back({Kind::Attribute, a});
        m_columns.push_back({Kind::Edits, 0});
        m_columns.push_back({Kind::Evaluated, 0});
        if (table->tasks().size() > 0) {
            m_sortColumn = 3; // best rank of the first task first
        }
    }
    rebuildOrder();
    endResetModel();
}

void CellTableModel::setRows(RowSet rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    rebuildOrder();
    endResetModel();
}

void CellTableModel::rebuildOrder()
{
    m_order.clear();
    m_placeOfRow.clear();
    const auto table = m_session.table();
    if (!table)
        return;
    if (m_rows) {
        m_order = *m_rows;
    } else {
        m_order.resize(table->rowCount());
        std::iota(m_order.begin(), m_order.end(), 0U);
    }
    const Column column = m_columns[static_cast<std::size_t>(m_sortColumn)];
    std::vector<double> keys(table->rowCount(), std::numeric_limits<double>::quiet_NaN());
    for (const std::uint32_t row : m_order)
        keys[row] = key(row, column);
    const bool descending = m_sortOrder == Qt::DescendingOrder;
    std::stable_sort(m_order.begin(), m_order.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (std::isnan(keys[a]) || std::isnan(keys[b]))
            return !std::isnan(keys[a]) && std::isnan(keys[b]);
        return descending ? keys[a] > keys[b] : keys[a] < keys[b];
    });
    m_placeOfRow.assign(table->rowCount(), -1);
    for (std::size_t place = 0; place < m_order.size(); ++place)
        m_placeOfRow[m_order[place]] = static_cast<std::int32_t>(place);
}

int CellTableModel::placeOf(std::uint32_t row) const
{
    return row < m_placeOfRow.size() ? m_placeOfRow[row] : -1;
}

int CellTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int CellTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

bool CellTableModel::wasEvaluated(std::uint32_t row) const
{
    const RunController* run = m_session.currentRun();
    if (run == nullptr)
        return false;
    const auto at = run->index().firstEvaluation(m_session.table()->cellAt(row));
    return at && *at < m_session.cursor().position();
}

double CellTableModel::key(std::uint32_t row, const Column& column) const
{
    const Table& table = *m_session.table();
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const auto rank = [&](std::size_t task) {
        const std::uint32_t place = m_session.ranks(task)[row];
        return place == 0 ? nothing : static_cast<double>(place);
    };
    switch (column.kind) {
    case Kind::Cell:
        return row;
    case Kind::Strip: {
        double worst = nothing;
        for (std::size_t t = 0; t < table.tasks().size(); ++t)
            worst = std::fmax(worst, rank(t)); // fmax leaves out what is missing
        return worst;
    }
    case Kind::Value:
        return table.tasks()[column.index].measure().values[row];
    case Kind::Rank:
        return rank(column.index);
    case Kind::Attribute:
        return table.content().attributes[column.index].values[row];
    case Kind::Edits: {
        const CellId current = m_session.selection().current();
        if (current.isNone())
            return nothing;
        const Space& space = table.space();
        return Space::editDistance(space.cell(current), space.cell(table.cellAt(row)));
    }
    case Kind::Evaluated:
        return wasEvaluated(row) ? 0 : 1;
    }
    return nothing;
}

QString CellTableModel::text(std::uint32_t row, const Column& column) const
{
    const Table& table = *m_session.table();
    switch (column.kind) {
    case Kind::Cell:
        return formatCount(row);
    case Kind::Strip:
        return {};
    case Kind::Value: {
        const Measure& measure = table.tasks()[column.index].measure();
        return CellWords::plainValue(measure, measure.values[row]);
    }
    case Kind::Rank: {
        const std::uint32_t rank = m_session.ranks(column.index)[row];
        return rank == 0 ? QStringLiteral("–") : formatCount(rank);
    }
    case Kind::Attribute: {
        const double value = table.content().attributes[column.index].values[row];
        return formatNumber(value, std::abs(value) < 10 ? 2 : 1);
    }
    case Kind::Edits: {
        const double edits = key(row, column);
        return std::isnan(edits) ? QString() : formatCount(static_cast<int>(edits));
    }
    case Kind::Evaluated:
        return wasEvaluated(row) ? tr("evaluated") : QString();
    }
    return {};
}

Qt::Alignment CellTableModel::alignment(const Column& column)
{
    const bool isWords =
        column.kind == Kind::Cell || column.kind == Kind::Strip || column.kind == Kind::Evaluated;
    return (isWords ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QVariant CellTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const std::uint32_t row = rowAt(index.row());
    const Column& column = m_columns[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::TextAlignmentRole:
        return QVariant(alignment(column));
    case Qt::AccessibleTextRole:
        if (column.kind == Kind::Cell) {
            const Space& space = m_session.table()->space();
            return tr("Cell %1: %2")
                .arg(text(row, column),
                     CellWords::description(space, space.cell(m_session.table()->cellAt(row))));
        }
        if (column.kind == Kind::Strip) {
            QStringList ranks;
            for (std::size_t t = 0; t < m_session.table()->tasks().size(); ++t) {
                const std::uint32_t rank = m_session.ranks(t)[row];
                if (rank > 0)
                    ranks += tr("%1 %2", "task, the cell's rank on it")
                                 .arg(QString::fromStdString(m_session.table()->tasks()[t].shortTitle),
                                      formatCount(rank));
            }
            return ranks.join(QStringLiteral(", "));
        }
        return text(row, column);
    case RowRole:
        return row;
    case CellRole:
        return m_session.table()->cellAt(row).value;
    case RanksRole: {
        QVariantList ranks;
        for (std::size_t t = 0; t < m_session.table()->tasks().size(); ++t)
            ranks.push_back(m_session.ranks(t)[row]);
        return ranks;
    }
    default:
        return {};
    }
}

QVariant CellTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    const Table& table = *m_session.table();
    if (role == Qt::TextAlignmentRole)
        return QVariant(alignment(column));
    if (role == Qt::ToolTipRole && (column.kind == Kind::Value || column.kind == Kind::Rank)) {
        const Task& task = table.tasks()[column.index];
        return QString(QString::fromStdString(task.title) + QStringLiteral(": ") + CellWords::passport(task));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column.kind) {
    case Kind::Cell:
        return tr("Cell");
    case Kind::Strip:
        return tr("Ranks, better →");
    case Kind::Value: {
        const Task& task = table.tasks()[column.index];
        const QString title = QString::fromStdString(task.shortTitle);
        return task.measure().unit == Unit::Percent ? title + QStringLiteral(" %") : title;
    }
    case Kind::Rank:
        return tr("rank");
    case Kind::Attribute: {
        const std::string& name = table.content().attributes[column.index].name;
        if (name == "params_millions")
            return tr("M par.");
        if (name == "flops_millions")
            return tr("MFLOPs");
        if (name == "train_seconds")
            return tr("train s");
        return QString::fromStdString(name);
    }
    case Kind::Edits:
        return tr("Edits");
    case Kind::Evaluated:
        return tr("This run");
    }
    return {};
}

void CellTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList old = persistentIndexList();
    std::vector<std::uint32_t> rows;
    for (const QModelIndex& index : old)
        rows.push_back(rowAt(index.row()));
    rebuildOrder();
    QModelIndexList moved;
    for (int i = 0; i < old.size(); ++i)
        moved.push_back(index(placeOf(rows[static_cast<std::size_t>(i)]), old[i].column()));
    changePersistentIndexList(old, moved);
    Q_EMIT layoutChanged();
}

void CellTableModel::refreshColumn(Kind kind)
{
    if (m_order.empty())
        return;
    for (int c = 0; c < columnCount(); ++c) {
        if (m_columns[static_cast<std::size_t>(c)].kind == kind)
            Q_EMIT dataChanged(index(0, c), index(rowCount() - 1, c), {Qt::DisplayRole});
    }
}

void CellTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

} // namespace ktnas
