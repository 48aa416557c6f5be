// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/learn/work/Shard.h"
#include "core/pictures/ReadPictures.h"
#include "core/tables/ReadTable.h"
#include "tests/support/SmallTable.h"
#include "tests/support/TinyPictures.h"
#include "widgets/session/BuildController.h"
#include "widgets/session/CellVerifier.h"
#include "widgets/session/FileIntent.h"
#include "widgets/session/Jobs.h"
#include "widgets/session/PictureShelf.h"
#include "widgets/session/PlanDefaults.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <filesystem>

using namespace ktnas;
using State = BuildController::State;

class TestWorkshop : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::string path(const char* name) const
    {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
    std::string pictures() const { return path("pictures"); }

    static bool hasPlugin()
    {
        return std::filesystem::exists(std::filesystem::path(KTNAS_PROGRAM).parent_path()
                                       / "libktnas_learn.so");
    }

    /// Two networks, two tasks, two steps a training.
    BenchmarkPlan tinyPlan() const
    {
        BenchmarkPlan plan = firstPlan(pictures());
        std::erase_if(plan.tasks, [](const PlannedTask& task) {
            const TaskKind kind = task.source.recipe.kind;
            return kind != TaskKind::Classes && kind != TaskKind::Autoencoder;
        });
        for (PlannedTask& task : plan.tasks) {
            task.training.passes = 128;
            task.training.curveRows = 40;
        }
        plan.skeleton.channels = {4, 8};
        plan.networks = 2;
        plan.repeatMillionths = 500'000;
        plan.repeatSeeds = 2;
        return plan;
    }
    static void prepare(BuildController& build, const BenchmarkPlan& plan, const std::string& table)
    {
        build.setWorkerCommand({KTNAS_PROGRAM, "work", "--nice", "0"});
        build.setWorkers(1);
        build.setPlan(plan);
        build.setTable(QString::fromStdString(table));
    }

private Q_SLOTS:
    void initTestCase() { test::tinyPictures(pictures()); }

    void judgesFilesByTheirContent()
    {
        using Kind = FileIntent::Kind;
        QCOMPARE(fileIntent(pictures()).kind, Kind::Pictures);
        QCOMPARE(fileIntent("fashion-mnist").kind, Kind::Pictures);
        const FileIntent idx = fileIntent(pictures() + "/train-images-idx3-ubyte");
        QCOMPARE(idx.kind, Kind::Pictures);
        QVERIFY(idx.otherwise.has_value()); // it might have been something else
        writeFile(path("table.dat"), "index,architecture,alpha_valid_acc\n0,64-41414-1_00_000,50\n");
        QCOMPARE(fileIntent(path("table.dat")).kind, Kind::Work);
        writeFile(path("plan.txt"), "{\"pictures\": \"x\"}");
        QCOMPARE(fileIntent(path("plan.txt")).kind, Kind::Plan);
        const ShardWriter writer(path("results.bin"), tinyPlan());
        QCOMPARE(fileIntent(path("results.bin")).kind, Kind::Results);
        QCOMPARE(fileIntent(path("nowhere")).kind, Kind::Work); // the session says that there is no such file
        writeFile(path("empty"), "");
        QCOMPARE(fileIntent(path("empty")).kind, Kind::Work);
    }

    void readsPicturesAndSaysWhyNot()
    {
        Jobs jobs;
        PictureShelf shelf(jobs);
        QSignalSpy opened(&shelf, &PictureShelf::opened);
        QSignalSpy failed(&shelf, &PictureShelf::failed);
        shelf.open(QString::fromStdString(pictures()));
        QVERIFY(shelf.isReading());
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(!shelf.isReading());
        QCOMPARE(shelf.current()->pictureCount(), std::size_t{240});
        QCOMPARE(shelf.current()->labelSets[0].classes.size(), std::size_t{4});
        shelf.open(QString::fromStdString(pictures()));
        QTRY_COMPARE(opened.count(), 2);
        QCOMPARE(shelf.sets().size(), std::size_t{1}); // the same set once

        shelf.open(QString::fromStdString(path("nowhere")));
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(shelf.failure()->what.contains(QStringLiteral("no such file")));
        QVERIFY(shelf.current() != nullptr); // what was open stays
        // Neither a table nor pictures: the person is told what it is, as a table's reader knows it.
        writeFile(path("rubbish"), std::string("\x01\x02\x03rubbish", 10));
        shelf.open(QString::fromStdString(path("rubbish")),
                   Error(ErrorCode::UnknownFormat).butFound("something of mine"));
        QTRY_COMPARE(failed.count(), 2);
        QVERIFY(shelf.failure()->what.contains(QStringLiteral("something of mine")));
        // The newest of two wins.
        test::tinyPictures(path("other"), 40, 20);
        shelf.open(QString::fromStdString(pictures()));
        shelf.open(QString::fromStdString(path("other")));
        QTRY_VERIFY(!shelf.isReading());
        QTRY_COMPARE(shelf.current()->pictureCount(), std::size_t{60});
        QCOMPARE(opened.count(), 3);
    }

    void samplesEveryTask()
    {
        Jobs jobs;
        PictureShelf shelf(jobs);
        shelf.open(QString::fromStdString(pictures()));
        QTRY_VERIFY(shelf.current() != nullptr);
        for (const TaskKind kind : allTaskKinds()) {
            QSignalSpy sampled(&shelf, &PictureShelf::sampled);
            shelf.sample({kind, {}, Split::Test});
            QTRY_COMPARE(sampled.count(), 1);
            const SampledTask& task = *shelf.sampledTask();
            QVERIFY2(!task.failure, name(kind).data());
            QCOMPARE(task.query.kind, kind);
            QCOMPARE(task.side, std::size_t{14}); // half of 28
            QCOMPARE(task.trainRows, std::size_t{160});
            // The test pictures of the files give validation and test.
            QCOMPARE(task.validRows + task.testRows, std::size_t{80});
            QCOMPARE(task.samples.size(), task.testRows);
            const TaskSample& sample = task.samples.front();
            QCOMPARE(sample.input.pixels.size(), std::size_t{14 * 14});
            const bool isPicture =
                kind == TaskKind::Segmentation || kind == TaskKind::Normals || kind == TaskKind::Autoencoder;
            QCOMPARE(sample.target.has_value(), isPicture);
            QCOMPARE(sample.box.has_value(), kind == TaskKind::Layout);
            QCOMPARE(sample.angle.has_value(), kind == TaskKind::Rotation);
        }
    }

    void plansAreWholeAndComeBack()
    {
        QSet<QString> names;
        for (const OfferedTask& offered : offeredTasks(pictures()))
            names << QString::fromStdString(offered.task.name());
        QCOMPARE(names.size(), 9);
        const auto set = readPictures(pictures());
        const BenchmarkPlan plan = firstPlan(pictures(), set.get());
        QCOMPARE(plan.tasks.size(), std::size_t{7});
        const BenchmarkPlan again = parseBenchmarkPlan(formatBenchmarkPlan(plan), "plan.json");
        QCOMPARE(formatBenchmarkPlan(again), formatBenchmarkPlan(plan));
        const BenchmarkPlan fashion = firstPlan(packagedPictures);
        for (const TaskRecipe& recipe : builtinRecipes())
            QVERIFY(std::any_of(fashion.tasks.begin(), fashion.tasks.end(),
                                [&](const PlannedTask& task) { return task.name() == recipe.name; }));
        // 1,010 networks and the zero network (builtin-benchmark.md); a tenth has two more seeds.
        const PlanSize size = planSize(fashion);
        QCOMPARE(size.networks, std::size_t{1011});
        QCOMPARE(size.networksInSpace, std::size_t{1011});
        QCOMPARE(size.cells, std::size_t{4096});
        QVERIFY(size.repeated == 101 || size.repeated == 102);
        QCOMPARE(size.trainings, (size.networks + 2 * size.repeated) * 7);
        QCOMPARE(size.proxies, std::size_t{0});
        QCOMPARE(planSize(tinyPlan()).networks, std::size_t{2});
    }

    void freshTablesTakeNobodysPlace()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QString first = freshTable(QStringLiteral("My pictures (2)"), tinyPlan());
        QVERIFY2(first.endsWith(QStringLiteral("/KTNAS/my-pictures-2.csv")), qPrintable(first));
        std::filesystem::create_directories(QFileInfo(first).path().toStdString());
        const ShardWriter writer(BuildController::resultsFile(first).toStdString(), tinyPlan());
        QCOMPARE(freshTable(QStringLiteral("My pictures (2)"), tinyPlan()), first); // goes on
        BenchmarkPlan other = tinyPlan();
        other.seeds = 3;
        QVERIFY(freshTable(QStringLiteral("My pictures (2)"), other) != first);
        QVERIFY(QFile::remove(BuildController::resultsFile(first)));
    }

    void countsThePlanAndExplainsABadOne()
    {
        Jobs jobs;
        BuildController build(jobs);
        prepare(build, tinyPlan(), path("count.csv"));
        QTRY_VERIFY(build.size().has_value());
        // Two networks on two tasks; the first of two is repeated with a second seed.
        QCOMPARE(build.size()->trainings, std::size_t{6});
        BenchmarkPlan plan = tinyPlan();
        plan.networks = 5000;
        build.setPlan(plan);
        QVERIFY(!build.size());
        QTRY_VERIFY(!build.planProblem().isEmpty());
        QVERIFY2(build.planProblem().contains(QStringLiteral("1011")), qPrintable(build.planProblem()));
    }

    void makesABenchmarkInPieces()
    {
        if (!hasPlugin())
            QSKIP("the learning plugin is not built");
        Jobs jobs;
        const std::string table = path("new/folder/tiny.csv");
        BenchmarkPlan plan = tinyPlan();
        plan.networks = 10; // more than a probe trains
        const PlanSize size = planSize(plan);
        {
            BuildController build(jobs);
            prepare(build, plan, table);
            build.probe();
            QTRY_COMPARE_WITH_TIMEOUT(build.state(), State::Resting, 120000);
            QVERIFY(build.snapshot()->probe.has_value());
            QVERIFY(build.snapshot()->probe->whole.measured > 0);
            QVERIFY(build.snapshot()->probe->whole.seconds > 0);
            build.run();
            QTRY_VERIFY_WITH_TIMEOUT(build.state() == State::Running || build.state() == State::Done, 60000);
            build.pause();
            QTRY_VERIFY_WITH_TIMEOUT(!build.isBusy(), 20000);
        } // as if the program ended
        QVERIFY(!readShard(path("new/folder/tiny.kts")).entries.empty());

        BuildController build(jobs);
        build.setWorkerCommand({KTNAS_PROGRAM, "work", "--nice", "0"});
        build.setWorkers(1);
        build.openResults(QString::fromStdString(path("new/folder/tiny.kts")));
        QTRY_VERIFY(build.state() == State::Resting || build.state() == State::Done);
        QCOMPARE(build.table().toStdString(), table);
        QCOMPARE(planHash(build.plan()), planHash(plan));
        if (build.state() != State::Done)
            build.run();
        QTRY_COMPARE_WITH_TIMEOUT(build.state(), State::Done, 120000);
        const BuildSnapshot& snapshot = *build.snapshot();
        QCOMPARE(snapshot.progress.done, size.trainings);
        QCOMPARE(snapshot.plannedNetworks, std::size_t{10});
        QCOMPARE(snapshot.progress.failed, std::size_t{0});
        QVERIFY(snapshot.failures.empty());
        QCOMPARE(snapshot.curves.size(), std::size_t{2});
        QVERIFY(!snapshot.curves[0].empty());
        QCOMPARE(snapshot.curves[0].back().shares, (std::vector<double>{0.25, 0.5, 0.75, 1}));
        QCOMPARE(snapshot.agreement.size(), std::size_t{4}); // two tasks
        QVERIFY(std::abs(snapshot.agreement[1]) <= 1 && snapshot.agreement[1] == snapshot.agreement[2]);

        QSignalSpy written(&build, &BuildController::tableWritten);
        build.writeTable();
        QTRY_COMPARE(written.count(), 1);
        const auto made = readTable(table);
        QCOMPARE(made->tasks().size(), std::size_t{2});
        QVERIFY(made->rowCount() >= 10);
        verifiesARow(made);
    }

    void otherPlansResultsAreLeftAlone()
    {
        const std::string table = path("taken.csv");
        {
            const ShardWriter writer(path("taken.kts"), tinyPlan());
        }
        BenchmarkPlan plan = tinyPlan();
        plan.seeds = 2;
        Jobs jobs;
        BuildController build(jobs);
        prepare(build, plan, table);
        build.run();
        QTRY_COMPARE(build.state(), State::Failed);
        QVERIFY2(build.failure()->what.contains(QStringLiteral("another plan")),
                 qPrintable(build.failure()->what));
        build.close();
        QCOMPARE(build.state(), State::Planning);
        QVERIFY(!build.failure());
    }

    void unwritablePlaceIsExplained()
    {
        writeFile(path("file"), "not a folder");
        Jobs jobs;
        BuildController build(jobs);
        prepare(build, tinyPlan(), path("file/inside.csv"));
        build.run();
        QTRY_COMPARE(build.state(), State::Failed);
        QVERIFY2(build.failure()->what.contains(QStringLiteral("could not be written")),
                 qPrintable(build.failure()->what));
        QVERIFY(!build.failure()->path.isEmpty());
    }

    void missingPluginIsExplained()
    {
        qputenv("KTNAS_LEARN_PLUGIN", "/nowhere/libktnas_learn.so");
        Jobs jobs;
        BuildController build(jobs);
        prepare(build, tinyPlan(), path("unplugged.csv"));
        build.run();
        QTRY_COMPARE_WITH_TIMEOUT(build.state(), State::Failed, 30000);
        qunsetenv("KTNAS_LEARN_PLUGIN");
        QVERIFY2(build.failure()->what.contains(QStringLiteral("not installed")),
                 qPrintable(build.failure()->what));
        QVERIFY2(build.failure()->hint.contains(QStringLiteral("libtorch-dev")),
                 qPrintable(build.failure()->hint));
    }

