// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/record/RunState.h"
#include "core/search/Run.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace ktnas::test {

/// A made-up benchmark over TransNAS-Bench-101 micro's 4,096 cells: each task's value is the sum of its own
/// weight of every gene's operation plus a little noise, so that neighbours resemble each other and tasks are
/// related. The last task is a loss. `knownShare` of the cells have rows; of their values `missingShare` are
/// missing.
struct MadeUp {
    std::size_t tasks = 3;
    bool hasProxies = true;
    double knownShare = 1;
    double missingShare = 0;
};

inline std::shared_ptr<const Table> madeUpTable(const MadeUp& wanted = {})
{
    Table::Content content;
    content.title = "made up";
    content.contentHash = "made-up-" + std::to_string(wanted.tasks) + (wanted.hasProxies ? "p" : "")
        + std::to_string(wanted.knownShare) + std::to_string(wanted.missingShare);
    content.space = spaceById("transnas-bench-101-micro");
    Stream choice({1, Purpose::Test, 0, 0, 0});
    for (std::uint32_t i = 0; i < *content.space->cellCount(); ++i)
        if (choice.chance(wanted.knownShare))
            content.cells.push_back(CellId(i));
    std::vector<double> common(6 * 4);
    for (double& weight : common)
        weight = choice.normal();
    for (std::size_t t = 0; t < wanted.tasks; ++t) {
        Stream draws({2, Purpose::Test, static_cast<std::uint16_t>(t), 0, 0});
        std::vector<double> weights(6 * 4);
        for (std::size_t i = 0; i < weights.size(); ++i)
            weights[i] = common[i] + 0.7 * draws.normal();
        const bool isLoss = wanted.tasks > 1 && t + 1 == wanted.tasks;
        Measure measure;
        measure.metric = isLoss ? "loss" : "acc";
        measure.direction = isLoss ? Direction::Minimise : Direction::Maximise;
        Proxy proxy{.task = "task" + std::to_string(t), .name = "synflow", .values = {}};
        for (const CellId id : content.cells) {
            const Cell cell = content.space->cell(id);
            double sum = 0;
            for (std::size_t g = 0; g < cell.size(); ++g)
                sum += weights[g * 4 + cell[g]];
            const double value = 50 + (isLoss ? -1 : 1) * (sum + 0.5 * draws.normal());
            const bool isMissing = draws.chance(wanted.missingShare);
            measure.values.push_back(isMissing ? std::numeric_limits<double>::quiet_NaN() : value);
            measure.missing += isMissing;
            proxy.values.push_back(sum + 2 * draws.normal());
        }
        Task task;
        task.name = "task" + std::to_string(t);
        task.title = task.name;
        task.measures.push_back(std::move(measure));
        content.tasks.push_back(std::move(task));
        if (wanted.hasProxies)
            content.proxies.push_back(std::move(proxy));
    }
    return std::make_shared<const Table>(std::move(content));
}

inline std::vector<std::string> taskNames(const Table& table)
{
    std::vector<std::string> names;
    for (const Task& task : table.tasks())
        names.push_back(task.name);
    return names;
}

inline std::shared_ptr<const Problem> madeUpProblem(const MadeUp& wanted = {})
{
    const auto table = madeUpTable(wanted);
    return Problem::make(table, taskNames(*table));
}

inline StopRule evaluations(std::uint64_t count)
{
    StopRule stop;
    stop.evaluations = count;
    return stop;
}

inline StopRule generations(std::uint32_t count)
{
    StopRule stop;
    stop.generations = count;
    return stop;
}

inline Run finished(const std::shared_ptr<const Problem>& problem, const RunHeader& header)
{
    Run run(header, problem);
    while (run.advance(1000)) { }
    return run;
}

/// The fold of a whole record; throws where an event cannot follow.
inline RunState fold(const Record& record)
{
    RunState state(record.header.tasks.size());
    for (EventIndex i = 0; i < record.events.size(); ++i)
        state.apply(record.events[i]);
    return state;
}

} // namespace ktnas::test
