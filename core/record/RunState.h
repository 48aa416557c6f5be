// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/Event.h"
#include "core/record/RunHeader.h"

#include <cstdint>
#include <limits>
#include <vector>

namespace ktnas {

/// What is true at one moment of a run: the fold of the events before it. Small, so that a copy every few
/// thousand events makes any moment reachable; what only grows (births, curves) is in RecordIndex.
struct RunState {
    struct Member {
        MemberId member;
        CellId cell;
        double value = std::numeric_limits<double>::quiet_NaN();
        std::uint32_t bornIn = 0; ///< generation
        Origin origin = Origin::Random;
        TaskId source; ///< of a migrant
                       /// Two missing values (NaN) are equal here.
        friend bool operator==(const Member&, const Member&);
    };
    /// A labelled migrant in the history.
    struct Remembered {
        MemberId member;
        CellId cell;
        std::int8_t label = 0;
        std::uint32_t generation = 0; ///< in which it was labelled
        friend bool operator==(const Remembered&, const Remembered&) = default;
    };
    struct Offer {
        CellId cell;
        std::vector<TaskId> sources;
        int phi = 0; ///< sum of the votes so far
        bool chosen = false;
        bool drawn = false; ///< chosen by lot among equals
        friend bool operator==(const Offer&, const Offer&) = default;
    };
    struct Vote {
        MemberId voter;
        CellId candidate;
        std::int8_t label = 0;
        float similarity = 0;
        friend bool operator==(const Vote&, const Vote&) = default;
    };
    /// A task at the moment.
    struct TaskState {
        std::vector<Member> population; ///< in order of joining
        std::vector<Member> pending; ///< born, not yet joined, this generation (offspring and migrants)
        std::vector<Remembered> history; ///< in order of labelling
        std::vector<Offer> candidates; ///< of the last election
        std::vector<Vote> votes; ///< of the last election
        std::vector<MemberId> migrants; ///< born of the last election
        std::vector<CellId> migrantCells; ///< by place in `migrants`
        std::uint32_t electionGeneration = 0; ///< generation of the last election
        bool skipped = false; ///< the last election transferred nothing
        SkipReason skipReason = SkipReason::NoPositiveRank;
        std::uint64_t evaluations = 0; ///< counted
        Member best; ///< member none before the first evaluation
        bool targetMet = false;
        friend bool operator==(const TaskState&, const TaskState&) = default;
    };
    std::uint32_t generation = 0; ///< under way
    std::uint32_t generationsBegun = 0; ///< 0 before the first GenerationBegan, then generation + 1
    std::uint64_t evaluations = 0; ///< counted, all tasks
    std::uint32_t born = 0; ///< members so far
    EventIndex events = 0; ///< events folded
    std::vector<TaskState> tasks;

    explicit RunState(std::size_t taskCount = 0)
        : tasks(taskCount)
    {
    }
    /// Folds one event: O(members and votes of one task at the moment). What it does:
    /// - GenerationBegan: `generation` moves on by one (the first is 0), all `pending` are dropped.
    /// - Born: the member (ids are given in order of birth) waits in `pending`; a migrant is listed in
    /// `migrants`.
    /// - Evaluated: sets the value, counts where `counted`. BestImproved, TargetMet: as they say.
    /// - The first Candidate, TransferSkipped or migrant of a task in a generation clears its previous
    /// election.
    /// - Labelled: the migrant enters the history; it must come before the task's next election.
    /// - Joined: from `pending` to the end of `population`; Left: out of `population`; Forgotten: out of
    /// `history`. Throws RecordDamaged for an event that cannot follow (unknown task or member, a vote for no
    /// candidate, a member that joins without waiting, …) and then leaves the state as it was.
    void apply(const Event& event);
    friend bool operator==(const RunState&, const RunState&) = default;
};

} // namespace ktnas
