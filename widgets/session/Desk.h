// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainableTable.h"
#include "widgets/session/Session.h"

#include <map>
#include <vector>

namespace ktnas {

/// How a run is looked at, and how much of it is in the workspace's file.
struct Session::Place {
    EventIndex cursor = 0;
    bool follows = true;
    EventIndex saved = 0;
};

/// All that belongs to one open table.
struct Session::Desk {
    std::shared_ptr<const Table> table;
    std::shared_ptr<TrainableTable> trainable; ///< where the table is a plan, whose values come with time
    std::size_t resultsShown = 0; ///< results of it that `table` has
    SearchDraft draft;
    TaskPair pair;
    QString filter;
    RowSet rows; ///< of the selection while the desk is set aside
    CellId current; ///< the cell looked at while the desk is set aside
    std::vector<std::unique_ptr<RunController>> runs;
    RunController* currentRun = nullptr;
    std::map<const RunController*, Place> places;
    std::map<std::vector<std::size_t>, std::shared_ptr<const Problem>> problems; ///< by tasks, made on demand
    mutable std::vector<std::optional<std::vector<std::uint32_t>>> ranks; ///< by task, filled on demand

    /// Takes the values that were trained since; rows and tasks stay. True if there were any.
    bool freshen();
};

} // namespace ktnas
