// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ktnas {

/// 256 colours as "RRGGBB" one after the other, dark to light. viridis is by Smith and van der Walt (CC0),
/// cividis by Nuñez, Anderton and Renslow (2018), both as published with matplotlib 3.6.
extern const char* const viridisTable;
extern const char* const cividisTable;

} // namespace ktnas
