// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/Replayed.h"

#include "core/base/Error.h"
#include "core/learn/search/TrainedRun.h"

#include <algorithm>
#include <utility>

namespace ktnas {

Replayed::Replayed(RunHeader header, const Problem& problem, const Record* parent, EventIndex watchFrom)
{
    if (parent != nullptr)
        m_known = KnownValues(*parent);
    record.header = std::move(header);
    shell = std::make_unique<MethodShell>(checkedHeader(record.header, problem), problem, &record.events,
                                          watchFrom);
    record.finished = shell->done();
}

void Replayed::tell(const std::vector<double>& values)
{
    shell->tell(values);
    record.finished = shell->done();
}

void Replayed::replayAll(const Record& parent)
{
    replay([&] { return record.events.size() < parent.events.size(); });
    checkSameEvents(record.events, parent, std::min(record.events.size(), parent.events.size()));
}

void verifyTrained(const Record& record, const Problem& problem)
{
    Replayed replayed(record.header, problem, &record);
    replayed.replayAll(record);
    if (record.finished && !replayed.shell->done())
        throw Error(ErrorCode::RecordMismatch)
            .expecting("a run that has come to its end")
            .butFound("one that asks for more when it was repeated");
}

} // namespace ktnas
