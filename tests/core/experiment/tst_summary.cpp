// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Summary.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace ktnas;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

Plan planOf(std::size_t runs, bool hasTargets)
{
    Plan plan;
    plan.table = "t.csv";
    plan.tasks = {"up", "down"};
    for (std::size_t i = 0; i < runs; ++i)
        plan.runs.push_back({"run " + std::to_string(i), "random", {{"K", "10"}, {"skip", "on"}}});
    plan.seedCount = 4;
    if (hasTargets)
        plan.stop.targets = {80.0, std::nullopt};
    return plan;
}

/// Values 1 … 100.
std::vector<TaskYardstick> yardsticks()
{
    Measure measure;
    for (int i = 1; i <= 100; ++i)
        measure.values.push_back(i);
    measure.direction = Direction::Maximise;
    std::vector<TaskYardstick> both{TaskYardstick(measure)};
    measure.direction = Direction::Minimise;
    both.emplace_back(measure);
    return both;
}

RunResult result(std::size_t run, std::uint64_t seed, std::uint64_t evaluations, double up, double down,
                 bool met)
{
    RunResult one;
    one.run = run;
    one.seed = seed;
    one.tasks.resize(2);
    one.tasks[0] = {evaluations, met, CellId(1), up, 101 - up, 0.5};
    one.tasks[1] = {10, false, CellId(2), down, down, missing};
    return one;
}

std::vector<RunResult> eightResults()
{
    return {
        result(0, 0, 10, 90, 1, true),  result(0, 1, 20, 80, 2, true),  result(0, 2, 30, 70, 3, false),
        result(0, 3, 40, 100, 6, true), result(1, 0, 11, 90, 1, true),  result(1, 1, 22, 80, 2, true),
        result(1, 2, 33, 70, 3, true),  result(1, 3, 44, 100, 6, true),
    };
}

} // namespace

