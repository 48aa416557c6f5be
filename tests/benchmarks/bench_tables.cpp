// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Correlation.h"
#include "core/tables/ReadTable.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <string>

using namespace ktnas;

namespace {

std::string nasBench201Path()
{
    const char* named = std::getenv("KTNAS_SHARED");
    return std::string(named ? named : KTNAS_SOURCE_DIR "/../shared") + "/benchmarks/nas-bench-201.csv";
}

/// Reads a copy that has no proxies beside it: the peer does not read them either.
void readNasBench201(benchmark::State& state)
{
    const auto copy = std::filesystem::temp_directory_path() / "ktnas-bench-table.csv";
    std::filesystem::copy_file(nasBench201Path(), copy, std::filesystem::copy_options::overwrite_existing);
    for (auto unused : state)
        benchmark::DoNotOptimize(readTable(copy.string()));
    std::filesystem::remove(copy);
}
BENCHMARK(readNasBench201)->Unit(benchmark::kMillisecond);

void correlation(benchmark::State& state, double (*measure)(std::span<const double>, std::span<const double>))
{
    static const auto table = readTable(nasBench201Path());
    const auto& x = table->tasks()[0].measure().values;
    const auto& y = table->tasks()[2].measure().values;
    for (auto unused : state)
        benchmark::DoNotOptimize(measure(x, y));
}
BENCHMARK_CAPTURE(correlation, kendall, kendallTauB)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(correlation, spearman, spearman)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(correlation, weighted_tau, weightedTau)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
