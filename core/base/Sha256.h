// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Sha256Blocks.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace ktnas {

/// SHA-256 (FIPS 180-4), fed in pieces. Names tables and records by content.
class Sha256 {
public:
    void update(std::span<const std::byte> bytes);
    void update(std::string_view text) { update(std::as_bytes(std::span(text.data(), text.size()))); }
    /// The digest as 64 lower-case hexadecimal digits; the object must not be used afterwards.
    std::string hexDigest();

private:
    Sha256State m_state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
    std::array<std::uint8_t, 64> m_buffer{};
    std::uint64_t m_length = 0;
};

/// Digest of one text.
std::string sha256(std::string_view text);

} // namespace ktnas
