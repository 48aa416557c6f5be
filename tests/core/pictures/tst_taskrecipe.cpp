// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/TaskRecipe.h"

#include "core/base/Error.h"
#include "core/pictures/MakeTask.h"
#include "core/pictures/RowChoice.h"
#include "tests/core/pictures/DrawnPictures.h"

#include <QTest>

#include <algorithm>
#include <set>

using namespace ktnas;
using namespace ktnas::test;
using namespace std::string_literals;

namespace {

Error errorOf(const PictureSet& set, const TaskRecipe& recipe)
{
    try {
        (void)settled(set, recipe);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

std::size_t ofClass(const ChosenRows& chosen, std::int32_t label)
{
    return static_cast<std::size_t>(
        std::count_if(chosen.rows.begin(), chosen.rows.end(),
                      [&](std::uint32_t row) { return chosen.part->labels[0][row] == label; }));
}

/// 100 pictures of class 0, then 50 of 1, then 10 of 2: as a folder of pictures by class is read.
PictureSet sortedSet()
{
    PictureSet set = emptySet(8, 1, 3);
    set.parts.push_back(emptyPart(set, Split::Train, 160, [](std::size_t i) {
        return i < 100 ? 0 : i < 150 ? 1 : 2;
    }));
    return set;
}

std::vector<std::uint32_t> range(std::uint32_t from, std::uint32_t to)
{
    std::vector<std::uint32_t> rows;
    for (; from < to; ++from)
        rows.push_back(from);
    return rows;
}

} // namespace

class TestTaskRecipe : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesGoRoundTrip();
    void builtinTasks();
    void metricsFitTheKinds();
    void fillsIn();
    void choosesTheSide_data();
    void choosesTheSide();
    void seesInkByTheBorder();
    void namesWhatCannotBe_data();
    void namesWhatCannotBe();
    void namesPicturesThatCannotBe();
    void sharesTheTestRows();
    void sharesTooFewTestRows();
    void mixesByClass();
    void drawsFromTraining();
    void keepsTheSetsOwnSplits();
};

void TestTaskRecipe::namesGoRoundTrip()
{
    std::set<std::string_view> names;
    for (const TaskKind kind : allTaskKinds()) {
        QVERIFY(taskKind(name(kind)) == kind);
        names.insert(name(kind));
    }
    QCOMPARE(names.size(), std::size_t{9});
    QVERIFY(!taskKind("classess"));
    QVERIFY(figureOf(name(Figure::Window)) == Figure::Window);
    QVERIFY(rowOrder("file") == RowOrder::File);
    QVERIFY(validFrom("train") == ValidFrom::Train);
    QVERIFY(!validFrom(""));
    for (int tone = 0; tone < toneCount; ++tone)
        QVERIFY(!toneTitle(tone).empty());
}

void TestTaskRecipe::builtinTasks()
{
    std::vector<std::string> names;
    for (const TaskRecipe& recipe : builtinRecipes()) {
        names.push_back(recipe.name);
        QVERIFY(recipe.shortTitle.size() <= 6);
        QCOMPARE(recipe.side, std::size_t{14});
        QCOMPARE(recipe.trainRows, std::size_t{8192});
        QCOMPARE(recipe.validRows, std::size_t{5000});
        QVERIFY(recipe.order == RowOrder::File);
    }
    QCOMPARE(names,
             (std::vector<std::string>{"object", "scramble", "jigsaw", "layout", "segment", "normal",
                                       "autoencode"}));
    QVERIFY(builtinRecipe("normal").kind == TaskKind::Normals);
    try {
        (void)builtinRecipe("norml");
        QFAIL("a task that is not there was found");
    } catch (const Error& error) {
        QVERIFY(error.code == ErrorCode::UnknownTask);
        QCOMPARE(error.expected, "one of object, scramble, jigsaw, layout, segment, normal and autoencode"s);
    }
}

void TestTaskRecipe::metricsFitTheKinds()
{
    const TaskMetrics classes = metricsOf(TaskKind::Jigsaw);
    QCOMPARE(classes.named.column, std::string_view("top1"));
    QCOMPARE(classes.named.factor, 100.0);
    QVERIFY(classes.named.unit == Unit::Percent);
    QCOMPARE(classes.likelihood->column, std::string_view("ptrue"));
    QVERIFY(metricsOf(TaskKind::Layout).named.direction == Direction::Minimise);
    QVERIFY(!metricsOf(TaskKind::Layout).likelihood);
    QCOMPARE(metricsOf(TaskKind::Segmentation).likelihood->column, std::string_view("bce"));
    QVERIFY(metricsOf(TaskKind::Segmentation).likelihood->direction == Direction::Minimise);
    QVERIFY(metricsOf(TaskKind::Normals).likelihood->direction == Direction::Maximise);
    QVERIFY(metricsOf(TaskKind::Autoencoder).likelihood->field == TaskMetric::Field::Loss);
    for (const TaskKind kind : allTaskKinds())
        QVERIFY(metricsOf(kind).named.field == TaskMetric::Field::Named);
}

void TestTaskRecipe::fillsIn()
{
    const PictureSet set = noisySet(28, 3, 40);
    TaskRecipe recipe;
    recipe.name = "own";
    const TaskRecipe full = settled(set, recipe);
    QCOMPARE(full.title, "Classes"s);
    QCOMPARE(full.labelSet, "label"s);
    QCOMPARE(full.side, std::size_t{14});
    QVERIFY(full.figure == Figure::Window);
    QCOMPARE(full.noise, std::optional<double>(0));
    QCOMPARE(full.trainRows, std::size_t{40});
    QCOMPARE(full.validRows, std::size_t{20});
    QCOMPARE(full.testRows, std::size_t{20});
    QVERIFY(settled(set, full) == full);
    recipe.kind = TaskKind::Normals;
    QCOMPARE(settled(set, recipe).noise, std::optional<double>(0.05));
    QVERIFY(settled(set, recipe).labelSet.empty());
}

void TestTaskRecipe::choosesTheSide_data()
{
    QTest::addColumn<std::size_t>("height");
    QTest::addColumn<std::size_t>("width");
    QTest::addColumn<std::size_t>("side");
    const auto row = [](std::size_t height, std::size_t width, std::size_t side) {
        QTest::addRow("%zu x %zu", height, width) << height << width << side;
    };
    row(28, 28, 14);
    row(32, 32, 32);
    row(28, 30, 28);
    row(31, 40, 30);
    row(224, 300, 32);
    row(8, 9, 8);
}

void TestTaskRecipe::choosesTheSide()
{
    QFETCH(std::size_t, height);
    QFETCH(std::size_t, width);
    QFETCH(std::size_t, side);
    PictureSet set = emptySet(8);
    set.height = height;
    set.width = width;
    for (const Split split : {Split::Train, Split::Test})
        set.parts.push_back(emptyPart(set, split, 4, [](std::size_t i) { return i % 2; }));
    QCOMPARE(settled(set, recipeOf(TaskKind::Classes)).side, side);
}

void TestTaskRecipe::seesInkByTheBorder()
{
    const auto inner = [](std::size_t x, std::size_t y) {
        return x > 4 && x < 20 && y > 4 && y < 20 ? 200 : 10;
    };
    QVERIFY(settled(repeated(28, 4, inner), recipeOf(TaskKind::Layout)).figure == Figure::Ink);
    const auto half = [](std::size_t x, std::size_t) { return x < 14 ? 200 : 10; };
    QVERIFY(settled(repeated(28, 4, half), recipeOf(TaskKind::Layout)).figure == Figure::Window);
    TaskRecipe asked = recipeOf(TaskKind::Layout);
    asked.figure = Figure::Ink;
    QVERIFY(settled(repeated(28, 4, half), asked).figure == Figure::Ink);
}

void TestTaskRecipe::namesWhatCannotBe_data()
{
    QTest::addColumn<int>("change");
    QTest::addColumn<std::string>("key");
    QTest::addColumn<std::string>("found");
    QTest::newRow("odd side") << 0 << "side"s
                              << "13"s;
    QTest::newRow("small side") << 1 << "side"s
                                << "6"s;
    QTest::newRow("large side") << 2 << "side"s
                                << "30"s;
    QTest::newRow("labels") << 3 << "labels"s
                            << "coarse"s;
    QTest::newRow("one tone") << 4 << "tones"s
                              << "1 numbers, 1 of them different"s;
    QTest::newRow("same tones") << 5 << "tones"s
                                << "2 numbers, 1 of them different"s;
    QTest::newRow("unknown tone") << 6 << "tones"s
                                  << "2 numbers, 2 of them different"s;
    QTest::newRow("noise") << 7 << "noise"s
                           << "1.5"s;
    QTest::newRow("code") << 8 << "code"s
                          << "0"s;
    QTest::newRow("name") << 9 << "name"s
                          << "none"s;
}

void TestTaskRecipe::namesWhatCannotBe()
{
    QFETCH(int, change);
    QFETCH(std::string, key);
    QFETCH(std::string, found);
    TaskRecipe recipe = recipeOf(TaskKind::Classes);
    switch (change) {
    case 0:
        recipe.side = 13;
        break;
    case 1:
        recipe.side = 6;
        break;
    case 2:
        recipe.side = 30;
        break;
    case 3:
        recipe.labelSet = "coarse";
        break;
    case 4:
        recipe.tones = {3};
        break;
    case 5:
        recipe.tones = {3, 3};
        break;
    case 6:
        recipe.tones = {3, 8};
        break;
    case 7:
        recipe.noise = 1.5;
        break;
    case 8:
        recipe.codeSize = 0;
        break;
    default:
        recipe.name.clear();
        break;
    }
    const Error error = errorOf(noisySet(28, 1, 12), recipe);
    QVERIFY(error.code == ErrorCode::BadPlan);
    QCOMPARE(error.column, key);
    QCOMPARE(error.found, found);
    QVERIFY(!error.hint.empty());
}

void TestTaskRecipe::namesPicturesThatCannotBe()
{
    const TaskRecipe classes = recipeOf(TaskKind::Classes);
    QVERIFY(errorOf(emptySet(28), classes).expected == "training pictures");
    QVERIFY(errorOf(noisySet(7, 1, 12), classes).expected == "pictures of at least 8 × 8 pixels");
    PictureSet one = emptySet(28);
    for (const Split split : {Split::Train, Split::Test})
        one.parts.push_back(emptyPart(one, split, 10, [](std::size_t) { return 1; }));
    const Error error = errorOf(one, classes);
    QVERIFY(error.code == ErrorCode::PicturesUnusable);
    QCOMPARE(error.found, "only “b”"s);
    // Other tasks do not need classes.
    QVERIFY(errorOf(one, recipeOf(TaskKind::Jigsaw)).code == ErrorCode::Internal);
    PictureSet few = emptySet(28);
    few.parts.push_back(emptyPart(few, Split::Train, 4, [](std::size_t i) { return i % 2; }));
    QCOMPARE(errorOf(few, classes).expected, "at least one picture for validation"s);
    one.channels = 2;
    QCOMPARE(errorOf(one, classes).found, "2 channels"s);
}

void TestTaskRecipe::sharesTheTestRows()
{
    PictureSet set = emptySet(8);
    set.parts.push_back(emptyPart(set, Split::Train, 30, [](std::size_t i) { return i % 2; }));
    set.parts.push_back(emptyPart(set, Split::Test, 20, [](std::size_t i) { return i % 2; }));
    const RowChoice choice = chooseRows(set, recipeOf(TaskKind::Classes, 25, 7));
    QCOMPARE(choice.train.rows, range(0, 25));
    QCOMPARE(choice.valid.rows, range(0, 7));
    QCOMPARE(choice.test.rows, range(7, 14));
    QVERIFY(choice.valid.part == set.part(Split::Test));
    const RowChoice all = chooseRows(set, recipeOf(TaskKind::Classes));
    QCOMPARE(all.valid.rows, range(0, 10));
    QCOMPARE(all.test.rows, range(10, 20));
}

void TestTaskRecipe::sharesTooFewTestRows()
{
    PictureSet set = emptySet(8);
    set.parts.push_back(emptyPart(set, Split::Train, 30, [](std::size_t i) { return i % 2; }));
    set.parts.push_back(emptyPart(set, Split::Test, 20, [](std::size_t i) { return i % 2; }));
    TaskRecipe recipe = recipeOf(TaskKind::Classes);
    recipe.validRows = 30;
    recipe.testRows = 10;
    const RowChoice choice = chooseRows(set, recipe);
    QCOMPARE(choice.valid.rows, range(0, 15));
    QCOMPARE(choice.test.rows, range(15, 20));
    recipe.testRows = 0;
    QCOMPARE(chooseRows(set, recipe).test.rows, range(10, 20));
}

void TestTaskRecipe::mixesByClass()
{
    const PictureSet set = sortedSet();
    const std::vector<std::uint32_t> order = mixedOrder(set.parts[0], 3);
    QVERIFY(order != mixedOrder(set.parts[0], 4));
    QVERIFY(order == mixedOrder(set.parts[0], 3));
    std::vector<std::uint32_t> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(sorted, range(0, 160));
    // Every beginning has each class in proportion, to within one picture.
    for (std::size_t length = 1; length <= order.size(); ++length) {
        const ChosenRows beginning{&set.parts[0],
                                   {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(length)}};
        for (const auto& [label, size] : {std::pair(0, 100.0), {1, 50.0}, {2, 10.0}}) {
            const double share = static_cast<double>(length) * size / 160;
            QVERIFY(std::abs(static_cast<double>(ofClass(beginning, label)) - share) <= 1);
        }
    }
}

void TestTaskRecipe::drawsFromTraining()
{
    const PictureSet set = sortedSet();
    TaskRecipe recipe = recipeOf(TaskKind::Jigsaw);
    const RowChoice choice = chooseRows(set, recipe);
    // A fifth each, every class in proportion.
    QCOMPARE(choice.valid.rows.size(), std::size_t{32});
    QCOMPARE(choice.test.rows.size(), std::size_t{32});
    QCOMPARE(choice.train.rows.size(), std::size_t{96});
    QCOMPARE(ofClass(choice.valid, 0), std::size_t{20});
    QCOMPARE(ofClass(choice.valid, 2), std::size_t{2});
    QVERIFY(std::is_sorted(choice.train.rows.begin(), choice.train.rows.end()));
    std::set<std::uint32_t> all(choice.train.rows.begin(), choice.train.rows.end());
    all.insert(choice.valid.rows.begin(), choice.valid.rows.end());
    all.insert(choice.test.rows.begin(), choice.test.rows.end());
    QCOMPARE(all.size(), std::size_t{160});
    // Fewer are the beginning of more, whatever the order.
    for (const RowOrder order : {RowOrder::Mixed, RowOrder::File}) {
        recipe.order = order;
        recipe.trainRows = 0;
        std::vector<std::uint32_t> more = chooseRows(set, recipe).train.rows;
        recipe.trainRows = 40;
        more.resize(40);
        QCOMPARE(chooseRows(set, recipe).train.rows, more);
    }
    // With a test part, validation can still come from training.
    PictureSet tested = sortedSet();
    tested.parts.push_back(emptyPart(tested, Split::Test, 9, [](std::size_t i) { return i % 3; }));
    recipe = recipeOf(TaskKind::Jigsaw, 0, 5);
    recipe.validFrom = ValidFrom::Train;
    const RowChoice drawn = chooseRows(tested, recipe);
    QVERIFY(drawn.valid.part == tested.part(Split::Train));
    QCOMPARE(drawn.valid.rows.size(), std::size_t{5});
    QCOMPARE(drawn.test.rows, range(0, 5));
    QCOMPARE(drawn.train.rows.size(), std::size_t{155});
}

void TestTaskRecipe::keepsTheSetsOwnSplits()
{
    PictureSet set = emptySet(8);
    for (const Split split : {Split::Train, Split::Valid, Split::Test})
        set.parts.push_back(emptyPart(set, split, 12, [](std::size_t i) { return i % 2; }));
    const RowChoice choice = chooseRows(set, recipeOf(TaskKind::Jigsaw));
    QVERIFY(choice.valid.part == set.part(Split::Valid));
    QCOMPARE(choice.train.rows, range(0, 12));
    QCOMPARE(choice.valid.rows, range(0, 12));
    QCOMPARE(choice.test.rows, range(0, 12));
    set.parts.pop_back();
    const RowChoice untested = chooseRows(set, recipeOf(TaskKind::Jigsaw));
    QVERIFY(untested.test.part == set.part(Split::Train));
    QCOMPARE(untested.test.rows.size(), std::size_t{2});
    QCOMPARE(untested.train.rows.size(), std::size_t{10});
}

QTEST_GUILESS_MAIN(TestTaskRecipe)
#include "tst_taskrecipe.moc"
