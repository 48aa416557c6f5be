// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/EventLog.h"
#include "core/record/RunHeader.h"
#include "core/space/Cell.h"

#include <string>
#include <vector>

namespace ktnas {

/// One run: what it was asked, and all that happened. The single source of all that is shown about it.
struct Record {
    RunHeader header;
    EventLog events;
    std::vector<Cell> cells; ///< genes by CellId where the space is not enumerable, else empty
    bool finished = false; ///< the run ended by its stop rule (not by a person or a crash)
};

/// SHA-256 over the portable bytes of what determines the run (method, settings, seed, space, table's hash,
/// tasks, learn-from matrix, stop rule, changes; not the table's title and path, the proxies' hash, or where
/// it was forked) and of the events [0, upTo), with the genes of a cell at its CellMet. Equal on every
/// machine, and for a record that was written in pieces, read back or replayed. About 200 MB/s: 0.1 s for 10⁶
/// events.
std::string recordHash(const Record& record, EventIndex upTo = static_cast<EventIndex>(-1));

} // namespace ktnas
