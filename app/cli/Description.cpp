// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Description.h"

#include "app/cli/Commands.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

#include <array>

#include <fmt/format.h>

namespace ktnas::cli {

std::span<const Command> commands()
{
    static const std::vector<Command> all{
        infoCommand(),       disorderCommand(), searchCommand(),         replayCommand(), forkCommand(),
        experimentCommand(), datasetCommand(),  buildBenchmarkCommand(), trainCommand(),  verifyCommand(),
        selfcheckCommand(),  helpCommand(),     completionCommand(),     manCommand()};
    return all;
}

const Command& commandByName(std::string_view name)
{
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        if (command.name == name)
            return command;
        names.push_back(command.name);
    }
    Error error(ErrorCode::BadArgument);
    error.expecting(fmt::format("one of the commands {}", listed(names)))
        .butFound(fmt::format("“{}”", excerpt(name)));
    if (const auto meant = nearest(name, names))
        error.hinting(fmt::format("Did you mean {}?", *meant));
    throw error;
}

Option jsonOption()
{
    Option option;
    option.name = "--json";
    option.text = "Print one JSON object on standard output instead of text.";
    return option;
}

Option helpOption()
{
    Option option;
    option.name = "--help";
    option.text = "Explain the command and do nothing else. -h does the same.";
    return option;
}

std::span<const ExitCode> exitCodes()
{
    static constexpr std::array<ExitCode, 5> codes{{
        {"0", "done"},
        {"1", "failed (disk full, a check that did not hold)"},
        {"2", "wrong use: an unknown command, option, task, method or setting"},
        {"3", "a bad input file; the message names file and place"},
        {"130", "cancelled with Ctrl+C; a record keeps what was done"},
    }};
    return codes;
}

} // namespace ktnas::cli
