// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/DartsSpace.h"

#include "core/space/CellText.h"
#include "core/space/DartsGenotype.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace ktnas {

namespace {

constexpr std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

/// The block's two (state, operation gene) pairs.
struct Branch {
    int state;
    std::size_t operationGene;
};

std::array<Branch, 2> branches(const Cell& cell, DartsCell which, std::size_t block)
{
    const std::size_t first =
        static_cast<std::size_t>(which) * DartsSpace::genesPerCell + block * DartsSpace::genesPerBlock;
    return {Branch{cell[first], first + 2}, Branch{cell[first + 1], first + 3}};
}

CellGraph::Edge plainEdge(int from, int to)
{
    CellGraph::Edge edge;
    edge.from = from;
    edge.to = to;
    return edge;
}

void appendOnEdges(CellGraph& graph, const Cell& cell, DartsCell which, int group)
{
    const int base = static_cast<int>(graph.nodes.size());
    const int outputNode = base + DartsSpace::inputCount + static_cast<int>(DartsSpace::blockCount);
    graph.nodes.push_back({"in", -1, -1, true, group});
    graph.nodes.push_back({"in, one older", -1, -1, true, group});
    for (std::size_t block = 0; block < DartsSpace::blockCount; ++block) {
        const int node = DartsSpace::inputCount + static_cast<int>(block);
        graph.nodes.push_back({std::to_string(node), -1, -1, false, group});
        for (const Branch& branch : branches(cell, which, block)) {
            CellGraph::Edge edge = plainEdge(base + branch.state, base + node);
            edge.operation = cell[branch.operationGene];
            edge.gene = static_cast<int>(branch.operationGene);
            graph.edges.push_back(edge);
            graph.nodes[at(edge.from)].dead = false;
        }
    }
    graph.nodes.push_back({"out", -1, -1, false, group});
    for (const int node : concatNodes(cell, which))
        graph.edges.push_back(plainEdge(base + node, outputNode));
}

void appendOnNodes(CellGraph& graph, std::span<const Operation> operations, const Cell& cell, DartsCell which,
                   int group)
{
    const int base = static_cast<int>(graph.nodes.size());
    const int outputNode = base + DartsSpace::inputCount + 2 * static_cast<int>(DartsSpace::blockCount);
    // The nodes that together are a state: the input itself, or the two operations of the block.
    const auto nodesOf = [base](int state) {
        if (state < DartsSpace::inputCount)
            return std::vector<int>{base + state};
        const int first = base + DartsSpace::inputCount + 2 * (state - DartsSpace::inputCount);
        return std::vector<int>{first, first + 1};
    };
    graph.nodes.push_back({"in", -1, -1, true, group});
    graph.nodes.push_back({"in, one older", -1, -1, true, group});
    for (std::size_t block = 0; block < DartsSpace::blockCount; ++block) {
        for (const Branch& branch : branches(cell, which, block)) {
            const int node = static_cast<int>(graph.nodes.size());
            const int operation = cell[branch.operationGene];
            graph.nodes.push_back({operations[at(operation)].label, operation,
                                   static_cast<int>(branch.operationGene), false, group});
            for (const int source : nodesOf(branch.state)) {
                graph.edges.push_back(plainEdge(source, node));
                graph.nodes[at(source)].dead = false;
            }
        }
    }
    graph.nodes.push_back({"out", -1, -1, false, group});
    for (const int state : concatNodes(cell, which)) {
        for (const int source : nodesOf(state))
            graph.edges.push_back(plainEdge(source, outputNode));
    }
}

} // namespace

DartsSpace::DartsSpace()
    : m_operations{{{"Dw3x3", "sep 3×3", OperationFamily::Separable, 3},
                    {"Dw5x5", "sep 5×5", OperationFamily::Separable, 5},
                    {"Dw7x7", "sep 7×7", OperationFamily::Separable, 7},
                    {"Dc3x3", "dil 3×3", OperationFamily::Dilated, 3},
                    {"Dc5x5", "dil 5×5", OperationFamily::Dilated, 5},
                    {"Dc7x7", "dil 7×7", OperationFamily::Dilated, 7},
                    {"Identity", "skip", OperationFamily::Skip, 0},
                    {"Max3x3", "max pool 3×3", OperationFamily::MaxPool, 3},
                    {"Avg3x3", "avg pool 3×3", OperationFamily::AvgPool, 3}}}
{
}

