// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <compare>
#include <cstdint>
#include <initializer_list>
#include <span>

namespace ktnas {

/// One architecture's code: a short list of small integers ("genes"), kept inside the object.
/// What a gene means is the space's business. Empty until filled.
class Cell {
public:
    static constexpr std::size_t maxGenes = 40;

    Cell() = default;
    /// Takes at most maxGenes genes.
    explicit Cell(std::span<const std::uint8_t> genes)
        : m_size(static_cast<std::uint8_t>(genes.size()))
    {
        KTNAS_ASSERT(genes.size() <= maxGenes);
        std::copy(genes.begin(), genes.end(), m_genes.begin());
    }
    Cell(std::initializer_list<std::uint8_t> genes)
        : Cell(std::span(genes.begin(), genes.size()))
    {
    }
    std::size_t size() const { return m_size; }
    std::uint8_t operator[](std::size_t gene) const { return m_genes[gene]; }
    std::span<const std::uint8_t> genes() const { return {m_genes.data(), m_size}; }
    /// The same cell with one gene changed.
    Cell with(std::size_t gene, std::uint8_t value) const
    {
        KTNAS_ASSERT(gene < m_size);
        Cell changed = *this;
        changed.m_genes[gene] = value;
        return changed;
    }
    friend auto operator<=>(const Cell&, const Cell&) = default;

private:
    std::array<std::uint8_t, maxGenes> m_genes{};
    std::uint8_t m_size = 0;
};

} // namespace ktnas
