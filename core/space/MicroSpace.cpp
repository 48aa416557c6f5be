// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/MicroSpace.h"

#include "core/space/CellText.h"

#include <fmt/format.h>

namespace ktnas {

MicroSpace::MicroSpace(Network network)
    : FourNodeSpace({{"none", "none", OperationFamily::None, 0},
                     {"skip", "skip", OperationFamily::Skip, 0},
                     {"conv1x1", "conv 1×1", OperationFamily::Conv1x1, 1},
                     {"conv3x3", "conv 3×3", OperationFamily::Conv3x3, 3}},
                    network == Network::TransNas)
    , m_network(network)
{
}

std::string_view MicroSpace::id() const
{
    return m_network == Network::TransNas ? "transnas-bench-101-micro" : "micro-4op";
}

std::string_view MicroSpace::title() const
{
    return m_network == Network::TransNas ? "TransNAS-Bench-101 micro" : "Micro 4-op";
}

std::string MicroSpace::format(const Cell& cell) const
{
    std::string text(prefix());
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (gene > 0 && edges[gene].from == 0)
            text += '_';
        text += static_cast<char>('0' + cell[gene]);
    }
    return text;
}

Cell MicroSpace::parse(std::string_view text) const
{
    CellText input(text);
    input.expect(prefix());
    std::array<std::uint8_t, edges.size()> genes{};
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (gene > 0 && edges[gene].from == 0)
            input.expect("_");
        const char digit = input.peek();
        if (digit < '0' || digit > '3') {
            std::string digits;
            for (std::size_t i = 0; i < operations().size(); ++i)
                digits += fmt::format("{}{} ({})",
                                      i == 0       ? ""
                                          : i == 3 ? " or "
                                                   : ", ",
                                      i, operations()[i].name);
            input.fail(digits);
        }
        genes[gene] = static_cast<std::uint8_t>(digit - '0');
        input.advance();
    }
    input.expectEnd();
    return Cell(genes);
}

} // namespace ktnas
