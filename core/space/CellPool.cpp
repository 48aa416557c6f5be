// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/CellPool.h"

namespace ktnas {

CellPool::CellPool(std::shared_ptr<const Space> space)
    : m_space(std::move(space))
    , m_count(m_space->cellCount())
{
}

CellId CellPool::intern(const Cell& cell)
{
    if (m_count)
        return m_space->ordinal(cell);
    KTNAS_ASSERT(m_space->contains(cell));
    const auto [place, isNew] = m_ids.try_emplace(cell, CellId(static_cast<std::uint32_t>(m_cells.size())));
    if (isNew)
        m_cells.push_back(cell);
    return place->second;
}

Cell CellPool::cell(CellId id) const
{
    if (m_count)
        return m_space->cell(id);
    KTNAS_ASSERT(id.value < m_cells.size());
    return m_cells[id.value];
}

} // namespace ktnas
