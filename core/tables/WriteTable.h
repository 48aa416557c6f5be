// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <string>

namespace ktnas {

/// The table in the CSV form that readTable() reads: index, architecture, the measures in the file's order,
/// the attributes; shortest numbers that read back to the same values, a loss negated again where the file
/// had `neg_loss`. Reading it gives the same cells, tasks and attributes.
std::string tableCsv(const Table& table);

/// The attached proxies in the form of a proxy file; empty if there are none.
std::string proxiesCsv(const Table& table);

/// Writes tableCsv() to a file. Throws WriteFailed.
void writeTable(const std::string& path, const Table& table);

} // namespace ktnas
