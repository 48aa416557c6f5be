// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Embedding.h"
#include "core/embed/Pca.h"

#include <benchmark/benchmark.h>

#include <string>

using namespace ktnas;

namespace {

/// One whole embedding of NAS-Bench-201 (15,625 cells).
void makeOne(benchmark::State& state, const std::string& method)
{
    const auto space = spaceById("nas-bench-201");
    for (auto _ : state)
        benchmark::DoNotOptimize(makeEmbedding(*space, method, 1));
}

/// Principal components of it.
void pcaOf(benchmark::State& state, const std::string& method)
{
    const auto embedding = makeEmbedding(*spaceById("nas-bench-201"), method, 1);
    for (auto _ : state)
        benchmark::DoNotOptimize(pca(*embedding));
}

/// One similarity, as the transfer rank asks for it.
void cosineOf(benchmark::State& state, const std::string& method)
{
    const auto embedding = makeEmbedding(*spaceById("nas-bench-201"), method, 1);
    std::uint32_t i = 0;
    for (auto _ : state) {
        i = (i + 7919) % 15625;
        benchmark::DoNotOptimize(cosine(embedding->of(CellId(i)), embedding->of(CellId(15624 - i))));
    }
}

} // namespace

int main(int argc, char** argv)
{
    for (const std::string& method : embeddingMethods()) {
        benchmark::RegisterBenchmark(("makeEmbedding/" + method).c_str(), makeOne, method)
            ->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("pca/" + method).c_str(), pcaOf, method)->Unit(benchmark::kMillisecond);
        benchmark::RegisterBenchmark(("cosine/" + method).c_str(), cosineOf, method)
            ->Unit(benchmark::kNanosecond);
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
}
