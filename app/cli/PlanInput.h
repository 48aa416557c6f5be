// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Common.h"
#include "core/learn/search/TrainableTable.h"
#include "core/learn/work/WorkerPool.h"

#include <memory>
#include <string>
#include <vector>

namespace ktnas::cli {

/// True for a benchmark plan: a JSON file. Throws what recognise() throws.
bool isPlan(const std::string& path);

/// The options of the commands that train inside: --pictures, --jobs, --device, --done.
std::vector<Option> trainingOptions();
Option picturesOption();
/// Throws BadArgument if one of them was given for a table, whose values are there.
void refuseTrainingOptions(const Arguments& arguments, const std::string& table);

/// The plan in a file, with the places of `--pictures` where the command has that option. Throws what
/// readBenchmarkPlan() throws, and BadArgument.
BenchmarkPlan openPlan(const Arguments& arguments, const std::string& path);
/// The plan as something to search on, with the results of `--done`. Throws FileMissing if pictures are not
/// where they should be.
std::shared_ptr<TrainableTable> openTrainable(const Arguments& arguments, const std::string& path);
/// How the options say to train.
WorkerPool::Options workersOf(const Arguments& arguments);

/// A plan for people and for scripts.
Json planJson(const BenchmarkPlan& plan);
std::string planText(const Json& json);

} // namespace ktnas::cli
