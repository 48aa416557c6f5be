// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/RowChoice.h"

#include "core/base/Error.h"
#include "core/base/Random.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <tuple>

#include <fmt/format.h>

namespace ktnas {
namespace {

std::vector<std::uint32_t> ordered(const PicturePart& part, const TaskRecipe& recipe)
{
    if (recipe.order == RowOrder::Mixed)
        return mixedOrder(part, recipe.seed);
    std::vector<std::uint32_t> rows(part.count);
    std::iota(rows.begin(), rows.end(), 0U);
    return rows;
}

void keepFirst(std::vector<std::uint32_t>& rows, std::size_t most)
{
    if (most > 0 && rows.size() > most)
        rows.resize(most);
}

/// Takes rows from the end of a list, at most a fifth of `whole`.
std::vector<std::uint32_t> takenFromEnd(std::vector<std::uint32_t>& rows, std::size_t whole, std::size_t most)
{
    const std::size_t count = std::min({rows.size(), whole / 5, most == 0 ? whole : most});
    std::vector<std::uint32_t> taken(rows.rbegin(), rows.rbegin() + static_cast<std::ptrdiff_t>(count));
    rows.resize(rows.size() - count);
    return taken;
}

/// The test part's rows for validation and test.
void shareTest(const PicturePart& part, const TaskRecipe& recipe, RowChoice& choice)
{
    std::vector<std::uint32_t> rows = ordered(part, recipe);
    std::size_t validCount = recipe.validRows == 0 ? rows.size() / 2 : recipe.validRows;
    const std::size_t wanted = validCount + recipe.testRows;
    if (wanted > rows.size())
        validCount =
            recipe.testRows == 0 ? std::min(validCount, rows.size() / 2) : rows.size() * validCount / wanted;
    const auto border = rows.begin() + static_cast<std::ptrdiff_t>(validCount);
    choice.valid = {&part, {rows.begin(), border}};
    rows.erase(rows.begin(), border);
    keepFirst(rows, recipe.testRows);
    choice.test = {&part, std::move(rows)};
}

void requireRows(const ChosenRows& chosen, const PictureSet& set, const char* what)
{
    if (!chosen.rows.empty())
        return;
    throw Error(ErrorCode::PicturesUnusable)
        .inFile(set.path)
        .expecting(fmt::format("at least one picture for {}", what))
        .butFound("none")
        .hinting("Use a set with more pictures.");
}

} // namespace

std::vector<std::uint32_t> mixedOrder(const PicturePart& part, std::uint64_t seed)
{
    std::map<std::int32_t, std::vector<std::uint32_t>> byClass;
    for (std::uint32_t row = 0; row < part.count; ++row)
        byClass[part.labels.empty() ? 0 : part.labels[0][row]].push_back(row);
    // Picture k of a class of n stands at (k + ½) / n of the whole: equal steps for every class.
    std::vector<std::tuple<double, std::int32_t, std::uint32_t>> places;
    places.reserve(part.count);
    for (auto& [label, rows] : byClass) {
        Stream stream({.seed = seed,
                       .purpose = Purpose::PictureSplit,
                       .task = static_cast<std::uint16_t>(part.split),
                       .generation = static_cast<std::uint32_t>(label)});
        stream.shuffle(std::span(rows));
        for (std::size_t k = 0; k < rows.size(); ++k)
            places.emplace_back((static_cast<double>(k) + 0.5) / static_cast<double>(rows.size()), label,
                                rows[k]);
    }
    std::sort(places.begin(), places.end());
    std::vector<std::uint32_t> order;
    order.reserve(places.size());
    for (const auto& place : places)
        order.push_back(std::get<std::uint32_t>(place));
    return order;
}

RowChoice chooseRows(const PictureSet& set, const TaskRecipe& recipe)
{
    const PicturePart* train = set.part(Split::Train);
    const PicturePart* valid = set.part(Split::Valid);
    const PicturePart* test = set.part(Split::Test);
    if (!train || train->count == 0)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(set.path)
            .expecting("training pictures")
            .butFound("none")
            .hinting("Name the folder that has the training pictures too.");
    RowChoice choice;
    if (valid)
        choice.valid = {valid, ordered(*valid, recipe)};
    if (test)
        choice.test = {test, ordered(*test, recipe)};
    if (!valid && test && recipe.validFrom == ValidFrom::Test)
        shareTest(*test, recipe, choice);
    keepFirst(choice.valid.rows, recipe.validRows);
    keepFirst(choice.test.rows, recipe.testRows);
    choice.train.part = train;
    if (choice.valid.part && choice.test.part) {
        choice.train.rows = ordered(*train, recipe);
    } else {
        std::vector<std::uint32_t> rows = mixedOrder(*train, recipe.seed);
        if (!choice.valid.part)
            choice.valid = {train, takenFromEnd(rows, train->count, recipe.validRows)};
        if (!choice.test.part)
            choice.test = {train, takenFromEnd(rows, train->count, recipe.testRows)};
        if (recipe.order == RowOrder::File)
            std::sort(rows.begin(), rows.end());
        choice.train.rows = std::move(rows);
    }
    keepFirst(choice.train.rows, recipe.trainRows);
    requireRows(choice.train, set, "training");
    requireRows(choice.valid, set, "validation");
    requireRows(choice.test, set, "the test");
    return choice;
}

} // namespace ktnas
