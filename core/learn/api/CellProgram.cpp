// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/api/CellProgram.h"

#include "core/base/Error.h"
#include "core/space/FourNodeSpace.h"
#include "core/space/FunctionalKey.h"

#include <fmt/format.h>

#include <array>
#include <string>

namespace ktnas {

namespace {

void requireCell(const Space& space, const Cell& cell)
{
    if (!dynamic_cast<const FourNodeSpace*>(&space))
        throw Error(ErrorCode::BadArgument)
            .inColumn("space")
            .expecting("a space whose cells have four nodes")
            .butFound(std::string(space.id()))
            .hinting("Choose micro-4op, nas-bench-201 or transnas-bench-101-micro.");
    if (!space.contains(cell))
        throw Error(ErrorCode::BadArgument)
            .inColumn("cell")
            .expecting(fmt::format("a cell of {}", space.id()))
            .butFound("genes of another space");
}

} // namespace

CellProgram plainProgram(const Space& space, const Cell& cell)
{
    requireCell(space, cell);
    const bool isStrided = !space.functionalKey(cell).has_value();
    CellProgram program;
    std::array<std::vector<int>, FourNodeSpace::nodeCount> sums;
    sums[0] = {0};
    for (std::size_t gene = 0; gene < FourNodeSpace::edges.size(); ++gene) {
        const auto [from, to] = FourNodeSpace::edges[gene];
        const int operation = cell[gene];
        program.units.push_back({operation, space.operations()[cell[gene]].family,
                                 sums[static_cast<std::size_t>(from)], static_cast<int>(gene),
                                 isStrided && from == 0});
        sums[static_cast<std::size_t>(to)].push_back(static_cast<int>(program.units.size()));
    }
    program.output = sums.back();
    return program;
}

CellProgram canonicalProgram(const Space& space, const Cell& cell)
{
    requireCell(space, cell);
    if (!space.functionalKey(cell))
        throw Error(ErrorCode::BadArgument)
            .inColumn("space")
            .expecting("a space in which every cell has stride 1")
            .butFound(std::string(space.id()))
            .hinting("Train its cells by their plain programs.");
    FunctionalForm form = functionalForm(space.pruned(cell), space.operations());
    CellProgram program;
    for (FunctionalForm::Unit& unit : form.units) {
        const OperationFamily family = space.operations()[static_cast<std::size_t>(unit.operation)].family;
        program.units.push_back({unit.operation, family, std::move(unit.inputs), -1, false});
    }
    program.output = std::move(form.output);
    return program;
}

} // namespace ktnas
