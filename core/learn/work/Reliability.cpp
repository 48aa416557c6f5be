// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Reliability.h"

#include "core/base/Random.h"
#include "core/learn/work/Measures.h"
#include "core/stats/Correlation.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <optional>
#include <span>

namespace ktnas {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

/// Qualities of networks, one row a seed; a network that lacks a seed's value is NaN there.
struct SeedValues {
    std::vector<std::vector<double>> bySeed;
    std::size_t networks = 0;
};

std::vector<const PlannedNetwork*> countedNetworks(const WorkList& work)
{
    std::vector<const PlannedNetwork*> networks;
    for (const PlannedNetwork& network : work.networks()) {
        if (!network.isConstant)
            networks.push_back(&network);
    }
    return networks;
}

std::uint32_t seedsOf(const BenchmarkPlan& plan)
{
    return std::max({plan.seeds, plan.repeatSeeds, std::uint32_t{2}});
}

/// The networks with at least two seeds.
SeedValues seedValues(const BenchmarkResults& results, const WorkList& work, std::uint16_t task,
                      const TaskMetric& metric, const ReliabilityOptions& options)
{
    const BenchmarkPlan& plan = results.plan();
    SeedValues values;
    values.bySeed.resize(seedsOf(plan));
    for (const PlannedNetwork* const network : countedNetworks(work)) {
        if (!network->isRepeated && plan.seeds < 2 && !options.anyNetwork)
            continue;
        std::vector<double> row;
        std::size_t known = 0;
        for (std::uint32_t seed = 0; seed < values.bySeed.size(); ++seed) {
            const WorkKey key{network->cell.value, task, static_cast<std::uint32_t>(plan.firstSeed) + seed};
            const std::optional<double> quality = qualityOf(results, key, metric);
            known += quality ? 1 : 0;
            row.push_back(quality.value_or(undefined));
        }
        if (known < 2)
            continue;
        ++values.networks;
        for (std::size_t seed = 0; seed < row.size(); ++seed)
            values.bySeed[seed].push_back(row[seed]);
    }
    return values;
}

/// Spearman over the places `chosen` of two rows, those with both values; within the best `share` by the mean
/// of the two.
double agreement(const std::vector<double>& a, const std::vector<double>& b,
                 std::span<const std::uint32_t> chosen, double share)
{
    std::vector<std::uint32_t> places;
    for (const std::uint32_t place : chosen) {
        if (!std::isnan(a[place]) && !std::isnan(b[place]))
            places.push_back(place);
    }
    if (share < 1) {
        const auto count = std::max<std::size_t>(
            3, static_cast<std::size_t>(std::llround(share * static_cast<double>(places.size()))));
        std::ranges::stable_sort(places, std::ranges::greater(),
                                 [&](std::uint32_t place) { return a[place] + b[place]; });
        places.resize(std::min(count, places.size()));
    }
    if (places.size() < 3)
        return undefined;
    std::vector<double> x;
    std::vector<double> y;
    for (const std::uint32_t place : places) {
        x.push_back(a[place]);
        y.push_back(b[place]);
    }
    return spearman(x, y);
}

/// Mean over all pairs of different rows, those where it is defined.
double pairMean(const SeedValues& first, const SeedValues& second, std::span<const std::uint32_t> chosen,
                double share, bool ordered)
{
    double sum = 0;
    int pairs = 0;
    for (std::size_t a = 0; a < first.bySeed.size(); ++a) {
        for (std::size_t b = ordered ? 0 : a + 1; b < second.bySeed.size(); ++b) {
            if (a == b)
                continue;
            const double value = agreement(first.bySeed[a], second.bySeed[b], chosen, share);
            if (!std::isnan(value)) {
                sum += value;
                ++pairs;
            }
        }
    }
    return pairs > 0 ? sum / pairs : undefined;
}

/// The statistic of all networks, and its spread over resamples of them.
Estimate estimated(std::size_t networks, const ReliabilityOptions& options, std::uint32_t slot,
                   const std::function<double(std::span<const std::uint32_t>)>& statistic)
{
    Estimate estimate;
    estimate.networks = networks;
    std::vector<std::uint32_t> chosen(networks);
    std::iota(chosen.begin(), chosen.end(), 0U);
    estimate.value = statistic(chosen);
    estimate.interval = {undefined, undefined};
    if (std::isnan(estimate.value))
        return estimate;
    std::vector<double> draws;
    for (int draw = 0; draw < options.draws; ++draw) {
        Stream stream({.seed = options.seed,
                       .purpose = Purpose::Bootstrap,
                       .generation = static_cast<std::uint32_t>(draw),
                       .slot = slot});
        for (std::uint32_t& place : chosen)
            place = stream.below(static_cast<std::uint32_t>(networks));
        const double value = statistic(chosen);
        if (!std::isnan(value))
            draws.push_back(value);
    }
    if (!draws.empty())
        estimate.interval = {quantile(draws, 0.05), quantile(draws, 0.95)};
    return estimate;
}

void addDeviations(const SeedValues& values, SeedAgreement& agreement)
{
    std::vector<double> means;
    std::vector<double> deviations;
    for (std::size_t network = 0; network < values.networks; ++network) {
        std::vector<double> known;
        for (const std::vector<double>& row : values.bySeed) {
            if (!std::isnan(row[network]))
                known.push_back(row[network]);
        }
        means.push_back(mean(known));
        deviations.push_back(standardDeviation(known));
    }
    agreement.seedDeviation = means.empty() ? undefined : mean(deviations);
    agreement.cellDeviation = means.size() < 2 ? undefined : standardDeviation(means);
}

} // namespace

