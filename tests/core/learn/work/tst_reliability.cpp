// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Reliability.h"

#include "core/base/Text.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/space/Space.h"
#include "core/tables/ReadTable.h"
#include "tests/core/learn/work/SampleResults.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <set>

using namespace ktnas;
using namespace ktnas::test;

namespace {

/// Thirty networks without the zero network, every one with three seeds; the second task's metric is a loss.
BenchmarkPlan thirty()
{
    std::string cells;
    const auto space = spaceById("micro-4op");
    std::set<std::string> keys{*space->functionalKey(space->parse("0_00_000"))};
    for (std::uint32_t cell = 0; keys.size() < 31; ++cell) {
        if (keys.insert(*space->functionalKey(space->cell(CellId(cell)))).second)
            cells += (cells.empty() ? "\"" : ", \"") + space->format(space->cell(CellId(cell))) + '"';
    }
    return parseBenchmarkPlan(
        R"({"pictures": "p", "tasks": [{"recipe": "object"}, {"recipe": "layout"}],
            "repeat": {"share": 1, "seeds": 3}, "cells": [)"
            + cells + "]}",
        "plan.json");
}

/// Made-up qualities; the expected numbers below were computed from the same by scipy 1.10.
double qualityAt(std::uint16_t task, int i, int seed)
{
    const int base = task == 0 ? (i * 7) % 30 : (i * 7 + 9 * (i % 3)) % 31;
    return base + ((i * 11 + seed * 5 + task * 3) % 13) * 0.7;
}

BenchmarkResults madeUp(const BenchmarkPlan& plan, const WorkList& work)
{
    BenchmarkResults results(plan);
    for (const WorkKey& key : work.keys()) {
        JobResult result = resultFor(plan, key);
        const double quality =
            qualityAt(key.task, static_cast<int>(work.placeOf(key.cell)), static_cast<int>(key.seed));
        result.outcome.valid.likelihood = quality;
        result.outcome.valid.named = key.task == 0 ? 0.25 : 0.0 - quality;
        results.add({key, 0, false, result.outcome, {}}, result.task, {"ktnas", "one", "cpu", "LibTorch"});
    }
    return results;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

} // namespace

class TestReliability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seedToSeed()
    {
        const BenchmarkPlan plan = thirty();
        const WorkList work(plan);
        QCOMPARE(work.networks().size(), std::size_t{30});
        const BenchmarkResults results = madeUp(plan, work);
        const std::vector<SeedAgreement> list = seedAgreements(results, work);
        QCOMPARE(list.size(), std::size_t{3}); // ptrue and top1 of object, loss of layout
        QCOMPARE(list[0].metric, std::string("ptrue"));
        QCOMPARE(list[0].seeds, std::size_t{3});
        QVERIFY(isNear(list[0].all.value, 0.8631071560993696));
        QVERIFY(isNear(list[0].topHalf.value, 0.5404761904761903));
        QVERIFY(isNear(list[0].topFifth.value, -0.3714285714285715));
        QVERIFY(isNear(list[0].seedDeviation, 2.985579177922361));
        QVERIFY(isNear(list[0].cellDeviation, 9.274969130013721));
        QVERIFY(list[0].all.interval.low < 0.8631 && 0.8631 < list[0].all.interval.high);
        QVERIFY(list[0].all.interval.low > 0.6 && list[0].all.interval.high < 1);
        QVERIFY(std::isnan(list[1].all.value)); // constant
        QVERIFY(isNear(list[2].all.value, 0.9024100852799405));
        QVERIFY(isNear(list[2].topHalf.value, 0.7047619047619046));
        QVERIFY(isNear(list[2].topFifth.value, 0.2));
        // The same again, to the bit.
        const SeedAgreement again = seedAgreements(results, work).front();
        QCOMPARE(again.all.interval.low, list[0].all.interval.low);
    }

    void taskToTask()
    {
        const BenchmarkPlan plan = thirty();
        const WorkList work(plan);
        const std::vector<TaskAgreement> pairs = taskAgreements(madeUp(plan, work), work);
        QCOMPARE(pairs.size(), std::size_t{1});
        QVERIFY(isNear(pairs[0].same.value, 0.2707452725250278));
        QVERIFY(isNear(pairs[0].withoutNoise.value, 0.35106146109055847));
        QCOMPARE(pairs[0].same.networks, std::size_t{30});
        QVERIFY(pairs[0].same.interval.low < 0.2707 && 0.2707 < pairs[0].same.interval.high);
    }

