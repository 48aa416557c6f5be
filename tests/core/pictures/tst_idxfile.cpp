// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/IdxFile.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "tests/support/Shared.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <string>

using namespace ktnas;
using namespace std::string_literals;

namespace {

std::string idx(unsigned char type, const std::vector<std::uint32_t>& shape, const std::string& bytes)
{
    std::string file{'\0', '\0', static_cast<char>(type), static_cast<char>(shape.size())};
    for (const std::uint32_t size : shape)
        for (int shift = 24; shift >= 0; shift -= 8)
            file += static_cast<char>(size >> shift & 0xFFU);
    return file + bytes;
}

/// The error that reading this content gives; Internal where it is read.
Error errorOf(const std::string& content)
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("some-images-idx3-ubyte")).toStdString();
    writeFile(path, content);
    try {
        (void)readIdx(path);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

bool says(const std::string& text, const std::string& part)
{
    if (text.find(part) != std::string::npos)
        return true;
    qWarning("“%s” does not say “%s”", text.c_str(), part.c_str());
    return false;
}

std::vector<std::size_t> counts(const PictureSet& set, Split split)
{
    std::vector<std::size_t> result(set.labelSets.at(0).classes.size());
    for (const std::int32_t label : set.part(split)->labels.at(0))
        ++result.at(static_cast<std::size_t>(label));
    return result;
}

} // namespace

class TestIdxFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsShapeAndBytes();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void refusesEveryCut();
    void readsAFolder();
    void namesWhatAFolderLacks();
    void readsMnist();
    void readsFashionMnist();
};

void TestIdxFile::readsShapeAndBytes()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("x")).toStdString();
    writeFile(path, idx(8, {2, 1, 3}, "abcdef"));
    const IdxFile file = readIdx(path);
    QCOMPARE(file.shape, (std::vector<std::uint32_t>{2, 1, 3}));
    QCOMPARE(std::string(file.bytes.begin(), file.bytes.end()), "abcdef"s);
    QVERIFY(looksLikeIdx(idx(8, {1}, "x")));
    QVERIFY(looksLikeIdx(idx(0x0D, {1}, "xxxx")));
    QVERIFY(!looksLikeIdx("\0\0\x08"s));
    QVERIFY(!looksLikeIdx("\0\0\x0A\x01"s));
    QVERIFY(!looksLikeIdx("\0\0\x08\x05"s));
}

void TestIdxFile::namesWhatIsWrong_data()
{
    QTest::addColumn<std::string>("content");
    QTest::addColumn<int>("code");
    QTest::addColumn<std::string>("expected");
    QTest::addColumn<std::string>("found");
    const auto row = [](const char* name, const std::string& content, ErrorCode code, const char* expected,
                        const char* found) {
        QTest::newRow(name) << content << static_cast<int>(code) << std::string(expected)
                            << std::string(found);
    };
    row("empty", "", ErrorCode::FileEmpty, "", "");
    row("too few", idx(8, {3, 2, 2}, std::string(11, 'x')), ErrorCode::PicturesDamaged,
        "12 bytes (3 × 2 × 2)", "11 bytes after the header");
    row("too many", idx(8, {3, 2, 2}, std::string(13, 'x')), ErrorCode::PicturesDamaged,
        "12 bytes (3 × 2 × 2)", "13 bytes after the header");
    row("overflow", idx(8, {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}, "x"), ErrorCode::PicturesDamaged,
        "4294967295 × 4294967295 × 4294967295 × 4294967295 bytes, which no file has", "1 bytes");
    // 2³¹ · 2³¹ · 4 is 2⁶⁴, which wraps round to 0 in 64 bits and must not pass for it.
    row("overflow to zero", idx(8, {1U << 31, 1U << 31, 4}, ""), ErrorCode::PicturesDamaged,
        "which no file has", "0 bytes");
    row("header cut", idx(8, {3, 2, 2}, "").substr(0, 14), ErrorCode::PicturesDamaged, "header of 16 bytes",
        "14 bytes");
    row("little-endian", "\x03\x08\0\0\x02\0\0\0"s, ErrorCode::PicturesDamaged, "highest byte first",
        "little-endian");
    row("floats", idx(0x0D, {1}, "xxxx"), ErrorCode::UnknownFormat, "unsigned bytes", "32-bit floats");
    row("integers", idx(0x0C, {1}, "xxxx"), ErrorCode::UnknownFormat, "unsigned bytes", "32-bit integers");
    row("noise", "\x12\x34\x01\x02\x03"s, ErrorCode::UnknownFormat, "0, 0, type and rank", "5 bytes");
    row("pickle", "\x80\x02}q\x01."s, ErrorCode::UnknownFormat, "an IDX file", "Python pickle");
    row("pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3174253\n",
        ErrorCode::GitLfsPointer, "", "3174253");
    row("page", "<!DOCTYPE html><html><title>404</title>", ErrorCode::HtmlPage, "", "404");
    row("gzip cut", "\x1f\x8b\x08\0\0\0\0\0\0\x03\x63"s, ErrorCode::PicturesDamaged, "packed bytes",
        "end of the file");
}

void TestIdxFile::namesWhatIsWrong()
{
    QFETCH(std::string, content);
    QFETCH(int, code);
    QFETCH(std::string, expected);
    QFETCH(std::string, found);
    const Error error = errorOf(content);
    QCOMPARE(static_cast<int>(error.code), code);
    QVERIFY(says(error.expected, expected));
    QVERIFY(says(error.found, found));
    QVERIFY(says(error.file, "some-images-idx3-ubyte"));
    QVERIFY(!error.hint.empty());
}

