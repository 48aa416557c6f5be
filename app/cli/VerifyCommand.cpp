// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "app/cli/TrainOne.h"
#include "core/base/Error.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/Making.h"
#include "core/learn/work/Measures.h"
#include "core/learn/work/WorkList.h"
#include "core/space/Space.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace ktnas::cli {
namespace {

/// Values farther apart than this many standard deviations of one training are not explained by its noise.
constexpr double mostDeviations = 3;
/// Tables have six digits.
constexpr double rounding = 1e-5;

/// One value of the table, and what came out this time.
struct Compared {
    std::string task;
    std::string metric;
    Split split = Split::Valid;
    double table = 0;
    double again = 0;
    std::optional<double> deviation; ///< of one training, where the table's maker measured it
    bool isEqual() const { return std::abs(again - table) <= rounding * std::max(std::abs(table), 1e-3); }
    double deviations() const
    {
        return deviation && *deviation > 0 ? (again - table) / *deviation
                                           : std::numeric_limits<double>::quiet_NaN();
    }
    bool holds() const
    {
        return isEqual() || (deviation && std::abs(again - table) <= mostDeviations * *deviation);
    }
};

const Measure* measureOf(const Task& task, const TaskMetric& metric, Split split)
{
    const auto found = std::ranges::find_if(task.measures, [&](const Measure& measure) {
        return measure.metric == metric.column && measure.split == split && !measure.epoch;
    });
    return found == task.measures.end() ? nullptr : &*found;
}

class Verification {
public:
    Verification(const Arguments& arguments, Console& console)
        : m_console(console)
        , m_table(openTable(arguments.operands().front(), {}))
        , m_making(readMaking(benchmarkFiles(m_table->content().path).making))
        , m_device(arguments.value("--device").value())
    {
        const Space& space = m_table->space();
        m_cell = space.ordinal(space.parse(arguments.value("--cell").value()));
        const auto row = m_table->rowOf(m_cell);
        if (!row)
            throw Error(ErrorCode::BadArgument)
                .inColumn("--cell")
                .expecting("a cell of the table")
                .butFound(arguments.value("--cell").value());
        m_row = *row;
        BenchmarkPlan& plan = m_making.plan;
        if (const auto pictures = arguments.value("--pictures")) {
            plan.pictures = *pictures;
            for (PlannedTask& task : plan.tasks)
                task.source.pictures = *pictures;
        }
        chooseTasks(arguments.list("--task"));
        plan.networks.reset();
        plan.cells = {space.format(space.cell(m_cell))};
    }

    std::vector<Compared> compared()
    {
        const BenchmarkPlan& plan = m_making.plan;
        const WorkList work(plan);
        std::vector<TrainingJob> jobs;
        for (std::uint16_t task = 0; task < plan.tasks.size(); ++task) {
            for (std::uint32_t seed = 0; seed < plan.seeds; ++seed)
                jobs.push_back(work.job(
                    plan,
                    {work.representative(m_cell), task, static_cast<std::uint32_t>(plan.firstSeed) + seed}));
        }
        const std::vector<JobResult> results = carryOut(std::move(jobs), m_device, m_console);
        std::vector<Compared> list;
        for (std::uint16_t task = 0; task < plan.tasks.size(); ++task)
            compare(plan.tasks[task], std::span(results).subspan(task * plan.seeds, plan.seeds), list);
        return list;
    }

private:
    void chooseTasks(const std::optional<std::vector<std::string>>& names)
    {
        if (!names)
            return;
        std::vector<PlannedTask> chosen;
        for (const std::string& name : *names) {
            const Task& task = m_table->tasks()[m_table->taskIndex(name)];
            const auto found = std::ranges::find(m_making.plan.tasks, task.name, &PlannedTask::name);
            if (found != m_making.plan.tasks.end())
                chosen.push_back(*found);
        }
        m_making.plan.tasks = std::move(chosen);
    }

