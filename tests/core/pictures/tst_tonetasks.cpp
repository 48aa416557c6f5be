// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/MakeTask.h"
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

double chiSquare(const std::vector<std::int32_t>& labels, std::size_t classes)
{
    std::vector<double> counts(classes);
    for (const std::int32_t label : labels)
        ++counts.at(static_cast<std::size_t>(label));
    const double expected = static_cast<double>(labels.size()) / static_cast<double>(classes);
    return std::accumulate(counts.begin(), counts.end(), 0.0, [=](double sum, double count) {
        return sum + (count - expected) * (count - expected) / expected;
    });
}

} // namespace

/// Tone curves in place and scrambled, and how evenly answers are drawn.
class TestToneTasks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tonesFollowTheirCurves();
    void scrambledIsTonesInDisorder();
    void labelsAreBalanced();
};

void TestToneTasks::tonesFollowTheirCurves()
{
    // A constant picture stays one in its middle, whatever the warp.
    const auto set = repeated(28, 40, [](std::size_t, std::size_t) { return 153; });
    TaskRecipe recipe = recipeOf(TaskKind::Tones);
    recipe.noise = 0;
    const auto task = makeTask(set, recipe);
    QCOMPARE(task->outputs, std::size_t{8});
    for (std::size_t row = 0; row < 40; ++row) {
        Stream geometry = drawn(TaskKind::Tones, row, 0);
        for (int skipped = 0; skipped < 4; ++skipped)
            (void)geometry.unit();
        const double x = 0.6 * (0.85 + 0.15 * geometry.unit());
        const std::uint32_t label = drawn(TaskKind::Tones, row, 1).below(8);
        QCOMPARE(task->train.labels[row], static_cast<std::int32_t>(label));
        // The curves of the recipe, written once more.
        const std::array<double, 8> curves{std::pow(x, 0.6),
                                           x,
                                           std::pow(x, 1.6),
                                           0.5 - 0.5 * std::cos(M_PI * x),
                                           std::acos(1 - 2 * x) / M_PI,
                                           std::round(4 * x) / 4,
                                           std::min(1.35 * x, 0.85),
                                           x + 0.12 * std::sin(3 * M_PI * x)};
        QVERIFY(near(rawInput(*task, task->train, row)[7 * 14 + 7], curves[label], 2 * halfStep));
    }
    // Fewer tones: labels count through those that were asked for.
    recipe.tones = {6, 1};
    const auto two = makeTask(set, recipe);
    QCOMPARE(two->answers, (std::vector<std::string>{"clipped", "unchanged"}));
    QCOMPARE(*std::max_element(two->train.labels.begin(), two->train.labels.end()), 1);
}

void TestToneTasks::scrambledIsTonesInDisorder()
{
    for (const std::size_t channels : {std::size_t{1}, std::size_t{3}}) {
        const PictureSet set = noisySet(28, channels, 6);
        TaskRecipe tones = recipeOf(TaskKind::Tones);
        tones.noise = 0.01;
        TaskRecipe scrambled = tones;
        scrambled.kind = TaskKind::ScrambledTones;
        const auto inPlace = makeTask(set, tones);
        const auto disorder = makeTask(set, scrambled);
        QCOMPARE(disorder->train.labels, inPlace->train.labels);
        QCOMPARE(disorder->inputMean, inPlace->inputMean);
        for (std::size_t i = 0; i < 6; ++i) {
            // Whole pixels move: the channels of each stay together.
            const auto pixels = [&](const LearningTask& task) {
                const std::vector<double> values = rawInput(task, task.train, i);
                std::vector<std::vector<double>> result(196);
                for (std::size_t k = 0; k < values.size(); ++k)
                    result[k % 196].push_back(values[k]);
                return result;
            };
            auto one = pixels(*inPlace);
            auto two = pixels(*disorder);
            QVERIFY(one != two);
            std::sort(one.begin(), one.end());
            std::sort(two.begin(), two.end());
            QCOMPARE(one, two);
        }
    }
}

void TestToneTasks::labelsAreBalanced()
{
    // Limits: .999 of chi-square with 7, 23 and 7 · 2 degrees of freedom.
    const PictureSet set = noisySet(8, 1, 2400);
    const auto tones = makeTask(set, recipeOf(TaskKind::ScrambledTones));
    QVERIFY(chiSquare(tones->train.labels, 8) < 24.32);
    QVERIFY(chiSquare(makeTask(set, recipeOf(TaskKind::Jigsaw))->train.labels, 24) < 49.73);
    std::vector<std::int32_t> pairs;
    for (std::size_t i = 0; i < 2400; ++i)
        pairs.push_back(tones->train.labels[i] * 3 + static_cast<std::int32_t>(i % 3));
    QVERIFY(chiSquare(pairs, 24) < 49.73);
}

QTEST_GUILESS_MAIN(TestToneTasks)
#include "tst_tonetasks.moc"
