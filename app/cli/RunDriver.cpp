// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RunDriver.h"

#include "app/cli/RecordOutput.h"
#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/record/RecordIndex.h"
#include "core/tables/Recognise.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

using Clock = std::chrono::steady_clock;

/// Evaluations between two looks at the clock: some milliseconds with every method.
constexpr std::size_t pieceSize = 2000;
constexpr std::chrono::milliseconds flushInterval{250};
constexpr std::chrono::milliseconds progressInterval{200};

/// One line on the terminal that is written over and over.
class ProgressLine {
public:
    explicit ProgressLine(Console& console)
        : m_console(console)
    {
    }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine()
    {
        if (m_shown)
            m_console.err << "\r\033[K" << std::flush;
    }
    void show(const RunState& state, const std::vector<RunTask>& tasks)
    {
        if (!m_console.showsProgress)
            return;
        std::string line = fmt::format("generation {}, {} evaluations", state.generation, state.evaluations);
        for (std::size_t i = 0; i < tasks.size(); ++i)
            line += fmt::format(", {} {}", tasks[i].name, shortNumber(state.tasks[i].best.value));
        m_console.err << "\r\033[K" << line << std::flush;
        m_shown = true;
    }

private:
    Console& m_console;
    bool m_shown = false;
};

/// Targets that were met, by task: counted evaluations until then.
std::vector<std::optional<std::uint32_t>> evaluationsToTarget(const Record& record)
{
    std::vector<std::optional<std::uint32_t>> met(record.header.tasks.size());
    for (EventIndex i = 0; i < record.events.size(); ++i) {
        if (const auto* const event = std::get_if<TargetMet>(&record.events[i]))
            met[event->task.value] = event->evaluations;
    }
    return met;
}

Json bestJson(const Problem& problem, const RunTask& task, const RunState::Member& best)
{
    if (best.member.isNone())
        return nullptr;
    const Table& table = problem.table();
    const Space& space = problem.space();
    Json json{{"cell", space.format(space.cell(best.cell))},
              {"index", nullptr},
              {"value", number(best.value)},
              {"rank", nullptr}};
    if (const auto row = table.rowOf(best.cell)) {
        const Task& measured = table.tasks()[table.taskIndex(task.name)];
        json["index"] = *row;
        // A benchmark that is not trained knows no place.
        if (const std::uint32_t rank = placeRanks(measured.measure())[*row])
            json["rank"] = rank;
    }
    return json;
}

} // namespace

Option setOption(std::string text)
{
    Option option;
    option.name = "--set";
    option.value = "KEY=VALUE";
    option.text = std::move(text);
    option.repeated = true;
    return option;
}

Option learnFromOption()
{
    Option option;
    option.name = "--learn-from";
    option.value = "TARGET=SOURCE,…";
    option.text = "Which tasks a task learns from; “TARGET=” means none. Without the option everyone learns "
                  "from everyone; "
                  "with it, a task that is not named as a target learns from nobody.";
    option.repeated = true;
    return option;
}

Option recordOption()
{
    Option option;
    option.name = "--record";
    option.value = "OUT";
    option.text =
        "Write the record of the run to this file, as it happens: all but the last second survives a crash.";
    option.kind = ValueKind::File;
    return option;
}

SettingValues settingsOf(const Arguments& arguments)
{
    return arguments.pairs("--set");
}

std::optional<LearnFrom> learnFromOf(const Arguments& arguments, const std::vector<std::string>& tasks)
{
    if (!arguments.has("--learn-from"))
        return std::nullopt;
    const auto taskId = [&](std::string_view name) {
        const auto found = std::find(tasks.begin(), tasks.end(), name);
        if (found != tasks.end())
            return TaskId(static_cast<std::uint16_t>(found - tasks.begin()));
        Error error(ErrorCode::UnknownTask);
        error.inColumn("--learn-from")
            .expecting(fmt::format("a task of the run: {}", listed(tasks)))
            .butFound(fmt::format("“{}”", excerpt(name)));
        if (const auto meant = nearest(name, tasks))
            error.hinting(fmt::format("Did you mean {}?", *meant));
        throw error;
    };
    LearnFrom matrix = LearnFrom::nobody(tasks.size());
    for (const auto& [target, sources] : arguments.pairs("--learn-from")) {
        const TaskId to = taskId(target);
        if (sources.empty())
            continue;
        for (const std::string_view source : split(sources, ',')) {
            const TaskId from = taskId(trimmed(source));
            if (from == to)
                throw Error(ErrorCode::BadArgument)
                    .inColumn("--learn-from")
                    .expecting("other tasks as sources")
                    .butFound(fmt::format("{} twice", target));
            matrix.set(to, from, true);
        }
    }
    return matrix;
}

