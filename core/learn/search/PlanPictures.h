// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/BenchmarkPlan.h"

#include <string>
#include <utility>
#include <vector>

namespace ktnas {

// A plan that travels cannot know where pictures lie elsewhere. It names them by a word, {"pictures":
// "mnist"}, which is a folder or file beside the plan or in the working folder, or else is told by whoever
// opens it: name and path.

/// The names of a plan's pictures that are not found where they point, in the order of the tasks. Packaged
/// sets ("fashion-mnist") are never among them: their absence has a message of its own.
std::vector<std::string> missingPictures(const BenchmarkPlan& plan);

/// Tells where pictures lie: every task with pictures of that name reads that path from then on; the plan's
/// hash stays. A name is what the plan's file has, or the last part of the path that it came to. Throws
/// BadArgument, listing the plan's names, for a name that it does not have.
void placePictures(BenchmarkPlan& plan, const std::vector<std::pair<std::string, std::string>>& places);

/// Throws FileMissing for the first of missingPictures(), with how to say where they are on the command line.
void requirePictures(const BenchmarkPlan& plan);

} // namespace ktnas
