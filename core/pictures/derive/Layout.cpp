// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"
#include "core/pictures/derive/LayoutBox.h"

#include <algorithm>
#include <array>

namespace ktnas {
namespace {

/// Borders of a box in pixels, both ends belong to it.
struct Box {
    double left = 0;
    double top = 0;
    double right = -1;
    double bottom = -1;
};

/// The pixels brighter than .15, or than .15 of the brightest where there are none.
Box inkBox(const Canvas& grey)
{
    const double brightest = *std::max_element(grey.values.begin(), grey.values.end());
    const double limit = brightest > 0.15 ? 0.15 : 0.15 * brightest;
    const double middle = (static_cast<double>(grey.side) - 1) / 2;
    // Of a black picture: no width and no height, in the middle.
    Box box{middle + 0.5, middle + 0.5, middle - 0.5, middle - 0.5};
    bool empty = true;
    for (std::size_t y = 0; y < grey.side; ++y) {
        for (std::size_t x = 0; x < grey.side; ++x) {
            if (grey.at(0, y, x) <= limit)
                continue;
            const auto column = static_cast<double>(x);
            const auto line = static_cast<double>(y);
            if (empty)
                box = {column, line, column, line};
            empty = false;
            box.left = std::min(box.left, column);
            box.right = std::max(box.right, column);
            box.bottom = line;
        }
    }
    return box;
}

/// The figure stretched and moved; the answer is the box around it: centre x and y, width, height, in pixels
/// of a 28 × 28 picture, brought to about −1 … 1 by (x − 13.5) / 3, (y − 13.5) / 3, (w − 14) / 5, (h − 17)
/// / 5. Ink: Geometry draws two scales (.45-1) and two shifts (±5); the box is that of the bright pixels that
/// are still in the picture. Window: Geometry draws two scales (.35-.75) and two places, so that the whole
/// picture lies on a ground (see ground()).
class LayoutDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Numbers;
        task.loss = LossKind::MeanSquares;
        task.outputs = 4;
        task.targetSize = 4;
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        DerivedRow row = recipe().figure == Figure::Ink ? ofInk(source) : ofWindow(source);
        addNoise(row.input, source);
        return row;
    }

private:
    DerivedRow ofInk(const SourceRow& source) const
    {
        Stream geometry = stream(source, DrawnField::Geometry);
        Warp warp;
        warp.scaleX = uniform(geometry, 0.45, 1);
        warp.scaleY = uniform(geometry, 0.45, 1);
        warp.shiftX = uniform(geometry, -5, 5) * unit();
        warp.shiftY = uniform(geometry, -5, 5) * unit();
        const Canvas placed = warped(canvas(source), warp, Outside::Zero);
        return {reduced(placed), 0, answer(inkBox(luminance(placed)))};
    }

    DerivedRow ofWindow(const SourceRow& source) const
    {
        Stream geometry = stream(source, DrawnField::Geometry);
        const auto side = static_cast<double>(workSide());
        Warp warp;
        warp.scaleX = uniform(geometry, 0.35, 0.75);
        warp.scaleY = uniform(geometry, 0.35, 0.75);
        const double roomX = (1 - warp.scaleX) * side / 2;
        const double roomY = (1 - warp.scaleY) * side / 2;
        warp.shiftX = uniform(geometry, -roomX, roomX);
        warp.shiftY = uniform(geometry, -roomY, roomY);
        const Canvas front = warped(canvas(source), warp, Outside::Zero);
        Canvas full(1, workSide());
        std::fill(full.values.begin(), full.values.end(), 1.0);
        Canvas scene = ground(source);
        layOver(scene, front, warped(full, warp, Outside::Zero));
        const double centreX = (side - 1) / 2 + warp.shiftX;
        const double centreY = (side - 1) / 2 + warp.shiftY;
        const double halfX = (warp.scaleX * side - 1) / 2;
        const double halfY = (warp.scaleY * side - 1) / 2;
        return {reduced(scene), 0,
                answer({centreX - halfX, centreY - halfY, centreX + halfX, centreY + halfY})};
    }

    std::vector<double> answer(const Box& box) const
    {
        const double toUnits = 1 / unit();
        const std::array<double, 4> numbers =
            layoutAnswer({((box.left + box.right) / 2 + 0.5) * toUnits - 0.5,
                          ((box.top + box.bottom) / 2 + 0.5) * toUnits - 0.5,
                          (box.right - box.left + 1) * toUnits, (box.bottom - box.top + 1) * toUnits});
        return {numbers.begin(), numbers.end()};
    }
};

} // namespace

std::unique_ptr<Derivation> layoutDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<LayoutDerivation>(set, recipe);
}

} // namespace ktnas
