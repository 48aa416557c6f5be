// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Methods.h"

#include <algorithm>

namespace ktnas::embed {

namespace {

/// The genes along one way from input to output.
using Route = std::vector<std::size_t>;

void collectRoutes(const CellGraph& graph, int node, Route& soFar, std::vector<Route>& routes)
{
    if (node == static_cast<int>(graph.nodes.size()) - 1) {
        routes.push_back(soFar);
        return;
    }
    for (const CellGraph::Edge& edge : graph.edges) {
        if (edge.from != node)
            continue;
        soFar.push_back(static_cast<std::size_t>(edge.gene));
        collectRoutes(graph, edge.to, soFar, routes);
        soFar.pop_back();
    }
}

/// All routes of the space, short ones first, then by the nodes they visit: 0→3, 0→1→3, 0→2→3, 0→1→2→3.
std::vector<Route> allRoutes(const Space& space)
{
    const CellGraph graph = space.graph(space.cell(CellId(0)), CellGraph::View::OperationsOnEdges);
    std::vector<Route> routes;
    Route soFar;
    collectRoutes(graph, 0, soFar, routes);
    std::ranges::stable_sort(routes, {}, &Route::size);
    return routes;
}

} // namespace

Embedding path(const Space& space, std::stop_token stop)
{
    const auto operations = space.operations();
    // A path with "none" on it is no path: only the other operations get a digit.
    std::vector<std::size_t> digit(operations.size(), 0);
    std::size_t base = 0;
    for (std::size_t i = 0; i < operations.size(); ++i) {
        if (operations[i].family != OperationFamily::None)
            digit[i] = base++;
    }
    const std::vector<Route> routes = allRoutes(space);
    std::vector<std::size_t> first;
    std::size_t dimensions = 0;
    for (const Route& route : routes) {
        first.push_back(dimensions);
        std::size_t labels = 1;
        for (std::size_t i = 0; i < route.size(); ++i)
            labels *= base;
        dimensions += labels;
    }
    Embedding embedding = zeros(space, dimensions);
    fillRows(
        embedding,
        [&](std::uint32_t number, std::span<float> row) {
            const Cell cell = space.cell(CellId(number));
            const auto isNone = [&](std::size_t gene) {
                return operations[cell[gene]].family == OperationFamily::None;
            };
            for (std::size_t i = 0; i < routes.size(); ++i) {
                if (std::ranges::any_of(routes[i], isNone))
                    continue;
                std::size_t label = 0;
                for (const std::size_t gene : routes[i])
                    label = label * base + digit[cell[gene]];
                row[first[i] + label] = 1;
            }
        },
        stop);
    return embedding;
}

} // namespace ktnas::embed
