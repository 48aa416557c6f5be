// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/WalkContexts.h"

#include "core/base/Random.h"
#include "core/space/Space.h"

#include <QTest>

#include <cmath>
#include <vector>

using namespace ktnas;
using embed::ContextCounts;

namespace {

/// A graph of plain living edges.
CellGraph graphOf(std::size_t nodes, const std::vector<std::pair<int, int>>& edges)
{
    CellGraph graph;
    graph.nodes.resize(nodes);
    for (const auto& [from, to] : edges) {
        graph.edges.emplace_back();
        graph.edges.back().from = from;
        graph.edges.back().to = to;
    }
    return graph;
}

/// The same counts from walks that are really walked, `repeats` from every node, divided by `repeats`.
ContextCounts simulated(const CellGraph& graph, std::size_t length, std::size_t window, int repeats)
{
    std::vector<std::vector<std::size_t>> near(graph.nodes.size());
    for (const CellGraph::Edge& edge : graph.edges) {
        if (edge.dead)
            continue;
        near[static_cast<std::size_t>(edge.from)].push_back(static_cast<std::size_t>(edge.to));
        near[static_cast<std::size_t>(edge.to)].push_back(static_cast<std::size_t>(edge.from));
    }
    ContextCounts counts{};
    Stream stream({61, Purpose::Test, 0, 0, 0});
    for (int repeat = 0; repeat < repeats; ++repeat) {
        for (std::size_t start = 0; start < near.size(); ++start) {
            if (near[start].empty())
                continue;
            std::vector<std::size_t> walk{start};
            while (walk.size() < length) {
                const auto& choices = near[walk.back()];
                walk.push_back(choices[stream.below(static_cast<std::uint32_t>(choices.size()))]);
            }
            for (std::size_t i = 0; i < length; ++i) {
                // The window of this word, shrunk at random as word2vec does.
                const std::size_t reach = 1 + stream.below(static_cast<std::uint32_t>(window));
                for (std::size_t j = i > reach ? i - reach : 0; j < length && j <= i + reach; ++j) {
                    if (j != i)
                        counts[walk[i]][walk[j]] += 1.0 / repeats;
                }
            }
        }
    }
    return counts;
}

} // namespace

class TestWalkContexts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Two nodes and one edge: both walks alternate. Distance 1 (weight 1): 3 neighbouring places in a walk of
    // 4, each seen from both ends, two walks: 6 for (a, b) and 6 for (b, a). Distance 2 (weight 1/2): places
    // (0, 2) and (1, 3), from both ends: in each walk 1 for (a, a) and 1 for (b, b), so 2 in both.
    void oneEdgeByHand()
    {
        const ContextCounts counts = embed::contextCounts(graphOf(2, {{0, 1}}), 4, 2);
        QCOMPARE(counts[0][1], 6.0);
        QCOMPARE(counts[1][0], 6.0);
        QCOMPARE(counts[0][0], 2.0);
        QCOMPARE(counts[1][1], 2.0);
    }

    void nothingToWalk()
    {
        CellGraph graph = graphOf(3, {{0, 1}, {1, 2}});
        for (CellGraph::Edge& edge : graph.edges)
            edge.dead = true;
        QVERIFY(embed::contextCounts(graph, 80, 10) == ContextCounts{});
    }

    void asManyPairsAsTheWalksHave()
    {
        const auto space = spaceById("nas-bench-201");
        const CellGraph graph = space->graph(Cell{1, 2, 3, 4, 1, 2}, CellGraph::View::OperationsOnNodes);
        double expected = 0;
        for (int distance = 1; distance <= 10; ++distance)
            expected += 8 * 2 * (80 - distance) * (11 - distance) / 10.0;
        double sum = 0;
        const ContextCounts counts = embed::contextCounts(graph, 80, 10);
        for (std::size_t u = 0; u < 8; ++u) {
            for (std::size_t v = 0; v < 8; ++v) {
                sum += counts[u][v];
                QVERIFY(std::abs(counts[u][v] - counts[v][u]) < 1e-9);
            }
        }
        QVERIFY(std::abs(sum / expected - 1) < 1e-12);
    }

    // 4,000 walks from each node leave about 1 % of noise in each count; the tolerance is 5 %.
    void expectationOfRealWalks()
    {
        const auto space = spaceById("nas-bench-201");
        for (const Cell& cell : {Cell{1, 2, 3, 4, 1, 2}, Cell{3, 0, 0, 1, 2, 4}, Cell{0, 3, 0, 0, 0, 3}}) {
            const CellGraph graph = space->graph(cell, CellGraph::View::OperationsOnNodes);
            const ContextCounts exact = embed::contextCounts(graph, 30, 5);
            const ContextCounts walked = simulated(graph, 30, 5, 4000);
            for (std::size_t u = 0; u < 8; ++u) {
                for (std::size_t v = 0; v < 8; ++v)
                    QVERIFY2(
                        std::abs(exact[u][v] - walked[u][v]) <= 0.05 * exact[u][v],
                        qPrintable(
                            QStringLiteral("%1 %2: %3 %4").arg(u).arg(v).arg(exact[u][v]).arg(walked[u][v])));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestWalkContexts)
#include "tst_walkcontexts.moc"
