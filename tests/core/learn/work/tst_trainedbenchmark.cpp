// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/learn/work/Shard.h"
#include "core/space/Space.h"
#include "tests/support/Shared.h"

#include <nlohmann/json.hpp>

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

using namespace ktnas;
using namespace Qt::StringLiterals;

namespace {

constexpr int longest = 120'000; ///< milliseconds that a call may take

struct Answer {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

/// The program itself with its plugin: real trainings, in real worker processes.
class Program : public QProcess {
public:
    explicit Program(const QStringList& words)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"KTNAS_THREADS"_s, u"1"_s);
        setProcessEnvironment(environment);
        start(QStringLiteral(KTNAS_PROGRAM), words);
    }
    Answer answer()
    {
        if (!waitForFinished(longest) || exitStatus() != NormalExit)
            return {};
        return {exitCode(), readAllStandardOutput(), readAllStandardError()};
    }
};

Answer call(const QStringList& words)
{
    return Program(words).answer();
}

/// Few, short trainings on few pictures.
QString planFor(const QTemporaryDir& folder, const std::string& pictures, const std::string& tasks)
{
    const QString path = folder.filePath(u"plan.json"_s);
    writeFile(path.toStdString(),
              R"({"pictures": ")" + pictures + R"(", "tasks": )" + tasks
                  + R"(, "data": {"side": 14, "train": 64, "valid": 40, "test": 40},
          "training": {"passes": 128, "batch": 32}, "skeleton": {"kind": "small", "channels": [4, 8]},
          "cells": ["0_00_000", "0_00_200", "3_00_303", "1_20_031"], "repeat": {"share": 0.25, "seeds": 2}})");
    return path;
}

