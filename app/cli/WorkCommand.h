// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace ktnas::cli {

/// `ktnas work [--nice N]`: a worker process of a WorkerPool. Not for people, so it is in no list of
/// commands. Throws BadArgument where nobody gives orders.
int runWork(std::span<const std::string> words);

} // namespace ktnas::cli
