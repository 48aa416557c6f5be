// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/learn/work/Making.h"
#include "core/learn/work/TrainingJob.h"
#include "core/tables/Table.h"

#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// One value of a table and what came out when it was trained again.
struct VerifiedValue {
    std::string task; ///< its name in the table
    std::string metric;
    Split split = Split::Valid;
    double stored = 0;
    double again = 0;
    std::optional<double> deviation; ///< of one training by the seed, where the table's maker measured it
    bool isEqual() const; ///< to the digits that tables have
    /// The difference in standard deviations of one training; NaN where none is known.
    double deviations() const;
    /// Equal, or within three standard deviations: farther apart is not explained by the noise of training.
    bool holds() const;
};

/// The trainings that make a cell's values anew: every task and seed of the table's own plan, task by task.
/// `making.plan` may have been narrowed to some of its tasks.
std::vector<TrainingJob> verificationJobs(const Table& table, CellId cell, const Making& making);

/// The results of verificationJobs() beside the values of the cell's row, which the table must have. Throws
/// CheckpointMismatch for other pictures than the table was made with, TrainingFailed for a training that
/// diverged.
std::vector<VerifiedValue> compareWithTable(const Table& table, CellId cell, const Making& making,
                                            const std::vector<JobResult>& results);

} // namespace ktnas
