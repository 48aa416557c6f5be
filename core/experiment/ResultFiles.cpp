// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/ResultFiles.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/experiment/Summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <map>
#include <utility>

namespace ktnas {
namespace {

constexpr std::size_t columnsBeforeTasks = 4;
constexpr const char* taskColumns[] = {"evaluations", "target_met", "cell", "best", "rank", "aurc"};

std::string quoted(const std::string& text)
{
    if (text.find_first_of(",\"") == std::string::npos)
        return text;
    std::string result = "\"";
    for (const char c : text)
        result += c == '"' ? "\"\"" : std::string(1, c);
    return result + '"';
}

std::string numberOrNothing(double value)
{
    return std::isnan(value) ? std::string() : formatNumber(value);
}

std::string header(const Plan& plan)
{
    std::string line = "run,method,seed,evaluations";
    for (const std::string& task : plan.tasks) {
        for (const char* column : taskColumns)
            line += ',' + quoted(task + '_' + column);
    }
    return line;
}

bool hasTarget(const Plan& plan, std::size_t task)
{
    return task < plan.stop.targets.size() && plan.stop.targets[task].has_value();
}

/// Fields of one line; a quote inside quotes is doubled.
std::vector<std::string> fieldsOf(std::string_view line)
{
    std::vector<std::string> fields(1);
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"') {
            if (isQuoted && i + 1 < line.size() && line[i + 1] == '"')
                fields.back() += line[i++];
            else
                isQuoted = !isQuoted;
        } else if (line[i] == ',' && !isQuoted) {
            fields.emplace_back();
        } else {
            fields.back() += line[i];
        }
    }
    return fields;
}

/// One line of runs.csv, with what an error needs to name the place.
class Line {
public:
    Line(std::vector<std::string> fields, std::uint64_t number, const std::string& file)
        : m_fields(std::move(fields))
        , m_number(number)
        , m_file(file)
    {
    }
    Error error(ErrorCode code, std::size_t column) const
    {
        Error error(code);
        return error.inFile(m_file).atLine(m_number).butFound(excerpt(m_fields[column]));
    }
    const std::string& text(std::size_t column) const { return m_fields[column]; }
    double number(std::size_t column) const
    {
        if (m_fields[column].empty())
            return std::numeric_limits<double>::quiet_NaN();
        if (const auto value = parseNumber(m_fields[column]))
            return *value;
        throw error(ErrorCode::BadNumber, column).expecting("a number");
    }
    std::uint64_t whole(std::size_t column, std::uint64_t low, std::uint64_t high) const
    {
        const auto value = parseInteger(m_fields[column]);
        if (!value || *value < 0 || static_cast<std::uint64_t>(*value) < low
            || static_cast<std::uint64_t>(*value) > high)
            throw error(ErrorCode::BadNumber, column)
                .expecting(fmt::format("a whole number from {} to {}", low, high));
        return static_cast<std::uint64_t>(*value);
    }

private:
    std::vector<std::string> m_fields;
    std::uint64_t m_number;
    const std::string& m_file;
};

std::size_t jobOf(const Plan& plan, const RunResult& result)
{
    return result.run * plan.seedCount + static_cast<std::size_t>(result.seed - plan.firstSeed);
}

bool isSameResult(const RunResult& a, const RunResult& b)
{
    // By text, for which two undefined numbers are equal.
    return std::ranges::equal(a.tasks, b.tasks, [](const TaskResult& x, const TaskResult& y) {
        return x.evaluations == y.evaluations && x.isTargetMet == y.isTargetMet && x.bestCell == y.bestCell
            && numberOrNothing(x.best) == numberOrNothing(y.best)
            && numberOrNothing(x.rank) == numberOrNothing(y.rank)
            && numberOrNothing(x.aurc) == numberOrNothing(y.aurc);
    });
}

} // namespace

std::string formatRuns(const Plan& plan, std::span<const RunResult> results)
{
    std::string text = header(plan) + '\n';
    for (const RunResult& result : results) {
        text += fmt::format("{},{},{},{}", quoted(plan.runs[result.run].name), plan.runs[result.run].method,
                            result.seed, result.evaluations());
        for (std::size_t i = 0; i < result.tasks.size(); ++i) {
            const TaskResult& task = result.tasks[i];
            text += fmt::format(",{},{},{},{},{},{}", task.evaluations,
                                hasTarget(plan, i) ? (task.isTargetMet ? "1" : "0") : "",
                                task.bestCell.isNone() ? std::string() : std::to_string(task.bestCell.value),
                                numberOrNothing(task.best), numberOrNothing(task.rank),
                                numberOrNothing(task.aurc));
        }
        text += '\n';
    }
    return text;
}

