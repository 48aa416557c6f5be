// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/BenchmarkPlan.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"
#include "core/base/Text.h"
#include "core/experiment/JsonNode.h"
#include "core/learn/work/RecipeText.h"
#include "core/learn/work/TrainingText.h"
#include "core/space/Space.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>

namespace ktnas {
namespace {

constexpr std::uint64_t mostSeeds = 1'000;
constexpr std::uint64_t largestSeed = std::numeric_limits<std::uint32_t>::max() - mostSeeds;
constexpr double million = 1e6;

std::string resolvedPath(const std::string& path, const std::string& planFile)
{
    if (path == "fashion-mnist" || std::filesystem::path(path).is_absolute())
        return path;
    const std::filesystem::path beside = std::filesystem::path(planFile).parent_path() / path;
    std::error_code ignored;
    return std::filesystem::exists(beside, ignored) ? beside.lexically_normal().string() : path;
}

bool isColumnName(const std::string& name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// What the plan gives for all tasks.
struct Common {
    std::string file;
    std::string pictures;
    std::optional<JsonNode> data;
    TrainingSettings training;
};

TaskRecipe recipeAt(const JsonNode& node)
{
    try {
        return recipeNamed(node.text());
    } catch (const Error& error) {
        if (error.code != ErrorCode::UnknownTask)
            throw;
        throw node.error(error.expected, error.found).hinting(error.hint);
    }
}

PlannedTask readTask(const JsonNode& node, const Common& common)
{
    node.expectKeys({"recipe", "name", "title", "pictures", "labels", "data", "training"});
    PlannedTask task{{common.pictures, recipeAt(node.at("recipe", "the name of a recipe"))}, common.training};
    if (const auto pictures = node.find("pictures"))
        task.source.pictures = resolvedPath(pictures->text(), common.file);
    TaskRecipe& recipe = task.source.recipe;
    recipe.shortTitle.clear(); // tables make their own from the title
    if (const auto name = node.find("name")) {
        recipe.name = name->text();
        if (!isColumnName(recipe.name))
            throw name->error("small letters, digits and underscores", excerpt(recipe.name));
    }
    if (const auto title = node.find("title"))
        recipe.title = title->text();
    if (const auto labels = node.find("labels"))
        recipe.labelSet = labels->text();
    if (common.data)
        readRecipe(*common.data, recipe);
    if (const auto data = node.find("data"))
        readRecipe(*data, recipe);
    if (const auto own = node.find("training"))
        readTraining(*own, task.training);
    return task;
}

void readRepeat(const JsonNode& node, BenchmarkPlan& plan)
{
    node.expectKeys({"share", "seeds"});
    const JsonNode share = node.at("share", "the share of networks that is trained again");
    const double value = share.number();
    if (!(value >= 0 && value <= 1))
        throw share.error("a number from 0 to 1", formatNumber(value));
    plan.repeatMillionths = static_cast<std::uint32_t>(std::lround(value * million));
    plan.repeatSeeds = static_cast<std::uint32_t>(
        node.at("seeds", "the number of seeds of those networks").integer(plan.seeds, mostSeeds));
}

void readCells(const JsonNode& node, BenchmarkPlan& plan)
{
    const std::shared_ptr<const Space> space = plan.spacePointer();
    for (const JsonNode& item : node.items()) {
        plan.cells.push_back(item.text());
        try {
            (void)space->parse(plan.cells.back());
        } catch (const Error& error) {
            throw item.error(error.expected, error.found).hinting(error.hint);
        }
    }
    if (plan.cells.empty())
        throw node.error("at least one cell", "an empty list");
}

} // namespace

std::shared_ptr<const Space> BenchmarkPlan::spacePointer() const
{
    return spaceById(space);
}

BenchmarkPlan parseBenchmarkPlan(std::string_view text, const std::string& file)
{
    const nlohmann::json json = parseJson(text, file);
    const JsonNode root(json, {}, file);
    root.expectKeys({"pictures", "data", "tasks", "space", "skeleton", "training", "seeds", "repeat", "order",
                     "networks", "cells", "proxies"});
    BenchmarkPlan plan;
    plan.file = file;
    plan.pictures =
        resolvedPath(root.at("pictures", "the path of an image data set, or \"fashion-mnist\"").text(), file);
    Common common{file, plan.pictures, root.find("data"), {}};
    if (const auto training = root.find("training"))
        readTraining(*training, common.training);
    if (const auto space = root.find("space")) {
        plan.space = space->text();
        std::vector<std::string> known;
        for (const auto& one : allSpaces()) {
            if (one->cellCount())
                known.emplace_back(one->id());
        }
        if (std::ranges::find(known, plan.space) == known.end())
            throw space->error("one of the spaces " + listed(known), excerpt(plan.space));
    }
    if (const auto skeleton = root.find("skeleton"))
        plan.skeleton = readSkeleton(*skeleton);

    const JsonNode tasks = root.at("tasks", R"(a list such as [{"recipe": "object"}])");
    for (const JsonNode& item : tasks.items()) {
        plan.tasks.push_back(readTask(item, common));
        if (std::ranges::count(plan.tasks, plan.tasks.back().name(), &PlannedTask::name) > 1)
            throw item.error("a name of its own", excerpt(plan.tasks.back().name()) + " a second time");
    }
    if (plan.tasks.empty())
        throw tasks.error("at least one task", "an empty list");

    if (const auto seeds = root.find("seeds")) {
        seeds->expectKeys({"from", "count"});
        plan.seeds = static_cast<std::uint32_t>(seeds->at("count", "a whole number").integer(1, mostSeeds));
        if (const auto from = seeds->find("from"))
            plan.firstSeed = from->integer(0, largestSeed);
    }
    plan.repeatSeeds = plan.seeds;
    if (const auto repeat = root.find("repeat"))
        readRepeat(*repeat, plan);
    if (const auto order = root.find("order"))
        plan.order = order->integer(0, largestSeed);
    if (const auto networks = root.find("networks"))
        plan.networks = static_cast<std::uint32_t>(networks->integer(1, 1'000'000));
    if (const auto cells = root.find("cells"))
        readCells(*cells, plan);
    if (const auto proxies = root.find("proxies")) {
        proxies->expectKeys({"batch"});
        plan.proxyBatch =
            static_cast<std::uint32_t>(proxies->at("batch", "a number of pictures").integer(2, 65'536));
    }
    return plan;
}

BenchmarkPlan readBenchmarkPlan(const std::string& path)
{
    const std::string text = readFile(path);
    if (text.empty())
        throw Error(ErrorCode::FileEmpty).inFile(path);
    return parseBenchmarkPlan(text, path);
}

std::string formatBenchmarkPlan(const BenchmarkPlan& plan)
{
    // Every task spells out its own data and training, so that no default of a later version can change an
    // old plan; see trainingJson() for keys that come later.
    nlohmann::ordered_json json;
    json["pictures"] = plan.pictures;
    json["space"] = plan.space;
    json["skeleton"] = skeletonJson(plan.skeleton);
    for (const PlannedTask& task : plan.tasks) {
        const TaskRecipe& recipe = task.source.recipe;
        nlohmann::ordered_json one{{"recipe", std::string(name(recipe.kind))}, {"name", recipe.name}};
        if (!recipe.title.empty())
            one["title"] = recipe.title;
        if (task.source.pictures != plan.pictures)
            one["pictures"] = task.source.pictures;
        if (!recipe.labelSet.empty())
            one["labels"] = recipe.labelSet;
        one["data"] = recipeJson(recipe);
        one["training"] = trainingJson(task.training);
        json["tasks"].push_back(std::move(one));
    }
    json["seeds"] = {{"from", plan.firstSeed}, {"count", plan.seeds}};
    json["repeat"] = {{"share", plan.repeatMillionths / million}, {"seeds", plan.repeatSeeds}};
    json["order"] = plan.order;
    if (plan.networks)
        json["networks"] = *plan.networks;
    if (!plan.cells.empty())
        json["cells"] = plan.cells;
    if (plan.proxyBatch > 0)
        json["proxies"] = {{"batch", plan.proxyBatch}};
    return json.dump(2) + '\n';
}

std::string planHash(const BenchmarkPlan& plan)
{
    BenchmarkPlan nowhere = plan;
    nowhere.pictures.clear();
    // Which tasks share their pictures does matter, so places become numbers.
    std::vector<std::string> places;
    for (PlannedTask& task : nowhere.tasks) {
        std::string& pictures = task.source.pictures;
        const auto known = std::ranges::find(places, pictures);
        const auto number = known - places.begin();
        if (known == places.end())
            places.push_back(pictures);
        pictures = number == 0 ? std::string() : std::to_string(number);
    }
    return sha256(formatBenchmarkPlan(nowhere));
}

} // namespace ktnas
