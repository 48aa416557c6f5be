// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Learner.h"
#include "core/learn/work/TrainingJob.h"

#include <functional>
#include <memory>

namespace ktnas {

/// What a worker works with; a test gives it other things.
struct WorkerServices {
    std::function<std::shared_ptr<Learner>()> learner; ///< called at the first job that needs it
    std::function<std::shared_ptr<const LearningTask>(const TaskSource&)> task; ///< called for every job
};

/// The worker's end of a WorkerPool: takes orders from the socket, one at a time, and answers, until the
/// other end closes it; then the process ends at once, even in the middle of a training. Returns 0 when the
/// other end was closed between two jobs. `socket` is a file descriptor.
///
/// A training that takes long leaves a checkpoint each half minute where its job says so, and goes on from it
/// if it is there; it is removed when the training is done.
int runWorker(int socket, const WorkerServices& services);

/// The real thing: openLearner() and derived tasks that are kept.
WorkerServices workerServices();

} // namespace ktnas
