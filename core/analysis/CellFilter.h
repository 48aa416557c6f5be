// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// A condition on cells, as people type it:
///
///     0->3 = skip                 the operation of an edge (name, label or a part of it); also !=
///     cifar10 > 91.2              the searched value of a task; also >= < <= = !=
///     rank cifar100 <= 100        its place rank
///     params_millions < 0.5       an attribute
///     top 5 % cifar10             among the best share of a task
///     twins 9930                  same strict class as a cell (index or text)
///     cell 9930                   one cell (index or text)
///     not …                       and …      (a comma is an "and")
///
/// Names may be shortened where that is unambiguous ("rank c100" by short title). Case does not matter.
class CellFilter {
public:
    /// An empty text accepts every cell. Throws BadArgument with the place in the text, what was expected and
    /// what was found.
    static CellFilter parse(std::string_view text, const Table& table);
    /// Rows that satisfy the condition, ascending. O(rows × clauses).
    std::vector<std::uint32_t> rows(const Table& table) const;
    bool isEmpty() const { return m_clauses.empty(); }

    class Clause {
    public:
        virtual ~Clause() = default;
        virtual bool accepts(std::size_t row) const = 0;
    };

private:
    std::vector<std::shared_ptr<const Clause>> m_clauses;
};

} // namespace ktnas
