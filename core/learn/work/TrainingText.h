// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/JsonNode.h"
#include "core/learn/api/Network.h"
#include "core/learn/api/Training.h"

#include <nlohmann/json.hpp>

namespace ktnas {

/// Takes the keys of an object {"optimiser": "adam", "passes": 12288, …} over into `settings`; those that are
/// not named stay. The seed has no key. Throws BadPlan with the key's place for unknown keys and values that
/// cannot be used.
void readTraining(const JsonNode& node, TrainingSettings& settings);
/// All settings but the seed, as readTraining() takes them.
nlohmann::ordered_json trainingJson(const TrainingSettings& settings);

/// {"kind": "small", "channels": [16, 32], "cells_per_stage": 1}; throws BadPlan.
Skeleton readSkeleton(const JsonNode& node);
nlohmann::ordered_json skeletonJson(const Skeleton& skeleton);

} // namespace ktnas
