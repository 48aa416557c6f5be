// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Methods.h"

#include "core/base/Random.h"
#include "core/embed/WalkContexts.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ktnas::embed {

// What is computed: the skip-gram of node2vec with p = q = 1 (then DeepWalk: Perozzi et al. 2014) on the
// graph with operations on nodes, for the whole space at once. A word is (node, operation), so all cells
// together have 26 words in NAS-Bench-201 and 20 in the micro spaces, and all that the skip-gram ever sees of
// the corpus is how often each word stands near each other one. That table needs no walks: for a uniform walk
// it is a sum of powers of the transition matrix, and which nodes are alive (not the operations) decides it.
// Training on the exact table is what stochastic gradient descent on more and more walks tends to; here it is
// plain gradient descent on the same objective, started from the seed. The objective has a limit but no
// optimum (words that never meet, such as two operations of one node, are driven apart for ever), so the
// number of steps is part of the definition: it ends at 2.5066 in NAS-Bench-201, 2.5037 after ten times as
// many, and cosines of two seeds agree to .002.

namespace {

constexpr std::size_t walkLength = 80;
constexpr std::size_t window = 10;
constexpr double negatives = 5;
constexpr int iterations = 800;
constexpr double stepSize = 0.4;

/// The words of a space and how they stand together.
struct Corpus {
    std::size_t words = 0;
    std::vector<double> pairs; ///< words × words, symmetric, not normalised
    std::vector<std::vector<std::size_t>> cells; ///< the words of each cell's living nodes, input and output
};

Corpus readCorpus(const Space& space, const std::stop_token& stop)
{
    Corpus corpus;
    const std::uint32_t cellCount = *space.cellCount();
    std::vector<std::vector<std::size_t>> nodesOf;
    std::map<std::pair<std::size_t, int>, std::size_t> numbers;
    std::map<std::uint32_t, ContextCounts> countsOf;
    std::vector<std::uint32_t> masks;
    for (std::uint32_t i = 0; i < cellCount; ++i) {
        if (i % 1024 == 0)
            throwIfStopped(stop);
        const CellGraph graph = space.graph(space.cell(CellId(i)), CellGraph::View::OperationsOnNodes);
        std::uint32_t mask = 0;
        std::vector<std::size_t> nodes;
        std::vector<std::size_t> words;
        for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
            mask |= graph.nodes[node].dead ? 0U : 1U << node;
            // The input and the output belong to every cell, also where nothing connects them.
            if (graph.nodes[node].dead && node != 0 && node + 1 != graph.nodes.size())
                continue;
            nodes.push_back(node);
            words.push_back(
                numbers.try_emplace({node, graph.nodes[node].operation}, numbers.size()).first->second);
        }
        // All cells of an enumerable space have the same adjacency; only what is alive differs.
        if (!countsOf.contains(mask))
            countsOf.emplace(mask, contextCounts(graph, walkLength, window));
        masks.push_back(mask);
        nodesOf.push_back(std::move(nodes));
        corpus.cells.push_back(std::move(words));
    }
    corpus.words = numbers.size();
    corpus.pairs.assign(corpus.words * corpus.words, 0);
    for (std::uint32_t i = 0; i < cellCount; ++i) {
        const ContextCounts& counts = countsOf.at(masks[i]);
        for (std::size_t a = 0; a < nodesOf[i].size(); ++a) {
            for (std::size_t b = 0; b < nodesOf[i].size(); ++b)
                corpus.pairs[corpus.cells[i][a] * corpus.words + corpus.cells[i][b]] +=
                    counts[nodesOf[i][a]][nodesOf[i][b]];
        }
    }
    return corpus;
}

/// 1 / (1 + e^−x) in plain arithmetic: the library's exp may differ in its last bit from machine to machine.
double logistic(double x)
{
    const double bounded = std::min(std::max(-x, -40.0), 40.0);
    constexpr double ln2 = 0.69314718055994530942;
    const double whole = std::floor(bounded / ln2 + 0.5);
    const double rest = bounded - whole * ln2;
    double series = 1;
    for (int i = 14; i > 0; --i)
        series = 1 + series * rest / i;
    return 1 / (1 + std::ldexp(series, static_cast<int>(whole)));
}

