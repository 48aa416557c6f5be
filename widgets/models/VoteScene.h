// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/RecordIndex.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace ktnas {

class Session;

/// The vote of one task at the moment under the cursor, ready to be drawn: the last election before it.
struct VoteScene {
    Q_DECLARE_TR_FUNCTIONS(ktnas::VoteScene)

public:
    struct Voter {
        MemberId member;
        CellId cell;
        std::uint32_t generation = 0; ///< in which it was transferred
        std::int8_t label = 0;
        int candidate = -1; ///< place in `candidates`
        float similarity = 0;
    };
    struct Contender {
        CellId cell;
        std::vector<std::size_t> sources; ///< the table's tasks
        int phi = 0;
        bool chosen = false;
        bool drawn = false; ///< chosen by lot among equals
        std::uint32_t truth = 0; ///< place rank on the target; 0: the table has no value
    };
    TaskId task;
    std::uint32_t generation = 0;
    std::vector<Voter> voters; ///< in voting order
    std::vector<Contender> candidates; ///< chosen first, then by φ, then in voting order
    std::optional<SkipReason> skipped;

    bool isEmpty() const { return candidates.empty() && !skipped; }
    static VoteScene at(const Session& session, TaskId task);
    /// "4 chosen from 17: 1 by φ, 3 drawn from the 6 with φ 0".
    QString finding() const;
    /// Sentences about one candidate: who voted, what became of it ("Why this one").
    QString why(const Session& session, CellId cell) const;
    /// What the table knows about it and the others.
    QString truth(const Session& session, CellId cell) const;
};

/// What became of all migrants up to the cursor.
struct MigrantFates {
    Q_DECLARE_TR_FUNCTIONS(ktnas::MigrantFates)

public:
    enum Fate : std::uint8_t { Positive, Survived, Lost };
    std::size_t tasks = 0;
    /// Migrants by source, target (tasks of the run) and fate: [(source · tasks + target) · 3 + fate].
    std::vector<int> counts;
    int total = 0;
    std::array<int, 3> byFate{};

    static MigrantFates at(const Session& session);
    int count(std::size_t source, std::size_t target, Fate fate) const
    {
        return counts[(source * tasks + target) * 3 + fate];
    }
    /// "28 of 48 migrants survived, 9 were labelled +1".
    QString finding() const;
};

/// Does φ predict? Kendall's τ-b between φ and the true value on the target over each election's candidates.
/// Follows a growing record.
class PhiAudit {
public:
    struct Point {
        std::uint32_t generation = 0;
        EventIndex at = 0;
        TaskId task;
        double tau = 0; ///< NaN where all φ or all values are equal
        std::size_t candidates = 0;
    };
    /// Reads the events that came since the last call; starts anew for another run.
    void follow(const Session& session);
    /// All elections so far, in order.
    const std::vector<Point>& points() const { return m_points; }

private:
    struct Open {
        std::vector<CellId> cells;
        std::vector<double> phi;
    };
    void close(const Session& session, TaskId task, EventIndex at);

    const void* m_run = nullptr;
    EventIndex m_read = 0;
    std::uint32_t m_generation = 0;
    std::vector<Open> m_open;
    std::vector<Point> m_points;
};

} // namespace ktnas