private:
    void verifiesARow(const std::shared_ptr<const Table>& table)
    {
        Session session(test::temporaryPreferences(m_folder));
        CellVerifier verifier(session);
        verifier.setWorkerCommand({KTNAS_PROGRAM, "work", "--nice", "0"});
        QVERIFY(!verifier.canVerify());
        session.setTable(table);
        QVERIFY(verifier.canVerify()); // the file beside the table says how it was made
        QSignalSpy changed(&verifier, &CellVerifier::changed);
        verifier.verify(table->cellAt(0));
        QVERIFY(verifier.isVerifying());
        QTRY_VERIFY_WITH_TIMEOUT(!verifier.isVerifying(), 120000);
        QVERIFY2(!verifier.failure(), qPrintable(verifier.failure() ? verifier.failure()->what : QString()));
        const Verification& made = *verifier.verification();
        // Top-1 and probability, SSIM and error, each on validation and test.
        QCOMPARE(made.values.size(), std::size_t{8});
        for (const VerifiedValue& value : made.values)
            QVERIFY2(value.isEqual(), value.metric.c_str()); // the same machine and library
        QCOMPARE(made.heldCount(), std::size_t{8});
        // Another table forgets it.
        session.setTable(test::smallTable());
        QVERIFY(!verifier.canVerify());
        QVERIFY(verifier.verification() == nullptr);
    }
};

QTEST_MAIN(TestWorkshop)
#include "tst_workshop.moc"
