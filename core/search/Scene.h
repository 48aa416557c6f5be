// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/EventLog.h"
#include "core/record/RunHeader.h"
#include "core/search/Problem.h"
#include "core/search/Run.h"

#include <coroutine>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace ktnas {

/// An individual of a run as the methods see it.
struct Individual {
    CellId cell;
    TaskId task;
    MemberId parent;
    /// Turned so that larger is better; −infinity for a failed evaluation, NaN while it has none.
    double quality = std::numeric_limits<double>::quiet_NaN();
};

/// A place in a population, kept flat for tournaments and sorting.
struct Parent {
    MemberId member;
    CellId cell;
    double quality = 0;
};

/// How an individual comes to be; see Born.
struct Birth {
    TaskId task;
    CellId cell;
    Origin origin = Origin::Random;
    MemberId parent{};
    MemberId otherParent{};
    TaskId source{};
    bool free = false; ///< its evaluation is not counted
};

/// First individual of each cell on a task: a small open-addressing table, so that a short run does not pay
/// for a whole space.
class CellIndex {
public:
    CellIndex() { clear(64); }
    MemberId find(CellId cell) const
    {
        for (std::size_t i = start(cell);; i = (i + 1) & m_mask)
            if (m_slots[i].cell == cell || m_slots[i].cell.isNone())
                return m_slots[i].member;
    }
    /// The cell must not be there yet.
    void insert(CellId cell, MemberId member);

private:
    struct Slot {
        CellId cell;
        MemberId member;
    };
    void clear(std::size_t slots);
    std::size_t start(CellId cell) const { return (cell.value * 0x9E3779B1U >> 7) & m_mask; }

    std::vector<Slot> m_slots;
    std::size_t m_mask = 0;
    std::size_t m_used = 0;
};

/// What every method shares: the run's clock (generations), its books (who was born, what was evaluated,
/// which task is still open), its event stream and its edits. A method tells the scene what it does; the
/// scene asks for values, counts, watches targets and budgets, and writes the events.
///
/// Rules that hold for all methods: an evaluation counts once per (task, cell), or each time with setting
/// count=repeats; a batch is told in its order, and what follows the evaluation that met a task's target is
/// dropped for that task; a batch never exceeds a task's budget.
class Scene {
public:
    /// `problem` and `sink` must outlive the scene; a null sink keeps no events.
    /// `watchFrom`: see watchedAt().
    Scene(const RunHeader& header, const Problem& problem, EventSink* sink,
          EventIndex watchFrom = std::numeric_limits<EventIndex>::max());
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    const Problem& problem() const { return m_problem; }
    std::uint64_t seed() const { return m_header.seed; }
    std::uint16_t taskCount() const { return static_cast<std::uint16_t>(m_tasks.size()); }
    const SettingValues& settings() const { return m_settings; }
    bool mayLearn(TaskId target, TaskId source) const { return m_learnFrom(target, source); }
    std::uint32_t generation() const { return m_generation; }

    /// A stream of this run at this generation.
    Stream stream(Purpose purpose, TaskId task, std::uint32_t slot = 0) const
    {
        return Stream({m_header.seed, purpose, task.value, m_generation, slot});
    }

    /// Begins the next generation (the first call: generation 0); false when the run is over: no task is
    /// open, or the last generation is done.
    bool beginGeneration();
    /// A decision point: edits that are due take effect here. True if settings may have changed.
    bool decide();
    /// True while the task goes on: no target met, room in its budget (births that wait for a value
    /// included), and cells left that were not evaluated on it.
    bool isOpen(TaskId task) const;
    bool isAnyOpen() const;

    /// Takes note of a new individual and asks for its value, unless the cell's value on the task is known.
    MemberId bear(const Birth& birth);
    const Individual& individual(MemberId member) const { return m_individuals[member.value]; }
    bool isEvaluated(MemberId member) const
    {
        return individual(member).quality == individual(member).quality;
    }
    /// The first individual of this cell on the task; none if the cell was never born there.
    MemberId firstOf(TaskId task, CellId cell) const { return m_tasks[task.value].index.find(cell); }
    /// True for a cell that was born on the task or that the table does not have.
    bool isSpent(TaskId task, CellId cell) const
    {
        return (m_tasks[task.value].spent[cell.value / 64] >> (cell.value % 64) & 1U) != 0;
    }
    /// A cell that is not spent on the task, uniformly drawn; the task must be open.
    CellId freshCell(TaskId task, Stream& stream) const;
    /// Quality of a value on a task: larger is better, −infinity for NaN.
    double quality(TaskId task, double value) const;
    /// The value that an individual was told, in the table's units; NaN for a failed evaluation.
    double value(MemberId member) const;
    /// The best quality on the task so far; −infinity before the first.
    double bestQuality(TaskId task) const { return m_tasks[task.value].best; }
    std::uint64_t evaluations(TaskId task) const { return m_tasks[task.value].counted; }

    /// Writes an event. Counted without a sink too: edits are addressed by event.
    template <class T> void emit(const T& event)
    {
        ++m_eventCount;
        if (m_sink)
            m_sink->emplace(event);
    }

    /// Wait for the values of everything that was born: `co_await scene.answers()`.
    struct Answers {
        bool isReady;
        bool await_ready() const noexcept { return isReady; }
        void await_suspend(std::coroutine_handle<>) const noexcept { }
        void await_resume() const noexcept { }
    };
    Answers answers() const { return {m_asked.empty()}; }

    // The other side: the method's shell and the drivers.
    std::span<const Request> asked() const { return m_asked; }
    /// Books the values of asked(); the body may go on afterwards.
    void take(std::span<const double> values);
    EventIndex eventCount() const { return m_eventCount; }
    /// The first decision point at or after event `watchFrom`, once it was passed.
    std::optional<EventIndex> watchedAt() const { return m_watchedAt; }

private:
    struct TaskBook {
        std::vector<std::uint64_t> spent; ///< one bit a cell
        std::size_t spentCount = 0; ///< known cells among them
        CellIndex index;
        std::uint64_t counted = 0;
        std::uint64_t waiting = 0; ///< asked for and counted when told
        double best = -std::numeric_limits<double>::infinity();
        double target = std::numeric_limits<double>::infinity(); ///< as a quality
        double sign = 1;
        bool isStopped = false; ///< target met
    };

    RunHeader m_header;
    const Problem& m_problem;
    EventSink* m_sink;
    SettingValues m_settings;
    LearnFrom m_learnFrom;
    bool m_countsRepeats = false;
    std::vector<TaskBook> m_tasks;
    std::vector<Individual> m_individuals;
    std::vector<Request> m_asked;
    std::vector<std::uint8_t> m_askedCounted; ///< by place in m_asked
    EventIndex m_eventCount = 0;
    std::uint32_t m_generation = 0;
    bool m_hasBegun = false;
    std::size_t m_editsDone = 0;
    EventIndex m_watchFrom;
    std::optional<EventIndex> m_watchedAt;
};

} // namespace ktnas
