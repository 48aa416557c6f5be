// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/tables/Table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ktnas {

/// When a run ends. A run without any of these is an error. Several may be set; the first that is met ends
/// it.
struct StopRule {
    std::optional<std::uint64_t> evaluations; ///< counted evaluations of each task
    std::optional<std::uint32_t> generations; ///< generations after the initial population
    std::vector<std::optional<double>>
        targets; ///< by task, in the table's units; a best strictly beyond it stops the task
    friend bool operator==(const StopRule&, const StopRule&) = default;
};

/// Which task may learn from which: row = target, column = source; the diagonal is false.
struct LearnFrom {
    std::size_t taskCount = 0;
    std::vector<std::uint8_t> allowed; ///< taskCount², row-major
    /// Every task from every other.
    static LearnFrom everyone(std::size_t tasks);
    /// No transfer at all.
    static LearnFrom nobody(std::size_t tasks);
    bool operator()(TaskId target, TaskId source) const
    {
        return allowed[std::size_t{target.value} * taskCount + source.value] != 0;
    }
    void set(TaskId target, TaskId source, bool value)
    {
        allowed[std::size_t{target.value} * taskCount + source.value] = value ? 1 : 0;
    }
    friend bool operator==(const LearnFrom&, const LearnFrom&) = default;
};

/// A task as a run sees it.
struct RunTask {
    std::string name;
    std::string metric;
    Direction direction = Direction::Maximise;
    Split split = Split::Valid;
    friend bool operator==(const RunTask&, const RunTask&) = default;
};

/// Settings by name, sorted by name, values as text ("10", "best_proxy"). All of the method's settings are
/// present, defaults too, so that a record says everything about its making.
using SettingValues = std::vector<std::pair<std::string, std::string>>;

/// What changes in the middle of a run: the fork's edit, from the first decision at or after event `at`.
struct SettingChange {
    EventIndex at = 0;
    SettingValues settings; ///< the changed ones only
    std::optional<LearnFrom> learnFrom; ///< the new matrix, where it changes
    friend bool operator==(const SettingChange&, const SettingChange&) = default;
};

/// Everything that, together with the table's values, determines a run's events.
struct RunHeader {
    std::string method;
    SettingValues settings;
    std::uint64_t seed = 0;
    std::string space; ///< Space::id()
    std::string tableTitle;
    std::string tableHash; ///< Table::Content::contentHash
    std::string tablePath; ///< where it was found; not part of the hash
    std::string proxiesHash; ///< hash of the attached proxy file, empty if none; not part of the hash
    std::vector<RunTask> tasks;
    LearnFrom learnFrom;
    StopRule stop;
    std::vector<SettingChange> changes; ///< of forks, by ascending `at`
    std::string forkOf; ///< hash of the parent record, empty if none
    EventIndex forkedAt = 0; ///< events shared with the parent
    friend bool operator==(const RunHeader&, const RunHeader&) = default;
};

} // namespace ktnas
