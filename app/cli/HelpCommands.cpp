// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"
#include "app/cli/Commands.h"
#include "app/cli/Console.h"
#include "app/cli/Help.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

int runHelp(const Arguments& arguments, Console& console)
{
    if (arguments.operands().empty())
        console.out << overview();
    else
        console.out << helpFor(commandByName(arguments.operands().front()));
    return 0;
}

int runCompletion(const Arguments& arguments, Console& console)
{
    const std::string& shell = arguments.operands().front();
    if (shell != "bash")
        throw Error(ErrorCode::BadArgument)
            .inColumn("SHELL")
            .expecting("bash")
            .butFound(fmt::format("“{}”", excerpt(shell)));
    console.out << bashCompletion();
    return 0;
}

int runMan(const Arguments&, Console& console)
{
    console.out << manPage();
    return 0;
}

} // namespace

Command helpCommand()
{
    Command command;
    command.name = "help";
    command.summary = "explain a command, with examples";
    command.description = {"Explains one command: its operands, its options with their defaults, examples to "
                           "try, and the exit codes. "
                           "Without a command it lists all commands."};
    command.operands = {{"COMMAND", "The command to explain.", ValueKind::Text, true, false}};
    command.options = {helpOption()};
    command.examples = {{"ktnas help search", "Explains how to run a search."}};
    command.run = runHelp;
    return command;
}

Command completionCommand()
{
    Command command;
    command.name = "completion";
    command.summary = "print a completion script for the shell";
    command.description = {"Prints a script that lets the shell complete commands, options, methods, "
                           "settings and file names with "
                           "the tabulator key. It is made from the same descriptions as this text."};
    command.operands = {
        {"SHELL", "The shell; bash is the one that is known.", ValueKind::Text, false, false}};
    command.options = {helpOption()};
    command.examples = {{"source <(ktnas completion bash)", "Completes in this shell from now on."}};
    command.run = runCompletion;
    return command;
}

Command manCommand()
{
    Command command;
    command.name = "man";
    command.summary = "print the man page";
    command.description = {
        "Prints the man page ktnas(1) as troff source: all commands with their options, and all methods with "
        "their settings."};
    command.options = {helpOption()};
    command.examples = {{"ktnas man | man -l -", "Shows the page without installing it."}};
    command.run = runMan;
    return command;
}

} // namespace ktnas::cli
