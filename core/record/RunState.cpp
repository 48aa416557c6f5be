// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RunState.h"

#include "core/base/Error.h"

#include <algorithm>
#include <string>
#include <utility>
#include <variant>

#include <fmt/format.h>

namespace ktnas {
namespace {

/// One application of an event: checks first, changes afterwards, so that a refused event changes nothing.
class Fold {
public:
    explicit Fold(RunState& state)
        : m_state(state)
    {
    }

    void operator()(const GenerationBegan& event) const
    {
        if (event.generation != m_state.generationsBegun)
            refuse(fmt::format("generation {}", m_state.generationsBegun),
                   fmt::format("generation {}", event.generation));
        m_state.generation = event.generation;
        ++m_state.generationsBegun;
        for (RunState::TaskState& state : m_state.tasks)
            state.pending.clear();
    }

    void operator()(const CellMet& event) const
    {
        if (event.cell.isNone())
            refuse("a cell", "none");
    }

    void operator()(const Born& event) const
    {
        RunState::TaskState& state = task(event.task);
        if (event.member.value != m_state.born || event.member.isNone())
            refuse(fmt::format("the birth of individual {}", m_state.born), named(event.member));
        if (event.origin > Origin::Escape)
            refuse("a known origin", fmt::format("{}", static_cast<int>(event.origin)));
        if (!event.parent.isNone())
            checkBorn(event.parent);
        if (!event.otherParent.isNone())
            checkBorn(event.otherParent);
        if (!event.source.isNone() || event.origin == Origin::Migrant)
            (void)task(event.source);
        RunState::Member member;
        member.member = event.member;
        member.cell = event.cell;
        member.bornIn = m_state.generation;
        member.origin = event.origin;
        member.source = event.source;
        state.pending.push_back(member);
        if (event.origin == Origin::Migrant) {
            beginElection(state);
            state.migrants.push_back(event.member);
            state.migrantCells.push_back(event.cell);
        }
        ++m_state.born;
    }

    void operator()(const Evaluated& event) const
    {
        RunState::TaskState& state = task(event.task);
        checkBorn(event.member);
        if (RunState::Member* member = living(state, event.member)) {
            if (member->cell != event.cell)
                refuse(fmt::format("cell {} of individual {}", member->cell.value, event.member.value),
                       fmt::format("cell {}", event.cell.value));
            member->value = event.value;
        }
        if (event.counted) {
            ++state.evaluations;
            ++m_state.evaluations;
        }
    }

    void operator()(const BestImproved& event) const
    {
        RunState::TaskState& state = task(event.task);
        checkBorn(event.member);
        const RunState::Member* member = living(state, event.member);
        if (member == nullptr)
            refuse(fmt::format("a living individual of task {}", event.task.value), named(event.member));
        state.best = *member;
        state.best.value = event.value;
    }

    void operator()(const TargetMet& event) const { task(event.task).targetMet = true; }

    void operator()(const Candidate& event) const
    {
        RunState::TaskState& state = task(event.task);
        (void)task(event.source);
        checkBorn(event.member);
        beginElection(state);
        const auto offer = offered(state, event.cell);
        if (offer != state.candidates.end()) {
            offer->sources.push_back(event.source);
            return;
        }
        RunState::Offer fresh;
        fresh.cell = event.cell;
        fresh.sources.push_back(event.source);
        state.candidates.push_back(std::move(fresh));
    }

    void operator()(const Voted& event) const
    {
        RunState::TaskState& state = task(event.task);
        checkBorn(event.voter);
        checkLabel(event.label);
        RunState::Offer& offer = candidate(state, event.candidate);
        state.votes.push_back({event.voter, event.candidate, event.label, event.similarity});
        offer.phi += event.label;
    }

    void operator()(const Chosen& event) const
    {
        RunState::Offer& offer = candidate(task(event.task), event.cell);
        offer.chosen = true;
        offer.drawn = event.drawn;
    }

    void operator()(const TransferSkipped& event) const
    {
        RunState::TaskState& state = task(event.task);
        if (event.reason > SkipReason::SelfEvolution)
            refuse("a known reason", fmt::format("{}", static_cast<int>(event.reason)));
        beginElection(state);
        state.skipped = true;
        state.skipReason = event.reason;
    }

    void operator()(const Labelled& event) const
    {
        RunState::TaskState& state = task(event.task);
        checkBorn(event.member);
        checkLabel(event.label);
        if (!event.child.isNone())
            checkBorn(event.child);
        const auto migrant = std::find(state.migrants.begin(), state.migrants.end(), event.member);
        if (migrant == state.migrants.end())
            refuse(fmt::format("a migrant of task {}'s last election", event.task.value),
                   named(event.member));
        const CellId cell = state.migrantCells[static_cast<std::size_t>(migrant - state.migrants.begin())];
        state.history.push_back({event.member, cell, event.label, m_state.generation});
    }

