// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/TrainedRun.h"

#include "core/base/Error.h"
#include "core/learn/search/Replayed.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace ktnas {
namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// A run's tasks as places in the plan.
std::vector<std::uint16_t> planTasks(const Problem& problem, const BenchmarkPlan& plan)
{
    std::vector<std::uint16_t> places;
    for (const RunTask& task : problem.tasks()) {
        const auto found = std::ranges::find(plan.tasks, task.name, &PlannedTask::name);
        KTNAS_ASSERT(found != plan.tasks.end());
        places.push_back(static_cast<std::uint16_t>(found - plan.tasks.begin()));
    }
    return places;
}

} // namespace

struct TrainedRun::Impl {
    struct Open {
        WorkKey key;
        TrainingUnderWay shown;
        bool isStarted = false;
        Clock::time_point start;
    };
    using NetworkTask = std::pair<std::uint32_t, std::uint16_t>; ///< class and task of the plan

    std::shared_ptr<const Problem> problem;
    std::shared_ptr<TrainableTable> table;
    Replayed run;
    std::vector<std::uint16_t> tasks; ///< of the plan, by the run's
    WorkerPool::Options options;
    std::unique_ptr<WorkerPool> pool; ///< null until something is to be trained
    std::map<std::uint64_t, Open> open; ///< by job id
    std::set<NetworkTask> unused; ///< trained here, and no evaluation had it yet
    TrainingProgress told; ///< the counts
    std::uint64_t nextId = 1;
    std::vector<unsigned> failuresInARow; ///< by task of the plan
    std::optional<Error> writeProblem;
    double wallSeconds = 0; ///< of the trainings that were done
    std::size_t timed = 0;

    Impl(RunHeader header, std::shared_ptr<const Problem> givenProblem,
         std::shared_ptr<TrainableTable> trainable, WorkerPool::Options workers,
         const Record* parent = nullptr, EventIndex watchFrom = std::numeric_limits<EventIndex>::max())
        : problem(std::move(givenProblem))
        , table(std::move(trainable))
        , run(std::move(header), *problem, parent, watchFrom)
        , tasks(planTasks(*problem, table->plan()))
        , options(std::move(workers))
        , failuresInARow(table->plan().tasks.size(), 0)
    {
        if (parent != nullptr)
            table->addRecorded(*parent);
    }

    NetworkTask networkTask(CellId cell, TaskId task) const
    {
        return {table->work().representative(cell), tasks[task.value]};
    }

    std::optional<double> valueOf(const Request& request) const
    {
        return table->value(request.cell, tasks[request.task.value]);
    }

    /// Values of the batch, by place; nothing where one is still to be trained. Behind an answer that meets a
    /// task's target the task's other answers are ignored, so nothing is trained for them.
    std::vector<std::optional<double>> answers() const
    {
        const Scene& scene = run.shell->scene();
        const auto& targets = run.record.header.stop.targets;
        std::vector<std::uint8_t> isMet(tasks.size(), 0);
        std::vector<std::optional<double>> values;
        values.reserve(scene.asked().size());
        for (const Request& request : scene.asked()) {
            const std::size_t task = request.task.value;
            if (isMet[task] != 0) {
                values.emplace_back(std::numeric_limits<double>::quiet_NaN());
                continue;
            }
            values.push_back(valueOf(request));
            if (values.back() && task < targets.size() && targets[task])
                isMet[task] =
                    scene.quality(request.task, *values.back()) > scene.quality(request.task, *targets[task])
                    ? 1
                    : 0;
        }
        return values;
    }

    /// True if the batch was complete and was told.
    bool tellIfComplete()
    {
        const std::vector<std::optional<double>> known = answers();
        if (!std::ranges::all_of(known, [](const auto& value) { return value.has_value(); }))
            return false;
        std::vector<double> values;
        values.reserve(known.size());
        std::ranges::transform(known, std::back_inserter(values), [](const auto& value) { return *value; });
        const EventIndex before = run.record.events.size();
        run.tell(values);
        for (EventIndex i = before; i < run.record.events.size(); ++i) {
            if (const auto* evaluated = std::get_if<Evaluated>(&run.record.events[i]))
                count(*evaluated);
        }
        return true;
    }

    void count(const Evaluated& evaluated)
    {
        const NetworkTask network = networkTask(evaluated.cell, evaluated.task);
        if (const auto fresh = unused.find(network); fresh != unused.end())
            unused.erase(fresh);
        else if (evaluated.counted)
            ++told.reused;
        if (std::isnan(evaluated.value))
            told.failures.push_back(
                {evaluated.cell, evaluated.task, table->failure(evaluated.cell, network.second)});
    }

