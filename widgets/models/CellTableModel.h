// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/session/Session.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <vector>

namespace ktnas {

/// Rows of the open table as a table: the cell, its ranks on all tasks as a strip, value and rank per task,
/// size, edits from the current cell, and what the run did with it. Shows a subset (selection or filter)
/// sorted by a permutation of its own; 15,625 rows sort in a few milliseconds.
class CellTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// What a column shows.
    enum class Kind : std::uint8_t { Cell, Strip, Value, Rank, Attribute, Edits, Evaluated };
    struct Column {
        Kind kind = Kind::Cell;
        std::size_t index = 0; ///< of the task or the attribute
    };
    enum Role {
        RowRole = Qt::UserRole, ///< row of the table (uint)
        CellRole, ///< CellId (uint)
        RanksRole, ///< QVariantList of ranks of all tasks
    };

    explicit CellTableModel(Session& session, QObject* parent = nullptr);

    /// Which rows are shown; null shows all.
    void setRows(RowSet rows);
    const std::vector<Column>& columns() const { return m_columns; }
    /// Place of a table row in the shown order, −1 if it is not shown.
    int placeOf(std::uint32_t row) const;
    std::uint32_t rowAt(int place) const { return m_order[static_cast<std::size_t>(place)]; }
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    void tableChanged();
    void refreshColumn(Kind kind);
    void rebuildOrder();
    /// Sort key of a row in a column, NaN sorts last whatever the order.
    double key(std::uint32_t row, const Column& column) const;
    QString text(std::uint32_t row, const Column& column) const;
    static Qt::Alignment alignment(const Column& column);
    bool wasEvaluated(std::uint32_t row) const;

    Session& m_session;
    RowSet m_rows;
    std::vector<Column> m_columns;
    std::vector<std::uint32_t> m_order; ///< table rows in shown order
    std::vector<std::int32_t> m_placeOfRow;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace ktnas