    void compare(const PlannedTask& planned, std::span<const JobResult> results, std::vector<Compared>& list)
    {
        const std::string known = m_making.checksumOf(planned.name());
        if (results.front().task.checksum != known)
            throw Error(ErrorCode::CheckpointMismatch)
                .inFile(planned.source.pictures)
                .inColumn(planned.name())
                .expecting("data with the checksum " + known.substr(0, 16))
                .butFound(results.front().task.checksum.substr(0, 16))
                .hinting("The table was made with other pictures; name those with --pictures.");
        const Task& task = m_table->tasks()[m_table->taskIndex(planned.name())];
        for (const Split split : {Split::Valid, Split::Test}) {
            for (const TaskMetric& metric : columnsOf(planned)) {
                const Measure* const measure = measureOf(task, metric, split);
                if (measure == nullptr || std::isnan(measure->values[m_row]))
                    continue;
                Compared one{planned.name(),
                             std::string(metric.column),
                             split,
                             measure->values[m_row],
                             0,
                             m_making.deviationOf(planned.name(), metric.column)};
                for (const JobResult& result : results) {
                    if (!result.outcome.failure.empty())
                        throw Error(ErrorCode::TrainingFailed).butFound(result.outcome.failure);
                    one.again +=
                        valueOf(split == Split::Valid ? result.outcome.valid : result.outcome.test, metric)
                        / static_cast<double>(results.size());
                }
                list.push_back(std::move(one));
            }
        }
    }

    Console& m_console;
    std::shared_ptr<const Table> m_table;
    Making m_making;
    std::string m_device;
    CellId m_cell;
    std::size_t m_row = 0;
};

int run(const Arguments& arguments, Console& console)
{
    const std::vector<Compared> list = Verification(arguments, console).compared();
    const bool holds = std::ranges::all_of(list, &Compared::holds);
    if (arguments.has("--json")) {
        Json values = Json::array();
        for (const Compared& one : list)
            values.push_back({{"task", one.task},
                              {"split", std::string(name(one.split))},
                              {"metric", one.metric},
                              {"table", number(one.table)},
                              {"again", number(one.again)},
                              {"sd_of_seeds", one.deviation ? number(*one.deviation) : Json(nullptr)},
                              {"holds", one.holds()}});
        print(console, {{"cell", arguments.value("--cell").value()}, {"holds", holds}, {"values", values}});
        return holds ? 0 : 1;
    }
    TextTable table{"task", "split", "metric", ">table", ">again", ">difference", ">in sd of seeds", ""};
    for (const Compared& one : list)
        table.add({one.task, std::string(name(one.split)), one.metric, shortNumber(one.table),
                   shortNumber(one.again), one.isEqual() ? "0" : shortNumber(one.again - one.table),
                   one.isEqual() ? "0" : shortNumber(one.deviations()), one.holds() ? "" : "does not hold"});
    console.out << table.text();
    console.out << (holds ? "\nThe table's values come out again; on another processor the last digits of "
                            "sums differ, and trainings drift apart within their noise.\n"
                          : "\nSome values differ by more than the noise of training.\n");
    return holds ? 0 : 1;
}

} // namespace

Command verifyCommand()
{
    Command command;
    command.name = "verify";
    command.summary = "train a cell of a benchmark again and compare";
    command.description = {
        "Trains a cell as the table's own plan says, which stands in the file FILE-made.json beside the "
        "table, "
        "and compares with the table. On the machine and with the LibTorch that made the table the values "
        "are "
        "the same; elsewhere they agree within the noise of training, which the table's maker measured: a "
        "difference of more than three standard deviations does not hold (exit code 1)."};
    command.operands = {{"FILE", "A table that build-benchmark made, or builtin.", ValueKind::File}};
    const auto option = [](const char* name, const char* value, const char* defaultValue, const char* text) {
        return Option{name, value, defaultValue, text, ValueKind::Text, false, false};
    };
    Option cell = option("--cell", "C", "", "The cell, as the table writes it.");
    cell.required = true;
    Option pictures = option("--pictures", "PATH", "", "Where the pictures are, if not where the plan says.");
    pictures.kind = ValueKind::File;
    command.options = {cell,         option("--task", "T,…", "", "Only these tasks."),
                       pictures,     option("--device", "D", "cpu", "Where to train: cpu, cuda or cuda:1."),
                       jsonOption(), helpOption()};
    command.examples = {{"ktnas verify mine.csv --cell 3_33_333", "All tasks."},
                        {"ktnas verify mine.csv --cell 3_33_333 --task object", "Only one."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
