// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embed/Methods.h"

namespace ktnas::embed {

Embedding oneHot(const Space& space, std::stop_token stop)
{
    std::vector<std::size_t> first;
    std::size_t dimensions = 0;
    for (std::size_t gene = 0; gene < space.geneCount(); ++gene) {
        first.push_back(dimensions);
        dimensions += static_cast<std::size_t>(space.geneRange(gene));
    }
    Embedding embedding = zeros(space, dimensions);
    fillRows(
        embedding,
        [&](std::uint32_t number, std::span<float> row) {
            const Cell cell = space.cell(CellId(number));
            for (std::size_t gene = 0; gene < cell.size(); ++gene)
                row[first[gene] + cell[gene]] = 1;
        },
        stop);
    return embedding;
}

} // namespace ktnas::embed
