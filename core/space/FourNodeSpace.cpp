// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/FourNodeSpace.h"

#include "core/space/FunctionalKey.h"

#include <fmt/format.h>

#include <algorithm>

namespace ktnas {

FourNodeSpace::FourNodeSpace(std::vector<Operation> operations, bool strided)
    : m_operations(std::move(operations))
    , m_strided(strided)
{
    KTNAS_ASSERT(m_operations.at(noneOperation).family == OperationFamily::None);
    KTNAS_ASSERT(m_operations.at(skipOperation).family == OperationFamily::Skip);
}

std::string FourNodeSpace::geneLabel(std::size_t gene) const
{
    return fmt::format("{}->{}", edges[gene].from, edges[gene].to);
}

std::optional<std::uint32_t> FourNodeSpace::cellCount() const
{
    std::uint32_t count = 1;
    for (std::size_t gene = 0; gene < edges.size(); ++gene)
        count *= static_cast<std::uint32_t>(m_operations.size());
    return count;
}

std::vector<Cell> FourNodeSpace::neighbours(const Cell& cell) const
{
    std::vector<Cell> result;
    result.reserve(edges.size() * (m_operations.size() - 1));
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        for (std::size_t value = 0; value < m_operations.size(); ++value) {
            if (value != cell[gene])
                result.push_back(cell.with(gene, static_cast<std::uint8_t>(value)));
        }
    }
    return result;
}

Cell FourNodeSpace::mutate(const Cell& cell, double probability, Stream& stream) const
{
    if (!stream.chance(probability))
        return cell;
    const std::size_t gene = stream.below(static_cast<std::uint32_t>(edges.size()));
    std::uint32_t value = stream.below(static_cast<std::uint32_t>(m_operations.size()) - 1);
    value += value >= cell[gene] ? 1 : 0;
    return cell.with(gene, static_cast<std::uint8_t>(value));
}

Cell FourNodeSpace::pruned(const Cell& cell) const
{
    std::array<bool, nodeCount> fromInput{true, false, false, false};
    std::array<bool, nodeCount> toOutput{false, false, false, true};
    const auto at = [](int node) { return static_cast<std::size_t>(node); };
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (cell[gene] != noneOperation && fromInput[at(edges[gene].from)])
            fromInput[at(edges[gene].to)] = true;
    }
    for (std::size_t gene = edges.size(); gene-- > 0;) {
        if (cell[gene] != noneOperation && toOutput[at(edges[gene].to)])
            toOutput[at(edges[gene].from)] = true;
    }
    Cell result = cell;
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (!fromInput[at(edges[gene].from)] || !toOutput[at(edges[gene].to)])
            result = result.with(gene, noneOperation);
    }
    return result;
}

Cell FourNodeSpace::withInnerNodesSwapped(const Cell& cell)
{
    KTNAS_ASSERT(cell[2] == noneOperation);
    return Cell{cell[1], cell[0], noneOperation, cell[3], cell[5], cell[4]};
}

std::string FourNodeSpace::strictKey(const Cell& cell) const
{
    Cell canonical = pruned(cell);
    if (canonical[2] == noneOperation)
        canonical = std::min(canonical, withInnerNodesSwapped(canonical));
    std::string key;
    for (const std::uint8_t gene : canonical.genes())
        key += static_cast<char>('0' + gene);
    return key;
}

std::optional<std::string> FourNodeSpace::functionalKey(const Cell& cell) const
{
    if (m_strided)
        return std::nullopt;
    return functionalText(pruned(cell), m_operations);
}

CellGraph FourNodeSpace::graph(const Cell& cell, CellGraph::View view) const
{
    KTNAS_ASSERT(contains(cell));
    return view == CellGraph::View::OperationsOnEdges ? graphOnEdges(cell) : graphOnNodes(cell);
}

CellGraph FourNodeSpace::graphOnEdges(const Cell& cell) const
{
    CellGraph result;
    result.view = CellGraph::View::OperationsOnEdges;
    for (const char* label : {"in", "1", "2", "out"})
        result.nodes.push_back({label, -1, -1, true, 0});
    const Cell alive = pruned(cell);
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        CellGraph::Edge edge;
        edge.from = edges[gene].from;
        edge.to = edges[gene].to;
        edge.operation = cell[gene];
        edge.gene = static_cast<int>(gene);
        edge.dead = alive[gene] == noneOperation;
        edge.strided = m_strided && edge.from == 0 && cell[gene] == skipOperation;
        result.edges.push_back(edge);
        if (!edge.dead) {
            result.nodes[static_cast<std::size_t>(edge.from)].dead = false;
            result.nodes[static_cast<std::size_t>(edge.to)].dead = false;
        }
    }
    return result;
}

CellGraph FourNodeSpace::graphOnNodes(const Cell& cell) const
{
    CellGraph result;
    result.view = CellGraph::View::OperationsOnNodes;
    const Cell alive = pruned(cell);
    const bool connected = alive != Cell{0, 0, 0, 0, 0, 0};
    result.nodes.push_back({"in", -1, -1, !connected, 0});
    for (std::size_t gene = 0; gene < edges.size(); ++gene)
        result.nodes.push_back({m_operations[cell[gene]].label, cell[gene], static_cast<int>(gene),
                                alive[gene] == noneOperation, 0});
    result.nodes.push_back({"out", -1, -1, !connected, 0});
    const int out = static_cast<int>(edges.size()) + 1;
    const auto connect = [&result](int from, int to) {
        CellGraph::Edge edge;
        edge.from = from;
        edge.to = to;
        edge.dead = result.nodes[static_cast<std::size_t>(from)].dead
            || result.nodes[static_cast<std::size_t>(to)].dead;
        result.edges.push_back(edge);
    };
    // The operation of gene g is node g + 1; it reads the input or the operations that end where it starts.
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (edges[gene].from == 0)
            connect(0, static_cast<int>(gene) + 1);
    }
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        for (std::size_t next = gene + 1; next < edges.size(); ++next) {
            if (edges[next].from == edges[gene].to)
                connect(static_cast<int>(gene) + 1, static_cast<int>(next) + 1);
        }
        if (edges[gene].to == nodeCount - 1)
            connect(static_cast<int>(gene) + 1, out);
    }
    return result;
}

} // namespace ktnas
