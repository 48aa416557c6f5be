// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Methods.h"
#include "core/search/Population.h"
#include "core/search/SettingReader.h"
#include "core/search/Sigmoid.h"
#include "core/search/Variation.h"

#include <algorithm>
#include <limits>

namespace ktnas {

namespace {

/// How a transfer picks its cell and its neighbours. Order as in the settings.
enum class TransferOrder : std::uint8_t { BestProxy, Random };

/// What the method keeps. Names as in the authors' program: q and p are the remembered rewards of searching
/// by oneself and of the others, `pool` holds every cell that was a task's best at some moment.
class AdaptiveTransfer {
public:
    struct TaskBook {
        Parents queue; ///< oldest first
        std::vector<Parent> pool;
        std::vector<CellId> used; ///< cells of other pools that were transferred here
        double q = 0;
        double p = 0;
        double ownReward = 0;
        double othersReward = 0;
    };

    explicit AdaptiveTransfer(Scene& scene)
        : m_scene(scene)
        , m_mutator(scene)
        , tasks(scene.taskCount())
    {
        readSettings();
    }

    void readSettings()
    {
        const SettingReader settings("mt-nas", m_scene.settings());
        m_size = settings.integer("K");
        m_tournament = settings.integer("S");
        m_steps = settings.integer("steps");
        m_order = settings.choice<TransferOrder>("transfer_order");
        m_mutator.configure(settings.choice<MutantRule>("mutant"), settings.integer("j"),
                            settings.text("proxy"));
    }

    std::size_t size() const { return m_size; }
    std::uint32_t steps() const { return m_steps; }

    /// Books an answer: into the queue, and where it improved the task's best into the pool and the rewards.
    /// `bestBefore` is the task's best before the answer.
    void push(TaskId task, MemberId member, double bestBefore, bool isFirst)
    {
        if (!m_scene.isEvaluated(member))
            return;
        TaskBook& book = tasks[task.value];
        const Parent young{member, m_scene.individual(member).cell, m_scene.individual(member).quality};
        while (book.queue.size() >= m_size) {
            m_scene.emit(Left{book.queue.front().member, task});
            book.queue.erase(book.queue.begin());
        }
        book.queue.push_back(young);
        m_scene.emit(Joined{member, task});
        if (!(young.quality > bestBefore))
            return;
        book.pool.push_back(young);
        if (isFirst)
            return;
        for (std::size_t other = 0; other < tasks.size(); ++other)
            (other == task.value ? tasks[other].ownReward : tasks[other].othersReward) += 1;
    }

