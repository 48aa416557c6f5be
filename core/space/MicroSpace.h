// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/FourNodeSpace.h"

#include <string>

namespace ktnas {

/// Cells of four operations (none, skip, conv 1×1, conv 3×3), 4,096 of them, written as digits `a_bc_def` in
/// the order of the genes behind a prefix that names the network around the cell:
/// - TransNAS-Bench-101 micro (Duan et al., CVPR 2021): `64-41414-a_bc_def`; three of the five stages begin
/// with
///   stride 2, so a skip from the cell's input is a factorised reduction there and no functional twins exist;
/// - the space of the built-in benchmark, where every cell has stride 1: no prefix.
class MicroSpace final : public FourNodeSpace {
public:
    enum class Network : std::uint8_t { TransNas, Stride1 };
    explicit MicroSpace(Network network);
    std::string_view id() const override;
    std::string_view title() const override;
    std::string format(const Cell& cell) const override;
    Cell parse(std::string_view text) const override;

private:
    std::string_view prefix() const { return m_network == Network::TransNas ? "64-41414-" : ""; }

    Network m_network;
};

} // namespace ktnas
