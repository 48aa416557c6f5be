// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/space/Cell.h"
#include "core/space/Space.h"

#include <map>
#include <memory>
#include <vector>

namespace ktnas {

/// Gives every cell of a run a CellId: the ordinal in an enumerable space (nothing is stored), else a number
/// in order of first appearance. Not thread-safe; each run has its own.
class CellPool {
public:
    explicit CellPool(std::shared_ptr<const Space> space);
    const Space& space() const { return *m_space; }
    bool isEnumerable() const { return m_count.has_value(); }
    /// The cell's id, given out now if the cell is new.
    CellId intern(const Cell& cell);
    Cell cell(CellId id) const;

private:
    std::shared_ptr<const Space> m_space;
    std::optional<std::uint32_t> m_count;
    std::map<Cell, CellId> m_ids;
    std::vector<Cell> m_cells;
};

} // namespace ktnas
