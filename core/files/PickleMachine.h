// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/Pickle.h"
#include "core/files/PickleNodes.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// The machine that a pickle is a program for: a stack of values, marks on it, and a memory of values.
/// Internal to the reader; Pickle.cpp has the codes, PickleObjects.cpp what is made of names.
class PickleMachine {
public:
    PickleMachine(std::string_view bytes, const PickleLimits& limits);
    PickleTree run();

private:
    using Id = std::uint32_t;
    using Node = PickleNodes::Node;

    // Bytes. All throw, before anything is allocated, where the file ends too early.
    std::string_view take(std::uint64_t count, const char* what);
    std::uint64_t takeNumber(std::size_t size); ///< lowest byte first
    std::string_view takeLine();

    // Values
    Id add(const Node& node);
    void push(Id id) { m_stack.push_back(id); }
    void push(const Node& node) { m_stack.push_back(add(node)); }
    void pushInteger(std::int64_t number);
    void pushReal(double number);
    void pushLargeInteger(std::string_view bytes);
    void pushString(PickleKind kind, std::string_view inBytes);
    void pushOwned(PickleKind kind, std::string text);
    Id pop();
    Id top() const;
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }
    std::vector<Id> popToMark();
    std::vector<Id> popTuple(std::size_t count);
    void pushContainer(PickleKind kind, std::vector<Id> items);
    std::vector<Id>& itemsOf(Id id) { return m_data->items[static_cast<std::size_t>(node(id).first)]; }
    Node& node(Id id) { return m_data->nodes[id]; }
    const Node& node(Id id) const { return m_data->nodes[id]; }
    PickleValue valueOf(Id id) const { return {*m_data, id}; }
    void charge(std::size_t values);

    // Codes
    void step(unsigned char code);
    bool stepNumber(unsigned char code);
    bool stepString(unsigned char code);
    bool stepContainer(unsigned char code);
    bool stepMemory(unsigned char code);
    bool stepObject(unsigned char code);
    void readInteger();
    void readLong();
    void pushDecimal(std::string_view digits);
    void readFloat();
    void readQuoted();
    void readRawUnicode();
    void addTo(PickleKind kind, const std::vector<Id>& items);
    void remember(std::uint64_t place);
    void recall(std::uint64_t place);

    // Objects
    void pushName(std::string_view module, std::string_view name);
    void makeNameFromStack();
    void makeStorage();
    void reduce();
    void build();
    void makeDict(const std::vector<Id>& arguments);
    void makeSet(const std::vector<Id>& arguments);
    void makeBytes(const std::vector<Id>& arguments);
    void makeScalar(const std::vector<Id>& arguments);
    void makeType(const std::vector<Id>& arguments);
    void makeArray();
    void makeArrayFromBuffer(const std::vector<Id>& arguments);
    void encode(const std::vector<Id>& arguments);
    void fillArray(Id array, Id type, Id shape, bool fortranOrder, Id bytes);
    void buildType(Id type, Id state);
    void buildArray(Id array, Id state);
    std::vector<Id> argumentsOf(Id tuple);
    const Node& typeNode(Id id) const;
    std::vector<std::size_t> shapeOf(Id tuple);

    Error damaged(std::string expected, std::string found) const;
    Error refused(std::string found, std::string hint) const;

    std::string_view m_bytes;
    PickleLimits m_limits;
    std::size_t m_at = 0; ///< next byte
    std::size_t m_codeAt = 0; ///< the code being carried out
    std::size_t m_charged = 0; ///< values and copied items so far
    std::size_t m_ownedBytes = 0;
    bool m_stopped = false;
    std::unique_ptr<PickleNodes> m_data;
    std::vector<Id> m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::vector<std::optional<Id>> m_memory; ///< by place
    std::size_t m_remembered = 0; ///< places in use
};

} // namespace ktnas
