// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Cli.h"

#include "app/cli/Arguments.h"
#include "app/cli/Description.h"
#include "app/cli/Help.h"
#include "app/cli/WorkCommand.h"
#include "core/base/Error.h"

#include <new>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

int runCommand(const Command& command, std::span<const std::string> words, Console& console)
{
    try {
        const Arguments arguments(command, words);
        if (arguments.has("--help")) {
            console.out << helpFor(command);
            return 0;
        }
        return command.run(arguments, console);
    } catch (Error& error) {
        if (error.code == ErrorCode::BadArgument) {
            const std::string advice = fmt::format("“ktnas help {}” explains the command.", command.name);
            error.hinting(error.hint.empty() ? advice : error.hint + ' ' + advice);
        }
        throw;
    }
}

int dispatch(std::span<const std::string> words, Console& console)
{
    if (words.empty()) {
        console.err << overview();
        return exitCode(ErrorCode::BadArgument);
    }
    if (words[0] == "--help" || words[0] == "-h") {
        console.out << overview();
        return 0;
    }
    if (words[0] == "--version") {
        console.out << "ktnas " << version() << '\n';
        return 0;
    }
    if (words[0] == "work")
        return runWork(words.subspan(1));
    return runCommand(commandByName(words[0]), words.subspan(1), console);
}

/// What was printed must have arrived: a full disk behind `>` is a failure.
void checkArrived(std::ostream& out)
{
    out.flush();
    if (!out)
        throw Error(ErrorCode::WriteFailed).inFile("standard output").hinting("The disk may be full.");
}

int fail(Console& console, const Error& error)
{
    console.err << describe(error) << '\n';
    return exitCode(error.code);
}

} // namespace

int runCli(std::span<const std::string> words, Console& console)
{
    try {
        const int code = dispatch(words, console);
        checkArrived(console.out);
        return code;
    } catch (const Error& error) {
        return fail(console, error);
    } catch (const std::bad_alloc&) {
        return fail(console, Error(ErrorCode::OutOfMemory));
    } catch (const std::exception& exception) {
        return fail(console, Error(ErrorCode::Internal).butFound(exception.what()));
    }
}

} // namespace ktnas::cli
