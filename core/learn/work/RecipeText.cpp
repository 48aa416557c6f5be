// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/RecipeText.h"

#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

namespace ktnas {
namespace {

constexpr std::uint64_t mostRows = 10'000'000;
constexpr std::uint64_t largestSeed = std::numeric_limits<std::int64_t>::max();

/// Takes a word over where the key is there; `known` are the words that there are.
template <class T, class Parse>
void takeWord(const JsonNode& node, const char* key, T& value, Parse parse,
              const std::vector<std::string>& known)
{
    const auto found = node.find(key);
    if (!found)
        return;
    const std::string word = found->text();
    const auto parsed = parse(word);
    if (!parsed) {
        Error error = found->error("one of " + listed(known), excerpt(word));
        if (const auto meant = nearest(word, known))
            error.hinting("Did you mean " + *meant + "?");
        throw error;
    }
    value = *parsed;
}

void readTones(const JsonNode& node, std::vector<int>& tones)
{
    tones.clear();
    for (const JsonNode& item : node.items()) {
        tones.push_back(static_cast<int>(item.integer(0, toneCount - 1)));
        if (std::ranges::count(tones, tones.back()) > 1)
            throw item.error("each tone curve once", std::to_string(tones.back()) + " a second time");
    }
    if (tones.size() < 2)
        throw node.error("at least two tone curves", std::to_string(tones.size()));
}

} // namespace

TaskRecipe recipeNamed(std::string_view word)
{
    std::vector<std::string> known;
    for (const TaskRecipe& recipe : builtinRecipes()) {
        if (recipe.name == word)
            return recipe;
        known.push_back(recipe.name);
    }
    if (const auto kind = taskKind(word)) {
        TaskRecipe recipe;
        recipe.kind = *kind;
        recipe.name = word;
        std::ranges::replace(recipe.name, '-', '_');
        return recipe;
    }
    for (const TaskKind kind : allTaskKinds())
        known.emplace_back(name(kind));
    Error error(ErrorCode::UnknownTask);
    error.expecting("one of " + listed(known)).butFound(excerpt(word));
    if (const auto meant = nearest(std::string(word), known))
        error.hinting("Did you mean " + *meant + "?");
    throw error;
}

void readRecipe(const JsonNode& node, TaskRecipe& recipe)
{
    node.expectKeys({"side", "train", "valid", "test", "order", "valid_from", "seed", "figure", "noise",
                     "tones", "code"});
    const auto whole = [&node](const char* key, auto& value, std::uint64_t low, std::uint64_t high) {
        if (const auto found = node.find(key))
            value = static_cast<std::remove_reference_t<decltype(value)>>(found->integer(low, high));
    };
    if (const auto side = node.find("side")) {
        recipe.side = side->integer(0, 128);
        if (recipe.side != 0 && (recipe.side < 8 || recipe.side % 2 != 0))
            throw side->error("an even number from 8 to 128, or 0", std::to_string(recipe.side));
    }
    whole("train", recipe.trainRows, 0, mostRows);
    whole("valid", recipe.validRows, 0, mostRows);
    whole("test", recipe.testRows, 0, mostRows);
    takeWord(node, "order", recipe.order, rowOrder, {"mixed", "file"});
    takeWord(node, "valid_from", recipe.validFrom, validFrom, {"test", "train"});
    whole("seed", recipe.seed, 0, largestSeed);
    takeWord(node, "figure", recipe.figure, figureOf, {"ink", "window"});
    if (const auto noise = node.find("noise")) {
        recipe.noise = noise->number();
        if (!(*recipe.noise >= 0 && *recipe.noise <= 1))
            throw noise->error("a number from 0 to 1", formatNumber(*recipe.noise));
    }
    if (const auto tones = node.find("tones"))
        readTones(*tones, recipe.tones);
    whole("code", recipe.codeSize, 1, 1024);
}

nlohmann::ordered_json recipeJson(const TaskRecipe& recipe)
{
    // This text is part of a plan's hash, see trainingJson().
    nlohmann::ordered_json json{{"side", recipe.side},
                                {"train", recipe.trainRows},
                                {"valid", recipe.validRows},
                                {"test", recipe.testRows},
                                {"order", std::string(name(recipe.order))},
                                {"valid_from", std::string(name(recipe.validFrom))},
                                {"seed", recipe.seed}};
    if (recipe.figure)
        json["figure"] = std::string(name(*recipe.figure));
    if (recipe.noise)
        json["noise"] = *recipe.noise;
    if (recipe.kind == TaskKind::Tones || recipe.kind == TaskKind::ScrambledTones)
        json["tones"] = recipe.tones;
    if (recipe.kind == TaskKind::Autoencoder)
        json["code"] = recipe.codeSize;
    return json;
}

} // namespace ktnas
