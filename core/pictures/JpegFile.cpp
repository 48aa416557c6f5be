// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/JpegFile.h"

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdio>

// It needs size_t and FILE from above.
#include <jpeglib.h>

#include <jerror.h>

namespace ktnas {
namespace {

/// More passes over a picture than any program writes; a file of a few kilobytes can ask for thousands.
constexpr int mostScans = 500;

/// What libjpeg's callbacks need, and all that must outlive a jump out of libjpeg: nothing here has a
/// destructor, so that a jump skips none.
struct Session {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg_progress_mgr progress{};
    std::jmp_buf out{};
    std::array<char, JMSG_LENGTH_MAX> message{};
};

Session& sessionOf(j_common_ptr jpeg)
{
    return *static_cast<Session*>(jpeg->client_data);
}

void onError(j_common_ptr jpeg)
{
    Session& session = sessionOf(jpeg);
    session.errors.format_message(jpeg, session.message.data());
    std::longjmp(session.out, 1); // NOLINT(cert-err52-cpp): libjpeg's only way
}

/// libjpeg only warns where bytes are missing or wrong and paints the rest grey: no picture to learn from.
void onMessage(j_common_ptr jpeg, int level)
{
    if (level >= 0)
        return;
    switch (jpeg->err->msg_code) {
    case JWRN_JPEG_EOF:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        onError(jpeg);
        break;
    default:
        break;
    }
}

void onProgress(j_common_ptr jpeg)
{
    Session& session = sessionOf(jpeg);
    if (session.jpeg.input_scan_number <= mostScans)
        return;
    (void)std::snprintf(session.message.data(), session.message.size(), "more than %d passes", mostScans);
    std::longjmp(session.out, 1); // NOLINT(cert-err52-cpp)
}

void start(Session& session)
{
    session.jpeg.err = jpeg_std_error(&session.errors);
    session.errors.error_exit = onError;
    session.errors.emit_message = onMessage;
    session.progress.progress_monitor = onProgress;
    session.jpeg.client_data = &session;
}

/// Reads the head. All calls of libjpeg that may jump are in functions without objects that need destruction.
bool readHead(Session& session, const char* bytes, std::size_t count)
{
    if (setjmp(session.out) != 0) // NOLINT(cert-err52-cpp)
        return false;
    jpeg_create_decompress(&session.jpeg);
    // Creating cleared everything but the error manager and this.
    session.jpeg.client_data = &session;
    session.jpeg.progress = &session.progress;
    session.jpeg.mem->max_memory_to_use = 1'000'000'000;
    // libjpeg's interface is older than const for some of its versions; it does not write to its input.
    jpeg_mem_src(&session.jpeg, reinterpret_cast<const unsigned char*>(bytes),
                 static_cast<unsigned long>(count));
    (void)jpeg_read_header(&session.jpeg, TRUE);
    return true;
}

/// CMYK to RGB in place, from rows of four to rows of three; Adobe's programs write inverted values.
void toRgb(std::uint8_t* row, const std::uint8_t* four, std::size_t width, bool inverted)
{
    for (std::size_t x = 0; x < width; ++x) {
        const unsigned black = inverted ? four[4 * x + 3] : 255U - four[4 * x + 3];
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const unsigned ink = inverted ? four[4 * x + channel] : 255U - four[4 * x + channel];
            row[3 * x + channel] = static_cast<std::uint8_t>(ink * black / 255U);
        }
    }
}

bool readRows(Session& session, std::uint8_t* interleaved)
{
    if (setjmp(session.out) != 0) // NOLINT(cert-err52-cpp)
        return false;
    jpeg_decompress_struct& jpeg = session.jpeg;
    const bool fourInks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    jpeg.out_color_space = fourInks ? JCS_CMYK : JCS_RGB;
    jpeg.dct_method = JDCT_ISLOW; // the same bits on every machine
    (void)jpeg_start_decompress(&jpeg);
    const std::size_t width = jpeg.output_width;
    JSAMPARRAY const four = fourInks
        ? jpeg.mem->alloc_sarray(reinterpret_cast<j_common_ptr>(&jpeg), JPOOL_IMAGE, jpeg.output_width * 4, 1)
        : nullptr;
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = interleaved + jpeg.output_scanline * 3 * width;
        if (fourInks) {
            (void)jpeg_read_scanlines(&jpeg, four, 1);
            toRgb(row, four[0], width, jpeg.saw_Adobe_marker != 0);
        } else {
            (void)jpeg_read_scanlines(&jpeg, &row, 1);
        }
    }
    (void)jpeg_finish_decompress(&jpeg);
    return true;
}

bool finish(Session& session, bool ok, std::string& problem)
{
    if (!ok)
        problem = session.message[0] != '\0' ? session.message.data() : "an unexpected extent";
    jpeg_destroy_decompress(&session.jpeg);
    return ok;
}

} // namespace

bool readJpegExtent(std::string_view bytes, PictureExtent& extent, std::string& problem)
{
    Session session;
    start(session);
    const bool ok = readHead(session, bytes.data(), bytes.size());
    if (ok)
        extent = {session.jpeg.image_height, session.jpeg.image_width};
    return finish(session, ok, problem);
}

bool readJpegPixels(std::string_view bytes, PictureExtent extent, std::uint8_t* interleaved,
                    std::string& problem)
{
    Session session;
    start(session);
    bool ok = readHead(session, bytes.data(), bytes.size());
    ok = ok && extent == PictureExtent{session.jpeg.image_height, session.jpeg.image_width}
        && readRows(session, interleaved);
    return finish(session, ok, problem);
}

} // namespace ktnas
