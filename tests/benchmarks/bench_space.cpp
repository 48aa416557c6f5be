// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/Space.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

using namespace ktnas;

namespace {

// The tables themselves are cached for the whole program, so what they are made of is measured.

/// The strict and the functional key of every cell.
void twinKeys(benchmark::State& state)
{
    const auto space = spaceById("nas-bench-201");
    for (auto _ : state) {
        for (std::uint32_t i = 0; i < *space->cellCount(); ++i) {
            const Cell cell = space->cell(CellId(i));
            benchmark::DoNotOptimize(space->strictKey(cell));
            benchmark::DoNotOptimize(space->functionalKey(cell));
        }
    }
}
BENCHMARK(twinKeys)->Unit(benchmark::kMillisecond);

/// The neighbours of every cell as ordinals.
void neighboursOfAll(benchmark::State& state)
{
    const auto space = spaceById("nas-bench-201");
    for (auto _ : state) {
        for (std::uint32_t i = 0; i < *space->cellCount(); ++i) {
            for (const Cell& near : space->neighbours(space->cell(CellId(i))))
                benchmark::DoNotOptimize(space->ordinal(near));
        }
    }
}
BENCHMARK(neighboursOfAll)->Unit(benchmark::kMillisecond);

/// Reading the texts of the whole space, as opening a table does.
void parseAll(benchmark::State& state)
{
    const auto space = spaceById("nas-bench-201");
    std::vector<std::string> texts;
    for (std::uint32_t i = 0; i < *space->cellCount(); ++i)
        texts.push_back(space->format(space->cell(CellId(i))));
    for (auto _ : state) {
        for (const std::string& text : texts)
            benchmark::DoNotOptimize(space->parse(text));
    }
}
BENCHMARK(parseAll)->Unit(benchmark::kMillisecond);

void mutateOnce(benchmark::State& state, const char* id, double probability)
{
    const auto space = spaceById(id);
    Stream stream({1, Purpose::Test, 0, 0, 0});
    Cell cell = space->random(stream);
    for (auto _ : state)
        benchmark::DoNotOptimize(cell = space->mutate(cell, probability, stream));
}
BENCHMARK_CAPTURE(mutateOnce, nas, "nas-bench-201", 1.0);
BENCHMARK_CAPTURE(mutateOnce, darts, "darts-5x9", 0.02);

} // namespace

BENCHMARK_MAIN();
