// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/ErrorText.h"

#include <QSet>
#include <QTest>

using namespace ktnas;

class TestErrorText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasItsOwnSentence()
    {
        QSet<QString> seen;
        for (int i = 0; i < errorCodeCount; ++i) {
            const QString sentence = errorSentence(static_cast<ErrorCode>(i));
            QVERIFY2(!sentence.isEmpty(), name(static_cast<ErrorCode>(i)));
            QVERIFY2(sentence[0].isUpper() && !sentence.endsWith(u'.'), qPrintable(sentence));
            seen << sentence;
        }
        QCOMPARE(seen.size(), errorCodeCount);
    }
    void sentencesAreCores()
    {
        // Both fronts say the same, apart from what only one of them can mean.
        for (int i = 0; i < errorCodeCount; ++i) {
            const auto code = static_cast<ErrorCode>(i);
            if (code == ErrorCode::BadArgument || code == ErrorCode::Internal)
                continue;
            QString core = QString::fromStdString(describe(Error(code)));
            QVERIFY(core.endsWith(u'.'));
            core.chop(1);
            core[0] = core[0].toUpper();
            QCOMPARE(errorSentence(code), core);
        }
    }
    void partsAndOrder()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        Error error(ErrorCode::BadRow);
        error.inFile("/data/nas.csv").atLine(1204).expecting("17 fields").butFound("14");
        error.hinting("Fetch the file again.");
        const ErrorReport report = errorReport(error);
        QCOMPARE(report.what, QStringLiteral("The line cannot be used: expected 17 fields, found 14."));
        QCOMPARE(report.where, QStringLiteral("Line 1,204"));
        QCOMPARE(report.path, QStringLiteral("/data/nas.csv"));
        QCOMPARE(report.hint, QStringLiteral("Fetch the file again."));
        QCOMPARE(errorText(error),
                 report.what + QStringLiteral(" Fetch the file again. (Line 1,204 of /data/nas.csv)"));
    }
    void missingPartsLeaveNoTraces()
    {
        QCOMPARE(errorText(Error(ErrorCode::OutOfMemory)), QStringLiteral("There is not enough memory."));
        QCOMPARE(errorText(Error(ErrorCode::FileEmpty).inFile("a.csv")),
                 QStringLiteral("The file is empty. (a.csv)"));
        Error setting(ErrorCode::BadSettingValue);
        setting.inColumn("K").butFound("-3");
        QCOMPARE(errorText(setting), QStringLiteral("The setting cannot have this value: found -3. (K)"));
    }
};

QTEST_GUILESS_MAIN(TestErrorText)
#include "tst_errortext.moc"
