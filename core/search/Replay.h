// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/Record.h"
#include "core/search/Problem.h"

#include <optional>
#include <vector>

namespace ktnas {

/// Values by individual, as far as a record has them. Trained values replay exactly this way.
class KnownValues {
public:
    KnownValues() = default;
    explicit KnownValues(const Record& record);
    /// NaN for an evaluation that failed; nothing for one that the record does not have.
    std::optional<double> of(MemberId member) const
    {
        return member.value < m_values.size() ? m_values[member.value] : std::nullopt;
    }

private:
    std::vector<std::optional<double>> m_values;
};

/// Throws RecordMismatch if the first `count` events of the two are not the same, bit for bit.
void checkSameEvents(const EventLog& events, const Record& parent, EventIndex count);

/// What a fork begins with: the parent's header with the edit in it, which takes effect at the first decision
/// at or after event `at`. forkedAt is open until the run has come there: see settleFork().
struct ForkStart {
    RunHeader header;
    EventIndex at = 0;
    bool isEdited = false; ///< false: nothing is another setting
};
ForkStart forkStart(const Record& parent, const Problem& problem, EventIndex at, const SettingValues& changed,
                    const std::optional<LearnFrom>& learnFrom);
/// Sets where the fork left its parent: at its first decision behind `at`, which was `decidedAt`; nothing:
/// the run ended before, with `events` events, and the edit is dropped.
void settleFork(RunHeader& header, bool isEdited, std::optional<EventIndex> decidedAt, EventIndex events);

} // namespace ktnas
