// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ktnas {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key)
{
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t p0 = std::uint64_t{0xD2511F53U} * counter[0];
        const std::uint64_t p1 = std::uint64_t{0xCD9E8D57U} * counter[2];
        counter = {static_cast<std::uint32_t>(p1 >> 32) ^ counter[1] ^ key[0], static_cast<std::uint32_t>(p1),
                   static_cast<std::uint32_t>(p0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(p0)};
        key[0] += 0x9E3779B9U;
        key[1] += 0xBB67AE85U;
    }
    return counter;
}

Stream::Stream(const Address& address)
    : m_key{static_cast<std::uint32_t>(address.seed), static_cast<std::uint32_t>(address.seed >> 32)}
    , m_counter{0, address.slot, address.generation,
                static_cast<std::uint32_t>(address.purpose) << 16 | std::uint32_t{address.task}}
{
}

void Stream::refill()
{
    m_block = philox4x32(m_counter, m_key);
    ++m_counter[0];
    m_used = 0;
}

std::uint32_t Stream::word()
{
    if (m_used == 4)
        refill();
    return m_block[m_used++];
}

std::uint64_t Stream::word64()
{
    const std::uint64_t high = word();
    return high << 32 | word();
}

std::uint32_t Stream::below(std::uint32_t n)
{
    KTNAS_ASSERT(n >= 1);
    std::uint64_t product = std::uint64_t{word()} * n;
    if (static_cast<std::uint32_t>(product) < n) {
        const std::uint32_t threshold = (0U - n) % n;
        while (static_cast<std::uint32_t>(product) < threshold)
            product = std::uint64_t{word()} * n;
    }
    return static_cast<std::uint32_t>(product >> 32);
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
