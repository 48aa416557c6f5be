// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/PlanInput.h"
#include "app/cli/TextTable.h"
#include "core/record/RecordFile.h"
#include "core/record/RecordIndex.h"
#include "core/space/Space.h"
#include "core/tables/Recognise.h"

#include <set>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// Classes of twins among the table's cells.
std::uint32_t classCount(const Table& table, const std::vector<std::uint32_t>& classOfCell)
{
    std::set<std::uint32_t> classes;
    for (std::size_t row = 0; row < table.rowCount(); ++row)
        classes.insert(classOfCell[table.cellAt(row).value]);
    return static_cast<std::uint32_t>(classes.size());
}

struct TwinCounts {
    std::uint32_t strict = 0;
    std::optional<std::uint32_t> functional;
};

TwinCounts twinCounts(const Table& table)
{
    const auto twins = twinClasses(table.space());
    TwinCounts counts{classCount(table, twins->strict), {}};
    if (!twins->functional.empty())
        counts.functional = classCount(table, twins->functional);
    return counts;
}

Json optionalNumber(const std::optional<int>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json tableJson(const Table& table)
{
    Json tasks = Json::array();
    for (const Task& task : table.tasks()) {
        const Measure& measure = task.measure();
        Json json{{"name", task.name},
                  {"title", task.title},
                  {"metric", measure.metric},
                  {"direction", name(measure.direction)},
                  {"unit", measure.unit == Unit::Percent ? "percent" : "none"},
                  {"split", name(measure.split)},
                  {"epochs", optionalNumber(task.epochs)},
                  {"trials", optionalNumber(task.trials)},
                  {"missing", measure.missing},
                  {"best", toJson(bestCell(table, measure))}};
        if (const Measure* const test = task.test())
            json["test"] = {{"metric", test->metric},
                            {"missing", test->missing},
                            {"best", toJson(bestCell(table, *test))}};
        tasks.push_back(std::move(json));
    }
    Json attributes = Json::array();
    for (const Attribute& attribute : table.content().attributes)
        attributes.push_back(attribute.name);
    Json proxies = Json::array();
    for (const Proxy& proxy : table.content().proxies)
        proxies.push_back({{"task", proxy.task}, {"name", proxy.name}});
    const TwinCounts twins = twinCounts(table);
    return {{"kind", "table"},
            {"file", table.content().path},
            {"title", table.content().title},
            {"space", table.space().id()},
            {"cells", table.rowCount()},
            {"complete", table.isComplete()},
            {"hash", table.content().contentHash},
            {"tasks", std::move(tasks)},
            {"attributes", std::move(attributes)},
            {"proxies", std::move(proxies)},
            {"twins",
             {{"strict", twins.strict},
              {"functional", twins.functional ? Json(*twins.functional) : Json(nullptr)}}}};
}

std::string optionalText(const std::optional<int>& value)
{
    return value ? std::to_string(*value) : std::string("–");
}

std::string tableText(const Table& table)
{
    const Table::Content& content = table.content();
    const TwinCounts twins = twinCounts(table);
    std::string text = fmt::format("{}: {}\n", content.path, content.title);
    text += fmt::format("  {} of {} cells in {} strict", table.rowCount(), *table.space().cellCount(),
                        twins.strict);
    if (twins.functional)
        text += fmt::format(" and {} functional", *twins.functional);
    text += fmt::format(" classes of twins\n  SHA-256 {}\n\n", content.contentHash);
    TextTable tasks{"task",     "measure", "direction", ">epochs", ">trials",
                    ">missing", ">best",   ">index",    "cell"};
    for (const Task& task : table.tasks()) {
        const auto addRow = [&](const std::string& title, const Measure& measure) {
            const auto best = bestCell(table, measure);
            tasks.add({title, measureText(measure), std::string(name(measure.direction)),
                       optionalText(task.epochs), optionalText(task.trials), std::to_string(measure.missing),
                       best ? shortNumber(best->value) : "–", best ? std::to_string(best->row) : "–",
                       best ? best->cell : ""});
        };
        addRow(task.name, task.measure());
        if (const Measure* const test = task.test())
            addRow("", *test);
    }
    text += tasks.text(2);
    if (!content.attributes.empty()) {
        text += "\n  Attributes:";
        for (const Attribute& attribute : content.attributes)
            text += ' ' + attribute.name;
        text += '\n';
    }
    if (!content.proxies.empty()) {
        text += fmt::format("\n  Proxies from {}:\n", content.proxiesPath);
        std::string names;
        for (const Proxy& proxy : content.proxies)
            names += fmt::format("{}{}{}{}", names.empty() ? "" : " ", proxy.task,
                                 proxy.task.empty() ? "" : "/", proxy.name);
        text += wrapped(names, 4);
    }
    return text;
}

/// A record in a few lines; `ktnas replay` tells more.
Json recordJson(const std::string& path, const LoadedRecord& loaded)
{
    const Record& record = loaded.record;
    RecordIndex index(record.header.tasks.size());
    index.extend(record.events.view());
    Json tasks = Json::array();
    for (std::size_t i = 0; i < record.header.tasks.size(); ++i) {
        const RunTask& task = record.header.tasks[i];
        tasks.push_back({{"name", task.name},
                         {"metric", task.metric},
                         {"direction", name(task.direction)},
                         {"split", name(task.split)},
                         {"evaluations", index.last().tasks[i].evaluations}});
    }
    return {{"kind", "record"},
            {"file", path},
            {"method", record.header.method},
            {"seed", record.header.seed},
            {"space", record.header.space},
            {"table", record.header.tableTitle},
            {"tasks", std::move(tasks)},
            {"events", record.events.size()},
            {"evaluations", index.last().evaluations},
            {"finished", record.finished},
            {"damage", loaded.damage ? Json(describe(*loaded.damage)) : Json(nullptr)},
            {"hash", recordHash(record)}};
}

std::string recordText(const Json& json)
{
    std::string text = fmt::format("{}: record of a {} run\n", json["file"].get<std::string>(),
                                   json["method"].get<std::string>());
    text += fmt::format("  {}, seed {}, {} events, {} evaluations, {}\n", json["table"].get<std::string>(),
                        json["seed"].get<std::uint64_t>(), json["events"].get<std::uint64_t>(),
                        json["evaluations"].get<std::uint64_t>(),
                        json["finished"].get<bool>() ? "finished" : "not finished");
    for (const Json& task : json["tasks"])
        text += fmt::format("  {} ({} on {}): {} evaluations\n", task["name"].get<std::string>(),
                            task["metric"].get<std::string>(), task["split"].get<std::string>(),
                            task["evaluations"].get<std::uint64_t>());
    return text + fmt::format("  hash {}\n", json["hash"].get<std::string>());
}

int run(const Arguments& arguments, Console& console)
{
    Json all = Json::array();
    std::string text;
    for (const std::string& path : arguments.operands()) {
        if (!text.empty())
            text += '\n';
        if (path != "builtin" && recognise(path) == FileKind::Record) {
            const LoadedRecord loaded = readRecord(path);
            if (loaded.damage)
                console.err << describe(*loaded.damage) << '\n';
            all.push_back(recordJson(path, loaded));
            text += recordText(all.back());
        } else if (isPlan(path)) {
            all.push_back(planJson(openPlan(arguments, path)));
            text += planText(all.back());
        } else {
            const auto table = openTable(arguments, path);
            if (arguments.has("--json"))
                all.push_back(tableJson(*table));
            else
                text += tableText(*table);
        }
    }
    if (!arguments.has("--json"))
        console.out << text;
    else if (all.size() == 1)
        print(console, all.front());
    else
        print(console, {{"files", std::move(all)}});
    return 0;
}

} // namespace

Command infoCommand()
{
    Command command;
    command.name = "info";
    command.summary = "say what a benchmark table, a plan or a record holds";
    command.description = {
        "Says what a file holds: the search space, how many cells and how many different networks they are "
        "(twins compute the "
        "same function), and for each task what was measured, in which direction it is better, and the best "
        "cell.",
        "A table is a CSV file with a column “architecture” and columns <task>_<split>_<metric>, such as "
        "cifar10_valid_acc; the split is train, valid or test. An empty field means “not published”. "
        "Searches look at the "
        "valid split; test is shown beside it. An index is the cell's row, counted from 0."};
    command.operands = {{"FILE", "A benchmark table (CSV), a benchmark plan (JSON) or a record of a run.",
                         ValueKind::File, false, true}};
    command.options = {proxiesOption(), picturesOption(), jsonOption(), helpOption()};
    command.examples = {{"ktnas info nas-bench-201.csv", "Tasks, best cells and twins of a table."},
                        {"ktnas info --json nas-bench-201.csv | jq .twins", "One part of it for a script."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
