// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ktnas {

/// Reads a cell's text from left to right and says exactly where it is not one. Blanks and line ends at both
/// ends of the text are skipped; columns count from the very first byte.
class CellText {
public:
    explicit CellText(std::string_view text);

    bool atEnd() const { return m_at == m_end; }
    /// The next byte, or NUL at the end.
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    std::size_t position() const { return m_at; }
    void advance() { m_at += atEnd() ? 0 : 1; }
    /// Skips blanks, tabs and line ends.
    void skipBlanks();
    /// Skips the literal if it is next.
    bool accept(std::string_view literal);
    /// Skips the literal, or fails at the first byte that differs.
    void expect(std::string_view literal);
    /// The bytes up to (not including) the first of `stops` or the end.
    std::string_view until(std::string_view stops);
    /// A decimal number without sign in [0, limit], or fails with `expected`.
    int number(int limit, const std::string& expected);
    /// Fails unless everything has been read.
    void expectEnd();

    /// Throws BadCell at the current place.
    [[noreturn]] void fail(const std::string& expected, const std::string& hint = {}) const;
    /// Throws BadCell at byte `at` of the text.
    [[noreturn]] void failAt(std::size_t at, const std::string& expected, const std::string& hint = {}) const;

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_end = 0;
};

} // namespace ktnas
