// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/RecordIndex.h"
#include "core/search/Run.h"
#include "core/tables/Table.h"
#include "widgets/session/WorkspaceFile.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace ktnas {

/// A run made ready by a job: one that can go on, a record that can only be shown, or the header of a run
/// that trains, which begins again with the values that are known.
struct ReadyRun {
    std::string title; ///< empty: to be made of the header
    std::shared_ptr<const Problem> problem;
    std::variant<std::unique_ptr<Run>, Record, RunHeader> run;
    RecordIndex index{0};
    EventIndex cursor = 0;
    bool follows = true;
};

/// What came out of a file.
struct Opened {
    enum class Kind : std::uint8_t { Table, Record, Workspace };
    struct Desk {
        std::shared_ptr<const Table> table;
        std::optional<KeptDesk> kept; ///< of a workspace; its runs are in `runs`
        std::vector<ReadyRun> runs;
    };
    Kind kind = Kind::Table;
    std::vector<Desk> desks; ///< the last one comes to the front
    std::string workspace; ///< id of the workspace in front, empty if the file does not say
    std::map<std::string, std::string> layouts;
    std::vector<Error> warnings; ///< what was lost or cannot go on, while the rest is here
    std::optional<TableLink> wanted; ///< the table that is missing, if that is why nothing could be opened
    std::optional<Error> failure; ///< set together with `wanted`
};

/// Opens a benchmark, a benchmark plan to search on, a record or a workspace, whatever the file's content is.
/// Runs on a job's thread. `known`: tables that are open; `recent`: paths where a missing table may be found
/// by its name. Throws the errors of recognise(), readTable(), readRecord() and readWorkspace().
Opened openFile(const std::string& path, const std::vector<std::shared_ptr<const Table>>& known,
                const std::vector<std::string>& recent, const std::stop_token& stop);

/// The record as a run at rest behind its last event, or, where its method does not give its events any more,
/// as a record to look at with the reason in `warnings`.
ReadyRun makeReady(Record record, const std::shared_ptr<const Table>& table, const std::string& path,
                   std::vector<Error>& warnings);

} // namespace ktnas
