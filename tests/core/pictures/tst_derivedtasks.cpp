// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"
#include "core/pictures/Canvas.h"
#include "core/pictures/MakeTask.h"
#include "core/pictures/TaskSamples.h"
#include "tests/core/pictures/DrawnPictures.h"
#include "tests/core/pictures/TaskChecks.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

using namespace ktnas;
using namespace ktnas::test;

namespace {

/// A bright rectangle, both ends included.
PictureSet rectangles(std::size_t rows, std::size_t left, std::size_t right, std::size_t top,
                      std::size_t bottom)
{
    return repeated(28, rows, [=](std::size_t x, std::size_t y) {
        return x >= left && x <= right && y >= top && y <= bottom ? 255 : 0;
    });
}

} // namespace

/// What each kind of task asks, against hand-worked answers and scipy.
class TestDerivedTasks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jigsawUndone();
    void layoutByHand();
    void layoutOfABlackPicture();
    void layoutInAWindow();
    void segmentationIsTheMask();
    void segmentationInAWindow();
    void groundFollowsItsDraws();
    void normalsOfFlatAndSlope();
    void normalsAsScipyHasThem();
    void autoencoderGivesThePicture();
    void rotationTurns();
};

void TestDerivedTasks::jigsawUndone()
{
    const PictureSet set = noisySet(28, 1, 30);
    TaskRecipe recipe = recipeOf(TaskKind::Jigsaw);
    recipe.figure = Figure::Ink;
    const auto task = makeTask(set, recipe);
    QVERIFY(task->head == HeadKind::TileClasses);
    QCOMPARE(task->outputs, std::size_t{24});
    QCOMPARE(task->answers.front(), std::string("1 2 3 4"));
    QCOMPARE(task->answers[1], std::string("1 2 4 3"));
    QCOMPARE(task->answers.back(), std::string("4 3 2 1"));
    for (std::size_t row = 0; row < 30; ++row) {
        Stream geometry = drawn(TaskKind::Jigsaw, row, 0);
        Warp warp;
        warp.angle = -0.26 + 0.52 * geometry.unit();
        warp.scaleX = warp.scaleY = 0.85 + 0.25 * geometry.unit();
        warp.shiftX = static_cast<int>(geometry.below(7)) - 3;
        warp.shiftY = static_cast<int>(geometry.below(7)) - 3;
        const Canvas whole = shrunk(warped(loadCanvas(set, set.parts[0], row, 28), warp, Outside::Zero), 14);
        const std::string& answer = task->answers[static_cast<std::size_t>(task->train.labels[row])];
        const std::vector<double> puzzle = rawInput(*task, task->train, row);
        for (std::size_t place = 0; place < 4; ++place) {
            const auto tile = static_cast<std::size_t>(answer[2 * place] - '1');
            for (std::size_t y = 0; y < 7; ++y)
                for (std::size_t x = 0; x < 7; ++x)
                    QVERIFY(near(puzzle[(place / 2 * 7 + y) * 14 + place % 2 * 7 + x],
                                 whole.at(0, tile / 2 * 7 + y, tile % 2 * 7 + x), 2 * halfStep));
        }
    }
}

void TestDerivedTasks::layoutByHand()
{
    const auto task = makeTask(rectangles(50, 6, 19, 9, 24), recipeOf(TaskKind::Layout));
    QVERIFY(task->head == HeadKind::Numbers && task->loss == LossKind::MeanSquares);
    QCOMPARE(task->outputs, std::size_t{4});
    // Between pixels the picture rises from 0 to 1 within one pixel, so it passes .15 at .85 pixels outside
    // of the rectangle; pixels of the stretched picture that come from inside of that are bright.
    const auto extent = [](double first, double last, double scale, double shift) {
        const double from = 13.5 + shift + scale * (first - 0.85 - 13.5);
        const double to = 13.5 + shift + scale * (last + 0.85 - 13.5);
        return std::pair(std::max(0.0, std::ceil(from)), std::min(27.0, std::floor(to)));
    };
    for (std::size_t row = 0; row < 50; ++row) {
        Stream geometry = drawn(TaskKind::Layout, row, 0);
        const double scaleX = 0.45 + 0.55 * geometry.unit();
        const double scaleY = 0.45 + 0.55 * geometry.unit();
        const double shiftX = -5 + 10 * geometry.unit();
        const double shiftY = -5 + 10 * geometry.unit();
        const auto [left, right] = extent(6, 19, scaleX, shiftX);
        const auto [top, bottom] = extent(9, 24, scaleY, shiftY);
        const std::vector<double> answer = answerOf(*task, task->train, row);
        QVERIFY(near(answer[0], ((left + right) / 2 - 13.5) / 3, 1e-6));
        QVERIFY(near(answer[1], ((top + bottom) / 2 - 13.5) / 3, 1e-6));
        QVERIFY(near(answer[2], (right - left + 1 - 14) / 5, 1e-6));
        QVERIFY(near(answer[3], (bottom - top + 1 - 17) / 5, 1e-6));
    }
}

