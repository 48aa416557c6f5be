// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/CellColumn.h"

#include "core/base/Text.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ktnas {
namespace {

constexpr std::string_view columnName = "architecture";

/// Only spaces of which all cells can be listed have tables.
std::vector<std::shared_ptr<const Space>> tabledSpaces()
{
    std::vector<std::shared_ptr<const Space>> spaces;
    for (const auto& space : allSpaces()) {
        if (space->cellCount())
            spaces.push_back(space);
    }
    return spaces;
}

std::string titles()
{
    std::vector<std::string> names;
    for (const auto& space : tabledSpaces())
        names.emplace_back(space->title());
    std::string text = names.back();
    names.pop_back();
    return names.empty() ? text : fmt::format("{} or {}", fmt::join(names, ", "), text);
}

bool parses(const Space& space, std::string_view text)
{
    try {
        (void)space.parse(text);
        return true;
    } catch (const Error&) {
        return false;
    }
}

/// How far a space could read the text: the number of the character that its error names, 0 for none.
std::int64_t reached(const Error& error)
{
    const std::size_t digits = error.column.find_first_of("0123456789");
    return digits == std::string::npos ? 0 : parseInteger(error.column.substr(digits)).value_or(0);
}

/// The space's own words about the place inside the text, put behind the column's name.
Error damaged(const CsvReader& reader, std::size_t column, const Error& inside)
{
    Error error = inside;
    error.inFile(reader.path()).atLine(reader.line()).inColumn(std::string(columnName));
    if (const std::int64_t character = reached(inside); character > 0)
        error.inColumn(fmt::format("{}, character {}", columnName, character));
    if (error.found.empty())
        error.butFound(fmt::format("“{}”", excerpt(reader.fields()[column], 80)));
    return error;
}

std::shared_ptr<const Space> recogniseSpace(const CsvReader& reader, std::size_t column)
{
    std::optional<Error> nearestMiss;
    for (const auto& space : tabledSpaces()) {
        try {
            (void)space->parse(reader.fields()[column]);
            return space;
        } catch (const Error& error) {
            if (!nearestMiss || reached(error) > reached(*nearestMiss))
                nearestMiss = error;
        }
    }
    if (nearestMiss && reached(*nearestMiss) > 1)
        throw damaged(reader, column, *nearestMiss);
    throw reader.errorAt(ErrorCode::BadCell, column).expecting(fmt::format("a cell of {}", titles()));
}

} // namespace

CellColumn::CellColumn(const CsvReader& reader, std::shared_ptr<const Space> space)
    : m_space(std::move(space))
{
    const auto columns = reader.columns();
    const auto found = std::find(columns.begin(), columns.end(), columnName);
    if (found == columns.end()) {
        std::vector<std::string> names;
        for (const std::string& name : columns.first(std::min<std::size_t>(columns.size(), 4)))
            names.push_back(excerpt(name, 60));
        throw Error(ErrorCode::BadHeader)
            .inFile(reader.path())
            .atLine(reader.headerLine())
            .expecting("a column with the name “architecture”")
            .butFound(fmt::format("{}{}", fmt::join(names, ", "), columns.size() > 4 ? ", …" : ""))
            .hinting("The first line names the columns: index,architecture,cifar10_valid_acc,…");
    }
    m_column = static_cast<std::size_t>(found - columns.begin());
    if (m_space)
        m_lineOfCell.assign(m_space->cellCount().value_or(0), 0);
}

CellId CellColumn::read(const CsvReader& reader)
{
    const std::string_view text = reader.fields()[m_column];
    if (!m_space) {
        m_space = recogniseSpace(reader, m_column);
        m_lineOfCell.assign(*m_space->cellCount(), 0);
    }
    CellId id;
    try {
        id = m_space->ordinal(m_space->parse(text));
    } catch (const Error& inside) {
        for (const auto& other : tabledSpaces()) {
            if (other != m_space && parses(*other, text))
                throw reader.errorAt(ErrorCode::OtherSpace, m_column)
                    .expecting(fmt::format("a cell of {}", m_space->title()))
                    .butFound(fmt::format("“{}” of {}", text, other->title()));
        }
        throw damaged(reader, m_column, inside);
    }
    std::uint32_t& line = m_lineOfCell[id.value];
    if (line != 0)
        throw reader.errorAt(ErrorCode::DuplicateCell, m_column)
            .expecting("each cell once")
            .butFound(fmt::format("“{}” in line {} already", text, line))
            .hinting("Remove one of the two lines.");
    line = static_cast<std::uint32_t>(reader.line());
    return id;
}

} // namespace ktnas
