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

/// Computes one of the built-in encodings. Same seed, same bits, any number of threads.
/// - `onehot`: one component per (gene, value); NAS-Bench-201: 30, TransNAS: 24.
/// - `path`: one component per possible path in→out labelled by its operations (White et al., BANANAS 2021),
///   5 + 25 + 25 + 125 … components without `none`; a cell has a 1 where it has the path.
/// - `wl`: Weisfeiler–Lehman subtree counts (3 rounds) on the graph with operations on nodes.
/// - `node2vec`: mean over nodes of our own skip-gram vectors (walks with p = q = 1, 128 dimensions, one
/// corpus
///   over the whole space; Grover & Leskovec 2016).
/// - `random_vectors`: standard normal vectors, the control.
/// `seed` matters for the last two only. Throws BadSettingValue for an unknown name, Cancelled on stop.
std::shared_ptr<const Embedding> makeEmbedding(const Space& space, std::string_view method,
                                               std::uint64_t seed, std::stop_token stop = {});

/// Cosine of two vectors of equal length, accumulated in double in index order; 0 if one of them is zero.
double cosine(std::span<const float> a, std::span<const float> b);

} // namespace ktnas
