// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/TrainableTable.h"

#include "core/learn/work/BenchmarkTable.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace ktnas {
namespace {

std::string titleOf(const BenchmarkPlan& plan, std::string title)
{
    if (!title.empty())
        return title;
    std::string stem = std::filesystem::path(plan.file).stem().string();
    return stem.empty() ? "Plan" : stem;
}

/// The results as a table of the plan: its hash, and the titles that the plan gives its tasks.
std::shared_ptr<const Table> tableOf(const BenchmarkResults& results, const WorkList& work,
                                     const std::string& title)
{
    Table::Content content = benchmarkTable(results, work, results.plan().file, title)->content();
    content.contentHash = results.planHash();
    for (std::size_t i = 0; i < content.tasks.size(); ++i) {
        const std::string& planned = results.plan().tasks[i].source.recipe.title;
        if (!planned.empty())
            content.tasks[i].title = planned;
    }
    return std::make_shared<const Table>(std::move(content));
}

} // namespace

TrainableTable::TrainableTable(BenchmarkPlan plan, std::string title)
    : m_plan(std::move(plan))
    , m_work(m_plan)
    , m_table(tableOf(BenchmarkResults(m_plan), m_work, titleOf(m_plan, std::move(title))))
    , m_results(m_plan)
{
}

std::shared_ptr<const Table> TrainableTable::tableSoFar() const
{
    const std::lock_guard lock(m_mutex);
    return tableOf(m_results, m_work, m_table->content().title);
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
