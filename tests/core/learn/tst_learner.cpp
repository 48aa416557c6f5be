// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/learn/api/Learner.h"
#include "core/space/Space.h"
#include "core/stats/Correlation.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <thread>

using namespace ktnas;

namespace {

/// Made-up pictures of ten classes, each striped in its own way.
std::shared_ptr<const LearningTask> madeUpTask(std::size_t channels, std::size_t side)
{
    auto task = std::make_shared<LearningTask>();
    task->name = "made up";
    task->channels = channels;
    task->height = side;
    task->width = side;
    task->outputs = 10;
    task->checksum = "made up";
    const auto fill = [&](LearningPart& part, std::size_t count, std::uint32_t slot) {
        Stream stream({1, Purpose::Test, 0, 0, slot});
        part.count = count;
        for (std::size_t i = 0; i < count; ++i) {
            part.labels.push_back(static_cast<std::int32_t>(stream.below(10)));
            // Stripes of three distances, level or slanting.
            const auto label = static_cast<std::size_t>(part.labels.back());
            for (std::size_t p = 0; p < channels * side * side; ++p) {
                const std::size_t place = p % side + label / 3 * (p / side);
                part.inputs.push_back(
                    static_cast<float>(0.5 * stream.normal() + (place % (2 + label % 3) == 0 ? 2 : 0)));
            }
        }
    };
    fill(task->train, 512, 0);
    fill(task->valid, 200, 1);
    fill(task->test, 200, 2);
    return task;
}

NetworkPlan planOf(const char* digits, const LearningTask& data)
{
    const auto space = spaceById("micro-4op");
    return {canonicalProgram(*space, space->parse(digits)), Skeleton(), shapeOf(data)};
}

TrainingOutcome trained(const NetworkPlan& plan, const TrainingSettings& settings,
                        const std::shared_ptr<const LearningTask>& data)
{
    const auto training = openLearner()->startTraining(plan, settings, data, "cpu");
    while (training->advance(50)) { }
    return training->outcome();
}

TrainingSettings shortSettings()
{
    TrainingSettings settings;
    settings.passes = 64UL * 24;
    return settings;
}

template <class Work> ErrorCode codeOf(const Work& work)
{
    try {
        work();
    } catch (const Error& error) {
        return error.code;
    }
    return ErrorCode::Internal;
}

} // namespace

