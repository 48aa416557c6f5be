// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PngFile.h"

#include <array>
#include <csetjmp>
#include <cstring>

#include <png.h>

namespace ktnas {
namespace {

/// What libpng's callbacks need, and all that must outlive a jump out of libpng: nothing here has a
/// destructor, so that a jump skips none.
struct Session {
    const char* bytes = nullptr;
    std::size_t left = 0;
    std::array<char, 128> message{};
    png_structp png = nullptr;
    png_infop info = nullptr;
};

void onError(png_structp png, png_const_charp message)
{
    auto* const session = static_cast<Session*>(png_get_error_ptr(png));
    std::strncpy(session->message.data(), message, session->message.size() - 1);
    png_longjmp(png, 1);
}

void onWarning(png_structp, png_const_charp) { }

void onRead(png_structp png, png_bytep to, png_size_t count)
{
    auto* const session = static_cast<Session*>(png_get_io_ptr(png));
    if (count > session->left)
        png_error(png, "the file ends too early");
    std::memcpy(to, session->bytes, count);
    session->bytes += count;
    session->left -= count;
}

bool start(Session& session, std::string_view bytes)
{
    session.bytes = bytes.data();
    session.left = bytes.size();
    session.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &session, onError, onWarning);
    session.info = session.png ? png_create_info_struct(session.png) : nullptr;
    return session.info != nullptr;
}

/// Reads the head. All calls of libpng that may jump are in functions without objects that need destruction.
bool readHead(Session& session, std::size_t& height, std::size_t& width)
{
    if (setjmp(png_jmpbuf(session.png)) != 0) // NOLINT(cert-err52-cpp): libpng's only way
        return false;
    png_set_read_fn(session.png, &session, onRead);
    png_set_user_limits(session.png, 1'000'000, 1'000'000);
    png_set_chunk_malloc_max(session.png, 8'000'000);
    png_set_chunk_cache_max(session.png, 100);
    png_read_info(session.png, session.info);
    height = png_get_image_height(session.png, session.info);
    width = png_get_image_width(session.png, session.info);
    return true;
}

bool readRows(Session& session, std::size_t height, std::size_t width, std::uint8_t* interleaved)
{
    if (setjmp(png_jmpbuf(session.png)) != 0) // NOLINT(cert-err52-cpp)
        return false;
    png_set_scale_16(session.png);
    png_set_expand(session.png);
    png_set_strip_alpha(session.png);
    png_set_gray_to_rgb(session.png);
    const int passes = png_set_interlace_handling(session.png);
    png_read_update_info(session.png, session.info);
    if (png_get_rowbytes(session.png, session.info) != 3 * width)
        png_error(session.png, "an unexpected kind of pixels");
    for (int pass = 0; pass < passes; ++pass) {
        for (std::size_t row = 0; row < height; ++row)
            png_read_row(session.png, interleaved + row * 3 * width, nullptr);
    }
    png_read_end(session.png, nullptr);
    return true;
}

void finish(Session& session, bool ok, std::string& problem)
{
    if (!ok)
        problem = session.message[0] != '\0' ? session.message.data() : "no memory to decode it";
    png_destroy_read_struct(&session.png, &session.info, nullptr);
}

} // namespace

bool readPngExtent(std::string_view bytes, PictureExtent& extent, std::string& problem)
{
    Session session;
    const bool ok = start(session, bytes) && readHead(session, extent.height, extent.width);
    finish(session, ok, problem);
    return ok;
}

bool readPngPixels(std::string_view bytes, PictureExtent extent, std::uint8_t* interleaved,
                   std::string& problem)
{
    Session session;
    PictureExtent found;
    const bool ok = start(session, bytes) && readHead(session, found.height, found.width) && found == extent
        && readRows(session, extent.height, extent.width, interleaved);
    finish(session, ok, problem);
    return ok;
}

} // namespace ktnas
