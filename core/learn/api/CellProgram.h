// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Cell.h"
#include "core/space/Space.h"

#include <cstdint>
#include <vector>

namespace ktnas {

/// One cell as straight-line code over feature maps: what a network carries out. Value 0 is the cell's input,
/// value i + 1 is what unit i gives. A unit's input is the sum of values; a value listed twice counts twice.
struct CellProgram {
    struct Unit {
        int operation = 0; ///< index in Space::operations()
        OperationFamily family = OperationFamily::Conv3x3; ///< Skip and None only in plain programs
        std::vector<int> inputs; ///< values that are summed, rising; empty: zero
        int gene = -1; ///< the edge that it comes from; -1 in canonical programs, where it may be any twin's
        bool strided = false; ///< halves the map where the cell does (edges from the input node in TransNAS)
        friend bool operator==(const Unit&, const Unit&) = default;
    };
    std::vector<Unit> units;
    std::vector<int> output; ///< values that are summed; empty: the zero function
    friend bool operator==(const CellProgram&, const CellProgram&) = default;
};

/// The cell as its benchmark builds it: one unit per edge, in the order of the genes, dead or not. This is
/// what published parameters and FLOPs count. For four-node spaces; throws BadArgument for others.
CellProgram plainProgram(const Space& space, const Cell& cell);

/// The cell as we train it: skips contracted, sums flattened, dead branches dropped, equal poolings merged,
/// units and sums in canonical order. Functional twins have equal programs, so they are one network down to
/// the last bit. Throws BadArgument for spaces without functional twins.
CellProgram canonicalProgram(const Space& space, const Cell& cell);

} // namespace ktnas