void TestDerivedTasks::layoutOfABlackPicture()
{
    const auto black =
        makeTask(repeated(28, 2, [](std::size_t, std::size_t) { return 0; }), recipeOf(TaskKind::Layout));
    // No width and no height, in the middle.
    QCOMPARE(answerOf(*black, black->train, 0), (std::vector<double>{0, 0, -14.0F / 5, -17.0F / 5}));
    // Too dark for the usual limit, it is still found.
    const auto dark = makeTask(
        repeated(28, 2,
                 [](std::size_t x, std::size_t y) { return x > 9 && x < 18 && y > 9 && y < 18 ? 20 : 0; }),
        recipeOf(TaskKind::Layout));
    QVERIFY(answerOf(*dark, dark->train, 0)[2] > -12.0 / 5);
}

void TestDerivedTasks::layoutInAWindow()
{
    for (const std::size_t side : {std::size_t{28}, std::size_t{32}, std::size_t{64}}) {
        const auto task = makeTask(noisySet(side, 3, 40), recipeOf(TaskKind::Layout));
        QCOMPARE(task->channels, std::size_t{3});
        const std::vector<TaskSample> samples = taskSamples(*task, Split::Train, 40);
        for (const TaskSample& sample : samples) {
            QVERIFY(sample.box->left > -1e-6 && sample.box->left + sample.box->width < 1 + 1e-6);
            QVERIFY(sample.box->top > -1e-6 && sample.box->top + sample.box->height < 1 + 1e-6);
            QVERIFY(sample.box->width >= 0.35 - 1e-6 && sample.box->width <= 0.75 + 1e-6);
        }
    }
    // A white picture on black ones: what is bright is the box. (Only the first is white; no other picture
    // has it behind but by chance, and no one looks at those.)
    PictureSet set = noisySet(28, 1, 30);
    std::fill(set.parts[0].pixels.begin(), set.parts[0].pixels.end(), std::uint8_t{0});
    std::fill_n(set.parts[0].pixels.begin(), 784, std::uint8_t{255});
    TaskRecipe recipe = recipeOf(TaskKind::Layout);
    recipe.figure = Figure::Window;
    recipe.side = 28;
    const auto task = makeTask(set, recipe);
    const SampleBox box = *taskSamples(*task, Split::Train, 1)[0].box;
    const std::vector<double> input = rawInput(*task, task->train, 0);
    const double area = std::accumulate(input.begin(), input.end(), 0.0);
    QVERIFY(near(area, box.width * box.height * 784, 0.15 * area));
    for (std::size_t y = 0; y < 28; ++y) {
        for (std::size_t x = 0; x < 28; ++x) {
            const double u = (static_cast<double>(x) + 0.5) / 28;
            const double v = (static_cast<double>(y) + 0.5) / 28;
            const bool inside = u > box.left + 0.03 && u < box.left + box.width - 0.03 && v > box.top + 0.03
                && v < box.top + box.height - 0.03;
            const bool outside = u < box.left - 0.03 || u > box.left + box.width + 0.03 || v < box.top - 0.03
                || v > box.top + box.height + 0.03;
            QVERIFY(!inside || input[y * 28 + x] > 0.99);
            QVERIFY(!outside || input[y * 28 + x] < 0.01);
        }
    }
}

