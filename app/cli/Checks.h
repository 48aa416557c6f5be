// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <memory>
#include <span>
#include <string>

namespace ktnas::cli {

/// What came out of a check, in a few words.
struct CheckResult {
    bool ok = false;
    std::string detail;
};

/// One thing that `ktnas selfcheck` computes and compares.
struct Check {
    std::string name;
    CheckResult (*run)() = nullptr;
};

std::span<const Check> checks();

/// A made-up benchmark of all cells of NAS-Bench-201 with two related tasks and a proxy; the same on every
/// machine.
std::shared_ptr<const Table> madeUpTable();

} // namespace ktnas::cli