/// True for a line of a table whose cell has no path from its input to its output.
bool isOfZeroNetwork(const QByteArray& line)
{
    const auto space = spaceById("micro-4op");
    const Cell cell = space->parse(line.split(',').at(1).toStdString());
    return space->functionalKey(cell) == space->functionalKey(space->parse("0_00_000"));
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTrainedBenchmark : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFileInfo::exists(QFileInfo(QStringLiteral(KTNAS_PROGRAM)).path() + u"/libktnas_learn.so"_s))
            QSKIP("needs the learning plugin");
    }

    void mergedPartsAndPiecesAreTheWhole_data()
    {
        QTest::addColumn<QString>("pictures");
        QTest::addColumn<QString>("tasks");
        QTest::newRow("breast") << u"datasets/medmnist/breastmnist.npz"_s
                                << uR"([{"recipe": "classes"}, {"recipe": "layout"}])"_s;
        QTest::newRow("cifar10") << u"datasets/cifar10"_s
                                 << uR"([{"recipe": "classes"}, {"recipe": "autoencoder"}])"_s;
        QTest::newRow("folder") << u"datasets/image-folder"_s
                                << uR"([{"recipe": "jigsaw"}, {"recipe": "normals"}])"_s;
    }
    void mergedPartsAndPiecesAreTheWhole()
    {
        QFETCH(QString, pictures);
        QFETCH(QString, tasks);
        const std::string path = test::sharedFile(pictures.toStdString());
        if (path.empty())
            QSKIP("needs the shared data sets");
        const QTemporaryDir folder;
        const QString plan = planFor(folder, path, tasks.toStdString());
        const QString whole = folder.filePath(u"whole.csv"_s);
        const Answer undisturbed =
            call({u"build-benchmark"_s, plan, u"--out"_s, whole, u"--probe"_s, u"0"_s});
        QVERIFY2(undisturbed.code == 0, undisturbed.err.constData());
        const QByteArray table = contentOf(whole);
        QVERIFY(table.count('\n') > 4);
        // No value is missing but the learning curves of the zero network, which learns nothing.
        for (const QByteArray& line : table.split('\n'))
            QVERIFY2(!line.contains(",,") || isOfZeroNetwork(line), line.constData());

        // Killed twice, with its workers gone at once, and gone on with.
        const QString pieces = folder.filePath(u"pieces.csv"_s);
        const std::string shard = folder.filePath(u"pieces.kts"_s).toStdString();
        const QStringList build{u"build-benchmark"_s, plan,   u"--out"_s,   pieces,
                                u"--probe"_s,         u"0"_s, u"--resume"_s};
        for (const std::size_t results : {3U, 6U}) {
            Program program(build);
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(QString::fromStdString(shard))
                                         && readShard(shard).entries.size() >= results,
                                     longest);
            program.kill();
            QVERIFY(program.waitForFinished(longest));
        }
        QCOMPARE(call(build).code, 0);
        QCOMPARE(contentOf(pieces), table);

        QStringList merge{u"build-benchmark"_s, u"--merge"_s};
        for (int part = 1; part <= 3; ++part) {
            const QString share = u"%1/3"_s.arg(part);
            QCOMPARE(call({u"build-benchmark"_s, plan, u"--out"_s, folder.filePath(u"part.csv"_s),
                           u"--shard"_s, share})
                         .code,
                     0);
            merge += folder.filePath(u"part-%1of3.kts"_s.arg(part));
        }
        const QString merged = folder.filePath(u"merged.csv"_s);
        const Answer answer = call(merge + QStringList{u"--out"_s, merged});
        QVERIFY2(answer.code == 0, answer.err.constData());
        QCOMPARE(contentOf(merged), table);
        QVERIFY(!QFileInfo::exists(folder.filePath(u"part.csv"_s)));

        // Two of the three parts: what is missing is empty.
        merge.removeLast();
        const Answer partial = call(merge + QStringList{u"--out"_s, merged});
        QCOMPARE(partial.code, 0);
        QVERIFY(partial.out.contains("results are missing"));
        QVERIFY(contentOf(merged).count(",,") > table.count(",,"));
    }

    void interrupted()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/medmnist/breastmnist.npz");
        const QTemporaryDir folder;
        const QString plan = planFor(folder, path, R"([{"recipe": "classes"}, {"recipe": "layout"}])");
        const std::string shard = folder.filePath(u"a.kts"_s).toStdString();
        Program program({u"build-benchmark"_s, plan, u"--out"_s, folder.filePath(u"a.csv"_s)});
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(QString::fromStdString(shard))
                                     && readShard(shard).entries.size() >= 3,
                                 longest);
        ::kill(static_cast<pid_t>(program.processId()), SIGINT);
        const Answer answer = program.answer();
        QCOMPARE(answer.code, 130);
        QVERIFY(answer.err.contains("a.kts: cancelled. All finished trainings are there; --resume goes on."));
        QVERIFY(!readShard(shard).damage);
        QVERIFY(!QFileInfo::exists(folder.filePath(u"a.csv"_s)));
    }

    void verified()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/medmnist/breastmnist.npz");
        const QTemporaryDir folder;
        const QString plan = planFor(folder, path, R"([{"recipe": "classes"}, {"recipe": "layout"}])");
        const QString table = folder.filePath(u"a.csv"_s);
        QCOMPARE(call({u"build-benchmark"_s, plan, u"--out"_s, table, u"--json"_s}).code, 0);
        // A functional twin of the cell that was trained: the same values to the last digit.
        for (const QString& cell : {u"3_00_303"_s, u"0_00_300"_s}) {
            const Answer answer = call({u"verify"_s, table, u"--cell"_s, cell, u"--json"_s});
            QVERIFY2(answer.code == 0, answer.err.constData());
            const auto json = nlohmann::json::parse(answer.out.toStdString());
            QCOMPARE(json["values"].size(), std::size_t{6}); // ptrue, top1, loss on two splits
            for (const auto& value : json["values"])
                QVERIFY(std::abs(value["table"].get<double>() - value["again"].get<double>())
                        <= 1e-5 * std::abs(value["table"].get<double>()));
        }
        QCOMPARE(call({u"verify"_s, table, u"--cell"_s, u"3_33_333"_s}).code, 2); // not in the table
        // Other pictures are noticed.
        KTNAS_REQUIRE_SHARED(other, "datasets/medmnist/pneumoniamnist.npz");
        const Answer others = call(
            {u"verify"_s, table, u"--cell"_s, u"0_00_300"_s, u"--pictures"_s, QString::fromStdString(other)});
        QCOMPARE(others.code, 3);
        QVERIFY(others.err.contains("--pictures"));
        // A value that was tampered with does not hold.
        QByteArray content = contentOf(table);
        const auto json = nlohmann::json::parse(
            call({u"verify"_s, table, u"--cell"_s, u"0_00_300"_s, u"--task"_s, u"layout"_s, u"--json"_s})
                .out.toStdString());
        const QByteArray before = QByteArray::fromStdString(formatNumber(json["values"][0]["table"]));
        QVERIFY(content.contains(before));
        writeFile(table.toStdString(), content.replace(before, "1234.5").toStdString());
        QCOMPARE(call({u"verify"_s, table, u"--cell"_s, u"0_00_300"_s, u"--task"_s, u"layout"_s}).code, 1);
    }

    void trainedTwice()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/medmnist/breastmnist.npz");
        const QStringList words{u"train"_s,      QString::fromStdString(path),
                                u"--task"_s,     u"classes"_s,
                                u"--cell"_s,     u"0_00_300"_s,
                                u"--seed"_s,     u"5"_s,
                                u"--passes"_s,   u"256"_s,
                                u"--data"_s,     u"side=14"_s,
                                u"--data"_s,     u"train=128"_s,
                                u"--set"_s,      u"batch=32"_s,
                                u"--set"_s,      u"optimiser=sgd"_s,
                                u"--skeleton"_s, u"kind=small"_s,
                                u"--skeleton"_s, u"channels=[4,8]"_s,
                                u"--json"_s};
        const Answer first = call(words);
        QVERIFY2(first.code == 0, first.err.constData());
        const auto a = nlohmann::json::parse(first.out.toStdString());
        const auto b = nlohmann::json::parse(call(words).out.toStdString());
        QCOMPARE(a["weights_sha256"].get<std::string>(), b["weights_sha256"].get<std::string>());
        QVERIFY(a["valid"]["top1"].get<double>() > 0);
        QCOMPARE(a["curve"].size(), std::size_t{3});
        // Mistakes are wrong use and name their option.
        const Answer wrong = call(words + QStringList{u"--set"_s, u"bach=3"_s});
        QCOMPARE(wrong.code, 2);
        QVERIFY(wrong.err.contains("Did you mean batch?"));
        const Answer device = call(words + QStringList{u"--device"_s, u"cuda:7"_s});
        QCOMPARE(device.code, 2);
    }

    void mergeOfDifferentPlans()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/medmnist/breastmnist.npz");
        const QTemporaryDir folder;
        const QString plan = planFor(folder, path, R"([{"recipe": "layout"}])");
        const BenchmarkPlan first = readBenchmarkPlan(plan.toStdString());
        BenchmarkPlan second = first;
        second.order = 1;
        const QString a = folder.filePath(u"a.kts"_s);
        const QString b = folder.filePath(u"b.kts"_s);
        (void)ShardWriter(a.toStdString(), first);
        (void)ShardWriter(b.toStdString(), second);
        const QString table = folder.filePath(u"merged.csv"_s);
        const Answer answer = call({u"build-benchmark"_s, u"--merge"_s, a, b, u"--out"_s, table});
        QCOMPARE(answer.code, 3);
        QVERIFY(answer.err.contains(planHash(first).substr(0, 16).c_str()));
        QVERIFY(answer.err.contains(planHash(second).substr(0, 16).c_str()));
        QVERIFY(!QFileInfo::exists(table));
    }
};

QTEST_GUILESS_MAIN(TestTrainedBenchmark)
#include "tst_trainedbenchmark.moc"
