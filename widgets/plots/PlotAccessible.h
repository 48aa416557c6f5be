// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ktnas {

/// Makes every painted view known to assistive programs: a chart with its heading as name, its finding as
/// description, and valueText() as value; a heat map is a table with a cell for each number. Installed once,
/// whoever calls it first.
void installPlotAccessibility();

} // namespace ktnas
