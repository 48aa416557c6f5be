// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordFile.h"
#include "core/record/RecordIndex.h"
#include "tests/core/record/RandomRecord.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <string>

#include <malloc.h>

using namespace ktnas;

namespace {

constexpr EventIndex million = 1000000;

/// 10⁶ events of three tasks. A long history is KTNAS's own: labels that stay for ever, and a vote of each in
/// each generation.
const Record& millionEvents(bool longHistory)
{
    const auto make = [](std::size_t longestHistory) {
        test::RandomRun::Options options;
        options.longestHistory = longestHistory;
        options.target = 1;
        test::RandomRun run(1, options);
        while (run.record.events.size() < million)
            run.advance();
        return run.record;
    };
    static const Record plain = make(40);
    static const Record heavy = make(1000);
    return longHistory ? heavy : plain;
}

/// Bytes that the program has from the allocator.
double allocatedBytes()
{
    const struct mallinfo2 info = ::mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

void events(benchmark::State& state, EventIndex each)
{
    state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(each));
}

void append(benchmark::State& state)
{
    EventLog log;
    EventIndex next = 0;
    for (auto _ : state) {
        log.append(Evaluated{MemberId(static_cast<std::uint32_t>(next)), CellId(3), TaskId(0), true, 0.5});
        if (++next % million == 0)
            log = EventLog();
    }
    events(state, 1);
}
BENCHMARK(append);

void hash(benchmark::State& state)
{
    const Record& record = millionEvents(false);
    for (auto _ : state)
        benchmark::DoNotOptimize(recordHash(record));
    events(state, record.events.size());
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * recordBytes(record).size()));
}
BENCHMARK(hash)->Unit(benchmark::kMillisecond);

void writeAndRead(benchmark::State& state)
{
    const Record& record = millionEvents(state.range(0) != 0);
    const std::string path = (std::filesystem::temp_directory_path() / "ktnas-bench-record.ktr").string();
    for (auto _ : state) {
        writeRecord(path, record);
        benchmark::DoNotOptimize(readRecord(path));
    }
    state.counters["file bytes"] = static_cast<double>(std::filesystem::file_size(path));
    std::filesystem::remove(path);
}
BENCHMARK(writeAndRead)->ArgName("longHistory")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void encode(benchmark::State& state)
{
    const Record& record = millionEvents(false);
    for (auto _ : state)
        benchmark::DoNotOptimize(recordBytes(record));
    events(state, record.events.size());
}
BENCHMARK(encode)->Unit(benchmark::kMillisecond);

void decode(benchmark::State& state)
{
    const std::string bytes = recordBytes(millionEvents(false));
    for (auto _ : state)
        benchmark::DoNotOptimize(readRecordBytes(bytes, "bench"));
    events(state, million);
}
BENCHMARK(decode)->Unit(benchmark::kMillisecond);

void index(benchmark::State& state)
{
    const Record& record = millionEvents(state.range(0) != 0);
    double memory = 0;
    for (auto _ : state) {
        const double before = allocatedBytes();
        RecordIndex fresh(record.header.tasks.size());
        fresh.extend(record.events.view());
        benchmark::DoNotOptimize(fresh);
        memory = std::max(memory, allocatedBytes() - before);
    }
    state.counters["index bytes"] = memory;
    events(state, record.events.size());
}
BENCHMARK(index)->ArgName("longHistory")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void cursorJump(benchmark::State& state)
{
    const Record& record = millionEvents(state.range(0) != 0);
    RecordIndex index(record.header.tasks.size());
    index.extend(record.events.view());
    // Always the farthest from a snapshot, all over the record.
    const EventIndex chunks = million / EventLog::chunkSize;
    EventIndex chunk = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(index.stateAt((chunk + 1) * EventLog::chunkSize - 1));
        chunk = (chunk + 97) % chunks;
    }
}
BENCHMARK(cursorJump)->ArgName("longHistory")->Arg(0)->Arg(1)->Unit(benchmark::kMicrosecond);

} // namespace

BENCHMARK_MAIN();
