// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Results.h"

#include "core/learn/work/Cost.h"
#include "core/learn/work/Probe.h"
#include "tests/core/learn/work/SampleResults.h"

#include <QTest>

#include <set>

using namespace ktnas;
using namespace ktnas::test;

namespace {

ResultShard shardOf(const BenchmarkPlan& plan, const std::string& path, const std::vector<WorkKey>& keys)
{
    ResultShard shard;
    shard.path = path;
    shard.plan = plan;
    shard.planHash = planHash(plan);
    shard.places = {{"ktnas", "a processor", "cpu", "LibTorch"}};
    for (const WorkKey& key : keys) {
        const JobResult result = resultFor(plan, key);
        shard.entries.push_back({key, 0, false, result.outcome, result.proxies});
        shard.tasks[key.task] = result.task;
    }
    return shard;
}

} // namespace

class TestResults : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shardsAddUp()
    {
        const BenchmarkPlan plan = smallPlan();
        const WorkList work(plan);
        BenchmarkResults results(plan);
        for (std::uint32_t part = 1; part <= 3; ++part)
            results.add(shardOf(plan, "part.kts", work.shard(part, 3)));
        for (const WorkKey& key : work.keys()) {
            QVERIFY(results.isDone(key));
            QCOMPARE(results.find(key)->outcome.valid.loss, resultFor(plan, key).outcome.valid.loss);
        }
        QCOMPARE(results.doubles(), std::size_t{0});
        QCOMPARE(results.places().size(), std::size_t{1});
        QCOMPARE(results.seconds(), 3.0 * static_cast<double>(work.keys().size()));
    }

    void anotherPlanIsNamed()
    {
        const BenchmarkPlan plan = smallPlan();
        const BenchmarkPlan other = smallPlan(R"(, "order": 5)");
        BenchmarkResults results(plan);
        try {
            results.add(shardOf(other, "other.kts", {{1, 0, 0}}));
            QFAIL("results of another plan were taken");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::CheckpointMismatch);
            QCOMPARE(error.file, std::string("other.kts"));
            QVERIFY(error.expected.find(planHash(plan).substr(0, 16)) != std::string::npos);
            QVERIFY(error.found.find(planHash(other).substr(0, 16)) != std::string::npos);
        }
        QVERIFY(results.entries().empty());
    }

    void otherDataAreNamed()
    {
        const BenchmarkPlan plan = smallPlan();
        BenchmarkResults results(plan);
        results.add(shardOf(plan, "a.kts", {{1, 0, 0}}));
        ResultShard other = shardOf(plan, "b.kts", {{2, 0, 0}});
        other.tasks[0] = factsFor(plan, 0, "others");
        try {
            results.add(other);
            QFAIL("results on other data were taken");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::CheckpointMismatch);
            QCOMPARE(error.file, std::string("b.kts"));
            QVERIFY(error.expected.find("a.kts") != std::string::npos);
        }
        QCOMPARE(results.entries().size(), std::size_t{1});
    }

    void doublesKeepTheFirst()
    {
        const BenchmarkPlan plan = smallPlan();
        BenchmarkResults results(plan);
        results.add(shardOf(plan, "a.kts", {{1, 0, 0}, {2, 0, 0}}));
        ResultShard again = shardOf(plan, "b.kts", {{1, 0, 0}, {2, 0, 0}});
        const double first = again.entries[1].outcome.valid.loss;
        again.entries[1].outcome.valid.loss *= 1.1;
        results.add(again);
        QCOMPARE(results.doubles(), std::size_t{2});
        QCOMPARE(results.differences().size(), std::size_t{1});
        QCOMPARE(results.differences()[0].key.cell, 2U);
        QCOMPARE(results.find({2, 0, 0})->outcome.valid.loss, first);
    }

    void passingFailuresGiveWay()
    {
        const BenchmarkPlan plan = smallPlan();
        BenchmarkResults results(plan);
        ResultShard failed = shardOf(plan, "a.kts", {{1, 0, 0}, {2, 0, 0}});
        failed.entries[0].isTransient = true;
        failed.entries[0].outcome.failure = "the worker's process ended";
        failed.entries[1].outcome.failure = "loss is not a number at step 3";
        results.add(failed);
        QVERIFY(!results.isDone({1, 0, 0}));
        QVERIFY(results.find({1, 0, 0}) != nullptr);
        QVERIFY(results.isDone({2, 0, 0})); // it would diverge again
        results.add(shardOf(plan, "b.kts", {{1, 0, 0}}));
        QVERIFY(results.isDone({1, 0, 0}));
        QVERIFY(!results.find({1, 0, 0})->failed());
    }

    /// Seconds that are a straight line in the multiply-adds are found again for networks never measured.
    void costFollowsTheWork()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(
            R"({"pictures": "p", "tasks": [{"recipe": "object"}], "networks": 100})", "plan.json");
        const WorkList work(plan);
        const TaskFacts facts = factsFor(plan, 0);
        const auto secondsOf = [&](std::uint32_t cell) {
            return 0.5
                + 1e-6
                * static_cast<double>(
                      networkCost({work.network(cell).program, plan.skeleton, facts.shape}).multiplyAdds);
        };
        BenchmarkResults results(plan);
        double truth = 0;
        std::size_t place = 0;
        for (const WorkKey& key : work.keys()) {
            if (!work.network(key.cell).isConstant)
                truth += secondsOf(key.cell);
            if (place++ >= 20)
                continue;
            JobResult result = resultFor(plan, key);
            result.outcome.trainSeconds = secondsOf(key.cell);
            result.outcome.judgeSeconds = 0;
            results.add({key, 0, false, result.outcome, {}}, facts, {});
        }
        const CostEstimate estimate = estimateCost(results, work, work.keys());
        QCOMPARE(estimate.jobs, std::size_t{100});
        QVERIFY(estimate.measured >= 19);
        QVERIFY(std::abs(estimate.seconds - truth) < 1e-6 * truth);
        QVERIFY(estimate.interval.low < truth && truth < estimate.interval.high);
        QCOMPARE(estimateCost(BenchmarkResults(plan), work, work.keys()).measured, std::size_t{0});
    }

    void probeIsSpread()
    {
        const BenchmarkPlan plan = parseBenchmarkPlan(
            R"({"pictures": "p", "tasks": [{"recipe": "object"}, {"recipe": "layout"}]})", "");
        const WorkList work(plan);
        const std::vector<WorkKey> keys = probeKeys(plan, work, 5);
        QCOMPARE(keys.size(), std::size_t{5 * 2 * 2});
        QCOMPARE(std::set<WorkKey>(keys.begin(), keys.end()).size(), keys.size());
        const auto costOf = [&](std::size_t place) {
            return networkCost({work.network(keys[4 * place].cell).program, plan.skeleton, TaskShape()})
                .multiplyAdds;
        };
        // Middle, cheapest, most expensive, then between.
        for (const PlannedNetwork& network : work.networks()) {
            const auto cost = networkCost({network.program, plan.skeleton, TaskShape()}).multiplyAdds;
            QVERIFY(cost <= costOf(2));
            QVERIFY(network.isConstant || cost >= costOf(1));
        }
        QVERIFY(costOf(1) < costOf(3) && costOf(3) < costOf(0) && costOf(0) < costOf(4)
                && costOf(4) < costOf(2));
        // All networks, where there are fewer than asked for.
        const BenchmarkPlan few = smallPlan();
        QCOMPARE(probeKeys(few, WorkList(few), 50).size(), std::size_t{3 * 2 * 2});
    }
};

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
