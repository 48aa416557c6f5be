// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Builder.h"

#include "core/base/Error.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <utility>

namespace ktnas {
namespace {

using Clock = std::chrono::steady_clock;

bool isThere(const std::string& path)
{
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

} // namespace

struct BenchmarkBuilder::Impl {
    BenchmarkPlan plan;
    Options options;
    WorkList work;
    BenchmarkResults results;
    std::unique_ptr<ShardWriter> shard;
    std::vector<WorkKey> keys; ///< of this part
    std::deque<WorkKey> waiting;
    std::map<std::uint64_t, JobUnderWay> open; ///< by job id
    WorkerPool pool;
    std::set<WorkKey> failedNow; ///< failures that may pass are tried again in the next session, not in this
    std::uint64_t nextId = 1;
    unsigned failuresInARow = 0;
    double wallSeconds = 0; ///< inside step()
    double secondsNow = 0; ///< processor time of the results of this session

    Impl(const BenchmarkPlan& benchmark, Options chosen)
        : plan(benchmark)
        , options(std::move(chosen))
        , work(plan)
        , results(plan)
        , keys(work.shard(options.part, options.parts))
        , pool(options.pool)
    {
        openShard();
        for (const std::string& path : options.done)
            results.add(readShard(path));
        for (const WorkKey& key : keys) {
            if (!results.isDone(key))
                waiting.push_back(key);
        }
    }

    void openShard()
    {
        if (!isThere(options.shard)) {
            shard = std::make_unique<ShardWriter>(options.shard, plan);
            return;
        }
        if (!options.resume)
            throw Error(ErrorCode::BadArgument)
                .inFile(options.shard)
                .expecting("no results yet")
                .butFound("a file of results")
                .hinting("Go on with them by --resume, or remove the file.");
        const ResultShard before = readShard(options.shard);
        results.add(before);
        shard = std::make_unique<ShardWriter>(before);
    }

    void handOut()
    {
        // One job more than there are workers, so that none waits for us.
        while (!waiting.empty() && pool.openJobs() < pool.workerCount() + 1) {
            const WorkKey key = waiting.front();
            waiting.pop_front();
            TrainingJob job = work.job(plan, key);
            job.id = nextId++;
            job.checkpoint = fmt::format("{}-{}-{}-{}.part", options.shard, key.cell,
                                         plan.tasks[key.task].name(), key.seed);
            open.emplace(job.id, JobUnderWay{key});
            pool.submit(std::move(job));
        }
    }

    void take(const JobStarted& event)
    {
        JobUnderWay& job = open.at(event.id);
        job.worker = event.worker;
        job.share = 0;
    }
    void take(const JobProgress& event) { open.at(event.id).share = event.share; }
    void take(const JobDone& event)
    {
        const WorkKey key = open.extract(event.id).mapped().key;
        failuresInARow = 0;
        keep(key, event.result, false);
    }
    void take(const JobFailed& event)
    {
        const WorkKey key = open.extract(event.id).mapped().key;
        if (!concernsOneJob(event.error.code) || ++failuresInARow == mostFailuresInARow)
            throw Error(event.error);
        JobResult result;
        result.outcome.failure =
            event.error.code == ErrorCode::OutOfMemory ? std::string("out of memory") : event.error.found;
        keep(key, result, true);
    }

    bool isSettled(const WorkKey& key) const { return results.isDone(key) || failedNow.contains(key); }

