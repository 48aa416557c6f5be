// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointRaster.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace ktnas::raster {

namespace {

constexpr int largestMark = 64;

/// The image's pixels without QImage's checks at every access.
struct Pixels {
    QRgb* data = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;

    explicit Pixels(QImage& image)
        : data(reinterpret_cast<QRgb*>(image.bits()))
        , stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
        , width(image.width())
        , height(image.height())
    {
        KTNAS_ASSERT(image.depth() == 32);
    }
    QRgb* at(int x, int y) const { return data + y * stride + x; }
};

/// The affine map in single precision: enough for images of some thousand pixels, and twice as fast.
struct Transform {
    float zoom = 1;
    float x = 0;
    float y = 0;
    Transform(const MapView& view, double shift)
        : zoom(static_cast<float>(view.zoom()))
        , x(static_cast<float>(view.offsetX() + shift))
        , y(static_cast<float>(view.offsetY() + shift))
    {
    }
};

std::vector<PointGrid::Run> visibleRuns(const PointGrid& grid, const MapView& view, int width, int height,
                                        double reach)
{
    return grid.runsIn(view.visibleWorld(QRectF(-reach, -reach, width + 2 * reach, height + 2 * reach)));
}

template <int Side> void fillSquare(QRgb* corner, std::ptrdiff_t stride, QRgb colour)
{
    for (int r = 0; r < Side; ++r) {
        std::array<QRgb, Side> line;
        line.fill(colour);
        std::memcpy(corner + r * stride, line.data(), sizeof line);
    }
}

template <int FixedSide>
void squares(const Pixels& pixels, const PointGrid& grid, const MapView& view, std::span<const QRgb> colours,
             int side)
{
    // The square's corner is the nearest pixel to centre − side / 2. Adding a large whole number before the
    // cut to int makes the cut round down for negative numbers too.
    constexpr float lift = 4096;
    const Transform to(view, 0.5 - side / 2.0);
    const float* xs = grid.x().data();
    const float* ys = grid.y().data();
    const QRgb* colour = colours.data();
    const auto insideX = static_cast<unsigned>(std::max(pixels.width - side + 1, 0));
    const auto insideY = static_cast<unsigned>(std::max(pixels.height - side + 1, 0));
    const float shiftX = to.x + lift;
    const float shiftY = to.y + lift;
    for (const PointGrid::Run run : visibleRuns(grid, view, pixels.width, pixels.height, side)) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const QRgb c = colour[slot];
            if (qAlpha(c) == 0)
                continue;
            const float fx = xs[slot] * to.zoom + shiftX;
            const float fy = shiftY - ys[slot] * to.zoom;
            if (!(fx > 0 && fy > 0 && fx < 1e6F && fy < 1e6F))
                continue;
            const int x = static_cast<int>(fx) - static_cast<int>(lift);
            const int y = static_cast<int>(fy) - static_cast<int>(lift);
            if (static_cast<unsigned>(x) < insideX && static_cast<unsigned>(y) < insideY) {
                if constexpr (FixedSide > 0) {
                    fillSquare<FixedSide>(pixels.at(x, y), pixels.stride, c);
                } else {
                    for (int r = 0; r < side; ++r)
                        std::fill_n(pixels.at(x, y + r), side, c);
                }
                continue;
            }
            const int left = std::max(x, 0);
            const int right = std::min(x + side, pixels.width);
            const int bottom = std::min(y + side, pixels.height);
            for (int r = std::max(y, 0); r < bottom && left < right; ++r)
                std::fill_n(pixels.at(left, r), right - left, c);
        }
    }
}

/// Coverage (0 … 256) of a disc's pixels for each of 4 × 4 positions inside a pixel.
struct DiscSprite {
    static constexpr int places = 4;
    int extent = 0; ///< pixels on each side
    std::vector<std::uint16_t> coverage; ///< places × places × extent × extent

    explicit DiscSprite(double diameter)
        : extent(static_cast<int>(std::ceil(diameter)) + 2)
    {
        constexpr int fine = 8;
        const double radius = diameter / 2;
        const double middle = extent / 2;
        coverage.reserve(static_cast<std::size_t>(places * places * extent * extent));
        for (int place = 0; place < places * places; ++place) {
            const double cx = middle + (place % places + 0.5) / places;
            const double cy = middle + (place / places + 0.5) / places;
            for (int pixel = 0; pixel < extent * extent; ++pixel) {
                int hits = 0;
                for (int sample = 0; sample < fine * fine; ++sample) {
                    const double dx = pixel % extent + (sample % fine + 0.5) / fine - cx;
                    const double dy = pixel / extent + (sample / fine + 0.5) / fine - cy;
                    hits += dx * dx + dy * dy <= radius * radius ? 1 : 0;
                }
                coverage.push_back(static_cast<std::uint16_t>(hits * 256 / (fine * fine)));
            }
        }
    }
};

QRgb mixed(QRgb below, QRgb above, unsigned share)
{
    // Two channels at a time; alpha too, so that a disc on a transparent layer comes out premultiplied.
    const unsigned rest = 256 - share;
    const unsigned evens = ((below & 0x00ff00ffU) * rest + (above & 0x00ff00ffU) * share) >> 8U;
    const unsigned odds = ((below >> 8U) & 0x00ff00ffU) * rest + ((above >> 8U) & 0x00ff00ffU) * share;
    return (evens & 0x00ff00ffU) | (odds & 0xff00ff00U);
}

} // namespace

