// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <span>

namespace ktnas {
namespace {

/// The curve of toneTitle(tone) at x, 0 ≤ x ≤ 1.
double toneCurve(int tone, double x)
{
    constexpr double pi = std::numbers::pi;
    switch (tone) {
    case 0:
        return std::pow(x, 0.6);
    case 1:
        return x;
    case 2:
        return std::pow(x, 1.6);
    case 3:
        return 0.5 - 0.5 * std::cos(pi * x);
    case 4:
        return std::acos(1 - 2 * x) / pi;
    case 5:
        return std::nearbyint(4 * x) / 4;
    case 6:
        return std::min(1.35 * x, 0.85);
    case 7:
        return x + 0.12 * std::sin(3 * pi * x);
    default:
        break;
    }
    KTNAS_ASSERT(false);
}

/// The picture a little warped and darkened, then through one of the recipe's curves; which one is the label.
/// Geometry draws angle (±.2), scale (.8-1.1), shift right and down (±2), brightness (.85-1); Choice the
/// label; Noise one number a pixel, added after the curve; Order the places of the pixels (scrambled only).
class ToneDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::Classes;
        task.loss = LossKind::CrossEntropy;
        for (const int tone : recipe().tones)
            task.answers.emplace_back(toneTitle(tone));
        task.outputs = task.answers.size();
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        Stream geometry = stream(source, DrawnField::Geometry);
        Warp warp;
        warp.angle = uniform(geometry, -0.2, 0.2);
        warp.scaleX = warp.scaleY = uniform(geometry, 0.8, 1.1);
        warp.shiftX = uniform(geometry, -2, 2) * unit();
        warp.shiftY = uniform(geometry, -2, 2) * unit();
        const double brightness = uniform(geometry, 0.85, 1);
        Stream choice = stream(source, DrawnField::Choice);
        DerivedRow row{
            reduced(warped(canvas(source), warp, outside())),
            static_cast<std::int32_t>(choice.below(static_cast<std::uint32_t>(recipe().tones.size()))),
            {}};
        const int tone = recipe().tones[static_cast<std::size_t>(row.label)];
        for (double& value : row.input.values)
            value = toneCurve(tone, std::clamp(value * brightness, 0.0, 1.0));
        addNoise(row.input, source);
        if (recipe().kind == TaskKind::ScrambledTones)
            scramble(row.input, source);
        return row;
    }

private:
    /// All channels of a pixel move together.
    void scramble(Canvas& input, const SourceRow& source) const
    {
        std::vector<std::uint32_t> order(input.side * input.side);
        std::iota(order.begin(), order.end(), 0U);
        Stream draws = stream(source, DrawnField::Order);
        draws.shuffle(std::span(order));
        const Canvas inPlace = input;
        for (std::size_t c = 0; c < input.channels; ++c)
            for (std::size_t i = 0; i < order.size(); ++i)
                input.plane(c)[i] = inPlace.plane(c)[order[i]];
    }
};

} // namespace

std::unique_ptr<Derivation> toneDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<ToneDerivation>(set, recipe);
}

} // namespace ktnas
