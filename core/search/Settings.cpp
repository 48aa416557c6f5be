// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Settings.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/search/SettingReader.h"
#include "core/search/SettingTables.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

std::vector<MethodInfo> makeMethods()
{
    std::vector<MethodInfo> all;
    all.push_back(
        {"random",
         KTNAS_TEXT("Random search"),
         KTNAS_TEXT("Draws cells at random, none twice. Whatever cannot beat it does not search. The K best "
                    "so far are shown as its population."),
         false,
         {parentsSetting()}});
    all.push_back(
        {"rea",
         KTNAS_TEXT("Regularised evolution"),
         KTNAS_TEXT("Takes the best of a few drawn parents, changes one operation, and lets the oldest "
                    "parent go, each task for itself. Real et al., \"Regularized evolution for image "
                    "classifier architecture search\", AAAI 2019; settings of the paper."),
         false,
         {parentsSetting(), tournamentSetting(), mutantSetting("random"), mutantDrawsSetting(),
          proxySetting()}});
    all.push_back(
        {"zero",
         KTNAS_TEXT("Regularised evolution with a proxy"),
         KTNAS_TEXT("Regularised evolution whose children are the neighbours with the best zero-cost proxy: "
                    "the paper's row \"Zero\". Abdelfattah et al., \"Zero-cost proxies for lightweight "
                    "NAS\", ICLR 2021. Needs a table with proxies."),
         false,
         {parentsSetting(), tournamentSetting(), proxySetting()}});
    all.push_back(
        {"emt-nas",
         KTNAS_TEXT("EMT-NAS"),
         KTNAS_TEXT(
             "Parents of all tasks mate with each other: pairs are drawn by fitness, cross with a set "
             "probability where their tasks differ, and their children may change sides. Liao et al., "
             "\"EMT-NAS: transferring architectural knowledge between tasks from different datasets\", CVPR "
             "2023; here with one-operation mutation."),
         true,
         {parentsSetting(),
          numberSetting(
              SettingKind::Real, "rmp", KTNAS_TEXT("Random mating probability"), "0.3", 0, 1, "",
              KTNAS_TEXT("How often parents of different tasks cross instead of having a mutant each. At 0 "
                         "knowledge moves only when a mutant changes sides; at 1 all pairs cross.")),
          mutantSetting("random"), mutantDrawsSetting(), proxySetting()}});
    all.push_back(
        {"mt-nas",
         KTNAS_TEXT("MT-NAS"),
         KTNAS_TEXT(
             "In each turn a task either evolves by itself or looks around a cell that was once the best of "
             "another task; which of the two adapts to what brought improvements lately. Zhou et al., IEEE "
             "TEVC 28(3), 2024, as their program for NAS-Bench-201 does it."),
         true,
         {parentsSetting(), tournamentSetting(),
          numberSetting(
              SettingKind::Integer, "steps", KTNAS_TEXT("Evaluations a turn"), "10", 1, 1000,
              KTNAS_TEXT("cells"),
              KTNAS_TEXT("How many cells a task evaluates before the next task has its turn. With fewer, "
                         "tasks hear of each other sooner, and choices between searching alone and "
                         "transferring are made more often.")),
          mutantSetting("random"),
          choiceSetting(
              "transfer_order", KTNAS_TEXT("Choice of transfers"),
              {{"best_proxy", KTNAS_TEXT("the best proxy on the target")}, {"random", KTNAS_TEXT("by lot")}},
              KTNAS_TEXT("How a transfer picks a cell of the others and then its neighbours. The authors "
                         "use synflow; without a proxy in the table only \"random\" is possible, and it "
                         "is the default there."),
              false),
          mutantDrawsSetting(), proxySetting()}});
    all.push_back(
        {"ktnas", KTNAS_TEXT("KTNAS"),
         KTNAS_TEXT(
             "Each task takes migrants from the others' parents. Migrants of the past, labelled by the "
             "success "
             "of their children, vote for the candidates that resemble them; the sum of the votes is the "
             "transfer rank. Zhang, Liu, Xiao and Chen, \"Architecture transferability quantifying for "
             "multi-task neural architecture search\", IEEE TETCI 10(2), 2026. Open points of the paper are "
             "settings."),
         true, ktnasSettings()});
    return all;
}

