// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Summary.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/stats/Intervals.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <functional>
#include <map>
#include <utility>

namespace ktnas {
namespace {

using Json = nlohmann::ordered_json;

/// The draws of all bootstraps; one number, so that a summary depends on its results alone.
constexpr std::uint64_t bootstrapSeed = 1;

/// One run's results by seed, so that runs can be paired.
using BySeed = std::map<std::uint64_t, const RunResult*>;

/// A number of a result.
using Field = std::function<double(const RunResult&)>;

double ofTotal(const RunResult& result)
{
    return static_cast<double>(result.evaluations());
}
Field evaluationsOf(std::size_t task)
{
    return [task](const RunResult& result) { return static_cast<double>(result.tasks[task].evaluations); };
}
Field ofTask(std::size_t task, double TaskResult::*member)
{
    return [task, member](const RunResult& result) { return result.tasks[task].*member; };
}

/// The intervals of a summary, drawn together: those over equally many seeds share their resamples.
class Intervals {
public:
    /// The places must stay where they are until fill().
    void ask(std::vector<double> values, double& low, double& high)
    {
        Group& group = m_groups[values.size()];
        group.columns.push_back(std::move(values));
        group.places.emplace_back(&low, &high);
    }
    void fill() const
    {
        for (const auto& [count, group] : m_groups) {
            const std::vector<Interval> intervals = bootstrapMeans(group.columns, bootstrapSeed);
            for (std::size_t i = 0; i < intervals.size(); ++i) {
                *group.places[i].first = intervals[i].low;
                *group.places[i].second = intervals[i].high;
            }
        }
    }

private:
    struct Group {
        std::vector<std::vector<double>> columns;
        std::vector<std::pair<double*, double*>> places;
    };
    std::map<std::size_t, Group> m_groups;
};

void put(Statistic& result, std::span<const double> values, Intervals& intervals)
{
    std::vector<double> known(values.begin(), values.end());
    std::erase_if(known, [](double value) { return std::isnan(value); });
    result.count = known.size();
    if (known.empty())
        return;
    result.mean = mean(known);
    result.median = median(known);
    result.sd = standardDeviation(known);
    result.q90 = quantile(known, 0.9);
    intervals.ask(std::move(known), result.low, result.high);
}

void put(Difference& result, std::span<const double> a, std::span<const double> b, Intervals& intervals)
{
    KTNAS_ASSERT(a.size() == b.size());
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!std::isnan(a[i]) && !std::isnan(b[i]))
            differences.push_back(a[i] - b[i]);
    }
    result.count = differences.size();
    if (differences.empty())
        return;
    result.mean = mean(differences);
    result.p = wilcoxonSignedRank(differences, std::vector<double>(differences.size()));
    intervals.ask(std::move(differences), result.low, result.high);
}

void put(Statistic& statistic, const BySeed& results, const Field& field, Intervals& intervals)
{
    std::vector<double> values;
    for (const auto& [seed, result] : results)
        values.push_back(field(*result));
    put(statistic, values, intervals);
}

void put(Difference& difference, const BySeed& a, const BySeed& b, const Field& field, Intervals& intervals)
{
    std::vector<double> ofA;
    std::vector<double> ofB;
    for (const auto& [seed, result] : a) {
        const auto partner = b.find(seed);
        if (partner == b.end())
            continue;
        ofA.push_back(field(*result));
        ofB.push_back(field(*partner->second));
    }
    put(difference, ofA, ofB, intervals);
}

void summariseRun(RunSummary& summary, const Plan& plan, const BySeed& results,
                  const std::vector<TaskYardstick>& yardsticks, Intervals& intervals)
{
    summary.seeds = results.size();
    put(summary.total, results, ofTotal, intervals);
    const auto hasTarget = [&](std::size_t task) {
        return task < plan.stop.targets.size() && plan.stop.targets[task].has_value();
    };
    double meanRanks = 0;
    double ranksOfMeans = 0;
    summary.tasks.resize(plan.tasks.size());
    for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
        TaskSummary& one = summary.tasks[task];
        put(one.evaluations, results, evaluationsOf(task), intervals);
        put(one.best, results, ofTask(task, &TaskResult::best), intervals);
        put(one.rank, results, ofTask(task, &TaskResult::rank), intervals);
        put(one.aurc, results, ofTask(task, &TaskResult::aurc), intervals);
        one.rankOfMeanBest = yardsticks[task].placeRank(one.best.mean);
        meanRanks += one.rank.mean;
        ranksOfMeans += one.rankOfMeanBest;
        if (hasTarget(task)) {
            for (const auto& [seed, result] : results)
                one.censored += result->tasks[task].isTargetMet ? 0 : 1;
        }
    }
    const auto tasks = static_cast<double>(plan.tasks.size());
    summary.meanRank = meanRanks / tasks;
    summary.rankOfMeans = ranksOfMeans / tasks;
    for (const auto& [seed, result] : results) {
        bool isCensored = false;
        for (std::size_t task = 0; task < plan.tasks.size(); ++task)
            isCensored = isCensored || (hasTarget(task) && !result->tasks[task].isTargetMet);
        summary.censored += isCensored ? 1 : 0;
    }
}

