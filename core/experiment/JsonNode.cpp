// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/JsonNode.h"

#include "core/base/Text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace ktnas {
namespace {

/// What a value is, as people say it; a short text, number or word is quoted.
std::string described(const nlohmann::json& value)
{
    switch (value.type()) {
    case nlohmann::json::value_t::object:
        return "an object {…}";
    case nlohmann::json::value_t::array:
        return "a list […]";
    case nlohmann::json::value_t::string:
        return fmt::format("the text \"{}\"", excerpt(value.get<std::string>()));
    default:
        return value.dump();
    }
}

} // namespace

Error JsonNode::error(std::string expected, std::string found) const
{
    Error error(ErrorCode::BadPlan);
    error.inFile(m_file).expecting(std::move(expected)).butFound(std::move(found));
    if (!m_place.empty())
        error.inColumn(m_place);
    return error;
}

void JsonNode::expectKeys(const std::vector<std::string>& known) const
{
    if (!m_value.is_object())
        throw error("an object {…}", described(m_value));
    for (const auto& [key, value] : m_value.items()) {
        if (std::ranges::find(known, key) != known.end())
            continue;
        Error unknown =
            error("one of the keys " + listed(known), fmt::format("the key \"{}\"", excerpt(key)));
        unknown.inColumn(m_place.empty() ? excerpt(key) : m_place + '.' + excerpt(key));
        if (const auto meant = nearest(key, known))
            unknown.hinting("Did you mean " + *meant + "?");
        throw unknown;
    }
}

std::optional<JsonNode> JsonNode::find(const std::string& key) const
{
    const auto found = m_value.find(key);
    if (found == m_value.end())
        return std::nullopt;
    return JsonNode(*found, m_place.empty() ? key : m_place + '.' + key, m_file);
}

JsonNode JsonNode::at(const std::string& key, std::string_view kind) const
{
    if (const auto found = find(key))
        return *found;
    throw error(fmt::format("the key \"{}\" with {}", key, kind), "none");
}

std::vector<std::pair<std::string, JsonNode>> JsonNode::members() const
{
    if (!m_value.is_object())
        throw error("an object {…}", described(m_value));
    std::vector<std::pair<std::string, JsonNode>> members;
    for (const auto& [key, value] : m_value.items())
        members.emplace_back(key, JsonNode(value, m_place + '.' + excerpt(key), m_file));
    return members;
}

std::vector<JsonNode> JsonNode::items() const
{
    if (!m_value.is_array())
        throw error("a list […]", described(m_value));
    std::vector<JsonNode> items;
    for (const nlohmann::json& value : m_value)
        items.emplace_back(value, fmt::format("{}[{}]", m_place, items.size()), m_file);
    return items;
}

std::string JsonNode::text() const
{
    if (!m_value.is_string())
        throw error("a text", described(m_value));
    return m_value.get<std::string>();
}

double JsonNode::number() const
{
    if (!m_value.is_number())
        throw error("a number", described(m_value));
    return m_value.get<double>();
}

bool JsonNode::flag() const
{
    if (!m_value.is_boolean())
        throw error("true or false", described(m_value));
    return m_value.get<bool>();
}

std::uint64_t JsonNode::integer(std::uint64_t low, std::uint64_t high) const
{
    const bool isWhole = m_value.is_number_unsigned();
    if (!isWhole || m_value.get<std::uint64_t>() < low || m_value.get<std::uint64_t>() > high)
        throw error(fmt::format("a whole number from {} to {}", low, high), described(m_value));
    return m_value.get<std::uint64_t>();
}

std::string JsonNode::textOrNumber() const
{
    if (m_value.is_number_float())
        return formatNumber(m_value.get<double>());
    if (m_value.is_number())
        return m_value.dump();
    if (!m_value.is_string())
        throw error("a text or a number", described(m_value));
    return m_value.get<std::string>();
}

nlohmann::json parseJson(std::string_view text, const std::string& file)
{
    // The library keeps the last of two equal keys; a doubled key in a plan is a mistake, so watch them go
    // by.
    std::vector<std::set<std::string>> keys;
    const auto watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& value) {
        if (event == nlohmann::json::parse_event_t::object_start) {
            keys.emplace_back();
        } else if (event == nlohmann::json::parse_event_t::object_end) {
            keys.pop_back();
        } else if (event == nlohmann::json::parse_event_t::key) {
            const auto key = value.get<std::string>();
            if (!keys.back().insert(key).second) {
                throw Error(ErrorCode::BadPlan)
                    .inFile(file)
                    .inColumn(excerpt(key))
                    .expecting("each key once")
                    .butFound(fmt::format("a second \"{}\"", excerpt(key)));
            }
        }
        return true;
    };
    try {
        return nlohmann::json::parse(text, watch);
    } catch (const nlohmann::json::parse_error& failure) {
        // The library counts from 1 and has read the byte that it cannot use.
        const std::uint64_t byte = failure.byte > 0 ? failure.byte - 1 : 0;
        throw Error(ErrorCode::BadJson)
            .inFile(file)
            .atByte(byte)
            .butFound(byte < text.size() ? fmt::format("\"{}\"", excerpt(text.substr(byte), 20))
                                         : std::string("the end of the text"));
    } catch (const nlohmann::json::exception& failure) {
        throw Error(ErrorCode::BadJson).inFile(file).butFound(failure.what());
    }
}

} // namespace ktnas
