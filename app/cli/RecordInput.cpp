// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecordInput.h"

#include "app/cli/PlanInput.h"
#include "core/base/Error.h"

#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace ktnas::cli {

Option tableOption()
{
    Option option;
    option.name = "--table";
    option.value = "FILE";
    option.text = "The table that the record was made on. Without it, the place where it was then; its "
                  "content must be the same.";
    option.kind = ValueKind::File;
    return option;
}

LoadedRecord openRecord(const std::string& path, Console& console)
{
    LoadedRecord loaded = readRecord(path);
    if (loaded.damage)
        console.err << describe(*loaded.damage) << '\n';
    return loaded;
}

std::string tablePathOf(const Arguments& arguments, const RunHeader& header)
{
    return arguments.value("--table").value_or(header.tablePath);
}

void checkTable(const Table& table, const RunHeader& header, const std::string& path)
{
    const Table::Content& content = table.content();
    if (content.contentHash != header.tableHash)
        throw Error(ErrorCode::RecordMismatch)
            .inFile(path)
            .expecting(fmt::format("the table {} with SHA-256 {}", header.tableTitle, header.tableHash))
            .butFound(content.contentHash)
            .hinting("Give the table that the record was made on with --table.");
    if (!header.proxiesHash.empty() && content.proxiesHash != header.proxiesHash)
        throw Error(ErrorCode::RecordMismatch)
            .inFile(content.proxiesPath.empty() ? path : content.proxiesPath)
            .expecting(fmt::format("proxies with SHA-256 {}", header.proxiesHash))
            .butFound(content.proxiesHash.empty() ? "none" : content.proxiesHash)
            .hinting("Give the proxies that the record was made with with --proxies.");
}

std::shared_ptr<const Table> tableOfRecord(const Arguments& arguments, const RunHeader& header)
{
    const std::string path = tablePathOf(arguments, header);
    std::shared_ptr<const Table> table;
    try {
        table = isPlan(path) ? TrainableTable(readBenchmarkPlan(path)).table() : openTable(arguments, path);
    } catch (Error& error) {
        if (error.code == ErrorCode::FileMissing && !arguments.has("--table"))
            error.hinting("The record was made on this table; say with --table where it is now.");
        throw;
    }
    checkTable(*table, header, path);
    return table;
}

std::shared_ptr<const Table> tableOfRecordIfThere(const Arguments& arguments, const RunHeader& header)
{
    std::error_code ignored;
    if (!arguments.has("--table") && !std::filesystem::is_regular_file(header.tablePath, ignored))
        return nullptr;
    try {
        return tableOfRecord(arguments, header);
    } catch (const Error&) {
        if (arguments.has("--table"))
            throw;
        return nullptr;
    }
}

std::shared_ptr<const Problem> problemOf(const RunHeader& header, std::shared_ptr<const Table> table)
{
    std::vector<std::string> names;
    names.reserve(header.tasks.size());
    for (const RunTask& task : header.tasks)
        names.push_back(task.name);
    return Problem::make(std::move(table), names);
}

EventIndex eventOf(const Arguments& arguments, const Record& record)
{
    const auto at = arguments.wholeNumber("--at");
    if (at && *at > record.events.size())
        throw Error(ErrorCode::BadArgument)
            .inColumn("--at")
            .expecting(fmt::format("an event of the record, 0 to {}", record.events.size()))
            .butFound(std::to_string(*at));
    return at.value_or(record.events.size());
}

} // namespace ktnas::cli
