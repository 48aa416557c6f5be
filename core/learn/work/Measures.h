// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Results.h"
#include "core/pictures/TaskRecipe.h"

#include <optional>
#include <vector>

namespace ktnas {

/// The metric of a judgement in the unit of tables.
double valueOf(const Judgement& judgement, const TaskMetric& metric);
/// The metrics that a table has for a task, the one that ranks reliably first: that is the one that is
/// searched.
std::vector<TaskMetric> columnsOf(const PlannedTask& task);
/// The first of columnsOf().
TaskMetric searchedMetric(const PlannedTask& task);

/// The validation value of a result, turned so that larger is better; nothing where there is none or it
/// failed.
std::optional<double> qualityOf(const BenchmarkResults& results, const WorkKey& key,
                                const TaskMetric& metric);

} // namespace ktnas
