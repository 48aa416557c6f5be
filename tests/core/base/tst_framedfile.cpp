// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FramedFile.h"

#include "core/base/Crc32.h"
#include "core/base/Text.h"
#include "tests/support/FileSizeLimit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace ktnas;

namespace {

using Frames = std::vector<std::pair<std::uint32_t, std::string>>;

constexpr FrameFormat format{"KTNASTST", 3};

Frames someFrames()
{
    return {{1, "abc"}, {7, ""}, {2, std::string(300, 'x')}, {0, std::string(5, '\0')}};
}

std::string bytesOf(const Frames& frames)
{
    std::string bytes = fileHead(format);
    for (const auto& [kind, payload] : frames)
        appendFrame(bytes, kind, payload);
    return bytes;
}

struct Read {
    Frames frames;
    std::optional<Error> damage;
    std::uint64_t goodBytes = 0;
};

Read readAll(std::string bytes)
{
    FrameReader reader(std::move(bytes), "test", format);
    Read read;
    while (const auto frame = reader.next())
        read.frames.emplace_back(frame->kind, std::string(frame->payload));
    read.damage = reader.damage();
    read.goodBytes = reader.goodBytes();
    return read;
}

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

bool isPrefix(const Frames& frames, const Frames& whole)
{
    return frames.size() <= whole.size() && std::equal(frames.begin(), frames.end(), whole.begin());
}

} // namespace

class TestFramedFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

