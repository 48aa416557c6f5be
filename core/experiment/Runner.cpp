// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Runner.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Text.h"
#include "core/record/RecordFile.h"

#include <fmt/format.h>

#include <filesystem>
#include <mutex>
#include <utility>

namespace ktnas {
namespace {

/// How many evaluations of a recorded run are answered between two looks at the stop token.
constexpr std::size_t piece = 4096;

std::string recordPath(const std::string& folder, std::size_t run, std::string name, std::uint64_t seed)
{
    for (char& c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '-' || c == '_';
        c = isPlain ? c : '_';
    }
    return (std::filesystem::path(folder) / fmt::format("{}-{}-{}.ktnas-record", run + 1, name, seed))
        .string();
}

/// An error of the problem or of a method, at its place in the plan.
Error placed(const Error& error, const Plan& plan, const std::string& place)
{
    Error moved(ErrorCode::BadPlan);
    moved.inFile(plan.file).expecting(error.expected).butFound(error.found).hinting(error.hint);
    return moved.inColumn(error.column.empty() ? place : place + '.' + error.column);
}

} // namespace

Shard parseShard(std::string_view text)
{
    const std::vector<std::string_view> parts = split(text, '/');
    const auto index = parseInteger(parts.front());
    const auto count = parseInteger(parts.back());
    if (parts.size() != 2 || !index || !count || *index < 1 || *index > *count) {
        throw Error(ErrorCode::BadArgument)
            .inColumn("--shard")
            .expecting("a part and the number of parts, such as 2/5")
            .butFound(excerpt(text));
    }
    return {static_cast<std::size_t>(*index), static_cast<std::size_t>(*count)};
}

Experiment::Experiment(const Plan& plan, std::shared_ptr<const Table> table)
    : m_plan(plan)
{
    const std::string& hash = table->content().contentHash;
    if (!plan.tableHash.empty() && plan.tableHash != hash) {
        throw Error(ErrorCode::BadPlan)
            .inFile(plan.file)
            .inColumn("table_sha256")
            .expecting(excerpt(plan.tableHash, 64))
            .butFound(fmt::format("{} in {}", hash, plan.table))
            .hinting("The plan was made for another version of the table.");
    }
    m_plan.tableHash = hash;
    try {
        m_problem = Problem::make(table, plan.tasks);
    } catch (const Error& error) {
        throw placed(error, plan, "tasks");
    }
    for (const std::string& task : plan.tasks)
        m_yardsticks.emplace_back(table->tasks()[table->taskIndex(task)].measure());
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        PlanRun& run = m_plan.runs[i];
        try {
            m_headers.push_back(
                makeHeader(*m_problem, run.method, run.settings, plan.firstSeed, plan.stop, plan.learnFrom));
        } catch (const Error& error) {
            throw placed(error, plan, fmt::format("runs[{}].settings", i));
        }
        run.settings = m_headers.back().settings;
    }
}

std::optional<RunResult> Experiment::runJob(std::size_t job, const std::stop_token& stop,
                                            const std::string& records) const
{
    RunResult result;
    result.run = job / m_plan.seedCount;
    result.seed = m_plan.firstSeed + job % m_plan.seedCount;
    RunHeader header = m_headers[result.run];
    header.seed = result.seed;
    RunWatcher watcher(m_yardsticks);
    if (!records.empty()) {
        Run run(std::move(header), m_problem);
        while (run.advance(piece)) {
            if (stop.stop_requested())
                return std::nullopt;
        }
        for (EventIndex i = 0; i < run.record().events.size(); ++i)
            watcher.append(run.record().events[i]);
        writeRecord(recordPath(records, result.run, m_plan.runs[result.run].name, result.seed), run.record());
    } else {
        const std::unique_ptr<Method> method = startMethod(header, *m_problem, &watcher);
        std::vector<double> values;
        while (!method->done()) {
            if (stop.stop_requested())
                return std::nullopt;
            values.clear();
            for (const Request& request : method->asked())
                values.push_back(m_problem->value(request.task, request.cell));
            method->tell(values);
        }
    }
    result.tasks = watcher.results();
    return result;
}

std::vector<RunResult> Experiment::run(const ExperimentOptions& options) const
{
    const Shard shard = options.shard;
    KTNAS_ASSERT(shard.index >= 1 && shard.index <= shard.count);
    std::vector<std::size_t> jobs;
    for (std::size_t job = shard.index - 1; job < m_plan.jobCount(); job += shard.count)
        jobs.push_back(job);
    std::vector<std::optional<RunResult>> slots(jobs.size());
    std::mutex mutex;
    std::size_t done = 0;
    parallelFor(
        jobs.size(),
        [&](std::size_t i) {
            slots[i] = runJob(jobs[i], options.stop, options.records);
            if (slots[i] && options.progress) {
                const std::lock_guard lock(mutex);
                options.progress(++done, jobs.size());
            }
        },
        options.threads, options.stop);
    std::vector<RunResult> results;
    for (std::optional<RunResult>& slot : slots) {
        if (slot)
            results.push_back(std::move(*slot));
    }
    return results;
}

} // namespace ktnas
