// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/Recognise.h"

#include "core/base/Error.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <string>

using namespace ktnas;
using namespace std::string_literals;

namespace {

/// The magic bytes followed by enough of anything.
QByteArray padded(const std::string& magic)
{
    return QByteArray::fromStdString(magic) + QByteArray(600, '\x01');
}

std::string tar()
{
    std::string block(512, '\0');
    block.replace(0, 9, "table.csv");
    block.replace(257, 6, "ustar\0"s);
    return block;
}

std::string zip(const std::string& member)
{
    std::string header(30, '\0');
    header.replace(0, 4, "PK\x03\x04"s);
    header[26] = static_cast<char>(member.size());
    return header + member;
}

} // namespace

class TestRecognise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* tag, const QByteArray& content, FileKind kind) {
            QTest::newRow(tag) << content << static_cast<int>(kind);
        };
        row("csv", "index,architecture\n", FileKind::Csv);
        row("csv with a byte order mark", "\xEF\xBB\xBFindex,architecture\n", FileKind::Csv);
        row("csv in UTF-8", "architecture,v\xC3\xB6gel_valid_acc\n", FileKind::Csv);
        row("json object", " \n{\"a\": 1}", FileKind::Json);
        row("json list", "[1]", FileKind::Json);
        row("unknown binary", padded("\x07\x00\x01"s), FileKind::Other);
        row("one zero", QByteArray(1, '\0'), FileKind::Other);
    }

    void kinds()
    {
        QFETCH(QByteArray, content);
        QTEST(static_cast<int>(recogniseContent("file", content.toStdString())), "kind");
    }

    void refusedFormats_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("found");
        QTest::addColumn<QString>("hint");
        const auto row = [](const char* tag, const QByteArray& content, const char* found, const char* hint) {
            QTest::newRow(tag) << content << QString::fromUtf8(found) << QString::fromUtf8(hint);
        };
        const char* const later =
            "This format is opened by a later version; export it to CSV to open it now.";
        const char* const unpack = "Unpack it first and open what is inside.";
        const char* const pictures = "This looks like a set of pictures; a benchmark table is a CSV file.";
        row("torch zip", padded(zip("archive/data.pkl")), "a PyTorch file", later);
        row("npz", padded(zip("train_images.npy")), "a NumPy archive (npz)", pictures);
        row("Excel", padded(zip("[Content_Types].xml")), "an Excel workbook",
            "Save the sheet as CSV (UTF-8) and open that.");
        row("zip", padded(zip("notes/a.txt")), "a zip archive that begins with “notes/a.txt”", unpack);
        row("cut zip", QByteArray("PK\x03\x04", 4), "a zip archive that begins with “”", unpack);
        row("torch legacy", padded("\x80\x02\x8A\x0A\x6C\xFC\x9C\x46\xF9\x20\x6A\xA8\x50\x19."s),
            "a PyTorch file (from before version 1.6)", later);
        row("pickle", padded("\x80\x04\x95"s), "a Python pickle (protocol 4)", later);
        row("bzip2", padded("BZh9"), "a file packed with bzip2", unpack);
        row("gzip", padded("\x1F\x8B\x08"s), "a file packed with gzip", unpack);
        row("xz", padded("\xFD\x37\x7A\x58\x5A\x00"s), "a file packed with xz", unpack);
        row("tar", QByteArray::fromStdString(tar()), "a tar archive", unpack);
        row("npy", padded("\x93NUMPY\x01"s), "a NumPy array (npy)",
            "Save it as CSV with column names and open that.");
        row("idx", padded("\x00\x00\x08\x03"s), "an IDX file (MNIST)", pictures);
        row("utf-16", padded("\xFF\xFEi\x00"s), "text in UTF-16", "Save it as UTF-8 and open that.");
    }

    void refusedFormats()
    {
        QFETCH(QByteArray, content);
        try {
            (void)recogniseContent("some.file", content.toStdString());
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::UnknownFormat);
            QCOMPARE(error.file, std::string("some.file"));
            QCOMPARE(error.expected, std::string("a benchmark table as CSV"));
            QTEST(QString::fromStdString(error.found), "found");
            QTEST(QString::fromStdString(error.hint), "hint");
        }
    }

    void whatStandsInPlaceOfAFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("found");
        const auto row = [](const char* tag, const char* content, ErrorCode code, const char* found) {
            QTest::newRow(tag) << QByteArray(content) << static_cast<int>(code) << QString::fromUtf8(found);
        };
        row("empty", "", ErrorCode::FileEmpty, "");
        row("pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n",
            ErrorCode::GitLfsPointer, "a pointer to a file of 12 bytes");
        row("pointer without a size", "version https://git-lfs.github.com/spec/v1\n",
            ErrorCode::GitLfsPointer, "");
        row("page", "<!DOCTYPE html><title>Sorry</title>", ErrorCode::HtmlPage,
            "a page with the title “Sorry”");
        row("page in capitals", "\xEF\xBB\xBF \n<HTML><HEAD><TITLE id=\"x\">\nNo\tway </TITLE>",
            ErrorCode::HtmlPage, "a page with the title “No way”");
        row("page without a title", "<html><body>", ErrorCode::HtmlPage, "");
        row("page with half a title", "<html><title", ErrorCode::HtmlPage, "");
        row("page with an open title", "<html><title>Sorr", ErrorCode::HtmlPage, "");
    }

    void whatStandsInPlaceOfAFile()
    {
        QFETCH(QByteArray, content);
        try {
            (void)recogniseContent("some.file", content.toStdString());
            QFAIL("accepted");
        } catch (const Error& error) {
            QTEST(static_cast<int>(error.code), "code");
            QTEST(QString::fromStdString(error.found), "found");
            QVERIFY(!error.hint.empty());
        }
    }

    // The whole of each sample file is one of the formats above; the official pointers and pages too.
    void sharedSamples()
    {
        KTNAS_REQUIRE_SHARED(pointer, "benchmarks/format-samples/bad/git-lfs-pointer.pth");
        try {
            (void)recognise(pointer);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::GitLfsPointer);
            QCOMPARE(error.found, std::string("a pointer to a file of 4908763648 bytes"));
        }
        KTNAS_REQUIRE_SHARED(torch, "benchmarks/format-samples/bad/truncated-zip.pth");
        try {
            (void)recognise(torch);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.found, std::string("a PyTorch file"));
        }
        KTNAS_REQUIRE_SHARED(table, "benchmarks/nas-bench-201.csv");
        QCOMPARE(recognise(table), FileKind::Csv);
    }
};

QTEST_GUILESS_MAIN(TestRecognise)
#include "tst_recognise.moc"