void TestDerivedTasks::segmentationIsTheMask()
{
    // One white rectangle before black pictures: what is bright is the figure.
    PictureSet set = rectangles(20, 6, 19, 9, 24);
    std::fill(set.parts[0].pixels.begin() + 784, set.parts[0].pixels.end(), std::uint8_t{0});
    const auto task = makeTask(set, recipeOf(TaskKind::Segmentation));
    QVERIFY(task->head == HeadKind::Map && task->loss == LossKind::BinaryCrossEntropy);
    QCOMPARE(task->targetSize, std::size_t{196});
    const std::vector<double> input = rawInput(*task, task->train, 0);
    const std::vector<double> mask = answerOf(*task, task->train, 0);
    for (std::size_t i = 0; i < 196; ++i)
        QCOMPARE(mask[i], input[i] > 0.5 ? 1.0 : 0.0);
    const double area = std::accumulate(mask.begin(), mask.end(), 0.0);
    // 14 × 16 pixels scaled by .65-.95, four to one.
    QVERIFY(area > 56 * 0.65 * 0.65 - 10 && area < 56 * 0.95 * 0.95 + 10);
    // Black figures have nothing in front; behind them is the rectangle, or black.
    QVERIFY(answerOf(*task, task->train, 1) == std::vector<double>(196, 0));
}

void TestDerivedTasks::segmentationInAWindow()
{
    const auto task = makeTask(noisySet(32, 3, 60), recipeOf(TaskKind::Segmentation));
    QCOMPARE(task->width, std::size_t{32});
    QCOMPARE(task->outputs, std::size_t{1});
    double least = 1;
    double most = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        const std::vector<double> mask = answerOf(*task, task->train, i);
        const double share = std::accumulate(mask.begin(), mask.end(), 0.0) / 1024;
        least = std::min(least, share);
        most = std::max(most, share);
    }
    // An ellipse of .6 of the side, scaled by .5: .07; a box of all of it, scaled by .85: .71.
    QVERIFY(least > 0.05 && least < 0.25);
    QVERIFY(most > 0.35 && most < 0.72);
}

void TestDerivedTasks::groundFollowsItsDraws()
{
    // Black figures: all that is seen is the other picture, whose row, warp and contrast are drawn.
    PictureSet set = noisySet(28, 1, 3);
    std::fill_n(set.parts[0].pixels.begin(), 784, std::uint8_t{0});
    TaskRecipe recipe = recipeOf(TaskKind::Segmentation);
    recipe.figure = Figure::Ink;
    const auto task = makeTask(set, recipe);
    const std::uint32_t choice = drawn(TaskKind::Segmentation, 0, 1).below(2);
    Stream draws = drawn(TaskKind::Segmentation, 0, 4);
    Warp warp;
    warp.mirror = draws.unit() < 0.5;
    warp.angle = M_PI * (2 * draws.unit() - 1);
    warp.scaleX = warp.scaleY = 2 + 0.6 * draws.unit();
    warp.shiftX = 8 * draws.unit() - 4;
    warp.shiftY = 8 * draws.unit() - 4;
    const double contrast = 0.4 + 0.6 * draws.unit();
    const Canvas behind =
        shrunk(warped(loadCanvas(set, set.parts[0], choice + 1, 28), warp, Outside::Zero), 14);
    const std::vector<double> input = rawInput(*task, task->train, 0);
    for (std::size_t i = 0; i < 196; ++i)
        QVERIFY(near(input[i], contrast * behind.values[i], 2 * halfStep));
}

void TestDerivedTasks::normalsOfFlatAndSlope()
{
    TaskRecipe recipe = recipeOf(TaskKind::Normals);
    recipe.noise = 0;
    const auto flat = makeTask(repeated(28, 2, [](std::size_t, std::size_t) { return 77; }), recipe);
    QVERIFY(flat->head == HeadKind::Map && flat->loss == LossKind::Cosine);
    QCOMPARE(flat->outputs, std::size_t{3});
    const std::vector<double> up = answerOf(*flat, flat->train, 0);
    for (std::size_t i = 0; i < 196; ++i) {
        QCOMPARE(up[i], 0.0);
        QCOMPARE(up[196 + i], 0.0);
        QCOMPARE(up[392 + i], 1.0);
        QVERIFY(near(rawInput(*flat, flat->train, 0)[i], 0.768, halfStep));
    }
    // Five levels a pixel to the right: the height rises by 6 · 5 / 255 a pixel, away from the border.
    const auto slope = makeTask(repeated(28, 2, [](std::size_t x, std::size_t) { return 5 * x; }), recipe);
    const std::vector<double> leaning = answerOf(*slope, slope->train, 0);
    const double rise = 30.0 / 255;
    const double length = std::sqrt(rise * rise + 1);
    const std::size_t middle = 7 * 14 + 7;
    QVERIFY(near(leaning[middle], -rise / length, halfStep));
    QVERIFY(near(leaning[196 + middle], 0, halfStep));
    QVERIFY(near(leaning[392 + middle], 1 / length, halfStep));
    QVERIFY(near(rawInput(*slope, slope->train, 0)[middle], (0.768 - 0.5 * rise) / length, halfStep));
}

