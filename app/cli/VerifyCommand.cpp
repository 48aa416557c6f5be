// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "app/cli/TrainOne.h"
#include "core/base/Error.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/Verification.h"
#include "core/space/Space.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace ktnas::cli {
namespace {

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
        if (!m_table->rowOf(m_cell))
            throw Error(ErrorCode::BadArgument)
                .inColumn("--cell")
                .expecting("a cell of the table")
                .butFound(arguments.value("--cell").value());
        if (const auto pictures = arguments.value("--pictures")) {
            BenchmarkPlan& plan = m_making.plan;
            plan.pictures = *pictures;
            for (PlannedTask& task : plan.tasks)
                task.source.pictures = *pictures;
        }
        chooseTasks(arguments.list("--task"));
    }

    std::vector<VerifiedValue> values() const
    {
        const std::vector<JobResult> results =
            carryOutHere(verificationJobs(*m_table, m_cell, m_making), m_device, m_console);
        try {
            return compareWithTable(*m_table, m_cell, m_making, results);
        } catch (Error& error) {
            if (error.code == ErrorCode::CheckpointMismatch)
                error.hinting("The table was made with other pictures; name those with --pictures.");
            throw;
        }
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

    Console& m_console;
    std::shared_ptr<const Table> m_table;
    Making m_making;
    std::string m_device;
    CellId m_cell;
};

int run(const Arguments& arguments, Console& console)
{
    const std::vector<VerifiedValue> list = Verification(arguments, console).values();
    const bool holds = std::ranges::all_of(list, &VerifiedValue::holds);
    if (arguments.has("--json")) {
        Json values = Json::array();
        for (const VerifiedValue& one : list)
            values.push_back({{"task", one.task},
                              {"split", std::string(name(one.split))},
                              {"metric", one.metric},
                              {"table", number(one.stored)},
                              {"again", number(one.again)},
                              {"sd_of_seeds", one.deviation ? number(*one.deviation) : Json(nullptr)},
                              {"holds", one.holds()}});
        print(console, {{"cell", arguments.value("--cell").value()}, {"holds", holds}, {"values", values}});
        return holds ? 0 : 1;
    }
    TextTable table{"task", "split", "metric", ">table", ">again", ">difference", ">in sd of seeds", ""};
    for (const VerifiedValue& one : list)
        table.add({one.task, std::string(name(one.split)), one.metric, shortNumber(one.stored),
                   shortNumber(one.again), one.isEqual() ? "0" : shortNumber(one.again - one.stored),
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
