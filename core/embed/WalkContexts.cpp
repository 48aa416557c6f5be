// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/WalkContexts.h"

#include "core/base/Error.h"

#include <vector>

namespace ktnas::embed {

ContextCounts contextCounts(const CellGraph& graph, std::size_t length, std::size_t window)
{
    KTNAS_ASSERT(graph.nodes.size() <= maxWalkNodes && window < length);
    const std::size_t count = graph.nodes.size();
    ContextCounts transition{};
    std::array<double, maxWalkNodes> degree{};
    for (const CellGraph::Edge& edge : graph.edges) {
        if (edge.dead)
            continue;
        const auto from = static_cast<std::size_t>(edge.from);
        const auto to = static_cast<std::size_t>(edge.to);
        transition[from][to] = transition[to][from] = 1;
        ++degree[from];
        ++degree[to];
    }
    for (std::size_t u = 0; u < count; ++u) {
        for (std::size_t v = 0; v < count; ++v)
            transition[u][v] /= degree[u] > 0 ? degree[u] : 1;
    }
    // visits[t][u]: expected visits of u in the first t + 1 steps.
    std::vector<std::array<double, maxWalkNodes>> visits(length);
    std::array<double, maxWalkNodes> now{};
    for (std::size_t u = 0; u < count; ++u)
        now[u] = degree[u] > 0 ? 1 : 0;
    for (std::size_t t = 0; t < length; ++t) {
        std::array<double, maxWalkNodes> next{};
        for (std::size_t u = 0; u < count; ++u) {
            visits[t][u] = now[u] + (t > 0 ? visits[t - 1][u] : 0);
            for (std::size_t v = 0; v < count; ++v)
                next[v] += now[u] * transition[u][v];
        }
        now = next;
    }
    ContextCounts power = transition;
    ContextCounts counts{};
    for (std::size_t distance = 1; distance <= window; ++distance) {
        const double weight = static_cast<double>(window + 1 - distance) / static_cast<double>(window);
        ContextCounts next{};
        for (std::size_t u = 0; u < count; ++u) {
            for (std::size_t v = 0; v < count; ++v) {
                const double pairs = weight * visits[length - 1 - distance][u] * power[u][v];
                counts[u][v] += pairs;
                counts[v][u] += pairs;
                for (std::size_t w = 0; w < count; ++w)
                    next[u][w] += power[u][v] * transition[v][w];
            }
        }
        power = next;
    }
    return counts;
}

} // namespace ktnas::embed
