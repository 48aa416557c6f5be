// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace ktnas {

/// What a random number is for. Part of its address, so that a new use never shifts the draws of an old one.
/// The numbers are written into nothing, but they decide every record's hash: never renumber, only append.
enum class Purpose : std::uint16_t {
    InitialCell = 1,
    ParentDraw = 2,
    MutationDraw = 3,
    CrossoverDraw = 4,
    VoteTie = 5,
    LastGroup = 6,
    EmptyHistory = 7,
    TransferCoin = 8,
    RandomTransfer = 9,
    SelfOrTransfer = 10,
    EscapeStep = 11,
    PoolTie = 12,
    EmbeddingStart = 13,
    EmbeddingWalk = 14,
    EmbeddingNegative = 15,
    Bootstrap = 16,
    CeilingDraw = 17,
    Permutation = 18,
    MapStart = 19,
    MapStep = 20,
    Trial = 21,
    Test = 22,
    ProxyTie = 23,
    DerivedPicture = 24, ///< what is done to a picture to make a learning task of it
    PictureOrder = 25, ///< the order in which a training sees its pictures
    InitialWeights = 26,
    Augmentation = 27,
    RepeatedCells = 28, ///< which networks of a benchmark are trained again, and in which order all are
    PictureSplit = 29, ///< which pictures become validation pictures where a set has none
};

/// Where a stream of random numbers starts. Two different addresses give independent streams.
struct Address {
    std::uint64_t seed = 0;
    Purpose purpose = Purpose::Test;
    std::uint16_t task = 0;
    std::uint32_t generation = 0;
    std::uint32_t slot = 0;
};

/// Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011): four words from a
/// counter and a key. Exposed for its known-answer test.
inline std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
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

/// A stream of random numbers that starts at an address: the same numbers on every machine and in every
/// thread. Key = seed; counter = (block, slot, generation, purpose·2¹⁶ + task). Copying copies the position.
/// Cost: about 20 ns a pair of blocks, eight words. Period 2³⁴ words an address.
class Stream {
public:
    explicit Stream(const Address& address)
        : m_key{static_cast<std::uint32_t>(address.seed), static_cast<std::uint32_t>(address.seed >> 32)}
        , m_counter{0, address.slot, address.generation,
                    static_cast<std::uint32_t>(address.purpose) << 16 | std::uint32_t{address.task}}
    {
    }

    /// Uniform over all 32-bit words.
    std::uint32_t word()
    {
        if (m_used == m_words.size())
            refill();
        return m_words[m_used++];
    }
    /// Uniform over all 64-bit words.
    std::uint64_t word64()
    {
        const std::uint64_t high = word();
        return high << 32 | word();
    }
    /// Uniform in [0, n), without bias (Lemire's rejection); n ≥ 1.
    std::uint32_t below(std::uint32_t n)
    {
        std::uint64_t product = std::uint64_t{word()} * n;
        if (static_cast<std::uint32_t>(product) < n) [[unlikely]]
            product = unbiased(product, n);
        return static_cast<std::uint32_t>(product >> 32);
    }
    /// Uniform in [0, 1), a multiple of 2⁻⁵³.
    double unit();
    /// True with probability p; p ≤ 0 never, p ≥ 1 always (and one draw either way).
    bool chance(double p) { return unit() < p; }
    /// Standard normal by Marsaglia's polar method; uses only log and sqrt.
    double normal();
    /// Fisher–Yates, in place.
    template <class T> void shuffle(std::span<T> items)
    {
        for (std::size_t i = items.size(); i > 1; --i) {
            const std::size_t j = below(static_cast<std::uint32_t>(i));
            using std::swap;
            swap(items[i - 1], items[j]);
        }
    }
    /// k different numbers of [0, n) in drawing order; k ≤ n. Cost O(k²) for small k, else O(n).
    std::vector<std::uint32_t> sample(std::uint32_t n, std::uint32_t k);

private:
    /// Two blocks at once: they do not wait for each other, so that the pair takes about the time of one.
    void refill()
    {
        const auto first = philox4x32(m_counter, m_key);
        ++m_counter[0];
        const auto second = philox4x32(m_counter, m_key);
        ++m_counter[0];
        m_words = {first[0], first[1], first[2], first[3], second[0], second[1], second[2], second[3]};
        m_used = 0;
    }
    /// The product of a draw that falls into no short interval, from one that may.
    std::uint64_t unbiased(std::uint64_t product, std::uint32_t n);

    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 8> m_words{};
    unsigned m_used = 8;
};

} // namespace ktnas
