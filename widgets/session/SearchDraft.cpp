// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/SearchDraft.h"

#include "core/search/Settings.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace ktnas {
namespace {

constexpr std::size_t defaultTaskCount = 3;
constexpr std::uint64_t defaultEvaluations = 150;

} // namespace

std::optional<double> targetJustBelowBest(const Measure& measure)
{
    const std::vector<double> quality = qualities(measure);
    double best = -std::numeric_limits<double>::infinity();
    for (const double value : quality)
        if (value > best)
            best = value;
    if (!std::isfinite(best))
        return std::nullopt;

    double target = best;
    double scale = 100;
    for (int decimals = 2; decimals <= 6; ++decimals, scale *= 10) {
        target = std::floor(best * scale) / scale;
        if (target >= best)
            target = (std::floor(best * scale) - 1) / scale;
        const bool isOnlyBest = std::none_of(quality.begin(), quality.end(), [best, target](double value) {
            return value > target && value < best;
        });
        if (isOnlyBest)
            break;
    }
    return measure.direction == Direction::Maximise ? target : -target;
}

SearchDraft defaultDraft(const Table& table)
{
    std::vector<std::size_t> tasks(std::min(defaultTaskCount, table.tasks().size()));
    std::iota(tasks.begin(), tasks.end(), std::size_t{0});
    SearchDraft draft = withTasks({}, tasks, table);
    const bool hasTarget = std::any_of(draft.stop.targets.begin(), draft.stop.targets.end(),
                                       [](const auto& target) { return target.has_value(); });
    if (!hasTarget)
        draft.stop.evaluations = defaultEvaluations;
    return draft;
}

SearchDraft withTasks(const SearchDraft& draft, const std::vector<std::size_t>& tasks, const Table& table)
{
    const auto oldPlace = [&draft](std::size_t task) -> std::optional<std::size_t> {
        const auto place = std::find(draft.tasks.begin(), draft.tasks.end(), task);
        if (place == draft.tasks.end())
            return std::nullopt;
        return static_cast<std::size_t>(place - draft.tasks.begin());
    };
    SearchDraft changed = draft;
    changed.tasks = tasks;
    changed.learnFrom = LearnFrom::everyone(tasks.size());
    changed.stop.targets.assign(tasks.size(), std::nullopt);
    for (std::size_t target = 0; target < tasks.size(); ++target) {
        const auto oldTarget = oldPlace(tasks[target]);
        changed.stop.targets[target] = oldTarget && *oldTarget < draft.stop.targets.size()
            ? draft.stop.targets[*oldTarget]
            : targetJustBelowBest(table.tasks()[tasks[target]].measure());
        for (std::size_t source = 0; source < tasks.size(); ++source) {
            const auto oldSource = oldPlace(tasks[source]);
            if (target != source && oldTarget && oldSource)
                changed.learnFrom.set(TaskId(static_cast<std::uint16_t>(target)),
                                      TaskId(static_cast<std::uint16_t>(source)),
                                      draft.learnFrom(TaskId(static_cast<std::uint16_t>(*oldTarget)),
                                                      TaskId(static_cast<std::uint16_t>(*oldSource))));
        }
    }
    return changed;
}

QString settingValue(const SearchDraft& draft, const std::string& setting)
{
    for (const auto& [name, value] : draft.changed)
        if (name == setting)
            return QString::fromStdString(value);
    for (const SettingInfo& info : methodInfo(draft.method.toStdString()).settings)
        if (info.name == setting)
            return QString::fromStdString(info.defaultValue);
    return {};
}

SearchDraft withSetting(const SearchDraft& draft, const std::string& setting, const std::string& value)
{
    SearchDraft changed = draft;
    std::erase_if(changed.changed, [&setting](const auto& entry) { return entry.first == setting; });
    if (settingValue(changed, setting).toStdString() != value) {
        changed.changed.emplace_back(setting, value);
        std::sort(changed.changed.begin(), changed.changed.end());
    }
    return changed;
}

} // namespace ktnas
