// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Help.h"

#include "core/search/Settings.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// A line of bash that completes the current word.
std::string complete(std::string_view generator)
{
    return fmt::format("mapfile -t COMPREPLY < <(compgen {} -- \"$current\")", generator);
}

std::string completeWords(std::string_view words)
{
    return complete(fmt::format("-W \"{}\"", words));
}

std::string completeKind(ValueKind kind)
{
    switch (kind) {
    case ValueKind::File:
        return "compopt -o filenames; " + complete("-f");
    case ValueKind::Folder:
        return "compopt -o filenames; " + complete("-d");
    case ValueKind::Method: {
        std::string words;
        for (const MethodInfo& method : methods())
            words.append(words.empty() ? "" : " ").append(method.id);
        return completeWords(words);
    }
    case ValueKind::Text:
        break;
    }
    return "COMPREPLY=()";
}

/// Names of all settings, as `--set` takes them.
std::string settingWords()
{
    std::set<std::string> names;
    for (const MethodInfo& method : methods()) {
        for (const SettingInfo& setting : method.settings)
            names.insert(setting.name + '=');
    }
    std::string words;
    for (const std::string& name : names)
        words.append(words.empty() ? "" : " ").append(name);
    return words;
}

std::string valueCases(const Command& command)
{
    std::string text;
    for (const Option& option : command.options) {
        if (option.value.empty())
            continue;
        const std::string completion =
            option.name == "--set" ? completeWords(settingWords()) : completeKind(option.kind);
        text += fmt::format("        {}:{}) {}; return;;\n", command.name, option.name, completion);
    }
    return text;
}

} // namespace

std::string bashCompletion()
{
    std::string names;
    for (const Command& command : commands())
        names += command.name + ' ';
    std::string text = "# Completion of ktnas for bash, printed by `ktnas completion bash`.\n"
                       "_ktnas()\n{\n"
                       "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}\n"
                       "    local command=${COMP_WORDS[1]}\n"
                       "    COMPREPLY=()\n"
                       "    if [[ $COMP_CWORD -eq 1 ]]; then\n";
    text += fmt::format("        {}\n        return\n    fi\n", completeWords(names + "--help --version"));
    text += "    case $command:$previous in\n";
    for (const Command& command : commands())
        text += valueCases(command);
    text += "    esac\n    case $command in\n";
    for (const Command& command : commands()) {
        std::string options;
        for (const Option& option : command.options)
            options.append(options.empty() ? "" : " ").append(option.name);
        std::string operands =
            completeKind(command.operands.empty() ? ValueKind::Text : command.operands.front().kind);
        if (command.name == "help")
            operands = completeWords(names);
        else if (command.name == "completion")
            operands = completeWords("bash");
        text += fmt::format(
            "        {})\n            if [[ $current == -* ]]; then {}\n            else {}; fi;;\n",
            command.name, completeWords(options), operands);
    }
    text += "    esac\n"
            "    [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace\n"
            "}\n"
            "complete -F _ktnas ktnas\n";
    return text;
}

} // namespace ktnas::cli
