// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/Record.h"
#include "core/search/Problem.h"
#include "core/search/Settings.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ktnas {

/// A question of a method: the value of a cell on a task.
struct Request {
    MemberId member;
    CellId cell;
    TaskId task;
};

/// Builds a header with all settings filled in and checked against the table: unknown tasks, settings,
/// methods, a stop rule without an end, targets that do not match the tasks. `learnFrom` empty: everyone from
/// everyone.
RunHeader makeHeader(const Problem& problem, std::string_view method, const SettingValues& changed,
                     std::uint64_t seed, const StopRule& stop,
                     const std::optional<LearnFrom>& learnFrom = {});

/// A method under way: asks for values, is told them, writes events. No thread, no clock, no file, no table
/// values: the same object serves a table, a replay and a trainer.
///
/// Between two calls of tell() the method is at rest. Same header and same values: same events, bit for bit,
/// in pieces or at once.
class Method {
public:
    virtual ~Method() = default;
    /// The evaluations it waits for; empty once done(). Stays the same until tell(). A batch never exceeds a
    /// task's budget; where a task meets its target inside a batch, the rest of its answers are ignored.
    virtual std::span<const Request> asked() const = 0;
    /// Values in the order of asked(), one each (BadArgument otherwise); NaN for a failed evaluation. Runs
    /// the method up to its next question.
    virtual void tell(std::span<const double> values) = 0;
    virtual bool done() const = 0;
};

/// Starts a method and runs it up to its first question. Events go to `sink` (null: none are kept, for
/// experiments). `problem` and `sink` must outlive it. Throws RecordMismatch if the header was made on
/// another table or other tasks, and what makeHeader() throws; settings that an old header lacks get their
/// defaults.
std::unique_ptr<Method> startMethod(const RunHeader& header, const Problem& problem, EventSink* sink);

/// A method on a table with its record: the driver for everything that a table answers at once.
class Run {
public:
    Run(RunHeader header, std::shared_ptr<const Problem> problem);
    ~Run();
    Run(Run&&) noexcept;
    Run& operator=(Run&&) noexcept;

    /// Answers at least one and at most `limit` evaluations (more only if one batch is larger). Returns false
    /// when the run is done.
    bool advance(std::size_t limit);
    /// Up to the beginning of the next generation, or to the end.
    bool advanceGeneration();
    bool done() const;
    /// The record so far; `finished` once done().
    const Record& record() const;
    std::shared_ptr<const Problem> problem() const;

private:
    friend Run fork(const Record&, std::shared_ptr<const Problem>, EventIndex, const SettingValues&,
                    const std::optional<LearnFrom>&);
    friend Run resume(const Record&, std::shared_ptr<const Problem>);
    struct Impl;
    explicit Run(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// The run that shares `parent`'s events up to the cursor (rounded up to the method's next decision point:
/// the beginning of a task's step) and from there goes on with changed settings. Replays the parent's method,
/// so it costs what the parent cost; throws RecordMismatch if the parent's events do not come out again. The
/// returned run stands at the fork point; advance() runs the other future.
Run fork(const Record& parent, std::shared_ptr<const Problem> problem, EventIndex at,
         const SettingValues& changed, const std::optional<LearnFrom>& learnFrom = {});

/// The rest of a run whose record was cut short (crash, stop): same header, continues behind the last event,
/// and ends with the record that the uncut run would have. Throws RecordMismatch if its events do not come
/// out again.
Run resume(const Record& parent, std::shared_ptr<const Problem> problem);

} // namespace ktnas
