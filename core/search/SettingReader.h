// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Settings.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ktnas {

/// Reads a complete list of checked settings into typed values.
class SettingReader {
public:
    SettingReader(std::string_view method, const SettingValues& values);

    std::uint32_t integer(std::string_view name) const;
    double real(std::string_view name) const;
    const std::string& text(std::string_view name) const { return settingValue(m_values, name); }
    /// A choice as an enumeration whose values stand in the order of the setting's choices.
    template <class Enum> Enum choice(std::string_view name) const
    {
        return static_cast<Enum>(choiceIndex(name));
    }
    bool isOn(std::string_view name, std::string_view value) const { return text(name) == value; }

private:
    std::size_t choiceIndex(std::string_view name) const;

    const MethodInfo& m_info;
    const SettingValues& m_values;
};

} // namespace ktnas
