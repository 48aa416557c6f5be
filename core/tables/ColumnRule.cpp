// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ColumnRule.h"

#include "core/base/Text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ktnas {
namespace {

using Words = std::span<const std::string_view>;

std::optional<Split> splitOf(std::string_view word)
{
    for (const Split split : {Split::Train, Split::Valid, Split::Test}) {
        if (word == name(split))
            return split;
    }
    return std::nullopt;
}

std::optional<int> epochOf(std::string_view word)
{
    constexpr std::string_view prefix = "epoch";
    if (!word.starts_with(prefix))
        return std::nullopt;
    const auto number = parseInteger(word.substr(prefix.size()));
    if (!number || *number < 1 || *number > 1'000'000)
        return std::nullopt;
    return static_cast<int>(*number);
}

bool isPercentage(std::string_view metric)
{
    constexpr std::array<std::string_view, 6> names{"acc", "accuracy", "top1", "top5", "mIoU", "miou"};
    return std::find(names.begin(), names.end(), metric) != names.end();
}

bool isMinimised(Words metric)
{
    constexpr std::array<std::string_view, 9> names{"loss", "error", "err", "mse",       "mae",
                                                    "rmse", "ce",    "bce", "perplexity"};
    return std::find_first_of(metric.begin(), metric.end(), names.begin(), names.end()) != metric.end();
}

std::string joined(Words words)
{
    return fmt::format("{}", fmt::join(words, "_"));
}

} // namespace

std::optional<MeasuredColumn> measuredColumn(std::string_view title)
{
    const std::vector<std::string_view> pieces = split(title, '_');
    Words words = pieces;
    MeasuredColumn column;
    column.measure.epoch = epochOf(words.back());
    if (column.measure.epoch)
        words = words.first(words.size() - 1);
    for (std::size_t i = words.size(); i-- > 2;) {
        const std::optional<Split> found = splitOf(words[i - 1]);
        if (!found)
            continue;
        column.task = joined(words.first(i - 1));
        if (column.task.empty() || joined(words.subspan(i)).empty())
            continue;
        column.measure.split = *found;
        Words metric = words.subspan(i);
        if (isMinimised(metric)) {
            column.measure.direction = Direction::Minimise;
            if (metric.size() > 1 && metric.front() == "neg") {
                column.measure.negatedInFile = true;
                metric = metric.subspan(1);
            }
        }
        column.measure.metric = joined(metric);
        if (isPercentage(column.measure.metric))
            column.measure.unit = Unit::Percent;
        return column;
    }
    return std::nullopt;
}

std::string columnName(std::string_view task, const Measure& measure)
{
    return fmt::format("{}_{}_{}{}{}", task, name(measure.split), measure.negatedInFile ? "neg_" : "",
                       measure.metric, measure.epoch ? fmt::format("_epoch{}", *measure.epoch) : "");
}

} // namespace ktnas
