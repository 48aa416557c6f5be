// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Console.h"

#include <span>
#include <string>

namespace ktnas::cli {

/// The whole program but main(): runs the command that the words (without the program's name) ask for and
/// returns the exit code. Throws nothing; every error is described on console.err.
int runCli(std::span<const std::string> words, Console& console);

} // namespace ktnas::cli