class TestLearner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        tuneMemoryForTraining();
        QVERIFY(!isLearnerOpen());
        m_learner = openLearner();
        QVERIFY(isLearnerOpen());
        QVERIFY(openLearner() == m_learner);
        QVERIFY(m_learner->library().starts_with("LibTorch "));
        QCOMPARE(m_learner->devices().front().id, std::string("cpu"));
    }

    void selfcheck()
    {
        const auto checks = m_learner->selfcheck("cpu", {});
        QVERIFY(checks.size() > 60);
        for (const LearnerCheck& check : checks)
            QVERIFY2(check.ok, (check.name + ": " + check.detail).c_str());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(codeOf([&] { m_learner->selfcheck("cpu", stop.get_token()); }), ErrorCode::Cancelled);
    }

    void learnsWhatIsThere()
    {
        const auto data = madeUpTask(1, 14);
        TrainingSettings settings = shortSettings();
        settings.passes *= 3;
        const TrainingOutcome outcome = trained(planOf("0_00_300", *data), settings, data);
        QCOMPARE(outcome.failure, std::string());
        QVERIFY2(outcome.test.named > 0.5, std::to_string(outcome.test.named).c_str()); // chance is 0.1
        QVERIFY(outcome.test.likelihood > 0.2 && outcome.test.likelihood < 1);
        QCOMPARE(outcome.valid.pictures, std::uint64_t{200});
        QCOMPARE(outcome.lossEighths.size(), std::size_t{8});
        QCOMPARE(outcome.curve.size(), std::size_t{3});
        QCOMPARE(outcome.parameters, networkCost(planOf("0_00_300", *data)).parameters);
        QCOMPARE(outcome.parameters, m_learner->builtParameters(planOf("0_00_300", *data)));
    }

    // Dead branches and another order of edges: one network down to the last bit, on any thread.
    void twinsTrainToTheSameBits()
    {
        const auto data = madeUpTask(1, 14);
        const TrainingOutcome one = trained(planOf("0_00_300", *data), shortSettings(), data);
        TrainingOutcome twin;
        std::thread([&] { twin = trained(planOf("3_00_303", *data), shortSettings(), data); }).join();
        QCOMPARE(twin.weightsHash, one.weightsHash);
        QCOMPARE(twin.test.likelihood, one.test.likelihood);
        QVERIFY(trained(planOf("0_00_200", *data), shortSettings(), data).weightsHash != one.weightsHash);
        TrainingSettings other = shortSettings();
        other.seed = 1;
        QVERIFY(trained(planOf("0_00_300", *data), other, data).weightsHash != one.weightsHash);
    }

    // Every setting that changes the way, in pieces and through checkpoints.
    void goesOnToTheSameBits()
    {
        const auto data = madeUpTask(3, 12);
        TrainingSettings settings = shortSettings();
        settings.optimiser = TrainingSettings::Optimiser::Sgd;
        settings.schedule = TrainingSettings::Schedule::OneCycle;
        settings.learningRate = 0.05;
        settings.weightDecay = 5e-4;
        settings.averaging = 0.9;
        settings.mirror = true;
        settings.cropPadding = 2;
        settings.cutout = 4;
        settings.batch = 48; // batches across the ends of passes
        const NetworkPlan plan = planOf("3_12_203", *data);
        const TrainingOutcome whole = trained(plan, settings, data);
        QCOMPARE(whole.failure, std::string());
        std::string checkpoint;
        double progress = -1;
        TrainingOutcome pieces;
        for (bool more = true; more;) {
            const auto training = m_learner->startTraining(plan, settings, data, "cpu", checkpoint);
            more = training->advance(5);
            QVERIFY(training->progress() > progress);
            progress = training->progress();
            checkpoint = training->checkpoint();
            pieces = training->outcome();
        }
        QCOMPARE(pieces.weightsHash, whole.weightsHash);
        QCOMPARE(pieces.lossEighths, whole.lossEighths);
        QCOMPARE(pieces.valid.loss, whole.valid.loss);
        QCOMPARE(pieces.curve.back().likelihood, whole.curve.back().likelihood);

        const auto resumed = [&](const TrainingSettings& with, std::string bytes) {
            return codeOf([&] { m_learner->startTraining(plan, with, data, "cpu", bytes); });
        };
        TrainingSettings other = settings;
        other.learningRate = 0.06;
        QCOMPARE(resumed(other, checkpoint), ErrorCode::CheckpointMismatch);
        QCOMPARE(resumed(settings, checkpoint.substr(0, checkpoint.size() / 2)), ErrorCode::RecordDamaged);
    }

    void divergenceHasAReason()
    {
        const auto data = madeUpTask(1, 14);
        TrainingSettings settings = shortSettings();
        settings.optimiser = TrainingSettings::Optimiser::Sgd;
        settings.learningRate = 1e30;
        settings.warmUp = 0;
        const TrainingOutcome outcome = trained(planOf("3_33_333", *data), settings, data);
        QVERIFY2(outcome.failure.starts_with("the loss is not a number at step "), outcome.failure.c_str());
        QCOMPARE(outcome.test.pictures, std::uint64_t{0});
    }

    void refusals()
    {
        const auto data = madeUpTask(1, 14);
        const NetworkPlan plan = planOf("0_00_300", *data);
        const auto start = [&](const NetworkPlan& of, const TrainingSettings& settings, const char* device) {
            return codeOf([&] { m_learner->startTraining(of, settings, data, device); });
        };
        QCOMPARE(start(plan, shortSettings(), "cuda:77"), ErrorCode::UnknownDevice);
        TrainingSettings settings = shortSettings();
        settings.batch = 1;
        QCOMPARE(start(plan, settings, "cpu"), ErrorCode::BadArgument);
        NetworkPlan other = plan;
        other.task.outputs = 11;
        QCOMPARE(start(other, shortSettings(), "cpu"), ErrorCode::BadArgument);
        NetworkPlan huge = plan;
        huge.skeleton.channels = {1'500'000, 1'500'000};
        QCOMPARE(start(huge, shortSettings(), "cpu"), ErrorCode::OutOfMemory);
    }

    void proxiesInTheirOrder()
    {
        const auto data = madeUpTask(1, 14);
        std::string names;
        std::map<std::string, double> values;
        for (const ProxyValue& proxy : m_learner->proxies(planOf("3_20_312", *data), *data, 1, 64, "cpu")) {
            names += proxy.name + ' ';
            values[proxy.name] = proxy.value;
            QVERIFY2(std::isfinite(proxy.value), proxy.name.c_str());
        }
        QCOMPARE(
            names,
            std::string("synflow jacob_cov snip grasp fisher grad_norm nwot l2_norm plain params flops "));
        QVERIFY(values["snip"] >= std::abs(values["plain"]));
        QVERIFY(values["fisher"] > 0);
    }

    // Against NAS-Bench-Suite-Zero's column (its logarithm). Six seconds for 40 cells; the 300 that issue 4
    // asks for with KTNAS_SLOW_TESTS=1.
    void synflowAsPublished()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/nas-bench-201-zero-cost.csv");
        const std::size_t wanted = std::getenv("KTNAS_SLOW_TESTS") ? 300 : 40;
        const auto space = spaceById("nas-bench-201");
        const auto data = madeUpTask(3, 32);
        std::ifstream file(path);
        std::vector<std::pair<std::string, double>> rows;
        std::string line;
        std::getline(file, line);
        while (std::getline(file, line)) {
            std::istringstream stream(line);
            std::string index;
            std::string cell;
            std::string value;
            std::getline(stream, index, ',');
            std::getline(stream, cell, ',');
            std::getline(stream, value, ',');
            if (!value.empty())
                rows.emplace_back(cell, std::stod(value));
        }
        QVERIFY(rows.size() >= 9000);
        std::vector<double> ours;
        std::vector<double> theirs;
        Stream stream({4, Purpose::Test, 0, 0, 0});
        for (const std::uint32_t row :
             stream.sample(static_cast<std::uint32_t>(rows.size()), static_cast<std::uint32_t>(wanted))) {
            const NetworkPlan plan{plainProgram(*space, space->parse(rows[row].first)), nasBench201Skeleton(),
                                   shapeOf(*data)};
            ours.push_back(m_learner->proxies(plan, *data, 1, 2, "cpu").front().value);
            theirs.push_back(rows[row].second);
        }
        const double rho = spearman(ours, theirs);
        qInfo("Spearman over %zu cells: %.4f", wanted, rho);
        QVERIFY(rho >= 0.98);
    }

private:
    std::shared_ptr<Learner> m_learner;
};

QTEST_APPLESS_MAIN(TestLearner)
#include "tst_learner.moc"
