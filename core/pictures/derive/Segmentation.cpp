// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

/// A figure in front of another picture; the answer is 1 for the pixels of which more than half is figure.
/// Ink: the figure is what is brighter than .05; Geometry draws angle (±.4), scale (.65-.95) and two shifts
/// (±3). Window: the figure is a part of the picture with a round or boxy border; Geometry draws angle (±.4),
/// scale (.5-.85), two shifts (±3), its two half axes (.6-1 of the half side) and the border's shape.
class SegmentationDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Map;
        task.loss = LossKind::BinaryCrossEntropy;
        task.outputs = 1;
        task.targetSize = task.height * task.width;
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        const bool ink = recipe().figure == Figure::Ink;
        Stream geometry = stream(source, DrawnField::Geometry);
        Warp warp;
        warp.angle = uniform(geometry, -0.4, 0.4);
        warp.scaleX = warp.scaleY = ink ? uniform(geometry, 0.65, 0.95) : uniform(geometry, 0.5, 0.85);
        warp.shiftX = uniform(geometry, -3, 3) * unit();
        warp.shiftY = uniform(geometry, -3, 3) * unit();
        Canvas figure = canvas(source);
        const Canvas mask = ink ? inkMask(figure) : windowMask(geometry);
        for (std::size_t c = 0; c < figure.channels; ++c)
            for (std::size_t i = 0; i < mask.values.size(); ++i)
                figure.plane(c)[i] *= mask.values[i];
        const Canvas front = warped(figure, warp, Outside::Zero);
        const Canvas cover = warped(mask, warp, Outside::Zero);
        Canvas scene = ground(source);
        layOver(scene, front, cover);
        DerivedRow row{reduced(scene), 0, reduced(cover).values};
        // Rounded before it is compared, so that a half is a half on every machine.
        for (double& value : row.target)
            value = stored(value) > 0.5 ? 1 : 0;
        addNoise(row.input, source);
        return row;
    }

private:
    static Canvas inkMask(const Canvas& picture)
    {
        Canvas mask = luminance(picture);
        for (double& value : mask.values)
            value = value > 0.05 ? 1 : 0;
        return mask;
    }

    /// |x/a|ⁿ + |y/b|ⁿ ≤ 1 with n = 2 (an ellipse) or 6 (a box with round corners).
    Canvas windowMask(Stream& geometry) const
    {
        Canvas mask(1, workSide());
        const double half = static_cast<double>(mask.side) / 2;
        const double a = uniform(geometry, 0.6, 1) * half;
        const double b = uniform(geometry, 0.6, 1) * half;
        const bool boxy = geometry.chance(0.5);
        for (std::size_t y = 0; y < mask.side; ++y) {
            for (std::size_t x = 0; x < mask.side; ++x) {
                const double u = (static_cast<double>(x) + 0.5 - half) / a;
                const double v = (static_cast<double>(y) + 0.5 - half) / b;
                const double reach = boxy ? u * u * u * u * u * u + v * v * v * v * v * v : u * u + v * v;
                mask.at(0, y, x) = reach <= 1 ? 1 : 0;
            }
        }
        return mask;
    }
};

} // namespace

std::unique_ptr<Derivation> segmentationDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<SegmentationDerivation>(set, recipe);
}

} // namespace ktnas
