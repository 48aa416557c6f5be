// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Settings.h"

#include <vector>

/// Marks a text for translation (context "Settings") and is the text itself; core knows no translator.
#define KTNAS_TEXT(text) text

namespace ktnas {

/// Settings that several methods share.
SettingInfo parentsSetting();
SettingInfo tournamentSetting();
/// `defaultRule`: "random" or "best_proxy".
SettingInfo mutantSetting(const char* defaultRule);
SettingInfo mutantDrawsSetting();
SettingInfo proxySetting();

/// All settings of KTNAS in the order in which they are shown.
std::vector<SettingInfo> ktnasSettings();

/// A choice and what it means in a few words.
struct ChoiceText {
    const char* name;
    const char* text;
};
SettingInfo choiceSetting(const char* name, const char* title, std::vector<ChoiceText> choices,
                          const char* explanation, bool isAdvanced = true);
SettingInfo numberSetting(SettingKind kind, const char* name, const char* title, const char* defaultValue,
                          double low, double high, const char* unit, const char* explanation,
                          bool isAdvanced = false);

} // namespace ktnas
