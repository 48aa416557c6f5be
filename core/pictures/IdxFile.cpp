// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/IdxFile.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/files/Gzip.h"
#include "core/tables/Recognise.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ktnas {
namespace {

/// More than any set in this format has (EMNIST: 0.6 GB), and little enough to unpack in seconds.
constexpr std::size_t mostUnpacked = std::size_t{1} << 31;
constexpr const char* fetchAgain = "The download is incomplete or damaged: fetch the file again.";

unsigned byteAt(std::string_view bytes, std::size_t place)
{
    return static_cast<unsigned char>(bytes[place]);
}

/// The type's name in the header, empty if there is no such type.
std::string_view typeName(unsigned code)
{
    switch (code) {
    case 0x08:
        return "unsigned bytes";
    case 0x09:
        return "signed bytes";
    case 0x0B:
        return "16-bit integers";
    case 0x0C:
        return "32-bit integers";
    case 0x0D:
        return "32-bit floats";
    case 0x0E:
        return "64-bit floats";
    default:
        return {};
    }
}

bool isLittleEndian(std::string_view bytes)
{
    return bytes.size() >= 4 && byteAt(bytes, 0) >= 1 && byteAt(bytes, 0) <= 4
        && !typeName(byteAt(bytes, 1)).empty() && bytes[2] == 0 && bytes[3] == 0;
}

std::string sizesText(const std::vector<std::uint32_t>& shape)
{
    return fmt::format("{}", fmt::join(shape, " × "));
}

std::string unpacked(const std::string& path)
{
    std::string content = readFile(path);
    if (looksLikeGzip(content)) {
        try {
            content = gunzip(content, mostUnpacked);
        } catch (Error& error) {
            throw error.inFile(path);
        }
    }
    if (!looksLikeIdx(content)) {
        try {
            // It knows empty files, Git LFS pointers, web pages and many more.
            (void)recogniseContent(path, content);
        } catch (Error& error) {
            if (error.code == ErrorCode::UnknownFormat)
                error.expecting("an IDX file, as MNIST's are");
            throw;
        }
        throw Error(ErrorCode::UnknownFormat)
            .inFile(path)
            .expecting("an IDX file, which begins with the bytes 0, 0, type and rank")
            .butFound(fmt::format("{} bytes that begin otherwise", content.size()))
            .hinting("See whether the file is what its name says.");
    }
    return content;
}

IdxFile parse(const std::string& path, const std::string& content)
{
    if (isLittleEndian(content))
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(path)
            .atByte(0)
            .expecting("numbers written with the highest byte first")
            .butFound("a header written with the lowest byte first (little-endian)")
            .hinting("Write the file again in the format's byte order, highest byte first.");
    const std::size_t rank = byteAt(content, 3);
    if (byteAt(content, 2) != 0x08)
        throw Error(ErrorCode::UnknownFormat)
            .inFile(path)
            .atByte(2)
            .expecting("unsigned bytes")
            .butFound(std::string(typeName(byteAt(content, 2))))
            .hinting("Save pictures and labels as unsigned bytes, 0 to 255.");
    const std::size_t head = 4 + 4 * rank;
    if (content.size() < head)
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(path)
            .atByte(content.size())
            .expecting(fmt::format("a header of {} bytes with {} sizes", head, rank))
            .butFound(fmt::format("a file of {} bytes", content.size()))
            .hinting(fetchAgain);
    IdxFile file;
    // Four sizes can make 2¹²⁸; a product past 2⁶² is more than any file has, and is not multiplied further.
    constexpr std::uint64_t limit = std::uint64_t{1} << 62;
    std::uint64_t promised = 1;
    bool tooLarge = false;
    for (std::size_t i = 0; i < rank; ++i) {
        std::uint32_t size = 0;
        for (std::size_t b = 0; b < 4; ++b)
            size = size << 8 | byteAt(content, 4 + 4 * i + b);
        file.shape.push_back(size);
        tooLarge = tooLarge || (size > 0 && promised > limit / size);
        promised = tooLarge ? limit : promised * size;
    }
    if (std::find(file.shape.begin(), file.shape.end(), 0U) != file.shape.end()) {
        promised = 0;
        tooLarge = false;
    }
    const std::uint64_t there = content.size() - head;
    if (promised != there)
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(path)
            .atByte(std::min<std::uint64_t>(content.size(), head + promised))
            .expecting(tooLarge ? fmt::format("{} bytes, which no file has", sizesText(file.shape))
                                : fmt::format("{} bytes ({})", promised, sizesText(file.shape)))
            .butFound(fmt::format("{} bytes after the header", there))
            .hinting(fetchAgain);
    file.bytes.assign(content.begin() + static_cast<std::ptrdiff_t>(head), content.end());
    return file;
}

} // namespace

bool looksLikeIdx(std::string_view bytes)
{
    if (bytes.size() < 4)
        return false;
    if (isLittleEndian(bytes))
        return true;
    return bytes[0] == 0 && bytes[1] == 0 && !typeName(byteAt(bytes, 2)).empty() && byteAt(bytes, 3) >= 1
        && byteAt(bytes, 3) <= 4;
}

IdxFile readIdx(const std::string& path)
{
    return parse(path, unpacked(path));
}

} // namespace ktnas
