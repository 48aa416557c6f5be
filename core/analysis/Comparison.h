// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/Disorder.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// The qualities (larger is better) of the rows that have a value on both measures, in table order.
struct PairedValues {
    std::vector<std::uint32_t> rows;
    std::vector<double> source;
    std::vector<double> target;
};
PairedValues pairedValues(const Measure& source, const Measure& target);

/// Two lists of qualities of the same items, put from the source's best to its worst (ties in the given
/// order) once, so that every depth is a prefix. The lists must outlive it.
class Comparison {
public:
    Comparison(std::span<const double> source, std::span<const double> target);
    /// Agreement inside the source's first `cells`; NaN where it is undefined.
    double at(Agreement measure, std::size_t cells) const;
    /// Index of the source's best.
    std::uint32_t best() const { return m_order.front(); }

private:
    std::span<const double> m_source;
    std::span<const double> m_target;
    std::vector<std::uint32_t> m_order;
    std::vector<double> m_sortedSource;
    std::vector<double> m_sortedTarget;
};

} // namespace ktnas
