// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/Zip.h"

#include "core/base/Text.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <zip.h>

namespace ktnas {
namespace {

using namespace std::string_view_literals;

constexpr const char* fetchAgain = "The file was cut or damaged on its way: fetch it again.";
/// Deflate makes at most 1,032 bytes of one; other methods than the usual two are refused.
constexpr std::uint64_t mostFromOneByte = 1032;

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
    void operator()(zip_file_t* file) const { (void)zip_fclose(file); }
};

/// Reading goes past the announced size by one byte: only at the end does libzip compare the checksum.
std::string unpacked(zip_file_t* file, std::uint64_t size)
{
    std::string content(size, '\0');
    std::uint64_t at = 0;
    while (at < size) {
        const zip_int64_t got = zip_fread(file, content.data() + at, size - at);
        if (got < 0)
            return {};
        if (got == 0)
            break;
        at += static_cast<std::uint64_t>(got);
    }
    content.resize(at);
    return content;
}

std::string wordsOf(zip_error_t* error)
{
    switch (zip_error_code_zip(error)) {
    case ZIP_ER_CRC:
        return "bytes that do not match the checksum";
    case ZIP_ER_ZLIB:
    case ZIP_ER_COMPRESSED_DATA:
        return "bytes that do not unpack";
    case ZIP_ER_EOF:
        return "the end of the file";
    default:
        return zip_error_strerror(error);
    }
}

} // namespace

struct ZipArchive::State {
    std::string path;
    ErrorCode damaged;
    std::uint64_t fileSize = 0;
    std::unique_ptr<zip_t, CloseArchive> archive;
    std::vector<Member> members;

    Error error(ErrorCode code, const std::string& member) const
    {
        Error result(code);
        result.inFile(path).inColumn(excerpt(member, 80));
        return result;
    }
};

bool looksLikeZip(std::string_view bytes)
{
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("PK\x05\x06"sv);
}

ZipArchive::ZipArchive(const std::string& path, ErrorCode damaged)
    : m_state(std::make_unique<State>())
{
    m_state->path = path;
    m_state->damaged = damaged;
    // It has the words for files that are missing or may not be read.
    (void)readFile(path, 1);
    std::error_code ignored;
    m_state->fileSize = std::filesystem::file_size(path, ignored);
    int code = 0;
    m_state->archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &code));
    if (!m_state->archive) {
        Error error(code == ZIP_ER_MEMORY ? ErrorCode::OutOfMemory : damaged);
        throw error.inFile(path)
            .expecting("a zip archive with its directory at the end")
            .butFound(code == ZIP_ER_NOZIP ? fmt::format("{} bytes without one", m_state->fileSize)
                                           : fmt::format("{} bytes with a damaged one", m_state->fileSize))
            .hinting("The download is incomplete or damaged: fetch the file again.");
    }
    const zip_int64_t count = zip_get_num_entries(m_state->archive.get(), 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t stat{};
        if (zip_stat_index(m_state->archive.get(), static_cast<zip_uint64_t>(i), 0, &stat) != 0
            || (stat.valid & ZIP_STAT_NAME) == 0)
            throw m_state->error(damaged, fmt::format("member {}", i + 1))
                .butFound(zip_error_strerror(zip_get_error(m_state->archive.get())))
                .hinting(fetchAgain);
        m_state->members.push_back({stat.name, stat.size, stat.comp_size});
    }
}

ZipArchive::~ZipArchive() = default;
ZipArchive::ZipArchive(ZipArchive&& other) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&& other) noexcept = default;

const std::vector<ZipArchive::Member>& ZipArchive::members() const
{
    return m_state->members;
}

std::optional<std::size_t> ZipArchive::find(std::string_view name) const
{
    const auto& all = m_state->members;
    const auto found =
        std::find_if(all.begin(), all.end(), [name](const Member& member) { return member.name == name; });
    if (found == all.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

std::string ZipArchive::read(std::size_t index, std::uint64_t limit)
{
    const Member& member = m_state->members.at(index);
    zip_stat_t stat{};
    (void)zip_stat_index(m_state->archive.get(), index, 0, &stat);
    if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
        throw m_state->error(ErrorCode::UnknownFormat, member.name)
            .expecting("a member without a password")
            .butFound("an encrypted one")
            .hinting("Unpack it with its password first.");
    if (stat.comp_method != ZIP_CM_STORE && stat.comp_method != ZIP_CM_DEFLATE)
        throw m_state->error(ErrorCode::UnknownFormat, member.name)
            .expecting("a member that is stored or deflated")
            .butFound(fmt::format("packing method {}", stat.comp_method))
            .hinting("Pack it again with the usual method.");
    if (member.size > limit)
        throw m_state->error(ErrorCode::UnknownFormat, member.name)
            .expecting(fmt::format("at most {} bytes when unpacked", limit))
            .butFound(fmt::format("{} bytes", member.size))
            .hinting("The file is not what it seems to be.");
    const std::uint64_t packed = std::min(member.packedSize, m_state->fileSize);
    const std::uint64_t possible = stat.comp_method == ZIP_CM_STORE ? packed : packed * mostFromOneByte;
    if (member.size > possible)
        throw m_state->error(m_state->damaged, member.name)
            .expecting(fmt::format("a size that {} packed bytes can have", packed))
            .butFound(fmt::format("{} bytes", member.size))
            .hinting(fetchAgain);
    const std::unique_ptr<zip_file_t, CloseMember> file(zip_fopen_index(m_state->archive.get(), index, 0));
    if (!file)
        throw m_state->error(m_state->damaged, member.name)
            .expecting("a member where the directory says")
            .butFound(wordsOf(zip_get_error(m_state->archive.get())))
            .hinting(fetchAgain);
    std::string content = unpacked(file.get(), member.size);
    char more = 0;
    const zip_int64_t behind = content.size() == member.size ? zip_fread(file.get(), &more, 1) : 0;
    const bool complete = content.size() == member.size && behind == 0;
    if (!complete || zip_error_code_zip(zip_file_get_error(file.get())) != ZIP_ER_OK)
        throw m_state->error(m_state->damaged, member.name)
            .expecting(fmt::format("{} bytes with the checksum {:08x}", member.size, stat.crc))
            .butFound(zip_error_code_zip(zip_file_get_error(file.get())) == ZIP_ER_OK
                          ? fmt::format("{}{} bytes", behind > 0 ? "more than " : "", content.size())
                          : wordsOf(zip_file_get_error(file.get())))
            .hinting(fetchAgain);
    return content;
}

} // namespace ktnas
