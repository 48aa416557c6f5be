// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/FourNodeSpace.h"

namespace ktnas {

/// NAS-Bench-201 (Dong & Yang, ICLR 2020): five operations, 15,625 cells. Text:
/// `|op~0|+|op~0|op~1|+|op~0|op~1|op~2|`, the edges in the order of the genes.
class NasBench201Space final : public FourNodeSpace {
public:
    NasBench201Space();
    std::string_view id() const override { return "nas-bench-201"; }
    std::string_view title() const override { return "NAS-Bench-201"; }
    std::string format(const Cell& cell) const override;
    Cell parse(std::string_view text) const override;
};

} // namespace ktnas
