// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TextTable.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace ktnas::cli {

TextTable::TextTable(std::initializer_list<std::string_view> columns)
{
    std::vector<std::string> header;
    for (const std::string_view column : columns) {
        m_right.push_back(column.starts_with('>'));
        header.emplace_back(m_right.back() ? column.substr(1) : column);
    }
    m_rows.push_back(std::move(header));
}

void TextTable::add(std::vector<std::string> fields)
{
    KTNAS_ASSERT(fields.size() == m_right.size());
    m_rows.push_back(std::move(fields));
}

std::string TextTable::text(std::size_t indent) const
{
    std::vector<std::size_t> widths(m_right.size());
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    std::string result;
    for (const auto& row : m_rows) {
        std::string line(indent, ' ');
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string padding(widths[i] - displayWidth(row[i]), ' ');
            line.append(i > 0 ? "  " : "").append(m_right[i] ? padding + row[i] : row[i] + padding);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        result += line + '\n';
    }
    return result;
}

std::size_t displayWidth(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string wrapped(std::string_view text, std::size_t indent, std::size_t width)
{
    const std::string margin(indent, ' ');
    std::string result;
    std::string line;
    for (const std::string_view word : split(text, ' ')) {
        if (!line.empty() && indent + displayWidth(line) + 1 + displayWidth(word) > width) {
            result += margin + line + '\n';
            line.clear();
        }
        if (!line.empty())
            line += ' ';
        line += word;
    }
    return result + margin + line + '\n';
}

std::string shortNumber(double value)
{
    return std::isnan(value) ? "–" : fmt::format("{:.6g}", value);
}

} // namespace ktnas::cli
