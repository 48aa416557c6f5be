// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "core/record/RecordFile.h"
#include "tests/support/FileSizeLimit.h"
#include "tests/support/SmallTable.h"
#include "widgets/session/Session.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace ktnas;
using State = RunController::State;

class TestSession : public QObject {
    Q_OBJECT

    std::shared_ptr<const Table> m_table = test::smallTable();

    static RowSet rows(std::vector<std::uint32_t> list)
    {
        return std::make_shared<const std::vector<std::uint32_t>>(std::move(list));
    }
    /// A short search that ends by itself.
    static SearchDraft shortDraft(const Session& session)
    {
        SearchDraft draft = session.draft();
        draft.method = QStringLiteral("rea");
        draft.stop.targets.clear();
        draft.stop.evaluations = 60;
        return draft;
    }
    static void finish(RunController* run)
    {
        run->resume();
        QTRY_COMPARE(run->state(), State::Finished);
    }

private Q_SLOTS:
    void tableBringsItsDefaults()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        QVERIFY(!session.table());
        QVERIFY_THROWS_EXCEPTION(Error, session.startRun());
        QSignalSpy changed(&session, &Session::tableChanged);
        session.setTable(m_table);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(session.draft().tasks.size(), std::size_t{3});
        QCOMPARE(session.draft().method, QStringLiteral("ktnas"));
        QVERIFY(session.draft().learnFrom == LearnFrom::everyone(3));
        QVERIFY(session.ranks(1) == placeRanks(m_table->tasks()[1].measure()));
        QVERIFY(!session.isModified());
        QVERIFY(!session.isBusy());
    }
    void editsAreUndone()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        const SearchDraft before = session.draft();
        session.setDraft(withSetting(before, "K", "20"), QStringLiteral("Change parents K"));
        session.select(rows({1, 2, 3}), QStringLiteral("Select three"));
        session.setPair({2, 0});
        session.setFilter(QStringLiteral("0->3 = skip"));
        session.setCurrentCell(CellId(4));
        session.setCurrentCell(CellId(5));
        QCOMPARE(session.undoStack().count(), 5); // looks in a row are one edit
        QCOMPARE(session.undoStack().text(0), QStringLiteral("Change parents K"));
        QVERIFY(session.selection().contains(2));
        while (session.undoStack().canUndo())
            session.undoStack().undo();
        QVERIFY(session.draft() == before);
        QVERIFY(session.selection().rows()->empty());
        QVERIFY(session.pair() == (TaskPair{0, 1}));
        QVERIFY(session.filter().isEmpty());
        QVERIFY(session.selection().current().isNone());
        while (session.undoStack().canRedo())
            session.undoStack().redo();
        QCOMPARE(settingValue(session.draft(), "K"), QStringLiteral("20"));
        QCOMPARE(session.filter(), QStringLiteral("0->3 = skip"));
        QCOMPARE(session.selection().current(), CellId(5));
    }
    void sliderIsOneEditAndNothingIsNone()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        session.setDraft(session.draft(), QStringLiteral("Nothing"));
        QCOMPARE(session.undoStack().count(), 0);
        for (int seed = 2; seed < 6; ++seed) {
            SearchDraft draft = session.draft();
            draft.seed = static_cast<std::uint64_t>(seed);
            session.setDraft(draft, QStringLiteral("Change seed"), QStringLiteral("seed"));
        }
        QCOMPARE(session.undoStack().count(), 1);
        session.undoStack().undo();
        QCOMPARE(session.draft().seed, std::uint64_t{1});
    }
    void runsAndCursor()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        session.setDraft(shortDraft(session), QStringLiteral("Short"));
        RunController* run = session.startRun();
        QCOMPARE(session.currentRun(), run);
        QCOMPARE(run->title(), QStringLiteral("Regularised evolution, seed 1"));
        finish(run);
        QVERIFY(session.cursor().follows());
        QCOMPARE(session.cursor().position(), run->index().size());
        QCOMPARE(session.stateAtCursor().evaluations, run->index().last().evaluations);
        QVERIFY(session.stateAtCursor() == run->index().last());
        QVERIFY(session.isModified());

        const std::uint64_t all = session.stateAtCursor().evaluations;
        session.stepCursor(-1);
        QVERIFY(!session.cursor().follows());
        session.stepCursor(-1);
        const auto evaluations = run->index().evaluations();
        QCOMPARE(session.cursor().position(), evaluations[evaluations.size() - 2 - 1] + 1);
        session.stepCursor(+1);
        session.stepCursor(+1);
        QCOMPARE(session.stateAtCursor().evaluations, all);
        session.stepCursor(-100000);
        QCOMPARE(session.cursor().position(), EventIndex{0});
        session.stepCursorGenerations(1);
        session.stepCursorGenerations(1);
        QCOMPARE(session.stateAtCursor().generation, run->index().generations().size() > 1 ? 1U : 0U);
        session.stepCursorGenerations(-1);
        QCOMPARE(session.stateAtCursor().generation, 0U);
        session.moveCursorToGeneration(100000);
        QVERIFY(session.cursor().follows());

        QCOMPARE(session.tableTask(TaskId(2)), std::size_t{2});
        QCOMPARE(session.runTask(1).value(), TaskId(1));
        // Another run, and back: each has its cursor.
        session.stepCursor(-5);
        const EventIndex position = session.cursor().position();
        RunController* second = session.startRun();
        QCOMPARE(session.cursor().position(), second->index().size());
        session.setCurrentRun(run);
        QCOMPARE(session.cursor().position(), position);
        session.closeRun(run);
        QCOMPARE(session.currentRun(), second);
        session.closeRun(second);
        QVERIFY(!session.currentRun());
        QVERIFY(session.stateAtCursor().tasks.empty());
    }
    void forkSharesThePast()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        session.setDraft(shortDraft(session), QStringLiteral("Short"));
        RunController* run = session.startRun();
        finish(run);
        session.moveCursorToGeneration(1);
        const EventIndex at = session.cursor().position();
        session.setDraft(withSetting(session.draft(), "S", "2"), QStringLiteral("Change tournament S"));
        QCOMPARE(session.draftChanges(), (SettingValues{{"S", "2"}}));
        QVERIFY(!session.draftLearnFrom());
        session.forkAtCursor(session.draftChanges());
        QTRY_COMPARE(session.runs().size(), std::size_t{2});
        RunController* forked = session.currentRun();
        QVERIFY(forked != run);
        QVERIFY(forked->index().size() >= at);
        finish(forked);
        QCOMPARE(recordHash(forked->recordCopy(), at), recordHash(forked->recordCopy(), at));
        for (EventIndex i = 0; i < at; ++i)
            QCOMPARE(forked->index().events()[i].index(), run->index().events()[i].index());
        QVERIFY(session.draftChanges().empty()); // the fork has what the draft says
    }
    void impossibleDraftIsRefused()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        SearchDraft draft = session.draft();
        draft.stop = {};
        session.setDraft(draft, QStringLiteral("No end"));
        QVERIFY_THROWS_EXCEPTION(Error, session.startRun());
        session.setDraft(withTasks(session.draft(), {}, *m_table), QStringLiteral("No task"));
        QVERIFY_THROWS_EXCEPTION(Error, session.startRun());
        QVERIFY(session.runs().empty());
    }
    void opensByContent()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("anything.txt"));
        test::writeSmallTable(path.toStdString());
        Session session(test::temporaryPreferences(folder));
        QSignalSpy said(&session, &Session::said);
        session.open(path);
        QVERIFY(session.isBusy());
        QTRY_VERIFY(session.table() != nullptr);
        QCOMPARE(session.table()->rowCount(), std::size_t{4096});
        QTRY_VERIFY(!session.isBusy());
        QCOMPARE(session.preferences().recent().front().cells, 4096);
        QVERIFY(said.count() > 0);
    }
    void badFilesLeaveTheWorkAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const QByteArray header("index,architecture,alpha_valid_acc\n");
        const QByteArray row("0,64-41414-1_00_000,50\n");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("cut line") << header + row + "1,64-41414-1" << QStringLiteral("Line 3");
        QTest::newRow("wrong header") << QByteArray("a,b,c\n1,2,3\n") << QStringLiteral("header");
        QTest::newRow("doubled cell") << header + row + "1,64-41414-1_00_000,51\n"
                                      << QStringLiteral("already has a row");
        QTest::newRow("cell of another space") << header + row
                + "1,|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|skip_connect~1|none~2|,51\n"
                                               << QStringLiteral("different search spaces");
        QTest::newRow("text in a number") << header + "0,64-41414-1_00_000,many\n"
                                          << QStringLiteral("number");
        QTest::newRow("NaN") << header + "0,64-41414-1_00_000,nan\n" << QStringLiteral("number");
        QTest::newRow("LFS pointer") << QByteArray(
            "version https://git-lfs.github.com/spec/v1\noid sha256:00\n"
            "size 3214567\n") << QStringLiteral("Git LFS");
        QTest::newRow("web page") << QByteArray(
            "<!DOCTYPE html><html><head><title>Quota exceeded</title></head>")
                                  << QStringLiteral("web page");
        QByteArray newer("KTNASREC");
        newer.append("\x63\0\0\0", 4);
        QTest::newRow("newer record") << newer << QStringLiteral("newer version");
        QTest::newRow("damaged record")
            << QByteArray("KTNASREC\1\0\0\0????", 16) << QStringLiteral("damaged");
        QTest::newRow("JSON") << QByteArray("{\"a\": 1}") << QStringLiteral("plan cannot be used");
        QTest::newRow("pickle") << QByteArray("\x80\x04\x95\x00\x00", 5) << QStringLiteral("can read");
    }
    void badFilesLeaveTheWorkAlone()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("bad.csv"));
        writeFile(path.toStdString(), content.toStdString());
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        SearchDraft draft = shortDraft(session);
        draft.stop.evaluations = 4000;
        session.setDraft(draft, QStringLiteral("Long"));
        RunController* run = session.startRun();
        run->setSpeed(50);
        run->resume();
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(path);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].toString(), path);
        const QString message = failed[0][1].toString();
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(message.contains(path), qPrintable(message));
        QCOMPARE(session.lastReport().path, path);
        QCOMPARE(session.table(), m_table);
        QCOMPARE(session.currentRun(), run);
        QCOMPARE(run->state(), State::Running);
    }
    void missingFileLeavesTheRecentList()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        RecentFile gone;
        gone.path = folder.filePath(QStringLiteral("gone.csv"));
        session.preferences().addRecent(gone);
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(gone.path);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(session.preferences().recentFiles().isEmpty());
    }
    void workspaceBringsEverythingBack()
    {
        QTemporaryDir folder;
        const QString tablePath = folder.filePath(QStringLiteral("small.csv"));
        const QString path = folder.filePath(QStringLiteral("work.ktnas"));
        test::writeSmallTable(tablePath.toStdString());
        std::string hash;
        EventIndex cursor = 0;
        {
            Session session(test::temporaryPreferences(folder));
            session.open(tablePath);
            QTRY_VERIFY(session.table() != nullptr);
            session.setDraft(shortDraft(session), QStringLiteral("Short"));
            finish(session.startRun());
            session.stepCursor(-7);
            cursor = session.cursor().position();
            session.select(rows({3, 9}), QStringLiteral("Select"));
            session.setCurrentCell(CellId(9));
            session.setPair({1, 2});
            session.setFilter(QStringLiteral("rank alpha <= 9"));
            session.setWorkspace(QStringLiteral("transfer"));
            session.setLayout(QStringLiteral("transfer"), "layout");
            hash = recordHash(session.currentRun()->recordCopy());
            QVERIFY(session.isModified());
            bool isWritten = false;
            session.saveWorkspace(path, [&] { isWritten = true; });
            QVERIFY(!isWritten); // by a job
            QTRY_VERIFY(isWritten);
            QVERIFY(!session.isModified());
            QCOMPARE(session.workspacePath(), path);
        }
        Session session(test::temporaryPreferences(folder));
        session.open(path);
        QTRY_VERIFY(session.currentRun() != nullptr);
        QCOMPARE(session.currentRun()->title(), QStringLiteral("Regularised evolution, seed 1"));
        QCOMPARE(session.currentRun()->state(), State::Finished);
        QCOMPARE(recordHash(session.currentRun()->recordCopy()), hash);
        QCOMPARE(session.cursor().position(), cursor);
        QCOMPARE(*session.selection().rows(), (std::vector<std::uint32_t>{3, 9}));
        QCOMPARE(session.selection().current(), CellId(9));
        QVERIFY(session.pair() == (TaskPair{1, 2}));
        QCOMPARE(session.filter(), QStringLiteral("rank alpha <= 9"));
        QCOMPARE(session.draft().stop.evaluations.value(), std::uint64_t{60});
        QCOMPARE(session.workspace(), QStringLiteral("transfer"));
        QCOMPARE(session.layout(QStringLiteral("transfer")), QByteArray("layout"));
        QVERIFY(!session.isModified());
        QCOMPARE(session.preferences().recent().front().kind, RecentFile::Kind::Workspace);
        QCOMPARE(session.preferences().recent().front().runs, 1);
    }
    void savesAreWrittenOneAfterTheOther()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        QStringList written;
        const QString first = folder.filePath(QStringLiteral("a.ktnas"));
        const QString second = folder.filePath(QStringLiteral("b.ktnas"));
        session.saveWorkspace(first, [&] { written += QStringLiteral("a"); });
        session.saveWorkspace(second, [&] { written += QStringLiteral("b"); });
        session.saveWorkspace(first, [&] { written += QStringLiteral("c"); });
        QTRY_COMPARE(written, (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        QCOMPARE(session.workspacePath(), first);
    }
    void cancelledSaveOrOpeningBlocksNothing()
    {
        QTemporaryDir folder;
        const QString tablePath = folder.filePath(QStringLiteral("small.csv"));
        test::writeSmallTable(tablePath.toStdString());
        Session session(test::temporaryPreferences(folder));
        session.open(tablePath);
        session.jobs().cancelAll();
        session.open(tablePath);
        QTRY_VERIFY(session.table() != nullptr);
        bool isWritten = false;
        session.saveWorkspace(folder.filePath(QStringLiteral("a.ktnas")), [&] { isWritten = true; });
        session.jobs().cancelAll();
        session.saveWorkspace(folder.filePath(QStringLiteral("b.ktnas")));
        QTRY_COMPARE(session.workspacePath(), folder.filePath(QStringLiteral("b.ktnas")));
        QVERIFY(!isWritten);
        QTRY_VERIFY(!session.isBusy());
    }
    void everyFilterIsOneEdit()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        session.setFilter(QStringLiteral("rank alpha <= 9"));
        session.setFilter(QStringLiteral("rank alpha <= 4"));
        QCOMPARE(session.undoStack().count(), 2);
        session.undoStack().undo();
        QCOMPARE(session.filter(), QStringLiteral("rank alpha <= 9"));
        session.undoStack().undo();
        QCOMPARE(session.filter(), QString());
    }
    void recordWaitsForItsTable()
    {
        QTemporaryDir folder;
        const QString tablePath = folder.filePath(QStringLiteral("small.csv"));
        const QString moved = folder.filePath(QStringLiteral("elsewhere.csv"));
        const QString path = folder.filePath(QStringLiteral("run.ktrec"));
        test::writeSmallTable(tablePath.toStdString());
        Session session(test::temporaryPreferences(folder));
        session.open(tablePath);
        QTRY_VERIFY(session.table() != nullptr);
        session.setDraft(shortDraft(session), QStringLiteral("Short"));
        RunController* run = session.startRun();
        run->stepGeneration();
        QTRY_COMPARE(run->state(), State::Paused);
        const EventIndex size = run->index().size();
        session.saveRecord(*run, path);
        QTRY_VERIFY(!session.isBusy());
        QVERIFY(QFile::exists(path));
        session.closeTable();
        QVERIFY(!session.table());
        QVERIFY(QFile::rename(tablePath, moved));

        QSignalSpy failed(&session, &Session::openFailed);
        session.open(path);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(session.lastReport().hint.contains(QStringLiteral("Open this table")));
        QVERIFY(!session.currentRun());
        session.open(moved);
        QTRY_VERIFY(session.currentRun() != nullptr);
        // Cut short, so it goes on from where it was, to the very end that it would have had.
        QCOMPARE(session.currentRun()->state(), State::Paused);
        QCOMPARE(session.currentRun()->index().size(), size);
        finish(session.currentRun());
        Run uncut(session.currentRun()->header(), session.currentRun()->problem());
        while (uncut.advance(1000)) { }
        QCOMPARE(recordHash(session.currentRun()->recordCopy()), recordHash(uncut.record()));
    }
    void otherTablesRunsAreKept()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        SearchDraft draft = shortDraft(session);
        draft.stop.evaluations.reset();
        draft.stop.targets.assign(3, 1e9);
        session.setDraft(draft, QStringLiteral("Endless"));
        RunController* run = session.startRun();
        run->setSpeed(2000);
        run->resume();
        QTRY_VERIFY(run->index().size() > 100);
        session.setTable(test::smallTable("other"));
        QVERIFY(session.runs().empty());
        QCOMPARE(run->state(), State::Paused);
        QVERIFY(session.isModified());
        session.setTable(m_table);
        QCOMPARE(session.currentRun(), run);
        QVERIFY(session.draft() == draft);
    }
    void crashIsFoundAndRestored()
    {
        QTemporaryDir folder;
        const QString tablePath = folder.filePath(QStringLiteral("small.csv"));
        test::writeSmallTable(tablePath.toStdString());
        const QString autosaves = folder.filePath(QStringLiteral("autosave"));
        const QString copy = autosaves + QStringLiteral("/work-crashed");
        EventIndex size = 0;
        {
            Session session(test::temporaryPreferences(folder));
            session.open(tablePath);
            QTRY_VERIFY(session.table() != nullptr);
            session.setDraft(shortDraft(session), QStringLiteral("Short"));
            RunController* run = session.startRun();
            run->stepGeneration();
            QTRY_COMPARE(run->state(), State::Paused);
            size = run->index().size();
            // What a killed process leaves: its folder as it is once the last events are written, without a
            // lock.
            const QStringList folders = QDir(autosaves).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
            QCOMPARE(folders.size(), 1);
            QVERIFY(session.crashedWork().empty()); // this session lives
            const QDir own(autosaves + u'/' + folders.first());
            const std::string recordFile = own.filePath(QStringLiteral("run-1.ktrec")).toStdString();
            QTRY_COMPARE(readRecord(recordFile).record.events.size(), size);
            QVERIFY(QDir().mkpath(copy));
            for (const QString& name : {QStringLiteral("run-1.ktrec"), QStringLiteral("workspace.ktnas")})
                QVERIFY(QFile::copy(own.filePath(name), copy + u'/' + name));
        }
        QCOMPARE(QDir(autosaves).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("work-crashed")}); // a clean end leaves nothing
        Session session(test::temporaryPreferences(folder));
        QCOMPARE(session.crashedWork().size(), std::size_t{1});
        session.restore(session.crashedWork().front());
        QTRY_VERIFY(session.currentRun() != nullptr);
        QCOMPARE(session.currentRun()->index().size(), size);
        QCOMPARE(session.currentRun()->state(), State::Paused);
        QVERIFY(session.isModified());
        QVERIFY(session.workspacePath().isEmpty());
        QTRY_VERIFY(!QDir(copy).exists());
        QVERIFY(session.crashedWork().empty());
        QVERIFY(session.preferences().recentFiles().size() <= 1); // the autosave is no recent file
    }
    void fullDiskIsSaidAndNothingIsLost()
    {
        QTemporaryDir folder;
        Session session(test::temporaryPreferences(folder));
        session.setTable(m_table);
        session.setDraft(shortDraft(session), QStringLiteral("Short"));
        RunController* run = session.startRun();
        QSignalSpy warned(&session, &Session::warned);
        {
            const test::FileSizeLimit full(600);
            finish(run);
            QTRY_COMPARE(warned.count(), 1);
            QVERIFY(warned[0][1].toString().contains(QStringLiteral("could not be written")));
            bool isWritten = false;
            session.saveWorkspace(folder.filePath(QStringLiteral("a.ktnas")), [&] { isWritten = true; });
            QTRY_COMPARE(warned.count(), 2);
            QVERIFY(warned[1][1].toString().contains(QStringLiteral("could not be written")));
            QVERIFY(warned[1][0].toString().endsWith(QStringLiteral("a.ktnas")));
            QVERIFY(!isWritten && session.isModified());
        }
        session.saveWorkspace(folder.filePath(QStringLiteral("a.ktnas")));
        QTRY_VERIFY(!session.isModified());
    }
};

QTEST_MAIN(TestSession)
#include "tst_session.moc"
