// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/BenchmarkTable.h"

#include "core/base/Text.h"
#include "core/learn/work/Making.h"
#include "core/learn/work/Measures.h"
#include "core/space/Space.h"
#include "core/tables/KnownTasks.h"
#include "core/tables/WriteTable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <limits>
#include <map>
#include <utility>

namespace ktnas {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

double sixDigits(double value)
{
    return std::isfinite(value) ? parseNumber(fmt::format("{:.6g}", value)).value_or(missing) : missing;
}

/// Mean over the plan's own seeds; NaN if one of them failed, nothing if one of them is missing.
std::optional<double> meanOverSeeds(const BenchmarkResults& results, const PlannedNetwork& network,
                                    std::uint16_t task,
                                    const std::function<double(const TrainingOutcome&)>& take)
{
    const BenchmarkPlan& plan = results.plan();
    double sum = 0;
    const std::uint32_t seeds = network.isConstant ? 1 : plan.seeds;
    for (std::uint32_t seed = 0; seed < seeds; ++seed) {
        const ShardEntry* const entry =
            results.find({network.cell.value, task, static_cast<std::uint32_t>(plan.firstSeed) + seed});
        if (entry == nullptr)
            return std::nullopt;
        sum += entry->failed() ? missing : take(entry->outcome);
    }
    return sum / seeds;
}

double judgedValue(const TrainingOutcome& outcome, Split split, const TaskMetric& metric)
{
    const Judgement& judgement = split == Split::Valid ? outcome.valid : outcome.test;
    return judgement.pictures > 0 ? valueOf(judgement, metric) : missing;
}

/// Builds a table's columns from values by network.
class TableMaker {
public:
    TableMaker(const BenchmarkResults& results, const WorkList& work)
        : m_results(results)
        , m_work(work)
        , m_plan(results.plan())
    {
    }

    Table::Content content()
    {
        m_content.space = m_plan.spacePointer();
        for (std::uint32_t cell = 0; cell < *m_content.space->cellCount(); ++cell) {
            if (m_work.hasNetwork(m_work.representative(CellId(cell))))
                m_content.cells.emplace_back(cell);
        }
        for (std::uint16_t task = 0; task < m_plan.tasks.size(); ++task)
            addTask(task);
        addAttributes();
        addProxies();
        return std::move(m_content);
    }

private:
    using ByNetwork = std::function<double(const PlannedNetwork&)>;

    /// The values of all rows; each network is asked once.
    std::vector<double> column(const ByNetwork& valueOfNetwork) const
    {
        std::vector<double> byNetwork;
        byNetwork.reserve(m_work.networks().size());
        for (const PlannedNetwork& network : m_work.networks())
            byNetwork.push_back(sixDigits(valueOfNetwork(network)));
        std::vector<double> values;
        values.reserve(m_content.cells.size());
        for (const CellId cell : m_content.cells)
            values.push_back(byNetwork[m_work.placeOf(m_work.representative(cell))]);
        return values;
    }

    void addMeasure(Task& task, std::uint16_t number, Split split, const TaskMetric& metric,
                    std::optional<int> epoch, const std::function<double(const TrainingOutcome&)>& take)
    {
        Measure measure;
        measure.split = split;
        measure.metric = metric.column;
        measure.epoch = epoch;
        measure.direction = metric.direction;
        measure.unit = metric.unit;
        measure.sourceColumn = m_columns++;
        measure.values = column([&](const PlannedNetwork& network) {
            return meanOverSeeds(m_results, network, number, take).value_or(missing);
        });
        measure.missing = static_cast<std::size_t>(
            std::ranges::count_if(measure.values, [](double value) { return std::isnan(value); }));
        task.measures.push_back(std::move(measure));
    }

    void addTask(std::uint16_t number)
    {
        const PlannedTask& planned = m_plan.tasks[number];
        Task task;
        task.name = planned.name();
        nameTask(task);
        for (const Split split : {Split::Valid, Split::Test}) {
            for (const TaskMetric& metric : columnsOf(planned)) {
                addMeasure(task, number, split, metric, std::nullopt, [&](const TrainingOutcome& outcome) {
                    return judgedValue(outcome, split, metric);
                });
            }
        }
        const TaskMetric metric = searchedMetric(planned);
        const std::vector<double>& shares = planned.training.curveAt;
        for (std::size_t i = 0; i < shares.size(); ++i) {
            addMeasure(task, number, Split::Valid, metric,
                       std::max(1, static_cast<int>(std::lround(shares[i] * 100))),
                       [&](const TrainingOutcome& outcome) {
                           return i < outcome.curve.size() ? valueOf(outcome.curve[i], metric) : missing;
                       });
        }
        task.searched = 0;
        task.shown = columnsOf(planned).size();
        m_content.tasks.push_back(std::move(task));
    }

