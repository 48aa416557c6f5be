// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/space/Space.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// Vectors of all cells of an enumerable space: row = CellId, `dimensions` floats a row.
struct Embedding {
    std::string method; ///< "onehot", "path", "wl", "node2vec", "random_vectors"
    std::size_t count = 0;
    std::size_t dimensions = 0;
    std::vector<float> values; ///< count × dimensions, row-major
    std::span<const float> of(CellId cell) const
    {
        return {values.data() + std::size_t{cell.value} * dimensions, dimensions};
    }
};

/// Names that makeEmbedding() knows.
std::span<const std::string> embeddingMethods();

/// Computes one of the built-in encodings of an enumerable space. Same seed, same bits, any number of
/// threads.
/// - `onehot`: one component per (gene, value): 30 in NAS-Bench-201, 24 in the micro spaces.
/// - `path`: one component per path in→out labelled by its operations (White et al., BANANAS 2021), without
/// those
///   that have a "none", which no cell has: 4 + 16 + 16 + 64 = 100 and 3 + 9 + 9 + 27 = 48; routes 0→3,
///   0→1→3, 0→2→3, 0→1→2→3. A cell has a 1 where it has the path; strict twins by pruning are equal.
/// - `wl`: counts of Weisfeiler–Lehman subtrees (Shervashidze et al. 2011; 3 rounds along the edges into a
/// node)
///   on the living part of the graph with operations on nodes, folded into 256 components by signed hashing.
///   Blind to the numbers of the nodes: all strict twins are equal.
/// - `node2vec`: mean over the cell's living nodes, its input and output, of skip-gram vectors of 128
/// dimensions
///   (Grover & Leskovec 2016; p = q = 1, walks of 80 nodes, window 10, 5 negatives); one vocabulary of (node,
///   operation) and one corpus for the whole space. Equal for strict twins by pruning. See Node2vec.cpp.
/// - `random_vectors`: standard normal vectors of 128 dimensions, the control.
/// Vectors are neither centred nor scaled. `seed` matters for the last two only.
/// Cost in NAS-Bench-201: about 0.2 s for node2vec, 0.1 s or less for the others.
/// Throws BadSettingValue for an unknown name or a space that cannot be enumerated, Cancelled on stop.
std::shared_ptr<const Embedding> makeEmbedding(const Space& space, std::string_view method,
                                               std::uint64_t seed, std::stop_token stop = {});

/// Cosine of two vectors of equal length, accumulated in double in index order; 0 if one of them is zero.
double cosine(std::span<const float> a, std::span<const float> b);

} // namespace ktnas
