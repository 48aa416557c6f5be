// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/Canvas.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ktnas {
namespace {

/// How much of each source pixel goes into each target pixel along one axis.
struct Share {
    std::size_t first = 0;
    std::vector<double> weights; ///< of pixels first, first + 1, …; their sum is 1
};

std::vector<Share> sharesOf(std::size_t from, std::size_t to)
{
    std::vector<Share> shares(to);
    // In units of 1 / `to` source pixels all borders are whole numbers.
    for (std::size_t i = 0; i < to; ++i) {
        const std::size_t begin = i * from;
        const std::size_t end = begin + from;
        shares[i].first = begin / to;
        for (std::size_t pixel = shares[i].first; pixel * to < end; ++pixel) {
            const std::size_t overlap = std::min(end, (pixel + 1) * to) - std::max(begin, pixel * to);
            shares[i].weights.push_back(static_cast<double>(overlap) / static_cast<double>(from));
        }
    }
    return shares;
}

/// Means over areas, `divisor` times too large before.
template <class Number>
void squeeze(const Number* pixels, std::size_t height, std::size_t width, double divisor, double* plane,
             std::size_t side)
{
    const std::vector<Share> across = sharesOf(width, side);
    const std::vector<Share> down = sharesOf(height, side);
    std::vector<double> narrow(height * side);
    for (std::size_t y = 0; y < height; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            double sum = 0;
            for (std::size_t k = 0; k < across[x].weights.size(); ++k)
                sum += across[x].weights[k] * pixels[y * width + across[x].first + k];
            narrow[y * side + x] = sum;
        }
    }
    for (std::size_t y = 0; y < side; ++y) {
        for (std::size_t x = 0; x < side; ++x) {
            double sum = 0;
            for (std::size_t k = 0; k < down[y].weights.size(); ++k)
                sum += down[y].weights[k] * narrow[(down[y].first + k) * side + x];
            plane[y * side + x] = sum / divisor;
        }
    }
}

/// Index of the pixel that stands at place i where the picture goes on mirrored: … 1 0 | 0 1 2 … n−1 | n−1 …
std::size_t mirrored(std::int64_t i, std::int64_t n)
{
    const std::int64_t period = 2 * n;
    const std::int64_t phase = ((i % period) + period) % period;
    return static_cast<std::size_t>(phase < n ? phase : period - 1 - phase);
}

/// One plane, looked at between its pixels.
class Sampler {
public:
    Sampler(const double* plane, std::size_t side, Outside outside)
        : m_plane(plane)
        , m_side(static_cast<std::int64_t>(side))
        , m_outside(outside)
    {
    }
    double at(double x, double y) const
    {
        const double floorX = std::floor(x);
        const double floorY = std::floor(y);
        const auto column = static_cast<std::int64_t>(floorX);
        const auto line = static_cast<std::int64_t>(floorY);
        const double top = between(pixel(column, line), pixel(column + 1, line), x - floorX);
        const double bottom = between(pixel(column, line + 1), pixel(column + 1, line + 1), x - floorX);
        return between(top, bottom, y - floorY);
    }

private:
    /// Exactly a where a = b, which (1 − t)·a + t·b is not.
    static double between(double a, double b, double t) { return a + (b - a) * t; }
    double pixel(std::int64_t x, std::int64_t y) const
    {
        if (x >= 0 && y >= 0 && x < m_side && y < m_side)
            return m_plane[y * m_side + x];
        if (m_outside == Outside::Zero)
            return 0;
        return m_plane[mirrored(y, m_side) * static_cast<std::size_t>(m_side) + mirrored(x, m_side)];
    }

    const double* m_plane;
    std::int64_t m_side;
    Outside m_outside;
};

} // namespace

double stored(double value)
{
    // Adding 0 makes 0 of −0, which a last bit in the value could otherwise bring about.
    return std::nearbyint(value * storedSteps) / storedSteps + 0.0;
}