    /// What no answer waits for any more, since its task has met its target, is not trained to its end: a new
    /// worker starts in a second, a training takes longer.
    void dropSuperfluous()
    {
        std::set<WorkKey> awaited;
        const std::vector<std::optional<double>> known = answers();
        for (std::size_t i = 0; i < known.size(); ++i) {
            if (known[i])
                continue;
            const Request& request = run.shell->asked()[i];
            const auto keys = table->missing(request.cell, networkTask(request.cell, request.task).second);
            awaited.insert(keys.begin(), keys.end());
        }
        std::erase_if(open, [&](const auto& job) {
            const bool isAwaited = awaited.contains(job.second.key);
            if (!isAwaited)
                pool->cancel(job.first);
            return !isAwaited;
        });
    }

    void handOut()
    {
        // One job more than there are workers, so that none waits for us.
        const auto hasRoom = [this] { return open.size() <= options.workers; };
        const std::vector<std::optional<double>> known = answers();
        for (std::size_t i = 0; i < known.size() && hasRoom(); ++i) {
            if (known[i])
                continue;
            const Request& request = run.shell->asked()[i];
            for (const WorkKey& key :
                 table->missing(request.cell, networkTask(request.cell, request.task).second)) {
                const bool isOpen =
                    std::ranges::any_of(open, [&key](const auto& job) { return job.second.key == key; });
                if (!isOpen && hasRoom())
                    submit(key, request);
            }
        }
    }

    void submit(const WorkKey& key, const Request& request)
    {
        TrainingJob job = table->job(key);
        job.id = nextId++;
        Open one;
        one.key = key;
        one.shown.cell = request.cell;
        one.shown.task = request.task;
        one.shown.seed = key.seed;
        open.emplace(job.id, one);
        if (!pool)
            pool = std::make_unique<WorkerPool>(options);
        pool->submit(std::move(job));
    }

    void take(const JobStarted& event)
    {
        Open& job = open.at(event.id);
        job.isStarted = true;
        job.start = Clock::now();
        job.shown.worker = event.worker;
        job.shown.share = 0;
    }
    void take(const JobProgress& event) { open.at(event.id).shown.share = event.share; }
    void take(const JobDone& event)
    {
        const Open job = open.extract(event.id).mapped();
        failuresInARow[job.key.task] = 0;
        wallSeconds += secondsSince(job.start);
        ++timed;
        keep(job, event.result, false);
    }
    void take(const JobFailed& event)
    {
        const Open job = open.extract(event.id).mapped();
        unsigned& inARow = failuresInARow[job.key.task];
        if (!concernsOneJob(event.error.code) || ++inARow == mostFailuresInARow) {
            inARow = 0;
            throw Error(event.error);
        }
        JobResult result;
        result.outcome.failure =
            event.error.code == ErrorCode::OutOfMemory ? std::string("out of memory") : event.error.found;
        keep(job, result, true);
    }

    void keep(const Open& job, const JobResult& result, bool isTransient)
    {
        ++told.trained;
        told.seconds += result.outcome.trainSeconds + result.outcome.judgeSeconds;
        unused.insert({job.key.cell, job.key.task});
        try {
            table->take(job.key, result, isTransient);
            writeProblem.reset();
        } catch (const Error& error) {
            if (error.code != ErrorCode::WriteFailed)
                throw;
            writeProblem = error; // the value is here, and the file is tried again with the next
        }
    }

    /// Events of a poll are all taken, even where one of them throws: none comes again.
    void poll(std::chrono::milliseconds timeout)
    {
        std::optional<Error> failure;
        if (!pool)
            return;
        for (const WorkerEvent& event : pool->poll(timeout)) {
            try {
                std::visit([this](const auto& one) { take(one); }, event);
            } catch (const Error& error) {
                if (!failure)
                    failure = error;
            }
        }
        if (failure)
            throw Error(*failure);
    }

    double secondsLeft() const
    {
        const auto& budget = run.record.header.stop.evaluations;
        if (!budget || timed == 0)
            return 0;
        double left = 0;
        for (std::uint16_t t = 0; t < tasks.size(); ++t) {
            const std::uint64_t done = run.shell->scene().evaluations(TaskId(t));
            left += static_cast<double>(*budget - std::min(*budget, done));
        }
        for (const auto& value : answers())
            left -= value ? 1 : 0;
        for (const auto& [id, job] : open)
            left -= job.shown.share;
        return std::max(0.0, left) * table->plan().seeds * (wallSeconds / static_cast<double>(timed))
            / options.workers;
    }
};

TrainedRun::TrainedRun(RunHeader header, std::shared_ptr<const Problem> problem,
                       std::shared_ptr<TrainableTable> table, WorkerPool::Options workers)
    : m_impl(
        std::make_unique<Impl>(std::move(header), std::move(problem), std::move(table), std::move(workers)))
{
}

