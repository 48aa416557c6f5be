// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Methods.h"
#include "core/search/Population.h"
#include "core/search/SettingReader.h"

namespace ktnas {

Steps searchAtRandom(Scene& scene)
{
    std::vector<Parents> best(scene.taskCount());
    std::vector<MemberId> born;
    std::size_t keep = SettingReader("random", scene.settings()).integer("K");
    while (scene.beginGeneration()) {
        for (std::uint16_t t = 0; t < scene.taskCount(); ++t) {
            const TaskId task(t);
            if (!scene.isOpen(task))
                continue;
            if (scene.decide())
                keep = SettingReader("random", scene.settings()).integer("K");
            born.clear();
            for (std::size_t slot = 0; slot < keep && scene.isOpen(task); ++slot) {
                Stream draws = scene.stream(Purpose::InitialCell, task, static_cast<std::uint32_t>(slot));
                const CellId cell = scene.freshCell(task, draws);
                born.push_back(scene.bear({.task = task, .cell = cell}));
            }
            co_await scene.answers();
            Parents all = best[t];
            for (const MemberId member : born)
                appendEvaluated(scene, member, all);
            replaceParents(scene, task, best[t], bestDistinct(all, keep));
        }
    }
}

} // namespace ktnas
