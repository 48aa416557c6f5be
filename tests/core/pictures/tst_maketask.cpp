// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/MakeTask.h"

#include "core/base/Error.h"
#include "core/pictures/IdxFile.h"
#include "core/pictures/TaskSamples.h"
#include "tests/core/pictures/DrawnPictures.h"
#include "tests/core/pictures/TaskChecks.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace ktnas;
using namespace ktnas::test;

class TestMakeTask : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void classesAreTheSetsOwn();
    void normalisesByTraining();
    void takesColour();
    void sameBitsWithAnyThreads();
    void fewerRowsAreABeginning();
    void seedsAndSplitsDiffer();
    void checksumsStay_data();
    void checksumsStay();
    void cancels();
    void samplesShowTheTask();
    void fashionMnist_data();
    void fashionMnist();
};

void TestMakeTask::classesAreTheSetsOwn()
{
    PictureSet set = noisySet(28, 1, 9);
    set.labelSets.push_back({"other", {"x", "y"}});
    for (PicturePart& part : set.parts)
        part.labels.push_back({1, 0, 1, 1, 0, 0, 0, 1, 0});
    const auto task = makeTask(set, recipeOf(TaskKind::Classes, 4));
    QVERIFY(task->head == HeadKind::Classes && task->loss == LossKind::CrossEntropy);
    QCOMPARE(task->outputs, std::size_t{3});
    QCOMPARE(task->answers, set.labelSets[0].classes);
    QCOMPARE(task->train.labels, (std::vector<std::int32_t>{0, 1, 2, 0}));
    QVERIFY(task->train.targets.empty());
    // The mean of four pixels.
    const std::uint8_t* pixels = set.parts[0].pixels.data() + 784;
    QVERIFY(near(rawInput(*task, task->train, 1)[0],
                 (pixels[0] + pixels[1] + pixels[28] + pixels[29]) / 1020.0, halfStep));
    TaskRecipe other = recipeOf(TaskKind::Classes, 4);
    other.labelSet = "other";
    QCOMPARE(makeTask(set, other)->train.labels, (std::vector<std::int32_t>{1, 0, 1, 1}));
    QCOMPARE(makeTask(set, other)->outputs, std::size_t{2});
}

void TestMakeTask::normalisesByTraining()
{
    for (const TaskKind kind : allTaskKinds()) {
        const auto task = makeTask(noisySet(28, 1, 60), recipeOf(kind));
        double sum = 0;
        double squares = 0;
        for (const float value : task->train.inputs) {
            sum += value;
            squares += static_cast<double>(value) * value;
        }
        const auto count = static_cast<double>(task->train.inputs.size());
        QVERIFY(near(sum / count, 0, 1e-5));
        QVERIFY(near(squares / count, 1, 1e-5));
    }
    // Pictures that are all alike stay what they are.
    const auto black =
        makeTask(repeated(28, 5, [](std::size_t, std::size_t) { return 0; }), recipeOf(TaskKind::Classes));
    QCOMPARE(black->inputDeviation, 1.0F);
    QCOMPARE(black->train.inputs, std::vector<float>(5 * 196, 0.0F));
}

void TestMakeTask::takesColour()
{
    const PictureSet set = noisySet(40, 3, 6);
    for (const TaskKind kind : allTaskKinds()) {
        const auto task = makeTask(set, recipeOf(kind));
        QCOMPARE(task->channels, std::size_t{kind == TaskKind::Normals ? 1U : 3U});
        QCOMPARE(task->width, std::size_t{32});
        QCOMPARE(task->train.inputs.size(), 6 * task->channels * 1024);
        QCOMPARE(task->train.targets.size(), 6 * task->targetSize);
        QCOMPARE(task->valid.count + task->test.count, std::size_t{6});
        QVERIFY((task->loss == LossKind::CrossEntropy) == (task->train.labels.size() == 6));
        QCOMPARE(task->answers.size(), task->train.labels.empty() ? 0 : task->outputs);
        // A side that does not divide the picture's.
        TaskRecipe smaller = recipeOf(kind);
        smaller.side = 18;
        QCOMPARE(makeTask(set, smaller)->train.inputs.size(), 6 * task->channels * 324);
    }
}

