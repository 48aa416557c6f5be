// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/CsvReader.h"

#include <string>
#include <string_view>

namespace ktnas {

/// The name of the column that numbers the rows.
inline constexpr std::string_view indexColumn = "index";

/// The number in a column of the reader's line, NaN for an empty field. Throws BadNumber.
double numberAt(const CsvReader& reader, std::size_t column);

/// Checks the field of an index column: a whole number from 0. Throws BadNumber.
void checkIndex(const CsvReader& reader, std::size_t column);

/// Reads a file that must be a CSV. Throws the errors of recogniseContent(), and UnknownFormat for another
/// kind.
std::string readCsvText(const std::string& path);

} // namespace ktnas
