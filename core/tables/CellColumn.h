// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"
#include "core/tables/CsvReader.h"

#include <memory>
#include <vector>

namespace ktnas {

/// Reads the cells of a CSV file's `architecture` column and sees to it that they are of one space and each
/// is there once.
class CellColumn {
public:
    /// Throws BadHeader if the file has no such column. `space` empty: recognised from the first cell.
    CellColumn(const CsvReader& reader, std::shared_ptr<const Space> space);

    std::size_t column() const { return m_column; }
    /// The cell of the reader's line. Throws BadCell, OtherSpace or DuplicateCell.
    CellId read(const CsvReader& reader);
    /// Empty before the first read() if it is to be recognised.
    const std::shared_ptr<const Space>& space() const { return m_space; }

private:
    std::size_t m_column = 0;
    std::shared_ptr<const Space> m_space;
    std::vector<std::uint32_t> m_lineOfCell; ///< by CellId, 0 is "not yet"
};

} // namespace ktnas
