// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Text.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas::test {

/// The numeric columns of a well-formed CSV file without quotes; columns with a text or an empty field are
/// left out. Only for the known files of these tests (core/stats must not see core/tables).
inline std::map<std::string, std::vector<double>> readColumns(const std::string& path)
{
    const std::string text = readFile(path);
    const std::vector<std::string_view> lines = split(text, '\n');
    const std::vector<std::string_view> names = split(trimmed(lines.front()), ',');
    std::vector<std::vector<double>> columns(names.size());
    std::size_t rows = 0;
    for (std::size_t line = 1; line < lines.size(); ++line) {
        if (trimmed(lines[line]).empty())
            continue;
        ++rows;
        const std::vector<std::string_view> fields = split(trimmed(lines[line]), ',');
        for (std::size_t i = 0; i < fields.size() && i < names.size(); ++i) {
            if (const auto number = parseNumber(fields[i]))
                columns[i].push_back(*number);
        }
    }
    std::map<std::string, std::vector<double>> named;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (columns[i].size() == rows)
            named[std::string(names[i])] = columns[i];
    }
    return named;
}

} // namespace ktnas::test
