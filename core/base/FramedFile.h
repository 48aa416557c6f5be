// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ktnas {

// A framed file is a head of 12 bytes (magic, format number) and then frames: length of the payload, kind and
// CRC-32 of kind and payload, 4 bytes each, then the payload. All numbers are little-endian. It only grows at
// its end, so whatever happens to the program or the machine, what stands before a torn frame is good.

/// Which kind of framed file, and the newest format number that this version writes and reads.
struct FrameFormat {
    std::string_view magic; ///< 8 bytes
    std::uint32_t number = 1; ///< 1 …
};
/// Records of runs (`.ktr`).
inline constexpr FrameFormat recordFormat{"KTNASREC", 1};
/// Workspaces (`.ktnas`).
inline constexpr FrameFormat workspaceFormat{"KTNASWSP", 1};

/// Bytes of a file's head, and of a frame's.
inline constexpr std::size_t fileHeadSize = 12;
inline constexpr std::size_t frameHeadSize = 12;

/// The head of a file in that format.
std::string fileHead(const FrameFormat& format);
/// Adds a frame to bytes in memory. Throws WriteFailed for a payload of 4 GiB or more.
void appendFrame(std::string& bytes, std::uint32_t kind, std::string_view payload);

/// Writes a framed file frame by frame. Each frame is handed to the system at once, so it survives kill -9;
/// it survives a loss of power after sync().
class FrameWriter {
public:
    /// Creates (or replaces) the file and writes its head. Throws WriteFailed.
    FrameWriter(std::string path, const FrameFormat& format);
    /// Goes on with a file behind byte `appendAt` (FrameReader::goodBytes()); what stands there is cut off.
    /// Throws FileMissing, FileUnreadable, UnknownFormat, RecordNewer, RecordDamaged, WriteFailed.
    FrameWriter(std::string path, const FrameFormat& format, std::uint64_t appendAt);
    ~FrameWriter();
    FrameWriter(const FrameWriter&) = delete;
    FrameWriter& operator=(const FrameWriter&) = delete;

    /// Appends one frame. Throws WriteFailed (full disk, no permission, …); the file then still ends behind
    /// the last good frame, and a later append goes on there.
    void append(std::uint32_t kind, std::string_view payload);
    /// Waits until the disk has it. Throws WriteFailed.
    void sync();
    /// Bytes of the head and all good frames.
    std::uint64_t goodBytes() const { return m_goodBytes; }

private:
    void write(std::string_view bytes);
    void cutTornTail();

    std::string m_path;
    int m_file = -1;
    std::uint64_t m_goodBytes = 0;
    bool m_isTorn = false; ///< there may be bytes behind m_goodBytes
};

/// Reads a framed file frame by frame, up to its end or to the first frame that is torn or damaged.
class FrameReader {
public:
    struct Frame {
        std::uint32_t kind = 0;
        std::string_view payload; ///< lives as long as the reader
        std::uint64_t at = 0; ///< byte at which the frame begins in the file
    };

    /// Throws FileMissing, FileUnreadable, FileEmpty, UnknownFormat (another magic), RecordNewer (a higher
    /// format number), RecordDamaged (not even a whole head).
    FrameReader(const std::string& path, const FrameFormat& format);
    /// The same from memory; `name` stands in messages.
    FrameReader(std::string content, std::string name, const FrameFormat& format);
    FrameReader(const FrameReader&) = delete;
    FrameReader& operator=(const FrameReader&) = delete;

    /// The file's format number, 1 … format.number.
    std::uint32_t formatNumber() const { return m_formatNumber; }
    /// The next good frame; nothing at the end, and from a damaged frame on. Allocates nothing.
    std::optional<Frame> next();
    /// RecordDamaged with place, expected and found, if next() stopped before the end of the file.
    const std::optional<Error>& damage() const { return m_damage; }
    /// Bytes of the head and the frames that next() gave.
    std::uint64_t goodBytes() const { return m_offset; }

private:
    void stop(std::string expected, std::string found);

    std::string m_name;
    std::string m_content;
    std::size_t m_offset = 0;
    std::uint32_t m_formatNumber = 0;
    std::optional<Error> m_damage;
};

} // namespace ktnas
