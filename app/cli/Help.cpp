// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Help.h"

#include "app/cli/TextTable.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

std::string operandUsage(const Operand& operand)
{
    const std::string text = operand.name + (operand.repeated ? "…" : "");
    return operand.optional ? fmt::format("[{}]", text) : text;
}

std::string optionUsage(const Option& option)
{
    std::string text = option.value.empty() ? option.name : fmt::format("{} {}", option.name, option.value);
    return option.required ? text : fmt::format("[{}]{}", text, option.repeated ? "…" : "");
}

std::string optionText(const Option& option)
{
    std::string text = option.text;
    if (option.required)
        text += " Required.";
    if (!option.defaultValue.empty())
        text += fmt::format(" Default: {}.", option.defaultValue);
    if (option.repeated)
        text += " May be given several times.";
    return text;
}

/// A name on the left and its text beside it, or below where the name is long.
std::string entry(std::string_view name, std::string_view text)
{
    constexpr std::size_t column = 24;
    std::string result = wrapped(text, column);
    const std::size_t width = displayWidth(name) + 2;
    if (width + 2 <= column)
        result.replace(0, width, fmt::format("  {}", name));
    else
        result.insert(0, fmt::format("  {}\n", name));
    return result;
}

std::string exitCodeEntries()
{
    std::string text = "Exit codes:\n";
    for (const ExitCode& code : exitCodes())
        text += fmt::format("  {:<5} {}\n", code.code, code.text);
    return text;
}

} // namespace

std::string version()
{
    return KTNAS_VERSION;
}

std::string usage(const Command& command)
{
    std::string text = "ktnas " + command.name;
    for (const Operand& operand : command.operands)
        text += ' ' + operandUsage(operand);
    for (const Option& option : command.options)
        text += ' ' + optionUsage(option);
    return text;
}

std::string overview()
{
    std::string text = "ktnas – see and steer multi-task architecture search\n\n";
    text += wrapped(
        "Looks at benchmark tables of neural architectures, measures where two tasks disagree about them, "
        "and runs "
        "searches that learn from one task for another, each with a record that can be replayed and forked.");
    text += "\nUsage: ktnas COMMAND [OPTIONS]\n\nCommands:\n";
    for (const Command& command : commands())
        text += entry(command.name, command.summary);
    text += "\n";
    text += entry("--version", "Print the version.");
    text += entry("--help", "Print this text; behind a command, the command's.");
    text += "\n" + exitCodeEntries() + "\n";
    text += wrapped("“ktnas help COMMAND” explains a command and shows examples. KTNAS_THREADS in the "
                    "environment limits the "
                    "threads; results do not depend on it.");
    return text;
}

std::string helpFor(const Command& command)
{
    std::string text = wrapped("Usage: " + usage(command), 0, 71);
    // Continued lines of the usage stand behind the command's name.
    for (std::size_t at = text.find('\n'); at + 1 < text.size(); at = text.find('\n', at + 1))
        text.insert(at + 1, "         ");
    text += '\n';
    for (const std::string& paragraph : command.description)
        text += wrapped(paragraph) + '\n';
    if (!command.operands.empty()) {
        text += "Operands:\n";
        for (const Operand& operand : command.operands)
            text += entry(operand.name, operand.text);
        text += '\n';
    }
    text += "Options:\n";
    for (const Option& option : command.options)
        text += entry(option.value.empty() ? option.name : fmt::format("{} {}", option.name, option.value),
                      optionText(option));
    text += "\nExamples:\n";
    for (const Example& example : command.examples)
        text += fmt::format("  {}\n{}", example.line, wrapped(example.text, 6));
    return text + '\n' + exitCodeEntries();
}

} // namespace ktnas::cli
