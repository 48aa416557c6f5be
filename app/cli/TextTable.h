// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas::cli {

/// Columns of text for a terminal: a header, rows, two blanks between columns, numbers to the right.
class TextTable {
public:
    /// A name that begins with '>' makes a column that is set to the right.
    TextTable(std::initializer_list<std::string_view> columns);
    /// As many fields as columns.
    void add(std::vector<std::string> fields);
    /// The table, each line with `indent` blanks before it and a line end behind it.
    std::string text(std::size_t indent = 0) const;

private:
    std::vector<bool> m_right;
    std::vector<std::vector<std::string>> m_rows;
};

/// Places that a UTF-8 text takes on a terminal, one a character.
std::size_t displayWidth(std::string_view text);
/// The text in lines of at most `width` places, broken at blanks, each with `indent` blanks before it.
std::string wrapped(std::string_view text, std::size_t indent = 0, std::size_t width = 80);
/// Six significant digits for people, "–" for a missing value.
std::string shortNumber(double value);

} // namespace ktnas::cli
