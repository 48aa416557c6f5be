// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Training.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <vector>

namespace ktnas {

/// Learning rate of step `step` (0-based) of `steps`. Cosine: linear from 0 to the peak over the warm-up,
/// then half a cosine to 0. One cycle (Smith & Topin 2018, as PyTorch has it): half a cosine from a 25th of
/// the peak to the peak, then half a cosine to a 10,000th of the start.
double learningRate(const TrainingSettings& settings, std::uint64_t step, std::uint64_t steps);

/// Adam (β 0.9, 0.999, ε 1e-8) or SGD with momentum over one flat buffer. Weight decay is added to the
/// gradient, as PyTorch's Adam and SGD do.
class Optimiser {
public:
    Optimiser(const TrainingSettings& settings, at::Tensor parameters, at::Tensor gradients);
    /// One step with the gradients as they are; they are left changed.
    void step(double rate);

    /// First and second moments, or the momentum; for checkpoints.
    const std::vector<at::Tensor>& state() const { return m_state; }
    std::uint64_t steps() const { return m_steps; }
    void setSteps(std::uint64_t steps) { m_steps = steps; }

private:
    TrainingSettings m_settings;
    at::Tensor m_parameters;
    at::Tensor m_gradients;
    std::vector<at::Tensor> m_state;
    std::uint64_t m_steps = 0;
};

} // namespace ktnas
