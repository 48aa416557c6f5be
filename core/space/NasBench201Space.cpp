// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/NasBench201Space.h"

#include "core/base/Text.h"
#include "core/space/CellText.h"

#include <fmt/format.h>

#include <algorithm>

namespace ktnas {

NasBench201Space::NasBench201Space()
    : FourNodeSpace({{"none", "none", OperationFamily::None, 0},
                     {"skip_connect", "skip", OperationFamily::Skip, 0},
                     {"nor_conv_1x1", "conv 1×1", OperationFamily::Conv1x1, 1},
                     {"nor_conv_3x3", "conv 3×3", OperationFamily::Conv3x3, 3},
                     {"avg_pool_3x3", "avg pool 3×3", OperationFamily::AvgPool, 3}},
                    false)
{
}

std::string NasBench201Space::format(const Cell& cell) const
{
    std::string text;
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (gene > 0 && edges[gene].from == 0)
            text += "|+";
        text += fmt::format("|{}~{}", operations()[cell[gene]].name, edges[gene].from);
    }
    return text + '|';
}

Cell NasBench201Space::parse(std::string_view text) const
{
    CellText input(text);
    // Not formatted anew: tables have many cells.
    static constexpr std::array<std::string_view, 3> sourceTexts{"~0", "~1", "~2"};
    std::array<std::uint8_t, edges.size()> genes{};
    for (std::size_t gene = 0; gene < edges.size(); ++gene) {
        if (gene > 0 && edges[gene].from == 0)
            input.expect("|+");
        input.expect("|");
        const std::size_t start = input.position();
        const std::string_view name = input.until("~|+");
        const auto known = std::find_if(operations().begin(), operations().end(),
                                        [&](const Operation& operation) { return operation.name == name; });
        if (known == operations().end()) {
            std::vector<std::string> names;
            for (const Operation& operation : operations())
                names.push_back(operation.name);
            const auto meant = nearest(name, names);
            input.failAt(start, "one of " + listed(names),
                         meant ? fmt::format("Did you mean {}?", *meant) : std::string());
        }
        genes[gene] = static_cast<std::uint8_t>(known - operations().begin());
        input.expect(sourceTexts[edges[gene].from]);
    }
    input.expect("|");
    input.expectEnd();
    return Cell(genes);
}

} // namespace ktnas
