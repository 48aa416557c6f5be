// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/base/Text.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace ktnas::test {

/// An IDX number: four bytes, the highest first.
inline void appendBig(std::string& bytes, std::uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> static_cast<unsigned>(shift) & 0xFFU);
}

/// One split of tinyPictures(): label i mod 4, a bright bar at a place that the label decides, seeded noise.
inline void writeTinySplit(const std::filesystem::path& folder, std::string_view name, std::uint32_t count,
                           std::uint32_t seed)
{
    constexpr std::uint32_t side = 28;
    std::string images("\0\0\x08\x03", 4);
    std::string labels("\0\0\x08\x01", 4);
    for (const std::uint32_t number : {count, side, side})
        appendBig(images, number);
    appendBig(labels, count);
    Stream noise({.seed = seed});
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t label = i % 4;
        labels += static_cast<char>(label);
        for (std::uint32_t y = 0; y < side; ++y) {
            for (std::uint32_t x = 0; x < side; ++x) {
                const bool isInside = y > 5 && y < 22 && x > 4 + 3 * label && x < 13 + 3 * label;
                images += static_cast<char>(isInside ? 150 + noise.below(100) : noise.below(20));
            }
        }
    }
    const std::string prefix = (folder / std::string(name)).string();
    writeFile(prefix + "-images-idx3-ubyte", images);
    writeFile(prefix + "-labels-idx1-ubyte", labels);
}

/// A folder of four classes in MNIST's files: `train` and `test` pictures of 28 × 28 pixels, grey.
inline std::string tinyPictures(const std::string& folder, std::uint32_t train = 160, std::uint32_t test = 80)
{
    std::filesystem::create_directories(folder);
    writeTinySplit(folder, "train", train, 1);
    writeTinySplit(folder, "t10k", test, 2);
    return folder;
}

} // namespace ktnas::test
