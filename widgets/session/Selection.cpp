// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Selection.h"

#include <algorithm>
#include <utility>

namespace ktnas {

Selection::Selection(QObject* parent)
    : QObject(parent)
    , m_rows(std::make_shared<const std::vector<std::uint32_t>>())
{
}

bool Selection::contains(std::uint32_t row) const
{
    return std::binary_search(m_rows->begin(), m_rows->end(), row);
}

void Selection::setHovered(CellId cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    Q_EMIT hoveredChanged();
}

void Selection::setRows(RowSet rows)
{
    if (!rows)
        rows = std::make_shared<const std::vector<std::uint32_t>>();
    if (*rows == *m_rows)
        return;
    m_rows = std::move(rows);
    Q_EMIT rowsChanged();
}

void Selection::setCurrent(CellId cell)
{
    if (cell == m_current)
        return;
    m_current = cell;
    Q_EMIT currentChanged();
}

} // namespace ktnas