void TestMakeTask::sameBitsWithAnyThreads()
{
    const PictureSet set = noisySet(28, 1, 50);
    for (const TaskKind kind : allTaskKinds()) {
        const auto one = makeTask(set, recipeOf(kind), 1);
        const auto two = makeTask(set, recipeOf(kind), 2);
        const auto five = makeTask(set, recipeOf(kind), 5);
        QCOMPARE(two->checksum, one->checksum);
        QCOMPARE(five->checksum, one->checksum);
        QCOMPARE(two->train.inputs, one->train.inputs);
    }
}

void TestMakeTask::fewerRowsAreABeginning()
{
    const PictureSet set = noisySet(28, 1, 50);
    for (const TaskKind kind : allTaskKinds()) {
        TaskRecipe recipe = recipeOf(kind, 50, 25);
        const auto more = makeTask(set, recipe);
        recipe.trainRows = 20;
        recipe.validRows = 10;
        const auto fewer = makeTask(set, recipe);
        QVERIFY(fewer->checksum != more->checksum);
        for (std::size_t i = 0; i < 20; ++i) {
            QCOMPARE(rawInput(*fewer, fewer->train, i), rawInput(*more, more->train, i));
            QCOMPARE(answerOf(*fewer, fewer->train, i), answerOf(*more, more->train, i));
        }
        for (std::size_t i = 0; i < 10; ++i)
            QCOMPARE(rawInput(*fewer, fewer->valid, i), rawInput(*more, more->valid, i));
        QVERIFY(
            std::equal(fewer->valid.labels.begin(), fewer->valid.labels.end(), more->valid.labels.begin()));
    }
}

void TestMakeTask::seedsAndSplitsDiffer()
{
    // The same pictures in both splits.
    PictureSet set = noisySet(28, 1, 30);
    set.parts[1].pixels = set.parts[0].pixels;
    TaskRecipe recipe = recipeOf(TaskKind::Jigsaw, 15, 15);
    const auto zero = makeTask(set, recipe);
    QVERIFY(zero->train.labels != zero->valid.labels);
    recipe.seed = 1;
    QVERIFY(makeTask(set, recipe)->train.labels != zero->train.labels);
    // Names do not change the data.
    recipe.seed = 0;
    recipe.name = "other";
    recipe.title = "Another";
    QCOMPARE(makeTask(set, recipe)->checksum, zero->checksum);
    QCOMPARE(makeTask(set, recipe)->name, std::string("other"));
}

