// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

namespace ktnas {

/// A box in pixels of a 28 × 28 picture, whatever the size of the picture really is; the middle of the first
/// pixel is 0.
struct LayoutBox {
    double centreX = 0;
    double centreY = 0;
    double width = 0;
    double height = 0;
};

/// What a network learns: about −1 … 1 for garments.
inline std::array<double, 4> layoutAnswer(const LayoutBox& box)
{
    return {(box.centreX - 13.5) / 3, (box.centreY - 13.5) / 3, (box.width - 14) / 5, (box.height - 17) / 5};
}

inline LayoutBox layoutBox(const std::array<double, 4>& answer)
{
    return {answer[0] * 3 + 13.5, answer[1] * 3 + 13.5, answer[2] * 5 + 14, answer[3] * 5 + 17};
}

} // namespace ktnas
