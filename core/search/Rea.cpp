// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Methods.h"
#include "core/search/Population.h"
#include "core/search/SettingReader.h"
#include "core/search/Variation.h"

#include <algorithm>

namespace ktnas {

namespace {

/// What the method keeps: each task's queue and the settings of the moment.
class Aging {
public:
    Aging(Scene& scene, std::string_view method)
        : m_scene(scene)
        , m_method(method)
        , m_mutator(scene)
        , m_queues(scene.taskCount())
    {
        readSettings();
    }

    void readSettings()
    {
        const SettingReader settings(m_method, m_scene.settings());
        m_size = settings.integer("K");
        m_tournament = settings.integer("S");
        if (m_method == "zero")
            m_mutator.configure(MutantRule::BestProxy, 1, settings.text("proxy"));
        else
            m_mutator.configure(settings.choice<MutantRule>("mutant"), settings.integer("j"),
                                settings.text("proxy"));
        // A queue of another length starts anew as a plain list, oldest first.
        for (Queue& queue : m_queues) {
            std::rotate(queue.parents.begin(),
                        queue.parents.begin() + static_cast<std::ptrdiff_t>(queue.oldest),
                        queue.parents.end());
            queue.oldest = 0;
        }
    }

    std::size_t size() const { return m_size; }

    MemberId bearChild(TaskId task, std::uint32_t slot)
    {
        const Queue& queue = m_queues[task.value];
        Stream draws = m_scene.stream(Purpose::ParentDraw, task, slot);
        const Parent& parent = queue.parents[tournament(queue.parents, m_tournament, draws)];
        const Mutant mutant = m_mutator.mutate(parent.cell, task, slot);
        return m_scene.bear({.task = task,
                             .cell = mutant.cell,
                             .origin = mutant.isEscape ? Origin::Escape : Origin::Mutation,
                             .parent = parent.member});
    }

    /// The youngest joins, the oldest leaves. An individual whose task stopped before it was told stays out.
    void push(TaskId task, MemberId member)
    {
        if (!m_scene.isEvaluated(member))
            return;
        Queue& queue = m_queues[task.value];
        const Parent young{member, m_scene.individual(member).cell, m_scene.individual(member).quality};
        while (queue.parents.size() > m_size) {
            m_scene.emit(Left{queue.parents.front().member, task});
            queue.parents.erase(queue.parents.begin());
        }
        if (queue.parents.size() < m_size) {
            queue.parents.push_back(young);
        } else {
            m_scene.emit(Left{queue.parents[queue.oldest].member, task});
            queue.parents[queue.oldest] = young;
            queue.oldest = (queue.oldest + 1) % m_size;
        }
        m_scene.emit(Joined{member, task});
    }

private:
    /// A ring: `oldest` is replaced next. Order does not matter to a tournament.
    struct Queue {
        Parents parents;
        std::size_t oldest = 0;
    };
    Scene& m_scene;
    std::string_view m_method;
    Mutator m_mutator;
    std::size_t m_size = 0;
    std::size_t m_tournament = 0;
    std::vector<Queue> m_queues;
};

} // namespace

Steps searchByAging(Scene& scene, std::string_view method)
{
    scene.decide();
    Aging aging(scene, method);
    std::vector<std::vector<MemberId>> first;
    scene.beginGeneration();
    bearFirst(scene, aging.size(), first);
    co_await scene.answers();
    for (std::uint16_t t = 0; t < scene.taskCount(); ++t)
        for (const MemberId member : first[t])
            aging.push(TaskId(t), member);

    // A generation is as many steps as there are parents; the tasks take their steps side by side.
    std::vector<MemberId> children(scene.taskCount());
    while (scene.beginGeneration()) {
        for (std::uint32_t step = 0; step < aging.size() && scene.isAnyOpen(); ++step) {
            if (scene.decide())
                aging.readSettings();
            for (std::uint16_t t = 0; t < scene.taskCount(); ++t)
                children[t] = scene.isOpen(TaskId(t)) ? aging.bearChild(TaskId(t), step) : MemberId::none();
            co_await scene.answers();
            for (std::uint16_t t = 0; t < scene.taskCount(); ++t)
                if (!children[t].isNone())
                    aging.push(TaskId(t), children[t]);
        }
    }
}

} // namespace ktnas
