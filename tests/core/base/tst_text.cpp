// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "tests/support/FileSizeLimit.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cmath>
#include <functional>
#include <limits>

using namespace ktnas;

namespace {

Error failure(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

} // namespace

class TestText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers()
    {
        QCOMPARE(*parseNumber("81.9"), 81.9);
        QCOMPARE(*parseNumber("-0.5e-3"), -0.0005);
        QCOMPARE(*parseNumber("+7"), 7.0);
        QCOMPARE(*parseNumber(".5"), 0.5);
        QCOMPARE(*parseNumber("5."), 5.0);
        for (const char* text : {"", " ", "81.9x", "x81.9", " 81.9", "81.9 ", "nan", "NaN", "inf",
                                 "-infinity", "1e999", "0x10", "1,5", "+-1", "--1", "+", "-", "1e", "١"})
            QVERIFY2(!parseNumber(text), text);
    }

    void integers()
    {
        QCOMPARE(*parseInteger("-12"), std::int64_t{-12});
        QCOMPARE(*parseInteger("+12"), std::int64_t{12});
        QCOMPARE(*parseInteger("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
        for (const char* text : {"", "1.0", "1e3", "9223372036854775808", " 1", "+-1", "0x1"})
            QVERIFY2(!parseInteger(text), text);
    }

    void writtenNumbersReadBackAndAreShort()
    {
        QCOMPARE(formatNumber(0.1), std::string("0.1"));
        QCOMPARE(formatNumber(100), std::string("100"));
        QCOMPARE(formatNumber(-2.5), std::string("-2.5"));
        const double smallest = std::numeric_limits<double>::denorm_min();
        QCOMPARE(*parseNumber(formatNumber(smallest)), smallest);
        Stream stream({21, Purpose::Test, 0, 0, 0});
        for (int i = 0; i < 2000; ++i) {
            const auto value = std::bit_cast<double>(stream.word64());
            if (!std::isfinite(value))
                continue;
            const auto back = parseNumber(formatNumber(value));
            QCOMPARE(std::bit_cast<std::uint64_t>(back.value()), std::bit_cast<std::uint64_t>(value));
        }
    }

    void pieces()
    {
        using Pieces = std::vector<std::string_view>;
        QCOMPARE(split("a,,b", ','), (Pieces{"a", "", "b"}));
        QCOMPARE(split("", ','), Pieces{""});
        QCOMPARE(split(",", ','), (Pieces{"", ""}));
        QCOMPARE(split("abc", ','), Pieces{"abc"});
        QCOMPARE(trimmed(" \t a b\r\n"), std::string_view("a b"));
        QCOMPARE(trimmed(" \r\n"), std::string_view());
        QCOMPARE(trimmed(""), std::string_view());
    }

    void excerptsAreCutBetweenCharacters()
    {
        QCOMPARE(excerpt("short"), std::string("short"));
        QCOMPARE(excerpt("1234567890", 10), std::string("1234567890"));
        QCOMPARE(excerpt("12345678901", 10), std::string("1234567890…"));
        QCOMPARE(excerpt("a\tb\nc\x7f"), std::string("a b c "));
        const std::string umlauts = "ääää"; // two bytes each
        QCOMPARE(excerpt(umlauts, 5), std::string("ää…"));
        QCOMPARE(excerpt(umlauts, 4), std::string("ää…"));
        QCOMPARE(excerpt(umlauts, 1), std::string("…"));
    }

    void theNearestName()
    {
        const std::vector<std::string> tasks{"cifar10", "cifar100", "imagenet16_120"};
        QCOMPARE(*nearest("cifar1O", tasks), std::string("cifar10"));
        QCOMPARE(*nearest("imagenet_120", tasks), std::string("imagenet16_120"));
        QCOMPARE(*nearest("cifar100", tasks), std::string("cifar100"));
        QVERIFY(!nearest("weather", tasks));
        QVERIFY(!nearest("x", {}));
    }

    void names()
    {
        QCOMPARE(listed({}), std::string());
        QCOMPARE(listed({"a"}), std::string("a"));
        QCOMPARE(listed({"a", "b"}), std::string("a and b"));
        QCOMPARE(listed({"a", "b", "c"}), std::string("a, b and c"));
    }

    void filesGoOutAndIn()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("file")).toStdString();
        std::string content(200000, '\0');
        Stream stream({22, Purpose::Test, 0, 0, 0});
        for (char& byte : content)
            byte = static_cast<char>(stream.below(256));
        writeFile(path, content);
        QVERIFY(readFile(path) == content);
        QVERIFY(readFile(path, 1000) == content.substr(0, 1000));
        QVERIFY(readFile(path, 0).empty());
        writeFile(path, "short");
        QCOMPARE(readFile(path), std::string("short"));
        QVERIFY(!QFile::exists(QString::fromStdString(path + ".part")));
        writeFile(path, "");
        QVERIFY(readFile(path).empty());
    }

    void filesWithoutASizeAreReadToTheirEnd()
    {
        const std::string status = readFile("/proc/self/status");
        QVERIFY(status.starts_with("Name:"));
        QCOMPARE(readFile("/proc/self/status", 5), std::string("Name:"));
        QVERIFY(readFile("/dev/null").empty());
    }

    void unreadableFiles()
    {
        QCOMPARE(failure([] { (void)readFile("/no/such/file"); }).code, ErrorCode::FileMissing);
        QCOMPARE(failure([] { (void)readFile("/dev/null/file"); }).code, ErrorCode::FileMissing);
        const Error folder = failure([] { (void)readFile("/tmp"); });
        QCOMPARE(folder.code, ErrorCode::FileMissing);
        QCOMPARE(folder.found, std::string("a folder"));
        const Error broken = failure([] { (void)readFile("/proc/self/mem"); });
        QCOMPARE(broken.code, ErrorCode::FileUnreadable);
        QCOMPARE(broken.found, std::string("Input/output error"));
        QCOMPARE(exitCode(broken.code), 3);
    }

    void aFullDiskLeavesTheOldFile()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("file")).toStdString();
        writeFile(path, "old");
        {
            const test::FileSizeLimit limit(4096);
            const Error error = failure([&] { writeFile(path, std::string(100000, 'x')); });
            QCOMPARE(error.code, ErrorCode::WriteFailed);
            QCOMPARE(error.file, path);
            QCOMPARE(error.found, std::string("File too large"));
            QCOMPARE(exitCode(error.code), 1);
        }
        QCOMPARE(readFile(path), std::string("old"));
        QVERIFY(!QFile::exists(QString::fromStdString(path + ".part")));
    }

    // /dev/full answers every write as a full disk does; the temporary file is a link to it.
    void theFullDeviceIsNamed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("file"));
        QVERIFY(QFile::link(QStringLiteral("/dev/full"), path + QStringLiteral(".part")));
        const Error error = failure([&] { writeFile(path.toStdString(), "new"); });
        QCOMPARE(error.code, ErrorCode::WriteFailed);
        QCOMPARE(error.found, std::string("No space left on device"));
        QCOMPARE(error.hint, std::string("Free some space or choose another folder; nothing was changed."));
        QVERIFY(!QFile::exists(path));
    }

    void aFolderThatIsNotThere()
    {
        const Error error = failure([] { writeFile("/no/such/folder/file", "x"); });
        QCOMPARE(error.code, ErrorCode::WriteFailed);
        QCOMPARE(error.found, std::string("No such file or directory"));
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
