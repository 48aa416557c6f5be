// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <string>

namespace ktnas {

/// Reads a proxy file (`index,architecture,<task>_<proxy>,…`, one or more columns) and attaches its proxies
/// to the table under construction, whose cells and tasks are known. Rows are matched by cell, never by
/// place.
///
/// A column belongs to the task with the longest name that it begins with. Columns of tasks that the table
/// lacks are kept under their own task's name: what stands before a known proxy's name ("flowers_grad_norm"),
/// else before the last underscore. A column without an underscore is a proxy for all tasks.
///
/// Throws what readTable() throws; OtherSpace if no row fits the table.
void attachProxies(Table::Content& content, const std::string& path);

} // namespace ktnas
