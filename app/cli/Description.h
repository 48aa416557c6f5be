// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas::cli {

class Arguments;
struct Console;

/// What a value is, for completion in the shell.
enum class ValueKind { Text, File, Folder, Method };

/// A word of the command line that is no option: FILE, RECORD.
struct Operand {
    std::string name; ///< in capitals: "FILE"
    std::string text; ///< what it is, one or two sentences
    ValueKind kind = ValueKind::File;
    bool optional = false;
    bool repeated = false; ///< the last operand may be given several times
};

/// `--name VALUE` or `--name`.
struct Option {
    std::string name; ///< with its dashes: "--seed"
    std::string value; ///< name of the value, in capitals; empty for a flag
    std::string defaultValue; ///< as typed; empty where leaving the option out means something else
    std::string text; ///< what it does, one to three sentences
    ValueKind kind = ValueKind::Text;
    bool repeated = false;
    bool required = false;
};

/// A line to try, and what it shows.
struct Example {
    std::string line;
    std::string text;
};

/// One command: all that parsing, `--help`, completion and the man page know about it.
struct Command {
    std::string name;
    std::string summary; ///< a few words for the list of commands
    std::vector<std::string> description; ///< paragraphs
    std::vector<Operand> operands;
    std::vector<Option> options;
    std::vector<Example> examples;
    /// Does the work; returns the exit code 0 or 1. Throws Error.
    int (*run)(const Arguments& arguments, Console& console) = nullptr;
};

/// All commands in the order of the help.
std::span<const Command> commands();
/// The command of that name; throws BadArgument with the known ones and the nearest.
const Command& commandByName(std::string_view name);

/// `--json` and `--help`, which every command has.
Option jsonOption();
Option helpOption();

/// The exit codes, as help and man page print them: "0", "done".
struct ExitCode {
    std::string_view code;
    std::string_view text;
};
std::span<const ExitCode> exitCodes();

} // namespace ktnas::cli
