// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SmallTable.h"
#include "tests/support/TinyPictures.h"
#include "widgets/session/BuildController.h"
#include "widgets/session/PictureShelf.h"
#include "widgets/session/PlanDefaults.h"
#include "widgets/style/ErrorState.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/BuildView.h"
#include "widgets/views/BuildWords.h"
#include "widgets/views/PictureFacts.h"
#include "widgets/views/PictureGrid.h"
#include "widgets/views/PictureWords.h"
#include "widgets/views/PicturesView.h"
#include "widgets/views/PlanPanel.h"
#include "widgets/views/SettingRow.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

#include <limits>

using namespace ktnas;

class TestWorkshopViews : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<ThemeProvider> m_themes;

    QString pictures() const { return m_folder.filePath(QStringLiteral("pictures")); }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        test::tinyPictures(pictures().toStdString());
    }
    void init()
    {
        m_session = std::make_unique<Session>(test::temporaryPreferences(m_folder));
        m_themes = std::make_unique<ThemeProvider>();
        m_themes->setChoice(ThemeProvider::Choice::Light);
    }
    void cleanup()
    {
        m_session.reset();
        m_themes.reset();
    }

    void gridDrawsPixelsAsWholeSquares()
    {
        PictureGrid grid(m_themes.get());
        QImage picture(28, 28, QImage::Format_RGB32);
        for (int y = 0; y < 28; ++y)
            for (int x = 0; x < 28; ++x)
                picture.setPixelColor(x, y, (x + y) % 2 == 0 ? Qt::white : Qt::black);
        std::vector<PictureRow> rows(10);
        for (PictureRow& row : rows) {
            row.title = QStringLiteral("Class");
            row.tiles.assign(20, {picture, {}, {}, {}, {}, QStringLiteral("Training 1"), row.title});
        }
        grid.setRows(rows);
        grid.resize(600, grid.heightForWidth(600));
        const QRect first = grid.pictureRect({0, 0});
        QCOMPARE(first.size(), QSize(56, 56)); // twice 28
        const QImage shown = grid.grab().toImage();
        QCOMPARE(shown.devicePixelRatio(), 1.0);
        // Every pixel is 2 × 2 of the same pure colour.
        for (int y = 0; y < 56; ++y)
            for (int x = 0; x < 56; ++x)
                QCOMPARE(shown.pixelColor(first.left() + x, first.top() + y),
                         picture.pixelColor(x / 2, y / 2));
        // As many as fit, each in its row.
        QVERIFY(!grid.pictureRect({1, 3}).isEmpty());
        QVERIFY(grid.pictureRect({0, 19}).isEmpty());
        QVERIFY(grid.pictureRect({1, 0}).top() >= first.bottom());
        // By keys.
        grid.show();
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Right);
        QTest::keyClick(&grid, Qt::Key_Down);
        QVERIFY(grid.hovered() == (PictureGrid::Place{1, 1}));
        QCOMPARE(grid.valueText(), QStringLiteral("Training 1, Class"));
        QTest::keyClick(&grid, Qt::Key_Escape);
        QVERIFY(!grid.hovered());
        // Large pictures are brought down; examples run over several lines.
        std::vector<PictureTile> tiles(30);
        for (PictureTile& tile : tiles)
            tile.picture = QImage(300, 200, QImage::Format_RGB32);
        grid.setExamples(tiles);
        const QRect large = grid.pictureRect({0, 0});
        QVERIFY(large.width() <= 89 && large.width() > large.height());
        QVERIFY(grid.pictureRect({0, 29}).top() > large.bottom());
        QVERIFY(grid.heightForWidth(300) > grid.heightForWidth(900));
    }

    void pageShowsClassesAndTasks()
    {
        PictureShelf shelf(m_session->jobs());
        PicturesView view(*m_session, shelf, *m_themes);
        view.resize(1280, 740);
        view.show();
        QVERIFY(!view.grid().isVisible()); // nothing is open
        shelf.open(pictures());
        QTRY_VERIFY(view.grid().isVisible());
        QCOMPARE(view.grid().rows().size(), std::size_t{4});
        const PictureRow& row = view.grid().rows()[0];
        QCOMPARE(row.bars.size(), std::size_t{2}); // training and test
        QCOMPARE(row.bars[0].text, QStringLiteral("40"));
        QCOMPARE(row.bars[1].text, QStringLiteral("20"));
        QCOMPARE(row.bars[0].share, 1.0);
        QCOMPARE(row.bars[1].share, 0.5);
        QCOMPARE(row.tiles.size(), std::size_t{40});
        QVERIFY(!view.error().isVisible());
        // MNIST's files have no validation pictures.
        QCOMPARE(view.facts().problems().size(), 1);
        QVERIFY(view.facts().problems()[0].contains(QStringLiteral("no validation")));

        view.setTask(TaskKind::Segmentation);
        QTRY_VERIFY(view.grid().areExamples() && !view.grid().rows()[0].tiles.empty());
        QVERIFY(!view.grid().rows()[0].tiles[0].answer.isNull());
        view.setTask(TaskKind::Jigsaw);
        QTRY_VERIFY(view.grid().rows()[0].tiles[0].answer.isNull());
        QVERIFY(view.grid().rows()[0].tiles[0].text.contains(QStringLiteral("order")));
        view.setTask({});
        QVERIFY(!view.grid().areExamples());

        shelf.open(QStringLiteral("/nowhere/at/all"));
        QTRY_VERIFY(view.error().isVisible());
        QVERIFY(view.error().accessibleName().contains(QStringLiteral("no such file")));
        QVERIFY(view.grid().isVisible()); // the pictures from before stay
    }

    void everyProblemAndTaskHasItsWords()
    {
        PictureSet set;
        QSet<QString> seen;
        for (int kind = 0; kind <= static_cast<int>(PictureProblem::Kind::Hidden); ++kind) {
            const QString text =
                PictureWords::problem({static_cast<PictureProblem::Kind>(kind), 3, "train 2 = test 3"}, set);
            QVERIFY(text.endsWith(u'.'));
            if (kind != static_cast<int>(PictureProblem::Kind::MissingSplit))
                QVERIFY2(text.contains(QStringLiteral("train 2 = test 3")), qPrintable(text));
            seen << text;
        }
        QCOMPARE(seen.size(), static_cast<int>(PictureProblem::Kind::Hidden) + 1);
        seen.clear();
        for (const TaskKind kind : allTaskKinds()) {
            seen << PictureWords::task(kind) << PictureWords::aim(kind);
            QVERIFY(PictureWords::aim(kind).endsWith(u'.'));
            QVERIFY(!PictureWords::judgedBy(kind).isEmpty());
        }
        QCOMPARE(seen.size(), 18);
        QCOMPARE(BuildWords::estimate({0.92, {0.88, 0.95}, 7}), QStringLiteral(".92 (.88–.95)"));
        QCOMPARE(BuildWords::estimate({std::numeric_limits<double>::quiet_NaN(), {}, 0}),
                 QStringLiteral("–"));
    }

    void planIsEdited()
    {
        PictureShelf shelf(m_session->jobs());
        shelf.open(pictures());
        QTRY_VERIFY(shelf.current() != nullptr);
        BuildController build(m_session->jobs());
        BuildView view(*m_session, shelf, build, *m_themes);
        view.resize(1280, 740);
        view.show();
        QCOMPARE(build.plan().pictures, pictures().toStdString());
        QCOMPARE(build.plan().tasks.size(), std::size_t{7});
        PlanPanel& plan = view.plan();
        QVERIFY(!plan.taskBox(TaskKind::Rotation)->isChecked());
        plan.taskBox(TaskKind::Rotation)->click();
        plan.taskBox(TaskKind::Jigsaw)->click();
        QCOMPARE(build.plan().tasks.size(), std::size_t{7});
        plan.passesBox(TaskKind::Classes)->setValue(4096);
        QCOMPARE(build.plan().tasks.front().training.passes, std::uint64_t{4096});
        QCOMPARE(build.plan().tasks[1].training.passes, std::uint64_t{12288});
        const auto type = [&plan](const char* name, const char* text) {
            SettingRow* row = plan.row(QString::fromLatin1(name));
            row->edit();
            row->field().setText(QString::fromLatin1(text));
            QTest::keyClick(&row->field(), Qt::Key_Return);
            return !row->field().isVisible();
        };
        QVERIFY(type("networks", "20"));
        QCOMPARE(build.plan().networks.value(), 20U);
        QVERIFY(type("networks", ""));
        QVERIFY(!build.plan().networks);
        QVERIFY(!type("channels", "16; 32")); // explained, nothing changed
        QTest::keyClick(&plan.row(QStringLiteral("channels"))->field(), Qt::Key_Escape);
        QVERIFY(type("channels", "8, 16, 24"));
        QCOMPARE(build.plan().skeleton.channels, (std::vector<int>{8, 16, 24}));
        QVERIFY(type("share", "25"));
        QCOMPARE(build.plan().repeatMillionths, 250'000U);
        QVERIFY(type("train", "1000"));
        for (const PlannedTask& task : build.plan().tasks)
            QCOMPARE(task.source.recipe.trainRows, std::size_t{1000});
        QVERIFY(type("side", "16"));
        QVERIFY(!type("side", "15"));
        QTest::keyClick(&plan.row(QStringLiteral("side"))->field(), Qt::Key_Escape);
        QTRY_VERIFY(build.size().has_value());
        QTRY_VERIFY2(view.finding().contains(QStringLiteral("1,011 networks")), qPrintable(view.finding()));
        // What is saved is what is read.
        const QString file = m_folder.filePath(QStringLiteral("plan.json"));
        build.savePlan(file);
        const std::string before = formatBenchmarkPlan(build.plan());
        build.setPlan(firstPlan(packagedPictures));
        build.loadPlan(file);
        QCOMPARE(formatBenchmarkPlan(build.plan()), before);
        QCOMPARE(plan.passesBox(TaskKind::Classes)->value(), 4096);
        QVERIFY(plan.taskBox(TaskKind::Rotation)->isChecked());
        QVERIFY(!plan.taskBox(TaskKind::Jigsaw)->isChecked());
        QCOMPARE(plan.row(QStringLiteral("channels"))->value(), QStringLiteral("8, 16, 24"));
        // Without tasks nothing can begin.
        for (const TaskKind kind : allTaskKinds())
            plan.taskBox(kind)->setChecked(false);
        m_session->commands().refresh();
        QVERIFY(!m_session->commands().action(QStringLiteral("make.probe"))->isEnabled());
    }

    void textsFitAtDoubleSize()
    {
        m_themes->setZoom(2);
        PictureShelf shelf(m_session->jobs());
        PicturesView view(*m_session, shelf, *m_themes);
        view.resize(1280, 740);
        view.show();
        shelf.open(pictures());
        QTRY_VERIFY(view.grid().isVisible());
        QCOMPARE(view.grid().pictureRect({0, 0}).size(), QSize(168, 168)); // six times 28
    }
};

QTEST_MAIN(TestWorkshopViews)
#include "tst_workshopviews.moc"