private Q_SLOTS:
    // "123456789": the check value of CRC-32/ISO-HDLC in the CRC catalogue; the others: zlib.crc32 of
    // Python 3.11.
    void checksumKnownAnswers()
    {
        QCOMPARE(crc32(""), 0u);
        QCOMPARE(crc32("123456789"), 0xCBF43926u);
        QCOMPARE(crc32("The quick brown fox jumps over the lazy dog"), 0x414FA339u);
        std::string all;
        for (int i = 0; i < 3 * 256; ++i)
            all.push_back(static_cast<char>(i & 0xFF));
        QCOMPARE(crc32(all), 0xB0C0DF2Au);
        for (std::size_t cut = 0; cut <= all.size(); ++cut)
            QCOMPARE(crc32(all.substr(cut), crc32(all.substr(0, cut))), 0xB0C0DF2Au);
    }

    // The format, byte by byte; the checksums are zlib's.
    void bytesOnDisk()
    {
        const std::string expected = std::string("KTNASTST\x03\0\0\0", 12) //
            + std::string("\x03\0\0\0\x02\0\0\0", 8) + std::string("\x87\x56\x96\xc0", 4) + "abc" //
            + std::string("\0\0\0\0\x07\0\0\0", 8) + std::string("\xa5\xe7\x93\xbc", 4);
        QCOMPARE(bytesOf({{2, "abc"}, {7, ""}}), expected);
        {
            FrameWriter writer(path("bytes"), format);
            writer.append(2, "abc");
            writer.append(7, "");
            QCOMPARE(writer.goodBytes(), std::uint64_t{expected.size()});
            // In the system's hands already, before sync() and before the writer ends.
            QCOMPARE(readFile(path("bytes")), expected);
            writer.sync();
        }
        QCOMPARE(readFile(path("bytes")), expected);
    }

    void readsWhatWasWritten()
    {
        const Frames frames = someFrames();
        const Read read = readAll(bytesOf(frames));
        QCOMPARE(read.frames, frames);
        QVERIFY(!read.damage);
        QCOMPARE(read.goodBytes, std::uint64_t{bytesOf(frames).size()});
        QVERIFY(readAll(bytesOf({})).frames.empty());
    }

    void tornAtEveryByte()
    {
        const Frames frames = someFrames();
        const std::string whole = bytesOf(frames);
        std::vector<std::size_t> ends;
        for (std::size_t count = 0; count <= frames.size(); ++count)
            ends.push_back(
                bytesOf(Frames(frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(count))).size());
        for (std::size_t size = fileHeadSize; size <= whole.size(); ++size) {
            const Read read = readAll(whole.substr(0, size));
            const std::size_t kept =
                static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), size) - ends.begin() - 1);
            QCOMPARE(read.frames.size(), kept);
            QVERIFY(isPrefix(read.frames, frames));
            QCOMPARE(read.damage.has_value(), size != ends[kept]);
            QCOMPARE(read.goodBytes, std::uint64_t{ends[kept]});
            if (read.damage) {
                QCOMPARE(read.damage->code, ErrorCode::RecordDamaged);
                QCOMPARE(read.damage->byte, std::optional<std::uint64_t>(ends[kept]));
                QVERIFY(!read.damage->expected.empty() && !read.damage->found.empty());
            }
        }
        for (std::size_t size = 1; size < fileHeadSize; ++size)
            QCOMPARE(errorOf([&] { (void)readAll(whole.substr(0, size)); }).code, ErrorCode::RecordDamaged);
        QCOMPARE(errorOf([&] { (void)readAll(""); }).code, ErrorCode::FileEmpty);
    }

    void noFlippedBitIsTakenForGood()
    {
        const Frames frames = someFrames();
        const std::string whole = bytesOf(frames);
        for (std::size_t byte = 0; byte < whole.size(); ++byte) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = whole;
                flipped[byte] = static_cast<char>(flipped[byte] ^ (1 << bit));
                if (byte < fileHeadSize) {
                    Error error(ErrorCode::Internal);
                    const bool olderNumber = byte == 8 && (3 ^ (1 << bit)) < 3 && (3 ^ (1 << bit)) > 0;
                    if (!olderNumber)
                        error = errorOf([&] { (void)readAll(flipped); });
                    QVERIFY(olderNumber || error.code == ErrorCode::UnknownFormat
                            || error.code == ErrorCode::RecordNewer
                            || error.code == ErrorCode::RecordDamaged);
                    continue;
                }
                const Read read = readAll(flipped);
                QVERIFY(read.damage.has_value());
                QVERIFY(isPrefix(read.frames, frames));
                QVERIFY(read.goodBytes <= byte);
            }
        }
    }

    void refusesOtherFiles()
    {
        const auto codeOf = [](const std::string& bytes) { return errorOf([&] { (void)readAll(bytes); }); };
        Error error = codeOf("index,architecture,cifar10_valid_acc\n");
        QCOMPARE(error.code, ErrorCode::UnknownFormat);
        QCOMPARE(error.expected, std::string("KTNASTST"));
        error = codeOf(std::string("KTNASTST\x04\0\0\0", 12));
        QCOMPARE(error.code, ErrorCode::RecordNewer);
        QCOMPARE(error.expected, std::string("format 3 or older"));
        QCOMPARE(error.found, std::string("format 4"));
        QCOMPARE(codeOf(std::string("KTNASTST\0\0\0\0", 12)).code, ErrorCode::RecordDamaged);
        FrameReader older(std::string("KTNASTST\x01\0\0\0", 12), "old", format);
        QCOMPARE(older.formatNumber(), 1u);

        QCOMPARE(errorOf([&] { FrameReader(path("missing"), format); }).code, ErrorCode::FileMissing);
        QCOMPARE(errorOf([&] { FrameReader(m_folder.path().toStdString(), format); }).code,
                 ErrorCode::FileMissing);
        QCOMPARE(errorOf([&] { FrameWriter(path("missing"), format, 12); }).code, ErrorCode::FileMissing);
        QCOMPARE(errorOf([&] { FrameWriter(path("missing") + "/file", format); }).code,
                 ErrorCode::WriteFailed);
    }

    // A length of nearly 4 GiB in a small file must not be believed.
    void lyingLength()
    {
        std::string bytes = fileHead(format);
        bytes += std::string("\xff\xff\xff\xff\x01\0\0\0\0\0\0\0abc", 15);
        const Read read = readAll(bytes);
        QVERIFY(read.damage.has_value());
        QCOMPARE(read.damage->expected, std::string("a frame of 4294967295 bytes"));
        QCOMPARE(read.damage->found, std::string("3 bytes before the end of the file"));
    }

    void goesOnBehindTheLastGoodFrame()
    {
        const std::string good = bytesOf({{1, "one"}, {2, "two"}});
        writeFile(path("torn"), good + "torn tail");
        {
            FrameWriter writer(path("torn"), format, good.size());
            QCOMPARE(readFile(path("torn")), good);
            writer.append(3, "three");
        }
        QCOMPARE(readFile(path("torn")), bytesOf({{1, "one"}, {2, "two"}, {3, "three"}}));
        const Error error = errorOf([&] { FrameWriter(path("torn"), format, 10000); });
        QCOMPARE(error.code, ErrorCode::RecordDamaged);
        writeFile(path("other"), "something quite different");
        QCOMPARE(errorOf([&] { FrameWriter(path("other"), format, 12); }).code, ErrorCode::UnknownFormat);
        QCOMPARE(readFile(path("other")), std::string("something quite different"));
    }

    void fullDisk()
    {
        const std::string large(5000, 'y');
        FrameWriter writer(path("full"), format);
        writer.append(1, "first");
        const std::string good = bytesOf({{1, "first"}});
        {
            const test::FileSizeLimit limit(1000);
            for (int attempt = 0; attempt < 2; ++attempt) {
                const Error error = errorOf([&] { writer.append(2, large); });
                QCOMPARE(error.code, ErrorCode::WriteFailed);
                QCOMPARE(error.file, path("full"));
                QVERIFY(!error.found.empty() && !error.hint.empty());
                // 1000 bytes went in; the tail was cut off again.
                QCOMPARE(readFile(path("full")), good);
                QCOMPARE(writer.goodBytes(), std::uint64_t{good.size()});
            }
            writer.append(3, "small"); // still fits
        }
        writer.append(2, large);
        QCOMPARE(readFile(path("full")), bytesOf({{1, "first"}, {3, "small"}, {2, large}}));
    }

    void fullDevice()
    {
        const Error error = errorOf([] { FrameWriter("/dev/full", format); });
        QCOMPARE(error.code, ErrorCode::WriteFailed);
        QVERIFY(!error.hint.empty());
        const test::FileSizeLimit limit(0);
        QCOMPARE(errorOf([&] { FrameWriter(path("none"), format); }).code, ErrorCode::WriteFailed);
        QVERIFY(!QFile::exists(QString::fromStdString(path("none"))));
    }
};

QTEST_GUILESS_MAIN(TestFramedFile)
#include "tst_framedfile.moc"
