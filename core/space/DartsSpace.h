// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"

#include <array>

namespace ktnas {

/// The DARTS-like space of EMT-NAS and KTNAS: two cells of five nodes, nine operations, 3.3·10³⁰ codes.
///
/// A code has 40 genes: cell 0 (reduction), then cell 1 (normal), each five blocks of input a, input b,
/// operation a, operation b. Inside a cell, state 0 is the cell's input, state 1 the tensor one step older
/// (the reverse of DARTS) and block k makes state k + 2, the sum of two operations on earlier states. The
/// cell's output is the concatenation of the blocks that no other block reads.
class DartsSpace final : public Space {
public:
    static constexpr std::size_t cellCountPerCode = 2;
    static constexpr std::size_t blockCount = 5;
    static constexpr std::size_t genesPerBlock = 4;
    static constexpr std::size_t genesPerCell = blockCount * genesPerBlock;
    static constexpr int inputCount = 2;

    DartsSpace();
    std::string_view id() const override { return "darts-5x9"; }
    std::string_view title() const override { return "DARTS-like"; }
    std::span<const Operation> operations() const override { return m_operations; }
    std::size_t geneCount() const override { return cellCountPerCode * genesPerCell; }
    int geneRange(std::size_t gene) const override;
    std::string geneLabel(std::size_t gene) const override;
    bool isOperationGene(std::size_t gene) const override { return gene % genesPerBlock >= 2; }
    std::optional<std::uint32_t> cellCount() const override { return std::nullopt; }

    /// The 40 integers separated by blanks.
    std::string format(const Cell& cell) const override;
    /// 40 integers separated by blanks, line breaks or commas, with or without `code:[ … ]` around them (the
    /// log lines of EMT-NAS wrap). Throws BadCell.
    Cell parse(std::string_view text) const override;

    /// Both cells, the normal one (group 0) first. Operations on edges: two inputs, nodes "2" … "6" and the
    /// output, with plain edges into the output. Operations on nodes: 13 nodes a cell (two inputs, ten
    /// operations in the order of the genes, the output). Only an input that nothing reads is dead.
    CellGraph graph(const Cell& cell, CellGraph::View view) const override;
    std::vector<Cell> neighbours(const Cell& cell) const override;
    Cell mutate(const Cell& cell, double probability, Stream& stream) const override;
    /// Nothing is ever dead or free to swap: the code itself, one letter a gene.
    std::string strictKey(const Cell& cell) const override;
    Cell pruned(const Cell& cell) const override { return cell; }
    /// Nothing: the reduction cell's surroundings are strided when the network is trained for good.
    std::optional<std::string> functionalKey(const Cell&) const override { return std::nullopt; }

protected:
    std::size_t crossoverBlock() const override { return genesPerBlock; }

private:
    std::array<Operation, 9> m_operations;
};

} // namespace ktnas
