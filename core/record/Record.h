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

/// SHA-256 over the header (without paths and fork ancestry: the same events, however reached, have the same
/// hash) and the portable bytes of the events [0, upTo). Equal on every machine. About 200 MB/s.
std::string recordHash(const Record& record, EventIndex upTo = static_cast<EventIndex>(-1));

} // namespace ktnas