const SettingInfo& findSetting(const MethodInfo& method, std::string_view name)
{
    for (const SettingInfo& info : method.settings)
        if (info.name == name)
            return info;
    std::vector<std::string> known;
    for (const SettingInfo& info : method.settings)
        known.push_back(info.name);
    Error error(ErrorCode::UnknownSetting);
    error.inColumn(std::string(name)).expecting("one of " + listed(known)).butFound(excerpt(name));
    if (const auto meant = nearest(name, known))
        error.hinting("Did you mean " + *meant + "?");
    throw error;
}

Error badValue(const SettingInfo& info, const std::string& value, std::string expected)
{
    Error error(ErrorCode::BadSettingValue);
    error.inColumn(info.name).expecting(std::move(expected)).butFound(excerpt(value));
    if (info.kind == SettingKind::Choice)
        if (const auto meant = nearest(value, info.choices))
            error.hinting("Did you mean " + *meant + "?");
    return error;
}

/// The value as it is kept: numbers in their shortest form, so that "010" and "10" make the same record.
std::string checkedValue(const SettingInfo& info, const std::string& value)
{
    const std::string range = "from " + formatNumber(info.low) + " to " + formatNumber(info.high);
    switch (info.kind) {
    case SettingKind::Integer: {
        const auto number = parseInteger(value);
        if (!number || static_cast<double>(*number) < info.low || static_cast<double>(*number) > info.high)
            throw badValue(info, value, "a whole number " + range);
        return std::to_string(*number);
    }
    case SettingKind::Real: {
        const auto number = parseNumber(value);
        if (!number || *number < info.low || *number > info.high)
            throw badValue(info, value, "a number " + range);
        return formatNumber(*number);
    }
    case SettingKind::Choice:
        if (std::find(info.choices.begin(), info.choices.end(), value) == info.choices.end())
            throw badValue(info, value, "one of " + listed(info.choices));
        return value;
    case SettingKind::Name:
        return value;
    }
    assertionFailed(__FILE__, __LINE__, "a known kind of setting");
}

} // namespace

std::span<const MethodInfo> methods()
{
    static const std::vector<MethodInfo> all = makeMethods();
    return all;
}

const MethodInfo& methodInfo(std::string_view id)
{
    std::vector<std::string> known;
    for (const MethodInfo& method : methods()) {
        if (method.id == id)
            return method;
        known.push_back(method.id);
    }
    Error error(ErrorCode::UnknownMethod);
    error.expecting("one of " + listed(known)).butFound(excerpt(id));
    if (const auto meant = nearest(id, known))
        error.hinting("Did you mean " + *meant + "?");
    throw error;
}

SettingValues defaultSettings(std::string_view method)
{
    SettingValues values;
    for (const SettingInfo& info : methodInfo(method).settings)
        values.emplace_back(info.name, info.defaultValue);
    std::sort(values.begin(), values.end());
    return values;
}

SettingValues settingsWith(std::string_view method, const SettingValues& changed)
{
    const MethodInfo& info = methodInfo(method);
    SettingValues values = defaultSettings(method);
    for (const auto& [name, value] : changed) {
        const SettingInfo& setting = findSetting(info, name);
        const std::string checked = checkedValue(setting, value);
        for (auto& [knownName, knownValue] : values)
            if (knownName == name)
                knownValue = checked;
    }
    return values;
}

const std::string& settingValue(const SettingValues& values, std::string_view name)
{
    for (const auto& [known, value] : values)
        if (known == name)
            return value;
    throw Error(ErrorCode::UnknownSetting).inColumn(std::string(name));
}

SettingReader::SettingReader(std::string_view method, const SettingValues& values)
    : m_info(methodInfo(method))
    , m_values(values)
{
}

std::uint32_t SettingReader::integer(std::string_view name) const
{
    const auto number = parseInteger(text(name));
    KTNAS_ASSERT(number.has_value());
    return static_cast<std::uint32_t>(*number);
}

double SettingReader::real(std::string_view name) const
{
    const auto number = parseNumber(text(name));
    KTNAS_ASSERT(number.has_value());
    return *number;
}

std::size_t SettingReader::choiceIndex(std::string_view name) const
{
    const SettingInfo& info = findSetting(m_info, name);
    const auto place = std::find(info.choices.begin(), info.choices.end(), text(name));
    KTNAS_ASSERT(place != info.choices.end());
    return static_cast<std::size_t>(place - info.choices.begin());
}

} // namespace ktnas
