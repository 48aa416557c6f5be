// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/Plan.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/experiment/JsonNode.h"
#include "core/search/Settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

namespace ktnas {
namespace {

constexpr std::uint64_t mostEvaluations = 1'000'000'000;
constexpr std::uint64_t mostGenerations = 1'000'000'000;
constexpr std::uint64_t mostSeeds = 1'000'000;
constexpr std::uint64_t largestSeed = std::numeric_limits<std::int64_t>::max() - mostSeeds;

/// Relative paths mean the plan's folder, so that a plan and its table can move together; where there is no
/// such file, the working folder, as on the command line.
std::string resolvedPath(const std::string& path, const std::string& planFile)
{
    if (path == "builtin" || std::filesystem::path(path).is_absolute())
        return path;
    const std::filesystem::path beside = std::filesystem::path(planFile).parent_path() / path;
    std::error_code ignored;
    return std::filesystem::exists(beside, ignored) ? beside.lexically_normal().string() : path;
}

std::vector<std::string> readTasks(const JsonNode& node)
{
    std::vector<std::string> tasks;
    for (const JsonNode& item : node.items()) {
        tasks.push_back(item.text());
        if (std::ranges::count(tasks, tasks.back()) > 1)
            throw item.error("each task once", excerpt(tasks.back()) + " a second time");
    }
    if (tasks.empty())
        throw node.error("at least one task", "an empty list");
    return tasks;
}

/// The place of a task in the plan's list.
TaskId taskNamed(const std::string& name, const std::vector<std::string>& tasks, const JsonNode& node)
{
    const auto found = std::ranges::find(tasks, name);
    if (found != tasks.end())
        return TaskId(static_cast<std::uint16_t>(found - tasks.begin()));
    Error unknown = node.error("one of the plan's tasks " + listed(tasks), excerpt(name));
    if (const auto meant = nearest(name, tasks))
        unknown.hinting("Did you mean " + *meant + "?");
    throw unknown;
}

LearnFrom readLearnFrom(const JsonNode& node, const std::vector<std::string>& tasks)
{
    LearnFrom learnFrom = LearnFrom::nobody(tasks.size());
    for (const auto& [name, sources] : node.members()) {
        const TaskId target = taskNamed(name, tasks, sources);
        for (const JsonNode& item : sources.items()) {
            const TaskId source = taskNamed(item.text(), tasks, item);
            if (source == target)
                throw item.error("another task than the target", name);
            learnFrom.set(target, source, true);
        }
    }
    return learnFrom;
}

/// An error of the settings' own check, at its place in the plan.
[[noreturn]] void rethrowAt(const JsonNode& node, const Error& error)
{
    Error placed = node.error(error.expected, error.found);
    if (error.code == ErrorCode::UnknownSetting || error.code == ErrorCode::BadSettingValue)
        placed.inColumn(error.column.empty() ? node.place() : node.place() + '.' + error.column);
    throw placed.hinting(error.hint);
}

PlanRun readRun(const JsonNode& node)
{
    node.expectKeys({"name", "method", "settings"});
    PlanRun run;
    const JsonNode name = node.at("name", "a text");
    run.name = name.text();
    const bool isPrintable = std::ranges::none_of(run.name, [](char c) { return c >= 0 && c < ' '; });
    if (trimmed(run.name).empty() || !isPrintable)
        throw name.error("a name on one line", fmt::format("\"{}\"", excerpt(run.name)));
    const JsonNode method = node.at("method", "a method's name");
    run.method = method.text();
    try {
        (void)methodInfo(run.method);
    } catch (const Error& error) {
        rethrowAt(method, error);
    }
    if (const auto settings = node.find("settings")) {
        for (const auto& [key, value] : settings->members())
            run.settings.emplace_back(key, value.textOrNumber());
        try {
            (void)settingsWith(run.method, run.settings);
        } catch (const Error& error) {
            rethrowAt(*settings, error);
        }
    }
    return run;
}

StopRule readStop(const JsonNode& node, std::size_t tasks)
{
    node.expectKeys({"evaluations", "generations", "targets"});
    StopRule stop;
    if (const auto evaluations = node.find("evaluations"))
        stop.evaluations = evaluations->integer(1, mostEvaluations);
    if (const auto generations = node.find("generations"))
        stop.generations = static_cast<std::uint32_t>(generations->integer(1, mostGenerations));
    bool hasTarget = false;
    if (const auto targets = node.find("targets")) {
        for (const JsonNode& item : targets->items()) {
            stop.targets.push_back(item.isNull() ? std::nullopt : std::optional(item.number()));
            hasTarget = hasTarget || !item.isNull();
        }
        if (stop.targets.size() != tasks)
            throw targets->error(fmt::format("a number or null for each of the {} tasks", tasks),
                                 fmt::format("{}", stop.targets.size()));
    }
    if (!stop.evaluations && !stop.generations && !hasTarget)
        throw node.error("a number of evaluations or generations, or targets", "no rule that ends a run");
    return stop;
}

} // namespace

Plan parsePlan(std::string_view text, const std::string& file)
{
    const nlohmann::json json = parseJson(text, file);
    const JsonNode root(json, {}, file);
    root.expectKeys({"table", "table_sha256", "proxies", "tasks", "learn_from", "runs", "seeds", "until"});
    Plan plan;
    plan.file = file;
    plan.table = resolvedPath(root.at("table", "a path").text(), file);
    if (const auto proxies = root.find("proxies"))
        plan.proxies = resolvedPath(proxies->text(), file);
    if (const auto hash = root.find("table_sha256"))
        plan.tableHash = hash->text();
    plan.tasks = readTasks(root.at("tasks", "a list of names"));
    if (const auto learnFrom = root.find("learn_from"))
        plan.learnFrom = readLearnFrom(*learnFrom, plan.tasks);

    const JsonNode runs = root.at("runs", "a list of methods and settings");
    for (const JsonNode& item : runs.items()) {
        plan.runs.push_back(readRun(item));
        const std::string& name = plan.runs.back().name;
        if (std::ranges::count(plan.runs, name, &PlanRun::name) > 1)
            throw item.error("a name of its own", excerpt(name) + " a second time");
    }
    if (plan.runs.empty())
        throw runs.error("at least one run", "an empty list");

    const JsonNode seeds = root.at("seeds", R"(an object {"from": 0, "count": 100})");
    seeds.expectKeys({"from", "count"});
    plan.seedCount = static_cast<std::uint32_t>(seeds.at("count", "a whole number").integer(1, mostSeeds));
    if (const auto from = seeds.find("from"))
        plan.firstSeed = from->integer(0, largestSeed);
    plan.stop = readStop(root.at("until", R"(an object such as {"evaluations": 150})"), plan.tasks.size());
    return plan;
}

Plan readPlan(const std::string& path)
{
    const std::string text = readFile(path);
    if (text.empty())
        throw Error(ErrorCode::FileEmpty).inFile(path);
    return parsePlan(text, path);
}

std::string formatPlan(const Plan& plan)
{
    nlohmann::ordered_json json;
    json["table"] = plan.table;
    if (!plan.tableHash.empty())
        json["table_sha256"] = plan.tableHash;
    if (!plan.proxies.empty())
        json["proxies"] = plan.proxies;
    json["tasks"] = plan.tasks;
    if (plan.learnFrom) {
        auto& arrows = json["learn_from"] = nlohmann::ordered_json::object();
        for (std::uint16_t target = 0; target < plan.tasks.size(); ++target) {
            auto& sources = arrows[plan.tasks[target]] = nlohmann::ordered_json::array();
            for (std::uint16_t source = 0; source < plan.tasks.size(); ++source) {
                if ((*plan.learnFrom)(TaskId(target), TaskId(source)))
                    sources.push_back(plan.tasks[source]);
            }
        }
    }
    for (const PlanRun& run : plan.runs) {
        nlohmann::ordered_json one{{"name", run.name}, {"method", run.method}};
        auto& settings = one["settings"] = nlohmann::ordered_json::object();
        for (const auto& [name, value] : run.settings)
            settings[name] = value;
        json["runs"].push_back(one);
    }
    json["seeds"] = {{"from", plan.firstSeed}, {"count", plan.seedCount}};
    auto& until = json["until"] = nlohmann::ordered_json::object();
    if (plan.stop.evaluations)
        until["evaluations"] = *plan.stop.evaluations;
    if (plan.stop.generations)
        until["generations"] = *plan.stop.generations;
    for (const std::optional<double>& target : plan.stop.targets)
        until["targets"].push_back(target ? nlohmann::ordered_json(*target) : nlohmann::ordered_json());
    return json.dump(2) + '\n';
}

bool isSamePlan(const Plan& a, const Plan& b)
{
    return a.tableHash == b.tableHash && a.tasks == b.tasks && a.learnFrom == b.learnFrom && a.runs == b.runs
        && a.firstSeed == b.firstSeed && a.seedCount == b.seedCount && a.stop == b.stop;
}

} // namespace ktnas
