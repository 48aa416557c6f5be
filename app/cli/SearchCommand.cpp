// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/PlanInput.h"
#include "app/cli/RunDriver.h"
#include "app/cli/TextTable.h"
#include "app/cli/TrainedDriver.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

std::vector<std::optional<double>> targetsOf(const Arguments& arguments, std::size_t taskCount)
{
    const auto pieces = arguments.list("--until-target", true);
    if (!pieces)
        return {};
    const auto wrong = [](std::string expected, std::string found) {
        return Error(ErrorCode::BadArgument)
            .inColumn("--until-target")
            .expecting(std::move(expected))
            .butFound(std::move(found));
    };
    if (pieces->size() != taskCount)
        throw wrong(fmt::format("one target for each of the {} tasks, in their order", taskCount),
                    fmt::format("{}", pieces->size()));
    std::vector<std::optional<double>> targets;
    for (const std::string& piece : *pieces) {
        targets.push_back(parseNumber(piece));
        if (!targets.back() && !piece.empty())
            throw wrong("numbers such as 91.6,73.49, or nothing for a task without a target",
                        fmt::format("“{}”", excerpt(piece)));
    }
    return targets;
}

StopRule stopRuleOf(const Arguments& arguments, std::size_t taskCount)
{
    StopRule stop;
    stop.evaluations = arguments.wholeNumber("--evaluations", 1);
    if (const auto generations = arguments.wholeNumber("--generations"))
        stop.generations = static_cast<std::uint32_t>(
            std::min<std::uint64_t>(*generations, std::numeric_limits<std::uint32_t>::max()));
    stop.targets = targetsOf(arguments, taskCount);
    if (!stop.evaluations && !stop.generations && stop.targets.empty())
        throw Error(ErrorCode::BadArgument)
            .expecting("--evaluations N, --generations N or --until-target V,V,…")
            .butFound("no end for the run");
    return stop;
}

std::vector<std::string> taskNamesOf(const Arguments& arguments, const Table& table)
{
    if (const auto names = arguments.list("--tasks"))
        return *names;
    std::vector<std::string> names;
    names.reserve(table.tasks().size());
    for (const Task& task : table.tasks())
        names.push_back(task.name);
    return names;
}

Json settingsJson(const MethodInfo& method)
{
    Json settings = Json::array();
    for (const SettingInfo& info : method.settings) {
        Json json{
            {"name", info.name}, {"title", info.title}, {"default", settingJson(info, info.defaultValue)}};
        if (info.kind == SettingKind::Integer || info.kind == SettingKind::Real) {
            json["low"] = info.low;
            json["high"] = info.high;
            json["unit"] = info.unit;
        }
        if (info.kind == SettingKind::Choice) {
            json["choices"] = Json::object();
            for (std::size_t i = 0; i < info.choices.size(); ++i)
                json["choices"][info.choices[i]] = info.choiceTexts[i];
        }
        json["explanation"] = info.explanation;
        settings.push_back(std::move(json));
    }
    return {{"method", method.id},
            {"title", method.title},
            {"explanation", method.explanation},
            {"settings", std::move(settings)}};
}

std::string settingsText(const MethodInfo& method)
{
    std::string text = fmt::format("{}\n{}\n", method.title, wrapped(method.explanation, 2));
    for (const SettingInfo& info : method.settings) {
        text += fmt::format("  {}={}  {}", info.name, info.defaultValue, info.title);
        if (info.kind == SettingKind::Integer || info.kind == SettingKind::Real)
            text += fmt::format(", {:g} to {:g}{}{}", info.low, info.high, info.unit.empty() ? "" : " ",
                                info.unit);
        text += '\n' + wrapped(info.explanation, 6);
        for (std::size_t i = 0; i < info.choices.size(); ++i)
            text += wrapped(fmt::format("{}: {}", info.choices[i], info.choiceTexts[i]), 8);
        text += '\n';
    }
    return text;
}

int showSettings(const Arguments& arguments, Console& console)
{
    const MethodInfo& method = methodInfo(arguments.value("--method").value());
    if (arguments.has("--json"))
        print(console, settingsJson(method));
    else
        console.out << settingsText(method);
    return 0;
}

/// Prints the result; the run is good all the same if its files could not be written, so that comes first.
int report(const Arguments& arguments, Console& console, const Json& json, const std::string& text,
           const std::optional<Error>& writeFailure)
{
    if (arguments.has("--json"))
        print(console, json);
    else
        console.out << text;
    if (writeFailure)
        throw Error(*writeFailure);
    return 0;
}

/// Searches on a plan: evaluating a cell means training it.
int runOnPlan(const Arguments& arguments, Console& console, const std::string& path)
{
    const auto trainable = openTrainable(arguments, path);
    const auto tasks = taskNamesOf(arguments, *trainable->table());
    const auto problem = Problem::make(trainable->table(), tasks);
    const StopRule stop = stopRuleOf(arguments, tasks.size());
    const auto recordPath = recordPathOf(arguments, {path});
    const RunHeader header =
        makeHeader(*problem, arguments.value("--method").value(), settingsOf(arguments),
                   arguments.wholeNumber("--seed").value(), stop, learnFromOf(arguments, tasks));
    const Stopwatch watch;
    BegunRun begun = beginTrained(header, problem, trainable, workersOf(arguments), recordPath, console);
    const auto failure = driveTrained(begun, *trainable, recordPath, console);
    Json json = runJson(begun.run.record(), *problem, watch.seconds());
    json["training"] = trainingJson(begun.run);
    return report(arguments, console, json, runText(json) + trainingText(json["training"]), failure);
}

