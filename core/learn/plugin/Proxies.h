// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Learner.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <vector>

namespace ktnas {

/// See Learner::proxies().
std::vector<ProxyValue> proxiesOf(const NetworkPlan& plan, const LearningTask& data, std::uint64_t seed,
                                  std::uint32_t batch, at::Device device);

} // namespace ktnas
