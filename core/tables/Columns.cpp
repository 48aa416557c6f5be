// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/Columns.h"

#include "core/base/Text.h"
#include "core/tables/Recognise.h"

#include <limits>
#include <optional>

namespace ktnas {
namespace {

Error badNumber(const CsvReader& reader, std::size_t column)
{
    const std::string_view field = reader.fields()[column];
    Error error = reader.errorAt(ErrorCode::BadNumber, column);
    error.expecting("a decimal number, or nothing where a value is not published");
    const bool decimalComma =
        field.find(',') != std::string_view::npos && field.find('.') == std::string_view::npos;
    if (decimalComma)
        error.hinting("Write numbers with a decimal point.");
    return error;
}

} // namespace

double numberAt(const CsvReader& reader, std::size_t column)
{
    const std::string_view field = reader.fields()[column];
    if (field.empty())
        return std::numeric_limits<double>::quiet_NaN();
    const std::optional<double> number = parseNumber(field);
    if (!number)
        throw badNumber(reader, column);
    return *number;
}

void checkIndex(const CsvReader& reader, std::size_t column)
{
    const auto number = parseInteger(reader.fields()[column]);
    if (!number || *number < 0)
        throw reader.errorAt(ErrorCode::BadNumber, column).expecting("a whole number from 0");
}

std::string readCsvText(const std::string& path)
{
    std::string text = readFile(path);
    const FileKind kind = recogniseContent(path, text);
    if (kind == FileKind::Csv)
        return text;
    Error error(ErrorCode::UnknownFormat);
    error.inFile(path).expecting("a benchmark table as CSV");
    switch (kind) {
    case FileKind::Record:
        throw error.butFound("a record of a run").hinting("Look at it with `ktnas replay`.");
    case FileKind::Workspace:
        throw error.butFound("a workspace of KTNAS Studio").hinting("Open it in the studio.");
    case FileKind::Json:
        throw error.butFound("JSON").hinting(
            "This format is opened by a later version; export it to CSV to open it now.");
    default:
        throw error.butFound("a binary file of an unknown kind");
    }
}

} // namespace ktnas
