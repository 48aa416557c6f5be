// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PointRaster.h"

#include "core/base/Error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <optional>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

QRgb mixed(QRgb below, QRgb above, unsigned share)
{
    // Two channels at a time; alpha too, so that a disc on a transparent layer comes out premultiplied.
    const unsigned rest = 256 - share;
    const unsigned evens = ((below & 0x00ff00ffU) * rest + (above & 0x00ff00ffU) * share) >> 8U;
    const unsigned odds = ((below >> 8U) & 0x00ff00ffU) * rest + ((above >> 8U) & 0x00ff00ffU) * share;
    return (evens & 0x00ff00ffU) | (odds & 0xff00ff00U);
}

/// Coverage (0 … 256) of a disc's pixels for each of 4 × 4 positions inside a pixel. Each row begins at its
/// first covered pixel and is padded with zeros to a multiple of `block`.
class DiscSprite {
public:
    static constexpr int places = 4;
    static constexpr int block = 4;

    struct Row {
        int first = 0; ///< its first covered pixel
        int blocks = 0; ///< 0: nothing covered
        std::size_t cover = 0; ///< where its coverage begins
    };

    explicit DiscSprite(double diameter)
        : m_diameter(diameter)
        , m_extent(static_cast<int>(std::ceil(diameter)) + 2)
    {
        for (int place = 0; place < places * places; ++place) {
            for (int y = 0; y < m_extent; ++y)
                addRow(place, y);
        }
    }

    double diameter() const { return m_diameter; }
    int extent() const { return m_extent; }
    const Row* rows(int placeX, int placeY) const
    {
        return m_rows.data() + static_cast<std::ptrdiff_t>(placeY * places + placeX) * m_extent;
    }
    const std::uint16_t* cover(const Row& row) const { return m_coverage.data() + row.cover; }

private:
    void addRow(int place, int y)
    {
        constexpr int fine = 8;
        const double radius = m_diameter / 2;
        const double middle = m_extent / 2;
        const double cx = middle + (place % places + 0.5) / places;
        const double cy = middle + (place / places + 0.5) / places;
        Row row;
        row.cover = m_coverage.size();
        int covered = 0; // pixels from the first covered one on
        for (int x = 0; x < m_extent; ++x) {
            int hits = 0;
            for (int sample = 0; sample < fine * fine; ++sample) {
                const double dx = x + (sample % fine + 0.5) / fine - cx;
                const double dy = y + (sample / fine + 0.5) / fine - cy;
                hits += dx * dx + dy * dy <= radius * radius ? 1 : 0;
            }
            if (hits == 0 && covered == 0)
                continue;
            if (covered == 0)
                row.first = x;
            m_coverage.push_back(static_cast<std::uint16_t>(hits * 256 / (fine * fine)));
            ++covered;
        }
        while (covered > 0 && m_coverage.back() == 0) {
            m_coverage.pop_back();
            --covered;
        }
        row.blocks = (covered + block - 1) / block;
        m_coverage.resize(row.cover + static_cast<std::size_t>(row.blocks * block), 0);
        m_rows.push_back(row);
    }

    double m_diameter = 0;
    int m_extent = 0; ///< pixels on each side
    std::vector<Row> m_rows; ///< places × places × extent
    std::vector<std::uint16_t> m_coverage;
};

/// Making the sprite costs as much as drawing some thousand points with it, and a map keeps its point size.
const DiscSprite& spriteOf(double diameter)
{
    static thread_local std::optional<DiscSprite> last;
    if (!last || last->diameter() != diameter)
        last.emplace(diameter);
    return *last;
}

#ifdef __SSE2__
/// The same as mixed() for a block of pixels.
void mixBlock(QRgb* line, __m128i colour, const std::uint16_t* cover)
{
    static_assert(DiscSprite::block == 4);
    const __m128i zero = _mm_setzero_si128();
    const __m128i whole = _mm_set1_epi16(256);
    const __m128i below = _mm_loadu_si128(reinterpret_cast<const __m128i*>(line));
    const __m128i shares = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(cover));
    const __m128i pairs = _mm_unpacklo_epi16(shares, shares); // 0 0 1 1 2 2 3 3
    const auto mix = [&](__m128i pixels, __m128i share) {
        return _mm_srli_epi16(_mm_add_epi16(_mm_mullo_epi16(pixels, _mm_sub_epi16(whole, share)),
                                            _mm_mullo_epi16(colour, share)),
                              8);
    };
    const __m128i low = mix(_mm_unpacklo_epi8(below, zero), _mm_unpacklo_epi32(pairs, pairs));
    const __m128i high = mix(_mm_unpackhi_epi8(below, zero), _mm_unpackhi_epi32(pairs, pairs));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(line), _mm_packus_epi16(low, high));
}
#endif

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
    const DiscSprite& sprite = spriteOf(diameter);
    const int extent = sprite.extent();
    const int middle = extent / 2;
    // In quarters of a pixel; lifted so that the cut to int rounds down for negative numbers too.
    constexpr int lift = 4096;
    constexpr float perPixel = DiscSprite::places;
    const Transform to(view, 0);
    const float* xs = grid.x().data();
    const float* ys = grid.y().data();
    const float zoom = to.zoom * perPixel;
    const float shiftX = to.x * perPixel + lift;
    const float shiftY = to.y * perPixel + lift;
    for (const PointGrid::Run run : visibleRuns(grid, view, pixels.width, pixels.height, extent)) {
        for (std::uint32_t slot = run.begin; slot < run.end; ++slot) {
            const QRgb c = colours[slot];
            const float fx = xs[slot] * zoom + shiftX;
            const float fy = shiftY - ys[slot] * zoom;
            if (qAlpha(c) == 0 || !(fx > 0 && fy > 0 && fx < 1e6F && fy < 1e6F))
                continue;
            const int quarterX = static_cast<int>(fx) - lift;
            const int quarterY = static_cast<int>(fy) - lift;
            const int x = (quarterX >> 2) - middle;
            const int y = (quarterY >> 2) - middle;
            const DiscSprite::Row* rows = sprite.rows(quarterX & 3, quarterY & 3);
            const int toRow = std::min(extent, pixels.height - y);
#ifdef __SSE2__
            // Away from the image's sides whole blocks can be written.
            if (x >= 0 && x + extent + DiscSprite::block <= pixels.width) {
                const __m128i wide =
                    _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(c)), _mm_setzero_si128());
                for (int r = std::max(0, -y); r < toRow; ++r) {
                    const DiscSprite::Row& row = rows[r];
                    QRgb* line = pixels.at(x + row.first, y + r);
                    const std::uint16_t* cover = sprite.cover(row);
                    for (int b = 0; b < row.blocks; ++b)
                        mixBlock(line + b * DiscSprite::block, wide, cover + b * DiscSprite::block);
                }
                continue;
            }
#endif
            for (int r = std::max(0, -y); r < toRow; ++r) {
                const DiscSprite::Row& row = rows[r];
                const std::uint16_t* cover = sprite.cover(row);
                const int left = x + row.first;
                const int end = std::min(row.blocks * DiscSprite::block, pixels.width - left);
                for (int k = std::max(0, -left); k < end; ++k) {
                    QRgb* pixel = pixels.at(left + k, y + r);
                    *pixel = mixed(*pixel, c, cover[k]);
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
