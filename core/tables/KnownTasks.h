// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <string_view>

namespace ktnas {

/// Fills in a task's titles: the usual ones for the tasks of the known benchmarks ("CIFAR-10", "C10"), else
/// made from the name ("my_birds" → "My birds", "Mybird").
void nameTask(Task& task);

/// Fills in what the published benchmarks say about a value and the file does not: epochs and trials. Only
/// for their own tasks and metrics; `isComplete` says that every cell of the space has a row, without which
/// the table may be anyone's.
void completePassport(Task& task, const Space& space, bool isComplete);

/// The task on the same pictures whose proxies serve this one too: "cifar10" for "cifar100"; else empty.
std::string_view proxySubstitute(std::string_view taskName);

} // namespace ktnas
