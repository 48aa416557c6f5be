// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/MainWindow.h"
#include "app/studio/NoticeArea.h"
#include "app/studio/RunBar.h"
#include "app/studio/StartPage.h"
#include "app/studio/Studio.h"
#include "app/studio/Workshop.h"
#include "core/base/Text.h"
#include "tests/support/SmallTable.h"
#include "tests/support/TinyPictures.h"
#include "widgets/session/PlanDefaults.h"
#include "widgets/style/ErrorState.h"
#include "widgets/views/BuildView.h"
#include "widgets/views/PictureGrid.h"
#include "widgets/views/PicturesView.h"
#include "widgets/views/VerifySection.h"

#include <QAccessible>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTest>

#include <filesystem>

using namespace ktnas;
using State = BuildController::State;

/// Pictures, plans and results in the whole window. KTNAS_SAVE_PICTURES names a folder for pictures of it.
class TestStudioWorkshop : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Studio> m_studio;

    Session& session() { return m_studio->session(); }
    MainWindow& window() { return m_studio->window(); }
    Workshop& workshop() { return window().workshop(); }
    QString file(const char* name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    int visibleTabs()
    {
        const auto* tabs = window().findChild<QTabBar*>();
        int count = 0;
        for (int i = 0; tabs->isVisible() && i < tabs->count(); ++i)
            count += tabs->isTabVisible(i) ? 1 : 0;
        return count;
    }
    void savePicture(const char* name)
    {
        const QString folder = qEnvironmentVariable("KTNAS_SAVE_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(window().grab().save(folder % u'/' % QString::fromLatin1(name)));
    }
    void drop(const QString& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&window(), &dropped);
    }

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        test::tinyPictures(file("pictures").toStdString());
        Options options;
        options.size = QSize(1280, 800);
        options.language = QStringLiteral("en");
        options.theme = QStringLiteral("light");
        m_studio = std::make_unique<Studio>(options, test::temporaryPreferences(*m_folder));
        m_studio->start();
    }
    void cleanup()
    {
        m_studio.reset();
        m_folder.reset();
    }

    void droppedFolderShowsItsPictures()
    {
        QCOMPARE(visibleTabs(), 0);
        drop(file("pictures"));
        QCOMPARE(session().workspace(), QStringLiteral("pictures"));
        auto* page = window().findChild<PicturesView*>();
        QVERIFY(page && page->isVisible());
        QTRY_VERIFY(page->grid().isVisible());
        QCOMPARE(visibleTabs(), 2); // those that need no table
        QVERIFY(!window().runBar().isVisible());
        QVERIFY(session().commands().run(QStringLiteral("view.start")));
        QVERIFY(window().startPage().isVisible());
        QVERIFY(session().commands().run(QStringLiteral("workspace.pictures")));
        QVERIFY(page->isVisible());

        // A table opened meanwhile comes to the front, and the pages stay where they are.
        test::writeSmallTable(file("small.csv").toStdString());
        window().open(file("small.csv"));
        QTRY_COMPARE(session().workspace(), QStringLiteral("explore"));
        QCOMPARE(visibleTabs(), 6);
        const auto* tabs = window().findChild<QTabBar*>();
        QTRY_VERIFY2(tabs->width() >= tabs->sizeHint().width(), "not all tabs have room");
        QVERIFY(window().runBar().isVisible());
        QVERIFY(session().commands().run(QStringLiteral("workspace.pictures")));
        QVERIFY(page->isVisible() && !window().runBar().isVisible());
        QVERIFY(!window().findChild<QWidget*>(QStringLiteral("inspector"))->isVisible());
        session().setWorkspace(QStringLiteral("disorder"));
        QVERIFY(window().findChild<QWidget*>(QStringLiteral("inspector"))->isVisible());
    }

    void theFirstTableGivesAllTabsRoom()
    {
        session().setWorkspace(QStringLiteral("search")); // before there is anything to show
        test::writeSmallTable(file("small.csv").toStdString());
        window().open(file("small.csv"));
        QTRY_COMPARE(visibleTabs(), 6);
        const auto* tabs = window().findChild<QTabBar*>();
        QTRY_VERIFY2(tabs->width() >= tabs->sizeHint().width(), "not all tabs have room");
    }

    void everyTaskIsShown()
    {
        const QString other = qEnvironmentVariable("KTNAS_SHOW_PICTURES"); // to look at with others
        window().open(other.isEmpty() ? file("pictures") : other);
        auto* page = window().findChild<PicturesView*>();
        QTRY_VERIFY(page->grid().isVisible());
        for (const TaskKind kind : allTaskKinds()) {
            QSignalSpy sampled(&workshop().shelf(), &PictureShelf::sampled);
            page->setTask(kind);
            QTRY_VERIFY(!sampled.isEmpty());
            QVERIFY2(page->grid().rows()[0].tiles.size() > 10, name(kind).data());
            QTest::qWait(50);
            savePicture((std::string("task-") + std::string(name(kind)) + ".png").c_str());
        }
    }

    void whatTakesTheFocusHasAName()
    {
        window().open(file("pictures"));
        for (const QString& page : Workshop::pages()) {
            session().setWorkspace(page);
            QTRY_VERIFY(!session().isBusy());
            for (const QWidget* widget : window().findChildren<QWidget*>()) {
                if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible()
                    || widget->objectName().startsWith(u"qt_") || qobject_cast<const QScrollBar*>(widget)
                    || widget->inherits("QComboBoxPrivateContainer"))
                    continue;
                const auto* label = qobject_cast<const QLabel*>(widget);
                if (label && label->text().isEmpty())
                    continue;
                QAccessibleInterface* said =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                const QString name = said ? said->text(QAccessible::Name) : widget->accessibleName();
                QVERIFY2(!name.isEmpty(),
                         qPrintable(page + u' ' + QString::fromLatin1(widget->metaObject()->className())
                                    + u' ' + widget->objectName()));
            }
        }
    }

    void filesGoWhereTheyBelong()
    {
        window().open(file("pictures") % QStringLiteral("/t10k-images-idx3-ubyte"));
        QTRY_VERIFY(workshop().shelf().current() != nullptr || window().notice().isVisible());
        // A plan comes to the page on which it can be made.
        BenchmarkPlan plan = firstPlan(file("pictures").toStdString());
        plan.networks = 20;
        writeFile(file("plan.json").toStdString(), formatBenchmarkPlan(plan));
        window().open(file("plan.json"));
        QCOMPARE(session().workspace(), QStringLiteral("make"));
        QCOMPARE(workshop().build().plan().networks.value_or(0), 20U);
        writeFile(file("bad.json").toStdString(), "{\"pictures\": \"x\", \"taks\": []}");
        window().open(file("bad.json"));
        QVERIFY(window().notice().isVisible());
        QVERIFY2(window().notice().text().contains(QStringLiteral("plan")),
                 qPrintable(window().notice().text()));
        QCOMPARE(workshop().build().plan().networks.value_or(0), 20U);
        // What is neither a table nor pictures is named for what it is, where the person is.
        window().notice().dismiss();
        writeFile(file("rubbish.bin").toStdString(), std::string("\x01\x02\x03rubbish", 10));
        window().open(file("rubbish.bin"));
        QTRY_VERIFY(window().notice().isVisible());
        QCOMPARE(session().workspace(), QStringLiteral("make"));
    }

    void missingPluginIsToldOnThePage()
    {
        workshop().build().setWorkerCommand({KTNAS_PROGRAM, "work", "--nice", "0"});
        window().open(file("pictures"));
        QTRY_VERIFY(workshop().shelf().current() != nullptr);
        QVERIFY(session().commands().run(QStringLiteral("workspace.make")));
        workshop().build().setTable(file("never.csv"));
        qputenv("KTNAS_LEARN_PLUGIN", "/nowhere/libktnas_learn.so");
        session().commands().refresh();
        QVERIFY(session().commands().run(QStringLiteral("make.probe")));
        QTRY_COMPARE_WITH_TIMEOUT(workshop().build().state(), State::Failed, 30000);
        qunsetenv("KTNAS_LEARN_PLUGIN");
        auto* page = window().findChild<BuildView*>();
        QVERIFY(page->error().isVisible());
        QVERIFY(page->error().accessibleName().contains(QStringLiteral("not installed")));
        QVERIFY(page->error().accessibleDescription().contains(QStringLiteral("libtorch-dev")));
        savePicture("no-plugin.png");
        // The plan can be edited again, and nothing was lost.
        QVERIFY(session().commands().run(QStringLiteral("make.close")));
        QVERIFY(!page->error().isVisible());
        QVERIFY(workshop().build().mayEdit());
    }

    void benchmarkIsMadeExploredAndVerified()
    {
        if (!std::filesystem::exists(std::filesystem::path(KTNAS_PROGRAM).parent_path()
                                     / "libktnas_learn.so"))
            QSKIP("the learning plugin is not built");
        const std::vector<std::string> command{KTNAS_PROGRAM, "work", "--nice", "0"};
        BuildController& build = workshop().build();
        build.setWorkerCommand(command);
        workshop().verifier().setWorkerCommand(command);
        BenchmarkPlan plan = firstPlan(file("pictures").toStdString());
        plan.tasks.resize(2);
        for (PlannedTask& task : plan.tasks) {
            task.training.passes = 128;
            task.training.curveRows = 40;
        }
        plan.skeleton.channels = {4, 8};
        plan.networks = 9;
        writeFile(file("plan.json").toStdString(), formatBenchmarkPlan(plan));
        window().open(file("plan.json"));
        build.setTable(file("made.csv"));
        build.setWorkers(1);
        session().commands().refresh();
        QVERIFY(session().commands().run(QStringLiteral("make.runPause")));
        QTRY_COMPARE_WITH_TIMEOUT(build.state(), State::Running, 60000);
        // Closing now would end it: the window asks.
        QVERIFY(!window().close());
        QVERIFY(window().notice().isAsking(QStringLiteral("quit-make")));
        window().notice().dismiss();
        QTRY_VERIFY_WITH_TIMEOUT(build.snapshot()->progress.done > 4, 120000);
        savePicture("running.png");
        QTRY_COMPARE_WITH_TIMEOUT(build.state(), State::Done, 240000);
        QVERIFY(!build.snapshot()->agreement.empty()); // nine networks, one may be the zero network
        savePicture("done.png");
        session().commands().refresh();
        QVERIFY(session().commands().run(QStringLiteral("make.openTable")));
        QTRY_VERIFY_WITH_TIMEOUT(session().table() != nullptr, 20000);
        QTRY_COMPARE(session().workspace(), QStringLiteral("explore"));
        QCOMPARE(session().table()->tasks().size(), std::size_t{2});
        session().setCurrentCell(session().table()->cellAt(0));
        session().commands().refresh();
        QVERIFY(session().commands().run(QStringLiteral("cell.verify")));
        auto* section = window().findChild<VerifySection*>();
        QTRY_VERIFY_WITH_TIMEOUT(!section->lines().isEmpty(), 120000);
        QVERIFY2(section->finding().contains(QStringLiteral("all 8 values hold")),
                 qPrintable(section->finding()));
        savePicture("verified.png");
    }
};

QTEST_MAIN(TestStudioWorkshop)
#include "tst_studioworkshop.moc"
