// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/TrainableTable.h"

#include "core/learn/work/BenchmarkTable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <system_error>
#include <utility>

namespace ktnas {
namespace {

constexpr std::size_t longestShortTitle = 6;

std::string titleOf(const BenchmarkPlan& plan, std::string title)
{
    if (!title.empty())
        return title;
    std::string stem = std::filesystem::path(plan.file).stem().string();
    return stem.empty() ? "Plan" : stem;
}

/// The results as a table of the plan: its hash, and the titles that the plan gives its tasks.
Table::Content contentOf(const BenchmarkResults& results, const WorkList& work, const std::string& title)
{
    Table::Content content = benchmarkTable(results, work, results.plan().file, title)->content();
    content.contentHash = results.planHash();
    for (std::size_t i = 0; i < content.tasks.size(); ++i) {
        const std::string& planned = results.plan().tasks[i].source.recipe.title;
        if (planned.empty())
            continue;
        content.tasks[i].title = planned;
        if (planned.size() <= longestShortTitle)
            content.tasks[i].shortTitle = planned;
    }
    return content;
}

} // namespace

TrainableTable::TrainableTable(BenchmarkPlan plan, std::string title)
    : m_plan(std::move(plan))
    , m_work(m_plan)
    , m_table(std::make_shared<const Table>(
          contentOf(BenchmarkResults(m_plan), m_work, titleOf(m_plan, std::move(title)))))
    , m_results(m_plan)
{
}

std::shared_ptr<const Table> TrainableTable::tableSoFar() const
{
    const std::lock_guard lock(m_mutex);
    Table::Content content = contentOf(m_results, m_work, m_table->content().title);
    if (m_recorded.empty())
        return std::make_shared<const Table>(std::move(content));
    for (std::uint16_t task = 0; task < content.tasks.size(); ++task) {
        Measure& measure = content.tasks[task].measures[content.tasks[task].searched];
        for (std::size_t row = 0; row < content.cells.size(); ++row) {
            const auto known = m_recorded.find({m_work.representative(content.cells[row]), task});
            if (known != m_recorded.end())
                measure.values[row] = known->second;
        }
        measure.missing = static_cast<std::size_t>(
            std::ranges::count_if(measure.values, [](double value) { return std::isnan(value); }));
    }
    return std::make_shared<const Table>(std::move(content));
}

void TrainableTable::addRecorded(const Record& record)
{
    std::vector<std::uint16_t> places;
    for (const RunTask& task : record.header.tasks)
        places.push_back(static_cast<std::uint16_t>(m_table->taskIndex(task.name)));
    const std::lock_guard lock(m_mutex);
    for (EventIndex i = 0; i < record.events.size(); ++i) {
        const auto* const evaluated = std::get_if<Evaluated>(&record.events[i]);
        if (evaluated == nullptr)
            continue;
        double& value =
            m_recorded
                .try_emplace({m_work.representative(evaluated->cell), places[evaluated->task.value]},
                             evaluated->value)
                .first->second;
        if (std::isnan(value))
            value = evaluated->value;
    }
}

void TrainableTable::addResults(const std::string& path)
{
    const ResultShard shard = readShard(path);
    const std::lock_guard lock(m_mutex);
    m_results.add(shard);
}

void TrainableTable::keepResultsIn(const std::string& path)
{
    std::error_code ignored;
    const std::lock_guard lock(m_mutex);
    if (std::filesystem::exists(path, ignored)) {
        const ResultShard before = readShard(path);
        m_results.add(before);
        m_shard = std::make_unique<ShardWriter>(before);
    } else {
        m_shard = std::make_unique<ShardWriter>(path, m_plan);
    }
    m_path = path;
}

std::string TrainableTable::resultsPath() const
{
    const std::lock_guard lock(m_mutex);
    return m_path;
}

std::optional<double> TrainableTable::value(CellId cell, std::uint16_t task) const
{
    if (!missing(cell, task).empty())
        return std::nullopt;
    const std::lock_guard lock(m_mutex);
    const auto recorded = m_recorded.find({m_work.representative(cell), task});
    if (recorded != m_recorded.end())
        return recorded->second;
    return searchedValue(m_results, m_work, m_work.representative(cell), task);
}

std::string TrainableTable::failure(CellId cell, std::uint16_t task) const
{
    const std::uint32_t first = m_work.representative(cell);
    const std::lock_guard lock(m_mutex);
    for (std::uint32_t seed = 0; seed < m_plan.seeds; ++seed) {
        const ShardEntry* const entry =
            m_results.find({first, task, static_cast<std::uint32_t>(m_plan.firstSeed) + seed});
        if (entry != nullptr && entry->failed())
            return entry->outcome.failure;
    }
    return {};
}

std::vector<WorkKey> TrainableTable::missing(CellId cell, std::uint16_t task) const
{
    const std::uint32_t first = m_work.representative(cell);
    const std::uint32_t seeds = m_work.network(first).isConstant ? 1 : m_plan.seeds;
    std::vector<WorkKey> keys;
    const std::lock_guard lock(m_mutex);
    if (m_recorded.contains({first, task}))
        return keys;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const WorkKey key{first, task, static_cast<std::uint32_t>(m_plan.firstSeed) + seed};
        if (!m_results.isDone(key) && std::ranges::find(m_failedNow, key) == m_failedNow.end())
            keys.push_back(key);
    }
    return keys;
}

TrainingJob TrainableTable::job(const WorkKey& key) const
{
    TrainingJob job = m_work.job(m_plan, key);
    const std::lock_guard lock(m_mutex);
    if (!m_path.empty())
        job.checkpoint =
            fmt::format("{}-{}-{}-{}.part", m_path, key.cell, m_plan.tasks[key.task].name(), key.seed);
    return job;
}

void TrainableTable::take(const WorkKey& key, const JobResult& result, bool isTransient)
{
    const std::lock_guard lock(m_mutex);
    m_results.add({key, 0, isTransient, result.outcome, result.proxies}, result.task,
                  {{}, {}, result.outcome.device, result.outcome.library});
    if (isTransient)
        m_failedNow.push_back(key);
    if (!m_shard)
        return;
    m_unwritten.push_back({key, result, isTransient});
    writeUnwritten();
}

void TrainableTable::writeUnwritten()
{
    while (!m_unwritten.empty()) {
        const Unwritten& next = m_unwritten.front();
        m_shard->append(next.key, next.result, next.isTransient);
        m_unwritten.erase(m_unwritten.begin());
    }
}

void TrainableTable::writeRest()
{
    const std::lock_guard lock(m_mutex);
    if (!m_shard)
        return;
    writeUnwritten();
    m_shard->sync();
}

std::size_t TrainableTable::resultCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_results.entries().size();
}

} // namespace ktnas
