// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/EventLog.h"
#include "core/record/RunState.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace ktnas {

/// What only grows along a record, indexed once so that every view can look it up for any cursor: births,
/// evaluations, generations, improvements, the fate of migrants; and the snapshots that make RunState
/// reachable anywhere. Follows a growing record by extend(); in pieces or at once gives the same. Memory:
/// about 150 bytes an individual and evaluation, and a RunState every 4096 events.
class RecordIndex {
public:
    /// An individual's life.
    struct Life {
        Born birth;
        EventIndex bornAt = 0;
        EventIndex evaluatedAt = 0; ///< 0 if never
        EventIndex joinedAt = 0; ///< 0 if never
        EventIndex leftAt = 0; ///< 0 if still there
        EventIndex labelledAt = 0; ///< 0 if never
        double value = std::numeric_limits<double>::quiet_NaN(); ///< NaN if never evaluated, or failed
        std::uint32_t generation = 0; ///< of birth
        std::int8_t label = 0; ///< of a labelled migrant, else 0
        /// Of a migrant: the individual of the source task that it copies, the youngest with its cell; none
        /// if the record does not have it.
        MemberId copyOf;
    };
    /// A point of a task's curve.
    struct Step {
        EventIndex at = 0;
        std::uint32_t evaluations = 0; ///< counted evaluations of the task
        MemberId member;
        double value = 0;
    };
    /// Mean of the population (without failed evaluations) at the end of a generation.
    struct Mean {
        EventIndex at = 0; ///< cursor of that moment: the event that begins the next generation
        std::uint32_t evaluations = 0;
        double value = 0;
    };

    explicit RecordIndex(std::size_t taskCount);
    /// Reads the events that came since the last call; `events` must be a longer view of the same log.
    /// Amortised O(1) an event. Throws RecordDamaged for an event that cannot follow; the index then stands
    /// before it.
    void extend(const EventLog::View& events);

    EventIndex size() const { return m_state.events; }
    std::size_t taskCount() const { return m_state.tasks.size(); }
    /// State after the first `cursor` events; folds at most EventLog::chunkSize events from a snapshot.
    /// Cursors beyond size() are clamped.
    RunState stateAt(EventIndex cursor) const;
    /// State after all events read so far.
    const RunState& last() const { return m_state; }

    const Life& life(MemberId member) const { return m_lives[member.value]; }
    std::span<const Life> lives() const { return m_lives; }
    /// Event index of each generation's beginning; entry g is generation g.
    std::span<const EventIndex> generations() const { return m_generations; }
    /// Evaluated events in order, for stepping one evaluation at a time.
    std::span<const EventIndex> evaluations() const { return m_evaluations; }
    /// Evaluated events of a task in order.
    std::span<const EventIndex> evaluations(TaskId task) const { return m_perTask[task.value].evaluations; }
    std::span<const Step> improvements(TaskId task) const { return m_perTask[task.value].improvements; }
    /// One for each generation in which the task's evaluations or mean changed. The last one is of the moment
    /// size() and moves on with extend().
    std::span<const Mean> means(TaskId task) const { return m_perTask[task.value].means; }
    /// All migrants of a task in order of birth.
    std::span<const MemberId> migrants(TaskId task) const { return m_perTask[task.value].migrants; }
    /// The first evaluation of a cell on any task, if there is one; O(1). For a cursor, ask whether it is
    /// below.
    std::optional<EventIndex> firstEvaluation(CellId cell) const;
    /// Ancestors of a member, itself first, the first ancestor last, following `parent` (for a migrant, the
    /// individual of the source task that it copies). O(length).
    std::vector<MemberId> lineage(MemberId member) const;
    /// Members that have this one as `parent` or `otherParent`, in order of birth (copies of it that migrated
    /// are not among them). O(children).
    std::vector<MemberId> children(MemberId member) const;
    /// The events read so far.
    const EventLog::View& events() const { return m_events; }

private:
    struct PerTask {
        std::vector<EventIndex> evaluations;
        std::vector<Step> improvements;
        std::vector<Mean> means;
        std::vector<MemberId> migrants;
        bool meanIsOpen = false; ///< the last mean is of the generation under way
    };
    void read(const Event& event);
    void read(const Born& event, EventIndex at);
    void dropOpenMeans();
    void addMeans(bool open);

    EventLog::View m_events;
    RunState m_state;
    std::vector<RunState> m_snapshots; ///< [i]: after i·chunkSize events
    std::vector<Life> m_lives;
    /// Children as linked lists, youngest first: [member] is its youngest child; [child][0 or 1] the next
    /// older child of its parent or other parent.
    std::vector<MemberId> m_youngestChild;
    std::vector<std::array<MemberId, 2>> m_olderSibling;
    std::vector<EventIndex> m_generations;
    std::vector<EventIndex> m_evaluations;
    std::vector<PerTask> m_perTask;
    std::unordered_map<CellId, EventIndex> m_firstEvaluations;
    std::unordered_map<std::uint64_t, MemberId> m_youngestOfCell; ///< by task·2³² + cell
};

} // namespace ktnas
