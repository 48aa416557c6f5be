// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RecordIndex.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace ktnas {

class Session;

/// One fact of the run's diary, in plain words.
struct DiaryLine {
    EventIndex at = 0; ///< the cursor that shows it
    std::uint32_t generation = 0;
    TaskId task;
    QString text; ///< "3 of 4 migrants survived; 1 labelled +1."
};

/// Tells what happened, generation by generation: past tense, one fact a line.
class Diary {
    Q_DECLARE_TR_FUNCTIONS(ktnas::Diary)

public:
    /// The last lines before the cursor, oldest first, at most `limit`. Reads only as many generations as it
    /// needs, so it costs the same in a long record.
    static std::vector<DiaryLine> lines(const Session& session, EventIndex cursor, int limit);

private:
    static std::vector<DiaryLine> ofGeneration(const Session& session, std::uint32_t generation,
                                               EventIndex begin, EventIndex end);
    static QString skipText(SkipReason reason, int historySize);
};

} // namespace ktnas
