// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Arguments.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

std::string quoted(std::string_view text)
{
    return fmt::format("“{}”", excerpt(text));
}

Error misuse(std::string_view option, std::string expected, std::string found)
{
    Error error(ErrorCode::BadArgument);
    error.inColumn(std::string(option)).expecting(std::move(expected)).butFound(std::move(found));
    return error;
}

std::vector<std::string> optionNames(const Command& command)
{
    std::vector<std::string> names;
    names.reserve(command.options.size());
    for (const Option& option : command.options)
        names.push_back(option.name);
    return names;
}

const Option* findOption(const Command& command, std::string_view name)
{
    const auto found = std::find_if(command.options.begin(), command.options.end(),
                                    [&](const Option& option) { return option.name == name; });
    return found == command.options.end() ? nullptr : &*found;
}

} // namespace

Arguments::Arguments(const Command& command, std::span<const std::string> words)
    : m_command(&command)
{
    read(words);
    if (!has("--help"))
        checkComplete();
}

void Arguments::read(std::span<const std::string> words)
{
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (optionsEnded || word.size() < 2 || word[0] != '-')
            m_operands.push_back(word);
        else if (word == "--")
            optionsEnded = true;
        else
            i = readOption(words, i);
    }
}

/// Returns the place of the last word that belongs to the option.
std::size_t Arguments::readOption(std::span<const std::string> words, std::size_t place)
{
    std::string_view word = words[place];
    const std::size_t equals = word.find('=');
    const std::string name = word == "-h" ? "--help" : std::string(word.substr(0, equals));
    const Option* const option = findOption(*m_command, name);
    if (option == nullptr) {
        const auto names = optionNames(*m_command);
        Error error(ErrorCode::BadArgument);
        error.inColumn(excerpt(name)).expecting(fmt::format("one of the options {}", listed(names)));
        if (const auto meant = nearest(name, names))
            error.hinting(fmt::format("Did you mean {}?", *meant));
        throw error;
    }
    auto& values = m_values[option->name];
    if (!option->repeated && !values.empty())
        throw misuse(option->name, "the option once", "it twice");
    if (option->value.empty()) {
        if (equals != std::string_view::npos)
            throw misuse(option->name, "no value", quoted(word.substr(equals + 1)));
        values.emplace_back();
        return place;
    }
    if (equals != std::string_view::npos) {
        values.emplace_back(word.substr(equals + 1));
        return place;
    }
    if (place + 1 == words.size())
        throw misuse(option->name, fmt::format("{} behind it", option->value), "the end of the line");
    values.push_back(words[place + 1]);
    return place + 1;
}

void Arguments::checkComplete() const
{
    for (const Option& option : m_command->options) {
        if (option.required && !has(option.name))
            throw misuse(option.name, fmt::format("{} {}", option.name, option.value), "none");
    }
    const auto& operands = m_command->operands;
    const auto needed = static_cast<std::size_t>(std::count_if(
        operands.begin(), operands.end(), [](const Operand& operand) { return !operand.optional; }));
    if (m_operands.size() < needed)
        throw misuse(operands[m_operands.size()].name,
                     fmt::format("{} behind “ktnas {}”", operands[m_operands.size()].name, m_command->name),
                     "none");
    const bool repeats = !operands.empty() && operands.back().repeated;
    if (m_operands.size() > operands.size() && !repeats)
        throw misuse(excerpt(m_operands[operands.size()]),
                     operands.empty() ? "only options"
                                      : fmt::format("nothing more behind {}", operands.back().name),
                     quoted(m_operands[operands.size()]));
}

bool Arguments::has(std::string_view option) const
{
    return m_values.find(option) != m_values.end();
}

const Option& Arguments::described(std::string_view option) const
{
    const Option* const found = findOption(*m_command, option);
    KTNAS_ASSERT(found != nullptr);
    return *found;
}

std::optional<std::string> Arguments::value(std::string_view option) const
{
    if (const auto found = m_values.find(option); found != m_values.end())
        return found->second.front();
    const std::string& text = described(option).defaultValue;
    return text.empty() ? std::nullopt : std::optional(text);
}

std::vector<std::string> Arguments::values(std::string_view option) const
{
    const auto found = m_values.find(option);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

std::optional<std::uint64_t> Arguments::wholeNumber(std::string_view option, std::uint64_t low) const
{
    const auto text = value(option);
    if (!text)
        return std::nullopt;
    const auto number = parseInteger(*text);
    if (!number || *number < 0 || static_cast<std::uint64_t>(*number) < low)
        throw misuse(option, fmt::format("a whole number from {}", low), quoted(*text));
    return static_cast<std::uint64_t>(*number);
}

std::optional<std::vector<std::string>> Arguments::list(std::string_view option, bool gaps) const
{
    const auto text = value(option);
    if (!text)
        return std::nullopt;
    std::vector<std::string> pieces;
    for (const std::string_view piece : split(*text, ',')) {
        pieces.emplace_back(trimmed(piece));
        if (pieces.back().empty() && !gaps)
            throw misuse(option, "a list “a,b,c”", quoted(*text));
    }
    return pieces;
}

std::vector<std::pair<std::string, std::string>> Arguments::pairs(std::string_view option) const
{
    std::vector<std::pair<std::string, std::string>> result;
    for (const std::string& text : values(option)) {
        const std::size_t equals = text.find('=');
        if (equals == std::string::npos || equals == 0)
            throw misuse(option, described(option).value, quoted(text));
        result.emplace_back(trimmed(std::string_view(text).substr(0, equals)),
                            trimmed(std::string_view(text).substr(equals + 1)));
    }
    return result;
}

} // namespace ktnas::cli
