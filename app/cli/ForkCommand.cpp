// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/PlanInput.h"
#include "app/cli/RecordInput.h"
#include "app/cli/RunDriver.h"
#include "app/cli/TrainedDriver.h"
#include "core/base/Error.h"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>

namespace ktnas::cli {
namespace {

std::vector<std::string> taskNames(const RunHeader& header)
{
    std::vector<std::string> tasks;
    tasks.reserve(header.tasks.size());
    for (const RunTask& task : header.tasks)
        tasks.push_back(task.name);
    return tasks;
}

int report(const Arguments& arguments, Console& console, Json& json, const RunHeader& made,
           const std::optional<Error>& writeFailure)
{
    json["fork"] = {{"parent", made.forkOf}, {"at", made.forkedAt}};
    if (arguments.has("--json"))
        print(console, json);
    else
        console.out << runText(json)
                    << (json.contains("training") ? trainingText(json["training"]) : std::string())
                    << fmt::format("  shares {} events with {}\n", made.forkedAt,
                                   arguments.operands().front());
    if (writeFailure)
        throw Error(*writeFailure);
    return 0;
}

/// The fork of a run on a plan: what the parent trained is known, beside it or from its record.
int forkOnPlan(const Arguments& arguments, Console& console, const Record& parent, EventIndex at,
               const std::string& plan)
{
    const std::string& path = arguments.operands().front();
    const auto trainable = openTrainable(arguments, plan);
    checkTable(*trainable->table(), parent.header, plan);
    const auto recordPath = recordPathOf(arguments, {path, plan});
    std::error_code ignored;
    if (const std::string known = resultsBeside(path); std::filesystem::exists(known, ignored))
        trainable->addResults(known);
    if (recordPath)
        trainable->keepResultsIn(resultsBeside(*recordPath));
    const Stopwatch watch;
    BegunRun begun{TrainedRun::fork(parent, problemOf(parent.header, trainable->table()), trainable,
                                    workersOf(arguments), at, settingsOf(arguments),
                                    learnFromOf(arguments, taskNames(parent.header))),
                   {}};
    const auto failure = driveTrained(begun, *trainable, recordPath, console);
    const Record& record = begun.run.record();
    Json json = runJson(record, *begun.run.problem(), watch.seconds());
    json["training"] = trainingJson(begun.run);
    return report(arguments, console, json, record.header, failure);
}

int run(const Arguments& arguments, Console& console)
{
    const std::string& path = arguments.operands().front();
    if (!arguments.has("--set") && !arguments.has("--learn-from"))
        throw Error(ErrorCode::BadArgument)
            .expecting("--set KEY=VALUE or --learn-from TARGET=SOURCE,…")
            .butFound("nothing that the fork does differently");
    const SettingValues settings = settingsOf(arguments);
    const LoadedRecord loaded = openRecord(path, console);
    const RunHeader& header = loaded.record.header;
    (void)settingsWith(header.method, settings);
    const EventIndex at = eventOf(arguments, loaded.record);
    const std::string tablePath = tablePathOf(arguments, header);
    if (isPlan(tablePath))
        return forkOnPlan(arguments, console, loaded.record, at, tablePath);
    refuseTrainingOptions(arguments, tablePath);
    const auto table = tableOfRecord(arguments, header);
    const auto recordPath =
        recordPathOf(arguments, {path, table->content().path, table->content().proxiesPath});
    const Stopwatch watch;
    Run branch = fork(loaded.record, problemOf(header, table), at, settings,
                      learnFromOf(arguments, taskNames(header)));
    const auto recordFailure = drive(branch, recordPath, console);
    Json json = runJson(branch.record(), *branch.problem(), watch.seconds());
    return report(arguments, console, json, branch.record().header, recordFailure);
}

} // namespace

Command forkCommand()
{
    Command command;
    command.name = "fork";
    command.summary = "run another future from any event of a record";
    command.description = {
        "Goes back to an event of a recorded run, changes settings or who learns from "
        "whom, and runs on from there to the end "
        "that the first run had. The new record shares all events up to that moment; "
        "because every random number has an "
        "address, the two differ only where the change reaches.",
        "The fork takes effect at the first decision behind the event. The method is run "
        "again up to there, so the table is "
        "needed, with the same content.",
        "A run on a benchmark plan trains what the other future asks for and the first did "
        "not; what stands in the .kts file beside the record is not trained again."};
    command.operands = {{"RECORD", "The record of the run to fork.", ValueKind::File, false, false}};
    Option at;
    at.name = "--at";
    at.value = "EVENT";
    at.text = "The number of events that both runs share (a little more, up to the next decision).";
    at.required = true;
    command.options = {at,
                       setOption("Change one setting of the method from there on."),
                       learnFromOption(),
                       recordOption(),
                       tableOption(),
                       proxiesOption()};
    for (Option& training : trainingOptions())
        command.options.push_back(std::move(training));
    command.options.push_back(jsonOption());
    command.options.push_back(helpOption());
    command.examples = {{"ktnas fork a.ktr --at 1000 --set transfer=none --record b.ktr",
                         "What if nobody had migrated from event 1,000 on?"}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
