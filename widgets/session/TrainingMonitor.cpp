// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/TrainingMonitor.h"

#include "widgets/session/RunController.h"

namespace ktnas {

TrainingMonitor* TrainingMonitor::of(const RunController* run)
{
    return run == nullptr ? nullptr : run->findChild<TrainingMonitor*>(QString(), Qt::FindDirectChildrenOnly);
}

void TrainingMonitor::set(const std::shared_ptr<const TrainingProgress>& progress)
{
    if (!progress)
        return;
    m_progress = *progress;
    Q_EMIT changed();
}

} // namespace ktnas