    /// True if the task searches by itself this turn. Uses up its rewards.
    bool searchesAlone(TaskId task)
    {
        TaskBook& book = tasks[task.value];
        book.q = 0.1 * book.q + book.ownReward;
        book.p = 0.1 * book.p + book.othersReward;
        book.ownReward = 0;
        book.othersReward = 0;
        const Parents best = bestDistinct(book.queue, m_size);
        int distance = 0;
        for (std::size_t i = 0; i < best.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                distance += m_scene.problem().editDistance(best[i].cell, best[j].cell);
        const double probability = sigmoid(0.001 * distance - 0.045 + book.q - book.p);
        m_scene.emit(Noted{NoteCode::SelfProbability, task, probability});
        return m_scene.stream(Purpose::SelfOrTransfer, task).chance(probability);
    }

    MemberId bearChild(TaskId task, std::uint32_t step)
    {
        const TaskBook& book = tasks[task.value];
        Stream draws = m_scene.stream(Purpose::ParentDraw, task, step);
        const Parent& parent = book.queue[tournament(book.queue, m_tournament, draws)];
        const Mutant mutant = m_mutator.mutate(parent.cell, task, step);
        return m_scene.bear({.task = task,
                             .cell = mutant.cell,
                             .origin = mutant.isEscape ? Origin::Escape : Origin::Mutation,
                             .parent = parent.member});
    }

    /// Takes a cell from the others' pools and asks for it and its most promising neighbours, the most
    /// promising last. Empty if there is nothing to take.
    std::vector<MemberId> bearTransfer(TaskId task)
    {
        struct Offer {
            Parent one;
            TaskId source;
        };
        std::vector<Offer> offers;
        for (std::uint16_t s = 0; s < tasks.size(); ++s)
            if (m_scene.mayLearn(task, TaskId(s)))
                for (const Parent& one : tasks[s].pool) {
                    offers.push_back({one, TaskId(s)});
                    m_scene.emit(Candidate{one.cell, task, TaskId(s), one.member});
                }
        std::vector<MemberId> born;
        if (offers.empty())
            return born;
        TaskBook& book = tasks[task.value];
        const Offer* taken = nullptr;
        double bestScore = 0; // a proxy of zero is a network that passes nothing on: never worth a transfer
        Stream draws = m_scene.stream(Purpose::RandomTransfer, task);
        std::vector<const Offer*> unused;
        for (const Offer& offer : offers) {
            if (std::find(book.used.begin(), book.used.end(), offer.one.cell) != book.used.end())
                continue;
            unused.push_back(&offer);
            const double score = m_order == TransferOrder::BestProxy ? proxyOf(task, offer.one.cell) : 0;
            if (score > bestScore) {
                taken = &offer;
                bestScore = score;
            }
        }
        if (m_order == TransferOrder::Random && !unused.empty())
            taken = unused[draws.below(static_cast<std::uint32_t>(unused.size()))];
        const bool isDrawn = !taken || m_order == TransferOrder::Random;
        if (!taken)
            taken = &offers[draws.below(static_cast<std::uint32_t>(offers.size()))];
        book.used.push_back(taken->one.cell);
        m_scene.emit(Chosen{taken->one.cell, task, 0, isDrawn});

        std::vector<CellId> around;
        if (!m_scene.isSpent(task, taken->one.cell))
            around.push_back(taken->one.cell);
        for (const CellId cell : m_scene.problem().neighbours(taken->one.cell))
            if (!m_scene.isSpent(task, cell))
                around.push_back(cell);
        if (m_order == TransferOrder::BestProxy)
            std::stable_sort(around.begin(), around.end(),
                             [&](CellId a, CellId b) { return proxyOf(task, a) > proxyOf(task, b); });
        else
            draws.shuffle(std::span(around));
        if (around.size() > m_steps)
            around.resize(m_steps);
        std::reverse(around.begin(), around.end());
        for (const CellId cell : around) {
            if (!m_scene.isOpen(task))
                break;
            const bool isMigrant = cell == taken->one.cell;
            born.push_back(m_scene.bear({.task = task,
                                         .cell = cell,
                                         .origin = isMigrant ? Origin::Migrant : Origin::Mutation,
                                         .parent = isMigrant ? MemberId::none() : taken->one.member,
                                         .source = taken->source}));
        }
        return born;
    }

private:
    double proxyOf(TaskId task, CellId cell) const { return m_mutator.proxy(task)->values[cell.value]; }

    Scene& m_scene;
    Mutator m_mutator;
    std::size_t m_size = 0;
    std::size_t m_tournament = 0;
    std::uint32_t m_steps = 0;
    TransferOrder m_order = TransferOrder::BestProxy;

public:
    std::vector<TaskBook> tasks;
};

} // namespace

Steps searchByAdaptiveTransfer(Scene& scene)
{
    scene.decide();
    AdaptiveTransfer method(scene);
    std::vector<std::vector<MemberId>> first;
    scene.beginGeneration();
    bearFirst(scene, method.size(), first);
    co_await scene.answers();
    for (std::uint16_t t = 0; t < scene.taskCount(); ++t) {
        double best = -std::numeric_limits<double>::infinity();
        for (const MemberId member : first[t]) {
            method.push(TaskId(t), member, best, true);
            best = std::max(best, scene.isEvaluated(member) ? scene.individual(member).quality : best);
        }
    }

    while (scene.beginGeneration())
        for (std::uint16_t t = 0; t < scene.taskCount(); ++t) {
            const TaskId task(t);
            if (!scene.isOpen(task))
                continue;
            if (scene.decide())
                method.readSettings();
            const bool isAlone = method.searchesAlone(task);
            if (isAlone) {
                scene.emit(TransferSkipped{task, SkipReason::SelfEvolution});
            } else {
                const std::vector<MemberId> born = method.bearTransfer(task);
                if (!born.empty()) {
                    double best = scene.bestQuality(task);
                    co_await scene.answers();
                    for (const MemberId member : born) {
                        method.push(task, member, best, false);
                        if (scene.isEvaluated(member))
                            best = std::max(best, scene.individual(member).quality);
                    }
                    continue;
                }
                scene.emit(TransferSkipped{task, SkipReason::NoCandidates});
            }
            for (std::uint32_t step = 0; step < method.steps() && scene.isOpen(task); ++step) {
                const double best = scene.bestQuality(task);
                const MemberId child = method.bearChild(task, step);
                co_await scene.answers();
                method.push(task, child, best, false);
            }
        }
}

} // namespace ktnas
