// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/CellText.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>

namespace ktnas {

namespace {

constexpr std::string_view blanks = " \t\r\n";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

CellText::CellText(std::string_view text)
    : m_text(text)
{
    const std::size_t last = text.find_last_not_of(blanks);
    m_end = last == std::string_view::npos ? 0 : last + 1;
    m_at = std::min(text.find_first_not_of(blanks), m_end);
}

void CellText::skipBlanks()
{
    while (!atEnd() && blanks.find(m_text[m_at]) != std::string_view::npos)
        ++m_at;
}

bool CellText::accept(std::string_view literal)
{
    if (m_text.substr(m_at, m_end - m_at).substr(0, literal.size()) != literal)
        return false;
    m_at += literal.size();
    return true;
}

void CellText::expect(std::string_view literal)
{
    for (const char c : literal) {
        if (atEnd() || m_text[m_at] != c)
            fail(fmt::format("\"{}\"", literal));
        ++m_at;
    }
}

std::string_view CellText::until(std::string_view stops)
{
    const auto isStop = [stops](char c) {
        return std::any_of(stops.begin(), stops.end(), [c](char stop) { return c == stop; });
    };
    std::size_t stop = m_at;
    while (stop < m_end && !isStop(m_text[stop]))
        ++stop;
    const std::string_view piece = m_text.substr(m_at, stop - m_at);
    m_at = stop;
    return piece;
}

int CellText::number(int limit, const std::string& expected)
{
    const std::size_t start = m_at;
    if (!isDigit(peek()))
        fail(expected);
    int value = 0;
    while (isDigit(peek())) {
        value = value * 10 + (peek() - '0');
        if (value > limit)
            failAt(start, expected);
        advance();
    }
    return value;
}

void CellText::expectEnd()
{
    if (!atEnd())
        fail("the end of the text");
}

void CellText::fail(const std::string& expected, const std::string& hint) const
{
    failAt(m_at, expected, hint);
}

void CellText::failAt(std::size_t at, const std::string& expected, const std::string& hint) const
{
    Error error(ErrorCode::BadCell);
    error.inColumn(fmt::format("column {}", at + 1)).expecting(expected);
    if (at >= m_end)
        error.butFound("the end of the text");
    else
        error.butFound(fmt::format("\"{}\"", excerpt(m_text.substr(at, m_end - at))));
    if (!hint.empty())
        error.hinting(hint);
    throw error;
}

} // namespace ktnas
