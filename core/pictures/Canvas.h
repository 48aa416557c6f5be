// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <cstddef>
#include <vector>

namespace ktnas {

/// A square picture while a task is made of it. Values are 0 (black) … 1 unless something was added; planes
/// after each other, rows top to bottom.
///
/// All arithmetic on it is in double and in a fixed order, by basic operations that every machine rounds
/// alike. What sin, exp and their like bring in may differ in the last bit between machines, and is rounded
/// away when the picture is stored in steps of 2⁻¹² (see stored()).
struct Canvas {
    Canvas(std::size_t channelCount, std::size_t sideLength)
        : channels(channelCount)
        , side(sideLength)
        , values(channelCount * sideLength * sideLength)
    {
    }
    std::size_t channels;
    std::size_t side;
    std::vector<double> values;

    double* plane(std::size_t channel) { return values.data() + channel * side * side; }
    const double* plane(std::size_t channel) const { return values.data() + channel * side * side; }
    double& at(std::size_t channel, std::size_t y, std::size_t x) { return plane(channel)[y * side + x]; }
    double at(std::size_t channel, std::size_t y, std::size_t x) const
    {
        return plane(channel)[y * side + x];
    }
};

/// Stored numbers are whole multiples of 1 / storedSteps.
inline constexpr double storedSteps = 4096;
/// The value rounded to the nearest multiple of 1 / storedSteps.
double stored(double value);

/// Picture `row` of a part, its bytes divided by 255, brought to side × side by means over the pixels' areas;
/// `side` is at most the picture's smaller side. A picture that is not square is squeezed.
Canvas loadCanvas(const PictureSet& set, const PicturePart& part, std::size_t row, std::size_t side);

/// The picture at side × side, by means over the pixels' areas; `side` is at most the canvas's.
Canvas shrunk(const Canvas& canvas, std::size_t side);

/// How bright the pixels look: .299 red + .587 green + .114 blue; a grey picture is its own.
Canvas luminance(const Canvas& canvas);

/// What lies beyond a picture's border.
enum class Outside { Zero, Mirrored };

/// Mirror, then scale, then turn about the centre, then shift.
struct Warp {
    double angle = 0; ///< radians, from the x axis (right) to the y axis (down)
    double scaleX = 1; ///< below 1: the picture gets narrower
    double scaleY = 1;
    double shiftX = 0; ///< pixels, to the right
    double shiftY = 0; ///< pixels, downwards
    bool mirror = false; ///< left-right
};

/// The picture after a warp, bilinear between pixels. A constant area stays exactly constant.
Canvas warped(const Canvas& canvas, const Warp& warp, Outside outside);

/// Lays a figure on a scene. `figure` has been multiplied by its own cover, `cover` is one plane: 1 where
/// nothing of the scene is seen.
void layOver(Canvas& scene, const Canvas& figure, const Canvas& cover);

} // namespace ktnas