void TestDerivedTasks::normalsAsScipyHasThem()
{
    const auto set =
        repeated(28, 1, [](std::size_t x, std::size_t y) { return (7 * x + 3 * y + x * y / 4) % 256; });
    TaskRecipe recipe = recipeOf(TaskKind::Normals);
    recipe.noise = 0;
    // Too few test pictures to share.
    PictureSet three = set;
    three.parts.push_back(three.parts[1]);
    three.parts[1].split = Split::Valid;
    const auto task = makeTask(three, recipe);
    const std::vector<double> input = rawInput(*task, task->train, 0);
    const std::vector<double> answer = answerOf(*task, task->train, 0);
    struct Expected {
        std::size_t y, x;
        std::array<double, 4> values;
    };
    // scipy 1.10.1: 6 · ndimage.gaussian_filter(f, 1.0); numpy.gradient; means of 2 × 2.
    const std::array<Expected, 4> expected{{{0, 0, {0.681803, -0.118227, -0.051519, 0.991649}},
                                            {3, 7, {0.584722, -0.197103, -0.151522, 0.968603}},
                                            {13, 13, {0.567974, -0.219453, -0.154716, 0.963277}},
                                            {7, 12, {0.547666, -0.214392, -0.198628, 0.956338}}}};
    for (const Expected& at : expected) {
        const std::size_t pixel = at.y * 14 + at.x;
        QVERIFY(near(input[pixel], at.values[0], 1.01 * halfStep));
        for (std::size_t c = 0; c < 3; ++c)
            QVERIFY(near(answer[196 * c + pixel], at.values[c + 1], 1.01 * halfStep));
    }
}

void TestDerivedTasks::autoencoderGivesThePicture()
{
    TaskRecipe recipe = recipeOf(TaskKind::Autoencoder);
    const auto task = makeTask(noisySet(32, 3, 5), recipe);
    QVERIFY(task->head == HeadKind::Code);
    QCOMPARE(task->codeSize, std::size_t{24});
    QCOMPARE(task->outputs, std::size_t{3});
    QCOMPARE(task->targetSize, std::size_t{3 * 32 * 32});
    QCOMPARE(answerOf(*task, task->train, 3), rawInput(*task, task->train, 3));
    recipe.noise = 0.1;
    const auto noisy = makeTask(noisySet(32, 3, 5), recipe);
    QCOMPARE(noisy->train.targets, task->train.targets);
    QVERIFY(rawInput(*noisy, noisy->train, 3) != rawInput(*task, task->train, 3));
}

void TestDerivedTasks::rotationTurns()
{
    // A bar from the middle to the right: turned, it points where the answer says.
    const auto set = repeated(28, 60, [](std::size_t x, std::size_t y) {
        return x >= 14 && x < 27 && y >= 12 && y < 16 ? 255 : 0;
    });
    const auto task = makeTask(set, recipeOf(TaskKind::Rotation));
    QCOMPARE(task->outputs, std::size_t{2});
    double sines = 0;
    for (std::size_t i = 0; i < 60; ++i) {
        const std::vector<double> answer = answerOf(*task, task->train, i);
        QVERIFY(near(answer[0] * answer[0] + answer[1] * answer[1], 1, 4 * halfStep));
        const std::vector<double> input = rawInput(*task, task->train, i);
        double x = 0;
        double y = 0;
        for (std::size_t k = 0; k < 196; ++k) {
            x += input[k] * (static_cast<double>(k % 14) - 6.5);
            y += input[k] * (static_cast<double>(k / 14) - 6.5);
        }
        QVERIFY(near(y / std::hypot(x, y), answer[0], 0.05));
        QVERIFY(near(x / std::hypot(x, y), answer[1], 0.05));
        sines += answer[0];
    }
    QVERIFY(std::abs(sines / 60) < 0.3);
    TaskRecipe window = recipeOf(TaskKind::Rotation);
    window.figure = Figure::Window;
    const auto cut = makeTask(set, window);
    QCOMPARE(rawInput(*cut, cut->train, 0)[0], 0.5);
}

QTEST_GUILESS_MAIN(TestDerivedTasks)
#include "tst_derivedtasks.moc"
