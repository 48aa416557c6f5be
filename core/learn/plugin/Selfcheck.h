// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/api/Learner.h"
#include "core/learn/plugin/TorchNames.h"

#include <stop_token>
#include <vector>

namespace ktnas {

/// See Learner::selfcheck().
std::vector<LearnerCheck> runSelfcheck(const at::Device& device, std::stop_token stop);

} // namespace ktnas
