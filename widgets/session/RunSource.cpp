// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/RunSource.h"

#include <chrono>
#include <utility>

namespace ktnas {
namespace {

/// One turn of a run that trains: how late an order may be followed.
constexpr std::chrono::milliseconds oneTurn{80};

class TableSource final : public RunSource {
public:
    explicit TableSource(Run run)
        : m_run(std::move(run))
    {
    }
    const Record& record() const override { return m_run.record(); }
    bool done() const override { return m_run.done(); }
    void advance(std::size_t evaluations) override { m_run.advance(evaluations); }
    void advanceGeneration() override { m_run.advanceGeneration(); }

private:
    Run m_run;
};

class TrainedSource final : public RunSource {
public:
    explicit TrainedSource(TrainedRun run)
        : m_run(std::move(run))
    {
    }
    const Record& record() const override { return m_run.record(); }
    bool done() const override { return m_run.done(); }

    /// Values come in the batches that a method asks for, so a step is one of them.
    void advance(std::size_t) override
    {
        const EventIndex before = record().events.size();
        m_run.step(oneTurn, 1);
        m_isStepOver = record().events.size() > before;
    }

    void advanceGeneration() override
    {
        const EventIndex before = record().events.size();
        m_run.step(oneTurn, 1);
        m_isStepOver = false;
        for (EventIndex i = before; i < record().events.size(); ++i)
            m_isStepOver = m_isStepOver || std::holds_alternative<GenerationBegan>(record().events[i]);
    }

    bool isStepOver() const override { return m_isStepOver; }
    bool isWorking() const override { return m_run.isTraining(); }
    void rest() override
    {
        if (!m_run.finishUnderWay(oneTurn))
            m_run.stop(); // workers that wait keep hundreds of megabytes
    }
    void end() override { m_run.stop(); }
    std::shared_ptr<const TrainingProgress> training() const override
    {
        return std::make_shared<const TrainingProgress>(m_run.progress());
    }
    std::optional<Error> writeProblem() const override { return m_run.writeProblem(); }

private:
    TrainedRun m_run;
    bool m_isStepOver = true;
};

} // namespace

std::unique_ptr<RunSource> tableSource(Run run)
{
    return std::make_unique<TableSource>(std::move(run));
}

std::unique_ptr<RunSource> trainedSource(TrainedRun run)
{
    return std::make_unique<TrainedSource>(std::move(run));
}

} // namespace ktnas