std::optional<std::string> recordPathOf(const Arguments& arguments, const std::vector<std::string>& inputs)
{
    auto path = arguments.value("--record");
    std::error_code ignored;
    if (!path || !std::filesystem::is_regular_file(*path, ignored))
        return path;
    const auto refuse = [&](std::string found) {
        return Error(ErrorCode::BadArgument)
            .inFile(*path)
            .inColumn("--record")
            .expecting("a new file, or a record to replace")
            .butFound(std::move(found));
    };
    for (const std::string& input : inputs) {
        if (std::filesystem::equivalent(*path, input, ignored))
            throw refuse("the file that the run reads");
    }
    bool isRecord = std::filesystem::file_size(*path, ignored) == 0;
    try {
        isRecord = isRecord || recognise(*path) == FileKind::Record;
    } catch (const Error&) {
        isRecord = false;
    }
    if (!isRecord)
        throw refuse("another kind of file");
    return path;
}

std::optional<Error> drive(Run& run, const std::optional<std::string>& recordPath, Console& console)
{
    RecordOutput output(recordPath, run.record());
    RunState state(run.record().header.tasks.size());
    auto flushed = Clock::now();
    auto shown = flushed;
    {
        ProgressLine progress(console);
        while (!console.stop.stop_requested() && run.advance(pieceSize)) {
            const auto now = Clock::now();
            if (now - flushed >= flushInterval) {
                output.flush(run.record());
                flushed = now;
            }
            if (console.showsProgress && now - shown >= progressInterval) {
                for (EventIndex i = state.events; i < run.record().events.size(); ++i)
                    state.apply(run.record().events[i]);
                progress.show(state, run.record().header.tasks);
                shown = now;
            }
        }
    }
    output.finish(run.record());
    if (!run.done()) {
        Error cancelled(ErrorCode::Cancelled);
        if (recordPath && !output.failure())
            cancelled.inFile(*recordPath)
                .hinting(fmt::format("The record has the {} events until then.", run.record().events.size()));
        throw cancelled;
    }
    return output.failure();
}

Json settingJson(const SettingInfo& info, const std::string& value)
{
    if (info.kind == SettingKind::Integer) {
        if (const auto integer = parseInteger(value))
            return *integer;
    }
    if (info.kind == SettingKind::Real) {
        if (const auto real = parseNumber(value))
            return *real;
    }
    return value;
}

Json runJson(const Record& record, const Problem& problem, double seconds)
{
    const RunHeader& header = record.header;
    RecordIndex index(header.tasks.size());
    index.extend(record.events.view());
    Json settings = Json::object();
    for (const SettingInfo& info : methodInfo(header.method).settings)
        settings[info.name] = settingJson(info, settingValue(header.settings, info.name));
    const auto toTarget = evaluationsToTarget(record);
    Json tasks = Json::array();
    for (std::size_t i = 0; i < header.tasks.size(); ++i) {
        const RunState::TaskState& state = index.last().tasks[i];
        tasks.push_back({{"name", header.tasks[i].name},
                         {"evaluations", state.evaluations},
                         {"evaluations_to_target", toTarget[i] ? Json(*toTarget[i]) : Json(nullptr)},
                         {"best", bestJson(problem, header.tasks[i], state.best)}});
    }
    return {{"method", header.method},
            {"seed", header.seed},
            {"settings", std::move(settings)},
            {"tasks", std::move(tasks)},
            {"evaluations", index.last().evaluations},
            {"generations", index.last().generation},
            {"events", record.events.size()},
            {"hash", recordHash(record)},
            {"seconds", seconds}};
}

std::string runText(const Json& json)
{
    std::string text =
        fmt::format("{}, seed {}: {} evaluations in {} generations\n\n", json["method"].get<std::string>(),
                    json["seed"].get<std::uint64_t>(), json["evaluations"].get<std::uint64_t>(),
                    json["generations"].get<std::uint32_t>());
    TextTable table{"task", ">evaluations", ">to target", ">best", ">rank", ">index", "cell"};
    const auto orDash = [](const Json& value) { return value.is_null() ? std::string("–") : value.dump(); };
    for (const Json& task : json["tasks"]) {
        const Json& best = task["best"];
        const bool has = !best.is_null();
        table.add({task["name"].get<std::string>(), task["evaluations"].dump(),
                   orDash(task["evaluations_to_target"]),
                   has && best["value"].is_number() ? shortNumber(best["value"].get<double>()) : "–",
                   has ? orDash(best["rank"]) : "–", has ? orDash(best["index"]) : "–",
                   has ? best["cell"].get<std::string>() : ""});
    }
    text += table.text(2);
    text += fmt::format("\n  {} events, hash {}\n  {:.3g} seconds\n", json["events"].get<std::uint64_t>(),
                        json["hash"].get<std::string>(), json["seconds"].get<double>());
    return text;
}

} // namespace ktnas::cli