    void operator()(const Forgotten& event) const
    {
        std::vector<RunState::Remembered>& history = task(event.task).history;
        history.erase(find(history, event.member, event.task, "remembered"));
    }

    void operator()(const Joined& event) const
    {
        RunState::TaskState& state = task(event.task);
        const auto member = find(state.pending, event.member, event.task, "waiting");
        state.population.push_back(*member);
        state.pending.erase(member);
    }

    void operator()(const Left& event) const
    {
        std::vector<RunState::Member>& population = task(event.task).population;
        population.erase(find(population, event.member, event.task, "in the population"));
    }

    void operator()(const Noted& event) const
    {
        if (event.code > NoteCode::Forked)
            refuse("a known note", fmt::format("{}", static_cast<int>(event.code)));
        if (!event.task.isNone())
            (void)task(event.task);
    }

private:
    static std::string named(MemberId member)
    {
        return member.isNone() ? std::string("none") : fmt::format("individual {}", member.value);
    }

    [[noreturn]] void refuse(std::string expected, std::string found) const
    {
        Error error(ErrorCode::RecordDamaged);
        error.inColumn(fmt::format("event {}", m_state.events))
            .expecting(std::move(expected))
            .butFound(std::move(found));
        throw error;
    }

    RunState::TaskState& task(TaskId id) const
    {
        if (id.value >= m_state.tasks.size()) {
            refuse(fmt::format("one of {} tasks", m_state.tasks.size()),
                   id.isNone() ? std::string("none") : fmt::format("task {}", id.value));
        }
        return m_state.tasks[id.value];
    }

    void checkBorn(MemberId member) const
    {
        if (member.value >= m_state.born)
            refuse(fmt::format("one of {} individuals", m_state.born), named(member));
    }

    void checkLabel(std::int8_t label) const
    {
        if (label != 1 && label != -1)
            refuse("label +1 or -1", fmt::format("{}", static_cast<int>(label)));
    }

    /// Newest first: whoever is evaluated was mostly born just before.
    static RunState::Member* living(RunState::TaskState& state, MemberId id)
    {
        const auto is = [id](const RunState::Member& member) { return member.member == id; };
        const auto waiting = std::find_if(state.pending.rbegin(), state.pending.rend(), is);
        if (waiting != state.pending.rend())
            return &*waiting;
        const auto joined = std::find_if(state.population.rbegin(), state.population.rend(), is);
        return joined != state.population.rend() ? &*joined : nullptr;
    }

    template <class T>
    typename std::vector<T>::iterator find(std::vector<T>& list, MemberId id, TaskId taskId,
                                           const char* where) const
    {
        const auto found =
            std::find_if(list.begin(), list.end(), [id](const T& entry) { return entry.member == id; });
        if (found == list.end())
            refuse(fmt::format("an individual that is {} on task {}", where, taskId.value), named(id));
        return found;
    }

    static std::vector<RunState::Offer>::iterator offered(RunState::TaskState& state, CellId cell)
    {
        return std::find_if(state.candidates.begin(), state.candidates.end(),
                            [cell](const RunState::Offer& offer) { return offer.cell == cell; });
    }

    RunState::Offer& candidate(RunState::TaskState& state, CellId cell) const
    {
        const auto offer = offered(state, cell);
        if (offer == state.candidates.end())
            refuse("one of the candidates", fmt::format("cell {}", cell.value));
        return *offer;
    }

    /// Before the first election electionGeneration is 0 and there is nothing to clear, so that an election
    /// in generation 0 needs no care.
    void beginElection(RunState::TaskState& state) const
    {
        if (state.electionGeneration == m_state.generation)
            return;
        state.electionGeneration = m_state.generation;
        state.candidates.clear();
        state.votes.clear();
        state.migrants.clear();
        state.migrantCells.clear();
        state.skipped = false;
    }

    RunState& m_state;
};

} // namespace

bool operator==(const RunState::Member& a, const RunState::Member& b)
{
    const bool sameValue = a.value == b.value || (a.value != a.value && b.value != b.value);
    return sameValue && a.member == b.member && a.cell == b.cell && a.bornIn == b.bornIn
        && a.origin == b.origin && a.source == b.source;
}

void RunState::apply(const Event& event)
{
    std::visit(Fold(*this), event);
    ++events;
}

} // namespace ktnas
