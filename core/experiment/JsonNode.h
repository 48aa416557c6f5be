// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// A value inside a JSON text that people wrote, with its place, read strictly: each question that it cannot
/// answer is a BadPlan naming file, place, expected and found.
class JsonNode {
public:
    JsonNode(const nlohmann::json& value, std::string place, const std::string& file)
        : m_value(value)
        , m_place(std::move(place))
        , m_file(file)
    {
    }
    /// "runs[1].settings"; empty for the whole text.
    const std::string& place() const { return m_place; }
    bool isNull() const { return m_value.is_null(); }
    /// A BadPlan at this place.
    Error error(std::string expected, std::string found) const;

    /// Demands an object with no other keys than these; keys are named in the order given.
    void expectKeys(const std::vector<std::string>& known) const;
    /// The value of a key, nothing if it is not there. Only of objects.
    std::optional<JsonNode> find(const std::string& key) const;
    /// The value of a key that must be there; `kind` says what belongs there.
    JsonNode at(const std::string& key, std::string_view kind) const;
    /// Keys and values of an object, keys in the order of the alphabet.
    std::vector<std::pair<std::string, JsonNode>> members() const;
    std::vector<JsonNode> items() const;
    std::string text() const;
    double number() const;
    bool flag() const;
    /// A whole number in [low, high].
    std::uint64_t integer(std::uint64_t low, std::uint64_t high) const;
    /// A text, or a number written as one.
    std::string textOrNumber() const;

private:
    const nlohmann::json& m_value;
    std::string m_place;
    const std::string& m_file;
};

/// Parses a JSON text without doubled keys. Throws BadJson with the byte, BadPlan for a doubled key.
nlohmann::json parseJson(std::string_view text, const std::string& file);

} // namespace ktnas