    void addAttributes()
    {
        const auto facts = m_results.tasks().find(0);
        if (facts == m_results.tasks().end())
            return;
        const auto costOf = [&](const PlannedNetwork& network) {
            return networkCost({network.program, m_plan.skeleton, facts->second.shape});
        };
        m_content.attributes.push_back({"params_millions", column([&](const PlannedNetwork& network) {
                                            return static_cast<double>(costOf(network).parameters) / 1e6;
                                        })});
        m_content.attributes.push_back({"flops_millions", column([&](const PlannedNetwork& network) {
                                            return static_cast<double>(costOf(network).multiplyAdds) / 1e6;
                                        })});
    }

    void addProxies()
    {
        for (std::uint16_t task = 0; task < m_plan.tasks.size(); ++task) {
            for (const std::string& name : proxyNames(task)) {
                Proxy proxy{m_plan.tasks[task].name(), name, {}};
                proxy.values = column([&](const PlannedNetwork& network) {
                    const ShardEntry* const entry = proxiesOf(network, task);
                    if (entry == nullptr)
                        return missing;
                    const auto found = std::ranges::find(entry->proxies, name, &ProxyValue::name);
                    return found == entry->proxies.end() ? missing : found->value;
                });
                m_content.proxies.push_back(std::move(proxy));
            }
        }
    }

    const ShardEntry* proxiesOf(const PlannedNetwork& network, std::uint16_t task) const
    {
        return m_results.find(
            {network.cell.value, task, static_cast<std::uint32_t>(m_plan.firstSeed), WorkKey::Kind::Proxies});
    }

    std::vector<std::string> proxyNames(std::uint16_t task) const
    {
        std::vector<std::string> names;
        for (const PlannedNetwork& network : m_work.networks()) {
            const ShardEntry* const entry = proxiesOf(network, task);
            if (entry == nullptr || entry->proxies.empty())
                continue;
            for (const ProxyValue& proxy : entry->proxies)
                names.push_back(proxy.name);
            break;
        }
        return names;
    }

    const BenchmarkResults& m_results;
    const WorkList& m_work;
    const BenchmarkPlan& m_plan;
    Table::Content m_content;
    std::size_t m_columns = 2; ///< index and architecture come first
};

} // namespace

std::shared_ptr<const Table> benchmarkTable(const BenchmarkResults& results, const WorkList& work,
                                            const std::string& path, const std::string& title)
{
    Table::Content content = TableMaker(results, work).content();
    content.path = path;
    content.title = title.empty() ? std::string(content.space->title()) : title;
    return std::make_shared<const Table>(std::move(content));
}

std::optional<double> searchedValue(const BenchmarkResults& results, const WorkList& work, std::uint32_t cell,
                                    std::uint16_t task)
{
    const TaskMetric metric = searchedMetric(results.plan().tasks[task]);
    const auto mean = meanOverSeeds(results, work.network(cell), task, [&](const TrainingOutcome& outcome) {
        return judgedValue(outcome, Split::Valid, metric);
    });
    return mean ? std::optional(sixDigits(*mean)) : std::nullopt;
}

BenchmarkFiles benchmarkFiles(const std::string& table)
{
    const std::filesystem::path path(table);
    const std::string stem = path.stem().string();
    return {table, std::filesystem::path(path).replace_filename(stem + "-zero-cost.csv").string(),
            std::filesystem::path(path).replace_filename(stem + "-made.json").string()};
}

BenchmarkFiles writeBenchmark(const std::string& path, const BenchmarkResults& results, const WorkList& work)
{
    BenchmarkFiles files = benchmarkFiles(path);
    const std::shared_ptr<const Table> table = benchmarkTable(results, work, path);
    const std::string proxies = proxiesCsv(*table);
    writeFile(files.making, makingJson(results, work));
    if (proxies.empty())
        files.proxies.clear();
    else
        writeFile(files.proxies, proxies);
    writeTable(files.table, *table);
    return files;
}

} // namespace ktnas
