// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Shard.h"

#include "core/base/Text.h"
#include "tests/core/learn/work/SampleResults.h"
#include "tests/support/FileSizeLimit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace ktnas;
using namespace ktnas::test;

namespace {

std::string pathIn(const QTemporaryDir& folder, const char* name)
{
    return folder.filePath(QString::fromLatin1(name)).toStdString();
}

/// A shard with all results of a plan, and one failure that may pass.
void writeSample(const std::string& path, const BenchmarkPlan& plan)
{
    ShardWriter writer(path, plan);
    const WorkList work(plan);
    for (const WorkKey& key : work.keys())
        (void)writer.append(key, resultFor(plan, key));
    JobResult failed;
    failed.outcome.failure = "the worker's process ended";
    writer.append({9, 1, 5}, failed, true);
    writer.sync();
}

bool isShort(double stored, double value)
{
    return stored == static_cast<double>(static_cast<float>(value));
}

void compareEntry(const ShardEntry& entry, const TrainingOutcome& expected)
{
    const TrainingOutcome& outcome = entry.outcome;
    QCOMPARE(outcome.valid.loss, expected.valid.loss);
    QCOMPARE(outcome.valid.named, expected.valid.named);
    QCOMPARE(outcome.valid.likelihood, expected.valid.likelihood);
    QCOMPARE(outcome.valid.pictures, expected.valid.pictures);
    QCOMPARE(outcome.test.likelihood, expected.test.likelihood);
    QCOMPARE(outcome.curve.size(), expected.curve.size());
    for (std::size_t i = 0; i < outcome.curve.size(); ++i)
        QVERIFY(isShort(outcome.curve[i].likelihood, expected.curve[i].likelihood));
    QCOMPARE(outcome.lossEighths.size(), expected.lossEighths.size());
    QVERIFY(isShort(outcome.lossEighths[2], expected.lossEighths[2]));
    QCOMPARE(outcome.parameters, expected.parameters);
    QCOMPARE(outcome.trainSeconds, expected.trainSeconds);
    QCOMPARE(outcome.weightsHash, expected.weightsHash.substr(0, 32));
}

} // namespace

