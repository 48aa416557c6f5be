// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Common.h"

#include "core/base/Error.h"
#include "core/tables/ReadTable.h"

#include <cmath>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace ktnas::cli {

void print(Console& console, const Json& json)
{
    console.out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

Json number(double value)
{
    return std::isfinite(value) ? Json(value) : Json(nullptr);
}

std::shared_ptr<const Table> openTable(const std::string& path, const std::string& proxiesPath)
{
    if (path == "builtin")
        throw Error(ErrorCode::FileMissing)
            .inFile(path)
            .expecting("a benchmark table as CSV")
            .butFound("the name of the built-in benchmark, which is not part of this version")
            .hinting("Name a table of your own; “ktnas help info” says what it must look like.");
    return readTable(path, proxiesPath);
}

std::shared_ptr<const Table> openTable(const Arguments& arguments, const std::string& path)
{
    return openTable(path, arguments.value("--proxies").value_or(std::string()));
}

void requireOnePlan(const Arguments& arguments, std::string hint)
{
    if (arguments.operands().size() > 1)
        throw Error(ErrorCode::BadArgument)
            .inColumn("PLAN")
            .expecting("one plan")
            .butFound(std::to_string(arguments.operands().size()))
            .hinting(std::move(hint));
}

Option proxiesOption()
{
    Option option;
    option.name = "--proxies";
    option.value = "FILE";
    option.text = "Zero-cost proxies, columns <task>_<proxy>. Without it, a file <table>-zero-cost.csv "
                  "beside the table is "
                  "taken if there is one.";
    option.kind = ValueKind::File;
    return option;
}

std::optional<RatedCell> bestCell(const Table& table, const Measure& measure)
{
    const std::vector<double> quality = qualities(measure);
    std::optional<std::size_t> best;
    for (std::size_t row = 0; row < quality.size(); ++row) {
        if (!std::isnan(quality[row]) && (!best || quality[row] > quality[*best]))
            best = row;
    }
    if (!best)
        return std::nullopt;
    const Space& space = table.space();
    return RatedCell{*best, space.format(space.cell(table.cellAt(*best))), measure.values[*best]};
}

Json toJson(const std::optional<RatedCell>& cell)
{
    if (!cell)
        return nullptr;
    return Json{{"cell", cell->cell}, {"index", cell->row}, {"value", number(cell->value)}};
}

std::string measureText(const Measure& measure)
{
    std::string text = fmt::format("{} on {}", measure.metric, name(measure.split));
    if (measure.epoch)
        text += fmt::format(" after {} epochs", *measure.epoch);
    return text + (measure.unit == Unit::Percent ? ", %" : "");
}

} // namespace ktnas::cli
