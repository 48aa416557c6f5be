// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include "core/base/Error.h"

#include <algorithm>
#include <numbers>
#include <numeric>

namespace ktnas {

Derivation::Derivation(const PictureSet& set, const TaskRecipe& recipe)
    : m_set(set)
    , m_recipe(recipe)
    , m_workSide(std::min({2 * recipe.side, set.height, set.width}))
{
    KTNAS_ASSERT(recipe.side > 0 && recipe.figure && recipe.noise);
}

Outside Derivation::outside() const
{
    return m_recipe.figure == Figure::Ink ? Outside::Zero : Outside::Mirrored;
}

Stream Derivation::stream(const SourceRow& source, DrawnField field) const
{
    // The tone tasks share their draws: one is the other with its pixels in disorder.
    const TaskKind kind = m_recipe.kind == TaskKind::ScrambledTones ? TaskKind::Tones : m_recipe.kind;
    return Stream(
        {.seed = m_recipe.seed,
         .purpose = Purpose::DerivedPicture,
         .task = static_cast<std::uint16_t>(kind),
         .generation = static_cast<std::uint32_t>(source.row),
         .slot = 4 * static_cast<std::uint32_t>(field) + static_cast<std::uint32_t>(source.part->split)});
}

Canvas Derivation::canvas(const SourceRow& source) const
{
    return loadCanvas(m_set, *source.part, source.row, m_workSide);
}

Canvas Derivation::reduced(const Canvas& canvas) const
{
    return shrunk(canvas, m_recipe.side);
}

void Derivation::addNoise(Canvas& input, const SourceRow& source) const
{
    if (*m_recipe.noise <= 0)
        return;
    Stream draws = stream(source, DrawnField::Noise);
    for (double& value : input.values)
        value += *m_recipe.noise * draws.normal();
}

Canvas Derivation::ground(const SourceRow& source) const
{
    SourceRow other = source;
    if (source.part->count > 1) {
        Stream choice = stream(source, DrawnField::Choice);
        other.row = choice.below(static_cast<std::uint32_t>(source.part->count - 1));
        if (other.row >= source.row)
            ++other.row;
    }
    const bool ink = m_recipe.figure == Figure::Ink;
    Stream draws = stream(source, DrawnField::Ground);
    Warp warp;
    warp.mirror = draws.chance(0.5);
    const double turn = ink ? std::numbers::pi : 0.4;
    warp.angle = uniform(draws, -turn, turn);
    warp.scaleX = warp.scaleY = ink ? uniform(draws, 2, 2.6) : uniform(draws, 1.2, 1.6);
    warp.shiftX = uniform(draws, -4, 4) * unit();
    warp.shiftY = uniform(draws, -4, 4) * unit();
    const double contrast = ink ? uniform(draws, 0.4, 1) : uniform(draws, 0.6, 1);
    Canvas behind = warped(canvas(other), warp, outside());
    for (std::size_t c = 0; c < behind.channels; ++c) {
        double* plane = behind.plane(c);
        const std::size_t size = behind.side * behind.side;
        const double middle = ink ? 0 : std::accumulate(plane, plane + size, 0.0) / static_cast<double>(size);
        std::for_each(plane, plane + size,
                      [=](double& value) { value = middle + (value - middle) * contrast; });
    }
    return behind;
}

double uniform(Stream& stream, double low, double high)
{
    return low + (high - low) * stream.unit();
}

double usualNoise(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Tones:
        return 0.02;
    case TaskKind::ScrambledTones:
        return 0.005;
    case TaskKind::Normals:
        return 0.05;
    default:
        return 0;
    }
}

} // namespace ktnas
