// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace ktnas {
namespace {

using Order = std::array<int, 4>;

/// All orders of four tiles, lexicographic: 0123, 0132, …, 3210.
const std::vector<Order>& orders()
{
    static const std::vector<Order> all = [] {
        std::vector<Order> result;
        Order order{0, 1, 2, 3};
        do
            result.push_back(order);
        while (std::next_permutation(order.begin(), order.end()));
        return result;
    }();
    return all;
}

/// The picture a little warped, cut into four tiles that stand in another order: at place i (top left, top
/// right, bottom left, bottom right) stands tile order[i]. Geometry draws angle (±.26), scale (.85-1.1) and
/// two whole shifts (±3); Choice the label.
class JigsawDerivation final : public Derivation {
public:
    using Derivation::Derivation;
    void describe(LearningTask& task) const override
    {
        task.head = HeadKind::TileClasses;
        task.loss = LossKind::CrossEntropy;
        for (const Order& order : orders())
            task.answers.push_back(
                fmt::format("{} {} {} {}", order[0] + 1, order[1] + 1, order[2] + 1, order[3] + 1));
        task.outputs = task.answers.size();
    }
    DerivedRow derive(const SourceRow& source) const override
    {
        Stream geometry = stream(source, DrawnField::Geometry);
        Warp warp;
        warp.angle = uniform(geometry, -0.26, 0.26);
        warp.scaleX = warp.scaleY = uniform(geometry, 0.85, 1.1);
        warp.shiftX = std::nearbyint((static_cast<int>(geometry.below(7)) - 3) * unit());
        warp.shiftY = std::nearbyint((static_cast<int>(geometry.below(7)) - 3) * unit());
        Stream choice = stream(source, DrawnField::Choice);
        const std::uint32_t label = choice.below(static_cast<std::uint32_t>(orders().size()));
        const Canvas whole = reduced(warped(canvas(source), warp, outside()));
        DerivedRow row{Canvas(whole.channels, whole.side), static_cast<std::int32_t>(label), {}};
        for (std::size_t place = 0; place < 4; ++place)
            copyTile(whole, static_cast<std::size_t>(orders()[label][place]), row.input, place);
        addNoise(row.input, source);
        return row;
    }

private:
    static void copyTile(const Canvas& from, std::size_t tile, Canvas& to, std::size_t place)
    {
        const std::size_t half = from.side / 2;
        for (std::size_t c = 0; c < from.channels; ++c)
            for (std::size_t y = 0; y < half; ++y)
                for (std::size_t x = 0; x < half; ++x)
                    to.at(c, place / 2 * half + y, place % 2 * half + x) =
                        from.at(c, tile / 2 * half + y, tile % 2 * half + x);
    }
};

} // namespace

std::unique_ptr<Derivation> jigsawDerivation(const PictureSet& set, const TaskRecipe& recipe)
{
    return std::make_unique<JigsawDerivation>(set, recipe);
}

} // namespace ktnas
