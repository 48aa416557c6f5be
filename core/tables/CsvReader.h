// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// Walks through the lines of a CSV text and takes them apart, without copying: the fields point into the
/// text (only a field with a doubled quote inside is copied). The text must outlive the reader. Skips a byte
/// order mark and blank lines; takes LF and CRLF; fields are without surrounding blanks. A quoted field ends
/// on its line.
class CsvReader {
public:
    /// Reads the header line; the separator is the one of `,` `;` tab that it has most of. Throws BadHeader
    /// for a text of blank lines only, and for a column without a name (the first may be nameless: it is
    /// "index", as pandas writes it) or with the name of another one.
    CsvReader(std::string path, std::string_view text);

    std::span<const std::string> columns() const { return m_columns; }
    /// Line of the header, 1-based; blank lines may come before it.
    std::uint64_t headerLine() const { return m_headerLine; }
    /// Goes to the next line; false at the end. Throws BadRow for a wrong number of fields or an open quote.
    bool next();
    /// The fields of the line, as many as columns().
    std::span<const std::string_view> fields() const { return m_fields; }
    /// Number of the line, 1-based.
    std::uint64_t line() const { return m_line; }
    /// About how many lines there are, from the length of this one.
    std::size_t estimatedLines() const;
    /// An error of this line, in that column, with the field as what was found.
    Error errorAt(ErrorCode code, std::size_t column) const;
    const std::string& path() const { return m_path; }

private:
    bool readLine();
    void splitLine();
    std::string_view quotedField(std::string_view& rest);
    void checkHeader();

    std::string m_path;
    std::string_view m_text;
    std::string_view m_rest;
    std::string_view m_current;
    std::uint64_t m_line = 0;
    std::uint64_t m_headerLine = 0;
    char m_separator = ',';
    bool m_hasLineEnd = true; ///< of the current line
    std::vector<std::string> m_columns;
    std::vector<std::string_view> m_fields;
    std::deque<std::string> m_unquoted; ///< what fields of this line point to where it is not the text
};

} // namespace ktnas