TrainedRun::TrainedRun(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{
}

TrainedRun::~TrainedRun() = default;
TrainedRun::TrainedRun(TrainedRun&&) noexcept = default;
TrainedRun& TrainedRun::operator=(TrainedRun&&) noexcept = default;

TrainedRun TrainedRun::resume(const Record& parent, std::shared_ptr<const Problem> problem,
                              std::shared_ptr<TrainableTable> table, WorkerPool::Options workers)
{
    auto impl = std::make_unique<Impl>(parent.header, std::move(problem), std::move(table),
                                       std::move(workers), &parent);
    impl->run.replayAll(parent);
    return TrainedRun(std::move(impl));
}

TrainedRun TrainedRun::fork(const Record& parent, std::shared_ptr<const Problem> problem,
                            std::shared_ptr<TrainableTable> table, WorkerPool::Options workers, EventIndex at,
                            const SettingValues& changed, const std::optional<LearnFrom>& learnFrom)
{
    ForkStart start = forkStart(parent, *problem, at, changed, learnFrom);
    auto impl = std::make_unique<Impl>(std::move(start.header), std::move(problem), std::move(table),
                                       std::move(workers), &parent, start.at);
    Replayed& run = impl->run;
    const Scene& scene = run.shell->scene();
    run.replay([&] { return !scene.watchedAt(); });
    RunHeader& made = run.record.header;
    if (scene.watchedAt() || run.shell->done())
        settleFork(made, start.isEdited, scene.watchedAt(), run.record.events.size());
    else
        made.forkedAt = run.record.events.size(); // the edit waits for values that are still to be trained
    checkSameEvents(run.record.events, parent, std::min(made.forkedAt, parent.events.size()));
    return TrainedRun(std::move(impl));
}

bool TrainedRun::step(std::chrono::milliseconds timeout, std::size_t batches)
{
    const Clock::time_point end = Clock::now() + timeout;
    std::size_t told = 0;
    while (!done() && m_impl->tellIfComplete()) {
        if (++told == batches || Clock::now() >= end)
            break;
    }
    if (done()) {
        stop(); // ends the workers, with what a met target made superfluous
        return false;
    }
    if (told > 0)
        return true;
    m_impl->handOut();
    m_impl->poll(timeout);
    m_impl->dropSuperfluous();
    m_impl->handOut();
    return true;
}

void TrainedRun::replayKnown(EventIndex events)
{
    while (!done() && record().events.size() < events && m_impl->tellIfComplete()) { }
}

bool TrainedRun::finishUnderWay(std::chrono::milliseconds timeout)
{
    for (auto job = m_impl->open.begin(); job != m_impl->open.end();) {
        if (job->second.isStarted) {
            ++job;
            continue;
        }
        m_impl->pool->cancel(job->first);
        job = m_impl->open.erase(job);
    }
    if (m_impl->open.empty())
        return false;
    m_impl->poll(timeout);
    return !m_impl->open.empty();
}

void TrainedRun::stop()
{
    m_impl->pool.reset();
    m_impl->open.clear();
}

bool TrainedRun::done() const
{
    return m_impl->run.shell->done();
}

bool TrainedRun::isTraining() const
{
    return !m_impl->open.empty();
}

const Record& TrainedRun::record() const
{
    return m_impl->run.record;
}

std::shared_ptr<const Problem> TrainedRun::problem() const
{
    return m_impl->problem;
}

const TrainableTable& TrainedRun::table() const
{
    return *m_impl->table;
}

TrainingProgress TrainedRun::progress() const
{
    TrainingProgress progress = m_impl->told;
    for (const auto& value : m_impl->answers()) {
        ++progress.asked;
        progress.answered += value ? 1 : 0;
    }
    if (m_impl->timed > 0)
        progress.wallSecondsPerTraining = m_impl->wallSeconds / static_cast<double>(m_impl->timed);
    for (const auto& [id, job] : m_impl->open) {
        if (!job.isStarted)
            continue;
        TrainingUnderWay shown = job.shown;
        shown.seconds = secondsSince(job.start);
        if (shown.share > 0)
            shown.secondsLeft = shown.seconds * (1 - shown.share) / shown.share;
        progress.underWay.push_back(shown);
    }
    std::ranges::sort(progress.underWay, {}, &TrainingUnderWay::worker);
    progress.secondsLeft = m_impl->secondsLeft();
    return progress;
}

const std::optional<Error>& TrainedRun::writeProblem() const
{
    return m_impl->writeProblem;
}

std::vector<int> TrainedRun::processes() const
{
    return m_impl->pool ? m_impl->pool->processes() : std::vector<int>();
}

} // namespace ktnas
