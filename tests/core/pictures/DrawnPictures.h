// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/pictures/PictureSet.h"
#include "core/pictures/TaskRecipe.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ktnas::test {

/// A part of pictures without content, labels from a rule.
template <class Rule> PicturePart emptyPart(const PictureSet& set, Split split, std::size_t count, Rule label)
{
    PicturePart part;
    part.split = split;
    part.count = count;
    part.pixels.resize(count * set.pictureSize());
    part.labels.emplace_back();
    for (std::size_t i = 0; i < count; ++i)
        part.labels[0].push_back(static_cast<std::int32_t>(label(i)));
    return part;
}

inline PictureSet emptySet(std::size_t side, std::size_t channels = 1, std::size_t classes = 2)
{
    PictureSet set;
    set.path = "drawn";
    set.title = "Drawn";
    set.format = "idx";
    set.channels = channels;
    set.height = set.width = side;
    LabelSet labels{"label", {}};
    for (std::size_t c = 0; c < classes; ++c)
        labels.classes.push_back(std::string(1, static_cast<char>('a' + c)));
    set.labelSets.push_back(labels);
    return set;
}

/// The same picture in all rows of train and test.
template <class Pixel> PictureSet repeated(std::size_t side, std::size_t rows, Pixel pixel)
{
    PictureSet set = emptySet(side);
    for (const Split split : {Split::Train, Split::Test}) {
        PicturePart part = emptyPart(set, split, rows, [](std::size_t i) { return i % 2; });
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t y = 0; y < side; ++y)
                for (std::size_t x = 0; x < side; ++x)
                    part.pixels[(i * side + y) * side + x] = static_cast<std::uint8_t>(pixel(x, y));
        set.parts.push_back(std::move(part));
    }
    return set;
}

/// Noise in every pixel: bright pictures without a dark border.
inline PictureSet noisySet(std::size_t side, std::size_t channels, std::size_t rows)
{
    PictureSet set = emptySet(side, channels, 3);
    Stream stream({.seed = 5, .purpose = Purpose::Test});
    for (const Split split : {Split::Train, Split::Test}) {
        PicturePart part = emptyPart(set, split, rows, [](std::size_t i) { return i % 3; });
        for (std::uint8_t& pixel : part.pixels)
            pixel = static_cast<std::uint8_t>(stream.below(256));
        set.parts.push_back(std::move(part));
    }
    return set;
}

inline TaskRecipe recipeOf(TaskKind kind, std::size_t trainRows = 0, std::size_t evaluated = 0)
{
    TaskRecipe recipe;
    recipe.name = "task";
    recipe.kind = kind;
    recipe.order = RowOrder::File;
    recipe.trainRows = trainRows;
    recipe.validRows = recipe.testRows = evaluated;
    return recipe;
}

} // namespace ktnas::test
