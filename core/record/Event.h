// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"

#include <cstdint>
#include <variant>

namespace ktnas {

/// How an individual came to be.
enum class Origin : std::uint8_t { Random, Mutation, Crossover, Migrant, Escape };
/// Why a task transferred nothing in a generation.
enum class SkipReason : std::uint8_t { NoPositiveRank, NoCandidates, CoinSaidNo, SwitchedOff, SelfEvolution };
/// A diary line that no other event tells. The studio has a translated sentence for each.
enum class NoteCode : std::uint8_t {
    SelfProbability, ///< MT-NAS: a = probability of self-evolution
    NeighbourhoodSpent, ///< every neighbour had been evaluated; the method stepped to a random one
    EvaluationFailed, ///< the evaluation gave no value
    Forked, ///< a = the event index in the parent record
};

// The events. Each is plain data; what is true at a moment is the fold of the events before it (RunState).

/// Generation g begins; g = 0 is the initial population.
struct GenerationBegan {
    std::uint32_t generation = 0;
};
/// A cell that is not enumerable was met for the first time; its genes are in the record's cell list at
/// `cell`.
struct CellMet {
    CellId cell;
};
/// An individual was made for a task. `parent` is none for random ones; for a migrant it is none and
/// `source` is the task whose population it came from (the first in task order, if several have it).
struct Born {
    MemberId member;
    CellId cell;
    MemberId parent;
    MemberId otherParent; ///< second parent of a crossover
    TaskId task;
    TaskId source;
    Origin origin = Origin::Random;
};
/// The individual's cell has this value on the task. `counted` is false where the method looked the value up
/// again or gets it free. NaN: the evaluation failed; it ranks last.
struct Evaluated {
    MemberId member;
    CellId cell;
    TaskId task;
    bool counted = true;
    double value = 0; ///< in the table's units
};
/// The task's best so far improved (strictly).
struct BestImproved {
    TaskId task;
    MemberId member;
    double value = 0;
};
/// The task's best went beyond its target and the task stops.
struct TargetMet {
    TaskId task;
    std::uint32_t evaluations = 0; ///< counted evaluations on the task until then
};
/// A cell stands for election on a task. One event for each source that offers it, candidates in voting
/// order.
struct Candidate {
    CellId cell;
    TaskId task;
    TaskId source;
    MemberId member; ///< the individual of the source task
};
/// A member of the history gives its label to its most similar candidate.
struct Voted {
    MemberId voter;
    CellId candidate;
    TaskId task;
    std::int8_t label = 0;
    float similarity = 0; ///< cosine, −1 … 1
};
/// The candidate was chosen as a migrant; its Born event (origin Migrant) follows.
struct Chosen {
    CellId cell;
    TaskId task;
    std::int32_t phi = 0; ///< sum of the votes
    bool drawn = false; ///< taken at random among equals
};
struct TransferSkipped {
    TaskId task;
    SkipReason reason = SkipReason::NoPositiveRank;
};
/// A migrant of the task's last election got its label and enters the history. Comes before the task's next
/// election.
struct Labelled {
    MemberId member;
    TaskId task;
    std::int8_t label = 0; ///< +1, −1
    MemberId child; ///< the best child that decided it, none if it had none
};
/// A labelled migrant leaves the history (window m, or replaced by an equal cell).
struct Forgotten {
    MemberId member;
    TaskId task;
};
/// The individual, born in this generation, belongs to the task's population ("parents") from now on.
struct Joined {
    MemberId member;
    TaskId task;
};
/// The individual left the population.
struct Left {
    MemberId member;
    TaskId task;
};
struct Noted {
    NoteCode code = NoteCode::SelfProbability;
    TaskId task;
    double a = 0;
};

/// Everything that happens in a run. Alternatives are stored by index in files: append only.
using Event = std::variant<GenerationBegan, CellMet, Born, Evaluated, BestImproved, TargetMet, Candidate,
                           Voted, Chosen, TransferSkipped, Labelled, Forgotten, Joined, Left, Noted>;
static_assert(sizeof(Event) <= 32);

} // namespace ktnas
