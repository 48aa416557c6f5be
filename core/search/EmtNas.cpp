// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Methods.h"
#include "core/search/Population.h"
#include "core/search/SettingReader.h"
#include "core/search/Variation.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

/// What the method keeps. The mating is that of the authors' program: parents of all tasks in one list, pairs
/// drawn by roulette with each task's fitness normalised to its own sum, until every task has its children.
class Mating {
public:
    explicit Mating(Scene& scene)
        : m_scene(scene)
        , m_mutator(scene)
        , parents(scene.taskCount())
        , children(scene.taskCount())
    {
        readSettings();
    }

    void readSettings()
    {
        const SettingReader settings("emt-nas", m_scene.settings());
        m_size = settings.integer("K");
        m_matingProbability = settings.real("rmp");
        m_mutator.configure(settings.choice<MutantRule>("mutant"), settings.integer("j"),
                            settings.text("proxy"));
    }

    std::size_t size() const { return m_size; }

    void bearChildren()
    {
        for (auto& list : children)
            list.clear();
        m_slot = 0;
        collect();
        if (m_all.empty())
            return;
        // The authors draw 100 pairs for each child that is wanted, and stop there.
        const std::size_t attempts = 100 * m_size * parents.size();
        Stream draws = m_scene.stream(Purpose::ParentDraw, TaskId(0));
        for (std::size_t i = 0; i < attempts && isAnyWanted(); ++i) {
            const Place& a = spin(draws);
            const Place& b = spin(draws);
            mate(a, b, draws);
        }
    }

private:
    struct Place {
        Parent one;
        TaskId task;
        double until = 0; ///< running sum of the weights
    };

    bool isWanted(TaskId task) const { return children[task.value].size() < m_size && m_scene.isOpen(task); }
    bool isAnyWanted() const
    {
        for (std::uint16_t t = 0; t < m_scene.taskCount(); ++t)
            if (isWanted(TaskId(t)))
                return true;
        return false;
    }

    /// One list of all parents with their share of the wheel. Qualities that are not all positive (losses)
    /// are moved so that the worst has a tenth of the range.
    void collect()
    {
        m_all.clear();
        double sum = 0;
        for (std::uint16_t t = 0; t < parents.size(); ++t) {
            double low = std::numeric_limits<double>::infinity();
            double high = -low;
            for (const Parent& one : parents[t])
                if (std::isfinite(one.quality)) {
                    low = std::min(low, one.quality);
                    high = std::max(high, one.quality);
                }
            const double shift = low > 0 ? 0 : high > low ? (high - low) / 10 - low : 1 - low;
            const auto weight = [&](const Parent& one) {
                return std::isfinite(one.quality) ? one.quality + shift : 0;
            };
            double total = 0;
            for (const Parent& one : parents[t])
                total += weight(one);
            for (const Parent& one : parents[t]) {
                sum += total > 0 ? weight(one) / total : 1.0 / static_cast<double>(parents[t].size());
                m_all.push_back({one, TaskId(t), sum});
            }
        }
    }

    const Place& spin(Stream& draws) const
    {
        const double at = draws.unit() * m_all.back().until;
        const auto place =
            std::upper_bound(m_all.begin(), m_all.end(), at,
                             [](double wanted, const Place& one) { return wanted < one.until; });
        return place == m_all.end() ? m_all.back() : *place;
    }

    void mate(const Place& a, const Place& b, Stream& draws)
    {
        const Space& space = m_scene.problem().space();
        if (a.task == b.task) {
            if (!isWanted(a.task))
                return;
            const auto [x, y] = cross(space, a, b);
            bear(a.task, x, a, &b);
            if (isWanted(b.task))
                bear(b.task, y, b, &a);
            return;
        }
        const bool isCrossed = draws.chance(m_matingProbability);
        const bool isSwapped = draws.chance(0.5);
        if (!isWanted(a.task) && !isWanted(b.task))
            return;
        std::pair<CellId, CellId> made{a.one.cell, b.one.cell};
        if (isCrossed)
            made = cross(space, a, b);
        // Without leave to learn from the other a task gets a mutant of its own parent.
        if (isWanted(a.task)) {
            if (!m_scene.mayLearn(a.task, b.task))
                bear(a.task, a.one.cell, a, nullptr);
            else if (isCrossed)
                bear(a.task, isSwapped ? made.second : made.first, a, &b);
            else
                bear(a.task, isSwapped ? made.second : made.first, isSwapped ? b : a, nullptr);
        }
        if (isWanted(b.task)) {
            if (!m_scene.mayLearn(b.task, a.task))
                bear(b.task, b.one.cell, b, nullptr);
            else if (isCrossed)
                bear(b.task, isSwapped ? made.first : made.second, b, &a);
            else
                bear(b.task, isSwapped ? made.first : made.second, isSwapped ? a : b, nullptr);
        }
    }

    std::pair<CellId, CellId> cross(const Space& space, const Place& a, const Place& b)
    {
        Stream draws = m_scene.stream(Purpose::CrossoverDraw, TaskId(0), m_slot);
        const auto [x, y] = space.crossover(space.cell(a.one.cell), space.cell(b.one.cell), draws);
        return {space.ordinal(x), space.ordinal(y)};
    }

    void bear(TaskId task, CellId from, const Place& parent, const Place* other)
    {
        const Mutant mutant = m_mutator.mutate(from, task, m_slot++);
        children[task.value].push_back(
            m_scene.bear({.task = task,
                          .cell = mutant.cell,
                          .origin = mutant.isEscape ? Origin::Escape
                              : other               ? Origin::Crossover
                                                    : Origin::Mutation,
                          .parent = parent.one.member,
                          .otherParent = other ? other->one.member : MemberId::none(),
                          .source = parent.task != task      ? parent.task
                              : other && other->task != task ? other->task
                                                             : TaskId::none()}));
    }

    Scene& m_scene;
    Mutator m_mutator;
    std::size_t m_size = 0;
    double m_matingProbability = 0;
    std::vector<Place> m_all;
    std::uint32_t m_slot = 0;

public:
    std::vector<Parents> parents; ///< by task
    std::vector<std::vector<MemberId>> children; ///< by task, of this generation
};

} // namespace

Steps searchByMating(Scene& scene)
{
    scene.decide();
    Mating mating(scene);
    scene.beginGeneration();
    bearFirst(scene, mating.size(), mating.children);
    bool isRunning = true;
    while (isRunning) {
        co_await scene.answers();
        for (std::uint16_t t = 0; t < scene.taskCount(); ++t) {
            if (mating.children[t].empty())
                continue;
            Parents all = mating.parents[t];
            for (const MemberId member : mating.children[t])
                appendEvaluated(scene, member, all);
            replaceParents(scene, TaskId(t), mating.parents[t], bestDistinct(all, mating.size()));
        }
        isRunning = scene.beginGeneration();
        if (isRunning) {
            if (scene.decide())
                mating.readSettings();
            mating.bearChildren();
        }
    }
}

} // namespace ktnas
