// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// The whole text as a finite decimal number in the C locale (sign and exponent allowed); nothing for an
/// empty text, "nan", "inf" or a number with anything behind it.
std::optional<double> parseNumber(std::string_view text);
/// The whole text as a decimal integer, with an optional sign.
std::optional<std::int64_t> parseInteger(std::string_view text);
/// The shortest decimal text that reads back to the same double; C locale.
std::string formatNumber(double value);
/// The pieces between the separators; "a,,b" has three, "" has one empty piece.
std::vector<std::string_view> split(std::string_view text, char separator);
/// Without blanks, tabs and line ends at both ends.
std::string_view trimmed(std::string_view text);
/// The text shortened to at most `limit` bytes for an error message (cut at a UTF-8 character, with an
/// ellipsis), control characters replaced.
std::string excerpt(std::string_view text, std::size_t limit = 40);
/// The known name nearest to a mistyped one by edit distance, if it is near enough to be meant.
std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string>& known);
/// "a, b and c".
std::string listed(const std::vector<std::string>& names);

/// Reads a file, whole or its first `limit` bytes. Throws FileMissing or FileUnreadable.
std::string readFile(const std::string& path, std::size_t limit = std::string::npos);
/// Writes a whole file by way of a temporary file and a rename, so that a crash or a full disk leaves the old
/// one. Throws WriteFailed.
void writeFile(const std::string& path, std::string_view content);

} // namespace ktnas
