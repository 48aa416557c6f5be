// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/TaskRecipe.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ktnas {
namespace {

template <class T> using Names = std::pair<T, std::string_view>;

constexpr std::array<Names<TaskKind>, 9> kinds{{
    {TaskKind::Classes, "classes"},
    {TaskKind::Tones, "tones"},
    {TaskKind::ScrambledTones, "scrambled-tones"},
    {TaskKind::Jigsaw, "jigsaw"},
    {TaskKind::Layout, "layout"},
    {TaskKind::Segmentation, "segmentation"},
    {TaskKind::Normals, "normals"},
    {TaskKind::Autoencoder, "autoencoder"},
    {TaskKind::Rotation, "rotation"},
}};
constexpr std::array<Names<Figure>, 2> figures{{{Figure::Ink, "ink"}, {Figure::Window, "window"}}};
constexpr std::array<Names<RowOrder>, 2> orders{{{RowOrder::Mixed, "mixed"}, {RowOrder::File, "file"}}};
constexpr std::array<Names<ValidFrom>, 2> origins{{{ValidFrom::Test, "test"}, {ValidFrom::Train, "train"}}};

template <class T, std::size_t N> std::string_view nameIn(const std::array<Names<T>, N>& names, T value)
{
    for (const auto& [known, text] : names) {
        if (known == value)
            return text;
    }
    return {};
}

template <class T, std::size_t N>
std::optional<T> valueIn(const std::array<Names<T>, N>& names, std::string_view text)
{
    for (const auto& [known, knownText] : names) {
        if (knownText == text)
            return known;
    }
    return std::nullopt;
}

TaskRecipe builtin(const char* taskName, const char* title, const char* shortTitle, TaskKind kind)
{
    TaskRecipe recipe;
    recipe.name = taskName;
    recipe.title = title;
    recipe.shortTitle = shortTitle;
    recipe.kind = kind;
    recipe.side = 14;
    recipe.order = RowOrder::File;
    recipe.figure = Figure::Ink;
    return recipe;
}

} // namespace

std::string_view name(TaskKind kind)
{
    return nameIn(kinds, kind);
}

std::string_view name(Figure figure)
{
    return nameIn(figures, figure);
}

std::string_view name(RowOrder order)
{
    return nameIn(orders, order);
}

std::string_view name(ValidFrom from)
{
    return nameIn(origins, from);
}

std::optional<TaskKind> taskKind(std::string_view text)
{
    return valueIn(kinds, text);
}

std::optional<Figure> figureOf(std::string_view text)
{
    return valueIn(figures, text);
}

std::optional<RowOrder> rowOrder(std::string_view text)
{
    return valueIn(orders, text);
}

std::optional<ValidFrom> validFrom(std::string_view text)
{
    return valueIn(origins, text);
}

const std::vector<TaskKind>& allTaskKinds()
{
    static const std::vector<TaskKind> all = [] {
        std::vector<TaskKind> result(kinds.size());
        std::transform(kinds.begin(), kinds.end(), result.begin(),
                       [](const auto& known) { return known.first; });
        return result;
    }();
    return all;
}

std::string_view toneTitle(int tone)
{
    constexpr std::array<std::string_view, toneCount> titles{
        "x^0.6", "unchanged", "x^1.6", "S curve", "inverse S curve", "4 steps", "clipped", "wave"};
    KTNAS_ASSERT(tone >= 0 && tone < toneCount);
    return titles[static_cast<std::size_t>(tone)];
}

TaskMetrics metricsOf(TaskKind kind)
{
    using Field = TaskMetric::Field;
    constexpr TaskMetric top1{"top1", Field::Named, 100, Direction::Maximise, Unit::Percent};
    constexpr TaskMetric trueShare{"ptrue", Field::Likelihood, 1, Direction::Maximise, Unit::None};
    constexpr TaskMetric squares{"loss", Field::Named, 1, Direction::Minimise, Unit::None};
    constexpr TaskMetric overlap{"iou", Field::Named, 1, Direction::Maximise, Unit::None};
    constexpr TaskMetric entropy{"bce", Field::Loss, 1, Direction::Minimise, Unit::None};
    constexpr TaskMetric likeness{"ssim", Field::Named, 1, Direction::Maximise, Unit::None};
    constexpr TaskMetric cosine{"cosine", Field::Likelihood, 1, Direction::Maximise, Unit::None};
    constexpr TaskMetric pixelSquares{"mse", Field::Loss, 1, Direction::Minimise, Unit::None};
    switch (kind) {
    case TaskKind::Classes:
    case TaskKind::Tones:
    case TaskKind::ScrambledTones:
    case TaskKind::Jigsaw:
        return {top1, trueShare};
    case TaskKind::Layout:
    case TaskKind::Rotation:
        return {squares, std::nullopt};
    case TaskKind::Segmentation:
        return {overlap, entropy};
    case TaskKind::Normals:
        return {likeness, cosine};
    case TaskKind::Autoencoder:
        return {likeness, pixelSquares};
    }
    KTNAS_ASSERT(false);
}

const std::vector<TaskRecipe>& builtinRecipes()
{
    static const std::vector<TaskRecipe> recipes{
        builtin("object", "Object", "Object", TaskKind::Classes),
        builtin("scramble", "Scrambled tones", "Scramb", TaskKind::ScrambledTones),
        builtin("jigsaw", "Jigsaw", "Jigsaw", TaskKind::Jigsaw),
        builtin("layout", "Layout", "Layout", TaskKind::Layout),
        builtin("segment", "Segmentation", "Segmen", TaskKind::Segmentation),
        builtin("normal", "Normals", "Normal", TaskKind::Normals),
        builtin("autoencode", "Autoencoder", "Autoen", TaskKind::Autoencoder),
    };
    return recipes;
}

const TaskRecipe& builtinRecipe(std::string_view taskName)
{
    const std::vector<TaskRecipe>& recipes = builtinRecipes();
    const auto found = std::find_if(recipes.begin(), recipes.end(),
                                    [taskName](const TaskRecipe& recipe) { return recipe.name == taskName; });
    if (found != recipes.end())
        return *found;
    std::vector<std::string> known(recipes.size());
    std::transform(recipes.begin(), recipes.end(), known.begin(),
                   [](const TaskRecipe& recipe) { return recipe.name; });
    throw Error(ErrorCode::UnknownTask)
        .expecting("one of " + listed(known))
        .butFound(std::string(taskName))
        .hinting("These are the tasks of the built-in benchmark.");
}

} // namespace ktnas
