// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"

#include <array>

namespace ktnas {

/// The cells of NAS-Bench-201 and its relatives: nodes 0 (input), 1, 2 and 3 (output), one operation on each
/// of the six edges, node j the sum of what its edges bring. Gene g is the operation of edges[g]; operation 0
/// is "none" and operation 1 is "skip". What is left to each space is its list of operations and its text
/// form.
class FourNodeSpace : public Space {
public:
    struct EdgeEnds {
        int from;
        int to;
    };
    static constexpr int nodeCount = 4;
    /// The edge of each gene, sorted by target.
    static constexpr std::array<EdgeEnds, 6> edges{{{0, 1}, {0, 2}, {1, 2}, {0, 3}, {1, 3}, {2, 3}}};
    static constexpr std::uint8_t noneOperation = 0;
    static constexpr std::uint8_t skipOperation = 1;

    std::span<const Operation> operations() const override { return m_operations; }
    std::size_t geneCount() const override { return edges.size(); }
    int geneRange(std::size_t) const override { return static_cast<int>(m_operations.size()); }
    std::string geneLabel(std::size_t gene) const override;
    bool isOperationGene(std::size_t) const override { return true; }
    std::optional<std::uint32_t> cellCount() const override;
    CellGraph graph(const Cell& cell, CellGraph::View view) const override;
    std::vector<Cell> neighbours(const Cell& cell) const override;
    Cell mutate(const Cell& cell, double probability, Stream& stream) const override;
    std::string strictKey(const Cell& cell) const override;
    Cell pruned(const Cell& cell) const override;
    std::optional<std::string> functionalKey(const Cell& cell) const override;

    /// The pruned cell with nodes 1 and 2 exchanged; only where edge 1→2 is "none".
    static Cell withInnerNodesSwapped(const Cell& cell);

protected:
    /// `strided`: some cells of the network have stride 2 on the edges out of the input, where a skip becomes
    /// a factorised reduction; such a space has no functional twins.
    FourNodeSpace(std::vector<Operation> operations, bool strided);

private:
    CellGraph graphOnEdges(const Cell& cell) const;
    CellGraph graphOnNodes(const Cell& cell) const;

    std::vector<Operation> m_operations;
    bool m_strided;
};

} // namespace ktnas
