// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/embed/Embedding.h"

#include <functional>

/// The encodings behind makeEmbedding(), one file each. All need an enumerable space, return one row per cell
/// in the order of CellId and throw Cancelled when `stop` is requested.
namespace ktnas::embed {

/// Dimensions of the two encodings that have no natural number of components.
inline constexpr std::size_t learnedDimensions = 128;

Embedding oneHot(const Space& space, std::stop_token stop);
Embedding path(const Space& space, std::stop_token stop);
Embedding weisfeilerLehman(const Space& space, std::stop_token stop);
Embedding node2vec(const Space& space, std::uint64_t seed, std::stop_token stop);
Embedding randomVectors(const Space& space, std::uint64_t seed, std::stop_token stop);

/// Rows of zeros for every cell of the space.
Embedding zeros(const Space& space, std::size_t dimensions);
/// Calls fill(cell's number, its row) for every cell, on several threads. Throws Cancelled on stop.
void fillRows(Embedding& embedding, const std::function<void(std::uint32_t, std::span<float>)>& fill,
              std::stop_token stop);
void throwIfStopped(const std::stop_token& stop);

} // namespace ktnas::embed
