// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Builder.h"

#include "core/base/Text.h"
#include "tests/core/learn/work/SampleResults.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace ktnas;
using namespace ktnas::test;
using namespace std::chrono_literals;

namespace {

/// A plan for the quick worker; `behaviour` is that of its first task.
BenchmarkPlan quickPlan(const std::string& behaviour = {}, const std::string& rest = R"(, "networks": 12)")
{
    BenchmarkPlan plan = parseBenchmarkPlan(R"({"pictures": "p", "tasks": [{"recipe": "object"},
        {"recipe": "layout"}], "training": {"batch": 16, "passes": 64},
        "repeat": {"share": 0.25, "seeds": 2}, "proxies": {"batch": 8})"
                                                + rest + "}",
                                            "plan.json");
    plan.tasks[0].source.recipe.labelSet = behaviour;
    return plan;
}

BenchmarkBuilder::Options optionsFor(const QTemporaryDir& folder, const char* name)
{
    BenchmarkBuilder::Options options;
    options.shard = folder.filePath(QString::fromLatin1(name)).toStdString();
    options.pool.command = {KTNAS_QUICK_WORKER};
    options.pool.workers = 2;
    return options;
}

void build(const BenchmarkPlan& plan, const BenchmarkBuilder::Options& options)
{
    BenchmarkBuilder builder(plan, options);
    while (builder.step(1s)) { }
}

/// What the results come to, in the plan's order.
std::string valuesOf(const BenchmarkPlan& plan, const std::vector<std::string>& paths)
{
    BenchmarkResults results(plan);
    for (const std::string& path : paths)
        results.add(readShard(path));
    std::string text;
    const WorkList work(plan);
    for (const WorkKey& key : work.keys()) {
        const ShardEntry* const entry = results.find(key);
        text += entry == nullptr      ? std::string("missing")
            : !entry->proxies.empty() ? formatNumber(entry->proxies[0].value)
                                      : formatNumber(entry->outcome.valid.loss) + entry->outcome.failure;
        text += '\n';
    }
    return text;
}

} // namespace

class TestBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void buildsAll()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan();
        const auto options = optionsFor(folder, "a.kts");
        BenchmarkBuilder builder(plan, options);
        QCOMPARE(builder.progress().done, std::size_t{0});
        double share = 0;
        while (builder.step(1s)) {
            const BuildProgress progress = builder.progress();
            QVERIFY(progress.share >= share);
            share = progress.share;
        }
        const BuildProgress progress = builder.progress();
        QCOMPARE(progress.done, builder.work().keys().size());
        QCOMPARE(progress.failed, std::size_t{0});
        QCOMPARE(progress.share, 1.0);
        QVERIFY(builder.left().empty() && builder.underWay().empty());
        const std::string values = valuesOf(plan, {options.shard});
        QVERIFY(values.find("missing") == std::string::npos);
    }

    void partsAreTheWhole()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan();
        const auto whole = optionsFor(folder, "whole.kts");
        build(plan, whole);
        std::vector<std::string> paths;
        for (std::uint32_t part = 1; part <= 3; ++part) {
            auto options = optionsFor(folder, ("part" + std::to_string(part) + ".kts").c_str());
            options.part = part;
            options.parts = 3;
            build(plan, options);
            paths.push_back(options.shard);
        }
        QCOMPARE(valuesOf(plan, paths), valuesOf(plan, {whole.shard}));
    }

    void goesOnWhereItWasStopped()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan();
        const auto whole = optionsFor(folder, "whole.kts");
        build(plan, whole);
        auto options = optionsFor(folder, "pieces.kts");
        options.resume = true;
        for (int session = 0; session < 3; ++session) {
            BenchmarkBuilder builder(plan, options);
            const std::size_t before = builder.progress().done;
            while (builder.progress().done < before + 5 && builder.step(1s)) { }
            if (session == 1) {
                builder.stop(); // and on in the same session
                QVERIFY(builder.underWay().empty());
                while (builder.progress().done < before + 8 && builder.step(1s)) { }
            }
        }
        build(plan, options);
        QCOMPARE(valuesOf(plan, {options.shard}), valuesOf(plan, {whole.shard}));
        const std::size_t results = readShard(options.shard).entries.size();
        QCOMPARE(results, WorkList(plan).keys().size()); // nothing was done twice
    }

    void resultsAreNotOverwritten()
    {
        const QTemporaryDir folder;
        const auto options = optionsFor(folder, "a.kts");
        build(quickPlan(), options);
        try {
            build(quickPlan(), options);
            QFAIL("results were overwritten");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::BadArgument);
        }
        auto resumed = options;
        resumed.resume = true;
        try {
            build(quickPlan({}, R"(, "networks": 13)"), resumed);
            QFAIL("results of another plan were taken");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::CheckpointMismatch);
        }
    }

    void resultsElsewhereCount()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan();
        auto first = optionsFor(folder, "a.kts");
        first.part = 1;
        first.parts = 2;
        build(plan, first);
        auto rest = optionsFor(folder, "b.kts");
        rest.done = {first.shard};
        build(plan, rest);
        const std::size_t together =
            readShard(first.shard).entries.size() + readShard(rest.shard).entries.size();
        QCOMPARE(together, WorkList(plan).keys().size());
    }

    void crashesAreFailuresOfTheirNetworks()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan("crash", R"(, "networks": 4)");
        auto options = optionsFor(folder, "a.kts");
        BenchmarkBuilder builder(plan, options);
        while (builder.step(1s)) { }
        QVERIFY(builder.progress().failed >= 4);
        QCOMPARE(builder.progress().done, builder.progress().total);
        const ResultShard shard = readShard(options.shard);
        for (const ShardEntry& entry : shard.entries) {
            const bool isTraining = entry.key.kind == WorkKey::Kind::Training
                && !builder.work().network(entry.key.cell).isConstant;
            QCOMPARE(entry.failed(), isTraining && entry.key.task == 0);
            QCOMPARE(entry.isTransient, entry.failed());
        }
        // The next session tries again.
        options.resume = true;
        const BenchmarkBuilder next(plan, options);
        QCOMPARE(next.left().size(), builder.progress().failed);
    }

    void divergedTrainingsAreNotTriedAgain()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan("diverge", R"(, "networks": 4)");
        auto options = optionsFor(folder, "a.kts");
        build(plan, options);
        options.resume = true;
        const BenchmarkBuilder next(plan, options);
        QVERIFY(next.left().empty());
        QVERIFY(next.progress().failed >= 4);
    }

    void nothingButCrashesIsAnError()
    {
        const QTemporaryDir folder;
        BenchmarkPlan plan = quickPlan("exit");
        plan.tasks.resize(1);
        plan.proxyBatch = 0;
        try {
            build(plan, optionsFor(folder, "a.kts"));
            QFAIL("every training crashed");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::TrainingFailed);
            QVERIFY(error.found.find("enough of this") != std::string::npos);
        }
    }

    void whatConcernsAllEndsTheBuild()
    {
        const QTemporaryDir folder;
        auto options = optionsFor(folder, "a.kts");
        options.pool.devices = {"cuda:5"};
        try {
            build(quickPlan(), options);
            QFAIL("there is no such device");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::UnknownDevice);
        }
        // The file is whole and can be gone on with.
        options.pool.devices = {"cpu"};
        options.resume = true;
        build(quickPlan(), options);
    }

    void killedWorkersCostNothing()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan("slow");
        const auto options = optionsFor(folder, "a.kts");
        BenchmarkBuilder builder(plan, options);
        int kills = 0;
        while (builder.step(50ms)) {
            if (kills < 3 && builder.progress().done > static_cast<std::size_t>(5 * kills)) {
                ::kill(builder.workerProcesses().at(0), SIGKILL);
                ++kills;
            }
        }
        QCOMPARE(kills, 3);
        QCOMPARE(builder.progress().failed, std::size_t{0});
        QCOMPARE(builder.progress().done, builder.progress().total);
    }

    void extrasComeFirstAndCanBeDropped()
    {
        const QTemporaryDir folder;
        const BenchmarkPlan plan = quickPlan();
        auto options = optionsFor(folder, "a.kts");
        options.pool.workers = 1;
        BenchmarkBuilder builder(plan, options);
        const WorkKey last = builder.work().keys().back();
        WorkKey further{builder.work().networks()[1].cell.value, 0, 1};
        QVERIFY(builder.work().networks()[1].isRepeated == false);
        builder.addFirst({last, further});
        const auto bothAreDone = [&] {
            return builder.results().isDone(last) && builder.results().isDone(further);
        };
        while (!bothAreDone() && builder.step(1s)) { }
        QVERIFY(bothAreDone());
        const std::vector<ShardEntry> entries = readShard(options.shard).entries;
        QVERIFY(entries.at(0).key == last && entries.at(1).key == further);
        further.seed = 77;
        builder.addFirst({further});
        builder.dropExtras();
        while (builder.step(1s)) { }
        QVERIFY(!builder.results().isDone(further));
        QCOMPARE(builder.progress().done, builder.progress().total);
        QCOMPARE(readShard(options.shard).entries.size(), builder.progress().total + 1);
    }
};

QTEST_GUILESS_MAIN(TestBuilder)
#include "tst_builder.moc"
