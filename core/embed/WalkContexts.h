// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/CellGraph.h"

#include <array>
#include <cstddef>

namespace ktnas::embed {

/// The largest graph that contextCounts() takes.
inline constexpr std::size_t maxWalkNodes = 16;
/// Element [u][v] for nodes u and v of a graph; zero beyond its size.
using ContextCounts = std::array<std::array<double, maxWalkNodes>, maxWalkNodes>;

/// How often a skip-gram sees node v as a context of node u, as the exact expectation over walks of `length`
/// nodes that start once at every node with a living edge and step to a uniformly drawn neighbour along
/// living edges in either direction. A context d ≤ `window` nodes away, before or behind, counts (window + 1
/// − d) / window, which is what word2vec's randomly shrunk windows come to. Symmetric. The graph has at most
/// maxWalkNodes nodes and no parallel edges; window < length. Cost: O((length + window · nodes) · nodes²).
ContextCounts contextCounts(const CellGraph& graph, std::size_t length, std::size_t window);

} // namespace ktnas::embed
