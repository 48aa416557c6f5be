// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Description.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ktnas::cli {

/// The words behind a command, taken apart by its description.
class Arguments {
public:
    /// Throws BadArgument, naming the option and the nearest one: unknown, without its value, given twice,
    /// missing; too few or too many operands. With `--help` among the words nothing is missing.
    Arguments(const Command& command, std::span<const std::string> words);

    const Command& command() const { return *m_command; }
    const std::vector<std::string>& operands() const { return m_operands; }
    bool has(std::string_view option) const;
    /// The value given, else the default, else nothing.
    std::optional<std::string> value(std::string_view option) const;
    /// All values given.
    std::vector<std::string> values(std::string_view option) const;

    /// The value as a whole number of at least `low`; nothing if it has none. Throws BadArgument.
    std::optional<std::uint64_t> wholeNumber(std::string_view option, std::uint64_t low = 0) const;
    /// The pieces of a value "a,b,c" without blanks; nothing if it has none. Throws BadArgument for an empty
    /// piece, unless `gaps` are allowed.
    std::optional<std::vector<std::string>> list(std::string_view option, bool gaps = false) const;
    /// The values "key=value" of a repeated option. Throws BadArgument for one without "=" or a key.
    std::vector<std::pair<std::string, std::string>> pairs(std::string_view option) const;

private:
    void read(std::span<const std::string> words);
    std::size_t readOption(std::span<const std::string> words, std::size_t place);
    void checkComplete() const;
    const Option& described(std::string_view option) const;

    const Command* m_command;
    std::vector<std::string> m_operands;
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
};

} // namespace ktnas::cli
