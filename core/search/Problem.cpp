// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Problem.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>

namespace ktnas {

namespace {

/// The one seed of the embeddings that need one: a run's seed must not cost it a new embedding.
constexpr std::uint64_t embeddingSeed = 1;

ProxyScores scoresOf(const Table& table, const Proxy& proxy, const NeighbourTable& neighbours)
{
    const std::uint32_t count = *table.space().cellCount();
    constexpr double none = -std::numeric_limits<double>::infinity();
    ProxyScores scores;
    scores.name = proxy.name;
    scores.values.resize(count, none);
    // A search never leaves the table's cells, so the others need no value.
    const std::vector<double> completed = completedProxy(table, proxy);
    for (std::size_t row = 0; row < completed.size(); ++row) {
        if (!std::isnan(completed[row]))
            scores.values[table.cellAt(row).value] = completed[row];
    }
    scores.ranked = neighbours;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto begin = scores.ranked.cells.begin() + std::ptrdiff_t{i} * neighbours.degree;
        std::stable_sort(begin, begin + neighbours.degree,
                         [&](CellId a, CellId b) { return scores.values[a.value] > scores.values[b.value]; });
    }
    return scores;
}

} // namespace

struct Problem::Cache {
    std::mutex mutex;
    std::map<std::pair<std::uint16_t, std::string>, std::shared_ptr<const ProxyScores>> proxies;
    std::map<const Proxy*, std::shared_ptr<const ProxyScores>> proxiesByColumn;
    std::map<std::string, std::shared_ptr<const MeasuredEmbedding>, std::less<>> embeddings;
};

std::shared_ptr<const Problem> Problem::make(std::shared_ptr<const Table> table,
                                             const std::vector<std::string>& tasks)
{
    return std::make_shared<const Problem>(std::move(table), tasks);
}

Problem::Problem(std::shared_ptr<const Table> table, const std::vector<std::string>& tasks)
    : m_table(std::move(table))
    , m_cache(std::make_unique<Cache>())
{
    if (tasks.empty())
        throw Error(ErrorCode::BadArgument).inColumn("tasks").expecting("at least one task");
    if (!space().cellCount())
        throw Error(ErrorCode::BadArgument)
            .inColumn("space")
            .expecting("a space whose cells can all be listed")
            .butFound(std::string(space().title()));
    if (m_table->rowCount() == 0)
        throw Error(ErrorCode::BadArgument).inFile(m_table->content().path).expecting("at least one cell");
    m_cellCount = *space().cellCount();
    m_unknownBits.assign((std::size_t{m_cellCount} + 63) / 64, ~std::uint64_t{0});
    for (std::size_t row = 0; row < m_table->rowCount(); ++row) {
        const std::uint32_t cell = m_table->cellAt(row).value;
        m_unknownBits[cell / 64] &= ~(std::uint64_t{1} << (cell % 64));
    }
    for (std::uint32_t i = 0; i < m_cellCount; ++i)
        if ((m_unknownBits[i / 64] >> (i % 64) & 1U) == 0)
            m_known.push_back(CellId(i));

    for (const std::string& name : tasks) {
        const Task& task = m_table->tasks()[m_table->taskIndex(name)];
        const Measure& measure = task.measure();
        for (const RunTask& other : m_tasks)
            if (other.name == task.name)
                throw Error(ErrorCode::BadArgument)
                    .inColumn("tasks")
                    .expecting("each task once")
                    .butFound(task.name + " twice");
        m_tasks.push_back({task.name, measure.metric, measure.direction, measure.split});
        std::vector<double>& values =
            m_values.emplace_back(m_cellCount, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t row = 0; row < m_table->rowCount(); ++row)
            values[m_table->cellAt(row).value] = measure.values[row];
    }

    m_neighbours = neighbourTable(space());
    m_geneCount = space().geneCount();
    m_genes.reserve(std::size_t{m_cellCount} * m_geneCount);
    for (std::uint32_t i = 0; i < m_cellCount; ++i) {
        const Cell cell = space().cell(CellId(i));
        m_genes.insert(m_genes.end(), cell.genes().begin(), cell.genes().end());
    }
}

Problem::~Problem() = default;

int Problem::editDistance(CellId a, CellId b) const
{
    const auto x = genes(a);
    const auto y = genes(b);
    int different = 0;
    for (std::size_t i = 0; i < x.size(); ++i)
        different += x[i] != y[i];
    return different;
}

std::vector<std::string> Problem::proxyNames() const
{
    std::vector<std::string> names;
    for (const Proxy& proxy : m_table->content().proxies)
        if (std::find(names.begin(), names.end(), proxy.name) == names.end()
            && std::all_of(m_tasks.begin(), m_tasks.end(), [&](const RunTask& task) {
                   return m_table->proxyFor(task.name, proxy.name) != nullptr;
               }))
            names.push_back(proxy.name);
    return names;
}

std::string Problem::proxyName(std::string_view wanted) const
{
    const std::vector<std::string> names = proxyNames();
    const auto has = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (!wanted.empty())
        return has(wanted) ? std::string(wanted) : std::string();
    if (has("synflow"))
        return "synflow";
    return names.empty() ? std::string() : names.front();
}

std::shared_ptr<const ProxyScores> Problem::proxy(TaskId task, std::string_view name) const
{
    const std::lock_guard lock(m_cache->mutex);
    auto& known = m_cache->proxies[{task.value, std::string(name)}];
    if (known)
        return known;
    const Proxy* column = m_table->proxyFor(m_tasks[task.value].name, name);
    if (!column)
        throw Error(ErrorCode::BadSettingValue)
            .inColumn("proxy")
            .expecting("a proxy of the table for " + m_tasks[task.value].name)
            .butFound(std::string(name))
            .hinting("Give a file with proxies with --proxies.");
    // Two tasks may share one column (the published synflow of CIFAR-10 serves CIFAR-100 too).
    auto& shared = m_cache->proxiesByColumn[column];
    if (!shared)
        shared = std::make_shared<const ProxyScores>(scoresOf(*m_table, *column, *m_neighbours));
    known = shared;
    return known;
}

std::shared_ptr<const MeasuredEmbedding> Problem::embedding(std::string_view method) const
{
    const std::lock_guard lock(m_cache->mutex);
    auto& known = m_cache->embeddings[std::string(method)];
    if (known)
        return known;
    MeasuredEmbedding measured;
    measured.embedding = makeEmbedding(space(), method, embeddingSeed);
    measured.norms.resize(measured.embedding->count);
    for (std::size_t i = 0; i < measured.norms.size(); ++i) {
        double squares = 0;
        for (const float x : measured.embedding->of(CellId(static_cast<std::uint32_t>(i))))
            squares += double{x} * double{x};
        measured.norms[i] = std::sqrt(squares);
    }
    known = std::make_shared<const MeasuredEmbedding>(std::move(measured));
    return known;
}

} // namespace ktnas
