// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/ConstantPredictor.h"

#include <QTest>

#include <cmath>

using namespace ktnas;

namespace {

bool isNear(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

LearningTask taskOf(HeadKind head, LossKind loss, std::size_t outputs, std::size_t side)
{
    LearningTask task;
    task.head = head;
    task.loss = loss;
    task.outputs = outputs;
    task.height = side;
    task.width = side;
    return task;
}

} // namespace

class TestConstantPredictor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classes()
    {
        LearningTask task = taskOf(HeadKind::Classes, LossKind::CrossEntropy, 3, 2);
        task.train.labels = {0, 0, 1, 2}; // shares 1/2, 1/4, 1/4
        task.train.count = 4;
        task.valid.labels = {0, 1};
        task.valid.count = 2;
        task.test.labels = {2};
        task.test.count = 1;
        const TrainingOutcome outcome = constantOutcome(task);
        QVERIFY(isNear(outcome.valid.loss, (std::log(2) + std::log(4)) / 2));
        QCOMPARE(outcome.valid.named, 0.5);
        QCOMPARE(outcome.valid.likelihood, 0.375);
        QCOMPARE(outcome.valid.pictures, std::uint64_t{2});
        QCOMPARE(outcome.test.named, 0.0);
        QCOMPARE(outcome.parameters, std::uint64_t{0});
        QVERIFY(outcome.failure.empty());
    }

    void numbers()
    {
        LearningTask task = taskOf(HeadKind::Numbers, LossKind::MeanSquares, 2, 2);
        task.targetSize = 2;
        task.train.targets = {1, 10, 3, 20}; // mean 2, 15
        task.train.count = 2;
        task.valid.targets = {2, 18};
        task.valid.count = 1;
        const TrainingOutcome outcome = constantOutcome(task);
        QCOMPARE(outcome.valid.loss, 4.5);
        QCOMPARE(outcome.valid.named, 4.5);
        QCOMPARE(outcome.valid.likelihood, 4.5);
        QCOMPARE(outcome.test.pictures, std::uint64_t{0});
    }

    void masks()
    {
        LearningTask task = taskOf(HeadKind::Map, LossKind::BinaryCrossEntropy, 1, 2);
        task.targetSize = 4;
        task.train.targets = {1, 1, 1, 0}; // three of four; with half a one and half a zero more: 0.7
        task.train.count = 1;
        task.valid.targets = {1, 0, 0, 0};
        task.valid.count = 1;
        const TrainingOutcome outcome = constantOutcome(task);
        QVERIFY(isNear(outcome.valid.loss, -(std::log(0.7) + 3 * std::log(0.3)) / 4));
        QCOMPARE(outcome.valid.named, 0.25); // everything is taken for foreground
        // Rare foreground is never found.
        task.train.targets = {0, 0, 1, 0};
        QCOMPARE(constantOutcome(task).valid.named, 0.0);
    }

    void directions()
    {
        LearningTask task = taskOf(HeadKind::Map, LossKind::Cosine, 3, 1);
        task.targetSize = 3;
        task.train.targets = {1, 0, 0, 0, 1, 0}; // the mean direction is (1, 1, 0) / √2
        task.train.count = 2;
        task.valid.targets = {1, 0, 0};
        task.valid.count = 1;
        const TrainingOutcome outcome = constantOutcome(task);
        QVERIFY(isNear(outcome.valid.likelihood, std::sqrt(0.5)));
        QVERIFY(isNear(outcome.valid.loss, 1 - std::sqrt(0.5)));
        // Windows of one pixel have no variance, so structural similarity is that of the means alone:
        // (2ab + c1) / (a² + b² + c1), a = 1/√2, b = 1 in the first channel, b = 0 in the second.
        const double c1 = 1e-4;
        const double first = (2 * std::sqrt(0.5) + c1) / (1.5 + c1);
        const double second = c1 / (0.5 + c1);
        QVERIFY(isNear(outcome.valid.named, (first + second) / 2));
    }

    void pictures()
    {
        // The mean of all training pictures is the very picture that is asked for.
        LearningTask task = taskOf(HeadKind::Code, LossKind::MeanSquares, 1, 6);
        task.targetSize = 36;
        task.train.count = 2;
        task.valid.count = 1;
        for (int i = 0; i < 36; ++i) {
            const float value = static_cast<float>(i) / 36;
            task.valid.targets.push_back(value);
            task.train.targets.push_back(value - 0.125F);
        }
        for (int i = 0; i < 36; ++i)
            task.train.targets.push_back(task.valid.targets[static_cast<std::size_t>(i)] + 0.125F);
        const TrainingOutcome outcome = constantOutcome(task);
        QVERIFY(isNear(outcome.valid.loss, 0, 1e-12));
        QVERIFY(isNear(outcome.valid.named, 1, 1e-9));
        QCOMPARE(outcome.valid.likelihood, outcome.valid.loss);
    }
};

QTEST_GUILESS_MAIN(TestConstantPredictor)
#include "tst_constantpredictor.moc"
