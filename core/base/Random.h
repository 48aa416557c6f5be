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
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key);

/// A stream of random numbers that starts at an address: the same numbers on every machine and in every
/// thread. Key = seed; counter = (block, slot, generation, purpose·2¹⁶ + task). Copying copies the position.
/// Cost: about 10 ns a block of four words. Period 2³⁴ words an address.
class Stream {
public:
    explicit Stream(const Address& address);

    /// Uniform over all 32-bit words.
    std::uint32_t word();
    /// Uniform over all 64-bit words.
    std::uint64_t word64();
    /// Uniform in [0, n), without bias (Lemire's rejection); n ≥ 1.
    std::uint32_t below(std::uint32_t n);
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
    void refill();

    std::array<std::uint32_t, 2> m_key;
    std::array<std::uint32_t, 4> m_counter;
    std::array<std::uint32_t, 4> m_block{};
    unsigned m_used = 4;
};

} // namespace ktnas
