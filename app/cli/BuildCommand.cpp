// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BuildReport.h"
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "core/base/Error.h"
#include "core/experiment/Runner.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/Builder.h"
#include "core/learn/work/Making.h"
#include "core/learn/work/Probe.h"

#include <algorithm>
#include <chrono>
#include <filesystem>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds oneStep{500};
constexpr std::chrono::seconds eachLine{60};

/// The file of results beside the table: "light.kts" for "light.csv", or "light-2of3.kts" for a part.
std::string shardPath(const Arguments& arguments, const Shard& part)
{
    std::filesystem::path path(arguments.value("--out").value());
    std::string name = path.stem().string();
    if (part.count > 1)
        name += fmt::format("-{}of{}", part.index, part.count);
    return path.replace_filename(name + ".kts").string();
}

std::string progressText(const BenchmarkBuilder& builder)
{
    const BuildProgress progress = builder.progress();
    std::string text = fmt::format("{} of {} results", progress.done, progress.total);
    if (progress.failed > 0)
        text += fmt::format(", {} failed", progress.failed);
    text += fmt::format(", {} of processor time so far", duration(progress.secondsSpent));
    if (progress.wallSecondsLeft > 0 && progress.done < progress.total)
        text += fmt::format(", about {} to go", duration(progress.wallSecondsLeft));
    return text;
}

/// Says how far it is: in place on a terminal, else in a line a minute, so that a log tells the story.
class Teller {
public:
    explicit Teller(Console& console)
        : m_console(console)
    {
    }
    void tell(const BenchmarkBuilder& builder)
    {
        const Clock::time_point now = Clock::now();
        if (m_console.showsProgress) {
            m_console.err << "\r\033[K" << progressText(builder) << std::flush;
        } else if (now - m_last >= eachLine) {
            m_console.err << progressText(builder) << std::endl;
            m_last = now;
        }
    }
    void end(const BenchmarkBuilder& builder)
    {
        m_console.err << (m_console.showsProgress ? "\r\033[K" : "") << progressText(builder) << std::endl;
    }

private:
    Console& m_console;
    Clock::time_point m_last = Clock::now();
};

BenchmarkBuilder::Options optionsOf(const Arguments& arguments, const Shard& part)
{
    BenchmarkBuilder::Options options;
    options.shard = shardPath(arguments, part);
    options.resume = arguments.has("--resume");
    options.done = arguments.values("--done");
    options.part = static_cast<std::uint32_t>(part.index);
    options.parts = static_cast<std::uint32_t>(part.count);
    options.pool.command = workerCommand();
    options.pool.workers = static_cast<unsigned>(
        std::min<std::uint64_t>(arguments.wholeNumber("--jobs", 1).value_or(defaultWorkers()), 1024));
    options.pool.devices = {arguments.value("--device").value()};
    return options;
}

Json summaryJson(const BenchmarkResults& results, const WorkList& work)
{
    Json json = Json::parse(makingJson(results, work));
    json.erase("plan");
    return json;
}

/// Writes the table and says what is in it.
void finish(const Arguments& arguments, Console& console, const BenchmarkResults& results,
            const WorkList& work)
{
    const auto failed =
        std::ranges::count_if(results.entries(), [](const auto& entry) { return entry.second.failed(); });
    const auto missing = std::ranges::count_if(
        work.keys(), [&results](const WorkKey& key) { return results.find(key) == nullptr; });
    const BenchmarkFiles files = writeBenchmark(arguments.value("--out").value(), results, work);
    if (arguments.has("--json")) {
        Json json = summaryJson(results, work);
        json["table"] = files.table;
        json["made"] = files.making;
        print(console, json);
        return;
    }
    console.out << reliabilityText(results, work) << '\n';
    if (missing > 0)
        console.out << fmt::format("{} of {} results are missing; their cells are empty.\n", missing,
                                   work.keys().size());
    if (failed > 0)
        console.out << fmt::format("{} trainings failed; their cells are empty, {} says why.\n", failed,
                                   files.making);
    if (!results.differences().empty())
        console.out << fmt::format("{} of {} results that were there twice differ; the first of each was "
                                   "kept.\n",
                                   results.differences().size(), results.doubles());
    console.out << fmt::format("{} has the table, {} how it was made.\n", files.table, files.making);
}

int merge(const Arguments& arguments, Console& console)
{
    std::optional<BenchmarkResults> results;
    for (const std::string& path : arguments.operands()) {
        const ResultShard shard = readShard(path);
        if (shard.damage)
            console.err << describe(*shard.damage) << '\n';
        if (!results) {
            results.emplace(shard.plan);
        }
        results->add(shard);
    }
    finish(arguments, console, *results, WorkList(results->plan()));
    return 0;
}

class Build {
public:
    Build(const Arguments& arguments, Console& console)
        : m_arguments(arguments)
        , m_console(console)
        , m_part(parseShard(arguments.value("--shard").value()))
        , m_options(optionsOf(arguments, m_part))
        , m_builder(readBenchmarkPlan(arguments.operands().front()), m_options)
        , m_teller(console)
    {
    }

