// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/RunResult.h"

#include "core/stats/Intervals.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <variant>

namespace ktnas {

std::uint64_t RunResult::evaluations() const
{
    std::uint64_t sum = 0;
    for (const TaskResult& task : tasks)
        sum += task.evaluations;
    return sum;
}

TaskYardstick::TaskYardstick(const Measure& measure)
    : m_sign(measure.direction == Direction::Maximise ? 1 : -1)
    , m_descending(qualities(measure))
{
    std::erase_if(m_descending, [](double value) { return std::isnan(value); });
    std::ranges::sort(m_descending, std::greater<>());
    if (!m_descending.empty()) {
        m_best = m_descending.front();
        m_span = m_best - median(m_descending);
    }
}

double TaskYardstick::regret(double quality) const
{
    return m_span > 0 ? (m_best - quality) / m_span : std::numeric_limits<double>::quiet_NaN();
}

double TaskYardstick::placeRank(double value) const
{
    const double own = quality(value);
    if (std::isnan(own))
        return own;
    const auto better = std::ranges::lower_bound(m_descending, own, std::greater<>());
    return 1 + static_cast<double>(better - m_descending.begin());
}

RunWatcher::RunWatcher(const std::vector<TaskYardstick>& yardsticks)
    : m_yardsticks(yardsticks)
    , m_tasks(yardsticks.size())
{
}

void RunWatcher::append(const Event& event)
{
    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
        Follow& task = m_tasks[evaluated->task.value];
        const TaskYardstick& yardstick = m_yardsticks[evaluated->task.value];
        if (evaluated->counted) {
            // The previous evaluation's point of the curve is final only now: what was looked up for free
            // between the two belongs to it.
            if (task.result.evaluations >= curveFrom)
                task.regretSum += yardstick.regret(task.bestQuality);
            ++task.result.evaluations;
        }
        const double quality = yardstick.quality(evaluated->value);
        if (quality > task.bestQuality) {
            task.bestQuality = quality;
            task.result.best = evaluated->value;
            task.result.bestCell = evaluated->cell;
        }
    } else if (const auto* met = std::get_if<TargetMet>(&event)) {
        m_tasks[met->task.value].result.isTargetMet = true;
    }
}

std::vector<TaskResult> RunWatcher::results() const
{
    std::vector<TaskResult> results;
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        const Follow& task = m_tasks[i];
        TaskResult result = task.result;
        result.rank = m_yardsticks[i].placeRank(result.best);
        if (result.evaluations >= curveFrom) {
            const double sum = task.regretSum + m_yardsticks[i].regret(task.bestQuality);
            const double aurc = sum / static_cast<double>(result.evaluations - curveFrom + 1);
            // Without any value the regret is infinite, which is no area.
            if (std::isfinite(aurc))
                result.aurc = aurc;
        }
        results.push_back(result);
    }
    return results;
}

} // namespace ktnas
