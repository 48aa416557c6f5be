// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/pictures/MakeTask.h"
#include "core/pictures/RowChoice.h"
#include "core/pictures/derive/Derivation.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

namespace ktnas {
namespace {

constexpr std::size_t smallestSide = 8;
constexpr std::size_t largestSide = 128;

Error badKey(const char* key)
{
    Error error(ErrorCode::BadPlan);
    error.inColumn(key);
    return error;
}

struct KindTitles {
    const char* title;
    const char* shortTitle;
};

KindTitles titlesOf(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Classes:
        return {"Classes", "Class"};
    case TaskKind::Tones:
        return {"Tones", "Tones"};
    case TaskKind::ScrambledTones:
        return {"Scrambled tones", "Scramb"};
    case TaskKind::Jigsaw:
        return {"Jigsaw", "Jigsaw"};
    case TaskKind::Layout:
        return {"Layout", "Layout"};
    case TaskKind::Segmentation:
        return {"Segmentation", "Segmen"};
    case TaskKind::Normals:
        return {"Normals", "Normal"};
    case TaskKind::Autoencoder:
        return {"Autoencoder", "Autoen"};
    case TaskKind::Rotation:
        return {"Rotation", "Rotat"};
    }
    KTNAS_ASSERT(false);
}

std::size_t settledSide(const PictureSet& set, std::size_t asked)
{
    const std::size_t smaller = std::min(set.height, set.width);
    if (smaller < smallestSide)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(set.path)
            .expecting(fmt::format("pictures of at least {0} × {0} pixels", smallestSide))
            .butFound(fmt::format("{} × {}", set.width, set.height))
            .hinting("Use larger pictures.");
    if (asked == 0)
        return set.height == 28 && set.width == 28 ? 14 : std::min<std::size_t>(smaller, 32) / 2 * 2;
    const std::size_t most = std::min(smaller, largestSide);
    if (asked % 2 != 0 || asked < smallestSide || asked > most)
        throw badKey("side")
            .expecting(fmt::format("an even number from {} to {}, the pictures being {} × {}", smallestSide,
                                   most / 2 * 2, set.width, set.height))
            .butFound(std::to_string(asked))
            .hinting("Leave the side out for the usual one.");
    return asked;
}

/// Three quarters of the border's pixels are darker than a tenth of the range.
bool hasDarkBorder(const PictureSet& set)
{
    const PicturePart* part = set.part(Split::Train);
    const std::size_t rows = std::min<std::size_t>(part ? part->count : 0, 1000);
    std::size_t dark = 0;
    std::size_t seen = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        // Spread over the part, which may be sorted by class.
        const std::uint8_t* pixels = part->pixels.data() + row * part->count / rows * set.pictureSize();
        for (std::size_t y = 0; y < set.height; ++y) {
            for (std::size_t x = 0; x < set.width; ++x) {
                if (y > 0 && y + 1 < set.height && x > 0 && x + 1 < set.width)
                    continue;
                ++seen;
                dark += pixels[y * set.width + x] < 26 ? 1 : 0;
            }
        }
    }
    return dark * 4 >= seen * 3;
}

std::string settledLabels(const PictureSet& set, const std::string& asked)
{
    std::vector<std::string> known(set.labelSets.size());
    std::transform(set.labelSets.begin(), set.labelSets.end(), known.begin(),
                   [](const LabelSet& labels) { return labels.name; });
    if (known.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(set.path)
            .expecting("pictures with labels")
            .butFound("no labels")
            .hinting("Sort the pictures into one folder for each class.");
    if (asked.empty())
        return known.front();
    if (std::find(known.begin(), known.end(), asked) == known.end())
        throw badKey("labels")
            .expecting(known.size() == 1 ? known.front() : "one of " + listed(known))
            .butFound(excerpt(asked))
            .hinting("Leave the labels out for the set's first.");
    return asked;
}

void requireTwoClasses(const PictureSet& set, const std::string& labelSet, const ChosenRows& train)
{
    const auto found = std::find_if(set.labelSets.begin(), set.labelSets.end(),
                                    [&](const LabelSet& labels) { return labels.name == labelSet; });
    const std::vector<std::int32_t>& labels =
        train.part->labels[static_cast<std::size_t>(found - set.labelSets.begin())];
    const bool mixed = std::any_of(train.rows.begin(), train.rows.end(), [&](std::uint32_t row) {
        return labels[row] != labels[train.rows.front()];
    });
    if (mixed)
        return;
    throw Error(ErrorCode::PicturesUnusable)
        .inFile(set.path)
        .expecting("pictures of at least two classes for training")
        .butFound(
            fmt::format("only “{}”", found->classes[static_cast<std::size_t>(labels[train.rows.front()])]))
        .hinting("Take more training pictures, or make another task of them.");
}

void requireTones(const std::vector<int>& tones)
{
    const std::set<int> different(tones.begin(), tones.end());
    const bool known = different.empty() || (*different.begin() >= 0 && *different.rbegin() < toneCount);
    if (known && different.size() == tones.size() && tones.size() >= 2)
        return;
    throw badKey("tones")
        .expecting(fmt::format("two or more different numbers from 0 to {}", toneCount - 1))
        .butFound(fmt::format("{} numbers, {} of them different", tones.size(), different.size()))
        .hinting("Leave the tones out for all eight.");
}

} // namespace

TaskRecipe settled(const PictureSet& set, const TaskRecipe& recipe)
{
    TaskRecipe full = recipe;
    if (full.name.empty())
        throw badKey("name")
            .expecting("a name for the task")
            .butFound("none")
            .hinting("Give every task a name.");
    if (set.channels != 1 && set.channels != 3)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(set.path)
            .expecting("grey pictures or red, green and blue")
            .butFound(fmt::format("{} channels", set.channels))
            .hinting("Save the pictures with 1 or 3 channels.");
    if (full.title.empty())
        full.title = titlesOf(full.kind).title;
    if (full.shortTitle.empty())
        full.shortTitle = titlesOf(full.kind).shortTitle;
    full.side = settledSide(set, full.side);
    if (!full.noise)
        full.noise = usualNoise(full.kind);
    if (!(*full.noise >= 0 && *full.noise <= 1))
        throw badKey("noise")
            .expecting("a number from 0 to 1")
            .butFound(formatNumber(*full.noise))
            .hinting("Leave the noise out for the usual one.");
    if (full.codeSize < 1 || full.codeSize > 1024)
        throw badKey("code")
            .expecting("a whole number from 1 to 1024")
            .butFound(std::to_string(full.codeSize))
            .hinting("Leave the code out for 24 numbers.");
    requireTones(full.tones);
    if (!full.figure)
        full.figure = set.channels == 1 && hasDarkBorder(set) ? Figure::Ink : Figure::Window;
    const RowChoice choice = chooseRows(set, full);
    if (full.kind == TaskKind::Classes) {
        full.labelSet = settledLabels(set, full.labelSet);
        requireTwoClasses(set, full.labelSet, choice.train);
    }
    full.trainRows = choice.train.rows.size();
    full.validRows = choice.valid.rows.size();
    full.testRows = choice.test.rows.size();
    return full;
}

} // namespace ktnas
