// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Making.h"

#include "core/base/Text.h"
#include "core/experiment/JsonNode.h"
#include "core/learn/work/Measures.h"
#include "core/learn/work/Reliability.h"
#include "core/space/Space.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

using Json = nlohmann::ordered_json;

constexpr double secondsAnHour = 3600;

Json rounded(double value)
{
    return std::isfinite(value) ? Json(std::round(value * 1e4) / 1e4) : Json(nullptr);
}

Json estimateJson(const Estimate& estimate)
{
    return {{"spearman", rounded(estimate.value)},
            {"low", rounded(estimate.interval.low)},
            {"high", rounded(estimate.interval.high)},
            {"networks", estimate.networks}};
}

std::string cellText(const BenchmarkPlan& plan, std::uint32_t cell)
{
    const auto space = plan.spacePointer();
    return space->format(space->cell(CellId(cell)));
}

Json dataJson(const BenchmarkResults& results)
{
    Json list = Json::array();
    for (const auto& [task, facts] : results.tasks())
        list.push_back({{"task", facts.name},
                        {"sha256", facts.checksum},
                        {"train", facts.trainRows},
                        {"valid", facts.validRows},
                        {"test", facts.testRows}});
    return list;
}

Json placesJson(const BenchmarkResults& results)
{
    Json list = Json::array();
    for (std::size_t place = 0; place < results.places().size(); ++place) {
        std::size_t count = 0;
        double seconds = 0;
        for (const auto& [key, entry] : results.entries()) {
            if (entry.place != place)
                continue;
            ++count;
            seconds += entry.outcome.trainSeconds + entry.outcome.judgeSeconds;
        }
        const WorkPlace& one = results.places()[place];
        list.push_back({{"program", one.program},
                        {"processor", one.processor},
                        {"device", one.device},
                        {"library", one.library},
                        {"results", count},
                        {"cpu_hours", rounded(seconds / secondsAnHour)}});
    }
    return list;
}

Json failuresJson(const BenchmarkResults& results)
{
    Json list = Json::array();
    for (const auto& [key, entry] : results.entries()) {
        if (entry.failed())
            list.push_back({{"cell", cellText(results.plan(), key.cell)},
                            {"task", results.plan().tasks[key.task].name()},
                            {"seed", key.seed},
                            {"reason", entry.outcome.failure}});
    }
    return list;
}

Json seedsJson(const BenchmarkResults& results, const WorkList& work)
{
    Json list = Json::array();
    for (const SeedAgreement& agreement : seedAgreements(results, work)) {
        const PlannedTask& task = results.plan().tasks[agreement.task];
        list.push_back({{"task", task.name()},
                        {"metric", agreement.metric},
                        {"searched", agreement.metric == searchedMetric(task).column},
                        {"seeds", agreement.seeds},
                        {"all", estimateJson(agreement.all)},
                        {"top_half", estimateJson(agreement.topHalf)},
                        {"top_fifth", estimateJson(agreement.topFifth)},
                        {"sd_of_seeds", agreement.seedDeviation},
                        {"sd_of_networks", agreement.cellDeviation}});
    }
    return list;
}

Json tasksJson(const BenchmarkResults& results, const WorkList& work)
{
    Json list = Json::array();
    for (const TaskAgreement& pair : taskAgreements(results, work))
        list.push_back(
            {{"tasks", {results.plan().tasks[pair.first].name(), results.plan().tasks[pair.second].name()}},
             {"same_seed", estimateJson(pair.same)},
             {"without_noise", estimateJson(pair.withoutNoise)}});
    return list;
}

} // namespace

std::string makingJson(const BenchmarkResults& results, const WorkList& work)
{
    std::size_t done = 0;
    for (const WorkKey& key : work.keys())
        done += results.isDone(key) ? 1 : 0;
    Json json{{"format", 1},
              {"plan_sha256", results.planHash()},
              {"plan", Json::parse(formatBenchmarkPlan(results.plan()))},
              {"data", dataJson(results)},
              {"networks", work.networks().size()},
              {"results", done},
              {"results_planned", work.keys().size()},
              {"cpu_hours", rounded(results.seconds() / secondsAnHour)},
              {"made_on", placesJson(results)},
              {"failures", failuresJson(results)},
              {"curve",
               "The epoch of a learning curve's column is the percentage of the training that was "
               "done; the value is taken on the first validation pictures."},
              {"repeated_results", results.doubles()},
              {"repeated_results_that_differ", results.differences().size()},
              {"seed_to_seed", seedsJson(results, work)},
              {"task_agreement", tasksJson(results, work)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string Making::checksumOf(std::string_view task) const
{
    const auto found = std::ranges::find(data, task, &Data::task);
    return found == data.end() ? std::string() : found->checksum;
}

std::optional<double> Making::deviationOf(std::string_view task, std::string_view metric) const
{
    const auto found = std::ranges::find_if(
        noise, [&](const Noise& one) { return one.task == task && one.metric == metric; });
    return found == noise.end() ? std::nullopt : std::optional(found->deviation);
}

Making readMaking(const std::string& path)
{
    const nlohmann::json json = parseJson(readFile(path), path);
    const JsonNode root(json, {}, path);
    if (!json.is_object())
        throw root.error("how a benchmark was made", "another JSON text");
    (void)root.at("plan", "the plan of the benchmark");
    Making making;
    making.plan = parseBenchmarkPlan(json["plan"].dump(), path);
    for (const JsonNode& item : root.at("data", "checksums of the tasks' data").items())
        making.data.push_back({item.at("task", "a name").text(), item.at("sha256", "a checksum").text()});
    for (const JsonNode& item : root.at("seed_to_seed", "the noise of training").items()) {
        const JsonNode deviation = item.at("sd_of_seeds", "a number or null");
        if (!deviation.isNull())
            making.noise.push_back(
                {item.at("task", "a name").text(), item.at("metric", "a name").text(), deviation.number()});
    }
    return making;
}

} // namespace ktnas
