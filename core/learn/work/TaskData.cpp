// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/TaskData.h"

#include "core/pictures/MakeTask.h"
#include "core/pictures/ReadPictures.h"

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

/// More tasks than a benchmark or a search has; each takes some ten or hundred megabytes.
constexpr std::size_t tasksKept = 12;

} // namespace

std::shared_ptr<const LearningTask> TaskCache::task(const TaskSource& source)
{
    const auto known = std::ranges::find(m_entries, source, &Entry::source);
    if (known != m_entries.end()) {
        std::rotate(known, known + 1, m_entries.end());
        return m_entries.back().task;
    }
    if (!m_pictures || m_picturesPath != source.pictures) {
        m_pictures = readPictures(source.pictures);
        m_picturesPath = source.pictures;
    }
    if (m_entries.size() == tasksKept)
        m_entries.erase(m_entries.begin());
    m_entries.push_back({source, makeTask(*m_pictures, source.recipe)});
    return m_entries.back().task;
}

} // namespace ktnas
