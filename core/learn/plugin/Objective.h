// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"

#include <ATen/core/Tensor.h>

#include <cstdint>

namespace ktnas {

/// One split on a device: pictures and answers as tensors. On the CPU the tensors are the task's own memory.
struct DevicePart {
    at::Tensor pictures; ///< n × channels × height × width
    at::Tensor targets; ///< n labels (int64), or n × the shape of the head's output
    std::int64_t count = 0;
};
DevicePart toDevice(const LearningPart& part, const LearningTask& task, at::Device device);

/// Mean loss of a batch, as a tensor to differentiate.
at::Tensor lossOf(const TaskShape& task, const at::Tensor& output, const at::Tensor& targets);

/// Structural similarity of each picture (n × channels × height × width, dynamic range 1; Wang et al. 2004)
/// with a box of `window` pixels and uniform weights: the mean over channels and all whole windows. Pictures
/// smaller than the window are one window.
at::Tensor structuralSimilarity(const at::Tensor& a, const at::Tensor& b, std::int64_t window = 5);

/// Adds up what a Judgement needs, batch by batch.
class Judge {
public:
    explicit Judge(const TaskShape& task)
        : m_task(task)
    {
    }
    void add(const at::Tensor& output, const at::Tensor& targets);
    Judgement judgement() const;

private:
    TaskShape m_task;
    std::int64_t m_count = 0;
    double m_loss = 0;
    double m_named = 0; ///< sum over pictures; hits for IoU
    double m_union = 0;
    double m_likelihood = 0;
};

} // namespace ktnas