Json toJson(const Statistic& statistic)
{
    return {{"mean", statistic.mean},     {"low", statistic.low}, {"high", statistic.high},
            {"median", statistic.median}, {"sd", statistic.sd},   {"q90", statistic.q90}};
}

void putInto(Json& json, const Difference& difference)
{
    json["difference"] = difference.mean;
    json["low"] = difference.low;
    json["high"] = difference.high;
    json["p"] = difference.p;
}

Json toJson(const Difference& difference)
{
    Json json;
    putInto(json, difference);
    return json;
}

} // namespace

Statistic statistic(std::span<const double> values)
{
    Statistic result;
    Intervals intervals;
    put(result, values, intervals);
    intervals.fill();
    return result;
}

Difference difference(std::span<const double> a, std::span<const double> b)
{
    Difference result;
    Intervals intervals;
    put(result, a, b, intervals);
    intervals.fill();
    return result;
}

Summary summarise(const Plan& plan, std::span<const RunResult> results,
                  const std::vector<TaskYardstick>& yardsticks)
{
    std::vector<BySeed> byRun(plan.runs.size());
    for (const RunResult& result : results) {
        KTNAS_ASSERT(result.run < byRun.size() && result.tasks.size() == plan.tasks.size());
        byRun[result.run][result.seed] = &result;
    }
    // All rooms first: the intervals are written into them at the end.
    Summary summary;
    summary.runs.resize(byRun.size());
    summary.pairs.resize(byRun.size() * (byRun.size() - 1) / 2);
    Intervals intervals;
    for (std::size_t i = 0; i < byRun.size(); ++i)
        summariseRun(summary.runs[i], plan, byRun[i], yardsticks, intervals);
    auto pair = summary.pairs.begin();
    for (std::size_t a = 0; a < byRun.size(); ++a) {
        for (std::size_t b = a + 1; b < byRun.size(); ++b, ++pair) {
            const auto compare = [&](Difference& difference, const Field& field) {
                put(difference, byRun[a], byRun[b], field, intervals);
            };
            pair->a = a;
            pair->b = b;
            compare(pair->total, ofTotal);
            pair->tasks.resize(plan.tasks.size());
            for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
                compare(pair->tasks[task].evaluations, evaluationsOf(task));
                compare(pair->tasks[task].best, ofTask(task, &TaskResult::best));
                compare(pair->tasks[task].rank, ofTask(task, &TaskResult::rank));
                compare(pair->tasks[task].aurc, ofTask(task, &TaskResult::aurc));
            }
        }
    }
    intervals.fill();
    return summary;
}

std::string formatSummary(const Plan& plan, const Summary& summary)
{
    Json json{{"runs", Json::array()}, {"pairs", Json::array()}};
    for (std::size_t i = 0; i < summary.runs.size(); ++i) {
        const RunSummary& run = summary.runs[i];
        Json one{{"name", plan.runs[i].name}, {"method", plan.runs[i].method}, {"settings", Json::object()}};
        for (const auto& [name, value] : plan.runs[i].settings) {
            const auto number = parseNumber(value);
            one["settings"][name] = number ? Json(*number) : Json(value);
        }
        one["seeds"] = run.seeds;
        one["censored"] = run.censored;
        one["total"] = toJson(run.total);
        one["average_rank"] = {{"mean_rank", run.meanRank}, {"rank_of_means", run.rankOfMeans}};
        for (std::size_t task = 0; task < run.tasks.size(); ++task) {
            const TaskSummary& of = run.tasks[task];
            one["tasks"].push_back({{"name", plan.tasks[task]},
                                    {"evaluations", toJson(of.evaluations)},
                                    {"best", toJson(of.best)},
                                    {"rank", toJson(of.rank)},
                                    {"aurc", toJson(of.aurc)},
                                    {"censored", of.censored},
                                    {"rank_of_mean_best", of.rankOfMeanBest}});
        }
        json["runs"].push_back(one);
    }
    for (const PairSummary& pair : summary.pairs) {
        Json one{{"a", plan.runs[pair.a].name}, {"b", plan.runs[pair.b].name}};
        putInto(one, pair.total);
        one["seeds"] = pair.total.count;
        for (std::size_t task = 0; task < pair.tasks.size(); ++task) {
            const PairSummary::OnTask& of = pair.tasks[task];
            one["tasks"].push_back({{"name", plan.tasks[task]},
                                    {"evaluations", toJson(of.evaluations)},
                                    {"best", toJson(of.best)},
                                    {"rank", toJson(of.rank)},
                                    {"aurc", toJson(of.aurc)}});
        }
        json["pairs"].push_back(one);
    }
    return json.dump(2) + '\n';
}

} // namespace ktnas
