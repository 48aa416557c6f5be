// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ktnas {

class Learner;

/// What the plugin's one function gives. `version` comes first and is compared before anything else is
/// touched: program and plugin share C++ types, so they must come from one build of the interface.
struct PluginEntry {
    const char* version = nullptr; ///< KTNAS_LEARN_VERSION as the plugin was built
    Learner* (*create)() = nullptr; ///< a new learner, the caller's; throws Error
};

/// The plugin's only visible symbol.
inline constexpr const char* pluginSymbol = "ktnasLearnPlugin";
using PluginFunction = const PluginEntry* (*)();

} // namespace ktnas