std::vector<RunResult> parseRuns(const Plan& plan, std::string_view text, const std::string& file)
{
    const std::vector<std::string_view> lines = split(text, '\n');
    const std::string expected = header(plan);
    if (trimmed(lines.front()) != expected) {
        throw Error(ErrorCode::BadHeader)
            .inFile(file)
            .atLine(1)
            .expecting(excerpt(expected, 80))
            .butFound(excerpt(lines.front(), 80));
    }
    const std::size_t perTask = std::size(taskColumns);
    const std::size_t columns = columnsBeforeTasks + perTask * plan.tasks.size();
    constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    std::vector<RunResult> results;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (trimmed(lines[i]).empty())
            continue;
        std::vector<std::string> fields = fieldsOf(lines[i]);
        if (fields.size() != columns) {
            throw Error(ErrorCode::BadRow)
                .inFile(file)
                .atLine(i + 1)
                .expecting(fmt::format("{} fields", columns))
                .butFound(std::to_string(fields.size()));
        }
        const Line line(std::move(fields), i + 1, file);
        RunResult result;
        const auto run = std::ranges::find(plan.runs, line.text(0), &PlanRun::name);
        if (run == plan.runs.end())
            throw line.error(ErrorCode::BadRow, 0).expecting("the name of one of the plan's runs");
        result.run = static_cast<std::size_t>(run - plan.runs.begin());
        result.seed = line.whole(2, plan.firstSeed, plan.firstSeed + plan.seedCount - 1);
        for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
            const std::size_t first = columnsBeforeTasks + perTask * task;
            TaskResult one;
            one.evaluations = line.whole(first, 0, most);
            one.isTargetMet = line.text(first + 1) == "1";
            if (!line.text(first + 2).empty())
                one.bestCell = CellId(static_cast<std::uint32_t>(line.whole(first + 2, 0, 0xFFFF'FFFE)));
            one.best = line.number(first + 3);
            one.rank = line.number(first + 4);
            one.aurc = line.number(first + 5);
            result.tasks.push_back(one);
        }
        results.push_back(std::move(result));
    }
    return results;
}

void writeResults(const std::string& folder, const Experiment& experiment, std::span<const RunResult> results)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        throw Error(ErrorCode::WriteFailed).inFile(folder).butFound(failure.message());
    const std::filesystem::path path(folder);
    const Plan& plan = experiment.plan();
    writeFile((path / "plan.json").string(), formatPlan(plan));
    writeFile((path / "runs.csv").string(), formatRuns(plan, results));
    writeFile((path / "summary.json").string(),
              formatSummary(plan, summarise(plan, results, experiment.yardsticks())));
}

MergedResults mergeResults(const std::vector<std::string>& folders)
{
    KTNAS_ASSERT(!folders.empty());
    MergedResults merged;
    std::map<std::size_t, RunResult> byJob;
    for (const std::string& folder : folders) {
        const std::string planPath = (std::filesystem::path(folder) / "plan.json").string();
        Plan plan = readPlan(planPath);
        if (&folder == &folders.front()) {
            merged.plan = std::move(plan);
        } else if (!isSamePlan(plan, merged.plan)) {
            throw Error(ErrorCode::BadPlan)
                .inFile(planPath)
                .expecting("the same plan as " + merged.plan.file)
                .butFound("another")
                .hinting("Only the shards of one plan on one table can be merged.");
        }
        const std::string runsPath = (std::filesystem::path(folder) / "runs.csv").string();
        for (RunResult& result : parseRuns(merged.plan, readFile(runsPath), runsPath)) {
            const auto [place, isNew] = byJob.try_emplace(jobOf(merged.plan, result), result);
            if (!isNew && !isSameResult(place->second, result)) {
                throw Error(ErrorCode::BadRow)
                    .inFile(runsPath)
                    .expecting("the same result as in another folder")
                    .butFound(fmt::format("another result of {} with seed {}",
                                          merged.plan.runs[result.run].name, result.seed));
            }
        }
    }
    for (auto& [job, result] : byJob)
        merged.results.push_back(std::move(result));
    merged.missing = merged.plan.jobCount() - merged.results.size();
    return merged;
}

} // namespace ktnas
