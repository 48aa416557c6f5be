// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Parallel.h"
#include "core/search/Run.h"
#include "core/tables/ReadTable.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <string>

using namespace ktnas;

namespace {

std::string sharedFolder()
{
    const char* named = std::getenv("KTNAS_SHARED");
    return named ? named : KTNAS_SOURCE_DIR "/../shared";
}

std::shared_ptr<const Problem> nasBench201()
{
    static const auto problem = Problem::make(readTable(sharedFolder() + "/benchmarks/nas-bench-201.csv"),
                                              {"cifar10", "cifar100", "imagenet16_120"});
    return problem;
}

StopRule targets()
{
    StopRule stop;
    stop.targets = {91.60, 73.49, 46.7};
    return stop;
}

/// Regularised evolution on one task with its record kept, as the Python peer keeps its history.
void regularisedEvolution(benchmark::State& state)
{
    static const auto problem =
        Problem::make(readTable(sharedFolder() + "/benchmarks/nas-bench-201.csv"), {"cifar10"});
    StopRule stop;
    stop.evaluations = 10000;
    std::uint64_t seed = 1;
    for (auto unused : state) {
        Run run(makeHeader(*problem, "rea", {}, seed++, stop), problem);
        while (run.advance(100000)) { }
        benchmark::DoNotOptimize(run.record().events.size());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * 10000);
}
BENCHMARK(regularisedEvolution)->Unit(benchmark::kMillisecond);

/// One run to its targets without a record, as in experiments.
void oneRun(benchmark::State& state, const std::string& method)
{
    const auto problem = nasBench201();
    std::uint64_t seed = 1;
    std::vector<double> values;
    for (auto unused : state) {
        const RunHeader header = makeHeader(*problem, method, {}, seed++, targets());
        const auto search = startMethod(header, *problem, nullptr);
        while (!search->done()) {
            values.clear();
            for (const Request& request : search->asked())
                values.push_back(problem->value(request.task, request.cell));
            search->tell(values);
        }
    }
}
BENCHMARK_CAPTURE(oneRun, mt_nas, "mt-nas")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(oneRun, ktnas, "ktnas")->Unit(benchmark::kMicrosecond);

/// 10,000 MT-NAS runs on all cores.
void tenThousandRuns(benchmark::State& state)
{
    const auto problem = nasBench201();
    for (auto unused : state) {
        parallelFor(10000, [&](std::size_t i) {
            const RunHeader header = makeHeader(*problem, "mt-nas", {}, i, targets());
            const auto search = startMethod(header, *problem, nullptr);
            std::vector<double> values;
            while (!search->done()) {
                values.clear();
                for (const Request& request : search->asked())
                    values.push_back(problem->value(request.task, request.cell));
                search->tell(values);
            }
        });
    }
}
BENCHMARK(tenThousandRuns)->Unit(benchmark::kMillisecond)->Iterations(1)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
