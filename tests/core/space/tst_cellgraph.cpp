// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/CellGraph.h"

#include "core/space/DartsGenotype.h"
#include "core/space/Space.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace ktnas;

namespace {

using View = CellGraph::View;

bool isNone(const Space& space, int operation)
{
    return operation >= 0
        && space.operations()[static_cast<std::size_t>(operation)].family == OperationFamily::None;
}

/// Marks what lies on some path from a source to a sink that avoids "none", by walking every such path.
struct Alive {
    std::vector<bool> nodes;
    std::vector<bool> edges;
};

void walk(const Space& space, const CellGraph& graph, int node, std::vector<int>& path, Alive& alive)
{
    if (isNone(space, graph.nodes[static_cast<std::size_t>(node)].operation))
        return;
    if (graph.nodes[static_cast<std::size_t>(node)].label == "out") {
        alive.nodes[static_cast<std::size_t>(node)] = true;
        for (const int edge : path) {
            alive.edges[static_cast<std::size_t>(edge)] = true;
            alive.nodes[static_cast<std::size_t>(graph.edges[static_cast<std::size_t>(edge)].from)] = true;
        }
        return;
    }
    for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
        if (graph.edges[edge].from != node || isNone(space, graph.edges[edge].operation))
            continue;
        path.push_back(static_cast<int>(edge));
        walk(space, graph, graph.edges[edge].to, path, alive);
        path.pop_back();
    }
}

Alive bruteForce(const Space& space, const CellGraph& graph)
{
    Alive alive{std::vector<bool>(graph.nodes.size()), std::vector<bool>(graph.edges.size())};
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
        std::vector<int> path;
        if (graph.nodes[node].label.starts_with("in"))
            walk(space, graph, static_cast<int>(node), path, alive);
    }
    return alive;
}

/// The first thing wrong with a graph in general, or nothing.
QString problem(const Space& space, const Cell& cell, const CellGraph& graph)
{
    const Alive alive = bruteForce(space, graph);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const CellGraph::Edge& edge = graph.edges[i];
        if (edge.from < 0 || edge.from >= edge.to || edge.to >= static_cast<int>(graph.nodes.size()))
            return QStringLiteral("edge %1 is not topological").arg(i);
        if (edge.dead == alive.edges[i])
            return QStringLiteral("edge %1 has the wrong dead mark").arg(i);
        if (edge.gene >= 0 && edge.operation != cell[static_cast<std::size_t>(edge.gene)])
            return QStringLiteral("edge %1 has another operation than its gene").arg(i);
    }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const CellGraph::Node& node = graph.nodes[i];
        if (node.dead == alive.nodes[i])
            return QStringLiteral("node %1 has the wrong dead mark").arg(i);
        if (node.gene >= 0 && node.operation != cell[static_cast<std::size_t>(node.gene)])
            return QStringLiteral("node %1 has another operation than its gene").arg(i);
    }
    return {};
}

} // namespace

class TestCellGraph : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyGraphIsRight()
    {
        for (const auto& space : allSpaces()) {
            const std::uint32_t count = space->cellCount().value_or(300);
            for (std::uint32_t i = 0; i < count; ++i) {
                Stream stream({31, Purpose::Test, 0, 0, i});
                const Cell cell = space->cellCount() ? space->cell(CellId(i)) : space->random(stream);
                for (const View view : {View::OperationsOnEdges, View::OperationsOnNodes}) {
                    const CellGraph graph = space->graph(cell, view);
                    QVERIFY(graph.view == view);
                    const QString wrong = problem(*space, cell, graph);
                    QVERIFY2(wrong.isEmpty(),
                             qPrintable(wrong + QString::fromStdString(" in " + space->format(cell))));
                }
            }
        }
    }

    // The adjacency that arch2vec uses for all cells of NAS-Bench-201.
    void fixedAdjacencyOfNasBench201()
    {
        const auto space = spaceById("nas-bench-201");
        const CellGraph graph = space->graph(Cell{0, 1, 2, 3, 4, 0}, View::OperationsOnNodes);
        QCOMPARE(graph.nodes.size(), std::size_t{8});
        const std::set<std::pair<int, int>> expected{{0, 1}, {0, 2}, {0, 4}, {1, 3}, {1, 5},
                                                     {2, 6}, {3, 6}, {4, 7}, {5, 7}, {6, 7}};
        std::set<std::pair<int, int>> edges;
        for (const CellGraph::Edge& edge : graph.edges)
            edges.emplace(edge.from, edge.to);
        QCOMPARE(graph.edges.size(), expected.size());
        QVERIFY(edges == expected);
        for (int gene = 0; gene < 6; ++gene)
            QCOMPARE(graph.nodes[static_cast<std::size_t>(gene) + 1].gene, gene);
        QCOMPARE(graph.nodes[4].label, std::string("conv 3×3"));
    }

    void stridedSkips()
    {
        const Cell skips{1, 1, 1, 1, 1, 1};
        const CellGraph graph = spaceById("transnas-bench-101-micro")->graph(skips, View::OperationsOnEdges);
        for (const CellGraph::Edge& edge : graph.edges)
            QCOMPARE(edge.strided, edge.from == 0);
        const CellGraph convs =
            spaceById("transnas-bench-101-micro")->graph(Cell{3, 2, 3, 2, 3, 2}, View::OperationsOnEdges);
        const auto isStrided = [](const CellGraph::Edge& edge) { return edge.strided; };
        QVERIFY(std::ranges::none_of(convs.edges, isStrided));
        for (const char* id : {"nas-bench-201", "micro-4op"})
            QVERIFY(
                std::ranges::none_of(spaceById(id)->graph(skips, View::OperationsOnEdges).edges, isStrided));
    }

    void dartsGraphsHaveTwoGroups()
    {
        const auto space = spaceById("darts-5x9");
        for (std::uint32_t i = 0; i < 50; ++i) {
            Stream stream({32, Purpose::Test, 0, 0, i});
            const Cell cell = space->random(stream);
            const CellGraph onNodes = space->graph(cell, View::OperationsOnNodes);
            const CellGraph onEdges = space->graph(cell, View::OperationsOnEdges);
            QCOMPARE(onNodes.nodes.size(), std::size_t{26});
            QCOMPARE(onEdges.nodes.size(), std::size_t{16});
            const auto outputs =
                concatNodes(cell, DartsCell::Normal).size() + concatNodes(cell, DartsCell::Reduction).size();
            QCOMPARE(onEdges.edges.size(), 20 + outputs);
            // Both views hold every operation gene once, the normal cell's in group 0.
            std::multiset<int> genesOfNodes;
            for (const CellGraph::Node& node : onNodes.nodes) {
                if (node.gene >= 0) {
                    genesOfNodes.insert(node.gene);
                    QCOMPARE(node.group, node.gene < 20 ? 1 : 0);
                }
            }
            std::multiset<int> genesOfEdges;
            for (const CellGraph::Edge& edge : onEdges.edges) {
                if (edge.gene >= 0)
                    genesOfEdges.insert(edge.gene);
                QCOMPARE(onEdges.nodes[static_cast<std::size_t>(edge.from)].group,
                         onEdges.nodes[static_cast<std::size_t>(edge.to)].group);
            }
            QVERIFY(genesOfNodes == genesOfEdges);
            QCOMPARE(genesOfNodes.size(), std::size_t{20});
        }
    }
};

QTEST_GUILESS_MAIN(TestCellGraph)
#include "tst_cellgraph.moc"
