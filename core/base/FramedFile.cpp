// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FramedFile.h"

#include "core/base/Crc32.h"
#include "core/base/Text.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

namespace ktnas {
namespace {

constexpr std::size_t magicSize = 8;

void appendWord(std::string& bytes, std::uint32_t word)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes.push_back(static_cast<char>(static_cast<unsigned char>(word >> shift)));
}

std::uint32_t wordAt(std::string_view bytes, std::size_t offset)
{
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i)
        word |= std::uint32_t{static_cast<unsigned char>(bytes[offset + i])} << (8 * i);
    return word;
}

Error writeFailed(const std::string& path, int code)
{
    Error error(ErrorCode::WriteFailed);
    error.inFile(path).butFound(std::error_code(code, std::generic_category()).message());
    if (code == ENOSPC || code == EDQUOT || code == EFBIG)
        error.hinting("Free some space or choose another folder; what was written before is still there.");
    return error;
}

/// The format number of a file that begins with `content`; throws for anything that is not such a file.
std::uint32_t checkedFormatNumber(std::string_view content, const std::string& name,
                                  const FrameFormat& format)
{
    if (content.empty())
        throw Error(ErrorCode::FileEmpty).inFile(name);
    const std::size_t compared = std::min(content.size(), magicSize);
    if (content.substr(0, compared) != format.magic.substr(0, compared)) {
        throw Error(ErrorCode::UnknownFormat)
            .inFile(name)
            .atByte(0)
            .expecting(std::string(format.magic))
            .butFound(excerpt(content.substr(0, magicSize)));
    }
    if (content.size() < fileHeadSize) {
        throw Error(ErrorCode::RecordDamaged)
            .inFile(name)
            .atByte(0)
            .expecting(fmt::format("a head of {} bytes", fileHeadSize))
            .butFound(fmt::format("{} bytes in all", content.size()));
    }
    const std::uint32_t number = wordAt(content, magicSize);
    if (number == 0) {
        throw Error(ErrorCode::RecordDamaged)
            .inFile(name)
            .atByte(magicSize)
            .expecting("a format number of 1 or more")
            .butFound("0");
    }
    if (number > format.number) {
        throw Error(ErrorCode::RecordNewer)
            .inFile(name)
            .expecting(fmt::format("format {} or older", format.number))
            .butFound(fmt::format("format {}", number))
            .hinting("Open it with the version that wrote it, or a newer one.");
    }
    return number;
}

/// Opens a file of the format for writing.
int openExisting(const std::string& path, const FrameFormat& format)
{
    (void)checkedFormatNumber(readFile(path, fileHeadSize), path, format);
    const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (file < 0)
        throw writeFailed(path, errno);
    return file;
}

} // namespace

std::string fileHead(const FrameFormat& format)
{
    KTNAS_ASSERT(format.magic.size() == magicSize);
    std::string bytes(format.magic);
    appendWord(bytes, format.number);
    return bytes;
}

void appendFrame(std::string& bytes, std::uint32_t kind, std::string_view payload)
{
    if (payload.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error(ErrorCode::WriteFailed)
            .expecting("a frame below 4 GiB")
            .butFound(fmt::format("{} bytes", payload.size()));
    }
    std::string kindBytes;
    appendWord(kindBytes, kind);
    bytes.reserve(bytes.size() + frameHeadSize + payload.size());
    appendWord(bytes, static_cast<std::uint32_t>(payload.size()));
    bytes += kindBytes;
    appendWord(bytes, crc32(payload, crc32(kindBytes)));
    bytes += payload;
}

FrameWriter::FrameWriter(std::string path, const FrameFormat& format)
    : m_path(std::move(path))
    , m_file(::open(m_path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666))
{
    if (m_file < 0)
        throw writeFailed(m_path, errno);
    try {
        write(fileHead(format));
    } catch (...) {
        struct stat info { };
        if (::fstat(m_file, &info) == 0 && S_ISREG(info.st_mode))
            ::unlink(m_path.c_str());
        ::close(m_file);
        throw;
    }
}

