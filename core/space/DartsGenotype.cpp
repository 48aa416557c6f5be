// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/DartsGenotype.h"

#include "core/base/Text.h"
#include "core/space/CellText.h"
#include "core/space/DartsSpace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace ktnas {

namespace {

constexpr std::size_t firstGene(DartsCell which)
{
    return static_cast<std::size_t>(which) * DartsSpace::genesPerCell;
}

/// The evaluation code's name of each operation of the search code.
constexpr std::array<const char*, 9> evaluationNames{"DW3", "DW5",      "DW7", "DC3", "DC5",
                                                     "DC7", "Identity", "MAX", "AVG"};
constexpr std::array<const char*, 9> searchNames{"Dw3x3", "Dw5x5",    "Dw7x7",  "Dc3x3", "Dc5x5",
                                                 "Dc7x7", "Identity", "Max3x3", "Avg3x3"};

std::string pairs(const Cell& cell, DartsCell which)
{
    std::string text;
    for (std::size_t block = 0; block < DartsSpace::blockCount; ++block) {
        for (std::size_t branch = 0; branch < 2; ++branch) {
            const std::size_t gene = firstGene(which) + block * DartsSpace::genesPerBlock + branch;
            text += fmt::format("{}('{}', {})", text.empty() ? "" : ", ", evaluationNames[cell[gene + 2]],
                                cell[gene]);
        }
    }
    return text;
}

/// The next of the tokens, with blanks around it.
void expectToken(CellText& input, std::string_view token)
{
    input.skipBlanks();
    input.expect(token);
    input.skipBlanks();
}

void readPair(CellText& input, std::uint8_t& state, std::uint8_t& operation, int inputs)
{
    expectToken(input, "(");
    const std::string quote = input.peek() == '"' ? "\"" : "'";
    input.expect(quote);
    const std::size_t start = input.position();
    const std::string_view name = input.until(quote + "\r\n");
    const auto matches = [name](const char* known) { return name == known; };
    auto known = std::ranges::find_if(evaluationNames, matches) - evaluationNames.begin();
    if (known == static_cast<std::ptrdiff_t>(evaluationNames.size()))
        known = std::ranges::find_if(searchNames, matches) - searchNames.begin();
    if (known == static_cast<std::ptrdiff_t>(searchNames.size()))
        input.failAt(start, "one of " + listed({evaluationNames.begin(), evaluationNames.end()}));
    operation = static_cast<std::uint8_t>(known);
    input.expect(quote);
    expectToken(input, ",");
    state =
        static_cast<std::uint8_t>(input.number(inputs - 1, fmt::format("an input from 0 to {}", inputs - 1)));
    expectToken(input, ")");
}

void readPairs(CellText& input, std::span<std::uint8_t> genes)
{
    expectToken(input, "[");
    for (std::size_t block = 0; block < DartsSpace::blockCount; ++block) {
        for (std::size_t branch = 0; branch < 2; ++branch) {
            const std::size_t gene = block * DartsSpace::genesPerBlock + branch;
            if (gene > 0)
                expectToken(input, ",");
            readPair(input, genes[gene], genes[gene + 2], DartsSpace::inputCount + static_cast<int>(block));
        }
    }
    (void)input.accept(",");
    expectToken(input, "]");
}

std::vector<int> readNodes(CellText& input)
{
    const std::string expected = "a node from 2 to 6";
    std::vector<int> nodes;
    if (input.accept("range")) {
        expectToken(input, "(");
        const int first = input.number(7, expected);
        expectToken(input, ",");
        const int end = input.number(7, expected);
        expectToken(input, ")");
        for (int node = first; node < end; ++node)
            nodes.push_back(node);
        return nodes;
    }
    expectToken(input, "[");
    while (input.peek() != ']') {
        nodes.push_back(input.number(6, expected));
        input.skipBlanks();
        if (!input.accept(","))
            break;
        input.skipBlanks();
    }
    expectToken(input, "]");
    return nodes;
}

} // namespace

std::vector<int> concatNodes(const Cell& cell, DartsCell which)
{
    std::array<bool, DartsSpace::inputCount + DartsSpace::blockCount> used{};
    for (std::size_t block = 0; block < DartsSpace::blockCount; ++block) {
        const std::size_t gene = firstGene(which) + block * DartsSpace::genesPerBlock;
        used[cell[gene]] = true;
        used[cell[gene + 1]] = true;
    }
    std::vector<int> nodes;
    for (std::size_t node = DartsSpace::inputCount; node < used.size(); ++node) {
        if (!used[node])
            nodes.push_back(static_cast<int>(node));
    }
    return nodes;
}

std::string formatGenotype(const Cell& cell)
{
    return fmt::format("Genotype(normal=[{}], normal_concat=[{}], reduce=[{}], reduce_concat=[{}])",
                       pairs(cell, DartsCell::Normal), fmt::join(concatNodes(cell, DartsCell::Normal), ", "),
                       pairs(cell, DartsCell::Reduction),
                       fmt::join(concatNodes(cell, DartsCell::Reduction), ", "));
}

Cell parseGenotype(std::string_view text)
{
    CellText input(text);
    if (!input.accept("Genotype")) {
        (void)input.until("=");
        expectToken(input, "=");
        input.expect("Genotype");
    }
    expectToken(input, "(");
    std::array<std::uint8_t, DartsSpace::cellCountPerCode * DartsSpace::genesPerCell> genes{};
    for (const DartsCell which : {DartsCell::Normal, DartsCell::Reduction}) {
        const std::string field = which == DartsCell::Normal ? "normal" : "reduce";
        expectToken(input, field);
        expectToken(input, "=");
        readPairs(input, std::span(genes).subspan(firstGene(which), DartsSpace::genesPerCell));
        expectToken(input, ",");
        expectToken(input, field + "_concat");
        expectToken(input, "=");
        const std::size_t start = input.position();
        const std::vector<int> expected = concatNodes(Cell(genes), which);
        if (readNodes(input) != expected)
            input.failAt(start,
                         fmt::format("[{}], the nodes that no other node reads", fmt::join(expected, ", ")));
        if (which == DartsCell::Normal)
            expectToken(input, ",");
        else
            (void)input.accept(",");
    }
    expectToken(input, ")");
    input.expectEnd();
    return Cell(genes);
}

} // namespace ktnas
