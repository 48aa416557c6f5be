// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/Replay.h"

#include "core/base/Error.h"
#include "core/record/Serialize.h"
#include "core/search/MethodShell.h"

#include <algorithm>
#include <utility>

namespace ktnas {

KnownValues::KnownValues(const Record& record)
{
    for (EventIndex i = 0; i < record.events.size(); ++i)
        if (const auto* evaluated = std::get_if<Evaluated>(&record.events[i])) {
            const std::size_t member = evaluated->member.value;
            if (member >= m_values.size())
                m_values.resize(std::max(member + 1, 2 * m_values.size()));
            m_values[member] = evaluated->value;
        }
}

void checkSameEvents(const EventLog& events, const Record& parent, EventIndex count)
{
    const EventIndex common = std::min(count, events.size());
    PortableOArchive mine;
    PortableOArchive theirs;
    for (EventIndex i = 0; i < common; ++i) {
        saveEvent(mine, events[i]);
        saveEvent(theirs, parent.events[i]);
        if (mine.bytes() != theirs.bytes())
            throw Error(ErrorCode::RecordMismatch)
                .inColumn("event " + std::to_string(i))
                .expecting("the record's event")
                .butFound("another one when the run was repeated")
                .hinting("The record was made by another version of the program, or its table has changed.");
        mine.clear();
        theirs.clear();
    }
    if (events.size() < count)
        throw Error(ErrorCode::RecordMismatch)
            .expecting(std::to_string(count) + " events")
            .butFound("only " + std::to_string(events.size()) + " when the run was repeated");
}

ForkStart forkStart(const Record& parent, const Problem& problem, EventIndex at, const SettingValues& changed,
                    const std::optional<LearnFrom>& learnFrom)
{
    at = std::min(at, parent.events.size());
    RunHeader header = parent.header;
    std::erase_if(header.changes, [&](const SettingChange& change) { return change.at >= at; });
    // Two names are one setting changed once; what stays as it is, is no change.
    SettingValues before = header.settings;
    for (const SettingChange& change : header.changes)
        before.insert(before.end(), change.settings.begin(), change.settings.end());
    before = resolvedSettings(problem, header.method, before);
    SettingValues wanted = before;
    wanted.insert(wanted.end(), changed.begin(), changed.end());
    wanted = resolvedSettings(problem, header.method, wanted);
    SettingChange edit;
    edit.at = at;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        if (wanted[i] != before[i])
            edit.settings.push_back(wanted[i]);
    edit.learnFrom = learnFrom;
    const bool isEdited = !edit.settings.empty() || edit.learnFrom;
    if (isEdited)
        header.changes.push_back(std::move(edit));
    header.forkOf = recordHash(parent);
    return {std::move(header), at, isEdited};
}

void settleFork(RunHeader& header, bool isEdited, std::optional<EventIndex> decidedAt, EventIndex events)
{
    header.forkedAt = decidedAt.value_or(events);
    if (isEdited && decidedAt)
        header.changes.back().at = header.forkedAt;
    else if (isEdited)
        header.changes.pop_back(); // the run ended before the edit could take effect
}

} // namespace ktnas
