// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/ConstantPredictor.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace ktnas {
namespace {

/// The constant answer: probabilities of classes, or numbers laid out as a picture's targets.
using Answer = std::vector<double>;

bool isMap(const LearningTask& task)
{
    return task.head == HeadKind::Map;
}

/// Pictures with one value for each number of the target.
std::span<const float> targetsOf(const LearningTask& task, const LearningPart& part, std::size_t picture)
{
    return std::span(part.targets).subspan(picture * task.targetSize, task.targetSize);
}

Answer classShares(const LearningTask& task)
{
    Answer shares(task.outputs, 0);
    for (const std::int32_t label : task.train.labels)
        shares[static_cast<std::size_t>(label)] += 1;
    for (double& share : shares)
        share /= static_cast<double>(task.train.count);
    return shares;
}

/// Mean target over the training pictures; of maps, over all pixels of a channel too.
Answer meanTarget(const LearningTask& task)
{
    Answer mean(task.targetSize, 0);
    for (std::size_t i = 0; i < task.train.count; ++i) {
        const auto targets = targetsOf(task, task.train, i);
        for (std::size_t j = 0; j < mean.size(); ++j)
            mean[j] += targets[j];
    }
    for (double& value : mean)
        value /= static_cast<double>(task.train.count);
    if (!isMap(task))
        return mean;
    const std::size_t pixels = task.targetSize / task.outputs;
    for (std::size_t c = 0; c < task.outputs; ++c) {
        const std::span<double> channel = std::span(mean).subspan(c * pixels, pixels);
        double sum = 0;
        for (const double value : channel)
            sum += value;
        std::ranges::fill(channel, sum / static_cast<double>(pixels));
    }
    return mean;
}

Answer bestAnswer(const LearningTask& task)
{
    if (task.loss == LossKind::CrossEntropy)
        return classShares(task);
    Answer answer = meanTarget(task);
    if (task.loss == LossKind::BinaryCrossEntropy) {
        const double count = static_cast<double>(task.train.count)
            * static_cast<double>(isMap(task) ? task.targetSize / task.outputs : 1);
        for (double& share : answer)
            share = (share * count + 0.5) / (count + 1);
    } else if (task.loss == LossKind::Cosine) {
        const std::size_t pixels = task.targetSize / task.outputs;
        for (std::size_t p = 0; p < pixels; ++p) {
            double squares = 0;
            for (std::size_t c = 0; c < task.outputs; ++c)
                squares += answer[c * pixels + p] * answer[c * pixels + p];
            for (std::size_t c = 0; c < task.outputs && squares > 0; ++c)
                answer[c * pixels + p] /= std::sqrt(squares);
        }
    }
    return answer;
}

/// Structural similarity of one channel with a uniform window of 5 pixels, as the trainer takes it.
double similarity(std::span<const double> a, std::span<const float> b, std::size_t height, std::size_t width)
{
    constexpr double c1 = 0.01 * 0.01;
    constexpr double c2 = 0.03 * 0.03;
    const std::size_t high = std::min<std::size_t>(5, height);
    const std::size_t wide = std::min<std::size_t>(5, width);
    const auto n = static_cast<double>(high * wide);
    double total = 0;
    std::size_t windows = 0;
    for (std::size_t top = 0; top + high <= height; ++top) {
        for (std::size_t left = 0; left + wide <= width; ++left, ++windows) {
            double sumA = 0;
            double sumB = 0;
            double squaresA = 0;
            double squaresB = 0;
            double products = 0;
            for (std::size_t y = top; y < top + high; ++y) {
                for (std::size_t x = left; x < left + wide; ++x) {
                    const double valueA = a[y * width + x];
                    const double valueB = b[y * width + x];
                    sumA += valueA;
                    sumB += valueB;
                    squaresA += valueA * valueA;
                    squaresB += valueB * valueB;
                    products += valueA * valueB;
                }
            }
            const double meanA = sumA / n;
            const double meanB = sumB / n;
            const double spread = squaresA / n - meanA * meanA + squaresB / n - meanB * meanB;
            const double common = products / n - meanA * meanB;
            total += (2 * meanA * meanB + c1) * (2 * common + c2)
                / ((meanA * meanA + meanB * meanB + c1) * (spread + c2));
        }
    }
    return total / static_cast<double>(windows);
}

/// Mean similarity over the first `channels` channels of an answer in the form of a picture.
double similarity(const LearningTask& task, const Answer& answer, std::span<const float> targets,
                  std::size_t channels)
{
    const std::size_t pixels = task.height * task.width;
    double sum = 0;
    for (std::size_t c = 0; c < channels; ++c)
        sum += similarity(std::span(answer).subspan(c * pixels, pixels), targets.subspan(c * pixels, pixels),
                          task.height, task.width);
    return sum / static_cast<double>(channels);
}

Judgement judgeClasses(const LearningPart& part, const Answer& shares)
{
    const auto likeliest = std::ranges::max_element(shares) - shares.begin();
    // As many as the sum of the training pictures can tell: a class that never occurred is not impossible.
    constexpr double smallest = 1e-9;
    Judgement judgement;
    for (const std::int32_t label : part.labels) {
        const double share = shares[static_cast<std::size_t>(label)];
        judgement.loss -= std::log(std::max(share, smallest));
        judgement.named += label == likeliest ? 1 : 0;
        judgement.likelihood += share;
    }
    const auto count = static_cast<double>(part.count);
    judgement.loss /= count;
    judgement.named /= count;
    judgement.likelihood /= count;
    return judgement;
}

double meanSquares(std::span<const float> targets, const Answer& answer)
{
    double sum = 0;
    for (std::size_t j = 0; j < answer.size(); ++j)
        sum += (targets[j] - answer[j]) * (targets[j] - answer[j]);
    return sum / static_cast<double>(answer.size());
}

Judgement judgeNumbers(const LearningTask& task, const LearningPart& part, const Answer& answer)
{
    Judgement judgement;
    const bool isPicture = task.head != HeadKind::Numbers;
    for (std::size_t i = 0; i < part.count; ++i) {
        const auto targets = targetsOf(task, part, i);
        judgement.loss += meanSquares(targets, answer);
        if (isPicture)
            judgement.named +=
                similarity(task, answer, targets, task.targetSize / (task.height * task.width));
    }
    const auto count = static_cast<double>(part.count);
    judgement.loss /= count;
    judgement.named = isPicture ? judgement.named / count : judgement.loss;
    judgement.likelihood = judgement.loss;
    return judgement;
}

Judgement judgeMask(const LearningTask& task, const LearningPart& part, const Answer& shares)
{
    double both = 0;
    double either = 0;
    Judgement judgement;
    for (std::size_t i = 0; i < part.count; ++i) {
        const auto targets = targetsOf(task, part, i);
        double loss = 0;
        for (std::size_t j = 0; j < shares.size(); ++j) {
            loss -= targets[j] * std::log(shares[j]) + (1 - targets[j]) * std::log(1 - shares[j]);
            const bool isGuessed = shares[j] > 0.5;
            const bool isTrue = targets[j] > 0.5F;
            both += isGuessed && isTrue ? 1 : 0;
            either += isGuessed || isTrue ? 1 : 0;
        }
        judgement.loss += loss / static_cast<double>(shares.size());
    }
    judgement.loss /= static_cast<double>(part.count);
    judgement.named = either > 0 ? both / either : 1;
    judgement.likelihood = judgement.loss;
    return judgement;
}

Judgement judgeDirections(const LearningTask& task, const LearningPart& part, const Answer& answer)
{
    const std::size_t pixels = task.targetSize / task.outputs;
    Judgement judgement;
    for (std::size_t i = 0; i < part.count; ++i) {
        const auto targets = targetsOf(task, part, i);
        double sum = 0;
        for (std::size_t j = 0; j < answer.size(); ++j)
            sum += answer[j] * targets[j];
        judgement.likelihood += sum / static_cast<double>(pixels);
        judgement.named += similarity(task, answer, targets, std::min<std::size_t>(2, task.outputs));
    }
    const auto count = static_cast<double>(part.count);
    judgement.named /= count;
    judgement.likelihood /= count;
    judgement.loss = 1 - judgement.likelihood;
    return judgement;
}

Judgement judge(const LearningTask& task, const LearningPart& part, const Answer& answer)
{
    Judgement judgement;
    if (part.count > 0) {
        switch (task.loss) {
        case LossKind::CrossEntropy:
            judgement = judgeClasses(part, answer);
            break;
        case LossKind::MeanSquares:
            judgement = judgeNumbers(task, part, answer);
            break;
        case LossKind::BinaryCrossEntropy:
            judgement = judgeMask(task, part, answer);
            break;
        case LossKind::Cosine:
            judgement = judgeDirections(task, part, answer);
            break;
        }
    }
    judgement.pictures = part.count;
    return judgement;
}

} // namespace

TrainingOutcome constantOutcome(const LearningTask& task)
{
    KTNAS_ASSERT(task.train.count > 0);
    const Answer answer = bestAnswer(task);
    TrainingOutcome outcome;
    outcome.valid = judge(task, task.valid, answer);
    outcome.test = judge(task, task.test, answer);
    return outcome;
}

} // namespace ktnas
