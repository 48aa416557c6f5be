// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/LearningTask.h"
#include "core/pictures/PictureSet.h"
#include "core/pictures/TaskRecipe.h"

#include <memory>
#include <stop_token>

namespace ktnas {

/// The recipe with everything filled in that depends on the pictures: titles, label set, side, figure, noise,
/// and the rows that each split will really have. A settled recipe settles to itself. Throws BadPlan (with
/// the key: "side", "labels", "tones", "noise", "code", "name") for what cannot be asked of these pictures,
/// and PicturesUnusable for pictures that cannot give the task: too few or too small, one class only. Cheap:
/// looks at the borders of a thousand pictures at most.
TaskRecipe settled(const PictureSet& set, const TaskRecipe& recipe);

/// Makes a task of pictures. Same pictures and recipe: same bits, on every machine and with any number of
/// threads (0: threadLimit()). What is made of a picture depends on the recipe's seed, the split and the row
/// that the picture has in its file, and not on how many others are taken; only the normalisation, by mean
/// and deviation of all training inputs, does. Before it, inputs and pixel answers are multiples of 2⁻¹².
/// Throws what settled() throws, OutOfMemory and Cancelled. Cost: 8,192 + 10,000 pictures of 28 × 28 take 0.1
/// to 1 second of processor time, by kind; 4 bytes a number.
std::shared_ptr<const LearningTask> makeTask(const PictureSet& set, const TaskRecipe& recipe,
                                             unsigned threads = 0, const std::stop_token& stop = {});

} // namespace ktnas
