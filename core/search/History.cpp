// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/History.h"

#include <algorithm>

namespace ktnas {

std::vector<MemberId> History::forget(std::uint32_t generation, std::uint32_t window, Positives positives)
{
    std::vector<MemberId> dropped;
    std::erase_if(m_entries, [&](const Entry& entry) {
        const std::uint32_t age = generation - entry.generation;
        const bool isOld = entry.label < 0 ? age > window : positives == Positives::LastGeneration && age > 1;
        if (isOld)
            dropped.push_back(entry.member);
        return isOld;
    });
    return dropped;
}

MemberId History::remember(const Entry& entry, Positives positives)
{
    MemberId replaced;
    if (entry.label > 0 && positives == Positives::Set) {
        const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& other) {
            return other.label > 0 && other.cell == entry.cell;
        });
        if (same != m_entries.end()) {
            replaced = same->member;
            m_entries.erase(same);
        }
    }
    m_entries.push_back(entry);
    return replaced;
}

} // namespace ktnas
