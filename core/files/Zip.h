// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// True if the bytes begin as a zip archive does, an empty one too.
bool looksLikeZip(std::string_view bytes);

/// A zip archive on disk, read through libzip. Sizes come from the directory at its end. Not for use by
/// several threads at once.
class ZipArchive {
public:
    struct Member {
        std::string name; ///< "train_images.npy", with its folders
        std::uint64_t size = 0; ///< unpacked
        std::uint64_t packedSize = 0;
    };

    /// Reads the directory. Throws FileMissing, FileUnreadable, and `damaged` where the directory is missing
    /// (the archive is cut) or contradicts itself; `damaged` stays the code for members too.
    explicit ZipArchive(const std::string& path, ErrorCode damaged = ErrorCode::PicturesDamaged);
    ~ZipArchive();
    ZipArchive(ZipArchive&& other) noexcept;
    ZipArchive& operator=(ZipArchive&& other) noexcept;
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    const std::vector<Member>& members() const;
    /// The place of the member of that name.
    std::optional<std::size_t> find(std::string_view name) const;
    /// The member's content, its checksum verified. `limit` is the most that may come out. Throws
    /// UnknownFormat (encrypted, an unknown way of packing, larger than the limit, or a size that its packed
    /// bytes cannot unpack to: a zip bomb, before anything is allocated) and the code for damage (checksum,
    /// cut, bytes that do not unpack), with file and member. About 300 MB of output a second.
    std::string read(std::size_t member, std::uint64_t limit);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace ktnas
