// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

enum class PictureFileKind : std::uint8_t { Png, Jpeg };

/// PNG or JPEG by the first bytes, whatever the file's name.
std::optional<PictureFileKind> pictureFileKind(std::string_view bytes);

/// Width and height of a picture.
struct PictureExtent {
    std::size_t height = 0;
    std::size_t width = 0;
    bool operator==(const PictureExtent&) const = default;
    std::size_t pixels() const { return height * width; }
};

/// A picture in red, green and blue, 8 bits each: three planes of height × width, rows top to bottom. Grey
/// pictures have three equal planes.
struct DecodedPicture {
    PictureExtent extent;
    std::vector<std::uint8_t> planes;
};

/// The extent that a PNG or JPEG file announces; `problem` gets the reason where there is nothing. Cost: that
/// of the head.
std::optional<PictureExtent> pictureExtent(std::string_view bytes, std::string& problem);

/// Decodes a PNG or JPEG file as other programs for image sets do: palettes and grey become colours,
/// transparency is dropped, 16 bits become 8, CMYK becomes RGB, orientation marks are not followed. Nothing,
/// with the reason in `problem`, for a file that is damaged or cut or has more than 64 million pixels.
/// About 100 MB of pixels a second.
std::optional<DecodedPicture> decodePicture(std::string_view bytes, std::string& problem);

/// The picture in another extent, stretched where the proportions differ: weighted means of all pixels that a
/// new pixel covers (at least those beside its centre), so that nothing is skipped when it gets smaller.
DecodedPicture resized(const DecodedPicture& picture, PictureExtent extent);

/// True if the three planes are equal: a picture without colours.
bool isGrey(const std::uint8_t* planes, std::size_t pixels);

} // namespace ktnas