class TestShard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatWasWritten()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan(R"(, "proxies": {"batch": 16})");
        writeSample(path, plan);
        const ResultShard shard = readShard(path);
        QVERIFY(!shard.damage);
        QCOMPARE(shard.planHash, planHash(plan));
        QCOMPARE(formatBenchmarkPlan(shard.plan), formatBenchmarkPlan(plan));
        const WorkList work(plan);
        QCOMPARE(shard.entries.size(), work.keys().size() + 1);
        for (std::size_t i = 0; i < work.keys().size(); ++i) {
            const WorkKey& key = work.keys()[i];
            QVERIFY(shard.entries[i].key == key);
            const JobResult expected = resultFor(plan, key);
            if (key.kind == WorkKey::Kind::Training) {
                compareEntry(shard.entries[i], expected.outcome);
            } else {
                QCOMPARE(shard.entries[i].proxies.size(), std::size_t{2});
                QCOMPARE(shard.entries[i].proxies[1].name, std::string("plain"));
                QCOMPARE(shard.entries[i].proxies[1].value, expected.proxies[1].value);
            }
        }
        QVERIFY(shard.entries.back().isTransient);
        QCOMPARE(shard.entries.back().outcome.failure, std::string("the worker's process ended"));
        QVERIFY(shard.tasks.at(1) == factsFor(plan, 1));
        QCOMPARE(shard.places.size(), std::size_t{1});
        QCOMPARE(shard.places[0].library, std::string("LibTorch 1.13.0"));
    }

    /// Thousands of results are to be kept in a repository.
    void resultsAreSmall()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan();
        ShardWriter writer(path, plan);
        writer.append({1, 0, 0}, resultFor(plan, {1, 0, 0}));
        const qint64 one = QFile(QString::fromStdString(path)).size();
        writer.append({2, 0, 0}, resultFor(plan, {2, 0, 0}));
        QVERIFY(QFile(QString::fromStdString(path)).size() - one <= 230);
    }

    void oldFilesStayReadable()
    {
        const BenchmarkPlan plan = smallPlan(R"(, "proxies": {"batch": 16})");
        const ResultShard shard = readShard(KTNAS_SOURCE_DIR "/tests/data/learn/shard-v1.kts");
        QVERIFY(!shard.damage);
        QCOMPARE(shard.planHash, planHash(plan));
        const WorkList work(plan);
        QCOMPARE(shard.entries.size(), work.keys().size() + 1);
        for (std::size_t i = 0; i < work.keys().size(); ++i) {
            QVERIFY(shard.entries[i].key == work.keys()[i]);
            if (work.keys()[i].kind == WorkKey::Kind::Training)
                compareEntry(shard.entries[i], resultFor(plan, work.keys()[i]).outcome);
        }
        QVERIFY(shard.tasks.at(0) == factsFor(plan, 0));
    }

    /// A table must not depend on whether a result was read or has just been made.
    void whatIsReturnedIsWhatIsRead()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan();
        const WorkKey key{1, 0, 0};
        JobResult result = resultFor(plan, key);
        result.outcome.trainSeconds = 1.0 / 3;
        const TrainingOutcome now = ShardWriter(path, plan).append(key, result).outcome;
        const TrainingOutcome later = readShard(path).entries.at(0).outcome;
        for (std::size_t i = 0; i < now.curve.size(); ++i) {
            QCOMPARE(now.curve[i].loss, later.curve[i].loss);
            QCOMPARE(now.curve[i].named, later.curve[i].named);
            QCOMPARE(now.curve[i].likelihood, later.curve[i].likelihood);
        }
        QVERIFY(now.lossEighths == later.lossEighths);
        QCOMPARE(now.valid.loss, later.valid.loss);
        QCOMPARE(now.trainSeconds, later.trainSeconds);
        QCOMPARE(now.weightsHash, later.weightsHash);
    }

    void tornTailIsCutOff()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan();
        writeSample(path, plan);
        const std::string whole = readFile(path);
        const std::size_t results = readShard(path).entries.size();
        std::size_t least = results;
        for (std::size_t cut = whole.size() - 1; cut > whole.size() - 700; cut -= 37) {
            writeFile(path, std::string_view(whole).substr(0, cut));
            const ResultShard shard = readShard(path);
            QVERIFY(shard.entries.size() < results);
            least = std::min(least, shard.entries.size());
            ShardWriter writer(shard);
            const WorkKey key{7, 0, 0};
            writer.append(key, resultFor(plan, key));
            const ResultShard again = readShard(path);
            QVERIFY(!again.damage);
            QCOMPARE(again.entries.size(), shard.entries.size() + 1);
            QVERIFY(again.entries.back().key == key);
        }
        QVERIFY(least + 2 < results);
        // Not even the plan.
        writeFile(path, std::string_view(whole).substr(0, 40));
        QVERIFY_EXCEPTION_THROWN((void)readShard(path), Error);
    }

    void damageCostsWhatStandsBehindIt()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        writeSample(path, smallPlan());
        std::string bytes = readFile(path);
        const std::size_t results = readShard(path).entries.size();
        bytes[bytes.size() - 500] = static_cast<char>(bytes[bytes.size() - 500] ^ 1);
        writeFile(path, bytes);
        const ResultShard shard = readShard(path);
        QVERIFY(shard.damage.has_value());
        QCOMPARE(shard.damage->code, ErrorCode::RecordDamaged);
        QVERIFY(!shard.entries.empty() && shard.entries.size() < results);
        QVERIFY(shard.damage->hint.find(std::to_string(shard.entries.size())) != std::string::npos);
    }

    void otherDataAreRefused()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan();
        JobResult other = resultFor(plan, {2, 0, 0});
        other.task = factsFor(plan, 0, "other data");
        {
            ShardWriter writer(path, plan);
            writer.append({1, 0, 0}, resultFor(plan, {1, 0, 0}));
            QVERIFY_EXCEPTION_THROWN(writer.append({2, 0, 0}, other), Error);
        }
        ShardWriter writer(readShard(path));
        try {
            writer.append({2, 0, 0}, other);
            QFAIL("results on other pictures were taken");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::CheckpointMismatch);
            QCOMPARE(error.column, std::string("object"));
            QVERIFY(error.found != error.expected);
        }
        QCOMPARE(readShard(path).entries.size(), std::size_t{1});
    }

    void fullDiskLosesNothing()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const BenchmarkPlan plan = smallPlan();
        ShardWriter writer(path, plan);
        std::size_t written = 0;
        {
            const FileSizeLimit limit(static_cast<rlim_t>(QFile(QString::fromStdString(path)).size() + 1000));
            try {
                for (std::uint32_t cell = 1; cell < 100; ++cell, ++written)
                    writer.append({cell, 0, 0}, resultFor(plan, {cell, 0, 0}));
                QFAIL("there was no room");
            } catch (const Error& error) {
                QCOMPARE(error.code, ErrorCode::WriteFailed);
            }
        }
        QVERIFY(written >= 2);
        QCOMPARE(readShard(path).entries.size(), written);
        writer.append({200, 0, 0}, resultFor(plan, {200, 0, 0}));
        QCOMPARE(readShard(path).entries.size(), written + 1);
        QVERIFY_EXCEPTION_THROWN(ShardWriter("/dev/full", plan), Error);
    }

    void otherFilesAreRefused()
    {
        const QTemporaryDir folder;
        const std::string path = pathIn(folder, "a.kts");
        const auto codeOf = [&path] {
            try {
                (void)readShard(path);
            } catch (const Error& error) {
                return error.code;
            }
            return ErrorCode::Internal;
        };
        QCOMPARE(codeOf(), ErrorCode::FileMissing);
        writeFile(path, "index,architecture\n");
        QCOMPARE(codeOf(), ErrorCode::UnknownFormat);
        writeFile(path, fileHead({shardFormat.magic, 2}));
        QCOMPARE(codeOf(), ErrorCode::RecordNewer);
        writeFile(path, fileHead(shardFormat));
        QCOMPARE(codeOf(), ErrorCode::RecordDamaged);
    }
};

QTEST_GUILESS_MAIN(TestShard)
#include "tst_shard.moc"
