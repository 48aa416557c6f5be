// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RunHeader.h"
#include "core/tables/Table.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace ktnas {

/// What the next search will be: edited in the rail, undoable.
struct SearchDraft {
    QString method = QStringLiteral("ktnas");
    std::vector<std::size_t> tasks; ///< indices into the table's tasks, in table order
    LearnFrom learnFrom; ///< over `tasks`
    SettingValues changed; ///< settings that differ from the method's defaults
    std::uint64_t seed = 1;
    StopRule stop; ///< `targets` over `tasks`
    friend bool operator==(const SearchDraft&, const SearchDraft&) = default;
};

/// The target that only the best cell of the table goes beyond: the nearest number with two decimals that the
/// best value is strictly better than, with more decimals where two would let other cells through. On
/// NAS-Bench-201's validation columns 91.6, 73.49 and 46.73. Nothing for a column without values.
std::optional<double> targetJustBelowBest(const Measure& measure);

/// Where a new table starts: KTNAS on the first three tasks, everyone learning from everyone, until each
/// task's target; where no task has values, until 150 evaluations a task.
SearchDraft defaultDraft(const Table& table);

/// The draft with other tasks: rows of the matrix and targets of tasks that stay are kept, new tasks learn
/// from everyone and get their default target. `tasks`: indices into the table's tasks, in table order.
SearchDraft withTasks(const SearchDraft& draft, const std::vector<std::size_t>& tasks, const Table& table);

/// Value of a setting in a draft: the changed one, else the method's default; empty if there is no such
/// setting.
QString settingValue(const SearchDraft& draft, const std::string& setting);
/// The draft with one setting changed; a value that is the method's default is dropped.
SearchDraft withSetting(const SearchDraft& draft, const std::string& setting, const std::string& value);

} // namespace ktnas
