// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/CellVerifier.h"

#include "core/base/Error.h"
#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/Measures.h"
#include "core/learn/work/WorkerPool.h"
#include "core/space/Space.h"
#include "widgets/session/Session.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>
#include <span>
#include <system_error>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

/// Values farther apart than this many standard deviations of one training are not explained by its noise.
constexpr double mostDeviations = 3;
/// Tables have six digits.
constexpr double rounding = 1e-5;

const Measure* measureOf(const Task& task, const TaskMetric& metric, Split split)
{
    const auto found = std::ranges::find_if(task.measures, [&](const Measure& measure) {
        return measure.metric == metric.column && measure.split == split && !measure.epoch;
    });
    return found == task.measures.end() ? nullptr : &*found;
}

std::vector<TrainingJob> jobsOf(const BenchmarkPlan& plan, CellId cell)
{
    const WorkList work(plan);
    std::vector<TrainingJob> jobs;
    for (std::size_t task = 0; task < plan.tasks.size(); ++task) {
        for (std::uint32_t seed = 0; seed < plan.seeds; ++seed)
            jobs.push_back(work.job(plan,
                                    {work.representative(cell), static_cast<std::uint16_t>(task),
                                     static_cast<std::uint32_t>(plan.firstSeed) + seed}));
    }
    return jobs;
}

std::vector<JobResult> carriedOut(std::vector<TrainingJob> jobs, const std::vector<std::string>& command,
                                  JobControl& control)
{
    WorkerPool::Options options;
    options.command = command;
    options.workers = std::min(defaultWorkers(), static_cast<unsigned>(jobs.size()));
    WorkerPool pool(options);
    std::vector<JobResult> results(jobs.size());
    std::vector<double> shares(jobs.size(), 0);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
        jobs[i].id = i;
        pool.submit(std::move(jobs[i]));
    }
    while (pool.openJobs() > 0) {
        for (const WorkerEvent& event : pool.poll(std::chrono::milliseconds(100))) {
            if (const auto* progress = std::get_if<JobProgress>(&event)) {
                shares[progress->id] = progress->share;
            } else if (const auto* done = std::get_if<JobDone>(&event)) {
                results[done->id] = done->result;
                shares[done->id] = 1;
            } else if (const auto* failed = std::get_if<JobFailed>(&event)) {
                throw Error(failed->error);
            }
        }
        if (control.stop().stop_requested())
            throw Error(ErrorCode::Cancelled);
        control.setProgress(std::accumulate(shares.begin(), shares.end(), 0.0)
                            / static_cast<double>(shares.size()));
    }
    return results;
}

Verification verifiedCell(const std::shared_ptr<const Table>& table, CellId cell,
                          const std::vector<std::string>& command, JobControl& control)
{
    Making making = readMaking(benchmarkFiles(table->content().path).making);
    making.plan.networks.reset();
    making.plan.cells = {table->space().format(table->space().cell(cell))};
    const std::vector<JobResult> results = carriedOut(jobsOf(making.plan, cell), command, control);
    return {table, cell, compareWithTable(*table, cell, making, results)};
}

} // namespace

bool VerifiedValue::isEqual() const
{
    return std::abs(again - stored) <= rounding * std::max(std::abs(stored), 1e-3);
}

double VerifiedValue::deviations() const
{
    return deviation && *deviation > 0 ? (again - stored) / *deviation
                                       : std::numeric_limits<double>::quiet_NaN();
}

bool VerifiedValue::holds() const
{
    return isEqual() || (deviation && std::abs(again - stored) <= mostDeviations * *deviation);
}

std::size_t Verification::heldCount() const
{
    return static_cast<std::size_t>(std::ranges::count_if(values, &VerifiedValue::holds));
}

std::vector<VerifiedValue> compareWithTable(const Table& table, CellId cell, const Making& making,
                                            const std::vector<JobResult>& results)
{
    const BenchmarkPlan& plan = making.plan;
    const auto row = table.rowOf(cell);
    KTNAS_ASSERT(row && results.size() == plan.tasks.size() * plan.seeds);
    std::vector<VerifiedValue> values;
    for (std::size_t t = 0; t < plan.tasks.size(); ++t) {
        const PlannedTask& planned = plan.tasks[t];
        const auto own = std::span(results).subspan(t * plan.seeds, plan.seeds);
        const std::string known = making.checksumOf(planned.name());
        if (own.front().task.checksum != known)
            throw Error(ErrorCode::CheckpointMismatch)
                .inFile(planned.source.pictures)
                .inColumn(planned.name())
                .expecting("data with the checksum " + known.substr(0, 16))
                .butFound(own.front().task.checksum.substr(0, 16))
                .hinting("The pictures at that place are others than when the table was made.");
        const Task& task = table.tasks()[table.taskIndex(planned.name())];
        for (const Split split : {Split::Valid, Split::Test}) {
            for (const TaskMetric& metric : columnsOf(planned)) {
                const Measure* const measure = measureOf(task, metric, split);
                if (!measure || std::isnan(measure->values[*row]))
                    continue;
                VerifiedValue one{
                    planned.name(), std::string(metric.column), split, measure->values[*row], 0, {}};
                one.deviation = making.deviationOf(planned.name(), metric.column);
                for (const JobResult& result : own) {
                    if (!result.outcome.failure.empty())
                        throw Error(ErrorCode::TrainingFailed).butFound(result.outcome.failure);
                    const Judgement& judged =
                        split == Split::Valid ? result.outcome.valid : result.outcome.test;
                    one.again += valueOf(judged, metric) / static_cast<double>(own.size());
                }
                values.push_back(std::move(one));
            }
        }
    }
    return values;
}

CellVerifier::CellVerifier(Session& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_command(workerCommand())
{
    connect(&session, &Session::tableChanged, this, &CellVerifier::lookAtTable);
    lookAtTable();
}

void CellVerifier::lookAtTable()
{
    const auto& table = m_session.table();
    std::error_code ignored;
    m_canVerify = table && std::filesystem::exists(benchmarkFiles(table->content().path).making, ignored);
    if (m_verification && m_verification->table != table)
        m_verification.reset();
    m_failure.reset();
    Q_EMIT changed();
}

void CellVerifier::verify(CellId cell)
{
    const std::shared_ptr<const Table> table = m_session.table();
    KTNAS_ASSERT(table && m_canVerify);
    const int number = ++m_number;
    m_isVerifying = true;
    m_failure.reset();
    m_verification.reset();
    const auto end = [this, number] {
        if (m_number == number) // else a newer one is under way, or has ended already
            m_isVerifying = false;
        Q_EMIT changed();
    };
    using Result = std::variant<Verification, Error>;
    m_session.jobs().start(
        tr("Training a cell again"), QStringLiteral("cell.verify"), this,
        [table, cell, command = m_command](JobControl& control) -> Result {
            try {
                return verifiedCell(table, cell, command, control);
            } catch (const Error& error) {
                return error;
            }
        },
        [this, end](Result result) {
            if (auto* made = std::get_if<Verification>(&result))
                m_verification = std::move(*made);
            else if (std::get<Error>(result).code != ErrorCode::Cancelled)
                m_failure = errorReport(std::get<Error>(result));
            end();
        },
        [this, end](const QString& message) {
            m_failure = ErrorReport{message, {}, {}, {}};
            end();
        },
        end);
    Q_EMIT changed();
}

} // namespace ktnas
