// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/TorchTraining.h"

#include "core/base/Error.h"
#include "core/base/PortableArchive.h"
#include "core/base/Sha256.h"
#include "core/learn/plugin/Runtime.h"

#include <ATen/ATen.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ktnas {

namespace {

/// Pictures judged at once: enough to drown the cost of a call, few enough for the second-level cache.
constexpr std::int64_t judgeBatch = 250;
constexpr std::size_t eighths = 8;
constexpr std::uint32_t checkpointFormat = 1;

std::uint64_t stepCount(const TrainingSettings& settings)
{
    return std::max<std::uint64_t>(settings.passes / settings.batch, 1);
}

void requireSettings(const TrainingSettings& settings, const LearningTask& task)
{
    const auto refuse = [](const char* column, const char* expected, const std::string& found) {
        throw Error(ErrorCode::BadArgument).inColumn(column).expecting(expected).butFound(found);
    };
    if (settings.batch < 2)
        refuse("batch", "at least 2, for the statistics of batch normalisation",
               fmt::format("{}", settings.batch));
    if (!(settings.learningRate > 0) || !std::isfinite(settings.learningRate))
        refuse("learning rate", "a number above 0", fmt::format("{}", settings.learningRate));
    if (!(settings.warmUp >= 0 && settings.warmUp < 1))
        refuse("warm-up", "a share from 0 to below 1", fmt::format("{}", settings.warmUp));
    if (!(settings.averaging >= 0 && settings.averaging < 1))
        refuse("averaging", "a decay from 0 to below 1", fmt::format("{}", settings.averaging));
    if (task.train.count == 0)
        refuse("data", "at least one training picture", "none");
    if (!std::is_sorted(settings.curveAt.begin(), settings.curveAt.end())
        || (!settings.curveAt.empty() && (settings.curveAt.front() < 0 || settings.curveAt.back() > 1)))
        refuse("curve", "rising shares from 0 to 1", fmt::format("{}", fmt::join(settings.curveAt, ", ")));
}

void requireShape(const NetworkPlan& plan, const LearningTask& task)
{
    if (plan.task != shapeOf(task))
        throw Error(ErrorCode::BadArgument)
            .inColumn("data")
            .expecting("pictures and answers of the network's shape")
            .butFound(fmt::format("the task “{}” of another shape", task.name));
}

template <class Archive> void serializeJudgement(Archive& archive, Judgement& judgement)
{
    archive& judgement.pictures& judgement.loss& judgement.named& judgement.likelihood;
}

template <class Archive> void serializeTensor(Archive& archive, at::Tensor& tensor)
{
    // Through the CPU, so that a checkpoint is the same on every device.
    at::Tensor numbers = tensor.to(at::kCPU).contiguous();
    auto count = static_cast<std::uint64_t>(numbers.numel());
    archive& count;
    if constexpr (Archive::is_loading::value) {
        if (count != static_cast<std::uint64_t>(numbers.numel()))
            archive.refuse(fmt::format("{} numbers", numbers.numel()), fmt::format("{}", count));
        archive.load_binary(numbers.data_ptr<float>(), count * sizeof(float));
        const at::NoGradGuard noGradients;
        tensor.copy_(numbers);
    } else {
        archive.save_binary(numbers.data_ptr<float>(), count * sizeof(float));
    }
}

/// What a training has done so far; tensors share their numbers, so loading fills the training's own.
template <class Archive>
void serializeProgress(Archive& archive, std::vector<at::Tensor> tensors, std::vector<double>& sums,
                       std::vector<std::uint64_t>& counts, TrainingOutcome& outcome)
{
    for (at::Tensor& tensor : tensors)
        serializeTensor(archive, tensor);
    serializeList(archive, sums);
    serializeList(archive, counts);
    archive& outcome.failure;
    serializeList(archive, outcome.lossEighths);
    serializeList(archive, outcome.curve,
                  [](auto& inner, Judgement& point) { serializeJudgement(inner, point); });
    serializeJudgement(archive, outcome.valid);
    serializeJudgement(archive, outcome.test);
    archive& outcome.trainSeconds& outcome.judgeSeconds& outcome.weightsHash;
}

} // namespace

