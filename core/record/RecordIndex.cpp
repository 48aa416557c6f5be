// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordIndex.h"

#include "core/base/Error.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <variant>

namespace ktnas {
namespace {

std::uint64_t cellKey(TaskId task, CellId cell)
{
    return std::uint64_t{task.value} << 32 | cell.value;
}

double populationMean(const std::vector<RunState::Member>& population)
{
    double sum = 0;
    std::size_t count = 0;
    for (const RunState::Member& member : population) {
        if (!std::isnan(member.value)) {
            sum += member.value;
            ++count;
        }
    }
    return count == 0 ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(count);
}

} // namespace

RecordIndex::RecordIndex(std::size_t taskCount)
    : m_state(taskCount)
    , m_perTask(taskCount)
{
    m_snapshots.push_back(m_state);
}

void RecordIndex::extend(const EventLog::View& events)
{
    KTNAS_ASSERT(events.size() >= m_state.events);
    m_events = events.first(m_state.events);
    dropOpenMeans();
    try {
        for (EventIndex at = m_state.events; at < events.size(); ++at)
            read(events[at]);
    } catch (...) {
        m_events = events.first(m_state.events);
        addMeans(true);
        throw;
    }
    m_events = events;
    addMeans(true);
}

void RecordIndex::read(const Event& event)
{
    const EventIndex at = m_state.events;
    const auto* generation = std::get_if<GenerationBegan>(&event);
    const bool endsGeneration = generation != nullptr && m_state.generationsBegun > 0;
    // A refused event leaves the state as it was; so nothing else may have moved before.
    if (endsGeneration && generation->generation == m_state.generationsBegun)
        addMeans(false);
    m_state.apply(event);
    if (m_state.events % EventLog::chunkSize == 0)
        m_snapshots.push_back(m_state);

    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
        m_evaluations.push_back(at);
        m_perTask[evaluated->task.value].evaluations.push_back(at);
        m_firstEvaluations.try_emplace(evaluated->cell, at);
        Life& life = m_lives[evaluated->member.value];
        if (life.birth.task == evaluated->task) {
            life.evaluatedAt = at;
            life.value = evaluated->value;
        }
    } else if (const auto* born = std::get_if<Born>(&event)) {
        read(*born, at);
    } else if (const auto* joined = std::get_if<Joined>(&event)) {
        Life& life = m_lives[joined->member.value];
        life.joinedAt = at;
    } else if (const auto* left = std::get_if<Left>(&event)) {
        m_lives[left->member.value].leftAt = at;
    } else if (const auto* improved = std::get_if<BestImproved>(&event)) {
        const TaskId task = improved->task;
        m_perTask[task.value].improvements.push_back(
            {at, static_cast<std::uint32_t>(m_state.tasks[task.value].evaluations), improved->member,
             improved->value});
    } else if (const auto* labelled = std::get_if<Labelled>(&event)) {
        Life& life = m_lives[labelled->member.value];
        life.labelledAt = at;
        life.label = labelled->label;
    } else if (generation != nullptr) {
        m_generations.push_back(at);
    }
}

void RecordIndex::read(const Born& event, EventIndex at)
{
    Life life;
    life.birth = event;
    life.bornAt = at;
    life.generation = m_state.generation;
    std::array<MemberId, 2> older;
    if (!event.parent.isNone()) {
        older[0] = m_youngestChild[event.parent.value];
        m_youngestChild[event.parent.value] = event.member;
    }
    if (!event.otherParent.isNone() && event.otherParent != event.parent) {
        older[1] = m_youngestChild[event.otherParent.value];
        m_youngestChild[event.otherParent.value] = event.member;
    }
    if (event.origin == Origin::Migrant) {
        m_perTask[event.task.value].migrants.push_back(event.member);
        const auto source = m_youngestOfCell.find(cellKey(event.source, event.cell));
        if (source != m_youngestOfCell.end())
            life.copyOf = source->second;
    }
    m_youngestOfCell[cellKey(event.task, event.cell)] = event.member;
    m_lives.push_back(life);
    m_youngestChild.push_back(MemberId::none());
    m_olderSibling.push_back(older);
}

void RecordIndex::dropOpenMeans()
{
    for (PerTask& task : m_perTask) {
        if (task.meanIsOpen)
            task.means.pop_back();
        task.meanIsOpen = false;
    }
}

void RecordIndex::addMeans(bool open)
{
    for (std::size_t i = 0; i < m_perTask.size(); ++i) {
        PerTask& task = m_perTask[i];
        const RunState::TaskState& state = m_state.tasks[i];
        const double value = populationMean(state.population);
        if (std::isnan(value))
            continue;
        const auto evaluations = static_cast<std::uint32_t>(state.evaluations);
        // A task that has stopped adds nothing more to its curve.
        if (!task.means.empty() && task.means.back().evaluations == evaluations
            && std::bit_cast<std::uint64_t>(task.means.back().value) == std::bit_cast<std::uint64_t>(value)) {
            continue;
        }
        task.means.push_back({m_state.events, evaluations, value});
        task.meanIsOpen = open;
    }
}

RunState RecordIndex::stateAt(EventIndex cursor) const
{
    if (cursor >= m_state.events)
        return m_state;
    RunState state = m_snapshots[static_cast<std::size_t>(cursor / EventLog::chunkSize)];
    while (state.events < cursor)
        state.apply(m_events[state.events]);
    return state;
}

std::optional<EventIndex> RecordIndex::firstEvaluation(CellId cell) const
{
    const auto found = m_firstEvaluations.find(cell);
    if (found == m_firstEvaluations.end())
        return std::nullopt;
    return found->second;
}

std::vector<MemberId> RecordIndex::lineage(MemberId member) const
{
    std::vector<MemberId> ancestors;
    while (!member.isNone()) {
        ancestors.push_back(member);
        const Life& life = m_lives[member.value];
        member = life.birth.origin == Origin::Migrant ? life.copyOf : life.birth.parent;
    }
    return ancestors;
}

std::vector<MemberId> RecordIndex::children(MemberId member) const
{
    std::vector<MemberId> found;
    for (MemberId child = m_youngestChild[member.value]; !child.isNone();) {
        found.push_back(child);
        child = m_olderSibling[child.value][m_lives[child.value].birth.parent == member ? 0 : 1];
    }
    std::reverse(found.begin(), found.end());
    return found;
}

} // namespace ktnas