class TestSummary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void statisticsByHand()
    {
        const Statistic all = statistic(std::vector<double>{4, missing, 1, 3, 2});
        QCOMPARE(all.count, std::size_t{4});
        QCOMPARE(all.mean, 2.5);
        QCOMPARE(all.median, 2.5);
        QVERIFY(std::abs(all.sd - std::sqrt(5.0 / 3)) < 1e-15);
        QVERIFY(std::abs(all.q90 - 3.7) < 1e-14);
        QVERIFY(all.low >= 1 && all.low < 2.5 && all.high > 2.5 && all.high <= 4);
        const Statistic none = statistic(std::vector<double>{missing});
        QCOMPARE(none.count, std::size_t{0});
        QVERIFY(std::isnan(none.mean) && std::isnan(none.q90));
    }

    void differencesByHand()
    {
        // Differences −1, −2, −3, (none), −4: all negative, so the exact p is 2/2⁴.
        const Difference all =
            difference(std::vector<double>{1, 2, 3, 9, 4}, std::vector<double>{2, 4, 6, missing, 8});
        QCOMPARE(all.count, std::size_t{4});
        QCOMPARE(all.mean, -2.5);
        QCOMPARE(all.p, 0.125);
        QVERIFY(all.low >= -4 && all.low < -2.5 && all.high > -2.5 && all.high <= -1);
        QCOMPARE(difference(std::vector<double>{5, 5}, std::vector<double>{5, 5}).p, 1.0);
    }

    void runsByHand()
    {
        const Plan plan = planOf(2, true);
        const Summary summary = summarise(plan, eightResults(), yardsticks());
        QCOMPARE(summary.runs.size(), std::size_t{2});
        const RunSummary& run = summary.runs[0];
        QCOMPARE(run.seeds, std::size_t{4});
        QCOMPARE(run.total.mean, 35.0); // 25 and 10
        QCOMPARE(run.tasks[0].evaluations.mean, 25.0);
        QCOMPARE(run.tasks[0].best.mean, 85.0);
        QCOMPARE(run.tasks[1].best.mean, 3.0);
        QVERIFY(std::isnan(run.tasks[1].aurc.mean));
        // One run never met the first task's target; the second task has none.
        QCOMPARE(run.tasks[0].censored, std::size_t{1});
        QCOMPARE(run.tasks[1].censored, std::size_t{0});
        QCOMPARE(run.censored, std::size_t{1});
        QCOMPARE(summary.runs[1].censored, std::size_t{0});
        // The rank of the mean is not the mean rank: 85 is beaten by 86 … 100.
        QCOMPARE(run.tasks[0].rankOfMeanBest, 16.0);
        QCOMPARE(run.tasks[0].rank.mean, 16.0);
        QCOMPARE(run.tasks[1].rankOfMeanBest, 3.0);
        QCOMPARE(run.rankOfMeans, 9.5);
        QCOMPARE(run.meanRank, (16.0 + 3.0) / 2);
    }

    void rankOfTheMeanIsThatOfTheValue()
    {
        // A skewed table: values 1, 2, 3, 1000. Bests 1000 and 1 have the ranks 1 and 4, mean 2.5; their mean
        // 500.5 has rank 2.
        Measure measure;
        measure.values = {1, 2, 3, 1000};
        Plan plan = planOf(1, false);
        plan.tasks = {"up"};
        std::vector<RunResult> results(2);
        results[0].seed = 0;
        results[0].tasks = {{5, false, CellId(3), 1000, 1, missing}};
        results[1].seed = 1;
        results[1].tasks = {{5, false, CellId(0), 1, 4, missing}};
        const Summary summary = summarise(plan, results, {TaskYardstick(measure)});
        QCOMPARE(summary.runs[0].meanRank, 2.5);
        QCOMPARE(summary.runs[0].rankOfMeans, 2.0);
    }

    void pairsAreBySeed()
    {
        const Plan plan = planOf(2, true);
        std::vector<RunResult> results = eightResults();
        const Summary summary = summarise(plan, results, yardsticks());
        QCOMPARE(summary.pairs.size(), std::size_t{1});
        QCOMPARE(summary.pairs[0].total.mean, -2.5); // −1, −2, −3, −4
        QCOMPARE(summary.pairs[0].total.p, 0.125);
        QCOMPARE(summary.pairs[0].tasks[0].best.mean, 0.0);
        QCOMPARE(summary.pairs[0].tasks[1].aurc.count, std::size_t{0});
        // Order does not matter, and a seed without partner is left out.
        std::ranges::reverse(results);
        QCOMPARE(formatSummary(plan, summarise(plan, results, yardsticks())), formatSummary(plan, summary));
        results.erase(results.begin());
        const Summary shorter = summarise(plan, results, yardsticks());
        QCOMPARE(shorter.runs[1].seeds, std::size_t{3});
        QCOMPARE(shorter.pairs[0].total.count, std::size_t{3});
        QCOMPARE(shorter.pairs[0].total.mean, -2.0);
        QCOMPARE(planOf(3, false).runs.size(), std::size_t{3});
        QCOMPARE(summarise(planOf(3, false), results, yardsticks()).pairs.size(), std::size_t{3});
    }

    // design.md §6
    void jsonHasTheContractsKeys()
    {
        const Plan plan = planOf(2, true);
        const auto json =
            nlohmann::json::parse(formatSummary(plan, summarise(plan, eightResults(), yardsticks())));
        QCOMPARE(json.at("runs").size(), std::size_t{2});
        const auto& run = json.at("runs")[0];
        QVERIFY(run.at("name") == "run 0" && run.at("method") == "random");
        QVERIFY(run.at("settings").at("K") == 10 && run.at("settings").at("skip") == "on");
        QVERIFY(run.at("seeds") == 4 && run.at("censored") == 1);
        const auto isStatistic = [](const nlohmann::json& value) {
            bool isComplete = value.size() == 6;
            for (const char* key : {"mean", "low", "high", "median", "sd", "q90"})
                isComplete = isComplete && value.contains(key);
            return isComplete;
        };
        QVERIFY(isStatistic(run.at("total")));
        QVERIFY(run.at("total").at("mean") == 35);
        QCOMPARE(run.at("tasks").size(), std::size_t{2});
        for (const char* key : {"evaluations", "best", "rank", "aurc"})
            QVERIFY(isStatistic(run.at("tasks")[1].at(key)));
        QVERIFY(run.at("tasks")[1].at("name") == "down");
        QVERIFY(run.at("tasks")[1].at("aurc").at("mean").is_null());
        const auto& pair = json.at("pairs").at(0);
        QVERIFY(pair.at("a") == "run 0" && pair.at("b") == "run 1");
        QVERIFY(pair.at("difference") == -2.5 && pair.at("p") == 0.125);
        QVERIFY(pair.at("low").is_number() && pair.at("high").is_number());
    }

    void nothingYetIsNotACrash()
    {
        const Plan plan = planOf(2, true);
        const Summary summary = summarise(plan, {}, yardsticks());
        QCOMPARE(summary.runs[0].seeds, std::size_t{0});
        QVERIFY(std::isnan(summary.runs[0].total.mean));
        const auto json = nlohmann::json::parse(formatSummary(plan, summary));
        QVERIFY(json.at("runs")[0].at("total").at("mean").is_null());
    }
};

QTEST_GUILESS_MAIN(TestSummary)
#include "tst_summary.moc"