TorchTraining::TorchTraining(const NetworkPlan& plan, const TrainingSettings& settings,
                             std::shared_ptr<const LearningTask> data, at::Device device,
                             std::string deviceTitle, std::string_view checkpoint)
    : m_settings(settings)
    , m_data(std::move(data))
    , m_device(device)
    , m_net(plan, {device, at::kFloat})
    , m_optimiser(settings, m_net.parameters(), m_net.gradients())
    , m_order(settings.seed, static_cast<std::int64_t>(m_data->train.count), settings.batch)
    , m_steps(stepCount(settings))
    , m_eighthSums(eighths, 0.0)
    , m_eighthCounts(eighths, 0)
{
    requireSettings(settings, *m_data);
    requireShape(plan, *m_data);
    m_train = toDevice(m_data->train, *m_data, device);
    m_valid = toDevice(m_data->valid, *m_data, device);
    m_test = toDevice(m_data->test, *m_data, device);
    m_net.initialise(settings.seed);
    if (settings.averaging > 0) {
        m_averageParameters = m_net.parameters().clone();
        m_averageStatistics = m_net.statistics().clone();
    }
    m_outcome.parameters = static_cast<std::uint64_t>(m_net.parameters().numel());
    m_outcome.device = std::move(deviceTitle);
    m_outcome.library = libraryName();
    if (!checkpoint.empty())
        restore(checkpoint);
}

double TorchTraining::progress() const
{
    if (done())
        return 1;
    // The judging at the end weighs about as much as a fifth of the default training.
    const double whole = static_cast<double>(m_steps) * 1.2;
    return static_cast<double>(m_step) / whole;
}

bool TorchTraining::advance(std::uint32_t steps)
{
    return translated([&] {
        useOneThread();
        for (std::uint32_t i = 0; i < steps && !done(); ++i)
            advanceOne();
        return !done();
    });
}

std::uint64_t TorchTraining::curveStep(std::size_t index) const
{
    return static_cast<std::uint64_t>(std::llround(m_settings.curveAt[index] * static_cast<double>(m_steps)));
}

void TorchTraining::advanceOne()
{
    const Stopwatch stopwatch(m_device);
    const std::size_t point = m_outcome.curve.size();
    if (point < m_settings.curveAt.size() && curveStep(point) <= m_step) {
        m_outcome.curve.push_back(judge(m_valid, static_cast<std::int64_t>(m_settings.curveRows)));
        m_outcome.judgeSeconds += stopwatch.seconds();
    } else if (m_phase == Phase::Training) {
        trainStep();
        m_outcome.trainSeconds += stopwatch.seconds();
    } else {
        finish();
        m_outcome.judgeSeconds += stopwatch.seconds();
    }
}

void TorchTraining::trainStep()
{
    const at::Tensor rows = m_order.rows(m_step).to(m_device);
    at::Tensor pictures = m_train.pictures.index_select(0, rows);
    if (augments(m_settings))
        pictures = augmented(m_settings, m_step, pictures);
    m_net.gradients().zero_();
    const at::Tensor loss = lossOf(m_net.plan().task, m_net.forward(pictures, Normalising::Batch),
                                   m_train.targets.index_select(0, rows));
    const double value = loss.item<double>();
    if (!std::isfinite(value))
        return fail(fmt::format("the loss is not a number at step {}", m_step + 1));
    loss.backward();
    m_optimiser.step(learningRate(m_settings, m_step, m_steps));
    updateAverage();
    const std::size_t eighth = m_step * eighths / m_steps;
    m_eighthSums[eighth] += value;
    ++m_eighthCounts[eighth];
    ++m_step;
    if (m_step == m_steps)
        m_phase = Phase::Judging;
    if (m_step == m_steps || m_step * eighths / m_steps != eighth) {
        // With fewer than eight steps some eighths stay empty; they have the value before them.
        for (std::size_t i = m_outcome.lossEighths.size(); i <= eighth; ++i)
            m_outcome.lossEighths.push_back(
                m_eighthCounts[i] > 0 ? m_eighthSums[i] / static_cast<double>(m_eighthCounts[i]) : value);
    }
}

void TorchTraining::updateAverage()
{
    if (!m_averageParameters.defined())
        return;
    const at::NoGradGuard noGradients;
    m_averageParameters.lerp_(m_net.parameters(), 1 - m_settings.averaging);
    m_averageStatistics.lerp_(m_net.statistics(), 1 - m_settings.averaging);
}

Judgement TorchTraining::judge(const DevicePart& part, std::int64_t rows) const
{
    const at::NoGradGuard noGradients;
    at::Tensor keptParameters;
    at::Tensor keptStatistics;
    if (m_averageParameters.defined()) {
        keptParameters = m_net.parameters().clone();
        keptStatistics = m_net.statistics().clone();
        m_net.parameters().copy_(m_averageParameters);
        m_net.statistics().copy_(m_averageStatistics);
    }
    Judge judge(m_net.plan().task);
    const std::int64_t count = std::min(rows, part.count);
    for (std::int64_t at = 0; at < count; at += judgeBatch) {
        const std::int64_t size = std::min(judgeBatch, count - at);
        judge.add(m_net.forward(part.pictures.narrow(0, at, size), Normalising::Running),
                  part.targets.narrow(0, at, size));
    }
    if (keptParameters.defined()) {
        m_net.parameters().copy_(keptParameters);
        m_net.statistics().copy_(keptStatistics);
    }
    return judge.judgement();
}

