// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordFile.h"

#include "core/base/FramedFile.h"
#include "core/base/Text.h"
#include "core/record/RecordIndex.h"
#include "core/space/Space.h"
#include "tests/core/record/RandomRecord.h"
#include "tests/support/FileSizeLimit.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace ktnas;

namespace {

/// The error that the call throws; Internal if it throws none.
Error errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

test::RandomRun::Options smallOptions(bool enumerable)
{
    test::RandomRun::Options options;
    options.tasks = 2;
    options.parents = 3;
    options.offspring = 2;
    options.transferred = 1;
    options.longestHistory = 3;
    options.enumerable = enumerable;
    return options;
}

test::RandomRun randomRun(std::uint64_t seed, const test::RandomRun::Options& options, int generations)
{
    test::RandomRun run(seed, options);
    for (int i = 0; i < generations; ++i)
        run.advance();
    return run;
}

/// A record of 2 tasks and 5 generations, written in one frame a generation, as its bytes.
std::string bytesInPieces(bool enumerable, const std::string& path)
{
    test::RandomRun run(5, smallOptions(enumerable));
    RecordWriter writer(path, run.record.header);
    for (int i = 0; i < 5; ++i) {
        run.advance();
        writer.flush(run.record);
    }
    run.record.finished = true;
    writer.finish(run.record);
    return readFile(path);
}

/// The record begins as `whole` does, and everything that the program does with a record can be done with it.
bool isUsablePrefix(const Record& record, const Record& whole)
{
    if (record.events.size() > whole.events.size() || !(record.header == whole.header)
        || !test::text(whole.events).starts_with(test::text(record.events)))
        return false;
    RecordIndex index(record.header.tasks.size());
    index.extend(record.events.view());
    RunState folded(record.header.tasks.size());
    for (EventIndex i = 0; i < record.events.size(); ++i)
        folded.apply(record.events[i]);
    return index.last() == folded && !recordHash(record).empty();
}

/// A file's frames, taken apart to be put together again with right checksums.
struct Parts {
    std::vector<std::pair<std::uint32_t, std::string>> frames;
    explicit Parts(const std::string& bytes)
    {
        FrameReader reader(bytes, "parts", recordFormat);
        while (const auto frame = reader.next())
            frames.emplace_back(frame->kind, std::string(frame->payload));
    }
    std::string bytes() const
    {
        std::string all = fileHead(recordFormat);
        for (const auto& [kind, payload] : frames)
            appendFrame(all, kind, payload);
        return all;
    }
};

} // namespace

class TestRecordFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

