// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/Gzip.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <limits>

#include <fmt/format.h>
#include <zlib.h>

namespace ktnas {
namespace {

/// zlib's stream, ended with its scope.
class Inflater {
public:
    Inflater()
    {
        // 15 bits of window, and 16 more: a gzip head is expected.
        if (inflateInit2(&m_stream, 15 + 16) != Z_OK)
            throw Error(ErrorCode::OutOfMemory);
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;
    z_stream& stream() { return m_stream; }

private:
    z_stream m_stream{};
};

} // namespace

bool looksLikeGzip(std::string_view bytes)
{
    return bytes.size() >= 3 && bytes[0] == '\x1f' && bytes[1] == '\x8b' && bytes[2] == '\x08';
}

std::string gunzip(std::string_view bytes, std::size_t limit)
{
    std::string unpacked;
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (at > 0 && !looksLikeGzip(bytes.substr(at)))
            break; // padding behind the last member, as tape tools write it
        Inflater inflater;
        z_stream& stream = inflater.stream();
        std::array<char, 1 << 16> chunk{};
        int state = Z_OK;
        while (state == Z_OK) {
            if (stream.avail_in == 0) {
                const std::size_t left =
                    std::min<std::size_t>(bytes.size() - at, std::numeric_limits<uInt>::max());
                // zlib's interface is not const-correct; it does not write to its input.
                stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data() + at)); // NOLINT
                stream.avail_in = static_cast<uInt>(left);
                at += left;
            }
            stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
            stream.avail_out = static_cast<uInt>(chunk.size());
            state = inflate(&stream, Z_NO_FLUSH);
            const std::size_t made = chunk.size() - stream.avail_out;
            if (made > limit - unpacked.size())
                throw Error(ErrorCode::UnknownFormat)
                    .expecting(fmt::format("at most {} bytes when unpacked", limit))
                    .butFound("more")
                    .hinting("The file is not what it seems to be.");
            unpacked.append(chunk.data(), made);
            if (state == Z_BUF_ERROR
                || (state == Z_OK && stream.avail_in == 0 && at == bytes.size() && made == 0))
                throw Error(ErrorCode::PicturesDamaged)
                    .atByte(bytes.size())
                    .expecting("more packed bytes")
                    .butFound("the end of the file")
                    .hinting("The download is incomplete: fetch the file again.");
        }
        at -= stream.avail_in;
        if (state != Z_STREAM_END)
            throw Error(ErrorCode::PicturesDamaged)
                .atByte(at)
                .expecting("gzip data with a right checksum")
                .butFound(stream.msg ? stream.msg : "damaged bytes")
                .hinting("The file was damaged on its way: fetch it again.");
    }
    return unpacked;
}

} // namespace ktnas
