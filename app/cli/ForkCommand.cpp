// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RecordInput.h"
#include "app/cli/RunDriver.h"
#include "core/base/Error.h"

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

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
    const auto table = tableOfRecord(arguments, header);
    std::vector<std::string> tasks;
    tasks.reserve(header.tasks.size());
    for (const RunTask& task : header.tasks)
        tasks.push_back(task.name);
    const auto recordPath =
        recordPathOf(arguments, {path, table->content().path, table->content().proxiesPath});
    const Stopwatch watch;
    Run branch = fork(loaded.record, problemOf(header, table), at, settings, learnFromOf(arguments, tasks));
    const auto recordFailure = drive(branch, recordPath, console);
    Json json = runJson(branch, watch.seconds());
    const RunHeader& made = branch.record().header;
    json["fork"] = {{"parent", made.forkOf}, {"at", made.forkedAt}};
    if (arguments.has("--json"))
        print(console, json);
    else
        console.out << runText(json) << fmt::format("  shares {} events with {}\n", made.forkedAt, path);
    if (recordFailure)
        throw *recordFailure;
    return 0;
}

} // namespace

Command forkCommand()
{
    Command command;
    command.name = "fork";
    command.summary = "run another future from any event of a record";
    command.description = {"Goes back to an event of a recorded run, changes settings or who learns from "
                           "whom, and runs on from there to the end "
                           "that the first run had. The new record shares all events up to that moment; "
                           "because every random number has an "
                           "address, the two differ only where the change reaches.",
                           "The fork takes effect at the first decision behind the event. The method is run "
                           "again up to there, so the table is "
                           "needed, with the same content."};
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
                       proxiesOption(),
                       jsonOption(),
                       helpOption()};
    command.examples = {{"ktnas fork a.ktr --at 1000 --set transfer=none --record b.ktr",
                         "What if nobody had migrated from event 1,000 on?"}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
