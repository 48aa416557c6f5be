// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ktnas {

/// How an operation is drawn and what it costs, whatever the space calls it.
enum class OperationFamily : std::uint8_t {
    None,
    Skip,
    Conv3x3,
    Conv1x1,
    AvgPool,
    MaxPool,
    Separable,
    Dilated
};

/// One operation of a space, in the space's own order.
struct Operation {
    std::string name; ///< as the benchmark writes it: "nor_conv_3x3"
    std::string label; ///< as people read it: "conv 3×3"
    OperationFamily family = OperationFamily::None;
    int kernel = 0; ///< side of the kernel in pixels, 0 where there is none
};

/// One cell as a labelled directed acyclic graph, in one of two views.
///
/// *Operations on edges*: nodes are feature maps, each edge carries the index of its operation and the gene
/// it comes from. Edges with the operation "none" are left out of nothing: they are listed, and dead.
/// *Operations on nodes*: nodes are the input(s), one node per operation, and the output; edges are plain.
/// Nodes are in topological order: every edge goes from a lower to a higher number.
struct CellGraph {
    enum class View : std::uint8_t { OperationsOnEdges, OperationsOnNodes };
    struct Node {
        std::string label; ///< "in", "1", "2", "out", or an operation's label
        int operation = -1; ///< index of the operation, -1 for inputs, sums and outputs
        int gene = -1; ///< the gene that the operation comes from, -1 for none
        bool dead = false; ///< no path from an input to the output goes through it
        int group = 0; ///< 0 except in spaces of two cells: 0 normal, 1 reduction
    };
    struct Edge {
        int from = 0;
        int to = 0;
        int operation = -1;
        int gene = -1;
        bool dead = false; ///< "none", or no path from an input to the output uses it
        bool strided = false; ///< a skip here is a factorised reduction (TransNAS), drawn with a tick
    };
    View view = View::OperationsOnEdges;
    std::vector<Node> nodes;
    std::vector<Edge> edges;
};

} // namespace ktnas
