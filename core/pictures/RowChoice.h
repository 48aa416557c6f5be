// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"
#include "core/pictures/TaskRecipe.h"

#include <cstdint>
#include <vector>

namespace ktnas {

/// Pictures of one split of a task: rows of a part of the set.
struct ChosenRows {
    const PicturePart* part = nullptr;
    std::vector<std::uint32_t> rows;
};

struct RowChoice {
    ChosenRows train;
    ChosenRows valid;
    ChosenRows test;
};

/// Which pictures a recipe takes. A split that the set has gives its own, the first ones in the recipe's
/// order. Without validation pictures: the test part gives both where there is one and `validFrom` is Test
/// (validation first; in the proportion of the numbers asked for where there are too few), else the training
/// part does. Without test pictures the training part gives them. What the training part gives is drawn by
/// class, at most a fifth of it for each split, from the far end of its mixed order; so a smaller number of
/// training rows is always the beginning of a larger one. Orders and draws depend on the recipe's seed and
/// the set's first labels only, so all tasks of one seed share their splits. Throws PicturesUnusable where a
/// split would be empty.
RowChoice chooseRows(const PictureSet& set, const TaskRecipe& recipe);

/// All rows of a part, every class in proportion in each beginning of the list; within a class in an order
/// drawn from the seed.
std::vector<std::uint32_t> mixedOrder(const PicturePart& part, std::uint64_t seed);

} // namespace ktnas
