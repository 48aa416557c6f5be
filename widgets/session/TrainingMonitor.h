// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainedRun.h"

#include <QObject>

#include <memory>

namespace ktnas {

class RunController;

/// How far the trainings of a run are: a child of the RunController of a run that trains.
class TrainingMonitor : public QObject {
    Q_OBJECT

public:
    explicit TrainingMonitor(QObject* run)
        : QObject(run)
    {
    }
    /// The run's monitor; null for a run on a table, and for none.
    static TrainingMonitor* of(const RunController* run);

    const TrainingProgress& progress() const { return m_progress; }
    void set(const std::shared_ptr<const TrainingProgress>& progress);

Q_SIGNALS:
    /// progress() is another one; a few times a second while trainings are under way.
    void changed();

private:
    TrainingProgress m_progress;
};

} // namespace ktnas
