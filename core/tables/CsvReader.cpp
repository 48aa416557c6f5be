// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/CsvReader.h"

#include "core/base/Text.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

/// As find(), by memchr: std::string_view::find of a character is as fast only where the library says so.
std::size_t place(std::string_view text, char c)
{
    const void* const found = text.empty() ? nullptr : std::memchr(text.data(), c, text.size());
    return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data())
                 : std::string_view::npos;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// trimmed() for the many fields that need no trimming.
std::string_view bare(std::string_view field)
{
    if (field.empty() || (!isBlank(field.front()) && !isBlank(field.back())))
        return field;
    return trimmed(field);
}

/// The separator that the header has most of, outside quotes.
char separatorOf(std::string_view header)
{
    std::size_t commas = 0;
    std::size_t semicolons = 0;
    std::size_t tabs = 0;
    bool quoted = false;
    for (const char c : header) {
        if (c == '"')
            quoted = !quoted;
        else if (!quoted) {
            commas += c == ',' ? 1 : 0;
            semicolons += c == ';' ? 1 : 0;
            tabs += c == '\t' ? 1 : 0;
        }
    }
    if (tabs > commas && tabs > semicolons)
        return '\t';
    return semicolons > commas ? ';' : ',';
}

std::string count(std::size_t number, std::string_view what)
{
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

} // namespace

CsvReader::CsvReader(std::string path, std::string_view text)
    : m_path(std::move(path))
    , m_text(text)
    , m_rest(text)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_rest.starts_with(byteOrderMark))
        m_rest.remove_prefix(byteOrderMark.size());
    if (!readLine())
        throw Error(ErrorCode::BadHeader)
            .inFile(m_path)
            .atLine(1)
            .expecting("the names of the columns")
            .butFound("only blank lines");
    m_headerLine = m_line;
    m_separator = separatorOf(m_current);
    splitLine();
    checkHeader();
}

void CsvReader::checkHeader()
{
    m_columns.assign(m_fields.begin(), m_fields.end());
    if (m_columns.front().empty())
        m_columns.front() = "index";
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].empty())
            throw Error(ErrorCode::BadHeader)
                .inFile(m_path)
                .atLine(m_line)
                .expecting(fmt::format("a name for each of the {}", count(m_columns.size(), "column")))
                .butFound(fmt::format("none for column {}", i + 1));
        const auto first = std::find(m_columns.begin(), m_columns.end(), m_columns[i]);
        if (const auto at = static_cast<std::size_t>(first - m_columns.begin()); at != i)
            throw Error(ErrorCode::BadHeader)
                .inFile(m_path)
                .atLine(m_line)
                .inColumn(excerpt(m_columns[i]))
                .expecting("each column once")
                .butFound(fmt::format("it as columns {} and {}", at + 1, i + 1))
                .hinting("Rename or remove one of them.");
    }
}

bool CsvReader::next()
{
    if (!readLine())
        return false;
    splitLine();
    if (m_fields.size() == m_columns.size())
        return true;
    Error error(ErrorCode::BadRow);
    error.inFile(m_path)
        .atLine(m_line)
        .expecting(count(m_columns.size(), "field") + " as in the header")
        .butFound(count(m_fields.size(), "field"));
    if (m_fields.size() < m_columns.size() && !m_hasLineEnd)
        error.hinting("The file ends inside this line, so it was cut off: fetch it again.");
    throw error;
}

bool CsvReader::readLine()
{
    while (!m_rest.empty()) {
        const std::size_t end = place(m_rest, '\n');
        m_hasLineEnd = end != std::string_view::npos;
        m_current = m_rest.substr(0, end);
        m_rest.remove_prefix(m_hasLineEnd ? end + 1 : m_rest.size());
        ++m_line;
        if (!trimmed(m_current).empty())
            return true;
    }
    return false;
}

void CsvReader::splitLine()
{
    m_fields.clear();
    m_unquoted.clear();
    std::string_view rest = m_current;
    if (rest.ends_with('\r'))
        rest.remove_suffix(1);
    const bool hasQuotes = place(rest, '"') != std::string_view::npos;
    for (;;) {
        if (hasQuotes) {
            const std::size_t first = rest.find_first_not_of(' ');
            if (first != std::string_view::npos && rest[first] == '"') {
                rest.remove_prefix(first + 1);
                m_fields.push_back(quotedField(rest));
                if (rest.empty())
                    return;
                rest.remove_prefix(1);
                continue;
            }
        }
        const std::size_t end = place(rest, m_separator);
        m_fields.push_back(bare(rest.substr(0, end)));
        if (end == std::string_view::npos)
            return;
        rest.remove_prefix(end + 1);
    }
}

/// `rest` stands behind the opening quote; afterwards it is empty or begins with the separator.
std::string_view CsvReader::quotedField(std::string_view& rest)
{
    const auto fail = [this](std::string_view found) {
        Error error(ErrorCode::BadRow);
        error.inFile(m_path)
            .atLine(m_line)
            .expecting("a quote at the end of the quoted field")
            .butFound(std::string(found));
        return error;
    };
    std::string copy;
    bool copied = false;
    for (;;) {
        const std::size_t end = place(rest, '"');
        if (end == std::string_view::npos)
            throw fail("the end of the line");
        std::string_view piece = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (rest.starts_with('"')) {
            copy.append(piece).push_back('"');
            copied = true;
            rest.remove_prefix(1);
            continue;
        }
        if (copied)
            piece = m_unquoted.emplace_back(copy.append(piece));
        const std::size_t behind = std::min(rest.find_first_not_of(' '), rest.size());
        rest.remove_prefix(behind);
        if (!rest.empty() && rest.front() != m_separator)
            throw fail(fmt::format("“{}” behind it", excerpt(rest, 20)));
        return trimmed(piece);
    }
}

std::size_t CsvReader::estimatedLines() const
{
    return m_text.size() / (m_current.size() + 1) + 1;
}

Error CsvReader::errorAt(ErrorCode code, std::size_t column) const
{
    Error error(code);
    error.inFile(m_path).atLine(m_line).inColumn(excerpt(m_columns[column]));
    return error.butFound(fmt::format("“{}”", excerpt(m_fields[column])));
}

} // namespace ktnas
