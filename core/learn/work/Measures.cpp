// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Measures.h"

namespace ktnas {

double valueOf(const Judgement& judgement, const TaskMetric& metric)
{
    switch (metric.field) {
    case TaskMetric::Field::Named:
        return judgement.named * metric.factor;
    case TaskMetric::Field::Likelihood:
        return judgement.likelihood * metric.factor;
    case TaskMetric::Field::Loss:
        break;
    }
    return judgement.loss * metric.factor;
}

std::vector<TaskMetric> columnsOf(const PlannedTask& task)
{
    const TaskMetrics metrics = metricsOf(task.source.recipe.kind);
    if (metrics.likelihood)
        return {*metrics.likelihood, metrics.named};
    return {metrics.named};
}

TaskMetric searchedMetric(const PlannedTask& task)
{
    return columnsOf(task).front();
}

std::optional<double> qualityOf(const BenchmarkResults& results, const WorkKey& key, const TaskMetric& metric)
{
    const ShardEntry* const entry = results.find(key);
    if (entry == nullptr || entry->failed() || entry->outcome.valid.pictures == 0)
        return std::nullopt;
    const double value = valueOf(entry->outcome.valid, metric);
    return metric.direction == Direction::Minimise ? 0.0 - value : value;
}

} // namespace ktnas
