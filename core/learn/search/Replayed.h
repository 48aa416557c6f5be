// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/MethodShell.h"
#include "core/search/Replay.h"

#include <limits>
#include <memory>
#include <vector>

namespace ktnas {

/// A method with its record, which repeats a parent's record as far as that has the values.
class Replayed {
public:
    /// `parent` may be null. `watchFrom`: see Scene::watchedAt(). Throws what checkedHeader() throws.
    Replayed(RunHeader header, const Problem& problem, const Record* parent,
             EventIndex watchFrom = std::numeric_limits<EventIndex>::max());

    /// Values in the order of shell->asked().
    void tell(const std::vector<double>& values);
    /// Tells batches as long as the parent has all their values and `goesOn`.
    template <class Predicate> void replay(const Predicate& goesOn)
    {
        std::vector<double> values;
        while (!shell->done() && goesOn()) {
            values.clear();
            for (const Request& request : shell->asked()) {
                const auto value = m_known.of(request.member);
                if (!value)
                    return;
                values.push_back(*value);
            }
            tell(values);
        }
    }
    /// Repeats all of the parent. Its last batch may be cut: its events come again when the rest is told.
    /// Throws RecordMismatch for other events.
    void replayAll(const Record& parent);

    Record record;
    std::unique_ptr<MethodShell> shell;

private:
    KnownValues m_known; ///< by member: only as long as the parent is repeated
};

} // namespace ktnas
