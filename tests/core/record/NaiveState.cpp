// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/record/NaiveState.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace ktnas::test {
namespace {

/// Questions about a prefix of a record's events.
class Prefix {
public:
    Prefix(const EventLog& events, EventIndex cursor)
        : m_events(events)
        , m_end(cursor)
    {
    }

    /// Calls use(event, place) for each event of the type in [from, end).
    template <class T, class Use> void each(Use use, EventIndex from = 0) const
    {
        for (EventIndex i = from; i < m_end; ++i) {
            if (const T* event = std::get_if<T>(&m_events[i]))
                use(*event, i);
        }
    }
    template <class T, class Test> std::size_t count(Test test, EventIndex from = 0) const
    {
        std::size_t found = 0;
        each<T>([&](const T& event, EventIndex) { found += test(event) ? 1 : 0; }, from);
        return found;
    }
    EventIndex generationStart() const
    {
        EventIndex start = 0;
        each<GenerationBegan>([&](const GenerationBegan&, EventIndex at) { start = at; });
        return start;
    }
    std::uint32_t generationAt(EventIndex place) const
    {
        std::uint32_t generation = 0;
        each<GenerationBegan>([&](const GenerationBegan& event, EventIndex at) {
            if (at <= place)
                generation = event.generation;
        });
        return generation;
    }
    RunState::Member member(MemberId id) const
    {
        RunState::Member member;
        each<Born>([&](const Born& event, EventIndex at) {
            if (event.member == id) {
                member.member = id;
                member.cell = event.cell;
                member.bornIn = generationAt(at);
                member.origin = event.origin;
                member.source = event.source;
            }
        });
        each<Evaluated>([&](const Evaluated& event, EventIndex) {
            if (event.member == id)
                member.value = event.value;
        });
        return member;
    }

private:
    const EventLog& m_events;
    EventIndex m_end;
};

bool startsElection(const Event& event, TaskId task)
{
    if (const auto* candidate = std::get_if<Candidate>(&event))
        return candidate->task == task;
    if (const auto* skipped = std::get_if<TransferSkipped>(&event))
        return skipped->task == task;
    const auto* born = std::get_if<Born>(&event);
    return born != nullptr && born->task == task && born->origin == Origin::Migrant;
}

void findElection(RunState::TaskState& state, const Prefix& prefix, const Record& record, EventIndex cursor,
                  TaskId task)
{
    EventIndex last = cursor;
    for (EventIndex i = 0; i < cursor; ++i) {
        if (startsElection(record.events[i], task))
            last = i;
    }
    if (last == cursor)
        return;
    state.electionGeneration = prefix.generationAt(last);
    EventIndex start = last;
    while (start > 0 && prefix.generationAt(start - 1) == state.electionGeneration)
        --start;
    prefix.each<Candidate>(
        [&](const Candidate& event, EventIndex) {
            if (event.task != task)
                return;
            auto offer = std::find_if(state.candidates.begin(), state.candidates.end(),
                                      [&](const RunState::Offer& o) { return o.cell == event.cell; });
            if (offer == state.candidates.end()) {
                state.candidates.emplace_back();
                offer = state.candidates.end() - 1;
                offer->cell = event.cell;
                offer->phi = static_cast<int>(prefix.count<Voted>(
                                 [&](const Voted& v) {
                                     return v.task == task && v.candidate == event.cell && v.label == 1;
                                 },
                                 start))
                    - static_cast<int>(prefix.count<Voted>(
                        [&](const Voted& v) {
                            return v.task == task && v.candidate == event.cell && v.label == -1;
                        },
                        start));
                prefix.each<Chosen>(
                    [&](const Chosen& chosen, EventIndex) {
                        if (chosen.task == task && chosen.cell == event.cell) {
                            offer->chosen = true;
                            offer->drawn = chosen.drawn;
                        }
                    },
                    start);
            }
            offer->sources.push_back(event.source);
        },
        start);
    prefix.each<Voted>(
        [&](const Voted& event, EventIndex) {
            if (event.task == task)
                state.votes.push_back({event.voter, event.candidate, event.label, event.similarity});
        },
        start);
    prefix.each<Born>(
        [&](const Born& event, EventIndex) {
            if (event.task == task && event.origin == Origin::Migrant) {
                state.migrants.push_back(event.member);
                state.migrantCells.push_back(event.cell);
            }
        },
        start);
    prefix.each<TransferSkipped>(
        [&](const TransferSkipped& event, EventIndex) {
            if (event.task == task) {
                state.skipped = true;
                state.skipReason = event.reason;
            }
        },
        start);
}

} // namespace

RunState naiveState(const Record& record, EventIndex cursor)
{
    const Prefix prefix(record.events, cursor);
    RunState state(record.header.tasks.size());
    state.events = cursor;
    state.generationsBegun =
        static_cast<std::uint32_t>(prefix.count<GenerationBegan>([](auto&) { return true; }));
    state.generation = state.generationsBegun == 0 ? 0 : state.generationsBegun - 1;
    state.born = static_cast<std::uint32_t>(prefix.count<Born>([](auto&) { return true; }));
    state.evaluations = prefix.count<Evaluated>([](const Evaluated& event) { return event.counted; });
    for (std::size_t i = 0; i < state.tasks.size(); ++i) {
        const TaskId task(static_cast<std::uint16_t>(i));
        RunState::TaskState& own = state.tasks[i];
        own.evaluations = prefix.count<Evaluated>(
            [task](const Evaluated& event) { return event.counted && event.task == task; });
        own.targetMet =
            prefix.count<TargetMet>([task](const TargetMet& event) { return event.task == task; }) > 0;
        const auto joined = [&](MemberId id) {
            return prefix.count<Joined>([id](const Joined& event) { return event.member == id; }) > 0;
        };
        prefix.each<Joined>([&](const Joined& event, EventIndex) {
            const bool left =
                prefix.count<Left>([&](const Left& leaver) { return leaver.member == event.member; }) > 0;
            if (event.task == task && !left)
                own.population.push_back(prefix.member(event.member));
        });
        prefix.each<Born>(
            [&](const Born& event, EventIndex) {
                if (event.task == task && !joined(event.member))
                    own.pending.push_back(prefix.member(event.member));
            },
            prefix.generationStart());
        prefix.each<Labelled>([&](const Labelled& event, EventIndex at) {
            const bool forgotten =
                prefix.count<Forgotten>([&](const Forgotten& f) { return f.member == event.member; }) > 0;
            if (event.task == task && !forgotten)
                own.history.push_back(
                    {event.member, prefix.member(event.member).cell, event.label, prefix.generationAt(at)});
        });
        prefix.each<BestImproved>([&](const BestImproved& event, EventIndex) {
            if (event.task == task)
                own.best = prefix.member(event.member);
        });
        // A reason outlives the election that gave it; only `skipped` says whether it counts.
        prefix.each<TransferSkipped>([&](const TransferSkipped& event, EventIndex) {
            if (event.task == task)
                own.skipReason = event.reason;
        });
        findElection(own, prefix, record, cursor, task);
    }
    return state;
}

} // namespace ktnas::test
