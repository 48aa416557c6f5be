// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RunHeader.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// Name: a text that the table knows (of a proxy); empty lets the program choose.
enum class SettingKind : std::uint8_t { Integer, Real, Choice, Name };

/// One named switch of a method, as in ktnas-decisions.md. Texts are English source texts for translation
/// (context "Settings"); in the sources they stand in KTNAS_TEXT("…").
struct SettingInfo {
    std::string name; ///< "K", "n", "transfer", "similarity_embedding"
    std::string title; ///< "Parents", for the settings panel
    SettingKind kind = SettingKind::Integer;
    std::string defaultValue;
    double low = 0; ///< smallest value (Integer, Real)
    double high = 0; ///< largest value
    std::string unit; ///< "generations", "%", ""
    std::vector<std::string> choices; ///< Choice
    std::vector<std::string> choiceTexts; ///< what each choice means, in a few words
    std::string explanation; ///< two or three sentences: what it does, what happens as it grows
    bool isAdvanced = false; ///< shown under "More"
};

/// A method, for menus and help.
struct MethodInfo {
    std::string id; ///< "ktnas"
    std::string title; ///< "KTNAS"
    std::string explanation; ///< one paragraph with source
    bool transfers = false; ///< uses the learn-from matrix
    std::vector<SettingInfo> settings;
};

/// All methods in the order of the house: random rea zero emt-nas mt-nas ktnas.
std::span<const MethodInfo> methods();
/// Throws UnknownMethod naming the known ones.
const MethodInfo& methodInfo(std::string_view id);
/// The method's defaults.
SettingValues defaultSettings(std::string_view method);
/// Defaults with some values replaced; throws UnknownSetting (with the nearest name) and BadSettingValue
/// (with the allowed range or choices).
SettingValues settingsWith(std::string_view method, const SettingValues& changed);
/// The value of one setting of a complete list; throws UnknownSetting.
const std::string& settingValue(const SettingValues& values, std::string_view name);

} // namespace ktnas
