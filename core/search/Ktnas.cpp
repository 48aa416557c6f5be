// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Election.h"
#include "core/search/Methods.h"
#include "core/search/Population.h"
#include "core/search/SettingReader.h"
#include "core/search/TransferRank.h"
#include "core/search/Variation.h"

#include <algorithm>

namespace ktnas {

namespace {

// The switches of the method's open points. Order as in the settings.
enum class LabelIn : std::uint8_t { NextParents, BeforeTruncation };
enum class LabelOf : std::uint8_t { Children, Self, SelfOrChild };
enum class Mating : std::uint8_t { Separate, Merged, MigrantsWin };

class TransferRankSearch {
public:
    explicit TransferRankSearch(Scene& scene)
        : m_scene(scene)
        , m_mutator(scene)
        , m_election(scene)
        , m_parents(scene.taskCount())
        , m_born(scene.taskCount())
    {
        readSettings();
    }

    void readSettings()
    {
        const SettingReader settings("ktnas", m_scene.settings());
        m_size = settings.integer("K");
        m_tournament = settings.integer("S");
        m_offspring = settings.integer("offspring");
        m_ratio = settings.real("r");
        m_mating = settings.choice<Mating>("mating");
        m_labelIn = settings.choice<LabelIn>("label_in");
        m_labelOf = settings.choice<LabelOf>("label_of");
        m_isChildlessNegative = settings.isOn("childless", "negative");
        m_isFree = settings.isOn("tp_evaluated", "free");
        m_isAging = settings.isOn("survival", "aging");
        m_isSequential = settings.isOn("order", "sequential");
        m_mutator.configure(settings.choice<MutantRule>("mutant"), settings.integer("j"),
                            settings.text("proxy"));
        m_election.readSettings(settings);
    }

    void bearFirstParents() { bearFirst(m_scene, m_size, m_born); }

    void settleFirstParents(TaskId task)
    {
        Parents all;
        for (const MemberId member : m_born[task.value])
            appendEvaluated(m_scene, member, all);
        settle(task, all);
    }

    /// What every task sees of the others in this generation.
    void takeSnapshot() { m_snapshot = m_parents; }

    void bearMigrants(TaskId task)
    {
        m_migrants.clear();
        m_children.clear();
        m_election.hold(task, m_isSequential ? m_parents : m_snapshot, m_parents[task.value],
                        m_mutator.proxy(task));
        for (const Nominee& nominee : m_election.chosen()) {
            if (!m_scene.isOpen(task))
                break;
            m_migrants.push_back(m_scene.bear({.task = task,
                                               .cell = nominee.cell,
                                               .origin = Origin::Migrant,
                                               .source = nominee.source,
                                               .free = m_isFree}));
        }
    }

    void bearOffspring(TaskId task)
    {
        Parents merged = m_parents[task.value];
        if (m_mating == Mating::Merged) {
            for (const MemberId migrant : m_migrants)
                appendEvaluated(m_scene, migrant, merged);
            merged = bestDistinct(merged, merged.size());
        }
        for (std::uint32_t slot = 0; slot < m_offspring && m_scene.isOpen(task); ++slot) {
            const MemberId parent = parentOf(task, merged, slot);
            const Mutant mutant = m_mutator.mutate(m_scene.individual(parent).cell, task, slot);
            m_children.push_back(m_scene.bear({.task = task,
                                               .cell = mutant.cell,
                                               .origin = mutant.isEscape ? Origin::Escape : Origin::Mutation,
                                               .parent = parent}));
        }
    }

