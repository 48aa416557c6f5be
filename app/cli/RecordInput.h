// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Common.h"
#include "core/record/RecordFile.h"
#include "core/search/Problem.h"

#include <memory>
#include <optional>
#include <string>

namespace ktnas::cli {

/// The option `--table` of the commands that open records.
Option tableOption();

/// Opens a record and says on console.err what was dropped from a torn file.
LoadedRecord openRecord(const std::string& path, Console& console);

/// The path of `--table`, or where the record says that its table was.
std::string tablePathOf(const Arguments& arguments, const RunHeader& header);
/// Throws RecordMismatch, naming `path`, for another table than the record's or other proxies.
void checkTable(const Table& table, const RunHeader& header, const std::string& path);

/// The table (for a plan the one without values) that the record was made on, from `--table` or the place
/// named in the record. Throws what reading throws, FileMissing with advice, and RecordMismatch for another
/// table or other proxies.
std::shared_ptr<const Table> tableOfRecord(const Arguments& arguments, const RunHeader& header);
/// The same, but nothing if the table is not where the record says and `--table` was not given.
std::shared_ptr<const Table> tableOfRecordIfThere(const Arguments& arguments, const RunHeader& header);

/// The problem that the record's run solved.
std::shared_ptr<const Problem> problemOf(const RunHeader& header, std::shared_ptr<const Table> table);

/// The event number of `--at`; the record's end without it. Throws BadArgument beyond the end.
EventIndex eventOf(const Arguments& arguments, const Record& record);

} // namespace ktnas::cli