int run(const Arguments& arguments, Console& console)
{
    if (arguments.has("--settings"))
        return showSettings(arguments, console);
    if (arguments.operands().empty())
        throw Error(ErrorCode::BadArgument)
            .inColumn("FILE")
            .expecting("a benchmark table behind “ktnas search”")
            .butFound("none");
    const std::string& path = arguments.operands().front();
    const std::string method = arguments.value("--method").value();
    const SettingValues settings = settingsOf(arguments);
    // What is wrong on the command line is said before a large table is read.
    (void)settingsWith(method, settings);
    const std::uint64_t seed = arguments.wholeNumber("--seed").value();
    if (isPlan(path))
        return runOnPlan(arguments, console, path);
    refuseTrainingOptions(arguments, path);
    const auto table = openTable(arguments, path);
    const auto tasks = taskNamesOf(arguments, *table);
    const auto problem = Problem::make(table, tasks);
    const StopRule stop = stopRuleOf(arguments, tasks.size());
    const auto recordPath = recordPathOf(arguments, {path, table->content().proxiesPath});
    const Stopwatch watch;
    Run search(makeHeader(*problem, method, settings, seed, stop, learnFromOf(arguments, tasks)), problem);
    const auto recordFailure = drive(search, recordPath, console);
    const Json json = runJson(search.record(), *search.problem(), watch.seconds());
    return report(arguments, console, json, runText(json), recordFailure);
}

std::vector<Option> searchOptions()
{
    std::string methodNames;
    for (const MethodInfo& method : methods())
        methodNames.append(methodNames.empty() ? "" : ", ").append(method.id);
    const auto option = [](const char* name, const char* value, const char* defaultValue, std::string text,
                           ValueKind kind = ValueKind::Text) {
        return Option{name, value, defaultValue, std::move(text), kind, false, false};
    };
    std::vector<Option> options{
        option("--tasks", "A,B,…", "",
               "The tasks to search for, in this order. Without it, all tasks of the table."),
        option("--method", "M", "ktnas", fmt::format("The search method: {}.", methodNames),
               ValueKind::Method),
        setOption(
            "Change one setting of the method, by the names of the paper (K, n, m, r, S, transfer, …)."),
        option("--settings", "", "",
               "List the settings of the method with explanations, and search nothing."),
        learnFromOption(),
        option("--seed", "S", "0",
               "Seed of all random numbers: the same seed gives the same record, bit for bit."),
        option("--evaluations", "N", "", "End after N evaluations of each task."),
        option("--generations", "N", "", "End after N generations."),
        option("--until-target", "V,V,…", "",
               "End when every task has a cell beyond its target, in the table's units and the order of "
               "the tasks; a task "
               "stops on its own. Leave a gap for a task without a target."),
        recordOption(),
        proxiesOption()};
    for (Option& training : trainingOptions())
        options.push_back(std::move(training));
    options.push_back(jsonOption());
    options.push_back(helpOption());
    return options;
}

} // namespace

Command searchCommand()
{
    Command command;
    command.name = "search";
    command.summary = "search for good cells on several tasks at once";
    command.description = {
        "Runs a search method on the cells of a table: evaluating a cell means looking "
        "its value up on the valid split. Several "
        "tasks are searched at once and may learn from each other. At least one of "
        "--evaluations, --generations and "
        "--until-target says when the run ends.",
        "An evaluation counts once for each task and cell. “rank” is the place of the "
        "best cell among all of the table, 1 is "
        "best. The hash names all that happened; it is the same on every machine and for "
        "any number of threads.",
        "On a benchmark plan (JSON, see “ktnas help build-benchmark”) evaluating a cell means "
        "training it: worker processes train the networks that the method asks for, twins "
        "once. With --record OUT.ktr the trained values stand in OUT.kts; nothing in there "
        "is ever trained again, so the same command goes on after a kill and ends with the "
        "same record. A plan that calls its pictures by a name is told their place by "
        "--pictures.",
        "When the record's file cannot be written any more (disk full), the search goes "
        "on, tries again at the end, prints its "
        "result and then fails."};
    command.operands = {
        {"FILE", "A benchmark table (CSV) or a benchmark plan (JSON); may be left out with --settings.",
         ValueKind::File, true, false}};
    command.options = searchOptions();
    command.examples = {
        {"ktnas search nas-bench-201.csv --tasks cifar10,cifar100,imagenet16_120 --method "
         "ktnas --seed 1 --until-target "
         "91.60,73.49,46.7",
         "The paper's three tasks until each has its best cell."},
        {"ktnas search micro.csv --tasks class_scene,normal --set transfer=random "
         "--evaluations 150 --record a.ktr",
         "Migrants drawn by lot, with a record to replay."},
        {"ktnas search fashion-and-mnist.json --pictures mnist=datasets/mnist --evaluations 40 "
         "--seed 1 --record b.ktr",
         "Trains as it searches, on two data sets at once."},
        {"ktnas search --method mt-nas --settings", "What can be changed about a method."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
