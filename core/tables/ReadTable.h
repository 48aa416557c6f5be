// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <memory>
#include <string>

namespace ktnas {

/// What a file is, from its content and never from its name (formats.md §0).
enum class FileKind : std::uint8_t { Csv, Record, Workspace, Json, Other };

/// Looks at the first bytes. Throws FileMissing, FileUnreadable, FileEmpty, GitLfsPointer (with the promised
/// size), HtmlPage (with its title); for a known format that we do not read (pickle, zip, torch, npy, IDX, …)
/// UnknownFormat naming it and what to do.
FileKind recognise(const std::string& path);

/// Reads a benchmark table in the CSV form `index,architecture,<task>_<split>_<metric>[_epochN],…`
/// (UTF-8 with or without BOM; `,` `;` or tab; LF or CRLF; quoted fields; empty = not published).
/// Columns without a split are attributes. If `proxiesPath` is empty and a file `<stem>-zero-cost.csv` stands
/// beside the table, its proxies are attached. Speed: about 10 ns a byte.
/// Throws the errors of recognise() and BadHeader, BadRow, BadNumber, BadCell, OtherSpace, DuplicateCell,
/// each with file, line, column, expected, found and a hint.
std::shared_ptr<const Table> readTable(const std::string& path, const std::string& proxiesPath = {});

} // namespace ktnas