    int run()
    {
        const std::uint64_t probeSeconds = m_arguments.wholeNumber("--probe").value_or(0);
        // A part would train other parts' networks for its probe: there it must be asked for.
        const bool isFresh = m_builder.results().entries().empty() && m_part.count == 1;
        if (m_arguments.has("--probe-only") || (isFresh && probeSeconds > 0))
            probe(std::chrono::seconds(probeSeconds));
        if (m_arguments.has("--probe-only"))
            return 0;
        while (m_builder.step(oneStep))
            look();
        m_builder.sync();
        m_teller.end(m_builder);
        if (m_part.count == 1)
            finish(m_arguments, m_console, m_builder.results(), m_builder.work());
        else
            m_console.out << fmt::format("{} has the results of this part; put the parts together by "
                                         "--merge.\n",
                                         m_options.shard);
        return 0;
    }

private:
    void probe(std::chrono::seconds budget)
    {
        const BenchmarkPlan& plan = m_builder.results().plan();
        m_builder.addFirst(probeKeys(plan, m_builder.work()));
        const Clock::time_point end = Clock::now() + budget;
        while (Clock::now() < end && m_builder.step(oneStep))
            look();
        m_builder.dropExtras();
        const ProbeReport report = probeReport(m_builder.results(), m_builder.work(), m_builder.left());
        if (m_console.showsProgress)
            m_console.err << "\r\033[K";
        std::ostream& out = m_arguments.has("--json") ? m_console.err : m_console.out;
        out << probeText(m_builder.results(), m_builder.work(), report, m_options.pool.workers) << std::flush;
    }

    void look()
    {
        m_teller.tell(m_builder);
        if (!m_console.stop.stop_requested())
            return;
        m_builder.stop();
        m_builder.sync();
        m_teller.end(m_builder);
        Error cancelled(ErrorCode::Cancelled);
        throw cancelled.inFile(m_options.shard)
            .hinting("All finished trainings are there; --resume goes on.");
    }

    const Arguments& m_arguments;
    Console& m_console;
    Shard m_part;
    BenchmarkBuilder::Options m_options;
    BenchmarkBuilder m_builder;
    Teller m_teller;
};

int run(const Arguments& arguments, Console& console)
{
    if (arguments.has("--merge"))
        return merge(arguments, console);
    requireOnePlan(arguments, "Files of results are put together with --merge.");
    return Build(arguments, console).run();
}

} // namespace

Command buildBenchmarkCommand()
{
    Command command;
    command.name = "build-benchmark";
    command.summary = "make a benchmark: train every network on every task of a plan";
    command.description = {
        "Trains all networks of a space on tasks made of any pictures, functional twins once, and writes a "
        "table that all other commands open, with a file that says how it was made beside it. First a probe "
        "tells what the whole will cost and how reliable it will be.",
        "Every result goes to a file FILE.kts beside the table as soon as it is there, so nothing is lost "
        "when the program or the machine stops: --resume goes on, also on another machine with that file. "
        "With --shard 2/5 a machine trains the second of five parts; --merge puts the parts' .kts files "
        "together. An unfinished .kts may be merged too: what is missing is empty in the table.",
        "A plan is a JSON file: {\"pictures\": \"fashion-mnist\" or a path, \"tasks\": [{\"recipe\": "
        "\"object\", \"training\": {\"passes\": 12288, ..}}, ..], \"space\": \"micro-4op\", \"skeleton\": "
        "{\"kind\": \"small\", \"channels\": [16, 32], \"cells_per_stage\": 1}, \"data\": {\"side\": 14, "
        "\"train\": 8192, ..}, \"training\": {..} for all tasks, \"seeds\": {\"from\": 0, \"count\": 1}, "
        "\"repeat\": {\"share\": 0.1, \"seeds\": 3}, \"order\": 0, \"networks\": N or \"cells\": [..], "
        "\"proxies\": {\"batch\": 64}}. All but pictures and tasks may be left out. Keys that it does not "
        "know are errors."};
    command.operands = {
        {"PLAN", "The plan; with --merge, the .kts files to put together.", ValueKind::File, false, true}};
    const auto option = [](const char* name, const char* value, const char* defaultValue, const char* text) {
        return Option{name, value, defaultValue, text, ValueKind::Text, false, false};
    };
    Option out = option("--out", "FILE", "", "The table, a CSV file; its .kts file stands beside it.");
    out.kind = ValueKind::File;
    out.required = true;
    Option done =
        option("--done", "SHARD", "", "Results in this .kts file count as done. May be given several times.");
    done.kind = ValueKind::File;
    done.repeated = true;
    command.options = {
        out,
        option("--resume", "", "", "Go on with the results that are there."),
        done,
        option("--shard", "I/N", "1/1", "Train only the I-th of N parts."),
        option("--merge", "", "", "Put the results of several .kts files together."),
        option("--probe", "S", "90",
               "Seconds for the probe; 0: none. Going on with results and --shard have none."),
        option("--probe-only", "", "", "Stop after the probe; its results are kept."),
        option("--jobs", "N", "", "Worker processes. Without it, KTNAS_THREADS or one for each core."),
        option("--device", "D", "cpu", "Where to train: cpu, cuda or cuda:1."),
        jsonOption(),
        helpOption()};
    command.examples = {
        {"ktnas build-benchmark plan.json --out mine.csv --probe-only", "Tells what it would cost."},
        {"ktnas build-benchmark plan.json --out mine.csv --resume", "Trains on all cores, goes on later."},
        {"ktnas build-benchmark --merge mine-1of2.kts mine-2of2.kts --out mine.csv", "Puts parts together."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
