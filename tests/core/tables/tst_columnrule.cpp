// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ColumnRule.h"
#include "core/tables/KnownTasks.h"

#include <QTest>

using namespace ktnas;

class TestColumnRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesAreTakenApart_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("split");
        QTest::addColumn<QString>("metric");
        QTest::addColumn<int>("epoch");
        QTest::addColumn<bool>("minimised");
        QTest::addColumn<bool>("percent");
        QTest::addColumn<bool>("negated");
        const auto row = [](const char* title, const char* task, Split split, const char* metric, int epoch,
                            bool minimised, bool percent, bool negated) {
            QTest::newRow(title) << QString::fromLatin1(title) << QString::fromLatin1(task)
                                 << static_cast<int>(split) << QString::fromLatin1(metric) << epoch
                                 << minimised << percent << negated;
        };
        row("cifar10_valid_acc", "cifar10", Split::Valid, "acc", 0, false, true, false);
        row("imagenet16_120_test_acc_epoch12", "imagenet16_120", Split::Test, "acc", 12, false, true, false);
        row("room_layout_train_neg_loss", "room_layout", Split::Train, "loss", 0, true, false, true);
        row("segmentsemantic_valid_mIoU", "segmentsemantic", Split::Valid, "mIoU", 0, false, true, false);
        row("class_scene_test_top1", "class_scene", Split::Test, "top1", 0, false, true, false);
        row("normal_valid_ssim", "normal", Split::Valid, "ssim", 0, false, false, false);
        row("normal_valid_l1_loss", "normal", Split::Valid, "l1_loss", 0, true, false, false);
        row("a_valid_neg_l1_loss", "a", Split::Valid, "l1_loss", 0, true, false, true);
        row("depth_valid_mse", "depth", Split::Valid, "mse", 0, true, false, false);
        row("depth_valid_ce", "depth", Split::Valid, "ce", 0, true, false, false);
        row("depth_valid_mean_angle_error", "depth", Split::Valid, "mean_angle_error", 0, true, false, false);
        // Not words of their own: "ce" in "dice", "loss" in "glossy"; negation of what is maximised means
        // nothing.
        row("depth_valid_dice", "depth", Split::Valid, "dice", 0, false, false, false);
        row("depth_valid_glossy", "depth", Split::Valid, "glossy", 0, false, false, false);
        row("depth_valid_neg_ssim", "depth", Split::Valid, "neg_ssim", 0, false, false, false);
        // The last split decides, so that a task may be called after one.
        row("train_test_valid_acc", "train_test", Split::Valid, "acc", 0, false, true, false);
    }

    void namesAreTakenApart()
    {
        QFETCH(QString, title);
        const auto column = measuredColumn(title.toStdString());
        QVERIFY(column);
        QTEST(QString::fromStdString(column->task), "task");
        QTEST(static_cast<int>(column->measure.split), "split");
        QTEST(QString::fromStdString(column->measure.metric), "metric");
        QTEST(column->measure.epoch.value_or(0), "epoch");
        QTEST(column->measure.direction == Direction::Minimise, "minimised");
        QTEST(column->measure.unit == Unit::Percent, "percent");
        QTEST(column->measure.negatedInFile, "negated");
        QCOMPARE(QString::fromStdString(columnName(column->task, column->measure)), title);
    }

    void otherColumnsAreAttributes()
    {
        for (const char* title : {"params_millions", "train_seconds", "valid_acc", "cifar10_valid", "cifar10",
                                  "cifar10_valid_epoch12", "_valid", "", "_", "epoch3", "_valid_acc",
                                  "a_valid_", "a_valid__epoch3"})
            QVERIFY2(!measuredColumn(title), title);
    }

    void anEpochIsANumberFromOne()
    {
        QCOMPARE(QString::fromStdString(measuredColumn("a_valid_acc_epoch0")->measure.metric),
                 QStringLiteral("acc_epoch0"));
        QCOMPARE(QString::fromStdString(measuredColumn("a_valid_acc_epochs")->measure.metric),
                 QStringLiteral("acc_epochs"));
        QCOMPARE(*measuredColumn("a_valid_acc_epoch199")->measure.epoch, 199);
    }

    void titles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("shortTitle");
        QTest::newRow("cifar10") << QStringLiteral("CIFAR-10") << QStringLiteral("C10");
        QTest::newRow("imagenet16_120") << QStringLiteral("ImageNet16-120") << QStringLiteral("IN16");
        QTest::newRow("room_layout") << QStringLiteral("Room layout") << QStringLiteral("Room");
        QTest::newRow("my_birds") << QStringLiteral("My birds") << QStringLiteral("Mybird");
        QTest::newRow("ab") << QStringLiteral("Ab") << QStringLiteral("Ab");
        QTest::newRow("vögelvögel") << QStringLiteral("Vögelvögel") << QStringLiteral("Vögelv");
    }

    void titles()
    {
        Task task;
        task.name = QTest::currentDataTag();
        nameTask(task);
        QTEST(QString::fromStdString(task.title), "title");
        QTEST(QString::fromStdString(task.shortTitle), "shortTitle");
    }
};

QTEST_GUILESS_MAIN(TestColumnRule)
#include "tst_columnrule.moc"
