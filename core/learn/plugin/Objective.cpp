// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/plugin/Objective.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <vector>

namespace ktnas {

namespace {

constexpr double smallestLength = 1e-8;

/// Sum of a tensor of any type as a double.
double total(const at::Tensor& tensor)
{
    return tensor.sum(at::kDouble).item<double>();
}

at::Tensor cosine(const at::Tensor& output, const at::Tensor& targets)
{
    return at::cosine_similarity(output, targets, 1, smallestLength);
}

at::Tensor directionOf(const at::Tensor& output)
{
    return output / output.norm(2, {1}, true).clamp_min(smallestLength);
}

} // namespace

DevicePart toDevice(const LearningPart& part, const LearningTask& task, at::Device device)
{
    const auto n = static_cast<std::int64_t>(part.count);
    const std::vector<std::int64_t> pictureSizes{n, static_cast<std::int64_t>(task.channels),
                                                 static_cast<std::int64_t>(task.height),
                                                 static_cast<std::int64_t>(task.width)};
    // from_blob() takes no const; nothing writes into these tensors.
    const auto wrap = [&](const std::vector<float>& numbers, const std::vector<std::int64_t>& sizes) {
        return at::from_blob(const_cast<float*>(numbers.data()), sizes, at::kFloat).to(device);
    };
    DevicePart result;
    result.count = n;
    result.pictures = wrap(part.inputs, pictureSizes);
    if (task.loss == LossKind::CrossEntropy) {
        result.targets = at::from_blob(const_cast<std::int32_t*>(part.labels.data()), {n}, at::kInt)
                             .to(at::kLong)
                             .to(device);
        return result;
    }
    std::vector<std::int64_t> sizes = pictureSizes;
    if (task.head == HeadKind::Numbers)
        sizes = {n, static_cast<std::int64_t>(task.outputs)};
    else if (task.head == HeadKind::Map)
        sizes[1] = static_cast<std::int64_t>(task.outputs);
    result.targets = wrap(part.targets, sizes);
    return result;
}

at::Tensor lossOf(const TaskShape& task, const at::Tensor& output, const at::Tensor& targets)
{
    switch (task.loss) {
    case LossKind::CrossEntropy:
        return at::cross_entropy_loss(output, targets);
    case LossKind::MeanSquares:
        return at::mse_loss(output, targets);
    case LossKind::BinaryCrossEntropy:
        return at::binary_cross_entropy_with_logits(output, targets);
    case LossKind::Cosine:
        return 1 - cosine(output, targets).mean();
    }
    throw Error(ErrorCode::Internal).butFound("an unknown loss");
}

at::Tensor structuralSimilarity(const at::Tensor& a, const at::Tensor& b, std::int64_t window)
{
    constexpr double c1 = 0.01 * 0.01;
    constexpr double c2 = 0.03 * 0.03;
    const std::int64_t high = std::min(window, a.size(2));
    const std::int64_t wide = std::min(window, a.size(3));
    const auto mean = [&](const at::Tensor& x) { return at::avg_pool2d(x, {high, wide}, {1, 1}); };
    const at::Tensor meanA = mean(a);
    const at::Tensor meanB = mean(b);
    const at::Tensor varianceA = mean(a * a) - meanA * meanA;
    const at::Tensor varianceB = mean(b * b) - meanB * meanB;
    const at::Tensor covariance = mean(a * b) - meanA * meanB;
    const at::Tensor map = (2 * meanA * meanB + c1) * (2 * covariance + c2)
        / ((meanA * meanA + meanB * meanB + c1) * (varianceA + varianceB + c2));
    return map.mean({1, 2, 3});
}

void Judge::add(const at::Tensor& output, const at::Tensor& targets)
{
    const std::int64_t n = output.size(0);
    m_count += n;
    const double loss = lossOf(m_task, output, targets).item<double>() * static_cast<double>(n);
    m_loss += loss;
    switch (m_task.loss) {
    case LossKind::CrossEntropy: {
        m_named += total(output.argmax(1).eq(targets));
        m_likelihood += total(output.softmax(1).gather(1, targets.unsqueeze(1)));
        break;
    }
    case LossKind::MeanSquares:
        m_named += m_task.head == HeadKind::Numbers ? loss : total(structuralSimilarity(output, targets));
        m_likelihood += loss;
        break;
    case LossKind::BinaryCrossEntropy: {
        const at::Tensor predicted = output.gt(0);
        const at::Tensor truth = targets.gt(0.5);
        m_named += total(predicted.logical_and(truth));
        m_union += total(predicted.logical_or(truth));
        m_likelihood += loss;
        break;
    }
    case LossKind::Cosine:
        m_named += total(structuralSimilarity(directionOf(output).narrow(1, 0, 2), targets.narrow(1, 0, 2)));
        m_likelihood += total(cosine(output, targets).mean({1, 2}));
        break;
    }
}

Judgement Judge::judgement() const
{
    Judgement result;
    result.pictures = static_cast<std::uint64_t>(m_count);
    const auto count = static_cast<double>(std::max<std::int64_t>(m_count, 1));
    result.loss = m_loss / count;
    result.likelihood = m_likelihood / count;
    if (m_task.loss == LossKind::BinaryCrossEntropy)
        // Nothing to find and nothing found is a perfect answer.
        result.named = m_union > 0 ? m_named / m_union : 1;
    else
        result.named = m_named / count;
    return result;
}

} // namespace ktnas