void TestIdxFile::refusesEveryCut()
{
    const std::string whole = idx(8, {2, 3, 3}, std::string(18, 'p'));
    QVERIFY(errorOf(whole).code == ErrorCode::Internal);
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY2(errorOf(whole.substr(0, length)).code != ErrorCode::Internal,
                 qPrintable(QString::number(length)));
}

void TestIdxFile::readsAFolder()
{
    const QTemporaryDir folder;
    const auto write = [&](const char* name, const std::string& content) {
        writeFile(folder.filePath(QString::fromUtf8(name)).toStdString(), content);
    };
    const std::string path = folder.path().toStdString();
    QVERIFY(!hasIdxPictures(path));
    write("emnist-letters-train-images-idx3-ubyte", idx(8, {3, 1, 2}, "abcdef"));
    write("emnist-letters-train-labels-idx1-ubyte", idx(8, {3}, "\x01\x05\x01"));
    write("emnist-letters-test-images-idx3-ubyte", idx(8, {1, 1, 2}, "gh"));
    write("emnist-letters-test-labels-idx1-ubyte", idx(8, {1}, "\x03"));
    write("notes.txt", "not concerned");
    QVERIFY(hasIdxPictures(path));
    const PictureSet set = readIdxFolder(path);
    QCOMPARE(set.format, "idx"s);
    QCOMPARE(set.title, std::filesystem::path(path).filename().string());
    QCOMPARE(set.parts.size(), std::size_t{2});
    QCOMPARE(set.labelSets.at(0).classes, (std::vector<std::string>{"1", "3", "5"}));
    QCOMPARE(set.part(Split::Train)->labels.at(0), (std::vector<std::int32_t>{0, 2, 0}));
    QCOMPARE(set.part(Split::Test)->labels.at(0), (std::vector<std::int32_t>{1}));
    QCOMPARE(set.pictureSize(), std::size_t{2});
    QCOMPARE(set.part(Split::Train)->pixels.at(5), std::uint8_t{'f'});
}

void TestIdxFile::namesWhatAFolderLacks()
{
    const QTemporaryDir folder;
    const std::string path = folder.path().toStdString();
    const auto write = [&](const char* name, const std::string& content) {
        writeFile(folder.filePath(QString::fromUtf8(name)).toStdString(), content);
    };
    const auto error = [&] {
        try {
            (void)readIdxFolder(path);
        } catch (const Error& problem) {
            return problem;
        }
        return Error(ErrorCode::Internal);
    };
    QVERIFY(error().code == ErrorCode::PicturesUnusable);
    write("train-images-idx3-ubyte", idx(8, {3, 1, 2}, "abcdef"));
    QVERIFY(says(describe(error()), "a file of labels beside it"));
    write("train-labels-idx1-ubyte", idx(8, {2}, "\x01\x02"));
    QVERIFY(error().code == ErrorCode::PicturesDamaged);
    QVERIFY(says(describe(error()), "expected 3 labels, one for each picture"));
    write("train-labels-idx1-ubyte", idx(8, {3}, "\x01\x02\x02"));
    QVERIFY(error().code == ErrorCode::Internal);
    write("t10k-images-idx3-ubyte", idx(8, {1, 2, 2}, "abcd"));
    write("t10k-labels-idx1-ubyte", idx(8, {1}, "\x01"));
    QVERIFY(says(describe(error()), "pictures of 1 × 2, as in the other file"));
    write("t10k-images-idx3-ubyte", idx(8, {1, 2}, "ab"));
    QVERIFY(says(describe(error()), "three sizes"));
    write("t10k-images-idx3-ubyte", idx(8, {0, 1, 2}, ""));
    write("t10k-labels-idx1-ubyte", idx(8, {0}, ""));
    QVERIFY(says(describe(error()), "at least one picture"));
    write("more-train-images-idx3-ubyte", idx(8, {3, 1, 2}, "abcdef"));
    QVERIFY(says(describe(error()), "2 sets"));
    try {
        (void)readIdxFolder(path + "/none");
        QFAIL("a folder that is not there was read");
    } catch (const Error& problem) {
        QVERIFY(problem.code == ErrorCode::FileMissing);
    }
}

void TestIdxFile::readsMnist()
{
    KTNAS_REQUIRE_SHARED(path, "datasets/mnist");
    const PictureSet set = readIdxFolder(path);
    QCOMPARE(set.title, "MNIST"s);
    QCOMPARE(set.height, std::size_t{28});
    // Class counts of the data's README.
    QCOMPARE(counts(set, Split::Train),
             (std::vector<std::size_t>{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
    QCOMPARE(counts(set, Split::Test),
             (std::vector<std::size_t>{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
    QCOMPARE(set.part(Split::Train)->pixels.size(), std::size_t{60000} * 784);
}

void TestIdxFile::readsFashionMnist()
{
    std::string path;
    try {
        path = fashionMnistFolder();
    } catch (const Error& error) {
        QVERIFY(error.code == ErrorCode::PackageMissing);
        QVERIFY(says(error.hint, "dataset-fashion-mnist"));
        QSKIP("needs the package dataset-fashion-mnist");
    }
    const PictureSet set = readIdxFolder(path);
    QCOMPARE(set.title, "Fashion-MNIST"s);
    QCOMPARE(set.labelSets.at(0).classes.at(9), "Ankle boot"s);
    QCOMPARE(counts(set, Split::Train), std::vector<std::size_t>(10, 6000));
    QCOMPARE(counts(set, Split::Test), std::vector<std::size_t>(10, 1000));
    // The first training picture is an ankle boot, the second a T-shirt (the set's own README).
    QCOMPARE(set.part(Split::Train)->labels.at(0).at(0), 9);
    QCOMPARE(set.part(Split::Train)->labels.at(0).at(1), 0);
}

QTEST_GUILESS_MAIN(TestIdxFile)
#include "tst_idxfile.moc"
