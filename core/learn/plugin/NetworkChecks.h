// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Network.h"
#include "core/learn/plugin/TorchNames.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ktnas {

/// A network to check, and made-up pictures for it.
struct NetworkCase {
    std::string name;
    NetworkPlan plan;
    std::shared_ptr<const LearningTask> data;
};
/// Every skeleton with every operation, every head with every loss that goes with it.
std::vector<NetworkCase> networkCases();

/// Numbers of a normal distribution on the CPU, the same everywhere.
at::Tensor drawn(const std::vector<std::int64_t>& sizes, std::uint32_t slot);
/// The largest difference, relative to the largest number but not to less than 1.
double distance(const at::Tensor& a, const at::Tensor& b);

/// Whether a check holds, and what came out in a few words.
using Finding = std::pair<bool, std::string>;
/// The slope along a drawn direction, by backward() and by differences, in double precision.
Finding gradientCheck(const NetworkCase& each, const at::Device& device);
Finding proxiesCheck(const NetworkCase& each, const at::Device& device);
/// Folded normalisation against the plain one, after a training that moved its statistics.
Finding evaluationCheck(const NetworkCase& each, const at::Device& device);
/// Learns what it was shown, and does so to the same bits at once, in pieces and through checkpoints.
Finding trainingCheck(const NetworkCase& each, const at::Device& device);
/// Output, gradient, statistics and metrics of one step there and on the CPU.
Finding likeTheCpuCheck(const NetworkCase& each, const at::Device& device);
/// A cell as its benchmark builds it and as we train it give the same, once the weights are copied: for some
/// assignment of the units of one to those of the other.
Finding twinsCheck(const at::Device& device);

} // namespace ktnas
