// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Results.h"
#include "core/learn/work/WorkList.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace ktnas {

/// The table of a benchmark: one row for each cell of the planned networks, functional twins with the values
/// of their one network. Columns of a task: the metrics on valid and test, the searched one first, then the
/// learning curve of the searched metric, where "epoch" 25 stands for a quarter of the training; then
/// `params_millions` and `flops_millions` of the network for the plan's first task. A value is the mean over
/// the plan's own seeds (the repeats measure noise and do not enter), to six digits; it is empty where a
/// training is missing or failed. Proxies are attached where the plan has them. `path` and `title` are put
/// into the table.
std::shared_ptr<const Table> benchmarkTable(const BenchmarkResults& results, const WorkList& work,
                                            const std::string& path = {}, const std::string& title = {});

/// The value of the searched measure that benchmarkTable() has for a network (`cell`: the first of its
/// class): NaN where a training failed, nothing where one is missing.
std::optional<double> searchedValue(const BenchmarkResults& results, const WorkList& work, std::uint32_t cell,
                                    std::uint16_t task);

/// The files of a table: "light.csv", "light-zero-cost.csv" (where the plan has proxies), "light-made.json".
struct BenchmarkFiles {
    std::string table;
    std::string proxies;
    std::string making;
};
BenchmarkFiles benchmarkFiles(const std::string& table);
/// Writes them, each by a temporary file and a rename. Throws WriteFailed.
BenchmarkFiles writeBenchmark(const std::string& path, const BenchmarkResults& results, const WorkList& work);

} // namespace ktnas
