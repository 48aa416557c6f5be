// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The codes of protocol 0, which write numbers and texts in letters. Files made by hand have them.
#include "core/base/Text.h"
#include "core/files/PickleMachine.h"

#include <charconv>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

void appendUtf8(std::string& text, std::uint32_t point)
{
    const auto append = [&text](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (point < 0x80) {
        append(point);
    } else if (point < 0x800) {
        append(0xC0U | point >> 6U);
        append(0x80U | (point & 0x3FU));
    } else if (point < 0x10000) {
        append(0xE0U | point >> 12U);
        append(0x80U | (point >> 6U & 0x3FU));
        append(0x80U | (point & 0x3FU));
    } else {
        append(0xF0U | point >> 18U);
        append(0x80U | (point >> 12U & 0x3FU));
        append(0x80U | (point >> 6U & 0x3FU));
        append(0x80U | (point & 0x3FU));
    }
}

/// The number that the first `digits` characters write; nothing if they are fewer or no digits.
std::optional<std::uint32_t> digitsAt(std::string_view text, std::size_t digits, int base)
{
    std::uint32_t number = 0;
    if (text.size() < digits)
        return std::nullopt;
    const char* const end = text.data() + digits;
    const auto result = std::from_chars(text.data(), end, number, base);
    return result.ec == std::errc() && result.ptr == end ? std::optional(number) : std::nullopt;
}

/// A decimal number's bytes, lowest first, in two's complement; nothing for what is none. Python itself reads
/// no number of more than 4,300 digits unless told to.
std::optional<std::string> largeInteger(std::string_view digits)
{
    const bool negative = digits.starts_with('-');
    if (negative || digits.starts_with('+'))
        digits.remove_prefix(1);
    if (digits.empty() || digits.size() > 4300
        || digits.find_first_not_of("0123456789") != std::string_view::npos)
        return std::nullopt;
    std::string bytes;
    for (const char digit : digits) {
        auto carry = static_cast<unsigned>(digit - '0');
        for (char& byte : bytes) {
            carry += static_cast<unsigned char>(byte) * 10U;
            byte = static_cast<char>(carry & 0xFFU);
            carry >>= 8U;
        }
        if (carry > 0)
            bytes += static_cast<char>(carry);
    }
    bytes += '\0'; // the sign
    unsigned carry = 1;
    for (char& byte : bytes) {
        if (!negative)
            break;
        carry += static_cast<unsigned char>(~static_cast<unsigned char>(byte));
        byte = static_cast<char>(carry & 0xFFU);
        carry >>= 8U;
    }
    while (bytes.size() > 1 && (bytes.back() == '\0' || bytes.back() == '\xFF')
           && (static_cast<unsigned char>(bytes.back()) & 0x80U)
               == (static_cast<unsigned char>(bytes[bytes.size() - 2]) & 0x80U))
        bytes.pop_back();
    return bytes;
}

/// What a letter behind a backslash stands for; nothing for those that need digits and for unknown ones.
std::optional<char> simpleEscape(char letter)
{
    constexpr std::string_view letters = "abfnrtv\\'\"";
    constexpr std::string_view meanings = "\a\b\f\n\r\t\v\\'\"";
    const std::size_t place = letters.find(letter);
    return place == std::string_view::npos ? std::nullopt : std::optional(meanings[place]);
}

/// Python's string escapes; nothing if one of them is wrong.
std::optional<std::string> withoutEscapes(std::string_view text)
{
    std::string plain;
    while (!text.empty()) {
        if (text.front() != '\\') {
            plain += text.front();
            text.remove_prefix(1);
            continue;
        }
        text.remove_prefix(1);
        if (text.empty())
            return std::nullopt;
        if (const auto simple = simpleEscape(text.front())) {
            plain += *simple;
            text.remove_prefix(1);
        } else if (text.front() == 'x') {
            const auto code = digitsAt(text.substr(1), 2, 16);
            if (!code)
                return std::nullopt;
            plain += static_cast<char>(*code);
            text.remove_prefix(3);
        } else if (const auto octal = digitsAt(text, 3, 8)) {
            plain += static_cast<char>(*octal);
            text.remove_prefix(3);
        } else {
            return std::nullopt;
        }
    }
    return plain;
}

} // namespace

void PickleMachine::readInteger()
{
    const std::string_view line = takeLine();
    if (line == "00" || line == "01")
        push(Node{PickleKind::Truth, PickleNodes::Inner::No, false, line == "01" ? 1U : 0U, 0});
    else
        pushDecimal(trimmed(line));
}

void PickleMachine::readLong()
{
    std::string_view line = trimmed(takeLine());
    if (line.ends_with('L'))
        line.remove_suffix(1);
    pushDecimal(line);
}

void PickleMachine::pushDecimal(std::string_view digits)
{
    if (const auto number = parseInteger(digits))
        return pushInteger(*number);
    auto bytes = largeInteger(digits);
    if (!bytes)
        throw damaged("a whole number", fmt::format("“{}”", excerpt(digits)));
    pushOwned(PickleKind::LargeInteger, std::move(*bytes));
}

void PickleMachine::readFloat()
{
    const std::string_view line = trimmed(takeLine());
    if (line == "nan")
        pushReal(std::numeric_limits<double>::quiet_NaN());
    else if (line == "inf" || line == "-inf")
        pushReal(line == "inf" ? std::numeric_limits<double>::infinity()
                               : -std::numeric_limits<double>::infinity());
    else if (const auto number = parseNumber(line))
        pushReal(*number);
    else
        throw damaged("a number", fmt::format("“{}”", excerpt(line)));
}

void PickleMachine::readQuoted()
{
    const std::string_view line = trimmed(takeLine());
    const bool quoted =
        line.size() >= 2 && line.front() == line.back() && (line.front() == '\'' || line.front() == '"');
    auto plain = quoted ? withoutEscapes(line.substr(1, line.size() - 2)) : std::nullopt;
    if (!plain)
        throw damaged("a text in quotes", fmt::format("“{}”", excerpt(line)));
    pushOwned(PickleKind::Bytes, std::move(*plain));
}

void PickleMachine::readRawUnicode()
{
    std::string_view line = takeLine();
    std::string text;
    while (!line.empty()) {
        const std::string_view pair = line.substr(0, 2);
        const std::size_t digits = pair == "\\u" ? 4 : pair == "\\U" ? 8 : 0;
        if (digits > 0) {
            const auto point = digitsAt(line.substr(2), digits, 16);
            if (!point || *point > 0x10FFFF)
                throw damaged(fmt::format("{} digits of a character's code", digits),
                              fmt::format("“{}”", excerpt(line)));
            appendUtf8(text, *point);
            line.remove_prefix(2 + digits);
        } else {
            const std::size_t plain = pair == "\\\\" ? 2 : 1;
            for (const char c : line.substr(0, plain))
                appendUtf8(text, static_cast<unsigned char>(c));
            line.remove_prefix(plain);
        }
    }
    pushOwned(PickleKind::Text, std::move(text));
}

} // namespace ktnas
