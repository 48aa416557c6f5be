// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ktnas {

/// True if the bytes begin as a gzip file does (RFC 1952).
bool looksLikeGzip(std::string_view bytes);

/// Unpacks a gzip file, all its members, with their checksums. `limit` is the most that may come out; a
/// larger result throws UnknownFormat before it is allocated. Throws PicturesDamaged, with the byte, where
/// the stream is cut or a checksum is wrong; the caller adds the file name. About 300 MB of output a second.
std::string gunzip(std::string_view bytes, std::size_t limit);

} // namespace ktnas
