// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include <cmath>
#include <numbers>

namespace ktnas {
namespace {

/// The picture turned by any angle; the answer is its sine and cosine, which have no jump at half a turn.
/// Geometry draws the angle. Window: what lies outside the inner circle is grey, so that the border does not
/// give the angle away.
class RotationDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Numbers;
        task.loss = LossKind::MeanSquares;
        task.outputs = 2;
        task.targetSize = 2;
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        Stream geometry = stream(source, DrawnField::Geometry);
        Warp warp;
        warp.angle = uniform(geometry, -std::numbers::pi, std::numbers::pi);
        Canvas turned = warped(canvas(source), warp, outside());
        if (recipe().figure == Figure::Window)
            cutCircle(turned);
        DerivedRow row{reduced(turned), 0, {stored(std::sin(warp.angle)), stored(std::cos(warp.angle))}};
        addNoise(row.input, source);
        return row;
    }

private:
    static void cutCircle(Canvas& canvas)
    {
        const double half = static_cast<double>(canvas.side) / 2;
        for (std::size_t y = 0; y < canvas.side; ++y) {
            for (std::size_t x = 0; x < canvas.side; ++x) {
                const double dx = static_cast<double>(x) + 0.5 - half;
                const double dy = static_cast<double>(y) + 0.5 - half;
                if (dx * dx + dy * dy <= (half - 0.5) * (half - 0.5))
                    continue;
                for (std::size_t c = 0; c < canvas.channels; ++c)
                    canvas.at(c, y, x) = 0.5;
            }
        }
    }
};

} // namespace

std::unique_ptr<Derivation> rotationDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<RotationDerivation>(set, recipe);
}

} // namespace ktnas
