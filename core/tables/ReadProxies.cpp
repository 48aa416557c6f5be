// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ReadProxies.h"

#include "core/base/Sha256.h"
#include "core/tables/CellColumn.h"
#include "core/tables/Columns.h"
#include "core/tables/CsvReader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

/// Names of proxies that have an underscore, so that the last one does not end the task's name.
constexpr std::array<std::string_view, 5> longProxyNames{"grad_norm", "l2_norm", "epe_nas", "jacob_cov",
                                                         "synflow_bn"};

/// Length of the task's name at the beginning of the column's name, 0 for none.
std::size_t taskLength(std::string_view column, const std::vector<Task>& tasks)
{
    const auto fits = [&](std::string_view task) {
        return column.size() > task.size() + 1 && column.starts_with(task) && column[task.size()] == '_';
    };
    std::size_t length = 0;
    for (const Task& task : tasks) {
        if (fits(task.name))
            length = std::max(length, task.name.size());
    }
    if (length > 0)
        return length;
    for (const std::string_view proxy : longProxyNames) {
        if (column == proxy)
            return 0;
        if (column.size() > proxy.size() + 1 && column.ends_with(proxy)
            && column[column.size() - proxy.size() - 1] == '_')
            return column.size() - proxy.size() - 1;
    }
    const std::size_t last = column.rfind('_');
    return last == std::string_view::npos || last + 1 == column.size() ? 0 : last;
}

Proxy proxyOf(std::string_view column, const Table::Content& content)
{
    Proxy proxy;
    const std::size_t length = taskLength(column, content.tasks);
    proxy.task = column.substr(0, length);
    proxy.name = column.substr(length > 0 ? length + 1 : 0);
    proxy.values.assign(content.cells.size(), std::numeric_limits<double>::quiet_NaN());
    return proxy;
}

} // namespace

void attachProxies(Table::Content& content, const std::string& path)
{
    const std::string text = readCsvText(path);
    CsvReader reader(path, text);
    CellColumn cells(reader, content.space);
    std::vector<std::pair<std::size_t, Proxy>> columns;
    std::size_t index = reader.columns().size();
    for (std::size_t i = 0; i < reader.columns().size(); ++i) {
        if (reader.columns()[i] == indexColumn)
            index = i;
        else if (i != cells.column())
            columns.emplace_back(i, proxyOf(reader.columns()[i], content));
    }
    if (columns.empty())
        throw Error(ErrorCode::BadHeader)
            .inFile(path)
            .atLine(reader.headerLine())
            .expecting("a column with a proxy, such as cifar10_synflow")
            .butFound("none");

    constexpr std::uint32_t noRow = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> rowOf(*content.space->cellCount(), noRow);
    for (std::size_t row = 0; row < content.cells.size(); ++row)
        rowOf[content.cells[row].value] = static_cast<std::uint32_t>(row);
    std::size_t lines = 0;
    std::size_t fitting = 0;
    while (reader.next()) {
        ++lines;
        if (index < reader.columns().size())
            checkIndex(reader, index);
        const std::uint32_t row = rowOf[cells.read(reader).value];
        if (row == noRow)
            continue;
        ++fitting;
        for (auto& [column, proxy] : columns)
            proxy.values[row] = numberAt(reader, column);
    }
    if (fitting == 0)
        throw Error(ErrorCode::OtherSpace)
            .inFile(path)
            .expecting(fmt::format("proxies of cells of {}", content.path))
            .butFound(lines == 0 ? std::string("no cells")
                                 : fmt::format("none of its cells in {} lines", lines))
            .hinting("Choose the proxy file that belongs to this table.");
    content.proxiesPath = path;
    content.proxiesHash = sha256(text);
    for (auto& column : columns)
        content.proxies.push_back(std::move(column.second));
}

} // namespace ktnas