    void nothingIsKnownOfOneSeed()
    {
        const BenchmarkPlan plan = smallPlan();
        const WorkList work(plan);
        BenchmarkResults results(plan);
        for (const WorkKey& key : work.keys()) {
            if (key.seed == 0) {
                const JobResult result = resultFor(plan, key);
                results.add({key, 0, false, result.outcome, {}}, result.task, {});
            }
        }
        const std::vector<SeedAgreement> list = seedAgreements(results, work);
        QCOMPARE(list[0].all.networks, std::size_t{0});
        QVERIFY(std::isnan(list[0].all.value) && std::isnan(list[0].topFifth.interval.low));
        QVERIFY(std::isnan(taskAgreements(results, work)[0].withoutNoise.value));
    }

    void tableHasAllCells()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("mine.csv")).toStdString();
        const BenchmarkPlan plan = smallPlan(R"(, "proxies": {"batch": 16})");
        const WorkList work(plan);
        BenchmarkResults results(plan);
        for (const WorkKey& key : work.keys()) {
            JobResult result = resultFor(plan, key);
            if (key.kind == WorkKey::Kind::Training && key.task == 1 && key.seed == 0
                && key.cell == work.networks()[1].cell.value)
                result.outcome.failure = "loss is not a number at step 3";
            results.add({key, 0, false, result.outcome, result.proxies}, result.task,
                        {"ktnas 1", "one", "cpu", "LibTorch"});
        }
        const BenchmarkFiles files = writeBenchmark(path, results, work);
        const auto table = readTable(path);
        QCOMPARE(table->tasks().size(), std::size_t{2});
        const Task& object = table->tasks()[0];
        // The likelihood is what is searched, its test value what is shown beside it.
        QCOMPARE(object.measure().metric, std::string("ptrue"));
        QCOMPARE(object.measure().split, Split::Valid);
        QVERIFY(!object.measure().epoch);
        QCOMPARE(object.test()->metric, std::string("ptrue"));
        QCOMPARE(object.measures.size(),
                 std::size_t{7}); // two metrics, two splits, three points of the curve
        QCOMPARE(*object.measures[4].epoch, 25);
        QCOMPARE(table->tasks()[1].measure().direction, Direction::Minimise);
        QCOMPARE(table->content().proxies.size(), std::size_t{4});

        const Space& space = table->space();
        const std::set<std::uint32_t> networks{0, 16, 48, 4095};
        std::size_t rows = 0;
        for (std::uint32_t cell = 0; cell < 4096; ++cell) {
            const std::uint32_t network = work.representative(CellId(cell));
            const auto row = table->rowOf(CellId(cell));
            QCOMPARE(row.has_value(), work.hasNetwork(network));
            if (!row)
                continue;
            ++rows;
            // A value is that of the first seed, the repeats do not enter.
            const TrainingOutcome outcome = resultFor(plan, {network, 0, 0}).outcome;
            const double value = object.measure().values[*row];
            QVERIFY2(std::abs(value - outcome.valid.likelihood) <= 5e-6 * value,
                     space.format(space.cell(CellId(cell))).c_str());
            QVERIFY(std::abs(object.measures[1].values[*row] - 100 * outcome.valid.named) <= 5e-4);
            QVERIFY(std::abs(object.measures[5].values[*row] - outcome.curve[1].likelihood) <= 1e-5);
            const bool failed = network == work.networks()[1].cell.value;
            QCOMPARE(std::isnan(table->tasks()[1].measure().values[*row]), failed);
        }
        QCOMPARE(table->rowCount(), rows);
        QVERIFY(rows > 4);
        QCOMPARE(object.measure().missing, std::size_t{0});

        const auto making = nlohmann::json::parse(readFile(files.making));
        QCOMPARE(making["failures"].size(), std::size_t{1});
        QCOMPARE(making["failures"][0]["task"].get<std::string>(), std::string("layout"));
        QCOMPARE(making["plan_sha256"].get<std::string>(), planHash(plan));
        QCOMPARE(making["data"][0]["sha256"].get<std::string>(), factsFor(plan, 0).checksum);
        QCOMPARE(planHash(parseBenchmarkPlan(making["plan"].dump(), "made.json")), planHash(plan));
    }

    void tableThatCannotBeWritten()
    {
        const BenchmarkPlan plan = smallPlan();
        const WorkList work(plan);
        try {
            (void)writeBenchmark("/nonexistent/mine.csv", BenchmarkResults(plan), work);
            QFAIL("there is no such folder");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::WriteFailed);
        }
    }

    void partialTable()
    {
        const BenchmarkPlan plan = smallPlan();
        const WorkList work(plan);
        BenchmarkResults results(plan);
        const WorkKey key = work.keys().front();
        const JobResult result = resultFor(plan, key);
        results.add({key, 0, false, result.outcome, {}}, result.task, {});
        const auto table = benchmarkTable(results, work, "so-far.csv", "So far");
        QCOMPARE(table->content().title, std::string("So far"));
        const Measure& measure = table->tasks()[0].measure();
        QVERIFY(measure.missing > 0 && measure.missing < table->rowCount());
    }
};

QTEST_GUILESS_MAIN(TestReliability)
#include "tst_reliability.moc"
