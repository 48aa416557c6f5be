// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Common.h"
#include "app/cli/Console.h"
#include "core/learn/search/TrainedRun.h"
#include "core/record/RecordFile.h"

#include <memory>
#include <optional>
#include <string>

namespace ktnas::cli {

/// The file of results beside a record: "a.kts" for "a.ktr".
std::string resultsBeside(const std::string& record);

/// A run on a plan, and the record that it goes on with.
struct BegunRun {
    TrainedRun run;
    std::optional<LoadedRecord> before;
};

/// A run of this header on a plan. If there is a record of the same search at `recordPath`, it goes on with
/// that and says so; values that stand beside the record are taken up, and new ones go there. Throws what
/// TrainedRun and TrainableTable throw.
BegunRun beginTrained(const RunHeader& header, const std::shared_ptr<const Problem>& problem,
                      const std::shared_ptr<TrainableTable>& table, const WorkerPool::Options& workers,
                      const std::optional<std::string>& recordPath, Console& console);

/// Runs to the end, writing the record as it happens and showing which networks are being trained. A stop
/// request ends the run with Cancelled, the record and all finished trainings written. Returns the failure if
/// the record or the results are not (wholly) on the disk.
std::optional<Error> driveTrained(BegunRun& begun, TrainableTable& table,
                                  const std::optional<std::string>& recordPath, Console& console);

/// What was trained: {"networks", "reused", "processor_seconds", "failures", "results"}.
Json trainingJson(const TrainedRun& run);
/// The same for people.
std::string trainingText(const Json& json);

} // namespace ktnas::cli
