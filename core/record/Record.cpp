// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/Record.h"

#include "core/base/Sha256.h"
#include "core/record/Serialize.h"

#include <algorithm>
#include <string_view>

namespace ktnas {

std::string recordHash(const Record& record, EventIndex upTo)
{
    Sha256 hash;
    hash.update(std::string_view("KTNAS record 1\n"));
    {
        PortableOArchive archive;
        RunHeader header = record.header;
        serializeIdentity(archive, header);
        hash.update(archive.bytes());
    }
    // Fed in pieces of a few kilobytes; SHA-256 does not see where a piece ends.
    constexpr std::size_t pieceSize = 1 << 16;
    PortableOArchive archive;
    archive.reserve(2 * pieceSize);
    const EventIndex end = std::min(upTo, record.events.size());
    for (EventIndex i = 0; i < end; ++i) {
        const Event& event = record.events[i];
        saveEvent(archive, event);
        // A number from the pool says nothing by itself: what the cell is belongs to what happened.
        if (const auto* met = std::get_if<CellMet>(&event); met && met->cell.value < record.cells.size())
            saveCell(archive, record.cells[met->cell.value]);
        if (archive.bytes().size() >= pieceSize) {
            hash.update(archive.bytes());
            archive.clear();
        }
    }
    hash.update(archive.bytes());
    return hash.hexDigest();
}

} // namespace ktnas
