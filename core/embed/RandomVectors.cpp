// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Methods.h"

#include "core/base/Random.h"

namespace ktnas::embed {

Embedding randomVectors(const Space& space, std::uint64_t seed, std::stop_token stop)
{
    Embedding embedding = zeros(space, learnedDimensions);
    fillRows(
        embedding,
        [&](std::uint32_t number, std::span<float> row) {
            // Task 1 keeps these draws apart from node2vec's start vectors (task 0).
            Stream stream({seed, Purpose::EmbeddingStart, 1, 0, number});
            for (float& value : row)
                value = static_cast<float>(stream.normal());
        },
        stop);
    return embedding;
}

} // namespace ktnas::embed
