// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"
#include "core/base/Text.h"
#include "core/learn/api/Learner.h"
#include "core/tables/WriteTable.h"
#include "tests/app/CommandLine.h"
#include "tests/support/Shared.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ktnas;
using ktnas::test::call;

namespace {

const std::string data = KTNAS_TEST_DATA "/tables/";

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

bool near(const nlohmann::json& value, double expected, double tolerance)
{
    return value.is_number() && std::abs(value.get<double>() - expected) <= tolerance;
}

} // namespace

class TestCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_table = m_folder.filePath(QStringLiteral("made-up.csv")).toStdString();
        writeTable(m_table, *cli::madeUpTable());
        writeFile(m_folder.filePath(QStringLiteral("made-up-zero-cost.csv")).toStdString(),
                  proxiesCsv(*cli::madeUpTable()));
    }

    void infoOfASmallTable()
    {
        const auto outcome = call({"info", data + "small.csv", "--json"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, std::string());
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["kind"], "table");
        KTNAS_COMPARE_JSON(json["space"], "nas-bench-201");
        KTNAS_COMPARE_JSON(json["cells"], 8);
        KTNAS_COMPARE_JSON(json["complete"], false);
        QCOMPARE(json["tasks"].size(), std::size_t{3});
        const auto& birds = json["tasks"][2];
        KTNAS_COMPARE_JSON(birds["name"], "my_birds");
        KTNAS_COMPARE_JSON(birds["metric"], "loss");
        KTNAS_COMPARE_JSON(birds["direction"], "minimise");
        KTNAS_COMPARE_JSON(birds["split"], "valid");
        KTNAS_COMPARE_JSON(birds["missing"], 1);
        QVERIFY(birds["trials"].is_null());
        KTNAS_COMPARE_JSON(birds["best"]["index"], 0);
        KTNAS_COMPARE_JSON(birds["best"]["value"], 2.71);
        QVERIFY(birds["best"]["cell"].get<std::string>().starts_with("|nor_conv_3x3~0|+"));
        KTNAS_COMPARE_JSON(json["tasks"][0]["test"]["best"]["value"], 93.25);
        // Rows 2 and 3 differ in a dead edge.
        KTNAS_COMPARE_JSON(json["twins"]["strict"], 7);
        const auto text = call({"info", data + "small.csv"});
        for (const char* part : {"NAS-Bench-201", "8 of 15625 cells", "my_birds", "loss on valid", "minimise",
                                 "2.71", "params_millions", "cifar10/grad_norm"})
            QVERIFY2(has(text.out, part), part);
    }

    void infoOfSeveralFiles()
    {
        const auto json = call({"info", data + "small.csv", data + "small-micro.csv", "--json"}).json();
        QCOMPARE(json["files"].size(), std::size_t{2});
        KTNAS_COMPARE_JSON(json["files"][1]["space"], "transnas-bench-101-micro");
        QVERIFY(json["files"][1]["twins"]["functional"].is_null());
    }

    void infoOfThePublishedTables()
    {
        KTNAS_REQUIRE_SHARED(large, "benchmarks/nas-bench-201.csv");
        const auto json = call({"info", large, "--json"}).json();
        KTNAS_COMPARE_JSON(json["cells"], 15625);
        KTNAS_COMPARE_JSON(json["twins"]["strict"], 8765);
        KTNAS_COMPARE_JSON(json["twins"]["functional"], 5260);
        KTNAS_COMPARE_JSON(json["tasks"][0]["trials"], 3);
        KTNAS_COMPARE_JSON(json["tasks"][0]["best"]["index"], 6111);
        QVERIFY(near(json["tasks"][0]["best"]["value"], 91.6067, 5e-5));
        KTNAS_REQUIRE_SHARED(micro, "benchmarks/transnas-bench-101-micro.csv");
        const auto small = call({"info", micro, "--json"}).json();
        KTNAS_COMPARE_JSON(small["twins"]["strict"], 1948);
        KTNAS_COMPARE_JSON(small["tasks"][2]["direction"], "minimise");
        QVERIFY(near(small["tasks"][2]["best"]["value"], 0.59378, 5e-6));
    }

    // Figures of ktnas-decisions.md, section 4a.
    void disorderOfThePublishedTables()
    {
        KTNAS_REQUIRE_SHARED(micro, "benchmarks/transnas-bench-101-micro.csv");
        const auto json =
            call({"disorder", micro, "--source", "class_scene", "--target", "segmentsemantic", "--json"})
                .json();
        KTNAS_COMPARE_JSON(json["source"], "class_scene");
        KTNAS_COMPARE_JSON(json["cells"], 4096);
        KTNAS_COMPARE_JSON(json["best_source_rank_on_target"], 800);
        const std::array<double, 6> spearman{.8437, .3650, .0619, .0403, .1208, -.0601};
        for (std::size_t i = 0; i < spearman.size(); ++i)
            QVERIFY(near(json["depths"][i]["spearman"], spearman[i], 5e-5));
        QVERIFY(near(json["kendall"], .6776, 5e-5));
        QVERIFY(near(json["weighted_kendall"], .60045, 5e-6));
        QVERIFY(near(json["depths"][0]["ceiling"]["median"], .909, .01));
        QVERIFY(near(json["depths"][1]["same_cells"]["median"], .276, .01));
        QVERIFY(near(json["explained"]["main"], .1629, 5e-5));
        QVERIFY(near(json["explained"]["pairs"], .2244, 5e-5));
        QCOMPARE(json["blame"].size(), std::size_t{24});
        KTNAS_COMPARE_JSON(json["blame"][12]["edge"], "0->3");
        KTNAS_COMPARE_JSON(json["blame"][12]["op"], "none");
        QVERIFY(near(json["blame"][12]["shift"], 287.8, .05));
    }

    void disorderOfAnIncompleteTable()
    {
        const auto json = call({"disorder", data + "small.csv", "--source", "cifar10", "--target", "my_birds",
                                "--depths", "1,0.5", "--json"})
                              .json();
        KTNAS_COMPARE_JSON(json["cells"], 7);
        QCOMPARE(json["depths"].size(), std::size_t{2});
        QVERIFY(json["blame"].is_null());
        QVERIFY(json["explained"].is_null());
        QVERIFY(json["depths"][0]["ceiling"].is_null());
        const auto text =
            call({"disorder", data + "small.csv", "--source", "cifar10", "--target", "my_birds"});
        QCOMPARE(text.code, 0);
        QVERIFY(has(text.out, "7 cells"));
    }

    void searchGivesTheContractsFields()
    {
        const auto outcome =
            call({"search", m_table, "--tasks", "second,first", "--method", "ktnas", "--set", "K=12", "--set",
                  "transfer=random", "--seed", "3", "--evaluations", "80", "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["method"], "ktnas");
        KTNAS_COMPARE_JSON(json["seed"], 3);
        KTNAS_COMPARE_JSON(json["settings"]["K"], 12);
        KTNAS_COMPARE_JSON(json["settings"]["transfer"], "random");
        KTNAS_COMPARE_JSON(json["settings"]["n"], 4);
        KTNAS_COMPARE_JSON(json["tasks"][0]["name"], "second");
        KTNAS_COMPARE_JSON(json["tasks"][0]["evaluations"], 80);
        QVERIFY(json["tasks"][0]["evaluations_to_target"].is_null());
        KTNAS_COMPARE_JSON(json["evaluations"], 160);
        QCOMPARE(json["hash"].get<std::string>().size(), std::size_t{64});
        QVERIFY(json["seconds"].is_number());
        // The best cell is in the table with that value and place.
        const auto table = cli::madeUpTable();
        const auto& best = json["tasks"][0]["best"];
        const Measure& measure = table->tasks()[1].measure();
        const auto row = best["index"].get<std::size_t>();
        QCOMPARE(best["value"].get<double>(), measure.values[row]);
        QCOMPARE(best["rank"].get<std::uint32_t>(), placeRanks(measure)[row]);
        QCOMPARE(best["cell"].get<std::string>(),
                 table->space().format(table->space().cell(table->cellAt(row))));
    }

    void sameSeedSameHash()
    {
        const std::vector<std::string> words{"search",        m_table, "--seed", "3",
                                             "--evaluations", "60",    "--json"};
        const auto first = call(words).json();
        qputenv("KTNAS_THREADS", "1");
        KTNAS_COMPARE_JSON(call(words).json()["hash"], first["hash"]);
        qunsetenv("KTNAS_THREADS");
        std::vector<std::string> other = words;
        other[3] = "4";
        QVERIFY(call(other).json()["hash"] != first["hash"]);
    }

    void targetsEndTheRun()
    {
        const auto json = call({"search", m_table, "--tasks", "first,second", "--until-target", "60,",
                                "--evaluations", "5000", "--json"})
                              .json();
        const auto& met = json["tasks"][0];
        QVERIFY(met["best"]["value"].get<double>() > 60);
        KTNAS_COMPARE_JSON(met["evaluations_to_target"], met["evaluations"]);
        QVERIFY(json["tasks"][1]["evaluations_to_target"].is_null());
    }

    void learningFromNobodyAndSomebody()
    {
        const std::vector<std::string> words{"search", m_table, "--evaluations", "60",
                                             "--seed", "1",     "--json"};
        const auto hashWith = [&](const std::vector<std::string>& more) {
            std::vector<std::string> all = words;
            all.insert(all.end(), more.begin(), more.end());
            return call(all).json()["hash"].get<std::string>();
        };
        const std::string everyone = hashWith({});
        QCOMPARE(hashWith({"--learn-from", "first=second", "--learn-from", "second=first"}), everyone);
        QVERIFY(hashWith({"--learn-from", "first=second"}) != everyone);
        QCOMPARE(hashWith({"--learn-from", "first=", "--learn-from", "second=first"}),
                 hashWith({"--learn-from", "second=first"}));
    }

    void settingsAreListed()
    {
        const auto json = call({"search", "--settings", "--method", "mt-nas", "--json"}).json();
        KTNAS_COMPARE_JSON(json["method"], "mt-nas");
        QVERIFY(!json["settings"].empty());
        const auto text = call({"search", "--settings"});
        QCOMPARE(text.code, 0);
        for (const char* part : {"K=10", "transfer=rank", "skip=on", "similarity_embedding="})
            QVERIFY2(has(text.out, part), part);
    }

    void experimentRunsAPlan()
    {
        const std::string plan = m_folder.filePath(QStringLiteral("plan.json")).toStdString();
        writeFile(plan, R"({"table": "made-up.csv", "tasks": ["first", "second"],
                            "runs": [{"name": "a", "method": "random"}, {"name": "b", "method": "rea", "settings": {"K": 5}}],
                            "seeds": {"from": 0, "count": 6}, "until": {"evaluations": 40}})");
        const auto folder = [&](const char* name) {
            return m_folder.filePath(QString::fromLatin1(name)).toStdString();
        };
        const auto outcome = call({"experiment", plan, "--out", folder("whole"), "--json"});
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const auto json = outcome.json();
        QCOMPARE(json["runs"].size(), std::size_t{2});
        KTNAS_COMPARE_JSON(json["runs"][0]["name"], "a");
        KTNAS_COMPARE_JSON(json["runs"][1]["seeds"], 6);
        KTNAS_COMPARE_JSON(json["runs"][0]["total"]["mean"], 80.0);
        QCOMPARE(json["pairs"].size(), std::size_t{1});
        KTNAS_COMPARE_JSON(json, nlohmann::json::parse(readFile(folder("whole") + "/summary.json")));

        QCOMPARE(call({"experiment", plan, "--out", folder("part1"), "--shard", "1/2", "--jobs", "1"}).code,
                 0);
        const auto lacking = call({"experiment", "--merge", folder("part1"), "--out", folder("half")});
        QCOMPARE(lacking.code, 0);
        QVERIFY(has(lacking.err, "6 of the plan's 12 runs are in none of the folders."));
        QCOMPARE(call({"experiment", plan, "--out", folder("part2"), "--shard", "2/2", "--records"}).code, 0);
        QCOMPARE(
            call({"experiment", "--merge", folder("part2"), folder("part1"), "--out", folder("merged")}).code,
            0);
        QCOMPARE(readFile(folder("merged") + "/runs.csv"), readFile(folder("whole") + "/runs.csv"));
        QCOMPARE(readFile(folder("merged") + "/summary.json"), readFile(folder("whole") + "/summary.json"));
        QCOMPARE(QDir(QString::fromStdString(folder("part2") + "/records")).entryList(QDir::Files).size(), 6);
        QVERIFY(has(call({"experiment", plan, "--out", folder("text")}).out, "Pairs by seed"));
    }

    void aStoppedExperimentKeepsNothingHalf()
    {
        std::stop_source source;
        source.request_stop();
        const auto outcome =
            call({"experiment", KTNAS_TEST_DATA "/tables/plan.json", "--out", "/tmp"}, source.get_token());
        QCOMPARE(outcome.code, 3); // the plan is bad, which is said first
        const std::string plan = m_folder.filePath(QStringLiteral("stopped.json")).toStdString();
        writeFile(plan,
                  R"({"table": "made-up.csv", "tasks": ["first"], "runs": [{"name": "a", "method": "random"}],
                            "seeds": {"from": 0, "count": 3}, "until": {"evaluations": 40}})");
        const auto stopped =
            call({"experiment", plan, "--out", m_folder.filePath(QStringLiteral("none")).toStdString()},
                 source.get_token());
        QCOMPARE(stopped.code, 130);
        QCOMPARE(stopped.out, std::string());
        QVERIFY(!QDir(m_folder.filePath(QStringLiteral("none"))).exists());
    }

    void selfcheckHolds()
    {
        const auto outcome = call({"selfcheck", "--json"});
        QCOMPARE(outcome.code, 0);
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["ok"], true);
        QCOMPARE(json["checks"].size(), cli::checks().size());
        const auto text = call({"selfcheck"});
        QCOMPARE(text.code, 0);
        QVERIFY(has(text.out, "ok     twins: 8765, 5260, 1948\n"));
        // Only those who ask for it need the plugin.
        QVERIFY(!isLearnerOpen());
        const QByteArray before = qgetenv("KTNAS_LEARN_PLUGIN");
        qputenv("KTNAS_LEARN_PLUGIN", "/nowhere/libktnas_learn.so");
        for (const char* option : {"--learn", "--device=cpu"}) {
            const auto missing = call({"selfcheck", option, "--json"});
            QCOMPARE(missing.code, 1);
            QVERIFY2(has(missing.err, "/nowhere/libktnas_learn.so"), missing.err.c_str());
        }
        before.isEmpty() ? qunsetenv("KTNAS_LEARN_PLUGIN") : qputenv("KTNAS_LEARN_PLUGIN", before);
    }

    void badInput_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* words, int code, const char* message) {
            QTest::newRow(words) << QString::fromUtf8(words) << code << QString::fromUtf8(message);
        };
        row("info missing.csv", 3, "missing.csv: there is no such file");
        row("info empty.csv", 3, "empty.csv: the file is empty");
        row("info cut.csv", 3, "cut.csv:9: the line cannot be used");
        row("info no-architecture.csv", 3, "no-architecture.csv:1: the table's header");
        row("info doubled-cell.csv", 3, "doubled-cell.csv:7: architecture: this cell already has a row");
        row("info other-space.csv", 3, "other-space.csv:5: architecture: cells of different search spaces");
        row("info text-in-number.csv", 3,
            "text-in-number.csv:4: cifar10_test_acc: this is not a usable number");
        row("info nan.csv", 3, "nan.csv:6: cifar10_valid_acc");
        row("info git-lfs-pointer.csv", 3, "git-lfs-pointer.csv: this is a Git LFS pointer");
        row("info html-page.csv", 3, "html-page.csv: this is a web page");
        row("info builtin", 3,
            "builtin: there is no such file; expected a benchmark table as CSV, found the name of the "
            "built-in benchmark, which is not part of this version.");
        row("info small.csv --proxies proxies-no-row.csv", 3, "proxies-no-row.csv: ");
        row("disorder nan.csv --source cifar10 --target cifar100", 3, "nan.csv:6: ");
        row("disorder small.csv --source cifar1000 --target cifar10", 2, "Did you mean cifar100?");
        row("disorder small.csv --source cifar10", 2, "--target: ");
        row("disorder small.csv --source cifar10 --target cifar100 --depths 2", 2, "--depths: ");
        row("search cut.csv --evaluations 10", 3, "cut.csv:9: ");
        row("search small.csv --tasks cifar10,dogs --evaluations 10", 2,
            "expected cifar10, cifar100 and my_birds, found dogs");
        row("search small.csv --method ktans --evaluations 10", 2, "ktnas");
        row("search small.csv --set parents=3 --evaluations 10", 2, "parents");
        row("search small.csv --set K=many --evaluations 10", 2, "K");
        row("search small.csv --set K --evaluations 10", 2, "--set: ");
        row("search small.csv", 2, "--evaluations N, --generations N or --until-target");
        row("search --evaluations 10", 2, "FILE: ");
        row("search small.csv --until-target 1,2", 2,
            "--until-target: the command line cannot be used; expected one target for "
            "each of the 3 tasks");
        row("search small.csv --until-target 1,2,x", 2, "--until-target: ");
        row("search small.csv --evaluations 10 --learn-from cifar10=cats", 2, "--learn-from: ");
        row("search small.csv --evaluations 10 --learn-from cifar10=cifar10", 2, "--learn-from: ");
        row("search small.csv --evaluations 0", 2, "--evaluations: ");
        row("search small.csv --evaluations 10 --colour", 2, "“ktnas help search” explains the command.");
        row("search small-micro.csv --evaluations 3 --record small-micro.csv", 2,
            "small-micro.csv: --record: ");
        row("search small-micro.csv --evaluations 3 --record small.csv", 2, "small.csv: --record: ");
        row("search small-micro.csv --evaluations 3 --method random --record no/folder/a.ktr", 1,
            "no/folder/a.ktr: ");
        row("replay missing.ktr", 3, "missing.ktr: there is no such file");
        row("replay small.csv", 3, "small.csv: ");
        row("replay empty.csv", 3, "empty.csv: the file is empty");
        row("fork missing.ktr --at 1 --set n=1", 3, "missing.ktr: ");
        row("fork missing.ktr --set n=1", 2, "--at: ");
        row("fork missing.ktr --at 1", 2, "--set KEY=VALUE or --learn-from");
        row("experiment missing.json --out x", 3, "missing.json: ");
        row("experiment small.csv --out x", 3, "small.csv: ");
        row("experiment plan.json", 2, "--out: ");
        row("experiment plan.json plan.json --out x", 2, "PLAN: ");
        row("experiment plan.json --out x --shard 3/2", 2, "3/2");
        row("selfcheck now", 2, "now: ");
    }

    // Each error is on standard error, alone there, with the place first; standard output stays empty, with
    // --json too.
    void badInput()
    {
        QFETCH(QString, words);
        QFETCH(QString, message);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(QStringLiteral(KTNAS_TEST_DATA "/tables")));
        std::vector<std::string> list;
        for (const QString& word : words.split(QLatin1Char(' ')))
            list.push_back(word.toStdString());
        list.emplace_back("--json");
        const auto outcome = call(list);
        QVERIFY(QDir::setCurrent(before));
        QTEST(outcome.code, "code");
        QCOMPARE(outcome.out, std::string());
        QVERIFY2(has(outcome.err, message.toStdString()), outcome.err.c_str());
        QCOMPARE(std::count(outcome.err.begin(), outcome.err.end(), '\n'), std::ptrdiff_t{1});
    }

private:
    QTemporaryDir m_folder;
    std::string m_table;
};

QTEST_GUILESS_MAIN(TestCommands)
#include "tst_clicommands.moc"
