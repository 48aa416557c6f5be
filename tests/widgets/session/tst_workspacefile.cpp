// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "tests/support/SmallTable.h"
#include "widgets/session/WorkspaceFile.h"

#include <QTest>

using namespace ktnas;

class TestWorkspaceFile : public QObject {
    Q_OBJECT

    static KeptWorkspace sample()
    {
        const auto table = test::smallTable();
        KeptWorkspace workspace;
        workspace.workspace = "transfer";
        workspace.layouts["search"] = std::string("\0\xffstate", 7);
        KeptDesk desk;
        desk.table = {"/data/small.csv", "small", "Small"};
        desk.draft = withSetting(defaultDraft(*table), "K", "20");
        desk.draft.seed = 178;
        desk.draft.stop.targets[1].reset();
        desk.draft.stop.evaluations = 150;
        desk.pairSource = 2;
        desk.pairTarget = 0;
        desk.filter = "rank alpha <= 100";
        desk.selectedRows = {1, 5, 4095};
        desk.currentCell = 77;
        Run run = test::smallRun(table, 30);
        run.advance(50);
        desk.runs.push_back({"Run in a file", 3, false, "run-1.ktrec", {}});
        desk.runs.push_back({"Run", 17, false, {}, run.record()});
        desk.currentRun = 1;
        workspace.desks.push_back(desk);
        workspace.desks.push_back({});
        return workspace;
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.ktnas")).toStdString();
        const KeptWorkspace before = sample();
        writeWorkspace(path, before);
        const KeptWorkspace after = readWorkspace(path);
        QVERIFY(!after.damage);
        QCOMPARE(after.workspace, before.workspace);
        QVERIFY(after.layouts == before.layouts);
        QCOMPARE(after.desks.size(), before.desks.size());
        const KeptDesk& a = after.desks[0];
        const KeptDesk& b = before.desks[0];
        QVERIFY(a.table == b.table);
        QVERIFY(a.draft == b.draft);
        QCOMPARE(a.pairSource, b.pairSource);
        QCOMPARE(a.pairTarget, b.pairTarget);
        QCOMPARE(a.filter, b.filter);
        QCOMPARE(a.selectedRows, b.selectedRows);
        QCOMPARE(a.currentCell, b.currentCell);
        QCOMPARE(a.currentRun, 1);
        QCOMPARE(a.runs.size(), std::size_t{2});
        QCOMPARE(a.runs[0].recordFile, std::string("run-1.ktrec"));
        QVERIFY(!a.runs[0].record);
        QCOMPARE(a.runs[1].cursor, EventIndex{17});
        QVERIFY(!a.runs[1].follows);
        QCOMPARE(recordHash(*a.runs[1].record), recordHash(*b.runs[1].record));
        QVERIFY(a.runs[1].record->header == b.runs[1].record->header);
    }
    void cutAnywhereItOpensOrRefuses()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.ktnas")).toStdString();
        writeWorkspace(path, sample());
        const std::string whole = readFile(path);
        int opened = 0;
        int refused = 0;
        for (std::size_t size = 0; size < whole.size(); size += size < 800 ? 1 : 97) {
            writeFile(path, whole.substr(0, size));
            try {
                const KeptWorkspace workspace = readWorkspace(path);
                QVERIFY(workspace.desks.size() <= 2);
                ++opened;
            } catch (const Error& error) {
                QVERIFY2(error.code == ErrorCode::FileEmpty || error.code == ErrorCode::RecordDamaged
                             || error.code == ErrorCode::UnknownFormat,
                         error.what());
                QCOMPARE(error.file, path);
                ++refused;
            }
        }
        QVERIFY(opened > 0 && refused > 0);
    }
    void flippedBytesAreNoticed()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.ktnas")).toStdString();
        writeWorkspace(path, sample());
        const std::string whole = readFile(path);
        for (std::size_t at = 0; at < whole.size(); at += at < 200 ? 3 : 101) {
            std::string broken = whole;
            broken[at] = static_cast<char>(broken[at] ^ 0x20);
            writeFile(path, broken);
            try {
                QVERIFY(readWorkspace(path).damage.has_value());
            } catch (const Error& error) {
                QVERIFY2(error.code == ErrorCode::RecordDamaged || error.code == ErrorCode::RecordNewer
                             || error.code == ErrorCode::UnknownFormat,
                         error.what());
            }
        }
    }
    void newerFormatIsRefused()
    {
        QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("a.ktnas")).toStdString();
        writeWorkspace(path, sample());
        std::string bytes = readFile(path);
        bytes[8] = 99;
        writeFile(path, bytes);
        try {
            readWorkspace(path);
            QFAIL("opened a file of the future");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::RecordNewer);
        }
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceFile)
#include "tst_workspacefile.moc"
