// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Crc32.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ktnas::test {

inline std::string bigEndian(std::uint32_t number)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

inline std::string pngChunk(const std::string& type, const std::string& data)
{
    return bigEndian(static_cast<std::uint32_t>(data.size())) + type + data + bigEndian(crc32(type + data));
}

/// A PNG file by the book (RFC 2083), unpacked inside: rows as they stand in the file, without filters.
/// `colourType`: 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. `more` goes before the rows.
inline std::string makePng(std::uint32_t width, std::uint32_t height, int depth, int colourType,
                           const std::vector<std::string>& rows, const std::string& more = {},
                           bool interlaced = false)
{
    std::string raw;
    for (const std::string& row : rows)
        raw += '\0' + row;
    std::uint32_t a = 1;
    std::uint32_t b = 0;
    for (const char c : raw) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    const auto length = static_cast<std::uint16_t>(raw.size());
    std::string packed("\x78\x01\x01", 3); // one stored block
    for (const std::uint32_t number : {std::uint32_t{length}, ~std::uint32_t{length}}) {
        packed += static_cast<char>(number & 0xFF);
        packed += static_cast<char>(number >> 8 & 0xFF);
    }
    packed += raw + bigEndian(b << 16 | a);
    std::string head = bigEndian(width) + bigEndian(height);
    head += {static_cast<char>(depth), static_cast<char>(colourType), 0, 0, static_cast<char>(interlaced)};
    return "\x89PNG\r\n\x1a\n" + pngChunk("IHDR", head) + more + pngChunk("IDAT", packed)
        + pngChunk("IEND", {});
}

/// A picture of one colour.
inline std::string plainPng(std::uint32_t width, std::uint32_t height, int red, int green, int blue)
{
    std::string row;
    for (std::uint32_t x = 0; x < width; ++x)
        row += {static_cast<char>(red), static_cast<char>(green), static_cast<char>(blue)};
    return makePng(width, height, 8, 2, std::vector<std::string>(height, row));
}

} // namespace ktnas::test
