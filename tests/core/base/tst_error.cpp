// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"

#include <QTest>

#include <set>
#include <string>

using namespace ktnas;

class TestError : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnNameAndSentence()
    {
        std::set<std::string> names;
        std::set<std::string> sentences;
        for (int i = 0; i < errorCodeCount; ++i) {
            const auto code = static_cast<ErrorCode>(i);
            names.insert(name(code));
            sentences.insert(describe(Error(code)));
            QVERIFY(describe(Error(code)).ends_with('.'));
            QVERIFY(std::string(name(code)).find_first_not_of("abcdefghijklmnopqrstuvwxyz-")
                    == std::string::npos);
        }
        QCOMPARE(names.size(), static_cast<std::size_t>(errorCodeCount));
        QCOMPARE(sentences.size(), static_cast<std::size_t>(errorCodeCount));
    }

    // The names are part of what `--json` users see: the first and the last, so that a shifted list shows.
    void namesBelongToTheirCodes()
    {
        QCOMPARE(std::string(name(ErrorCode::FileMissing)), std::string("file-missing"));
        QCOMPARE(std::string(name(ErrorCode::BadRow)), std::string("bad-row"));
        QCOMPARE(std::string(name(ErrorCode::RecordMismatch)), std::string("record-mismatch"));
        QCOMPARE(std::string(name(ErrorCode::BadArgument)), std::string("bad-argument"));
        QCOMPARE(std::string(name(ErrorCode::Cancelled)), std::string("cancelled"));
        QCOMPARE(std::string(name(ErrorCode::Internal)), std::string("internal"));
    }

    void exitCodes()
    {
        for (int i = 0; i < errorCodeCount; ++i) {
            const auto code = static_cast<ErrorCode>(i);
            const int expected = code <= ErrorCode::RecordMismatch ? 3
                : code <= ErrorCode::BadArgument                   ? 2
                : code == ErrorCode::Cancelled                     ? 130
                                                                   : 1;
            QCOMPARE(exitCode(code), expected);
        }
        QCOMPARE(exitCode(ErrorCode::WriteFailed), 1);
        QCOMPARE(exitCode(ErrorCode::OutOfMemory), 1);
    }

    void theWholeText()
    {
        const Error error = Error(ErrorCode::BadNumber)
                                .inFile("nas.csv")
                                .atLine(1204)
                                .inColumn("cifar10_valid_acc")
                                .expecting("a number")
                                .butFound("“81.9x”")
                                .hinting("Correct it.");
        QCOMPARE(describe(error),
                 std::string(
                     "nas.csv:1204: cifar10_valid_acc: this is not a usable number; expected a number, found "
                     "“81.9x”. Correct it."));
        QCOMPARE(std::string(error.what()), describe(error));
    }

    void emptyFieldsAreLeftOut()
    {
        QCOMPARE(describe(Error(ErrorCode::FileEmpty)), std::string("the file is empty."));
        QCOMPARE(describe(Error(ErrorCode::RecordDamaged).inFile("a.ktr").atByte(512)),
                 std::string("a.ktr: byte 512: the file is damaged."));
        QCOMPARE(describe(Error(ErrorCode::BadRow).atLine(3)),
                 std::string("line 3: the line cannot be used."));
        QCOMPARE(describe(Error(ErrorCode::BadRow).expecting("two fields")),
                 std::string("the line cannot be used; expected two fields."));
        QCOMPARE(describe(Error(ErrorCode::BadRow).butFound("one field")),
                 std::string("the line cannot be used; found one field."));
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
