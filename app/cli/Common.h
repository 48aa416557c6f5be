// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Arguments.h"
#include "app/cli/Console.h"
#include "core/tables/Table.h"

#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

namespace ktnas::cli {

using Json = nlohmann::ordered_json;

/// Prints one JSON object, indented, with a line end.
void print(Console& console, const Json& json);
/// The number, or null for NaN and infinity, which JSON does not have.
Json number(double value);

/// The table in a file, with proxies from another one (empty: those found beside it). Throws what readTable()
/// throws, and FileMissing for "builtin", which this version does not have.
std::shared_ptr<const Table> openTable(const std::string& path, const std::string& proxiesPath);
/// The same with the proxies of `--proxies`.
std::shared_ptr<const Table> openTable(const Arguments& arguments, const std::string& path);
/// Throws BadArgument if more than one plan is named: several operands are for --merge, as `hint` says.
void requireOnePlan(const Arguments& arguments, std::string hint);
/// The option `--proxies`.
Option proxiesOption();

/// A cell of a table with its value on a measure.
struct RatedCell {
    std::size_t row = 0;
    std::string cell; ///< as the benchmark writes it
    double value = 0;
};
/// The best cell (the first of equals); nothing if no cell has a value.
std::optional<RatedCell> bestCell(const Table& table, const Measure& measure);
/// {"cell", "index", "value"}, or null.
Json toJson(const std::optional<RatedCell>& cell);

/// "top1 on valid, %" – what stands behind a task's name.
std::string measureText(const Measure& measure);

} // namespace ktnas::cli
