// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"
#include "core/pictures/LearningTask.h"

namespace ktnas {

/// What the zero network comes to: its answer does not depend on the picture, so the best that it can give is
/// the constant with the least loss on the training answers. Class tasks: the shares of the classes; squared
/// error: the mean; binary cross-entropy: the share of ones (a half more of each, so that a class that never
/// occurs is not impossible); cosine: the direction of the mean. Where a network answers with a map, the zero
/// network's is the same at every pixel. The constant is judged as a network's answers are. Nothing is
/// trained: no curve, no parameters, no time.
TrainingOutcome constantOutcome(const LearningTask& task);

} // namespace ktnas
