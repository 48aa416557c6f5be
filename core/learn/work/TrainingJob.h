// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/learn/api/Learner.h"
#include "core/learn/api/Network.h"
#include "core/learn/api/Training.h"
#include "core/pictures/TaskRecipe.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// Where a learning task's data come from: enough for any process to derive them anew.
struct TaskSource {
    std::string pictures; ///< what readPictures() takes
    TaskRecipe recipe;
    friend bool operator==(const TaskSource&, const TaskSource&) = default;
};

/// What a process that has derived a task's data says about them.
struct TaskFacts {
    std::string name;
    std::string checksum; ///< LearningTask::checksum
    TaskShape shape;
    std::uint64_t trainRows = 0;
    std::uint64_t validRows = 0;
    std::uint64_t testRows = 0;
    friend bool operator==(const TaskFacts&, const TaskFacts&) = default;
};
TaskFacts factsOf(const LearningTask& task);

/// One thing for a worker to do.
struct TrainingJob {
    enum class Kind : std::uint8_t {
        Train, ///< train the network; without units in the cell: judge the best constant answer
        Proxies, ///< zero-cost proxies at the initial weights
    };
    std::uint64_t id = 0; ///< the submitter's own
    Kind kind = Kind::Train;
    CellProgram cell;
    Skeleton skeleton;
    TaskSource task;
    TrainingSettings settings; ///< its seed too; a proxy job takes seed and batch
    /// Where a training of more than half a minute leaves its state now and then, and goes on from if the
    /// file is there; empty: nowhere.
    std::string checkpoint;
};

/// What came of a job.
struct JobResult {
    TaskFacts task;
    TrainingOutcome outcome; ///< of a training
    std::vector<ProxyValue> proxies; ///< of a proxy job
};

} // namespace ktnas
