// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/TrainingJob.h"
#include "core/pictures/LearningTask.h"
#include "core/pictures/PictureSet.h"

#include <memory>
#include <string>
#include <vector>

namespace ktnas {

/// Reads pictures and makes tasks of them, and keeps the last of both: a worker sees the same few tasks again
/// and again.
class TaskCache {
public:
    /// Throws what readPictures() and makeTask() throw.
    std::shared_ptr<const LearningTask> task(const TaskSource& source);

private:
    struct Entry {
        TaskSource source;
        std::shared_ptr<const LearningTask> task;
    };
    std::vector<Entry> m_entries; ///< the one used last stands last
    std::string m_picturesPath;
    std::shared_ptr<const PictureSet> m_pictures; ///< of m_picturesPath
};

} // namespace ktnas
