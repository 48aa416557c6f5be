// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainedRun.h"
#include "core/search/Run.h"

#include <cstddef>
#include <memory>
#include <optional>

namespace ktnas {

/// What a RunWorker advances. Lives on the worker's thread from its first use.
class RunSource {
public:
    virtual ~RunSource() = default;
    virtual const Record& record() const = 0;
    virtual bool done() const = 0;
    /// As Run::advance(), or a fraction of a second of it.
    virtual void advance(std::size_t evaluations) = 0;
    virtual void advanceGeneration() = 0;
    /// False if the last advance did not come to its end yet and is to be called again.
    virtual bool isStepOver() const { return true; }
    /// True while something goes on that is finished at rest too.
    virtual bool isWorking() const { return false; }
    /// Goes on with that for a fraction of a second.
    virtual void rest() { }
    /// The run was ended for good.
    virtual void end() { }
    /// How far trainings are; null for a run that needs none.
    virtual std::shared_ptr<const TrainingProgress> training() const { return {}; }
    /// Why results cannot be written at the moment.
    virtual std::optional<Error> writeProblem() const { return {}; }
};

/// A run whose values a table has.
std::unique_ptr<RunSource> tableSource(Run run);
/// A run whose values are trained.
std::unique_ptr<RunSource> trainedSource(TrainedRun run);

} // namespace ktnas
