// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Random.h"
#include "core/record/Record.h"

#include <string>
#include <vector>

namespace ktnas::test {

/// A made-up run: valid events in the order in which a method would write them, with every kind of event,
/// failed and uncounted evaluations, skipped and random transfers. No search behind it: all values are drawn.
struct RandomRun {
    struct Options {
        std::size_t tasks = 3;
        std::uint32_t parents = 10;
        std::uint32_t offspring = 6;
        std::uint32_t transferred = 4;
        std::size_t longestHistory = 40;
        double target = 0.999; ///< a task stops beyond it; values are drawn from [0, 1)
        bool enumerable = true; ///< NAS-Bench-201; else the DARTS-like space, with a cell list
    };
    RandomRun(std::uint64_t seed, const Options& options);
    /// One more generation of all tasks.
    void advance();

    Record record;

private:
    struct Task {
        std::vector<Born> population;
        std::vector<Born> pending;
        std::vector<Born> migrants;
        std::vector<MemberId> history;
        double best = -1;
        std::uint32_t counted = 0;
        bool stopped = false;
    };
    CellId freshCell();
    Born bear(TaskId task, Origin origin, CellId cell, MemberId parent, MemberId otherParent, TaskId source);
    void evaluate(const Born& member);
    void elect(TaskId task);
    void breed(TaskId task);
    void select(TaskId task);
    void label(TaskId task);
    bool chance(double p) { return m_stream.chance(p); }
    std::uint32_t below(std::size_t n) { return m_stream.below(static_cast<std::uint32_t>(n)); }
    void append(const Event& event) { record.events.append(event); }

    Options m_options;
    Stream m_stream;
    std::vector<Task> m_tasks;
    std::uint32_t m_generation = 0;
    std::uint32_t m_born = 0;
};

/// A header of that many tasks with every field filled.
RunHeader someHeader(std::size_t tasks, bool enumerable = true);
/// All fields as text, independent of the way events are stored: "Evaluated 3 17 0 yes 0.25".
std::string text(const Event& event);
std::string text(const EventLog& events);

} // namespace ktnas::test