Canvas loadCanvas(const PictureSet& set, const PicturePart& part, std::size_t row, std::size_t side)
{
    KTNAS_ASSERT(row < part.count && side >= 1 && side <= set.height && side <= set.width);
    Canvas canvas(set.channels, side);
    const std::size_t planeSize = set.height * set.width;
    for (std::size_t c = 0; c < set.channels; ++c) {
        const std::uint8_t* pixels = part.pixels.data() + (row * set.channels + c) * planeSize;
        if (set.height == side && set.width == side) {
            std::transform(pixels, pixels + planeSize, canvas.plane(c),
                           [](std::uint8_t byte) { return byte / 255.0; });
        } else {
            squeeze(pixels, set.height, set.width, 255.0, canvas.plane(c), side);
        }
    }
    return canvas;
}

Canvas shrunk(const Canvas& canvas, std::size_t side)
{
    KTNAS_ASSERT(side >= 1 && side <= canvas.side);
    if (side == canvas.side)
        return canvas;
    Canvas small(canvas.channels, side);
    if (canvas.side % side != 0) {
        for (std::size_t c = 0; c < canvas.channels; ++c)
            squeeze(canvas.plane(c), canvas.side, canvas.side, 1.0, small.plane(c), side);
        return small;
    }
    const std::size_t factor = canvas.side / side;
    const auto area = static_cast<double>(factor * factor);
    for (std::size_t c = 0; c < small.channels; ++c) {
        for (std::size_t y = 0; y < side; ++y) {
            for (std::size_t x = 0; x < side; ++x) {
                double sum = 0;
                for (std::size_t v = 0; v < factor; ++v)
                    for (std::size_t u = 0; u < factor; ++u)
                        sum += canvas.at(c, y * factor + v, x * factor + u);
                small.at(c, y, x) = sum / area;
            }
        }
    }
    return small;
}

Canvas luminance(const Canvas& canvas)
{
    if (canvas.channels == 1)
        return canvas;
    KTNAS_ASSERT(canvas.channels == 3);
    Canvas grey(1, canvas.side);
    for (std::size_t i = 0; i < grey.values.size(); ++i)
        grey.values[i] = 0.299 * canvas.plane(0)[i] + 0.587 * canvas.plane(1)[i] + 0.114 * canvas.plane(2)[i];
    return grey;
}

Canvas warped(const Canvas& canvas, const Warp& warp, Outside outside)
{
    Canvas result(canvas.channels, canvas.side);
    const double centre = (static_cast<double>(canvas.side) - 1) / 2;
    const double cosine = std::cos(warp.angle);
    const double sine = std::sin(warp.angle);
    for (std::size_t c = 0; c < canvas.channels; ++c) {
        const Sampler sampler(canvas.plane(c), canvas.side, outside);
        for (std::size_t y = 0; y < canvas.side; ++y) {
            const double dy = static_cast<double>(y) - centre - warp.shiftY;
            for (std::size_t x = 0; x < canvas.side; ++x) {
                const double dx = static_cast<double>(x) - centre - warp.shiftX;
                // Back to where the pixel comes from: the steps of the warp undone from the last to the
                // first.
                double fromX = (cosine * dx + sine * dy) / warp.scaleX;
                const double fromY = (cosine * dy - sine * dx) / warp.scaleY;
                if (warp.mirror)
                    fromX = -fromX;
                result.at(c, y, x) = sampler.at(fromX + centre, fromY + centre);
            }
        }
    }
    return result;
}

void layOver(Canvas& scene, const Canvas& figure, const Canvas& cover)
{
    for (std::size_t c = 0; c < scene.channels; ++c)
        for (std::size_t i = 0; i < cover.values.size(); ++i)
            scene.plane(c)[i] = figure.plane(c)[i] + (1 - cover.values[i]) * scene.plane(c)[i];
}

} // namespace ktnas