int DartsSpace::geneRange(std::size_t gene) const
{
    const std::size_t block = gene % genesPerCell / genesPerBlock;
    return isOperationGene(gene) ? static_cast<int>(m_operations.size())
                                 : inputCount + static_cast<int>(block);
}

std::string DartsSpace::geneLabel(std::size_t gene) const
{
    static constexpr std::array<const char*, genesPerBlock> names{"input a", "input b", "operation a",
                                                                  "operation b"};
    return fmt::format("{} node {} {}", gene < genesPerCell ? "reduction" : "normal",
                       gene % genesPerCell / genesPerBlock + inputCount, names[gene % genesPerBlock]);
}

std::string DartsSpace::format(const Cell& cell) const
{
    return fmt::format("{}", fmt::join(cell.genes(), " "));
}

Cell DartsSpace::parse(std::string_view text) const
{
    CellText input(text);
    if (input.accept("code:"))
        input.skipBlanks();
    const bool bracketed = input.accept("[");
    std::array<std::uint8_t, cellCountPerCode * genesPerCell> genes{};
    for (std::size_t gene = 0; gene < genes.size(); ++gene) {
        const std::size_t before = input.position();
        input.skipBlanks();
        if (gene > 0 && input.accept(","))
            input.skipBlanks();
        const int limit = geneRange(gene) - 1;
        const std::string expected =
            fmt::format("gene {} of 40, {}, 0 to {}{}", gene + 1, geneLabel(gene), limit,
                        isOperationGene(gene) ? " (Dw3x3 Dw5x5 Dw7x7 Dc3x3 Dc5x5 Dc7x7 "
                                                "Identity Max3x3 Avg3x3)"
                                              : "");
        // A number that touches the one before is one number that is too large.
        if (gene > 0 && input.position() == before)
            input.fail("a blank and " + expected);
        genes[gene] = static_cast<std::uint8_t>(input.number(limit, expected));
    }
    input.skipBlanks();
    if (bracketed)
        input.expect("]");
    input.expectEnd();
    return Cell(genes);
}

CellGraph DartsSpace::graph(const Cell& cell, CellGraph::View view) const
{
    KTNAS_ASSERT(contains(cell));
    CellGraph result;
    result.view = view;
    int group = 0;
    for (const DartsCell which : {DartsCell::Normal, DartsCell::Reduction}) {
        if (view == CellGraph::View::OperationsOnEdges)
            appendOnEdges(result, cell, which, group);
        else
            appendOnNodes(result, m_operations, cell, which, group);
        ++group;
    }
    return result;
}

std::vector<Cell> DartsSpace::neighbours(const Cell& cell) const
{
    std::vector<Cell> result;
    for (std::size_t gene = 0; gene < cell.size(); ++gene) {
        const int range = geneRange(gene);
        // In a range of two, up and down are the same move.
        const std::set<int> values{(cell[gene] + 1) % range, (cell[gene] + range - 1) % range};
        for (const int value : values)
            result.push_back(cell.with(gene, static_cast<std::uint8_t>(value)));
    }
    return result;
}

Cell DartsSpace::mutate(const Cell& cell, double probability, Stream& stream) const
{
    Cell result = cell;
    for (std::size_t gene = 0; gene < cell.size(); ++gene) {
        if (!stream.chance(probability))
            continue;
        const int range = geneRange(gene);
        const int step = stream.below(2) == 0 ? 1 : range - 1;
        result = result.with(gene, static_cast<std::uint8_t>((cell[gene] + step) % range));
    }
    return result;
}

std::string DartsSpace::strictKey(const Cell& cell) const
{
    std::string key;
    for (const std::uint8_t gene : cell.genes())
        key += static_cast<char>('0' + gene);
    return key;
}

} // namespace ktnas
