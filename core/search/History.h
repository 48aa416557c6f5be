// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// Which positive migrants stay. Order as in the settings.
enum class Positives : std::uint8_t { Set, Multiset, LastGeneration };

/// A task's historical transfer set (HTS): labelled migrants of earlier generations, in order of labelling.
class History {
public:
    struct Entry {
        MemberId member;
        CellId cell;
        std::int8_t label = 0;
        std::uint32_t generation = 0; ///< in which it was labelled
    };

    std::span<const Entry> entries() const { return m_entries; }
    bool isEmpty() const { return m_entries.empty(); }

    /// Drops what may not vote in `generation`: negatives labelled more than `window` generations before, and
    /// with LastGeneration positives labelled more than one before. Returns the dropped members.
    std::vector<MemberId> forget(std::uint32_t generation, std::uint32_t window, Positives positives);
    /// Adds a labelled migrant. With Set a positive takes the place of the positive of the same cell, whose
    /// member is returned (none if there was none).
    MemberId remember(const Entry& entry, Positives positives);

private:
    std::vector<Entry> m_entries;
};

} // namespace ktnas
