// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/JsonNode.h"
#include "core/pictures/TaskRecipe.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace ktnas {

/// The recipe that a word names: one of the built-in seven ("object"), or one made of a kind ("classes") with
/// its defaults. Throws UnknownTask with the known ones.
TaskRecipe recipeNamed(std::string_view word);

/// Takes the keys of an object {"side": 14, "train": 8192, "seed": 0, …} over into a recipe; those that are
/// not named stay. Throws BadPlan with the key's place for unknown keys and values that cannot be used.
void readRecipe(const JsonNode& node, TaskRecipe& recipe);
/// All that readRecipe() takes; what the recipe leaves open is left out.
nlohmann::ordered_json recipeJson(const TaskRecipe& recipe);

} // namespace ktnas
