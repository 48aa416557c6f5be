// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"
#include "core/base/Text.h"
#include "core/record/RecordFile.h"
#include "core/tables/WriteTable.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/types.h>

using namespace ktnas;

/// The program itself: what main() adds to the library.
class TestProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // Many tasks make a long search: each has every cell to evaluate.
        Table::Content content = cli::madeUpTable()->content();
        const Task task = content.tasks.front();
        content.tasks.clear();
        for (int i = 0; i < 24; ++i) {
            content.tasks.push_back(task);
            content.tasks.back().name = "task" + std::to_string(i);
        }
        m_table = m_folder.filePath(QStringLiteral("many.csv"));
        writeTable(m_table.toStdString(), Table(std::move(content)));
    }

    void itSaysItsVersion()
    {
        QProcess program;
        program.start(QStringLiteral(KTNAS_PROGRAM), {QStringLiteral("--version")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(program.readAllStandardOutput().startsWith("ktnas 0."));
        QVERIFY(program.readAllStandardError().isEmpty());
    }

    void aFullDiskBehindStandardOutput()
    {
        QProcess program;
        program.setStandardOutputFile(QStringLiteral("/dev/full"));
        program.start(QStringLiteral(KTNAS_PROGRAM), {QStringLiteral("--help")});
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitCode(), 1);
        QCOMPARE(program.readAllStandardError(),
                 QByteArray("standard output: the file could not be written. The disk may be full.\n"));
    }

    void interrupted_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Ctrl+C") << SIGINT;
        QTest::newRow("end of the session") << SIGTERM;
    }

    // A long search is stopped once its record has grown: exit code 130, and the record closes cleanly.
    void interrupted()
    {
        QFETCH(int, signal);
        const QString record = m_folder.filePath(QStringLiteral("long.ktr"));
        QFile::remove(record);
        QProcess program;
        startLongSearch(program, record);
        QVERIFY(::kill(static_cast<pid_t>(program.processId()), signal) == 0);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 130);
        QVERIFY(program.readAllStandardError().contains("long.ktr: cancelled. The record has the "));
        const LoadedRecord loaded = readRecord(record.toStdString());
        QVERIFY(!loaded.damage);
        QVERIFY(!loaded.record.finished);
        QVERIFY(loaded.record.events.size() > 1000);
    }

    // kill -9 leaves what was flushed: the file opens, and its events are the beginning of the whole run's.
    void killed()
    {
        const QString record = m_folder.filePath(QStringLiteral("killed.ktr"));
        QProcess program;
        startLongSearch(program, record);
        program.kill();
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::CrashExit);
        const LoadedRecord loaded = readRecord(record.toStdString());
        QVERIFY(loaded.record.events.size() > 1000);
        QProcess verifying;
        verifying.start(QStringLiteral(KTNAS_PROGRAM),
                        {QStringLiteral("replay"), record, QStringLiteral("--verify")});
        QVERIFY(verifying.waitForFinished(60000));
        QCOMPARE(verifying.exitCode(), 0);
    }

private:
    /// Starts a search that takes long, and waits until its record has 64 kB.
    void startLongSearch(QProcess& program, const QString& record)
    {
        program.start(QStringLiteral(KTNAS_PROGRAM),
                      {QStringLiteral("search"), m_table, QStringLiteral("--generations"),
                       QStringLiteral("2000000000"), QStringLiteral("--record"), record});
        QVERIFY(program.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo(record).size() > 65536, 30000);
    }

    QTemporaryDir m_folder;
    QString m_table;
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
