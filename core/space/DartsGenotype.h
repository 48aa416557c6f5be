// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Cell.h"

#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// The two cells of a DARTS-like code, in the order of the genes.
enum class DartsCell : std::uint8_t { Reduction = 0, Normal = 1 };

/// The nodes (2 … 6, ascending) that no other node of the cell reads; their concatenation is its output.
/// Never empty: the last node is always one of them.
std::vector<int> concatNodes(const Cell& cell, DartsCell which);

/// The genotype as the released evaluation code of KTNAS and EMT-NAS writes it, without a name:
/// `Genotype(normal=[('DW3', 0), …], normal_concat=[3, 5, 6], reduce=[…], reduce_concat=[2, 5, 6])`, two
/// pairs of operation and input per node. `cell` must be of the space "darts-5x9".
std::string formatGenotype(const Cell& cell);

/// Reads that form; a name in front (`KT_C10 = `), blanks, line breaks, either quote, trailing commas and
/// `range(a, b)` are allowed, and operations may also have their names of the search code ("Dw3x3"). The
/// stated concatenations must be those of concatNodes(). Throws BadCell.
Cell parseGenotype(std::string_view text);

} // namespace ktnas