    /// New parents out of parents, offspring and migrants, then the migrants' labels.
    void select(TaskId task)
    {
        Parents all = m_parents[task.value];
        const auto append = [&](const std::vector<MemberId>& members) {
            for (const MemberId member : members)
                appendEvaluated(m_scene, member, all);
        };
        // Migrants are older than the offspring. Truncation lists them last, so that of equals a child stays.
        append(m_isAging ? m_migrants : m_children);
        append(m_isAging ? m_children : m_migrants);
        settle(task, all);
        if (m_migrants.empty())
            return;
        const Parents order = m_labelIn == LabelIn::BeforeTruncation
            ? bestDistinct(all, all.size())
            : bestDistinct(m_parents[task.value], m_size);
        const std::span elite(order.data(), std::min(order.size(), eliteCount(m_ratio, order.size())));
        for (const MemberId migrant : m_migrants)
            if (m_scene.isEvaluated(migrant))
                label(task, migrant, elite);
    }

private:
    void settle(TaskId task, const Parents& all)
    {
        replaceParents(m_scene, task, m_parents[task.value],
                       m_isAging ? youngestDistinct(all, m_size) : bestDistinct(all, m_size));
    }

    MemberId parentOf(TaskId task, const Parents& merged, std::uint32_t slot) const
    {
        if (!m_migrants.empty()) {
            if (m_mating == Mating::MigrantsWin)
                return m_migrants[slot % m_migrants.size()];
            if (m_mating == Mating::Separate && slot < m_migrants.size())
                return m_migrants[slot];
        }
        Stream draws = m_scene.stream(Purpose::ParentDraw, task, slot);
        return merged[tournament(merged, m_tournament, draws)].member;
    }

    void label(TaskId task, MemberId migrant, std::span<const Parent> elite)
    {
        const CellId cell = m_scene.individual(migrant).cell;
        bool hasChild = false;
        MemberId bestChild;
        for (const MemberId child : m_children)
            if (m_scene.individual(child).parent == migrant && m_scene.isEvaluated(child)) {
                hasChild = true;
                if (bestChild.isNone()
                    || m_scene.individual(child).quality > m_scene.individual(bestChild).quality)
                    bestChild = child;
            }
        const auto isElite = [&](CellId wanted) {
            return std::any_of(elite.begin(), elite.end(),
                               [&](const Parent& one) { return one.cell == wanted; });
        };
        const bool isSelfElite = m_labelOf != LabelOf::Children && isElite(cell);
        const bool isChildElite =
            m_labelOf != LabelOf::Self && hasChild && isElite(m_scene.individual(bestChild).cell);
        if (!hasChild && m_labelOf == LabelOf::Children && !m_isChildlessNegative)
            return;
        m_election.remember(task, migrant, isSelfElite || isChildElite ? 1 : -1, bestChild);
    }

    Scene& m_scene;
    Mutator m_mutator;
    Election m_election;
    std::vector<Parents> m_parents; ///< by task
    std::vector<Parents> m_snapshot; ///< by task
    std::vector<std::vector<MemberId>> m_born; ///< first individuals by task
    std::vector<MemberId> m_migrants; ///< of the task under way
    std::vector<MemberId> m_children; ///< of the task under way

    std::size_t m_size = 0;
    std::size_t m_tournament = 0;
    std::uint32_t m_offspring = 0;
    double m_ratio = 0;
    Mating m_mating = Mating::Separate;
    LabelIn m_labelIn = LabelIn::NextParents;
    LabelOf m_labelOf = LabelOf::Children;
    bool m_isChildlessNegative = true;
    bool m_isFree = false;
    bool m_isAging = false;
    bool m_isSequential = false;
};

} // namespace

Steps searchByTransferRank(Scene& scene)
{
    scene.decide();
    TransferRankSearch search(scene);
    scene.beginGeneration();
    search.bearFirstParents();
    co_await scene.answers();
    for (std::uint16_t t = 0; t < scene.taskCount(); ++t)
        search.settleFirstParents(TaskId(t));

    while (scene.beginGeneration()) {
        search.takeSnapshot();
        for (std::uint16_t t = 0; t < scene.taskCount(); ++t) {
            const TaskId task(t);
            if (!scene.isOpen(task))
                continue;
            if (scene.decide())
                search.readSettings();
            search.bearMigrants(task);
            co_await scene.answers();
            search.bearOffspring(task);
            co_await scene.answers();
            search.select(task);
        }
    }
}

} // namespace ktnas
