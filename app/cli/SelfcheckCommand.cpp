// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "core/base/Error.h"

#include <algorithm>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// Runs a check; what it throws is a failure with its reason.
CheckResult resultOf(const Check& check)
{
    try {
        return check.run();
    } catch (const std::exception& exception) {
        return {false, exception.what()};
    }
}

int run(const Arguments& arguments, Console& console)
{
    const bool asJson = arguments.has("--json");
    Json list = Json::array();
    bool allOk = true;
    for (const Check& check : checks()) {
        if (console.stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        const CheckResult result = resultOf(check);
        allOk = allOk && result.ok;
        list.push_back({{"name", check.name}, {"ok", result.ok}, {"detail", result.detail}});
        if (!asJson)
            console.out << fmt::format("{:<6} {}: {}\n", result.ok ? "ok" : "FAILED", check.name,
                                       result.detail)
                        << std::flush;
    }
    if (asJson)
        print(console, {{"checks", std::move(list)}, {"ok", allOk}});
    return allOk ? 0 : 1;
}

} // namespace

Command selfcheckCommand()
{
    Command command;
    command.name = "selfcheck";
    command.summary = "check the engine on this machine, without any file";
    command.description = {"Computes what has a known answer and compares: random numbers and checksums with "
                           "their published test vectors, the counts "
                           "of twins of the search spaces, correlations with the values in scipy's "
                           "documentation, and every search method on a small "
                           "made-up benchmark: in one go and in pieces, written and read back. Exit code 1 "
                           "if anything does not hold."};
    command.options = {jsonOption(), helpOption()};
    command.examples = {{"ktnas selfcheck", "Takes a second."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