/// The words' vectors, words × learnedDimensions.
std::vector<double> train(const Corpus& corpus, std::uint64_t seed, const std::stop_token& stop)
{
    const std::size_t words = corpus.words;
    constexpr std::size_t dimensions = learnedDimensions;
    std::vector<double> frequency(words, 0);
    double total = 0;
    for (std::size_t w = 0; w < words; ++w) {
        for (std::size_t c = 0; c < words; ++c)
            frequency[w] += corpus.pairs[w * words + c];
        total += frequency[w];
    }
    // Negative words are drawn with the unigram frequency to the power of 3/4: two roots, which are exact.
    std::vector<double> noise(words, 0);
    double noiseTotal = 0;
    for (std::size_t w = 0; w < words; ++w) {
        frequency[w] /= total;
        noise[w] = std::sqrt(frequency[w]) * std::sqrt(std::sqrt(frequency[w]));
        noiseTotal += noise[w];
    }
    std::vector<double> vectors(words * dimensions);
    std::vector<double> contexts(words * dimensions, 0);
    for (std::size_t w = 0; w < words; ++w) {
        Stream stream({seed, Purpose::EmbeddingStart, 0, 0, static_cast<std::uint32_t>(w)});
        for (std::size_t d = 0; d < dimensions; ++d)
            vectors[w * dimensions + d] = (stream.unit() - 0.5) / dimensions;
    }
    std::vector<double> vectorStep(words * dimensions);
    std::vector<double> contextStep(words * dimensions);
    for (int iteration = 0; iteration < iterations; ++iteration) {
        throwIfStopped(stop);
        std::ranges::fill(vectorStep, 0);
        std::ranges::fill(contextStep, 0);
        // The step falls linearly to a tenth.
        const double step = stepSize * (1 - 0.9 * iteration / iterations);
        for (std::size_t w = 0; w < words; ++w) {
            for (std::size_t c = 0; c < words; ++c) {
                const double* vector = &vectors[w * dimensions];
                const double* context = &contexts[c * dimensions];
                double product = 0;
                for (std::size_t d = 0; d < dimensions; ++d)
                    product += vector[d] * context[d];
                const double likely = logistic(product);
                // Derivative of p(w,c) log σ(x) + 5 p(w) n(c) log σ(−x) at x = v·c, for all walks together.
                const double slope = corpus.pairs[w * words + c] / total * (1 - likely)
                    - negatives * frequency[w] * noise[c] / noiseTotal * likely;
                // Divided by the word's share of the corpus, so that rare words move as far as frequent ones.
                const double forVector = step * slope / frequency[w];
                const double forContext = step * slope / frequency[c];
                for (std::size_t d = 0; d < dimensions; ++d) {
                    vectorStep[w * dimensions + d] += forVector * context[d];
                    contextStep[c * dimensions + d] += forContext * vector[d];
                }
            }
        }
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            vectors[i] += vectorStep[i];
            contexts[i] += contextStep[i];
        }
    }
    return vectors;
}

} // namespace

Embedding node2vec(const Space& space, std::uint64_t seed, std::stop_token stop)
{
    const Corpus corpus = readCorpus(space, stop);
    const std::vector<double> vectors = train(corpus, seed, stop);
    Embedding embedding = zeros(space, learnedDimensions);
    fillRows(
        embedding,
        [&](std::uint32_t number, std::span<float> row) {
            const auto& words = corpus.cells[number];
            for (std::size_t d = 0; d < row.size(); ++d) {
                double sum = 0;
                for (const std::size_t word : words)
                    sum += vectors[word * learnedDimensions + d];
                row[d] = static_cast<float>(sum / static_cast<double>(words.size()));
            }
        },
        stop);
    return embedding;
}

} // namespace ktnas::embed
