// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Checks.h"
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "core/base/Error.h"
#include "core/learn/api/Learner.h"

#include <string>
#include <utility>

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
    const auto report = [&](const std::string& name, bool ok, const std::string& detail) {
        allOk = allOk && ok;
        list.push_back({{"name", name}, {"ok", ok}, {"detail", detail}});
        if (!asJson)
            console.out << fmt::format("{:<6} {}: {}\n", ok ? "ok" : "FAILED", name, detail) << std::flush;
    };
    for (const Check& check : checks()) {
        if (console.stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        const CheckResult result = resultOf(check);
        report(check.name, result.ok, result.detail);
    }
    // The plugin costs most of a second to open and may not be there: only for those who ask.
    if (arguments.has("--learn") || arguments.has("--device")) {
        const auto learner = openLearner();
        const std::string device = arguments.value("--device").value_or("cpu");
        for (const LearnerCheck& check : learner->selfcheck(device, console.stop))
            report(check.name, check.ok, check.detail);
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
                           "if anything does not hold.",
                           "With --learn or --device, the part that trains networks as well: every loss, "
                           "metric, optimiser, kind of network and gradient against known values, and on a "
                           "GPU beside the CPU."};
    Option device;
    device.name = "--device";
    device.value = "D";
    device.text = "Check training too, on the CPU and there: cpu, cuda or cuda:1.";
    Option learn;
    learn.name = "--learn";
    learn.text = "Check training too, on the CPU.";
    command.options = {std::move(device), std::move(learn), jsonOption(), helpOption()};
    command.examples = {{"ktnas selfcheck", "Takes a second."},
                        {"ktnas selfcheck --device cuda", "Compares a GPU with the CPU: half a minute."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
