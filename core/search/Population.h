// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/Scene.h"

#include <cstddef>
#include <span>
#include <vector>

namespace ktnas {

/// A task's parents. Where survival is truncation they are sorted, best first; with aging, oldest first.
using Parents = std::vector<Parent>;

/// The best `keep` distinct cells of a list: larger quality first, equal ones in the list's order.
Parents bestDistinct(std::span<const Parent> all, std::size_t keep);
/// The last `keep` distinct cells of a list, in the list's order; of equal cells the first stays.
Parents youngestDistinct(std::span<const Parent> all, std::size_t keep);
/// Puts `next` in the place of a task's parents and tells who left and who joined.
void replaceParents(Scene& scene, TaskId task, Parents& parents, Parents next);
/// Puts an individual that has its value at the end of a list; one without (its task stopped before) is left
/// out.
void appendEvaluated(const Scene& scene, MemberId member, Parents& list);
/// Makes `count` random individuals for each task, as every method here begins. Their values are asked for.
void bearFirst(Scene& scene, std::size_t count, std::vector<std::vector<MemberId>>& members);

} // namespace ktnas
