// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/WorkerPool.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <map>

using namespace ktnas;
using namespace std::chrono_literals;

namespace {

WorkerPool::Options quickWorkers(unsigned count, const std::string& word = {})
{
    WorkerPool::Options options;
    options.command = {KTNAS_QUICK_WORKER};
    if (!word.empty())
        options.command.push_back(word);
    options.workers = count;
    return options;
}

TrainingJob job(std::uint64_t id, const std::string& behaviour = {})
{
    TrainingJob job;
    job.id = id;
    job.cell.units = {{3, OperationFamily::Conv3x3, {0}, 0, false}};
    job.cell.output = {1};
    job.task.recipe.name = "object";
    job.task.recipe.labelSet = behaviour;
    job.settings.seed = id;
    job.settings.batch = 1;
    job.settings.passes = 4;
    return job;
}

/// Polls until no job is open; results by job id.
struct Outcomes {
    std::map<std::uint64_t, JobResult> done;
    std::map<std::uint64_t, Error> failed;
    std::vector<std::uint64_t> started;
    std::map<std::uint64_t, double> progress;
};
Outcomes drain(WorkerPool& pool)
{
    Outcomes outcomes;
    while (pool.openJobs() > 0) {
        for (const WorkerEvent& event : pool.poll(1s)) {
            if (const auto* started = std::get_if<JobStarted>(&event))
                outcomes.started.push_back(started->id);
            else if (const auto* progress = std::get_if<JobProgress>(&event))
                outcomes.progress[progress->id] = progress->share;
            else if (const auto* done = std::get_if<JobDone>(&event))
                outcomes.done.emplace(done->id, done->result);
            else if (const auto* failed = std::get_if<JobFailed>(&event))
                outcomes.failed.emplace(failed->id, failed->error);
        }
    }
    return outcomes;
}

bool lives(int process)
{
    return ::kill(process, 0) == 0;
}

} // namespace

