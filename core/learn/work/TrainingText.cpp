// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/TrainingText.h"

#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace ktnas {
namespace {

using Optimiser = TrainingSettings::Optimiser;
using Schedule = TrainingSettings::Schedule;

constexpr std::array optimisers{std::pair{"adam", Optimiser::Adam}, std::pair{"sgd", Optimiser::Sgd}};
constexpr std::array schedules{std::pair{"constant", Schedule::Constant},
                               std::pair{"cosine", Schedule::Cosine},
                               std::pair{"one-cycle", Schedule::OneCycle}};
constexpr std::array skeletons{Skeleton::Kind::Small, Skeleton::Kind::NasBench201,
                               Skeleton::Kind::TransNasMicro};

constexpr std::uint64_t mostPasses = 1'000'000'000'000;
constexpr std::uint64_t mostPictures = 1'000'000;
constexpr std::uint64_t mostChannels = 4'096;

Error unknownWord(const JsonNode& node, const std::vector<std::string>& known)
{
    const std::string word = node.text();
    Error error = node.error("one of " + listed(known), excerpt(word));
    if (const auto meant = nearest(word, known))
        error.hinting("Did you mean " + *meant + "?");
    return error;
}

template <class Words> auto wordAt(const JsonNode& node, const Words& words)
{
    const std::string word = node.text();
    std::vector<std::string> known;
    for (const auto& [name, value] : words) {
        if (word == name)
            return value;
        known.emplace_back(name);
    }
    throw unknownWord(node, known);
}

template <class Words, class Value> const char* wordFor(const Words& words, Value value)
{
    return std::ranges::find(words, value, [](const auto& word) { return word.second; })->first;
}

double numberIn(const JsonNode& node, double low, double high)
{
    const double value = node.number();
    if (!(value >= low && value <= high))
        throw node.error(fmt::format("a number from {} to {}", low, high), formatNumber(value));
    return value;
}

void readShares(const JsonNode& node, std::vector<double>& shares)
{
    shares.clear();
    for (const JsonNode& item : node.items()) {
        const double share = item.number();
        if (!(share > 0 && share < 1) || (!shares.empty() && share <= shares.back()))
            throw item.error("rising numbers above 0 and below 1", formatNumber(share));
        shares.push_back(share);
    }
}

} // namespace

void readTraining(const JsonNode& node, TrainingSettings& settings)
{
    node.expectKeys({"optimiser", "schedule", "learning_rate", "warm_up", "momentum", "nesterov",
                     "weight_decay", "averaging", "batch", "passes", "mirror", "crop_padding", "cutout",
                     "curve_at", "curve_rows"});
    const auto number = [&node](const char* key, double& value, double low, double high) {
        if (const auto found = node.find(key))
            value = numberIn(*found, low, high);
    };
    const auto whole = [&node](const char* key, auto& value, std::uint64_t low, std::uint64_t high) {
        if (const auto found = node.find(key))
            value = static_cast<std::remove_reference_t<decltype(value)>>(found->integer(low, high));
    };
    const auto flag = [&node](const char* key, bool& value) {
        if (const auto found = node.find(key))
            value = found->flag();
    };
    if (const auto found = node.find("optimiser"))
        settings.optimiser = wordAt(*found, optimisers);
    if (const auto found = node.find("schedule"))
        settings.schedule = wordAt(*found, schedules);
    number("learning_rate", settings.learningRate, 1e-9, 1e3);
    number("warm_up", settings.warmUp, 0, 1);
    number("momentum", settings.momentum, 0, 0.9999);
    flag("nesterov", settings.nesterov);
    number("weight_decay", settings.weightDecay, 0, 10);
    number("averaging", settings.averaging, 0, 0.999999);
    whole("batch", settings.batch, 2, mostPictures);
    whole("passes", settings.passes, 1, mostPasses);
    flag("mirror", settings.mirror);
    whole("crop_padding", settings.cropPadding, 0, 64);
    whole("cutout", settings.cutout, 0, 256);
    if (const auto found = node.find("curve_at"))
        readShares(*found, settings.curveAt);
    whole("curve_rows", settings.curveRows, 1, mostPictures);
    if (settings.passes < settings.batch)
        throw node.error("at least one batch of passes",
                         fmt::format("{} passes in batches of {}", settings.passes, settings.batch));
}

nlohmann::ordered_json trainingJson(const TrainingSettings& settings)
{
    // The text decides a plan's hash: a key that comes later is written only where it differs from what
    // held before it came.
    return {{"optimiser", wordFor(optimisers, settings.optimiser)},
            {"schedule", wordFor(schedules, settings.schedule)},
            {"learning_rate", settings.learningRate},
            {"warm_up", settings.warmUp},
            {"momentum", settings.momentum},
            {"nesterov", settings.nesterov},
            {"weight_decay", settings.weightDecay},
            {"averaging", settings.averaging},
            {"batch", settings.batch},
            {"passes", settings.passes},
            {"mirror", settings.mirror},
            {"crop_padding", settings.cropPadding},
            {"cutout", settings.cutout},
            {"curve_at", settings.curveAt},
            {"curve_rows", settings.curveRows}};
}

Skeleton readSkeleton(const JsonNode& node)
{
    node.expectKeys({"kind", "channels", "cells_per_stage"});
    Skeleton skeleton;
    const JsonNode kind = node.at("kind", "the kind of skeleton");
    std::vector<std::string> known;
    bool isKnown = false;
    for (const Skeleton::Kind one : skeletons) {
        known.emplace_back(name(one));
        if (kind.text() == known.back()) {
            skeleton.kind = one;
            isKnown = true;
        }
    }
    if (!isKnown)
        throw unknownWord(kind, known);
    if (skeleton.kind == Skeleton::Kind::NasBench201)
        skeleton = nasBench201Skeleton();
    if (const auto channels = node.find("channels")) {
        skeleton.channels.clear();
        for (const JsonNode& item : channels->items())
            skeleton.channels.push_back(static_cast<int>(item.integer(1, mostChannels)));
        if (skeleton.channels.empty() || skeleton.channels.size() > 8)
            throw channels->error("the channels of 1 to 8 stages",
                                  fmt::format("{} stages", skeleton.channels.size()));
    }
    if (const auto cells = node.find("cells_per_stage"))
        skeleton.cellsPerStage = static_cast<int>(cells->integer(1, 100));
    return skeleton;
}

nlohmann::ordered_json skeletonJson(const Skeleton& skeleton)
{
    return {{"kind", std::string(name(skeleton.kind))},
            {"channels", skeleton.channels},
            {"cells_per_stage", skeleton.cellsPerStage}};
}

} // namespace ktnas