    void keep(const WorkKey& key, const JobResult& result, bool isTransient)
    {
        // As the file has it, so that a table does not depend on what was read and what was just trained.
        const ShardEntry entry = shard->append(key, result, isTransient);
        if (isTransient)
            failedNow.insert(key);
        results.add(entry, result.task, shard->place());
        secondsNow += result.outcome.trainSeconds + result.outcome.judgeSeconds;
    }
};

BenchmarkBuilder::BenchmarkBuilder(const BenchmarkPlan& plan, Options options)
    : m_impl(new Impl(plan, std::move(options)))
{
}

BenchmarkBuilder::~BenchmarkBuilder() = default;

bool BenchmarkBuilder::step(std::chrono::milliseconds timeout)
{
    const Clock::time_point begin = Clock::now();
    m_impl->handOut();
    for (const WorkerEvent& event : m_impl->pool.poll(timeout))
        std::visit([this](const auto& one) { m_impl->take(one); }, event);
    m_impl->handOut();
    m_impl->wallSeconds += std::chrono::duration<double>(Clock::now() - begin).count();
    return m_impl->pool.openJobs() > 0;
}

void BenchmarkBuilder::addFirst(const std::vector<WorkKey>& keys)
{
    std::vector<WorkKey> wanted;
    for (const WorkKey& key : keys) {
        const bool isOpen =
            std::ranges::any_of(m_impl->open, [&key](const auto& job) { return job.second.key == key; });
        if (!m_impl->results.isDone(key) && !isOpen)
            wanted.push_back(key);
    }
    std::erase_if(m_impl->waiting,
                  [&wanted](const WorkKey& key) { return std::ranges::count(wanted, key) > 0; });
    m_impl->waiting.insert(m_impl->waiting.begin(), wanted.begin(), wanted.end());
}

void BenchmarkBuilder::dropExtras()
{
    m_impl->waiting.clear();
    for (const WorkKey& key : m_impl->keys) {
        const bool isOpen =
            std::ranges::any_of(m_impl->open, [&key](const auto& job) { return job.second.key == key; });
        if (!isOpen && !m_impl->isSettled(key))
            m_impl->waiting.push_back(key);
    }
}

void BenchmarkBuilder::stop()
{
    m_impl->pool.cancelAll();
    for (auto job = m_impl->open.rbegin(); job != m_impl->open.rend(); ++job)
        m_impl->waiting.push_front(job->second.key);
    m_impl->open.clear();
}

void BenchmarkBuilder::sync()
{
    m_impl->shard->sync();
}

BuildProgress BenchmarkBuilder::progress() const
{
    BuildProgress progress;
    progress.total = m_impl->keys.size();
    for (const WorkKey& key : m_impl->keys) {
        if (!m_impl->isSettled(key))
            continue;
        ++progress.done;
        progress.failed += m_impl->results.find(key)->failed() ? 1 : 0;
    }
    double share = static_cast<double>(progress.done);
    for (const auto& [id, job] : m_impl->open)
        share += job.share;
    progress.share = progress.total > 0 ? share / static_cast<double>(progress.total) : 1;
    progress.secondsSpent = m_impl->results.seconds();
    progress.left = estimateCost(m_impl->results, m_impl->work, left());
    if (progress.left.measured > 0) {
        // What this session's workers got done in its wall time; they share the machine with others.
        double speed = m_impl->pool.workerCount();
        if (m_impl->secondsNow > 0 && m_impl->wallSeconds > 0)
            speed = m_impl->secondsNow / m_impl->wallSeconds;
        progress.wallSecondsLeft = progress.left.seconds / speed;
    }
    return progress;
}

std::vector<JobUnderWay> BenchmarkBuilder::underWay() const
{
    std::vector<JobUnderWay> jobs;
    for (const auto& [id, job] : m_impl->open)
        jobs.push_back(job);
    return jobs;
}

std::vector<int> BenchmarkBuilder::workerProcesses() const
{
    return m_impl->pool.processes();
}

const BenchmarkResults& BenchmarkBuilder::results() const
{
    return m_impl->results;
}

const WorkList& BenchmarkBuilder::work() const
{
    return m_impl->work;
}

std::vector<WorkKey> BenchmarkBuilder::left() const
{
    std::vector<WorkKey> keys;
    std::ranges::copy_if(m_impl->keys, std::back_inserter(keys),
                         [this](const WorkKey& key) { return !m_impl->isSettled(key); });
    return keys;
}

} // namespace ktnas