FrameWriter::FrameWriter(std::string path, const FrameFormat& format, std::uint64_t appendAt)
    : m_path(std::move(path))
    , m_file(openExisting(m_path, format))
{
    struct stat info { };
    if (::fstat(m_file, &info) != 0 || std::cmp_less(info.st_size, appendAt) || appendAt < fileHeadSize) {
        ::close(m_file);
        throw Error(ErrorCode::RecordDamaged)
            .inFile(m_path)
            .expecting(fmt::format("at least {} bytes", appendAt))
            .butFound(fmt::format("{} bytes", info.st_size));
    }
    m_goodBytes = appendAt;
    m_isTorn = true;
    try {
        cutTornTail();
    } catch (...) {
        ::close(m_file);
        throw;
    }
}

FrameWriter::~FrameWriter()
{
    ::close(m_file);
}

void FrameWriter::append(std::uint32_t kind, std::string_view payload)
{
    std::string bytes;
    appendFrame(bytes, kind, payload);
    write(bytes);
}

void FrameWriter::write(std::string_view bytes)
{
    cutTornTail();
    std::uint64_t offset = m_goodBytes;
    while (!bytes.empty()) {
        const ssize_t count = ::pwrite(m_file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            const int code = errno;
            m_isTorn = true;
            try {
                cutTornTail();
            } catch (const Error&) {
                // The next write tries again; the reader drops a torn frame by itself.
            }
            throw writeFailed(m_path, code);
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
        offset += static_cast<std::uint64_t>(count);
    }
    m_goodBytes = offset;
}

void FrameWriter::cutTornTail()
{
    if (!m_isTorn)
        return;
    if (::ftruncate(m_file, static_cast<off_t>(m_goodBytes)) != 0 && errno != EINVAL)
        throw writeFailed(m_path, errno);
    m_isTorn = false;
}

void FrameWriter::sync()
{
    // EINVAL, EROFS: a pipe or device that has nothing to wait for.
    if (::fdatasync(m_file) != 0 && errno != EINVAL && errno != EROFS)
        throw writeFailed(m_path, errno);
}

FrameReader::FrameReader(const std::string& path, const FrameFormat& format)
    : FrameReader(readFile(path), path, format)
{
}

FrameReader::FrameReader(std::string content, std::string name, const FrameFormat& format)
    : m_name(std::move(name))
    , m_content(std::move(content))
    , m_offset(fileHeadSize)
    , m_formatNumber(checkedFormatNumber(m_content, m_name, format))
{
}

std::optional<FrameReader::Frame> FrameReader::next()
{
    if (m_damage || m_offset == m_content.size())
        return std::nullopt;
    const std::string_view rest = std::string_view(m_content).substr(m_offset);
    if (rest.size() < frameHeadSize) {
        stop(fmt::format("a frame's head of {} bytes", frameHeadSize),
             fmt::format("{} bytes before the end of the file", rest.size()));
        return std::nullopt;
    }
    const std::uint32_t length = wordAt(rest, 0);
    const std::string_view body = rest.substr(frameHeadSize);
    if (length > body.size()) {
        stop(fmt::format("a frame of {} bytes", length),
             fmt::format("{} bytes before the end of the file", body.size()));
        return std::nullopt;
    }
    const std::string_view payload = body.substr(0, length);
    const std::uint32_t stored = wordAt(rest, 8);
    const std::uint32_t computed = crc32(payload, crc32(rest.substr(4, 4)));
    if (stored != computed) {
        stop(fmt::format("checksum {:08x}", stored), fmt::format("{:08x}", computed));
        return std::nullopt;
    }
    const Frame frame{wordAt(rest, 4), payload, m_offset};
    m_offset += frameHeadSize + length;
    return frame;
}

void FrameReader::stop(std::string expected, std::string found)
{
    m_damage.emplace(ErrorCode::RecordDamaged)
        .inFile(m_name)
        .atByte(m_offset)
        .expecting(std::move(expected))
        .butFound(std::move(found));
}

} // namespace ktnas
