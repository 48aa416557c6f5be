// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/WriteTable.h"

#include "core/base/Text.h"
#include "core/tables/ColumnRule.h"

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

struct Column {
    std::string name;
    const std::vector<double>* values = nullptr;
    bool isNegated = false;
};

std::string csv(const Table& table, const std::vector<Column>& columns)
{
    std::string text = "index,architecture";
    for (const Column& column : columns)
        text.append(1, ',').append(column.name);
    text += '\n';
    const Space& space = table.space();
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        text.append(std::to_string(row)).append(1, ',').append(space.format(space.cell(table.cellAt(row))));
        for (const Column& column : columns) {
            text += ',';
            const double value = (*column.values)[row];
            if (!std::isnan(value))
                text += formatNumber(column.isNegated ? 0.0 - value : value);
        }
        text += '\n';
    }
    return text;
}

} // namespace

std::string tableCsv(const Table& table)
{
    std::vector<std::pair<std::size_t, Column>> measures;
    for (const Task& task : table.tasks()) {
        for (const Measure& measure : task.measures)
            measures.emplace_back(
                measure.sourceColumn,
                Column{columnName(task.name, measure), &measure.values, measure.negatedInFile});
    }
    std::stable_sort(measures.begin(), measures.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Column> columns;
    columns.reserve(measures.size() + table.content().attributes.size());
    for (auto& measure : measures)
        columns.push_back(std::move(measure.second));
    for (const Attribute& attribute : table.content().attributes)
        columns.push_back({attribute.name, &attribute.values, false});
    return csv(table, columns);
}

std::string proxiesCsv(const Table& table)
{
    std::vector<Column> columns;
    for (const Proxy& proxy : table.content().proxies)
        columns.push_back(
            {proxy.task.empty() ? proxy.name : proxy.task + '_' + proxy.name, &proxy.values, false});
    return columns.empty() ? std::string() : csv(table, columns);
}

void writeTable(const std::string& path, const Table& table)
{
    writeFile(path, tableCsv(table));
}

} // namespace ktnas
