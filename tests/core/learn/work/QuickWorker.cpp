// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later

// A worker for tests: it speaks the protocol of the real ones, by runWorker(), but its trainings compute
// made-up values of the cell, the task and the seed. The text in TaskRecipe::labelSet makes it misbehave, see
// behaviour below.
#include "core/base/Random.h"
#include "core/base/Sha256.h"
#include "core/learn/work/ChildProcess.h"
#include "core/learn/work/Worker.h"

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

#include <unistd.h>

namespace {

using namespace ktnas;

/// Counts a call in a file, so that it survives a crash; returns how many there were before.
std::size_t countedIn(const std::string& path)
{
    std::error_code ignored;
    const auto size = std::filesystem::file_size(path, ignored);
    std::ofstream(path, std::ios::app) << '.';
    return ignored ? 0 : static_cast<std::size_t>(size);
}

class QuickTraining : public Training {
public:
    QuickTraining(const NetworkPlan& plan, const TrainingSettings& settings, const LearningTask& data)
        : m_behaviour(data.title)
        , m_steps(static_cast<std::uint32_t>(settings.passes / settings.batch))
    {
        std::string text = data.name;
        for (const CellProgram::Unit& unit : plan.cell.units)
            text += std::to_string(unit.operation) + ':' + std::to_string(unit.inputs.size()) + ' ';
        Stream stream({.seed = settings.seed + std::hash<std::string>()(text)});
        m_outcome.valid = {100, stream.unit(), stream.unit(), stream.unit()};
        m_outcome.test = {100, stream.unit(), stream.unit(), stream.unit()};
        m_outcome.curve.assign(settings.curveAt.size(), {50, 0.5, 0.25, 0.125});
        m_outcome.lossEighths.assign(8, 0.5);
        m_outcome.parameters = plan.cell.units.size();
        m_outcome.trainSeconds = 0.25 + static_cast<double>(plan.cell.units.size());
        m_outcome.judgeSeconds = 0.5;
        m_outcome.weightsHash = sha256(text);
        m_outcome.device = "cpu";
        m_outcome.library = "quick 1";
    }

    bool advance(std::uint32_t) override
    {
        if (m_behaviour == "crash")
            std::abort();
        if (m_behaviour.starts_with("crash-once ") && countedIn(m_behaviour.substr(11)) == 0) {
            std::cerr << "the sky is falling" << std::endl;
            std::abort();
        }
        if (m_behaviour == "exit") {
            std::cerr << "enough of this" << std::endl;
            std::_Exit(7);
        }
        if (m_behaviour == "slow" || m_behaviour == "endless")
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        if (m_behaviour == "no-memory")
            throw std::bad_alloc();
        if (m_behaviour == "diverge") {
            m_outcome.failure = "loss is not a number at step 3";
            m_step = m_steps;
        }
        m_step += m_behaviour == "endless" ? 0 : 1;
        return !done();
    }
    bool done() const override { return m_step >= m_steps; }
    double progress() const override { return static_cast<double>(m_step) / m_steps; }
    const TrainingOutcome& outcome() const override { return m_outcome; }
    std::string checkpoint() const override { return std::to_string(m_step); }

private:
    std::string m_behaviour;
    std::uint32_t m_steps;
    std::uint32_t m_step = 0;
    TrainingOutcome m_outcome;
};

class QuickLearner : public Learner {
public:
    std::string library() const override { return "quick 1"; }
    std::vector<Device> devices() const override { return {{"cpu", "CPU", 0}}; }
    std::unique_ptr<Training> startTraining(const NetworkPlan& plan, const TrainingSettings& settings,
                                            std::shared_ptr<const LearningTask> data, std::string_view device,
                                            std::string_view) override
    {
        if (device != "cpu")
            throw Error(ErrorCode::UnknownDevice).expecting("cpu").butFound(std::string(device));
        return std::make_unique<QuickTraining>(plan, settings, *data);
    }
    std::uint64_t builtParameters(const NetworkPlan& plan) override { return plan.cell.units.size(); }
    std::vector<ProxyValue> proxies(const NetworkPlan& plan, const LearningTask&, std::uint64_t seed,
                                    std::uint32_t batch, std::string_view) override
    {
        return {{"units", static_cast<double>(plan.cell.units.size())},
                {"seed", static_cast<double>(seed)},
                {"batch", static_cast<double>(batch)}};
    }
    std::vector<LearnerCheck> selfcheck(std::string_view, std::stop_token) override { return {}; }
};

/// Eight pictures of four pixels with two classes; the behaviour is handed on in the title.
std::shared_ptr<const LearningTask> smallTask(const TaskSource& source)
{
    auto task = std::make_shared<LearningTask>();
    task->name = source.recipe.name;
    task->title = source.recipe.labelSet;
    task->height = 2;
    task->width = 2;
    task->outputs = 2;
    for (LearningPart* part : {&task->train, &task->valid, &task->test}) {
        part->count = 8;
        part->inputs.assign(32, 0.5F);
        part->labels = {0, 0, 0, 0, 0, 0, 1, 1};
    }
    task->checksum = sha256(source.recipe.name + std::to_string(source.recipe.seed) + source.pictures);
    return task;
}

} // namespace

int main(int argc, char** argv)
{
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (mode == "--mute")
        return 3;
    if (mode == "--babble") {
        (void)!::write(ChildProcess::socketInChild, "what do you want from me?", 25);
        std::this_thread::sleep_for(std::chrono::seconds(30));
        return 0;
    }
    const WorkerServices services{[] { return std::make_shared<QuickLearner>(); }, smallTask};
    return runWorker(ChildProcess::socketInChild, services);
}