void TestMakeTask::checksumsStay_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<std::size_t>("channels");
    QTest::addColumn<std::string>("checksum");
    // They name the data of published results: they may only change together with the data.
    QTest::newRow("Classes 1") << static_cast<int>(TaskKind::Classes) << std::size_t{1}
                               << std::string("c35b6ef52d7e3223");
    QTest::newRow("Classes 3") << static_cast<int>(TaskKind::Classes) << std::size_t{3}
                               << std::string("6a83919e22542a28");
    QTest::newRow("Tones 1") << static_cast<int>(TaskKind::Tones) << std::size_t{1}
                             << std::string("208cfb4dc16bf744");
    QTest::newRow("Tones 3") << static_cast<int>(TaskKind::Tones) << std::size_t{3}
                             << std::string("1d3c889f7179371b");
    QTest::newRow("ScrambledTones 1")
        << static_cast<int>(TaskKind::ScrambledTones) << std::size_t{1} << std::string("769224bd0c02eb84");
    QTest::newRow("ScrambledTones 3")
        << static_cast<int>(TaskKind::ScrambledTones) << std::size_t{3} << std::string("8bbd6f199c58cba7");
    QTest::newRow("Jigsaw 1") << static_cast<int>(TaskKind::Jigsaw) << std::size_t{1}
                              << std::string("2d57dabf0f093252");
    QTest::newRow("Jigsaw 3") << static_cast<int>(TaskKind::Jigsaw) << std::size_t{3}
                              << std::string("a7b9121c731aad85");
    QTest::newRow("Layout 1") << static_cast<int>(TaskKind::Layout) << std::size_t{1}
                              << std::string("4f478982553ef050");
    QTest::newRow("Layout 3") << static_cast<int>(TaskKind::Layout) << std::size_t{3}
                              << std::string("a72e008fd3847b35");
    QTest::newRow("Segmentation 1") << static_cast<int>(TaskKind::Segmentation) << std::size_t{1}
                                    << std::string("ec9733b5bc9e9379");
    QTest::newRow("Segmentation 3") << static_cast<int>(TaskKind::Segmentation) << std::size_t{3}
                                    << std::string("3de7bc4587b7f374");
    QTest::newRow("Normals 1") << static_cast<int>(TaskKind::Normals) << std::size_t{1}
                               << std::string("dedfe1aedc8a666b");
    QTest::newRow("Normals 3") << static_cast<int>(TaskKind::Normals) << std::size_t{3}
                               << std::string("8a075d8635ea33cb");
    QTest::newRow("Autoencoder 1") << static_cast<int>(TaskKind::Autoencoder) << std::size_t{1}
                                   << std::string("9190275adb52996e");
    QTest::newRow("Autoencoder 3") << static_cast<int>(TaskKind::Autoencoder) << std::size_t{3}
                                   << std::string("df33c349df47b666");
    QTest::newRow("Rotation 1") << static_cast<int>(TaskKind::Rotation) << std::size_t{1}
                                << std::string("94e5440c97a3d8a1");
    QTest::newRow("Rotation 3") << static_cast<int>(TaskKind::Rotation) << std::size_t{3}
                                << std::string("1c9b4702b0150ee2");
}

void TestMakeTask::checksumsStay()
{
    QFETCH(int, kind);
    QFETCH(std::size_t, channels);
    QFETCH(std::string, checksum);
    const auto task = makeTask(noisySet(28, channels, 10), recipeOf(static_cast<TaskKind>(kind)));
    QCOMPARE(QString::fromStdString(task->checksum).left(16), QString::fromStdString(checksum));
    QCOMPARE(task->checksum.size(), std::size_t{64});
}

void TestMakeTask::cancels()
{
    std::stop_source source;
    source.request_stop();
    try {
        (void)makeTask(noisySet(28, 1, 10), recipeOf(TaskKind::Layout), 1, source.get_token());
        QFAIL("a cancelled task was made");
    } catch (const Error& error) {
        QVERIFY(error.code == ErrorCode::Cancelled);
    }
}

void TestMakeTask::samplesShowTheTask()
{
    const PictureSet set = noisySet(28, 3, 10);
    const auto classes = makeTask(set, recipeOf(TaskKind::Classes));
    const std::vector<TaskSample> samples = taskSamples(*classes, Split::Train, 20);
    QCOMPARE(samples.size(), std::size_t{10});
    QCOMPARE(samples[4].answer, std::string("b"));
    QVERIFY(!samples[4].target && !samples[4].box && !samples[4].angle);
    QCOMPARE(samples[4].input.pixels.size(), std::size_t{196 * 3});
    // Channels beside each other: green of the second pixel of the first line.
    const double green = rawInput(*classes, classes->train, 4)[196 + 1];
    QCOMPARE(static_cast<double>(samples[4].input.pixels[3 + 1]), std::round(green * 255));
    const auto normals =
        makeTask(repeated(28, 4, [](std::size_t, std::size_t) { return 9; }), recipeOf(TaskKind::Normals));
    const SamplePicture up = *taskSamples(*normals, Split::Valid, 1)[0].target;
    QCOMPARE(up.channels, std::size_t{3});
    QCOMPARE(std::vector<std::uint8_t>(up.pixels.begin(), up.pixels.begin() + 3),
             (std::vector<std::uint8_t>{128, 128, 255}));
    const auto rotation = makeTask(set, recipeOf(TaskKind::Rotation));
    const double angle = *taskSamples(*rotation, Split::Test, 2)[1].angle;
    QVERIFY(near(std::sin(angle), rotation->test.targets[2], 2 * halfStep));
    QVERIFY(near(std::cos(angle), rotation->test.targets[3], 2 * halfStep));
    const auto segmentation = makeTask(set, recipeOf(TaskKind::Segmentation));
    const SamplePicture mask = *taskSamples(*segmentation, Split::Train, 1)[0].target;
    QCOMPARE(mask.channels, std::size_t{1});
    for (std::size_t i = 0; i < 196; ++i)
        QCOMPARE(static_cast<float>(mask.pixels[i]), 255 * segmentation->train.targets[i]);
}

