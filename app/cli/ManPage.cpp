// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Help.h"

#include "core/search/Settings.h"

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// Text for troff: backslashes and hyphens as themselves, no line that begins with a control character.
std::string troff(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\e";
        else if (c == '-')
            result += "\\-";
        else
            result += c;
    }
    if (result.starts_with('.') || result.starts_with('\''))
        result.insert(0, "\\&");
    return result;
}

std::string paragraph(std::string_view text)
{
    return fmt::format(".PP\n{}\n", troff(text));
}

std::string entry(std::string_view name, std::string_view value, std::string_view text)
{
    std::string head = fmt::format("\\fB{}\\fR", troff(name));
    if (!value.empty())
        head += fmt::format(" \\fI{}\\fR", troff(value));
    return fmt::format(".TP\n{}\n{}\n", head, troff(text));
}

std::string optionEntry(const Option& option)
{
    std::string text = option.text;
    if (!option.defaultValue.empty())
        text += fmt::format(" Default: {}.", option.defaultValue);
    if (option.required)
        text += " Required.";
    if (option.repeated)
        text += " May be given several times.";
    return entry(option.name, option.value, text);
}

std::string commandSection(const Command& command)
{
    std::string text = fmt::format(".SS {}\n\\fB{}\\fR\n", troff(command.name), troff(usage(command)));
    for (const std::string& words : command.description)
        text += paragraph(words);
    for (const Operand& operand : command.operands)
        text += entry(operand.name, "", operand.text);
    for (const Option& option : command.options)
        text += optionEntry(option);
    text += ".PP\nExamples:\n";
    for (const Example& example : command.examples)
        text += fmt::format(".PP\n.RS\n\\fB{}\\fR\n.br\n{}\n.RE\n", troff(example.line), troff(example.text));
    return text;
}

std::string settingText(const SettingInfo& setting)
{
    std::string text = setting.explanation;
    for (std::size_t i = 0; i < setting.choices.size(); ++i)
        text += fmt::format(" {} = {}.", setting.choices[i], setting.choiceTexts[i]);
    if (setting.kind == SettingKind::Integer || setting.kind == SettingKind::Real)
        text += fmt::format(" From {:g} to {:g}{}{}.", setting.low, setting.high,
                            setting.unit.empty() ? "" : " ", setting.unit);
    if (!setting.defaultValue.empty())
        text += fmt::format(" Default: {}.", setting.defaultValue);
    return text;
}

std::string methodSection(const MethodInfo& method)
{
    std::string text = fmt::format(".SS {}\n{}\n", troff(method.id), troff(method.explanation));
    for (const SettingInfo& setting : method.settings)
        text += entry(setting.name, "", settingText(setting));
    return text;
}

} // namespace

std::string manPage()
{
    std::string text =
        fmt::format(".TH KTNAS 1 \"\" \"KTNAS Studio {}\" \"User Commands\"\n", troff(version()));
    text += ".SH NAME\nktnas \\- see and steer multi\\-task architecture search\n";
    text += ".SH SYNOPSIS\n\\fBktnas\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR]\n";
    text += ".SH DESCRIPTION\n";
    text += troff(
        "Looks at benchmark tables of neural architectures, measures where two tasks disagree about them, "
        "and "
        "runs searches that learn from one task for another, each with a record that can be replayed and "
        "forked. With --json a command prints one JSON object on standard output; messages go to standard "
        "error.");
    text += "\n.SH COMMANDS\n";
    for (const Command& command : commands())
        text += commandSection(command);
    text += ".SH METHODS AND SETTINGS\n";
    for (const MethodInfo& method : methods())
        text += methodSection(method);
    text += ".SH EXIT STATUS\n";
    for (const ExitCode& code : exitCodes())
        text += entry(code.code, "", code.text);
    text += ".SH ENVIRONMENT\n";
    text += entry("KTNAS_THREADS", "", "Limits the number of threads. Results do not depend on it.");
    return text;
}

} // namespace ktnas::cli
