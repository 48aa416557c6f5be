// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Crc32.h"

#include <array>
#include <cstddef>

namespace ktnas {
namespace {

/// [0] is the usual byte table; [k] is the same byte followed by k zero bytes, so that eight bytes are looked
/// up at once ("slicing by 8", Kounavis and Berry 2005).
using Tables = std::array<std::array<std::uint32_t, 256>, 8>;

constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t value = byte;
        for (int bit = 0; bit < 8; ++bit)
            value = (value >> 1) ^ ((value & 1u) != 0 ? 0xEDB88320u : 0u);
        tables[0][byte] = value;
    }
    for (std::size_t k = 1; k < tables.size(); ++k) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t value = tables[k - 1][byte];
            tables[k][byte] = (value >> 8) ^ tables[0][value & 0xFFu];
        }
    }
    return tables;
}

constexpr Tables tables = makeTables();

std::uint32_t wordAt(const unsigned char* bytes)
{
    return std::uint32_t{bytes[0]} | std::uint32_t{bytes[1]} << 8 | std::uint32_t{bytes[2]} << 16
        | std::uint32_t{bytes[3]} << 24;
}

} // namespace

std::uint32_t crc32(std::string_view bytes, std::uint32_t before)
{
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t left = bytes.size();
    std::uint32_t crc = ~before;
    for (; left >= 8; data += 8, left -= 8) {
        const std::uint32_t low = wordAt(data) ^ crc;
        const std::uint32_t high = wordAt(data + 4);
        crc = tables[7][low & 0xFFu] ^ tables[6][(low >> 8) & 0xFFu] ^ tables[5][(low >> 16) & 0xFFu]
            ^ tables[4][low >> 24] ^ tables[3][high & 0xFFu] ^ tables[2][(high >> 8) & 0xFFu]
            ^ tables[1][(high >> 16) & 0xFFu] ^ tables[0][high >> 24];
    }
    for (; left > 0; ++data, --left)
        crc = (crc >> 8) ^ tables[0][(crc ^ *data) & 0xFFu];
    return ~crc;
}

} // namespace ktnas