std::vector<SeedAgreement> seedAgreements(const BenchmarkResults& results, const WorkList& work,
                                          const ReliabilityOptions& options)
{
    const BenchmarkPlan& plan = results.plan();
    std::vector<SeedAgreement> list;
    for (std::uint16_t task = 0; task < plan.tasks.size(); ++task) {
        for (const TaskMetric& metric : columnsOf(plan.tasks[task])) {
            const SeedValues values = seedValues(results, work, task, metric, options);
            const auto at = [&](double share) {
                return estimated(values.networks, options, task, [&](std::span<const std::uint32_t> chosen) {
                    return pairMean(values, values, chosen, share, false);
                });
            };
            SeedAgreement agreement;
            agreement.task = task;
            agreement.metric = metric.column;
            agreement.seeds = static_cast<std::size_t>(
                std::ranges::count_if(values.bySeed, [](const std::vector<double>& row) {
                    return std::ranges::any_of(row, [](double value) { return !std::isnan(value); });
                }));
            agreement.all = at(1);
            agreement.topHalf = at(0.5);
            agreement.topFifth = at(0.2);
            addDeviations(values, agreement);
            list.push_back(std::move(agreement));
        }
    }
    return list;
}

std::vector<TaskAgreement> taskAgreements(const BenchmarkResults& results, const WorkList& work,
                                          const ReliabilityOptions& options)
{
    const BenchmarkPlan& plan = results.plan();
    const auto tasks = static_cast<std::uint16_t>(plan.tasks.size());
    const std::vector<const PlannedNetwork*> networks = countedNetworks(work);
    std::vector<std::vector<double>> first(tasks);
    for (std::uint16_t task = 0; task < tasks; ++task) {
        for (const PlannedNetwork* const network : networks) {
            const WorkKey key{network->cell.value, task, static_cast<std::uint32_t>(plan.firstSeed)};
            first[task].push_back(
                qualityOf(results, key, searchedMetric(plan.tasks[task])).value_or(undefined));
        }
    }
    // Networks with several seeds must be the same for all tasks, or rows would not belong together: a
    // network that lacks a task's value keeps its place with NaN.
    std::vector<SeedValues> repeated(tasks);
    for (const PlannedNetwork* const network : networks) {
        if (!network->isRepeated && plan.seeds < 2 && !options.anyNetwork)
            continue;
        for (std::uint16_t task = 0; task < tasks; ++task) {
            SeedValues& values = repeated[task];
            values.bySeed.resize(seedsOf(plan));
            ++values.networks;
            for (std::uint32_t seed = 0; seed < values.bySeed.size(); ++seed) {
                const WorkKey key{network->cell.value, task,
                                  static_cast<std::uint32_t>(plan.firstSeed) + seed};
                values.bySeed[seed].push_back(
                    qualityOf(results, key, searchedMetric(plan.tasks[task])).value_or(undefined));
            }
        }
    }
    std::vector<TaskAgreement> list;
    for (std::uint16_t a = 0; a < tasks; ++a) {
        for (std::uint16_t b = a + 1; b < tasks; ++b) {
            TaskAgreement pair{a, b, {}, {}};
            const auto slot = static_cast<std::uint32_t>(a * tasks + b);
            pair.same = estimated(networks.size(), options, slot, [&](std::span<const std::uint32_t> chosen) {
                return agreement(first[a], first[b], chosen, 1);
            });
            pair.withoutNoise =
                estimated(repeated[a].networks, options, slot, [&](std::span<const std::uint32_t> chosen) {
                    const double across = pairMean(repeated[a], repeated[b], chosen, 1, true);
                    const double ceiling = pairMean(repeated[a], repeated[a], chosen, 1, false)
                        * pairMean(repeated[b], repeated[b], chosen, 1, false);
                    return ceiling > 0 ? across / std::sqrt(ceiling) : undefined;
                });
            const auto known = [&](std::size_t place) {
                return !std::isnan(first[a][place]) && !std::isnan(first[b][place]);
            };
            pair.same.networks = 0;
            for (std::size_t place = 0; place < networks.size(); ++place)
                pair.same.networks += known(place) ? 1 : 0;
            list.push_back(std::move(pair));
        }
    }
    return list;
}

} // namespace ktnas
