// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/files/Zip.h"
#include "tests/core/files/Hex.h"
#include "tests/support/Shared.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <string>

using namespace ktnas;

namespace {

/// Python's zipfile: a.txt stored ("hello"), b/c.bin deflated (100 times "x").
const std::string sample = ktnas::test::fromHex(
    "504b03041400000000000000210086a61036050000000500000005000000612e74787468656c6c6f504b03041400000008000000"
    "21008f5d0e5e060000006400000007000000622f632e62696eaba8a03d0000504b010214031400000000000000210086a6103605"
    "00000005000000050000000000000000000000800100000000612e747874504b01021403140000000800000021008f5d0e5e0600"
    "000064000000070000000000000000000000800128000000622f632e62696e504b05060000000002000200680000005300000000"
    "00");

} // namespace

class TestZip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void readsMembers()
    {
        ZipArchive archive(written(sample));
        QCOMPARE(archive.members().size(), std::size_t{2});
        QCOMPARE(archive.members()[1].name, std::string("b/c.bin"));
        QCOMPARE(archive.members()[1].size, std::uint64_t{100});
        QCOMPARE(archive.members()[1].packedSize, std::uint64_t{6});
        QCOMPARE(archive.find("b/c.bin"), std::optional<std::size_t>(1));
        QVERIFY(!archive.find("c.bin"));
        QCOMPARE(archive.read(0, 5), std::string("hello"));
        QCOMPARE(archive.read(1, 100), std::string(100, 'x'));
        QCOMPARE(archive.read(0, 5), std::string("hello"));
        QVERIFY(looksLikeZip(sample) && !looksLikeZip("PK"));
    }

    void refusesWhatIsLargerThanAllowed()
    {
        ZipArchive archive(written(sample));
        QCOMPARE(codeOf([&] { (void)archive.read(1, 99); }), ErrorCode::UnknownFormat);
    }

    // The directory says 1,000,000,000 bytes for 6 packed ones, which deflate cannot do: not even allocated.
    void refusesSizesThatCannotBe()
    {
        std::string bomb = sample;
        const std::size_t entry = bomb.rfind("PK\1\2");
        bomb.replace(entry + 24, 4, std::string("\x00\xCA\x9A\x3B", 4));
        ZipArchive archive(written(bomb));
        QCOMPARE(archive.members()[1].size, std::uint64_t{1'000'000'000});
        QCOMPARE(codeOf([&] { (void)archive.read(1, 2'000'000'000); }), ErrorCode::PicturesDamaged);
    }

    void noticesAWrongChecksum()
    {
        std::string flipped = sample;
        flipped[flipped.find("hello") + 1] = 'a';
        ZipArchive archive(written(flipped), ErrorCode::RecordDamaged);
        try {
            (void)archive.read(0, 5);
            QFAIL("a wrong checksum passed");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::RecordDamaged);
            QCOMPARE(error.column, std::string("a.txt"));
            QCOMPARE(error.expected, std::string("5 bytes with the checksum 3610a686"));
            QCOMPARE(error.found, std::string("bytes that do not match the checksum"));
        }
    }

    void everyCutIsNoticed()
    {
        for (std::size_t length = 1; length < sample.size(); ++length)
            QCOMPARE(codeOf([&] { ZipArchive archive(written(sample.substr(0, length))); }),
                     ErrorCode::PicturesDamaged);
        QCOMPARE(codeOf([&] { ZipArchive archive("/nowhere/at/all.zip"); }), ErrorCode::FileMissing);
    }

    void everyFlippedBitIsSurvived()
    {
        for (std::size_t at = 0; at < sample.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                std::string flipped = sample;
                flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
                const ErrorCode code = codeOf([&] {
                    ZipArchive archive(written(flipped));
                    for (std::size_t i = 0; i < archive.members().size(); ++i) {
                        const std::string content = archive.read(i, 1'000);
                        // What comes out is what went in: its checksum says so.
                        QVERIFY(content == "hello" || content == std::string(100, 'x') || content.empty());
                    }
                });
                QVERIFY(code == ErrorCode::Internal || code == ErrorCode::PicturesDamaged
                        || code == ErrorCode::UnknownFormat);
            }
        }
    }

    // 65,535 members by the end record, and by the 64-bit one more than there are bytes.
    void promisedMembersAreNotAllocated()
    {
        std::string many = sample;
        const std::size_t end = many.rfind("PK\5\6");
        many.replace(end + 8, 4, "\xFF\xFF\xFF\xFF");
        QCOMPARE(codeOf([&] { ZipArchive archive(written(many)); }), ErrorCode::PicturesDamaged);
        std::string end64("PK\6\6\x2C\0\0\0\0\0\0\0\x2D\0\x2D\0\0\0\0\0\0\0\0\0", 24);
        const auto number = [](std::uint64_t value) {
            std::string bytes;
            for (unsigned i = 0; i < 8; ++i)
                bytes += static_cast<char>(value >> 8 * i & 0xFF);
            return bytes;
        };
        const std::uint64_t entries = std::uint64_t{1} << 30;
        end64 += number(entries) + number(entries) + number(104) + number(83);
        const std::string locator =
            std::string("PK\6\7\0\0\0\0", 8) + number(end) + std::string("\1\0\0\0", 4);
        many.insert(end, end64 + locator);
        QCOMPARE(codeOf([&] { ZipArchive archive(written(many)); }), ErrorCode::PicturesDamaged);
    }

    void damagedSharedFiles()
    {
        KTNAS_REQUIRE_SHARED(flipped, "benchmarks/format-samples/bad/npz-bit-flip.npz");
        ZipArchive archive(flipped);
        const auto member = archive.find("train_images.npy");
        QVERIFY(member);
        QCOMPARE(codeOf([&] { (void)archive.read(*member, 10'000); }), ErrorCode::PicturesDamaged);
        KTNAS_REQUIRE_SHARED(cut, "benchmarks/format-samples/bad/truncated-zip.pth");
        QCOMPARE(codeOf([&] { ZipArchive other(cut); }), ErrorCode::PicturesDamaged);
    }

private:
    std::string written(const std::string& bytes)
    {
        const std::string path = m_folder.filePath(QStringLiteral("a.zip")).toStdString();
        // Not by writeFile() or over the old file, which wait for the disk: there are thousands.
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    template <typename Body> static ErrorCode codeOf(Body body)
    {
        try {
            body();
        } catch (const Error& error) {
            return error.code;
        }
        return ErrorCode::Internal;
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestZip)
#include "tst_zip.moc"
