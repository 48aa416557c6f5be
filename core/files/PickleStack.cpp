// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/PickleMachine.h"

#include "core/base/Text.h"

#include <bit>
#include <utility>

#include <fmt/format.h>

namespace ktnas {

Error PickleMachine::damaged(std::string expected, std::string found) const
{
    Error error(m_limits.damaged);
    error.atByte(m_codeAt)
        .expecting(std::move(expected))
        .butFound(std::move(found))
        .hinting("The file was cut or damaged on its way: fetch it again.");
    return error;
}

Error PickleMachine::refused(std::string found, std::string hint) const
{
    Error error(ErrorCode::UnknownFormat);
    error.atByte(m_codeAt)
        .expecting("a pickle of numbers, texts, lists, dictionaries and arrays")
        .butFound(std::move(found))
        .hinting(std::move(hint));
    return error;
}

std::string_view PickleMachine::take(std::uint64_t count, const char* what)
{
    const std::size_t left = m_bytes.size() - m_at;
    if (count > left)
        throw damaged(count == 1 ? std::string(what) : fmt::format("{} of {} bytes", what, count),
                      left == 0 ? std::string("the end of the file")
                                : fmt::format("{} bytes to the end of the file", left));
    const std::string_view taken = m_bytes.substr(m_at, count);
    m_at += count;
    return taken;
}

std::uint64_t PickleMachine::takeNumber(std::size_t size)
{
    const std::string_view taken = take(size, "a number");
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(taken[i]);
    return number;
}

std::string_view PickleMachine::takeLine()
{
    const std::size_t end = m_bytes.find('\n', m_at);
    if (end == std::string_view::npos)
        throw damaged("a line", fmt::format("{} bytes without a line end", m_bytes.size() - m_at));
    const std::string_view line = m_bytes.substr(m_at, end - m_at);
    m_at = end + 1;
    return line;
}

void PickleMachine::charge(std::size_t values)
{
    m_charged += values;
    if (m_charged > m_limits.values)
        throw refused(fmt::format("more than {} values", m_limits.values),
                      "The file is larger than what it is expected to hold.");
}

PickleMachine::Id PickleMachine::add(const Node& added)
{
    charge(1);
    m_data->nodes.push_back(added);
    return static_cast<Id>(m_data->nodes.size() - 1);
}

void PickleMachine::pushInteger(std::int64_t number)
{
    push(Node{PickleKind::Integer, PickleNodes::Inner::No, false, std::bit_cast<std::uint64_t>(number), 0});
}

void PickleMachine::pushReal(double number)
{
    push(Node{PickleKind::Real, PickleNodes::Inner::No, false, std::bit_cast<std::uint64_t>(number), 0});
}

void PickleMachine::pushLargeInteger(std::string_view bytes)
{
    if (bytes.size() > 8) {
        pushString(PickleKind::LargeInteger, bytes);
        return;
    }
    const bool negative = !bytes.empty() && (static_cast<unsigned char>(bytes.back()) & 0x80U) != 0;
    std::uint64_t number = negative ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[i]);
    pushInteger(std::bit_cast<std::int64_t>(number));
}

void PickleMachine::pushString(PickleKind kind, std::string_view inBytes)
{
    const auto offset = static_cast<std::uint64_t>(inBytes.data() - m_bytes.data());
    push(Node{kind, PickleNodes::Inner::No, false, offset, inBytes.size()});
}

void PickleMachine::pushOwned(PickleKind kind, std::string text)
{
    // What a file writes once is copied once; a file that has the same text converted again and again must
    // not grow by that.
    m_ownedBytes += text.size();
    if (m_ownedBytes > m_bytes.size())
        throw refused("texts that are converted again and again", "The file is not what it seems to be.");
    m_data->texts.push_back(std::move(text));
    push(Node{kind, PickleNodes::Inner::No, true, m_data->texts.size() - 1, 0});
}

PickleMachine::Id PickleMachine::top() const
{
    if (m_stack.size() <= floor())
        throw damaged("a value on the stack", "none");
    return m_stack.back();
}

PickleMachine::Id PickleMachine::pop()
{
    const Id id = top();
    m_stack.pop_back();
    return id;
}

std::vector<PickleMachine::Id> PickleMachine::popToMark()
{
    if (m_marks.empty())
        throw damaged("a mark on the stack", "none");
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    std::vector<Id> items(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    return items;
}

std::vector<PickleMachine::Id> PickleMachine::popTuple(std::size_t count)
{
    std::vector<Id> items(count);
    for (std::size_t i = count; i-- > 0;)
        items[i] = pop();
    return items;
}

void PickleMachine::pushContainer(PickleKind kind, std::vector<Id> items)
{
    if (kind == PickleKind::Dict && items.size() % 2 != 0)
        throw damaged("keys and values in pairs", fmt::format("{} of them", items.size()));
    m_data->items.push_back(std::move(items));
    push(Node{kind, PickleNodes::Inner::No, false, m_data->items.size() - 1, 0});
}

} // namespace ktnas