void drawSquares(QImage& image, const PointGrid& grid, const MapView& view, std::span<const QRgb> colours,
                 int side)
{
    KTNAS_ASSERT(colours.size() == grid.slotCount() && side >= 1 && side <= largestMark);
    if (image.isNull())
        return;
    const Pixels pixels(image);
    switch (side) {
    case 1:
        return squares<1>(pixels, grid, view, colours, side);
    case 2:
        return squares<2>(pixels, grid, view, colours, side);
    case 3:
        return squares<3>(pixels, grid, view, colours, side);
    case 4:
        return squares<4>(pixels, grid, view, colours, side);
    default:
        return squares<0>(pixels, grid, view, colours, side);
    }
}

void drawDiscs(QImage& image, const PointGrid& grid, const MapView& view, std::span<const QRgb> colours,
               double diameter)
{
    KTNAS_ASSERT(colours.size() == grid.slotCount() && diameter >= 1 && diameter <= largestMark);
    if (image.isNull())
        return;
    const Pixels pixels(image);
    const DiscSprite sprite(diameter);
    const int extent = sprite.extent;
    const int middle = extent / 2;
    const Transform to(view, 0);
    for (const PointGrid::Run run : visibleRuns(grid, view, pixels.width, pixels.height, extent)) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const QRgb c = colours[slot];
            const float fx = grid.x()[slot] * to.zoom + to.x;
            const float fy = to.y - grid.y()[slot] * to.zoom;
            const float reach = static_cast<float>(extent);
            if (qAlpha(c) == 0 || !(fx > -reach && fy > -reach)
                || fx >= static_cast<float>(pixels.width) + reach
                || fy >= static_cast<float>(pixels.height) + reach)
                continue;
            const float floorX = std::floor(fx);
            const float floorY = std::floor(fy);
            const int placeX = static_cast<int>((fx - floorX) * DiscSprite::places);
            const int placeY = static_cast<int>((fy - floorY) * DiscSprite::places);
            const std::uint16_t* cover = sprite.coverage.data()
                + static_cast<std::ptrdiff_t>(placeY * DiscSprite::places + placeX) * extent * extent;
            const int x = static_cast<int>(floorX) - middle;
            const int y = static_cast<int>(floorY) - middle;
            const int fromColumn = std::max(0, -x);
            const int toColumn = std::min(extent, pixels.width - x);
            const int toRow = std::min(extent, pixels.height - y);
            for (int r = std::max(0, -y); r < toRow; ++r) {
                QRgb* line = pixels.at(x, y + r);
                for (int k = fromColumn; k < toColumn; ++k) {
                    const unsigned share = cover[r * extent + k];
                    if (share == 256)
                        line[k] = c;
                    else if (share != 0)
                        line[k] = mixed(line[k], c, share);
                }
            }
        }
    }
}

std::vector<std::uint32_t> countPoints(const PointGrid& grid, const MapView& view,
                                       std::span<const QRgb> colours, int width, int height, int bin)
{
    KTNAS_ASSERT(colours.size() == grid.slotCount() && bin >= 1);
    const int columns = (std::max(width, 0) + bin - 1) / bin;
    const int rows = (std::max(height, 0) + bin - 1) / bin;
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0);
    const Transform to(view, 0);
    const float perBin = 1.0F / static_cast<float>(bin);
    for (const PointGrid::Run run : visibleRuns(grid, view, width, height, 0)) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const float x = (grid.x()[slot] * to.zoom + to.x) * perBin;
            const float y = (to.y - grid.y()[slot] * to.zoom) * perBin;
            if (!(x >= 0 && y >= 0) || x >= static_cast<float>(columns) || y >= static_cast<float>(rows)
                || qAlpha(colours[slot]) == 0)
                continue;
            ++counts[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns)
                     + static_cast<std::size_t>(x)];
        }
    }
    return counts;
}

std::uint32_t drawDensity(QImage& image, std::span<const std::uint32_t> counts, int bin,
                          std::span<const QRgb> map)
{
    KTNAS_ASSERT(map.size() == 256 && bin >= 1);
    const std::uint32_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    if (most == 0 || image.isNull())
        return most;
    // Counts are small almost everywhere: a table spares the logarithm at each bin.
    std::array<QRgb, 1024> table{};
    const double scale = 255.0 / std::log1p(static_cast<double>(most));
    const auto colourOf = [&](std::uint32_t count) {
        return map[static_cast<std::size_t>(std::lround(std::log1p(static_cast<double>(count)) * scale))];
    };
    const std::size_t known = std::min<std::size_t>(table.size(), static_cast<std::size_t>(most) + 1);
    for (std::size_t count = 1; count < known; ++count)
        table[count] = colourOf(static_cast<std::uint32_t>(count));
    const Pixels pixels(image);
    const int columns = (pixels.width + bin - 1) / bin;
    const int rows = (pixels.height + bin - 1) / bin;
    KTNAS_ASSERT(counts.size() == static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
    for (int r = 0; r < rows; ++r) {
        const std::uint32_t* line = counts.data() + static_cast<std::ptrdiff_t>(r) * columns;
        const int bottom = std::min((r + 1) * bin, pixels.height);
        for (int c = 0; c < columns; ++c) {
            if (line[c] == 0)
                continue;
            const QRgb colour = line[c] < known ? table[line[c]] : colourOf(line[c]);
            const int right = std::min((c + 1) * bin, pixels.width);
            for (int y = r * bin; y < bottom; ++y)
                std::fill(pixels.at(c * bin, y), pixels.at(right, y), colour);
        }
    }
    return most;
}

} // namespace ktnas::raster