void TorchTraining::finish()
{
    m_outcome.valid = judge(m_valid, m_valid.count);
    m_outcome.test = judge(m_test, m_test.count);
    m_outcome.weightsHash = weightsHash();
    const auto isBad = [](const Judgement& judgement) {
        return !std::isfinite(judgement.loss) || !std::isfinite(judgement.named)
            || !std::isfinite(judgement.likelihood);
    };
    if (isBad(m_outcome.valid) || isBad(m_outcome.test))
        return fail("the trained network's answers are not numbers");
    m_phase = Phase::Done;
}

void TorchTraining::fail(std::string reason)
{
    m_outcome.failure = std::move(reason);
    m_outcome.valid = {};
    m_outcome.test = {};
    m_phase = Phase::Done;
}

std::string TorchTraining::weightsHash() const
{
    Sha256 hash;
    const bool isAveraged = m_averageParameters.defined();
    for (const at::Tensor& tensor : {isAveraged ? m_averageParameters : m_net.parameters(),
                                     isAveraged ? m_averageStatistics : m_net.statistics()}) {
        const at::Tensor numbers = tensor.to(at::kCPU).contiguous();
        hash.update({static_cast<const std::byte*>(numbers.data_ptr()),
                     static_cast<std::size_t>(numbers.numel()) * sizeof(float)});
    }
    return hash.hexDigest();
}

std::string TorchTraining::fingerprint() const
{
    const NetworkPlan& plan = m_net.plan();
    std::string text = fmt::format("{} {} {}|", name(plan.skeleton.kind),
                                   fmt::join(plan.skeleton.channels, ","), plan.skeleton.cellsPerStage);
    for (const CellProgram::Unit& unit : plan.cell.units)
        text += fmt::format("{}{}({})", static_cast<int>(unit.family), unit.strided ? "s" : "",
                            fmt::join(unit.inputs, ","));
    const TrainingSettings& s = m_settings;
    text += fmt::format("({})|{} {} {} {} {} {} {} {}|{} {} {} {} {} {} {}|{} {}|{}",
                        fmt::join(plan.cell.output, ","), static_cast<int>(s.optimiser),
                        static_cast<int>(s.schedule), s.learningRate, s.warmUp, s.momentum, s.nesterov,
                        s.weightDecay, s.averaging, s.batch, s.passes, s.mirror, s.cropPadding, s.cutout,
                        s.seed, s.curveRows, fmt::join(s.curveAt, ","), m_data->name, m_data->checksum);
    return sha256(text);
}

std::vector<at::Tensor> TorchTraining::state() const
{
    std::vector<at::Tensor> tensors{m_net.parameters(), m_net.statistics()};
    tensors.insert(tensors.end(), m_optimiser.state().begin(), m_optimiser.state().end());
    if (m_averageParameters.defined()) {
        tensors.push_back(m_averageParameters);
        tensors.push_back(m_averageStatistics);
    }
    return tensors;
}

std::string TorchTraining::checkpoint() const
{
    return translated([&] {
        PortableOArchive archive;
        archive.save(checkpointFormat);
        archive.save(fingerprint());
        archive.save(m_step);
        archive.save(static_cast<std::uint8_t>(m_phase));
        // Copies: one function saves and loads.
        std::vector<double> sums = m_eighthSums;
        std::vector<std::uint64_t> counts = m_eighthCounts;
        TrainingOutcome outcome = m_outcome;
        serializeProgress(archive, state(), sums, counts, outcome);
        return archive.bytes();
    });
}

void TorchTraining::restore(std::string_view bytes)
{
    PortableIArchive archive(bytes);
    std::uint32_t format = 0;
    archive.load(format);
    if (format > checkpointFormat)
        throw Error(ErrorCode::RecordNewer)
            .expecting(fmt::format("a checkpoint of format {}", checkpointFormat))
            .butFound(fmt::format("format {}", format));
    std::string print;
    archive.load(print);
    if (print != fingerprint())
        throw Error(ErrorCode::CheckpointMismatch)
            .expecting("a checkpoint of the same network, settings and data")
            .butFound("one of others")
            .hinting("Start the training anew, or give it the plan that the checkpoint was made with.");
    archive.load(m_step);
    std::uint8_t phase = 0;
    archive.load(phase);
    if (m_step > m_steps || phase > static_cast<std::uint8_t>(Phase::Done))
        archive.refuse(fmt::format("at most {} steps", m_steps), fmt::format("{}", m_step));
    m_phase = static_cast<Phase>(phase);
    serializeProgress(archive, state(), m_eighthSums, m_eighthCounts, m_outcome);
    m_optimiser.setSteps(m_step);
    if (m_eighthSums.size() != eighths || m_eighthCounts.size() != eighths)
        archive.refuse("eight sums", "another number");
    archive.requireEnd();
}

} // namespace ktnas
