// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainableTable.h"
#include "core/learn/work/WorkerPool.h"
#include "core/record/Record.h"
#include "core/search/Problem.h"

#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

/// A network that is being trained for a run.
struct TrainingUnderWay {
    CellId cell; ///< as the run asked for it; the network is built from the first cell of its class
    TaskId task; ///< of the run
    std::uint32_t seed = 0;
    unsigned worker = 0; ///< 0-based
    double share = 0; ///< 0 … 1
    double seconds = 0; ///< of wall time so far
    double secondsLeft = 0; ///< 0 while nothing can be said
};

/// An evaluation that gave no value.
struct FailedTraining {
    CellId cell;
    TaskId task;
    std::string reason; ///< "loss is not a number at step 31"
};

/// How far a run is with what its method asked for.
struct TrainingProgress {
    std::size_t asked = 0; ///< evaluations of the batch under way
    std::size_t answered = 0; ///< of them with a value
    std::size_t trained = 0; ///< networks that this run has trained
    std::size_t reused = 0; ///< evaluations answered by a training of another search, or of a twin
    std::vector<FailedTraining> failures; ///< of this session, in their order
    double seconds = 0; ///< processor time of the trainings of this run
    double wallSecondsPerTraining = 0; ///< mean of this session; 0 before the first
    std::vector<TrainingUnderWay> underWay; ///< by worker
    /// Until the run's budget is used up, by the mean so far; 0 where nothing can be said or the run has no
    /// budget of evaluations.
    double secondsLeft = 0;
};

/// A method with its record, whose values are trained: the driver for everything that takes its time. A
/// stepper for one thread. Whatever ends the program, only the trainings under way are lost: each value is in
/// the results' file as soon as it is there, and the method costs nothing to run again.
///
/// The same header and the same values give the same record, whatever the number of workers and the order in
/// which they end.
class TrainedRun {
public:
    /// A new run. `problem` was made on table->table(). Throws what startMethod() throws.
    TrainedRun(RunHeader header, std::shared_ptr<const Problem> problem,
               std::shared_ptr<TrainableTable> table, WorkerPool::Options workers);
    /// The rest of a run whose record was cut short: the record's values are not trained again, and stand
    /// also where the results say something else. Throws RecordMismatch if its events do not come out again.
    static TrainedRun resume(const Record& parent, std::shared_ptr<const Problem> problem,
                             std::shared_ptr<TrainableTable> table, WorkerPool::Options workers);
    /// The other future of a run, see ktnas::fork(). What the parent has trained is not trained again.
    static TrainedRun fork(const Record& parent, std::shared_ptr<const Problem> problem,
                           std::shared_ptr<TrainableTable> table, WorkerPool::Options workers, EventIndex at,
                           const SettingValues& changed, const std::optional<LearnFrom>& learnFrom = {});
    ~TrainedRun();
    TrainedRun(TrainedRun&&) noexcept;
    TrainedRun& operator=(TrainedRun&&) noexcept;

    /// Hands out trainings and goes on for about `timeout`, less when a batch was told. Returns false when
    /// the run is done. Throws what keeps every training from being done (PluginMissing, UnknownDevice,
    /// FileMissing, PicturesDamaged, CheckpointMismatch for other pictures than those of earlier results, …),
    /// and TrainingFailed if one training after the other brings its worker down; step() may be called again.
    /// A single training that fails is an evaluation without a value.
    bool step(std::chrono::milliseconds timeout,
              std::size_t batches = std::numeric_limits<std::size_t>::max());
    /// Tells batches whose values are all known, until the record has so many events or one is not.
    void replayKnown(EventIndex events);
    /// As step(), but hands nothing out and tells nothing: what is under way goes on to its end. Returns
    /// false when nothing is under way.
    bool finishUnderWay(std::chrono::milliseconds timeout);
    /// Ends the workers; what is under way is lost but for its checkpoint. step() begins it again.
    void stop();

    bool done() const;
    bool isTraining() const; ///< true while trainings are under way
    /// The record so far; `finished` once done().
    const Record& record() const;
    std::shared_ptr<const Problem> problem() const;
    const TrainableTable& table() const;
    TrainingProgress progress() const;
    /// Why the last result could not be written; the run goes on, and the next result tries again.
    const std::optional<Error>& writeProblem() const;
    /// Process ids of the workers that live.
    std::vector<int> processes() const;

private:
    struct Impl;
    explicit TrainedRun(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Runs a record's method again on its own values, as far as it has them, and compares. Throws RecordMismatch
/// if its events do not come out again. Needs neither results nor workers.
void verifyTrained(const Record& record, const Problem& problem);

} // namespace ktnas
