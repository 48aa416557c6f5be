// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Learner.h"
#include "core/learn/plugin/TorchNames.h"

#include <cstdint>
#include <vector>

namespace ktnas {

/// See Learner::proxies(): synflow, jacob_cov, snip, grasp, fisher, grad_norm, nwot, l2_norm, plain, params,
/// flops, as Abdelfattah et al. (ICLR 2021) and Mellor et al. (ICML 2021) compute them; sums go over the
/// weights of convolutions and linear layers, batch normalisation uses the batch.
std::vector<ProxyValue> proxiesOf(const NetworkPlan& plan, const LearningTask& data, std::uint64_t seed,
                                  std::uint32_t batch, const at::Device& device);

/// Σ |W·∂R/∂W| with R = Σ outputs, all parameters made positive, no normalisation, one picture of ones, in
/// double precision (Tanaka et al. 2020).
double synflow(const NetworkPlan& plan, std::uint64_t seed, const at::Device& device);

/// −Σ (log(λ + 1e-5) + 1 / (λ + 1e-5)) over the eigenvalues of the correlation of the rows of `jacobian`.
double jacobianCovariance(const at::Tensor& jacobian);

/// log |det Σ c·cᵀ + (1 − c)(1 − c)ᵀ| over the signs c of what goes into each ReLU, one row a picture.
double activationCodes(const std::vector<at::Tensor>& reluInputs);

} // namespace ktnas