private Q_SLOTS:
    void comesBackAsItWas_data()
    {
        QTest::addColumn<bool>("enumerable");
        QTest::newRow("enumerable space") << true;
        QTest::newRow("space with a cell list") << false;
    }
    void comesBackAsItWas()
    {
        QFETCH(bool, enumerable);
        test::RandomRun::Options options;
        options.enumerable = enumerable;
        for (const bool finished : {false, true}) {
            test::RandomRun run = randomRun(11, options, 30);
            run.record.finished = finished;
            writeRecord(path("whole"), run.record);
            const LoadedRecord loaded = readRecord(path("whole"));
            QVERIFY(!loaded.damage);
            QVERIFY(loaded.record.header == run.record.header);
            QCOMPARE(test::text(loaded.record.events), test::text(run.record.events));
            QVERIFY(loaded.record.cells == run.record.cells);
            QCOMPARE(loaded.record.finished, finished);
            QCOMPARE(recordHash(loaded.record), recordHash(run.record));
            QCOMPARE(readFile(path("whole")), recordBytes(run.record));
            QVERIFY(readRecordBytes(recordBytes(run.record), "memory").record.header == run.record.header);
        }
    }

    void manyEventsAreManyFrames()
    {
        test::RandomRun::Options options;
        options.target = 1;
        test::RandomRun run(1, options);
        while (run.record.events.size() < 70000)
            run.advance();
        writeRecord(path("long"), run.record);
        QCOMPARE(Parts(readFile(path("long"))).frames.size(), std::size_t{4}); // header, 2 of events, closing
        QCOMPARE(test::text(readRecord(path("long")).record.events), test::text(run.record.events));
    }

    void anEmptyRecord()
    {
        Record record;
        record.header = test::someHeader(1);
        {
            const RecordWriter writer(path("empty"), record.header);
        }
        const LoadedRecord loaded = readRecord(path("empty"));
        QVERIFY(!loaded.damage && !loaded.record.finished);
        QVERIFY(loaded.record.header == record.header);
        QCOMPARE(loaded.record.events.size(), EventIndex{0});
    }

    void piecesDoNotMatter()
    {
        for (const bool enumerable : {true, false}) {
            test::RandomRun run(3, smallOptions(enumerable));
            std::string whole;
            for (const int every : {1, 2, 7, 100}) {
                run = test::RandomRun(3, smallOptions(enumerable));
                RecordWriter writer(path("pieces"), run.record.header);
                for (int i = 0; i < 20; ++i) {
                    run.advance();
                    if (i % every == 0)
                        writer.flush(run.record);
                    QVERIFY(writer.written() <= run.record.events.size());
                }
                run.record.finished = true;
                writer.finish(run.record);
                writer.finish(run.record);
                QCOMPARE(writer.written(), run.record.events.size());
                const LoadedRecord loaded = readRecord(path("pieces"));
                QVERIFY(!loaded.damage && loaded.record.finished);
                QCOMPARE(test::text(loaded.record.events), test::text(run.record.events));
                QVERIFY(loaded.record.cells == run.record.cells);
                QCOMPARE(recordHash(loaded.record), recordHash(run.record));
                if (whole.empty())
                    whole = recordHash(run.record);
                QCOMPARE(recordHash(run.record), whole);
            }
        }
    }

    void tornAtEveryByte()
    {
        for (const bool enumerable : {true, false}) {
            const std::string bytes = bytesInPieces(enumerable, path("torn"));
            const Record whole = readRecord(path("torn")).record;
            std::vector<std::size_t> ends; // of frames
            FrameReader reader(bytes, "torn", recordFormat);
            while (reader.next())
                ends.push_back(static_cast<std::size_t>(reader.goodBytes()));
            QCOMPARE(ends.size(), std::size_t{7});
            for (std::size_t size = 0; size < bytes.size(); ++size) {
                const std::string torn = bytes.substr(0, size);
                if (size < ends[0]) {
                    const ErrorCode code = errorOf([&] { (void)readRecordBytes(torn, "torn"); }).code;
                    QCOMPARE(code, size == 0 ? ErrorCode::FileEmpty : ErrorCode::RecordDamaged);
                    continue;
                }
                const LoadedRecord loaded = readRecordBytes(torn, "torn");
                const bool atEnd = std::find(ends.begin(), ends.end(), size) != ends.end();
                QCOMPARE(loaded.damage.has_value(), !atEnd);
                QVERIFY(!loaded.record.finished);
                QVERIFY(isUsablePrefix(loaded.record, whole));
                // All frames that are whole are there.
                const auto lastEnd = std::upper_bound(ends.begin(), ends.end(), size) - 1;
                QCOMPARE(loaded.appendAt, std::uint64_t{*lastEnd});
                if (loaded.damage) {
                    QCOMPARE(loaded.damage->code, ErrorCode::RecordDamaged);
                    QCOMPARE(loaded.damage->byte, std::optional<std::uint64_t>(*lastEnd));
                    QCOMPARE(loaded.damage->file, std::string("torn"));
                    QVERIFY(loaded.damage->hint.find(std::to_string(loaded.record.events.size()))
                            != std::string::npos);
                }
            }
        }
    }

    void noFlippedByteIsTakenForGood()
    {
        const std::string bytes = bytesInPieces(false, path("flipped"));
        const Record whole = readRecord(path("flipped")).record;
        Stream stream(Address{1, Purpose::Test});
        std::size_t errors = 0;
        for (std::size_t byte = 0; byte < bytes.size(); ++byte) {
            std::string flipped = bytes;
            flipped[byte] = static_cast<char>(flipped[byte] ^ static_cast<int>(1 + stream.below(255)));
            try {
                const LoadedRecord loaded = readRecordBytes(flipped, "flipped");
                QVERIFY(loaded.damage.has_value());
                QVERIFY(!loaded.record.finished);
                QVERIFY(isUsablePrefix(loaded.record, whole));
            } catch (const Error& error) {
                ++errors;
                QVERIFY(error.code == ErrorCode::RecordDamaged || error.code == ErrorCode::UnknownFormat
                        || error.code == ErrorCode::RecordNewer);
            }
        }
        QVERIFY(errors > 100 && errors < bytes.size() / 2); // the header's bytes
    }

    // Damage by intent: wrong bytes under a right checksum. What comes out may be other events, but it can be
    // used without care: ids in range, every state reachable.
    void hostilePayloads()
    {
        for (const bool enumerable : {true, false}) {
            const Parts parts(bytesInPieces(enumerable, path("hostile")));
            Stream stream(Address{2, Purpose::Test});
            int refused = 0;
            int accepted = 0;
            for (std::size_t frame = 0; frame < parts.frames.size(); ++frame) {
                const std::size_t size = parts.frames[frame].second.size();
                for (std::size_t byte = 0; byte < size + 20; ++byte) {
                    Parts changed = parts;
                    std::string& payload = changed.frames[frame].second;
                    if (byte >= size) {
                        // Cut, or with a byte too much.
                        payload.resize(byte % 2 == 0 ? stream.below(static_cast<std::uint32_t>(size))
                                                     : size + 1);
                    } else if (byte % 3 == 0) {
                        payload[byte] = '\xff';
                    } else {
                        payload[byte] =
                            static_cast<char>(payload[byte] ^ static_cast<int>(1 + stream.below(255)));
                    }
                    LoadedRecord loaded;
                    try {
                        loaded = readRecordBytes(changed.bytes(), "hostile");
                    } catch (const Error& error) {
                        QVERIFY(error.code == ErrorCode::RecordDamaged
                                || error.code == ErrorCode::RecordNewer);
                        ++refused;
                        continue;
                    }
                    loaded.damage ? ++refused : ++accepted;
                    QVERIFY(isUsablePrefix(loaded.record, loaded.record));
                    const std::shared_ptr<const Space> space = spaceById(loaded.record.header.space);
                    const std::size_t cells =
                        space->cellCount() ? *space->cellCount() : loaded.record.cells.size();
                    for (EventIndex i = 0; i < loaded.record.events.size(); ++i) {
                        if (const auto* born = std::get_if<Born>(&loaded.record.events[i]))
                            QVERIFY(born->cell.value < cells);
                        if (const auto* vote = std::get_if<Voted>(&loaded.record.events[i]))
                            QVERIFY(vote->candidate.value < cells);
                    }
                    for (const Cell& cell : loaded.record.cells)
                        QVERIFY(space->contains(cell));
                }
            }
            QVERIFY(refused > 500 && accepted > 100); // values and names may be anything
        }
    }

    void lyingCounts()
    {
        const Parts parts(bytesInPieces(true, path("counts")));
        // Events: first event, first cell, cells, [cells], events.
        for (const std::size_t place : {std::size_t{0}, std::size_t{8}, std::size_t{12}, std::size_t{16}}) {
            Parts changed = parts;
            changed.frames[2].second.replace(place, 4, "\xff\xff\xff\x7f");
            const LoadedRecord loaded = readRecordBytes(changed.bytes(), "counts");
            QVERIFY(loaded.damage.has_value());
            QVERIFY(!loaded.damage->expected.empty());
        }
        // Frames doubled, left out, or behind the end.
        Parts doubled = parts;
        doubled.frames.insert(doubled.frames.begin() + 2, doubled.frames[2]);
        QVERIFY(readRecordBytes(doubled.bytes(), "doubled").damage.has_value());
        Parts missing = parts;
        missing.frames.erase(missing.frames.begin() + 2);
        QVERIFY(readRecordBytes(missing.bytes(), "missing").damage.has_value());
        Parts behind = parts;
        behind.frames.push_back(behind.frames[2]);
        QVERIFY(readRecordBytes(behind.bytes(), "behind").damage.has_value());
        Parts unknown = parts;
        unknown.frames[2].first = 9;
        QVERIFY(readRecordBytes(unknown.bytes(), "unknown").damage.has_value());
        Parts headless = parts;
        headless.frames.erase(headless.frames.begin());
        QCOMPARE(errorOf([&] { (void)readRecordBytes(headless.bytes(), "headless"); }).code,
                 ErrorCode::RecordDamaged);
        Parts bare = parts;
        bare.frames.clear();
        QCOMPARE(errorOf([&] { (void)readRecordBytes(bare.bytes(), "bare"); }).code,
                 ErrorCode::RecordDamaged);
    }

    void headersThatDoNotFit()
    {
        const auto codeOf = [](const RunHeader& header) {
            Record record;
            record.header = header;
            return errorOf([&] { (void)readRecordBytes(recordBytes(record), "header"); }).code;
        };
        QCOMPARE(codeOf(test::someHeader(2)), ErrorCode::Internal); // is fine
        QCOMPARE(codeOf(RunHeader()), ErrorCode::RecordDamaged);
        RunHeader header = test::someHeader(2);
        header.learnFrom = LearnFrom::everyone(3);
        QCOMPARE(codeOf(header), ErrorCode::RecordDamaged);
        header = test::someHeader(2);
        header.learnFrom.allowed.pop_back();
        QCOMPARE(codeOf(header), ErrorCode::RecordDamaged);
        header = test::someHeader(2);
        header.changes[1].learnFrom = LearnFrom::everyone(1);
        QCOMPARE(codeOf(header), ErrorCode::RecordDamaged);
        header = test::someHeader(2);
        header.stop.targets.pop_back();
        QCOMPARE(codeOf(header), ErrorCode::RecordDamaged);
        header = test::someHeader(2);
        header.space = "nas-bench-999";
        QCOMPARE(codeOf(header), ErrorCode::RecordNewer);
    }

    void newerAndOtherFiles()
    {
        std::string bytes = bytesInPieces(true, path("newer"));
        bytes[8] = 2;
        Error error = errorOf([&] { (void)readRecordBytes(bytes, "newer"); });
        QCOMPARE(error.code, ErrorCode::RecordNewer);
        QCOMPARE(error.found, std::string("format 2"));
        // A newer class version of the header under the same format number.
        Parts parts(bytesInPieces(true, path("newer")));
        parts.frames[0].second[0] = 1;
        error = errorOf([&] { (void)readRecordBytes(parts.bytes(), "newer"); });
        QCOMPARE(error.code, ErrorCode::RecordNewer);
        QCOMPARE(error.file, std::string("newer"));

        QCOMPARE(errorOf([&] { (void)readRecord(path("nothing")); }).code, ErrorCode::FileMissing);
        writeFile(path("table"), "index,architecture\n");
        QCOMPARE(errorOf([&] { (void)readRecord(path("table")); }).code, ErrorCode::UnknownFormat);
        writeFile(path("workspace"), fileHead(workspaceFormat));
        QCOMPARE(errorOf([&] { (void)readRecord(path("workspace")); }).code, ErrorCode::UnknownFormat);
    }

    void aFullDiskLosesNothing()
    {
        test::RandomRun run(7, {});
        RecordWriter writer(path("full"), run.record.header);
        run.advance();
        writer.flush(run.record);
        const EventIndex before = writer.written();
        const std::string good = readFile(path("full"));
        {
            const test::FileSizeLimit limit(good.size() + 50);
            for (int i = 0; i < 3; ++i) {
                run.advance();
                const Error error = errorOf([&] { writer.flush(run.record); });
                QCOMPARE(error.code, ErrorCode::WriteFailed);
                QCOMPARE(error.file, path("full"));
                QCOMPARE(writer.written(), before);
                QCOMPARE(readFile(path("full")), good);
            }
            QCOMPARE(errorOf([&] { writer.finish(run.record); }).code, ErrorCode::WriteFailed);
            const LoadedRecord meanwhile = readRecord(path("full"));
            QVERIFY(!meanwhile.damage);
            QCOMPARE(meanwhile.record.events.size(), before);
        }
        run.record.finished = true;
        writer.finish(run.record);
        const LoadedRecord loaded = readRecord(path("full"));
        QVERIFY(!loaded.damage && loaded.record.finished);
        QCOMPARE(test::text(loaded.record.events), test::text(run.record.events));
        QCOMPARE(errorOf([&] { RecordWriter("/dev/full", run.record.header); }).code, ErrorCode::WriteFailed);
        QCOMPARE(errorOf([&] { writeRecord("/dev/full/x", run.record); }).code, ErrorCode::WriteFailed);
    }

    void goesOnWithATornFile()
    {
        for (const bool enumerable : {true, false}) {
            for (const bool closed : {true, false}) {
                test::RandomRun run = randomRun(9, smallOptions(enumerable), 6);
                writeRecord(path("continued"), run.record);
                const std::string whole = readFile(path("continued"));
                writeFile(path("continued"), closed ? whole : whole.substr(0, whole.size() - 3));
                const LoadedRecord loaded = readRecord(path("continued"));
                QCOMPARE(loaded.damage.has_value(), !closed);
                RecordWriter writer(path("continued"), loaded);
                QCOMPARE(writer.written(), run.record.events.size());
                run.advance();
                run.record.finished = true;
                writer.finish(run.record);
                const LoadedRecord again = readRecord(path("continued"));
                QVERIFY(!again.damage && again.record.finished);
                QCOMPARE(test::text(again.record.events), test::text(run.record.events));
                QVERIFY(again.record.cells == run.record.cells);
            }
        }
    }

    void whatWasFlushedSurvivesAKill()
    {
        Stream stream(Address{3, Purpose::Test});
        for (std::uint64_t round = 0; round < 10; ++round) {
            const std::string file = path("killed");
            int ends[2] = {-1, -1};
            QVERIFY(::pipe(ends) == 0);
            const pid_t child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                // Only writes; ends by the parent's kill.
                ::close(ends[0]);
                test::RandomRun run(round, {});
                RecordWriter writer(file, run.record.header);
                for (int i = 0; i < 100000; ++i) {
                    run.advance();
                    writer.flush(run.record);
                    const EventIndex flushed = writer.written();
                    if (::write(ends[1], &flushed, sizeof flushed) != static_cast<ssize_t>(sizeof flushed))
                        ::_exit(1);
                }
                ::_exit(0);
            }
            ::close(ends[1]);
            // Kill after a drawn number of flushes and a drawn moment, mostly in the midst of a write.
            EventIndex flushed = 0;
            EventIndex reported = 0;
            for (std::uint32_t i = 0; i < 1 + stream.below(200); ++i) {
                if (::read(ends[0], &reported, sizeof reported) == static_cast<ssize_t>(sizeof reported))
                    flushed = reported;
            }
            ::usleep(stream.below(500));
            QVERIFY(::kill(child, SIGKILL) == 0);
            int status = 0;
            QVERIFY(::waitpid(child, &status, 0) == child);
            QVERIFY(WIFSIGNALED(status));
            while (::read(ends[0], &reported, sizeof reported) == static_cast<ssize_t>(sizeof reported))
                flushed = reported;
            ::close(ends[0]);

            const LoadedRecord loaded = readRecord(file);
            QVERIFY(flushed > 0 && loaded.record.events.size() >= flushed);
            test::RandomRun again(round, {});
            while (again.record.events.size() < loaded.record.events.size())
                again.advance();
            QVERIFY(isUsablePrefix(loaded.record, again.record));
        }
    }

    // Files of format 1 stay readable for ever: never regenerate these, add files for new formats.
    void filesOfFormat1_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("hash");
        QTest::newRow("enumerable space")
            << QStringLiteral("record-v1")
            << QStringLiteral("67e668c3f3b3938afec375afd844666bb3224efcb8ca85778bff5e2dc87d8452");
        QTest::newRow("space with a cell list")
            << QStringLiteral("record-v1-cells")
            << QStringLiteral("7de0a17f8c94355eb33aeaef9ef4a7342755a71a2a353d5a01376b3c46aac19f");
    }
    void filesOfFormat1()
    {
        QFETCH(QString, name);
        QFETCH(QString, hash);
        const std::string base = std::string(KTNAS_TEST_DATA "/") + name.toStdString();
        const LoadedRecord loaded = readRecord(base + ".ktr");
        QVERIFY(!loaded.damage);
        QVERIFY(loaded.record.finished);
        QCOMPARE(test::text(loaded.record.events), readFile(base + ".txt"));
        QCOMPARE(recordHash(loaded.record), hash.toStdString());
        QVERIFY(loaded.record.header == test::someHeader(2, loaded.record.cells.empty()));
    }
};

QTEST_GUILESS_MAIN(TestRecordFile)
#include "tst_recordfile.moc"