class TestWorkerPool : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyJobComesBackOnce()
    {
        WorkerPool pool(quickWorkers(2));
        for (std::uint64_t id = 1; id <= 20; ++id)
            pool.submit(job(id));
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{20});
        QCOMPARE(outcomes.started.size(), std::size_t{20});
        QVERIFY(outcomes.failed.empty());
        QVERIFY(outcomes.done.at(1).outcome.valid.loss != outcomes.done.at(2).outcome.valid.loss);
        QCOMPARE(outcomes.done.at(3).outcome.library, std::string("quick 1"));
        QCOMPARE(outcomes.done.at(3).task.name, std::string("object"));
        QCOMPARE(outcomes.done.at(3).task.validRows, std::uint64_t{8});
        // The same job again, by another pool: the same result.
        WorkerPool other(quickWorkers(1));
        other.submit(job(7));
        QCOMPARE(drain(other).done.at(7).outcome.valid.loss, outcomes.done.at(7).outcome.valid.loss);
    }

    void tellsProgress()
    {
        WorkerPool pool(quickWorkers(1));
        TrainingJob slow = job(1, "slow");
        slow.settings.passes = 60;
        pool.submit(slow);
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{1});
        QVERIFY(outcomes.progress.at(1) > 0.1 && outcomes.progress.at(1) <= 1);
    }

    void crashTakesOnlyItsJob()
    {
        WorkerPool pool(quickWorkers(2));
        pool.submit(job(1));
        pool.submit(job(2, "crash"));
        pool.submit(job(3, "exit"));
        pool.submit(job(4));
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{2});
        QCOMPARE(outcomes.failed.at(2).code, ErrorCode::TrainingFailed);
        QVERIFY2(outcomes.failed.at(2).found.find("signal 6") != std::string::npos,
                 outcomes.failed.at(2).found.c_str());
        QVERIFY2(outcomes.failed.at(3).found.find("exit code 7: enough of this") != std::string::npos,
                 outcomes.failed.at(3).found.c_str());
        QCOMPARE(std::ranges::count(outcomes.started, std::uint64_t{2}), 2);
    }

    void oneCrashIsForgiven()
    {
        const QTemporaryDir folder;
        WorkerPool pool(quickWorkers(1));
        pool.submit(job(1, "crash-once " + folder.filePath(QStringLiteral("calls")).toStdString()));
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{1});
        QCOMPARE(outcomes.started.size(), std::size_t{2});
    }

    void killedWorkerIsReplaced()
    {
        WorkerPool pool(quickWorkers(1));
        TrainingJob slow = job(1, "slow");
        slow.settings.passes = 30;
        pool.submit(slow);
        (void)pool.poll(100ms);
        const int first = pool.processes().at(0);
        ::kill(first, SIGKILL);
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{1});
        QVERIFY(pool.processes().at(0) != first);
    }

    void failuresKeepTheirReason()
    {
        WorkerPool pool(quickWorkers(1));
        pool.submit(job(1, "no-memory"));
        pool.submit(job(2, "diverge"));
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.failed.at(1).code, ErrorCode::OutOfMemory);
        QCOMPARE(outcomes.done.at(2).outcome.failure, std::string("loss is not a number at step 3"));

        WorkerPool::Options options = quickWorkers(1);
        options.devices = {"cuda:9"};
        WorkerPool elsewhere(options);
        elsewhere.submit(job(1));
        const Error error = drain(elsewhere).failed.at(1);
        QCOMPARE(error.code, ErrorCode::UnknownDevice);
        QCOMPARE(error.found, std::string("cuda:9"));
    }

    void cancelKillsAtOnce()
    {
        WorkerPool pool(quickWorkers(1));
        pool.submit(job(1, "endless"));
        pool.submit(job(2));
        (void)pool.poll(100ms);
        const int process = pool.processes().at(0);
        pool.cancel(1);
        QVERIFY(!lives(process));
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.size(), std::size_t{1});
        QCOMPARE(outcomes.started, std::vector<std::uint64_t>{2});
        pool.submit(job(3, "endless"));
        pool.submit(job(4));
        pool.cancelAll();
        QCOMPARE(pool.openJobs(), std::size_t{0});
        QVERIFY(pool.poll(1ms).empty());
    }

    void workersEndWithThePool()
    {
        std::vector<int> processes;
        {
            WorkerPool pool(quickWorkers(2));
            pool.submit(job(1, "endless"));
            pool.submit(job(2, "endless"));
            (void)pool.poll(100ms);
            processes = pool.processes();
            QCOMPARE(processes.size(), std::size_t{2});
        }
        for (const int process : processes)
            QVERIFY(!lives(process));
    }

    void programsThatAreNoWorkers()
    {
        for (const char* word : {"--mute", "--babble"}) {
            WorkerPool pool(quickWorkers(1, word));
            pool.submit(job(1));
            try {
                (void)drain(pool);
                QFAIL("a program that is no worker was taken for one");
            } catch (const Error& error) {
                QCOMPARE(error.code, ErrorCode::TrainingFailed);
                QCOMPARE(error.file, std::string(KTNAS_QUICK_WORKER));
            }
        }
        WorkerPool::Options options = quickWorkers(1);
        options.command = {"/nonexistent/ktnas"};
        WorkerPool pool(options);
        pool.submit(job(1));
        QVERIFY_EXCEPTION_THROWN((void)pool.poll(1s), Error);
    }

    void theZeroNetworkIsNotTrained()
    {
        WorkerPool pool(quickWorkers(1));
        TrainingJob zero = job(1, "crash");
        zero.cell = {};
        pool.submit(zero);
        const Outcomes outcomes = drain(pool);
        QCOMPARE(outcomes.done.at(1).outcome.valid.named, 0.75);
        QVERIFY(std::abs(outcomes.done.at(1).outcome.valid.likelihood - (0.75 * 0.75 + 0.25 * 0.25)) < 1e-12);
    }

    void proxies()
    {
        WorkerPool pool(quickWorkers(1));
        TrainingJob job1 = job(1);
        job1.kind = TrainingJob::Kind::Proxies;
        job1.settings.seed = 5;
        job1.settings.batch = 32;
        pool.submit(job1);
        const JobResult result = drain(pool).done.at(1);
        QCOMPARE(result.proxies.size(), std::size_t{3});
        QCOMPARE(result.proxies[0].name, std::string("units"));
        QCOMPARE(result.proxies[2].value, 32.0);
    }
};

QTEST_GUILESS_MAIN(TestWorkerPool)
#include "tst_workerpool.moc"
