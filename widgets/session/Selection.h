// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <QObject>

#include <cstdint>
#include <memory>
#include <vector>

namespace ktnas {

/// A set of rows of the open table, in ascending order. Shared, never changed in place.
using RowSet = std::shared_ptr<const std::vector<std::uint32_t>>;

/// What is selected, which cell is being looked at, and what the pointer is over: one of each in the session.
/// Views show these and change them only through Session's undoable edits (hover excepted).
class Selection : public QObject {
    Q_OBJECT

public:
    explicit Selection(QObject* parent = nullptr);
    /// Rows of the selection, never null.
    const RowSet& rows() const { return m_rows; }
    bool contains(std::uint32_t row) const;
    /// The cell in the inspector; none if nothing was looked at yet.
    CellId current() const { return m_current; }
    /// The cell under the pointer in any view; none if none. Not undoable.
    CellId hovered() const { return m_hovered; }
    void setHovered(CellId cell);

Q_SIGNALS:
    void rowsChanged();
    void currentChanged();
    void hoveredChanged();

private:
    friend class Session;
    void setRows(RowSet rows);
    void setCurrent(CellId cell);

    RowSet m_rows;
    CellId m_current;
    CellId m_hovered;
};

} // namespace ktnas
