// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/BenchmarkPlan.h"
#include "core/pictures/PictureSet.h"

#include <QString>

#include <string>
#include <vector>

namespace ktnas {

/// What readPictures() calls the set of Debian's package dataset-fashion-mnist.
inline constexpr const char* packagedPictures = "fashion-mnist";

/// A task that can be made of pictures, and whether a new plan has it.
struct OfferedTask {
    PlannedTask task;
    bool isPlanned = false;
};

/// One for each kind of task. Of Fashion-MNIST they are the built-in benchmark's, where it has the kind. With
/// the set, what stands out in its pictures is decided where a plan would take the built-in benchmark's word
/// for it.
std::vector<OfferedTask> offeredTasks(const std::string& pictures, const PictureSet* set = nullptr);
/// The plan that one begins with: the planned tasks, all networks of the built-in space once, and a tenth of
/// them with three seeds.
BenchmarkPlan firstPlan(const std::string& pictures, const PictureSet* set = nullptr);
/// All tasks of the plan are made of these pictures from now on.
void setPictures(BenchmarkPlan& plan, const std::string& pictures, const PictureSet* set = nullptr);

/// Where a benchmark goes that nobody has named: a CSV file in the documents' folder "KTNAS", made of the
/// title, that neither is there nor has results of another plan beside it. The folder need not be there yet.
QString freshTable(const QString& title, const BenchmarkPlan& plan);

} // namespace ktnas
