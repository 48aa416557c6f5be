// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Cell.h"
#include "core/space/CellGraph.h"

#include <span>
#include <string>
#include <vector>

namespace ktnas {

/// The function that a four-node cell computes, as a graph of units in canonical order. Value 0 is the cell's
/// input, value i + 1 is what unit i gives; units come after what they read.
struct FunctionalForm {
    struct Unit {
        int operation = -1; ///< index of the operation; never of the families None and Skip
        std::vector<int> inputs; ///< values that are summed, rising; twice in the list counts twice
    };
    std::vector<Unit> units;
    std::vector<int> output; ///< values that are summed, rising; empty: the zero function
};

/// Canonical form of a cell: cells with isomorphic graphs of units have equal forms. See functionalText().
FunctionalForm functionalForm(const Cell& pruned, std::span<const Operation> operations);

/// Canonical text of the function that a four-node cell computes, as a graph: skips are contracted, sums
/// flattened into lists of units, every convolution is a unit of its own (two of them never merge, and one
/// that is used twice counts twice: 2·a(x) is not a(x) + b(x)), poolings of the same sum are one unit, and
/// all cells without a path from input to output are the one text "0". Two cells have equal texts exactly if
/// their graphs of units are isomorphic.
///
/// `pruned` has the six operations of an already pruned cell in the order 0→1, 0→2, 1→2, 0→3, 1→3, 2→3;
/// operations of the families None and Skip are treated as such, pooling families as poolings and all others
/// as weighted. Cost: a few microseconds.
std::string functionalText(const Cell& pruned, std::span<const Operation> operations);

} // namespace ktnas
