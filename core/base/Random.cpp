// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ktnas {

std::uint64_t Stream::unbiased(std::uint64_t product, std::uint32_t n)
{
    KTNAS_ASSERT(n >= 1);
    const std::uint32_t threshold = (0U - n) % n;
    while (static_cast<std::uint32_t>(product) < threshold)
        product = std::uint64_t{word()} * n;
    return product;
}

double Stream::unit()
{
    return static_cast<double>(word64() >> 11) * 0x1p-53;
}

double Stream::normal()
{
    for (;;) {
        const double u = 2 * unit() - 1;
        const double v = 2 * unit() - 1;
        const double s = u * u + v * v;
        if (s > 0 && s < 1)
            return u * std::sqrt(-2 * std::log(s) / s);
    }
}

std::vector<std::uint32_t> Stream::sample(std::uint32_t n, std::uint32_t k)
{
    KTNAS_ASSERT(k <= n);
    std::vector<std::uint32_t> drawn;
    drawn.reserve(k);
    if (k <= 32) {
        while (drawn.size() < k) {
            const std::uint32_t candidate = below(n);
            if (std::find(drawn.begin(), drawn.end(), candidate) == drawn.end())
                drawn.push_back(candidate);
        }
        return drawn;
    }
    std::vector<std::uint32_t> all(n);
    std::iota(all.begin(), all.end(), 0U);
    for (std::uint32_t i = 0; i < k; ++i)
        std::swap(all[i], all[i + below(n - i)]);
    all.resize(k);
    return all;
}

} // namespace ktnas
