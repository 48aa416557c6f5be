// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/experiment/ResultFiles.h"
#include "core/experiment/Runner.h"
#include "core/experiment/Summary.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

std::string statisticText(const Statistic& statistic)
{
    if (std::isnan(statistic.mean))
        return "–";
    return fmt::format("{} [{}, {}]", shortNumber(statistic.mean), shortNumber(statistic.low),
                       shortNumber(statistic.high));
}

std::string summaryText(const Plan& plan, const Summary& summary)
{
    TextTable runs{"run", "task", ">seeds", ">evaluations", ">best", ">rank", ">regret area", ">never met"};
    for (std::size_t r = 0; r < summary.runs.size(); ++r) {
        const RunSummary& run = summary.runs[r];
        runs.add({plan.runs[r].name, "all", std::to_string(run.seeds), statisticText(run.total), "",
                  shortNumber(run.meanRank), "", std::to_string(run.censored)});
        for (std::size_t t = 0; t < run.tasks.size(); ++t) {
            const TaskSummary& task = run.tasks[t];
            runs.add({"", plan.tasks[t], "", statisticText(task.evaluations), statisticText(task.best),
                      statisticText(task.rank), statisticText(task.aurc), std::to_string(task.censored)});
        }
    }
    std::string text = runs.text();
    if (summary.pairs.empty())
        return text;
    TextTable pairs{"a", "b", ">evaluations a − b", ">p"};
    for (const PairSummary& pair : summary.pairs)
        pairs.add({plan.runs[pair.a].name, plan.runs[pair.b].name,
                   fmt::format("{} [{}, {}]", shortNumber(pair.total.mean), shortNumber(pair.total.low),
                               shortNumber(pair.total.high)),
                   shortNumber(pair.total.p)});
    return text + "\nPairs by seed, all tasks together:\n" + pairs.text()
        + "\nMeans with 95 % bootstrap intervals over the seeds; p by Wilcoxon's signed-rank test.\n";
}

void report(const Arguments& arguments, Console& console, const Experiment& experiment,
            const std::vector<RunResult>& results)
{
    const std::string folder = arguments.value("--out").value();
    writeResults(folder, experiment, results);
    const Summary summary = summarise(experiment.plan(), results, experiment.yardsticks());
    if (arguments.has("--json"))
        print(console, Json::parse(formatSummary(experiment.plan(), summary)));
    else
        console.out << summaryText(experiment.plan(), summary)
                    << fmt::format("\nplan.json, runs.csv and summary.json are in {}\n", folder);
}

Experiment experimentOf(const Plan& plan)
{
    return {plan, openTable(plan.table, plan.proxies)};
}

int merge(const Arguments& arguments, Console& console)
{
    const MergedResults merged = mergeResults(arguments.operands());
    if (merged.missing > 0)
        console.err << fmt::format("{} of the plan's {} runs are in none of the folders.\n", merged.missing,
                                   merged.plan.jobCount());
    report(arguments, console, experimentOf(merged.plan), merged.results);
    return 0;
}

/// Shows how far it is, at most five times a second.
std::function<void(std::size_t, std::size_t)> progressOn(Console& console)
{
    if (!console.showsProgress)
        return {};
    return [&console, last = std::chrono::steady_clock::time_point()](std::size_t done,
                                                                      std::size_t total) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (done < total && now - last < std::chrono::milliseconds(200))
            return;
        last = now;
        console.err << fmt::format("\r\033[K{} of {} runs", done, total) << (done == total ? "\r\033[K" : "")
                    << std::flush;
    };
}

/// The folder for records, made if it is not there.
std::string recordFolder(const Arguments& arguments)
{
    if (!arguments.has("--records"))
        return {};
    std::string folder = arguments.value("--out").value() + "/records";
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorCode::WriteFailed).inFile(folder).butFound(failure.message());
    return folder;
}

int run(const Arguments& arguments, Console& console)
{
    if (arguments.has("--merge"))
        return merge(arguments, console);
    requireOnePlan(arguments, "Folders of shards are put together with --merge.");
    ExperimentOptions options;
    options.shard = parseShard(arguments.value("--shard").value());
    options.threads =
        static_cast<unsigned>(std::min<std::uint64_t>(arguments.wholeNumber("--jobs", 1).value_or(0), 1024));
    options.stop = console.stop;
    options.progress = progressOn(console);
    const Experiment experiment = experimentOf(readPlan(arguments.operands().front()));
    options.records = recordFolder(arguments);
    const std::vector<RunResult> results = experiment.run(options);
    if (!console.stop.stop_requested()) {
        report(arguments, console, experiment, results);
        return 0;
    }
    Error cancelled(ErrorCode::Cancelled);
    if (!results.empty()) {
        const std::string folder = arguments.value("--out").value();
        writeResults(folder, experiment, results);
        cancelled.inFile(folder).hinting(
            fmt::format("The {} runs that were done are there.", results.size()));
    }
    throw cancelled;
}

} // namespace

Command experimentCommand()
{
    Command command;
    command.name = "experiment";
    command.summary = "run many methods, settings and seeds from a plan";
    command.description = {
        "Runs every method of a plan on every seed, on all cores, and sums up what came out: means with "
        "bootstrap intervals, paired "
        "tests by seed, runs that never met a target counted as such. The results do not depend on the "
        "number of threads.",
        "A plan is a JSON file: {\"table\": FILE, \"tasks\": [..], \"learn_from\": {\"target\": [\"source\", "
        "..]}, \"runs\": "
        "[{\"name\", \"method\", \"settings\": {..}}], \"seeds\": {\"from\": 0, \"count\": 500}, \"until\": "
        "{\"evaluations\": N} "
        "or {\"generations\": N} or {\"targets\": [..]}}. Keys that it does not know are errors.",
        "With --shard 2/5 a machine runs the second of five parts; --merge puts the parts' folders "
        "together."};
    command.operands = {
        {"PLAN", "The plan; with --merge, the folders to put together.", ValueKind::File, false, true}};
    const auto option = [](const char* name, const char* value, const char* defaultValue, const char* text) {
        return Option{name, value, defaultValue, text, ValueKind::Text, false, false};
    };
    Option out = option("--out", "DIR", "",
                        "The folder for plan.json, runs.csv and summary.json; made if it is not there.");
    out.kind = ValueKind::Folder;
    out.required = true;
    command.options = {out,
                       option("--jobs", "N", "", "Threads. Without it, KTNAS_THREADS or all cores."),
                       option("--shard", "I/N", "1/1", "Run only the I-th of N parts."),
                       option("--records", "", "", "Write the record of every run to DIR/records."),
                       option("--merge", "", "", "Put the results of several folders together."),
                       jsonOption(),
                       helpOption()};
    command.examples = {{"ktnas experiment plan.json --out results", "Runs the plan on all cores."},
                        {"ktnas experiment --merge part1 part2 --out results", "Puts two shards together."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