void TestMakeTask::fashionMnist_data()
{
    QTest::addColumn<std::string>("checksum");
    QTest::newRow("object") << std::string("1dc6dea1cbd74a93");
    QTest::newRow("scramble") << std::string("e0785b24fa7a1a13");
    QTest::newRow("jigsaw") << std::string("b749d81e5e1e5d2b");
    QTest::newRow("layout") << std::string("dfa833fa68396491");
    QTest::newRow("segment") << std::string("35eff18ad246343d");
    QTest::newRow("normal") << std::string("4c7fe7b2f2ffd202");
    QTest::newRow("autoencode") << std::string("18eb6fac4f028312");
}

void TestMakeTask::fashionMnist()
{
    static const std::shared_ptr<const PictureSet> set = [] {
        try {
            return std::make_shared<const PictureSet>(readIdxFolder(fashionMnistFolder()));
        } catch (const Error&) {
            return std::shared_ptr<const PictureSet>();
        }
    }();
    if (!set)
        QSKIP("needs the package dataset-fashion-mnist");
    QFETCH(std::string, checksum);
    const TaskRecipe& recipe = builtinRecipe(QTest::currentDataTag());
    QVERIFY(settled(*set, recipe) == settled(*set, settled(*set, recipe)));
    QCOMPARE(settled(*set, recipe).figure, std::optional(Figure::Ink));
    const auto task = makeTask(*set, recipe);
    QCOMPARE(task->train.count, std::size_t{8192});
    QCOMPARE(task->valid.count, std::size_t{5000});
    QCOMPARE(task->test.count, std::size_t{5000});
    QCOMPARE(QString::fromStdString(task->checksum).left(16), QString::fromStdString(checksum));
    if (task->kind == TaskKind::Classes) {
        // The first labels of t10k-labels, and of its second half, by numpy.
        QCOMPARE((std::vector<std::int32_t>(task->valid.labels.begin(), task->valid.labels.begin() + 6)),
                 (std::vector<std::int32_t>{9, 2, 1, 1, 6, 1}));
        QCOMPARE((std::vector<std::int32_t>(task->test.labels.begin(), task->test.labels.begin() + 6)),
                 (std::vector<std::int32_t>{2, 3, 6, 4, 6, 3}));
        // Mean and deviation of 2 × 2 means of the first 8,192 training pictures, by numpy.
        QVERIFY(near(task->inputMean, 0.285492, 1e-5));
        QVERIFY(near(task->inputDeviation, 0.330657, 1e-5));
    }
    if (task->kind == TaskKind::Layout) {
        // What the zero network gets: about 1, as the answers were scaled to be.
        double variance = 0;
        for (std::size_t d = 0; d < 4; ++d) {
            double sum = 0;
            double squares = 0;
            for (std::size_t i = 0; i < 5000; ++i) {
                const double value = task->valid.targets[4 * i + d];
                sum += value;
                squares += value * value;
            }
            variance += (squares / 5000 - sum * sum / 25e6) / 4;
        }
        QVERIFY(variance > 0.8 && variance < 1.2);
    }
}

QTEST_GUILESS_MAIN(TestMakeTask)
#include "tst_maketask.moc"
