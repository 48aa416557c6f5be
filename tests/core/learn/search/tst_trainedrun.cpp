// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/TrainedRun.h"

#include "core/learn/work/BenchmarkTable.h"
#include "core/learn/work/Builder.h"
#include "core/record/RecordIndex.h"
#include "core/search/Replay.h"
#include "core/search/Run.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <csignal>
#include <set>

using namespace ktnas;
using namespace std::chrono_literals;

namespace {

/// A plan for the quick worker, whose values are made up of the network, the task and the seed at once.
BenchmarkPlan quickPlan(const std::string& behaviour = {}, const std::string& rest = R"(, "networks": 60)")
{
    BenchmarkPlan plan = parseBenchmarkPlan(R"({"pictures": "p", "tasks": [{"recipe": "object"},
        {"recipe": "layout"}], "training": {"batch": 16, "passes": 64})"
                                                + rest + "}",
                                            "plan.json");
    plan.tasks[0].source.recipe.labelSet = behaviour;
    return plan;
}

WorkerPool::Options workers(unsigned count = 2)
{
    WorkerPool::Options options;
    options.command = {KTNAS_QUICK_WORKER};
    options.workers = count;
    return options;
}

struct Bench {
    explicit Bench(const BenchmarkPlan& plan)
        : table(std::make_shared<TrainableTable>(plan))
        , problem(Problem::make(table->table(), {"object", "layout"}))
    {
    }
    RunHeader header(std::uint64_t evaluations = 40, const char* method = "ktnas",
                     const SettingValues& settings = {{"K", "10"}, {"n", "10"}}) const
    {
        StopRule stop;
        stop.evaluations = evaluations;
        return makeHeader(*problem, method, std::string_view(method) == "ktnas" ? settings : SettingValues{},
                          5, stop);
    }
    TrainedRun start(unsigned count = 2, std::uint64_t evaluations = 40) const
    {
        return TrainedRun(header(evaluations), problem, table, workers(count));
    }
    std::shared_ptr<TrainableTable> table;
    std::shared_ptr<const Problem> problem;
};

void finish(TrainedRun& run)
{
    while (run.step(1s)) { }
}

/// A record that was cut behind its first events.
Record cut(const Record& whole, EventIndex at)
{
    Record part;
    part.header = whole.header;
    part.events = EventLog(whole.events.view().first(at));
    return part;
}

/// Networks that a record's evaluations are of, by task.
std::size_t networksIn(const Record& record, const WorkList& work)
{
    std::set<std::pair<std::uint32_t, std::uint16_t>> all;
    for (EventIndex i = 0; i < record.events.size(); ++i) {
        if (const auto* one = std::get_if<Evaluated>(&record.events[i]))
            all.emplace(work.representative(one->cell), one->task.value);
    }
    return all.size();
}

} // namespace

class TestTrainedRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatASearchOnTheFinishedTableFinds_data()
    {
        QTest::addColumn<QByteArray>("method");
        for (const MethodInfo& method : methods()) {
            if (method.id != "zero") // needs proxies
                QTest::newRow(method.id.c_str()) << QByteArray::fromStdString(method.id);
        }
    }

    void findsWhatASearchOnTheFinishedTableFinds()
    {
        QFETCH(const QByteArray, method);
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan({}, R"(, "networks": 60, "seeds": {"count": 2})");
        BenchmarkBuilder::Options options;
        options.shard = folder.filePath("all.kts").toStdString();
        options.pool = workers();
        BenchmarkBuilder builder(plan, options);
        while (builder.step(1s)) { }
        const auto finished = benchmarkTable(builder.results(), builder.work());
        const auto problem = Problem::make(finished, {"object", "layout"});

        const Bench bench(plan);
        const RunHeader header = bench.header(40, method.constData());
        RunHeader onTable = header;
        onTable.tableHash = finished->content().contentHash;
        Run expected(onTable, problem);
        expected.advance(1'000'000);

        TrainedRun run(header, bench.problem, bench.table, workers());
        finish(run);
        QVERIFY(run.record().finished);
        QVERIFY(run.record().events.size() > 100);
        QCOMPARE(run.record().events.size(), expected.record().events.size());
        checkSameEvents(run.record().events, expected.record(), expected.record().events.size());

        // Each network once, with both seeds; twins share it.
        const TrainingProgress progress = run.progress();
        QCOMPARE(progress.trained, 2 * networksIn(run.record(), bench.table->work()));
        QVERIFY(progress.failures.empty());
        QVERIFY(progress.seconds > 0);
    }

    void workersDoNotMatter()
    {
        const BenchmarkPlan plan = quickPlan();
        std::string hash;
        for (const unsigned count : {1U, 3U}) {
            const Bench bench(plan);
            TrainedRun run = bench.start(count);
            finish(run);
            if (hash.empty())
                hash = recordHash(run.record());
            QCOMPARE(recordHash(run.record()), hash);
        }
    }

    void goesOnFromACutRecord()
    {
        const BenchmarkPlan plan = quickPlan();
        const Bench whole(plan);
        TrainedRun run = whole.start();
        finish(run);
        const EventIndex size = run.record().events.size();
        for (const EventIndex at :
             {EventIndex{0}, EventIndex{1}, EventIndex{23}, EventIndex{30}, size / 2, size - 1, size}) {
            const Bench bench(plan);
            TrainedRun rest =
                TrainedRun::resume(cut(run.record(), at), bench.problem, bench.table, workers());
            finish(rest);
            QCOMPARE(recordHash(rest.record()), recordHash(run.record()));
            const std::size_t known = networksIn(cut(run.record(), at), bench.table->work());
            QCOMPARE(rest.progress().trained, networksIn(run.record(), bench.table->work()) - known);
            verifyTrained(rest.record(), *bench.problem);
        }
    }

    void nothingIsTrainedTwice()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.kts").toStdString();
        const BenchmarkPlan plan = quickPlan();
        std::string hash;
        {
            const Bench bench(plan);
            bench.table->keepResultsIn(file);
            TrainedRun run = bench.start();
            finish(run);
            hash = recordHash(run.record());
            // A second search of the same program.
            TrainedRun again = bench.start();
            finish(again);
            QCOMPARE(again.progress().trained, std::size_t{0});
            QVERIFY(again.progress().reused > 0);
            QCOMPARE(recordHash(again.record()), hash);
        }
        const Bench later(plan);
        later.table->keepResultsIn(file);
        TrainedRun run = later.start();
        QVERIFY(!run.isTraining());
        finish(run);
        QCOMPARE(run.progress().trained, std::size_t{0});
        QCOMPARE(recordHash(run.record()), hash);
        // What is known stands in the table.
        const auto table = later.table->tableSoFar();
        QCOMPARE(table->content().contentHash, planHash(plan));
        QVERIFY(table->tasks()[0].measure().missing < table->rowCount());
        QCOMPARE(later.table->table()->tasks()[0].measure().missing, table->rowCount());
    }

    void anUnfinishedBatchIsKept()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.kts").toStdString();
        const BenchmarkPlan plan = quickPlan();
        std::string expected;
        {
            const Bench bench(plan);
            TrainedRun run = bench.start();
            finish(run);
            expected = recordHash(run.record());
        }
        std::size_t before = 0;
        {
            // The first question asks for 20 networks; stop in the middle of it.
            const Bench bench(plan);
            bench.table->keepResultsIn(file);
            TrainedRun run = bench.start(1);
            while (run.progress().trained < 5)
                QVERIFY(run.step(1s));
            QVERIFY(run.progress().answered < run.progress().asked);
            before = run.progress().trained;
            run.stop();
        }
        const Bench bench(plan);
        bench.table->keepResultsIn(file);
        QCOMPARE(bench.table->resultCount(), before);
        TrainedRun run = bench.start();
        finish(run);
        QCOMPARE(recordHash(run.record()), expected);
        QCOMPARE(run.progress().trained + before, networksIn(run.record(), bench.table->work()));
    }

    void aKilledWorkerCostsOneTraining()
    {
        const Bench calm(quickPlan());
        TrainedRun expected = calm.start();
        finish(expected);
        // Another behaviour is another plan to the hash, but the same values; so compare the events.
        const Bench bench(quickPlan("slow"));
        TrainedRun run = bench.start();
        int killed = 0;
        while (run.step(20ms)) {
            if (killed < 3 && !run.progress().underWay.empty()
                && run.progress().trained >= static_cast<std::size_t>(4 * killed)) {
                ::kill(run.processes().front(), SIGKILL);
                ++killed;
            }
        }
        QCOMPARE(killed, 3);
        QCOMPARE(run.record().events.size(), expected.record().events.size());
        checkSameEvents(run.record().events, expected.record(), expected.record().events.size());
    }

    void aFailedTrainingHasNoValueAndAReason()
    {
        const Bench bench(quickPlan("diverge"));
        TrainedRun run = bench.start(2, 15);
        finish(run);
        std::size_t failed = 0;
        std::size_t noted = 0;
        for (EventIndex i = 0; i < run.record().events.size(); ++i) {
            if (const auto* one = std::get_if<Evaluated>(&run.record().events[i])) {
                QCOMPARE(std::isnan(one->value), one->task == TaskId(0));
                failed += std::isnan(one->value) ? 1 : 0;
            }
            if (const auto* note = std::get_if<Noted>(&run.record().events[i]))
                noted += note->code == NoteCode::EvaluationFailed ? 1 : 0;
        }
        QVERIFY(failed >= 15);
        QVERIFY(noted >= 1);
        const TrainingProgress progress = run.progress();
        QCOMPARE(progress.failures.size(), failed);
        QCOMPARE(progress.failures.front().reason, std::string("loss is not a number at step 3"));
        RecordIndex index(2);
        index.extend(run.record().events.view());
    }

    void crashesAreFailuresUntilAllCrash()
    {
        const Bench bench(quickPlan("exit"));
        TrainedRun run = bench.start(2, 30);
        try {
            finish(run);
            QFAIL("a search went on though every training of a task brought its worker down");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::TrainingFailed);
            QVERIFY2(error.found.find("enough of this") != std::string::npos, error.found.c_str());
        }
    }

    void forksKnowTheParentsValues()
    {
        const BenchmarkPlan plan = quickPlan();
        const Bench whole(plan);
        TrainedRun parent = whole.start();
        finish(parent);
        const EventIndex size = parent.record().events.size();
        for (const EventIndex at : {EventIndex{0}, size / 3, size / 2, size}) {
            const Bench bench(plan);
            TrainedRun branch = TrainedRun::fork(parent.record(), bench.problem, bench.table, workers(), at,
                                                 {{"transfer", "none"}});
            finish(branch);
            const RunHeader& made = branch.record().header;
            QCOMPARE(made.forkOf, recordHash(parent.record()));
            checkSameEvents(branch.record().events, parent.record(), std::min(made.forkedAt, size));
            verifyTrained(branch.record(), *bench.problem);
            // The parent's values are not trained again.
            std::set<std::pair<std::uint32_t, std::uint16_t>> fresh;
            const WorkList& work = bench.table->work();
            std::set<std::pair<std::uint32_t, std::uint16_t>> old;
            for (EventIndex i = 0; i < size; ++i)
                if (const auto* one = std::get_if<Evaluated>(&parent.record().events[i]))
                    old.emplace(work.representative(one->cell), one->task.value);
            for (EventIndex i = 0; i < branch.record().events.size(); ++i)
                if (const auto* one = std::get_if<Evaluated>(&branch.record().events[i]))
                    if (!old.contains({work.representative(one->cell), one->task.value}))
                        fresh.emplace(work.representative(one->cell), one->task.value);
            QCOMPARE(branch.progress().trained, fresh.size());
            // As the fork of a run whose values were there at once.
            const Bench full(plan);
            TrainedRun again = TrainedRun::fork(parent.record(), full.problem, whole.table, workers(), at,
                                                {{"transfer", "none"}});
            finish(again);
            QCOMPARE(recordHash(again.record()), recordHash(branch.record()));
        }
    }

    void aMetTargetSparesTheRestOfItsBatch()
    {
        const BenchmarkPlan plan = quickPlan();
        const Bench bench(plan);
        StopRule stop;
        stop.evaluations = 200;
        stop.targets = {0.0, 1e6}; // anything is beyond: object is maximised, layout's loss is minimised
        RunHeader header = makeHeader(*bench.problem, "random", {}, 1, stop);
        TrainedRun run(header, bench.problem, bench.table, workers());
        finish(run);
        QVERIFY(run.record().finished);
        QVERIFY(run.progress().trained <= 4);
        RecordIndex index(2);
        index.extend(run.record().events.view());
        QVERIFY(index.last().tasks[0].targetMet && index.last().tasks[1].targetMet);
    }

    void whatStopsAllIsThrown()
    {
        const Bench bench(quickPlan());
        WorkerPool::Options options = workers();
        options.devices = {"cuda:7"};
        TrainedRun run(bench.header(), bench.problem, bench.table, options);
        try {
            finish(run);
            QFAIL("a device that is not there was used");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::UnknownDevice);
        }
        // The same run goes on where the device is there.
        TrainedRun good = TrainedRun::resume(run.record(), bench.problem, bench.table, workers());
        finish(good);
        QVERIFY(good.record().finished);
    }

    void resultsOfOtherPicturesAreRefused()
    {
        const QTemporaryDir folder;
        const std::string file = folder.filePath("a.kts").toStdString();
        BenchmarkPlan plan = quickPlan();
        {
            const Bench bench(plan);
            bench.table->keepResultsIn(file);
            TrainedRun run = bench.start(2, 15);
            finish(run);
        }
        plan.pictures = "q"; // the quick worker's data have the checksum of their place
        for (PlannedTask& task : plan.tasks)
            task.source.pictures = plan.pictures;
        const Bench bench(plan);
        bench.table->keepResultsIn(file);
        TrainedRun run = bench.start(2, 40);
        try {
            finish(run);
            QFAIL("values on other pictures were mixed");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::CheckpointMismatch);
        }
    }

    void finishesWhatIsUnderWay()
    {
        const Bench bench(quickPlan("slow"));
        TrainedRun run = bench.start();
        while (run.progress().underWay.empty())
            QVERIFY(run.step(10ms));
        const std::size_t underWay = run.progress().underWay.size();
        const EventIndex events = run.record().events.size();
        while (run.finishUnderWay(1s)) { }
        QVERIFY(!run.isTraining());
        QCOMPARE(run.progress().trained, underWay);
        QCOMPARE(run.record().events.size(), events);
        finish(run);
        QVERIFY(run.record().finished);
    }
};

QTEST_GUILESS_MAIN(TestTrainedRun)
#include "tst_trainedrun.moc"
