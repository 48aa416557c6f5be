// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Description.h"

#include <string>

namespace ktnas::cli {

/// What `ktnas --help` prints: what the program is for, all commands, exit codes.
std::string overview();
/// What `ktnas help COMMAND` prints: usage, description, operands, options with defaults, examples, exit
/// codes.
std::string helpFor(const Command& command);
/// "ktnas search FILE --seed S [--tasks A,B] …"
std::string usage(const Command& command);
/// The man page ktnas(1) as troff source, from the same texts.
std::string manPage();
/// A completion script for bash, from the same texts.
std::string bashCompletion();

/// The version of the program: "0.1.0".
std::string version();

} // namespace ktnas::cli
