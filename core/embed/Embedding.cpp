// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Embedding.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Text.h"
#include "core/embed/Methods.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {

namespace embed {

Embedding zeros(const Space& space, std::size_t dimensions)
{
    Embedding embedding;
    embedding.count = *space.cellCount();
    embedding.dimensions = dimensions;
    embedding.values.assign(embedding.count * dimensions, 0.0F);
    return embedding;
}

void fillRows(Embedding& embedding, const std::function<void(std::uint32_t, std::span<float>)>& fill,
              std::stop_token stop)
{
    // Blocks of rows, so that a row costs no trip through the scheduler.
    constexpr std::size_t block = 256;
    parallelFor(
        (embedding.count + block - 1) / block,
        [&](std::size_t part) {
            const std::size_t end = std::min(embedding.count, (part + 1) * block);
            for (std::size_t row = part * block; row < end; ++row)
                fill(static_cast<std::uint32_t>(row),
                     std::span(embedding.values).subspan(row * embedding.dimensions, embedding.dimensions));
        },
        0, stop);
    throwIfStopped(stop);
}

void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Error(ErrorCode::Cancelled);
}

} // namespace embed

std::span<const std::string> embeddingMethods()
{
    static const std::array<std::string, 5> names{"onehot", "path", "wl", "node2vec", "random_vectors"};
    return names;
}

std::shared_ptr<const Embedding> makeEmbedding(const Space& space, std::string_view method,
                                               std::uint64_t seed, std::stop_token stop)
{
    const auto names = embeddingMethods();
    if (std::ranges::find(names, method) == names.end()) {
        const std::vector<std::string> known(names.begin(), names.end());
        Error error(ErrorCode::BadSettingValue);
        error.inColumn("embedding")
            .expecting("one of " + listed(known))
            .butFound('"' + excerpt(method) + '"');
        if (const auto meant = nearest(method, known))
            error.hinting(fmt::format("Did you mean {}?", *meant));
        throw error;
    }
    if (!space.cellCount())
        throw Error(ErrorCode::BadSettingValue)
            .inColumn("embedding")
            .expecting("a space whose cells can be listed")
            .butFound(std::string(space.title()));
    Embedding embedding;
    if (method == "onehot")
        embedding = embed::oneHot(space, stop);
    else if (method == "path")
        embedding = embed::path(space, stop);
    else if (method == "wl")
        embedding = embed::weisfeilerLehman(space, stop);
    else if (method == "node2vec")
        embedding = embed::node2vec(space, seed, stop);
    else
        embedding = embed::randomVectors(space, seed, stop);
    embedding.method = method;
    return std::make_shared<const Embedding>(std::move(embedding));
}

double cosine(std::span<const float> a, std::span<const float> b)
{
    KTNAS_ASSERT(a.size() == b.size());
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double x = a[i];
        const double y = b[i];
        product += x * y;
        squareA += x * x;
        squareB += y * y;
    }
    if (squareA == 0 || squareB == 0)
        return 0;
    // One root of the product, not a product of two roots: equal vectors then give exactly 1.
    return std::clamp(product / std::sqrt(squareA * squareB), -1.0, 1.0);
}

} // namespace ktnas
