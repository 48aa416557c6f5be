// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ReadTable.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"
#include "core/base/Text.h"
#include "core/tables/CellColumn.h"
#include "core/tables/ColumnRule.h"
#include "core/tables/Columns.h"
#include "core/tables/CsvReader.h"
#include "core/tables/KnownTasks.h"
#include "core/tables/ReadProxies.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

/// Where a column's values go.
struct Target {
    std::size_t column = 0;
    std::vector<double>* values = nullptr;
    bool isPercentage = false;
    bool isNegated = false;
};

/// The columns of the file, made ready to be filled.
struct Layout {
    std::optional<std::size_t> index;
    std::vector<Target> targets;
};

Task& taskOf(std::vector<Task>& tasks, const std::string& name)
{
    const auto found =
        std::find_if(tasks.begin(), tasks.end(), [&](const Task& task) { return task.name == name; });
    if (found != tasks.end())
        return *found;
    Task task;
    task.name = name;
    nameTask(task);
    return tasks.emplace_back(std::move(task));
}

/// Makes tasks and attributes out of the header. Pointers into `content` stay good until the end of reading.
Layout layOut(const CsvReader& reader, std::size_t cellColumn, Table::Content& content)
{
    Layout layout;
    const auto columns = reader.columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (i == cellColumn)
            continue;
        if (columns[i] == indexColumn) {
            layout.index = i;
        } else if (auto measured = measuredColumn(columns[i])) {
            measured->measure.sourceColumn = i;
            taskOf(content.tasks, measured->task).measures.push_back(std::move(measured->measure));
        } else {
            content.attributes.push_back({columns[i], {}});
            layout.targets.push_back({i, nullptr, false, false});
        }
    }
    if (content.tasks.empty())
        throw Error(ErrorCode::BadHeader)
            .inFile(reader.path())
            .atLine(reader.headerLine())
            .expecting(
                "a column with the values of a task, <task>_<split>_<metric>, such as cifar10_valid_acc")
            .butFound("none")
            .hinting("The split is one of train, valid and test.");
    for (std::size_t i = 0; i < content.attributes.size(); ++i)
        layout.targets[i].values = &content.attributes[i].values;
    for (Task& task : content.tasks) {
        for (Measure& measure : task.measures)
            layout.targets.push_back({measure.sourceColumn, &measure.values, measure.unit == Unit::Percent,
                                      measure.negatedInFile});
    }
    std::sort(layout.targets.begin(), layout.targets.end(),
              [](const Target& a, const Target& b) { return a.column < b.column; });
    return layout;
}

void readRows(CsvReader& reader, CellColumn& cells, const Layout& layout, Table::Content& content)
{
    while (reader.next()) {
        if (layout.index)
            checkIndex(reader, *layout.index);
        if (content.cells.empty()) {
            const std::size_t lines = reader.estimatedLines();
            content.cells.reserve(lines);
            for (const Target& target : layout.targets)
                target.values->reserve(lines);
        }
        content.cells.push_back(cells.read(reader));
        for (const Target& target : layout.targets) {
            const double number = numberAt(reader, target.column);
            if (target.isPercentage && (number < 0 || number > 100))
                throw reader.errorAt(ErrorCode::BadNumber, target.column)
                    .expecting("a percentage from 0 to 100");
            // Not −number: the negation of 0 would be −0.
            target.values->push_back(target.isNegated ? 0.0 - number : number);
        }
    }
    if (content.cells.empty())
        throw Error(ErrorCode::BadRow)
            .inFile(reader.path())
            .atLine(reader.headerLine() + 1)
            .expecting("the first cell")
            .butFound("the end of the file");
}

/// What a search looks at: the final epoch (or else the last one of the file) on valid, else test, else
/// train; of several such metrics the first in the file.
std::size_t searchedMeasure(const Task& task)
{
    const auto preference = [](const Measure& measure) {
        const int split = measure.split == Split::Valid ? 2 : measure.split == Split::Test ? 1 : 0;
        const int epoch = measure.epoch.value_or(std::numeric_limits<int>::max());
        return std::pair(!measure.epoch, std::pair(split, epoch));
    };
    const auto best =
        std::max_element(task.measures.begin(), task.measures.end(),
                         [&](const auto& a, const auto& b) { return preference(a) < preference(b); });
    return static_cast<std::size_t>(best - task.measures.begin());
}

/// The test value of the searched metric after the same number of epochs; else the first test value of the
/// final epoch. Nothing if that is what is searched.
std::optional<std::size_t> shownMeasure(const Task& task)
{
    const Measure& searched = task.measure();
    if (searched.split == Split::Test)
        return std::nullopt;
    std::optional<std::size_t> other;
    for (std::size_t i = 0; i < task.measures.size(); ++i) {
        const Measure& measure = task.measures[i];
        if (measure.split != Split::Test || measure.epoch != searched.epoch)
            continue;
        if (measure.metric == searched.metric)
            return i;
        if (!other)
            other = i;
    }
    return other;
}

void completeTasks(Table::Content& content)
{
    const bool isComplete = content.cells.size() == content.space->cellCount();
    for (Task& task : content.tasks) {
        for (Measure& measure : task.measures)
            measure.missing = static_cast<std::size_t>(std::count_if(
                measure.values.begin(), measure.values.end(), [](double v) { return std::isnan(v); }));
        task.searched = searchedMeasure(task);
        task.shown = shownMeasure(task);
        completePassport(task, *content.space, isComplete);
    }
}

std::string proxiesBeside(const std::string& path)
{
    std::filesystem::path file(path);
    file.replace_filename(file.stem().string() + "-zero-cost.csv");
    std::error_code ignored;
    return std::filesystem::is_regular_file(file, ignored) ? file.string() : std::string();
}

} // namespace

std::shared_ptr<const Table> readTable(const std::string& path, const std::string& proxiesPath)
{
    Table::Content content;
    content.path = path;
    {
        const std::string text = readCsvText(path);
        CsvReader reader(path, text);
        CellColumn cells(reader, nullptr);
        const Layout layout = layOut(reader, cells.column(), content);
        readRows(reader, cells, layout, content);
        content.space = cells.space();
        content.title = content.space->title();
        content.contentHash = sha256(text);
    }
    completeTasks(content);
    const std::string proxies = proxiesPath.empty() ? proxiesBeside(path) : proxiesPath;
    if (!proxies.empty())
        attachProxies(content, proxies);
    return std::make_shared<const Table>(std::move(content));
}

} // namespace ktnas
