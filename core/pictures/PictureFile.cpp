// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PictureFile.h"

#include "core/pictures/JpegFile.h"
#include "core/pictures/PngFile.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <fmt/format.h>

namespace ktnas {
namespace {

using namespace std::string_view_literals;

/// More than any camera makes; 192 MB when decoded.
constexpr std::size_t mostPixels = 64'000'000;

/// From interleaved rows to planes.
DecodedPicture planar(PictureExtent extent, const std::vector<std::uint8_t>& interleaved)
{
    DecodedPicture picture;
    picture.extent = extent;
    const std::size_t pixels = extent.pixels();
    picture.planes.resize(3 * pixels);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        std::uint8_t* const plane = picture.planes.data() + channel * pixels;
        for (std::size_t i = 0; i < pixels; ++i)
            plane[i] = interleaved[3 * i + channel];
    }
    return picture;
}

/// What each new place along one axis takes from the old ones.
struct Weights {
    std::size_t first = 0;
    std::vector<double> values; ///< of first, first + 1, …; their sum is 1
};

/// A triangle about the new pixel's centre, as wide as the new pixel where that is larger than an old one.
std::vector<Weights> weightsFor(std::size_t from, std::size_t to)
{
    const double scale = static_cast<double>(from) / static_cast<double>(to);
    const double reach = std::max(1.0, scale);
    std::vector<Weights> all(to);
    for (std::size_t i = 0; i < to; ++i) {
        const double centre = (static_cast<double>(i) + 0.5) * scale;
        const auto first = static_cast<std::size_t>(std::max(0.0, std::floor(centre - reach + 0.5)));
        const auto last = std::min(from, static_cast<std::size_t>(std::floor(centre + reach + 0.5)));
        Weights& weights = all[i];
        weights.first = first;
        double sum = 0;
        for (std::size_t place = first; place < last; ++place) {
            const double distance = std::abs(static_cast<double>(place) + 0.5 - centre) / reach;
            weights.values.push_back(std::max(0.0, 1 - distance));
            sum += weights.values.back();
        }
        for (double& value : weights.values)
            value /= sum;
    }
    return all;
}

} // namespace

std::optional<PictureFileKind> pictureFileKind(std::string_view bytes)
{
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        return PictureFileKind::Png;
    if (bytes.starts_with("\xFF\xD8\xFF"sv))
        return PictureFileKind::Jpeg;
    return std::nullopt;
}

std::optional<PictureExtent> pictureExtent(std::string_view bytes, std::string& problem)
{
    const auto kind = pictureFileKind(bytes);
    if (!kind) {
        problem = bytes.empty() ? "an empty file, or one that cannot be opened" : "neither PNG nor JPEG";
        return std::nullopt;
    }
    PictureExtent extent;
    const bool ok = *kind == PictureFileKind::Png ? readPngExtent(bytes, extent, problem)
                                                  : readJpegExtent(bytes, extent, problem);
    if (!ok)
        return std::nullopt;
    if (extent.pixels() == 0 || extent.pixels() > mostPixels) {
        problem = fmt::format("{} × {} pixels", extent.height, extent.width);
        return std::nullopt;
    }
    return extent;
}

std::optional<DecodedPicture> decodePicture(std::string_view bytes, std::string& problem)
{
    const auto extent = pictureExtent(bytes, problem);
    if (!extent)
        return std::nullopt;
    std::vector<std::uint8_t> interleaved(3 * extent->pixels());
    const bool ok = pictureFileKind(bytes) == PictureFileKind::Png
        ? readPngPixels(bytes, *extent, interleaved.data(), problem)
        : readJpegPixels(bytes, *extent, interleaved.data(), problem);
    if (!ok)
        return std::nullopt;
    return planar(*extent, interleaved);
}

DecodedPicture resized(const DecodedPicture& picture, PictureExtent extent)
{
    if (picture.extent == extent)
        return picture;
    const std::vector<Weights> across = weightsFor(picture.extent.width, extent.width);
    const std::vector<Weights> down = weightsFor(picture.extent.height, extent.height);
    DecodedPicture result;
    result.extent = extent;
    result.planes.resize(3 * extent.pixels());
    std::vector<double> narrow(picture.extent.height * extent.width);
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const std::uint8_t* const old = picture.planes.data() + channel * picture.extent.pixels();
        std::uint8_t* const made = result.planes.data() + channel * extent.pixels();
        for (std::size_t y = 0; y < picture.extent.height; ++y) {
            for (std::size_t x = 0; x < extent.width; ++x) {
                double sum = 0;
                for (std::size_t i = 0; i < across[x].values.size(); ++i)
                    sum += across[x].values[i] * old[y * picture.extent.width + across[x].first + i];
                narrow[y * extent.width + x] = sum;
            }
        }
        for (std::size_t y = 0; y < extent.height; ++y) {
            for (std::size_t x = 0; x < extent.width; ++x) {
                double sum = 0;
                for (std::size_t i = 0; i < down[y].values.size(); ++i)
                    sum += down[y].values[i] * narrow[(down[y].first + i) * extent.width + x];
                made[y * extent.width + x] = static_cast<std::uint8_t>(std::clamp(sum + 0.5, 0.0, 255.0));
            }
        }
    }
    return result;
}

bool isGrey(const std::uint8_t* planes, std::size_t pixels)
{
    return std::memcmp(planes, planes + pixels, pixels) == 0
        && std::memcmp(planes, planes + 2 * pixels, pixels) == 0;
}

} // namespace ktnas
