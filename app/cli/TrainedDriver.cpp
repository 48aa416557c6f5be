// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainedDriver.h"

#include "app/cli/BuildReport.h"
#include "app/cli/RecordOutput.h"
#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/record/RunState.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds oneStep{200};
constexpr std::chrono::seconds eachLine{60};
constexpr std::size_t mostShown = 3; ///< networks under way that a line names

/// True if a record was made by just this search, so that it may be gone on with.
bool isSameSearch(RunHeader record, const RunHeader& wanted)
{
    record.tableTitle = wanted.tableTitle;
    record.tablePath = wanted.tablePath;
    record.proxiesHash = wanted.proxiesHash;
    return record == wanted;
}

/// Says how far it is: in place on a terminal, else in a line a minute, so that a log tells the story.
class Teller {
public:
    Teller(Console& console, const TrainedRun& run)
        : m_console(console)
        , m_run(run)
        , m_state(run.record().header.tasks.size())
    {
    }
    Teller(const Teller&) = delete;
    Teller& operator=(const Teller&) = delete;
    ~Teller()
    {
        if (m_isShown)
            m_console.err << "\r\033[K" << std::flush;
    }

    void tell()
    {
        const Clock::time_point now = Clock::now();
        if (m_console.showsProgress) {
            m_console.err << "\r\033[K" << text() << std::flush;
            m_isShown = true;
        } else if (now - m_last >= eachLine) {
            m_console.err << text() << std::endl;
            m_last = now;
        }
    }

private:
    std::string text()
    {
        const Record& record = m_run.record();
        for (EventIndex i = m_state.events; i < record.events.size(); ++i)
            m_state.apply(record.events[i]);
        const TrainingProgress progress = m_run.progress();
        std::string line =
            fmt::format("generation {}, {} evaluations", m_state.generation, m_state.evaluations);
        for (std::size_t i = 0; i < record.header.tasks.size(); ++i)
            line +=
                fmt::format(", {} {}", record.header.tasks[i].name, shortNumber(m_state.tasks[i].best.value));
        line += fmt::format("; {} of {} asked for", progress.answered, progress.asked);
        const Space& space = m_run.problem()->space();
        for (std::size_t i = 0; i < std::min(mostShown, progress.underWay.size()); ++i) {
            const TrainingUnderWay& one = progress.underWay[i];
            line += fmt::format("; {} on {} {:.0f} %", space.format(space.cell(one.cell)),
                                record.header.tasks[one.task.value].name, 100 * one.share);
        }
        if (progress.underWay.size() > mostShown)
            line += fmt::format("; {} more", progress.underWay.size() - mostShown);
        if (progress.secondsLeft > 0)
            line += fmt::format("; about {} to go", duration(progress.secondsLeft));
        return line;
    }

    Console& m_console;
    const TrainedRun& m_run;
    RunState m_state;
    bool m_isShown = false;
    Clock::time_point m_last = Clock::now();
};

} // namespace

std::string resultsBeside(const std::string& record)
{
    std::filesystem::path path(record);
    path.replace_extension(path.extension() == ".kts" ? ".results.kts" : ".kts");
    return path.string();
}

BegunRun beginTrained(const RunHeader& header, const std::shared_ptr<const Problem>& problem,
                      const std::shared_ptr<TrainableTable>& table, const WorkerPool::Options& workers,
                      const std::optional<std::string>& recordPath, Console& console)
{
    if (!recordPath)
        return {{header, problem, table, workers}, {}};
    table->keepResultsIn(resultsBeside(*recordPath));
    std::error_code ignored;
    if (std::filesystem::file_size(*recordPath, ignored) > 0 && !ignored) {
        LoadedRecord before = readRecord(*recordPath);
        if (isSameSearch(before.record.header, header)) {
            console.err << fmt::format("Going on with {}: {} events.\n", *recordPath,
                                       before.record.events.size());
            TrainedRun run = TrainedRun::resume(before.record, problem, table, workers);
            return {std::move(run), std::move(before)};
        }
    }
    return {{header, problem, table, workers}, {}};
}

std::optional<Error> driveTrained(BegunRun& begun, TrainableTable& table,
                                  const std::optional<std::string>& recordPath, Console& console)
{
    TrainedRun& run = begun.run;
    RecordOutput output(recordPath, run.record(), begun.before);
    try {
        Teller teller(console, run);
        while (!console.stop.stop_requested() && run.step(oneStep)) {
            output.flush(run.record());
            teller.tell();
        }
    } catch (const Error&) {
        output.finish(run.record());
        throw;
    }
    run.stop();
    output.finish(run.record());
    std::optional<Error> failure = output.failure();
    try {
        table.writeRest();
    } catch (const Error& error) {
        failure = error;
    }
    if (!run.done()) {
        Error cancelled(ErrorCode::Cancelled);
        if (recordPath && !failure)
            cancelled.inFile(*recordPath)
                .hinting(
                    fmt::format("The record has the {} events until then, {} all finished trainings; the "
                                "same command goes on.",
                                run.record().events.size(), table.resultsPath()));
        throw cancelled;
    }
    return failure;
}

Json trainingJson(const TrainedRun& run)
{
    const TrainingProgress progress = run.progress();
    const Space& space = run.problem()->space();
    Json failures = Json::array();
    for (const FailedTraining& failed : progress.failures)
        failures.push_back({{"cell", space.format(space.cell(failed.cell))},
                            {"task", run.record().header.tasks[failed.task.value].name},
                            {"reason", failed.reason}});
    const std::string results = run.table().resultsPath();
    return {{"networks", progress.trained},
            {"reused", progress.reused},
            {"processor_seconds", progress.seconds},
            {"failures", std::move(failures)},
            {"results", results.empty() ? Json(nullptr) : Json(results)}};
}

std::string trainingText(const Json& json)
{
    std::string text = fmt::format("  {} trainings in {} of processor time; {} evaluations needed none\n",
                                   json["networks"].dump(), duration(json["processor_seconds"].get<double>()),
                                   json["reused"].dump());
    for (const Json& failed : json["failures"])
        text += fmt::format("  no value for {} on {}: {}\n", failed["cell"].get<std::string>(),
                            failed["task"].get<std::string>(), failed["reason"].get<std::string>());
    if (json["results"].is_string())
        text += fmt::format("  {} has the trained values\n", json["results"].get<std::string>());
    return text;
}

} // namespace ktnas::cli
