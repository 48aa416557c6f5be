// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Recognise.h"
#include "core/tables/Table.h"

#include <memory>
#include <string>

namespace ktnas {

/// Reads a benchmark table in the CSV form `index,architecture,<task>_<split>_<metric>[_epochN],…`
/// (UTF-8 with or without BOM; `,` `;` or tab; LF or CRLF; quoted fields; blank lines are skipped; an empty
/// field is "not published"). See ColumnRule.h for what a column's name says. `index` may be missing; if it
/// is there it holds whole numbers and rows keep the file's order all the same. Columns that name no task are
/// attributes. The space is the first one (allSpaces()) that can read the first cell's text.
///
/// If `proxiesPath` is empty and a file `<stem>-zero-cost.csv` stands beside the table, its proxies are
/// attached: columns `<task>_<proxy>`, rows matched by cell, never by place; cells that the table lacks are
/// passed over.
///
/// Cost: about 6 ns a byte: 19 ms for nas-bench-201.csv (29 ms without SHA instructions in the processor).
/// Throws the errors of recognise() and BadHeader, BadRow, BadNumber (text, NaN, a percentage outside 0 …
/// 100), BadCell, OtherSpace (also for a proxy file of which no row fits), DuplicateCell, each with file,
/// line, column, expected, found and a hint.
std::shared_ptr<const Table> readTable(const std::string& path, const std::string& proxiesPath = {});

} // namespace ktnas
