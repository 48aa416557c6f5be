// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/MapColouring.h"

#include "core/stats/Intervals.h"
#include "widgets/models/CellWords.h"
#include "widgets/style/Numbers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ktnas {
namespace {

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

QString taskTitle(const Session& session, std::size_t task)
{
    return QString::fromStdString(session.table()->tasks()[task].title);
}

QString shortTitle(const Session& session, std::size_t task)
{
    return QString::fromStdString(session.table()->tasks()[task].shortTitle);
}

} // namespace

std::vector<ColourChoice> MapColouring::choices(const Session& session)
{
    std::vector<ColourChoice> result;
    if (!session.table())
        return result;
    const std::size_t tasks = session.table()->tasks().size();
    for (std::size_t t = 0; t < tasks; ++t)
        result.push_back({ColourChoice::By::Rank, t});
    for (std::size_t t = 0; t < tasks; ++t)
        result.push_back({ColourChoice::By::Value, t});
    if (tasks > 1)
        result.push_back({ColourChoice::By::RankDifference, 0});
    result.push_back({ColourChoice::By::Generation, 0});
    for (std::size_t a = 0; a < session.table()->content().attributes.size(); ++a)
        result.push_back({ColourChoice::By::Attribute, a});
    return result;
}

QString MapColouring::name(const Session& session, const ColourChoice& choice)
{
    switch (choice.by) {
    case ColourChoice::By::Rank:
        return tr("Rank on %1").arg(taskTitle(session, choice.index));
    case ColourChoice::By::Value:
        return tr("Value on %1").arg(taskTitle(session, choice.index));
    case ColourChoice::By::RankDifference:
        return tr("Difference of two ranks");
    case ColourChoice::By::Generation:
        return tr("Generation that looked it up");
    case ColourChoice::By::Attribute:
        return QString::fromStdString(session.table()->content().attributes[choice.index].name)
            .replace(u'_', u' ');
    }
    return {};
}

MapColouring MapColouring::make(const Session& session, const ColourChoice& choice)
{
    MapColouring colouring;
    const Table& table = *session.table();
    colouring.values.assign(table.rowCount(), nothing);
    colouring.heading = name(session, choice);
    switch (choice.by) {
    case ColourChoice::By::Rank:
        colouring.colourByRank(session, choice.index);
        break;
    case ColourChoice::By::Value: {
        const Measure& measure = table.tasks()[choice.index].measure();
        colouring.colourByValues(measure.values, CellWords::decimals(measure),
                                 measure.direction == Direction::Minimise, true);
        break;
    }
    case ColourChoice::By::RankDifference:
        colouring.colourByDifference(session);
        break;
    case ColourChoice::By::Generation:
        colouring.colourByGeneration(session);
        break;
    case ColourChoice::By::Attribute:
        colouring.colourByValues(table.content().attributes[choice.index].values, 2, false, false);
        break;
    }
    return colouring;
}

void MapColouring::colourByRank(const Session& session, std::size_t task)
{
    const auto& ranks = session.ranks(task);
    const auto last = static_cast<float>(std::max<std::size_t>(2, ranks.size()) - 1);
    for (std::size_t row = 0; row < ranks.size(); ++row) {
        if (ranks[row] != 0)
            values[row] = 1 - static_cast<float>(ranks[row] - 1) / last;
    }
    legend = {formatCount(static_cast<std::int64_t>(ranks.size())), formatCount(1),
              MapLegend::BetterEnd::High, MapScale::Sequential};
}

void MapColouring::colourByValues(const std::vector<double>& numbers, int decimals, bool smallerIsBetter,
                                  bool hasBetter)
{
    std::vector<double> present;
    std::copy_if(numbers.begin(), numbers.end(), std::back_inserter(present),
                 [](double value) { return !std::isnan(value); });
    if (present.empty())
        return;
    // A few diverged cells must not flatten the rest: the ends are the 1 % and 100 % (or 0 % and 99 %)
    // quantiles.
    const double low = quantile(present, smallerIsBetter ? 0 : 0.01);
    const double high = quantile(present, smallerIsBetter ? 0.99 : 1);
    const double width = high > low ? high - low : 1;
    for (std::size_t row = 0; row < numbers.size(); ++row) {
        if (std::isnan(numbers[row]))
            continue;
        const double share = std::clamp((numbers[row] - low) / width, 0.0, 1.0);
        values[row] = static_cast<float>(smallerIsBetter ? 1 - share : share);
    }
    legend.low = formatNumber(smallerIsBetter ? high : low, decimals);
    legend.high = formatNumber(smallerIsBetter ? low : high, decimals);
    legend.better = hasBetter ? MapLegend::BetterEnd::High : MapLegend::BetterEnd::None;
}

void MapColouring::colourByDifference(const Session& session)
{
    const TaskPair pair = session.pair();
    const auto& source = session.ranks(pair.source);
    const auto& target = session.ranks(pair.target);
    scale = MapScale::Signed;
    heading =
        tr("Rank on %1 − rank on %2").arg(taskTitle(session, pair.source), taskTitle(session, pair.target));
    std::vector<double> magnitudes;
    for (std::size_t row = 0; row < source.size(); ++row) {
        if (source[row] != 0 && target[row] != 0)
            magnitudes.push_back(std::abs(static_cast<double>(source[row]) - target[row]));
    }
    if (magnitudes.empty())
        return;
    const double end = std::max(1.0, quantile(magnitudes, 0.95));
    for (std::size_t row = 0; row < source.size(); ++row) {
        if (source[row] == 0 || target[row] == 0)
            continue;
        const double difference = static_cast<double>(source[row]) - target[row];
        values[row] = static_cast<float>(0.5 + 0.5 * std::clamp(difference / end, -1.0, 1.0));
    }
    legend.scale = MapScale::Signed;
    legend.low = formatSigned(-end);
    legend.high = tr("%1, better on %2").arg(formatSigned(end), shortTitle(session, pair.target));
    legend.better = MapLegend::BetterEnd::None;
}

void MapColouring::colourByGeneration(const Session& session)
{
    legend.better = MapLegend::BetterEnd::None;
    const RunController* run = session.currentRun();
    if (run == nullptr)
        return;
    const RecordIndex& index = run->index();
    const auto generations = index.generations();
    const EventIndex cursor = session.cursor().position();
    const auto last = static_cast<float>(std::max<std::size_t>(2, generations.size()) - 1);
    for (std::size_t row = 0; row < values.size(); ++row) {
        const auto at = index.firstEvaluation(session.table()->cellAt(row));
        if (!at || *at >= cursor)
            continue;
        const auto after = std::upper_bound(generations.begin(), generations.end(), *at);
        values[row] = static_cast<float>(after - generations.begin() - 1) / last;
    }
    legend.low = formatCount(0);
    legend.high = formatCount(static_cast<std::int64_t>(last));
}

} // namespace ktnas
