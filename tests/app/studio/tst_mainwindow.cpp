// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/Studio.h"

#include "app/studio/NoticeArea.h"
#include "app/studio/Palette.h"
#include "app/studio/PaletteModel.h"
#include "app/studio/RunBar.h"
#include "app/studio/StartPage.h"
#include "app/studio/StatusStrip.h"
#include "core/base/Text.h"
#include "tests/support/SmallTable.h"
#include "widgets/views/LearnFromGrid.h"
#include "widgets/views/RailTask.h"
#include "widgets/views/SettingRow.h"
#include "widgets/views/SettingsPanel.h"
#include "widgets/views/TaskRail.h"

#include <QAccessible>
#include <QCheckBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace ktnas;

class TestMainWindow : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Studio> m_studio;

    Session& session() { return m_studio->session(); }
    MainWindow& window() { return m_studio->window(); }
    TaskRail& rail() { return *window().findChild<TaskRail*>(); }

    void openTable()
    {
        const QString path = m_folder->filePath(QStringLiteral("small.csv"));
        test::writeSmallTable(path.toStdString());
        session().open(path);
        QTRY_VERIFY(session().table() != nullptr);
        QTRY_VERIFY(!session().isBusy());
    }
    void openShortDraft()
    {
        openTable();
        SearchDraft draft = session().draft();
        draft.method = QStringLiteral("rea");
        draft.stop.targets.clear();
        draft.stop.evaluations = 40;
        session().setDraft(draft, QStringLiteral("Short"));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        Options options;
        options.size = QSize(1280, 800);
        options.language = QStringLiteral("en");
        m_studio = std::make_unique<Studio>(options, test::temporaryPreferences(*m_folder));
        m_studio->start();
    }
    void cleanup()
    {
        m_studio.reset();
        m_folder.reset();
    }

    void startsWithTheStartPage()
    {
        QVERIFY(window().startPage().isVisible());
        QCOMPARE(window().startPage().recentCount(), 0);
        QVERIFY(!window().runBar().isVisible());
        QCOMPARE(window().status().sentence(), QStringLiteral("No file open"));
        openTable();
        QVERIFY(!window().startPage().isVisible());
        QVERIFY(window().runBar().isVisible());
        QVERIFY(rail().isVisible());
        QCOMPARE(window().startPage().recentCount(), 1);
        session().commands().run(QStringLiteral("file.close"));
        QVERIFY(window().startPage().isVisible());
        QVERIFY(!rail().isVisible());
    }

    void everyCommandIsWholeAndReachable()
    {
        openTable();
        for (const QString& workspace : MainWindow::workspaces())
            session().setWorkspace(workspace);
        QSet<QAction*> inMenus;
        for (const QMenu* menu : window().findChildren<QMenu*>())
            for (QAction* action : menu->actions())
                inMenus << action;
        QMap<QString, QString> keys;
        PaletteModel palette(session(), nullptr);
        palette.setFilter(QString());
        const Commands& commands = session().commands();
        for (const QString& id : commands.ids()) {
            const CommandText words = commands.spec(id).text();
            QVERIFY2(!words.text.isEmpty() && !words.toolTip.isEmpty() && !words.group.isEmpty(),
                     qPrintable(id));
            QVERIFY2(!words.text.endsWith(u'.'), qPrintable(words.text));
            for (const QKeySequence& key : commands.spec(id).shortcuts) {
                const QString text = key.toString();
                QVERIFY2(!keys.contains(text), qPrintable(id + u' ' + text + u' ' + keys.value(text)));
                keys[text] = id;
            }
            QVERIFY2(window().actions().contains(commands.action(id)), qPrintable(id)); // its shortcut works
        }
        // All but the palette itself are rows of the palette.
        QCOMPARE(palette.rowCount(), static_cast<int>(commands.ids().size()) - 1);
        QVERIFY(inMenus.contains(commands.action(QStringLiteral("tools.palette"))));
        for (const QString& id :
             {QStringLiteral("file.open"), QStringLiteral("edit.undo"), QStringLiteral("run.fork"),
              QStringLiteral("workspace.disorder"), QStringLiteral("help.keys")})
            QVERIFY2(inMenus.contains(commands.action(id)), qPrintable(id));
    }

    void whatTakesTheFocusHasAName()
    {
        openShortDraft();
        session().commands().run(QStringLiteral("run.new"));
        QTRY_COMPARE(session().currentRun()->state(), RunController::State::Finished);
        session().setCurrentCell(CellId(77));
        for (const QString& workspace : MainWindow::workspaces()) {
            session().setWorkspace(workspace);
            QTRY_VERIFY(!session().isBusy());
            for (const QWidget* widget : window().findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                    continue;
                // Parts of compound controls speak through their whole.
                if (widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar*>(widget)
                    || widget->inherits("QComboBoxPrivateContainer"))
                    continue;
                const auto* label = qobject_cast<const QLabel*>(widget);
                if (label && label->text().isEmpty())
                    continue; // nothing to read, nothing to follow
                QAccessibleInterface* said =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                const QString name = said ? said->text(QAccessible::Name) : widget->accessibleName();
                QVERIFY2(
                    !name.isEmpty(),
                    qPrintable(workspace + u' ' + QString::fromLatin1(widget->metaObject()->className())
                               + u' ' + widget->objectName() + u" in "
                               + QString::fromLatin1(widget->parentWidget()->metaObject()->className())));
            }
        }
    }

    void badFileIsExplainedAndTheRunGoesOn_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        const QByteArray header("index,architecture,alpha_valid_acc\n");
        const QByteArray row("0,64-41414-1_00_000,50\n");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("cut line") << header + row + "1,64-41414-1" << QStringLiteral("line cannot be used");
        QTest::newRow("wrong header") << QByteArray("a,b,c\n1,2,3\n") << QStringLiteral("header");
        QTest::newRow("doubled cell") << header + row + "1,64-41414-1_00_000,51\n"
                                      << QStringLiteral("already has a row");
        QTest::newRow("other space") << header + row
                + "1,|nor_conv_3x3~0|+|nor_conv_3x3~0|none~1|+|skip_connect~0|skip_connect~1|none~2|,51\n"
                                     << QStringLiteral("different search spaces");
        QTest::newRow("text in a number") << header + "0,64-41414-1_00_000,many\n"
                                          << QStringLiteral("number");
        QTest::newRow("NaN") << header + "0,64-41414-1_00_000,nan\n" << QStringLiteral("number");
        QTest::newRow("LFS pointer") << QByteArray(
            "version https://git-lfs.github.com/spec/v1\noid sha256:00\n"
            "size 3214567\n") << QStringLiteral("Git LFS");
        QTest::newRow("web page") << QByteArray(
            "<!DOCTYPE html><html><head><title>Quota</title></head></html>")
                                  << QStringLiteral("web page");
        QByteArray newer("KTNASREC");
        newer.append("\x63\0\0\0", 4);
        QTest::newRow("newer record") << newer << QStringLiteral("newer version");
    }
    void badFileIsExplainedAndTheRunGoesOn()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        openTable();
        session().commands().run(QStringLiteral("run.new"));
        RunController* run = session().currentRun();
        QVERIFY(run != nullptr);
        const QString path = m_folder->filePath(QStringLiteral("bad.csv"));
        writeFile(path.toStdString(), content.toStdString());
        session().open(path);
        QTRY_VERIFY(window().notice().isVisible());
        QVERIFY2(window().notice().text().contains(says), qPrintable(window().notice().text()));
        QCOMPARE(session().currentRun(), run);
        QTRY_COMPARE(run->state(), RunController::State::Finished);
        QTest::keyClick(&window().notice(), Qt::Key_Escape);
        QVERIFY(!window().notice().isVisible());
    }

    void impossibleSearchIsExplained()
    {
        openTable();
        SearchDraft draft = session().draft();
        draft.stop = {};
        session().setDraft(draft, QStringLiteral("No end"));
        session().commands().run(QStringLiteral("run.new"));
        QVERIFY(window().notice().isVisible());
        QVERIFY(session().runs().empty());
    }

    void paletteByKeyboard()
    {
        openTable();
        Palette& palette = window().commandPalette();
        session().commands().run(QStringLiteral("tools.palette"));
        QVERIFY(palette.isVisible());
        QTest::keyClicks(&palette.field(), QStringLiteral("disord"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QVERIFY(!palette.isVisible());
        QCOMPARE(session().workspace(), QStringLiteral("disorder"));
        session().commands().run(QStringLiteral("tools.palette"));
        QTest::keyClicks(&palette.field(), QStringLiteral("1234"));
        QTest::keyClick(&palette.field(), Qt::Key_Return);
        QCOMPARE(session().selection().current(), CellId(1234));
        session().commands().run(QStringLiteral("tools.palette"));
        QTest::keyClicks(&palette.field(), QStringLiteral("no such thing at all"));
        QCOMPARE(palette.model().rowCount(), 0);
        QTest::keyClick(&palette.field(), Qt::Key_Escape);
        QVERIFY(!palette.isVisible());
    }

    void railEditsTheDraftAndCanBeUndone()
    {
        openTable();
        const SearchDraft before = session().draft();
        rail().learnFrom().box(0, 1)->click();
        QVERIFY(!session().draft().learnFrom(TaskId(0), TaskId(1)));
        SettingRow* parents = rail().settings().row(QStringLiteral("K"));
        parents->edit();
        parents->field().setText(QStringLiteral("0"));
        QTest::keyClick(&parents->field(), Qt::Key_Return);
        QVERIFY(parents->field().isVisible()); // wrong: explained below, nothing changed
        QCOMPARE(settingValue(session().draft(), "K"), QStringLiteral("10"));
        parents->field().setText(QStringLiteral("20"));
        QTest::keyClick(&parents->field(), Qt::Key_Return);
        QVERIFY(!parents->field().isVisible());
        QCOMPARE(settingValue(session().draft(), "K"), QStringLiteral("20"));
        rail().task(1)->findChild<QCheckBox*>()->click();
        QCOMPARE(session().draft().tasks, (std::vector<std::size_t>{0, 2}));
        while (session().undoStack().canUndo())
            session().undoStack().undo();
        QVERIFY(session().draft() == before);
        QVERIFY(rail().learnFrom().box(0, 1)->isChecked());
        QCOMPARE(rail().settings().row(QStringLiteral("K"))->value(), QStringLiteral("10"));
    }

    void runIsDrivenByKeys()
    {
        openShortDraft();
        session().commands().run(QStringLiteral("run.new"));
        QTRY_COMPARE(session().currentRun()->state(), RunController::State::Finished);
        QTRY_VERIFY(window().runBar().moment().contains(QStringLiteral("120 of 120")));
        QVERIFY(session().commands().run(QStringLiteral("run.stepBack")));
        QTRY_VERIFY(window().runBar().moment().contains(QStringLiteral("119 of 120")));
        QVERIFY(session().commands().run(QStringLiteral("run.previousGeneration")));
        QVERIFY(session().commands().run(QStringLiteral("run.fork")));
        QTRY_COMPARE(session().runs().size(), std::size_t{2});
        QCOMPARE(window().status().activity(), QStringLiteral("Nothing running"));
    }

    void viewCommandsAreThereBeforeTheirViews()
    {
        openTable();
        session().setWorkspace(QStringLiteral("search"));
        for (const char* id : {"map.fit", "map.lasso", "map.density", "cell.copy", "transfer.stepVotes"})
            QVERIFY2(session().commands().contains(QString::fromLatin1(id)), id);
        QVERIFY(!session().commands().run(QStringLiteral("transfer.stepVotes"))); // there is no run
        QVERIFY(session().commands().run(QStringLiteral("map.density")));
        QCOMPARE(session().workspace(), QStringLiteral("explore"));
        session().commands().refresh();
        QVERIFY(session().commands().action(QStringLiteral("map.density"))->isChecked());
    }

    void closingWithUnsavedWorkAsksAndDoesNotBlock()
    {
        openShortDraft();
        session().commands().run(QStringLiteral("run.new"));
        QTRY_COMPARE(session().currentRun()->state(), RunController::State::Finished);
        QVERIFY(!window().close());
        QVERIFY(window().isVisible());
        QVERIFY(window().notice().isAsking(QStringLiteral("quit")));
        QTest::keyClick(&window().notice(), Qt::Key_Escape);
        bool isWritten = false;
        session().saveWorkspace(m_folder->filePath(QStringLiteral("a.ktnas")), [&] { isWritten = true; });
        QTRY_VERIFY(isWritten);
        QVERIFY(window().close());
    }

    void panelsAreUndone()
    {
        openTable();
        auto* dock = window().findChild<QDockWidget*>(QStringLiteral("inspector"));
        QVERIFY(dock->isVisible());
        QTest::qWait(50); // the layout comes to rest
        session().undoStack().clear();
        session().commands().run(QStringLiteral("view.inspector"));
        QVERIFY(!dock->isVisible());
        QTRY_VERIFY(session().undoStack().canUndo());
        session().undoStack().undo();
        QVERIFY(dock->isVisible());
    }

    void themeAndLanguageChangeLive()
    {
        openTable();
        session().preferences().setTheme(Preferences::ThemeChoice::Dark);
        QVERIFY(m_studio->themes().theme().isDark);
        session().preferences().setLanguage(QStringLiteral("de"));
        QTRY_COMPARE(session().commands().action(QStringLiteral("file.save"))->text(),
                     QStringLiteral("Arbeitsbereich speichern"));
        session().preferences().setLanguage(QStringLiteral("en"));
        QTRY_COMPARE(session().commands().action(QStringLiteral("file.save"))->text(),
                     QStringLiteral("Save workspace"));
    }

    void grabWritesAPicture()
    {
        cleanup();
        m_folder = std::make_unique<QTemporaryDir>();
        Options options;
        options.size = QSize(1280, 800);
        options.language = QStringLiteral("en");
        const QString path = m_folder->filePath(QStringLiteral("small.csv"));
        test::writeSmallTable(path.toStdString());
        options.files << path;
        options.workspace = QStringLiteral("search");
        options.run = QStringLiteral("--method rea --evaluations 30 --seed 3");
        options.cursor = CursorPlace{true, 1};
        options.select = QStringLiteral("77");
        options.grab = m_folder->filePath(QStringLiteral("out.png"));
        m_studio = std::make_unique<Studio>(options, test::temporaryPreferences(*m_folder));
        QSignalSpy grabbed(m_studio.get(), &Studio::grabbed);
        m_studio->start();
        QTRY_COMPARE_WITH_TIMEOUT(grabbed.count(), 1, 20000);
        QCOMPARE(grabbed[0][0].toInt(), 0);
        const QImage picture(options.grab);
        QCOMPARE(picture.size(), options.size);
        QCOMPARE(session().stateAtCursor().generation, 1U);
        QCOMPARE(session().selection().current(), CellId(77));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
