// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/Record.h"
#include "widgets/session/SearchDraft.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// Where a table was, and which one it was.
struct TableLink {
    std::string path;
    std::string contentHash;
    std::string title;
    friend bool operator==(const TableLink&, const TableLink&) = default;
};

/// A run in a workspace: its record inside the file, or (in the autosave) in a file beside it.
struct KeptRun {
    std::string title;
    EventIndex cursor = 0;
    bool follows = true;
    std::string recordFile; ///< name of a file in the workspace's folder; empty: `record` has it
    std::optional<Record> record;
};

/// All that was open on one table.
struct KeptDesk {
    TableLink table;
    SearchDraft draft;
    std::uint32_t pairSource = 0;
    std::uint32_t pairTarget = 1;
    std::string filter;
    std::vector<std::uint32_t> selectedRows;
    std::uint32_t currentCell = CellId::none().value;
    std::vector<KeptRun> runs;
    std::int32_t currentRun = -1;
};

/// A `.ktnas` file: links to tables by path and content hash, records, what was set, the windows' layouts.
struct KeptWorkspace {
    std::vector<KeptDesk> desks; ///< the last one is in front
    std::string workspace; ///< id of the workspace in front
    std::map<std::string, std::string> layouts; ///< by workspace id, the window's own bytes
    std::optional<Error> damage; ///< set when read: what stands behind the last good frame was dropped
};

/// Writes by way of a temporary file and a rename. `progress` hears shares from 0 to 1 as the records are
/// prepared. Throws WriteFailed.
void writeWorkspace(const std::string& path, const KeptWorkspace& workspace,
                    const std::function<void(double)>& progress = {});
/// Throws FileMissing, FileUnreadable, FileEmpty, UnknownFormat, RecordNewer and RecordDamaged.
KeptWorkspace readWorkspace(const std::string& path);

} // namespace ktnas
