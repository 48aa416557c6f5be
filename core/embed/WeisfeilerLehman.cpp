// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Methods.h"

#include <algorithm>

namespace ktnas::embed {

namespace {

constexpr int rounds = 3;
/// Subtrees of three rounds are nearly as many as cells, so their counts are folded into a fixed number of
/// components, each with a sign of its own, which keeps inner products right on average (feature hashing:
/// Weinberger et al., ICML 2009). The error of a cosine is about 1/√256 = .06 at most.
constexpr std::size_t components = 256;

/// The finaliser of SplitMix64 (Steele, Lea & Flood 2014): every bit of x reaches every bit of the result.
std::uint64_t mixed(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15U;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9U;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebU;
    return x ^ (x >> 31U);
}

void count(std::span<float> row, std::uint64_t label)
{
    const std::uint64_t place = mixed(label);
    row[place % components] += (place >> 63U) == 0 ? 1.0F : -1.0F;
}

void fill(const CellGraph& graph, std::span<float> row)
{
    const std::size_t last = graph.nodes.size() - 1;
    // The input and the output belong to every cell, also where nothing connects them.
    const auto isPart = [&](std::size_t node) {
        return node == 0 || node == last || !graph.nodes[node].dead;
    };
    std::vector<std::uint64_t> labels(graph.nodes.size());
    for (std::size_t node = 0; node <= last; ++node) {
        const int operation = graph.nodes[node].operation;
        labels[node] = mixed(operation >= 0 ? static_cast<std::uint64_t>(operation) + 2 : node == 0 ? 0 : 1);
        if (isPart(node))
            count(row, labels[node]);
    }
    for (int round = 0; round < rounds; ++round) {
        std::vector<std::uint64_t> next(labels.size());
        for (std::size_t node = 0; node <= last; ++node) {
            std::vector<std::uint64_t> inputs;
            for (const CellGraph::Edge& edge : graph.edges) {
                if (edge.to == static_cast<int>(node) && !edge.dead)
                    inputs.push_back(labels[static_cast<std::size_t>(edge.from)]);
            }
            std::ranges::sort(inputs);
            next[node] = mixed(labels[node]);
            for (const std::uint64_t input : inputs)
                next[node] = mixed(next[node] ^ input);
            if (isPart(node))
                count(row, next[node]);
        }
        labels = std::move(next);
    }
}

} // namespace

Embedding weisfeilerLehman(const Space& space, std::stop_token stop)
{
    Embedding embedding = zeros(space, components);
    fillRows(
        embedding,
        [&](std::uint32_t number, std::span<float> row) {
            fill(space.graph(space.cell(CellId(number)), CellGraph::View::OperationsOnNodes), row);
        },
        stop);
    return embedding;
}

} // namespace ktnas::embed
