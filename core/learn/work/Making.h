// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/BenchmarkPlan.h"
#include "core/learn/work/Results.h"
#include "core/learn/work/WorkList.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// How a table was made, as JSON: plan, data, machines, cost, failures, seed-to-seed agreement of each task
/// (all networks, best half, best fifth), agreement of the tasks with each other. Cost: seconds for a
/// thousand networks.
std::string makingJson(const BenchmarkResults& results, const WorkList& work);

/// What is needed of it to make a value again.
struct Making {
    struct Data {
        std::string task;
        std::string checksum; ///< TaskFacts::checksum
    };
    struct Noise {
        std::string task;
        std::string metric;
        double deviation = 0; ///< of one training, by the seed, in the table's unit
    };
    BenchmarkPlan plan;
    std::vector<Data> data;
    std::vector<Noise> noise; ///< only where the plan repeats networks

    /// The checksum of a task's data; empty if it is not known.
    std::string checksumOf(std::string_view task) const;
    /// Nothing where it was not measured.
    std::optional<double> deviationOf(std::string_view task, std::string_view metric) const;
};

/// Reads what makingJson() gave. Throws FileMissing, FileUnreadable, BadJson and BadPlan with the place.
Making readMaking(const std::string& path);

} // namespace ktnas
