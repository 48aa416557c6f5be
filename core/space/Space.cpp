// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/Space.h"

#include "core/space/DartsSpace.h"
#include "core/space/MicroSpace.h"
#include "core/space/NasBench201Space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace ktnas {

Space::~Space() = default;

CellId Space::ordinal(const Cell& cell) const
{
    KTNAS_ASSERT(cellCount().has_value() && contains(cell));
    std::uint32_t number = 0;
    for (std::size_t gene = 0; gene < geneCount(); ++gene)
        number = number * static_cast<std::uint32_t>(geneRange(gene)) + cell[gene];
    return CellId(number);
}

Cell Space::cell(CellId id) const
{
    KTNAS_ASSERT(cellCount().has_value() && id.value < *cellCount());
    std::array<std::uint8_t, Cell::maxGenes> genes{};
    std::uint32_t rest = id.value;
    for (std::size_t gene = geneCount(); gene-- > 0;) {
        const auto range = static_cast<std::uint32_t>(geneRange(gene));
        genes[gene] = static_cast<std::uint8_t>(rest % range);
        rest /= range;
    }
    return Cell(std::span(genes).first(geneCount()));
}

bool Space::contains(const Cell& cell) const
{
    if (cell.size() != geneCount())
        return false;
    for (std::size_t gene = 0; gene < cell.size(); ++gene) {
        if (cell[gene] >= geneRange(gene))
            return false;
    }
    return true;
}

std::string Space::summary(const Cell& cell) const
{
    std::vector<int> counts(operations().size(), 0);
    for (std::size_t gene = 0; gene < cell.size(); ++gene) {
        if (isOperationGene(gene))
            ++counts[cell[gene]];
    }
    std::vector<std::size_t> order(counts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; });
    std::string text;
    for (const std::size_t operation : order) {
        if (counts[operation] > 0)
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", counts[operation],
                                operations()[operation].label);
    }
    return text;
}

Cell Space::random(Stream& stream) const
{
    std::array<std::uint8_t, Cell::maxGenes> genes{};
    for (std::size_t gene = 0; gene < geneCount(); ++gene)
        genes[gene] = static_cast<std::uint8_t>(stream.below(static_cast<std::uint32_t>(geneRange(gene))));
    return Cell(std::span(genes).first(geneCount()));
}

std::pair<Cell, Cell> Space::crossover(const Cell& a, const Cell& b, Stream& stream) const
{
    KTNAS_ASSERT(contains(a) && contains(b));
    std::pair<Cell, Cell> children{a, b};
    for (std::size_t block = 0; block < geneCount(); block += crossoverBlock()) {
        if (stream.below(2) == 0)
            continue;
        for (std::size_t gene = block; gene < block + crossoverBlock(); ++gene) {
            children.first = children.first.with(gene, b[gene]);
            children.second = children.second.with(gene, a[gene]);
        }
    }
    return children;
}

int Space::editDistance(const Cell& a, const Cell& b)
{
    KTNAS_ASSERT(a.size() == b.size());
    int distance = 0;
    for (std::size_t gene = 0; gene < a.size(); ++gene)
        distance += a[gene] != b[gene] ? 1 : 0;
    return distance;
}

std::span<const std::shared_ptr<const Space>> allSpaces()
{
    static const std::array<std::shared_ptr<const Space>, 4> spaces{
        std::make_shared<NasBench201Space>(),
        std::make_shared<MicroSpace>(MicroSpace::Network::TransNas),
        std::make_shared<DartsSpace>(),
        std::make_shared<MicroSpace>(MicroSpace::Network::Stride1),
    };
    return spaces;
}

std::shared_ptr<const Space> spaceById(std::string_view id)
{
    const auto spaces = allSpaces();
    const auto found =
        std::find_if(spaces.begin(), spaces.end(), [&](const auto& space) { return space->id() == id; });
    return found == spaces.end() ? nullptr : *found;
}

} // namespace ktnas
