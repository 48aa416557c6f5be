// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/PickleTree.h"

#include "core/base/Error.h"
#include "core/files/PickleNodes.h"

#include <bit>
#include <utility>

namespace ktnas {

std::string_view PickleNodes::text(const Node& node) const
{
    if (node.owned)
        return texts[static_cast<std::size_t>(node.first)];
    return bytes.substr(node.first, node.second);
}

ElementType PickleNodes::elementType(const Node& node) const
{
    return {static_cast<char>(node.first & 0xFFU), static_cast<std::uint8_t>(node.first >> 8U & 0xFFU),
            node.second != 0};
}

PickleKind PickleValue::kind() const
{
    return m_nodes->nodes[m_id].kind;
}

std::optional<bool> PickleValue::truth() const
{
    const auto& node = m_nodes->nodes[m_id];
    return node.kind == PickleKind::Truth ? std::optional(node.first != 0) : std::nullopt;
}

std::optional<std::int64_t> PickleValue::integer() const
{
    const auto& node = m_nodes->nodes[m_id];
    return node.kind == PickleKind::Integer ? std::optional(std::bit_cast<std::int64_t>(node.first))
                                            : std::nullopt;
}

std::optional<double> PickleValue::real() const
{
    const auto& node = m_nodes->nodes[m_id];
    if (node.kind == PickleKind::Real)
        return std::bit_cast<double>(node.first);
    if (const auto whole = integer())
        return static_cast<double>(*whole);
    return std::nullopt;
}

std::optional<std::string_view> PickleValue::string() const
{
    const auto& node = m_nodes->nodes[m_id];
    const bool isText = node.kind == PickleKind::Text || node.kind == PickleKind::Bytes
        || node.kind == PickleKind::LargeInteger;
    return isText ? std::optional(m_nodes->text(node)) : std::nullopt;
}

std::optional<NumberArray> PickleValue::array() const
{
    const auto& node = m_nodes->nodes[m_id];
    if (node.kind != PickleKind::Array && node.kind != PickleKind::Tensor)
        return std::nullopt;
    const auto& array = m_nodes->arrays[static_cast<std::size_t>(node.first)];
    if (node.kind == PickleKind::Tensor)
        return NumberArray{array.type, array.shape, false, {}};
    if (!array.filled)
        return std::nullopt;
    return NumberArray{array.type, array.shape, array.fortranOrder,
                       m_nodes->text(m_nodes->nodes[array.bytes])};
}

std::size_t PickleValue::size() const
{
    const auto& node = m_nodes->nodes[m_id];
    switch (node.kind) {
    case PickleKind::List:
    case PickleKind::Tuple:
    case PickleKind::Set:
        return m_nodes->items[static_cast<std::size_t>(node.first)].size();
    case PickleKind::Dict:
        return m_nodes->items[static_cast<std::size_t>(node.first)].size() / 2;
    default:
        return 0;
    }
}

PickleValue PickleValue::item(std::size_t place) const
{
    KTNAS_ASSERT(place < size() && kind() != PickleKind::Dict);
    return {*m_nodes, m_nodes->items[static_cast<std::size_t>(m_nodes->nodes[m_id].first)][place]};
}

PickleValue PickleValue::key(std::size_t place) const
{
    KTNAS_ASSERT(place < size() && kind() == PickleKind::Dict);
    return {*m_nodes, m_nodes->items[static_cast<std::size_t>(m_nodes->nodes[m_id].first)][2 * place]};
}

PickleValue PickleValue::value(std::size_t place) const
{
    KTNAS_ASSERT(place < size() && kind() == PickleKind::Dict);
    return {*m_nodes, m_nodes->items[static_cast<std::size_t>(m_nodes->nodes[m_id].first)][2 * place + 1]};
}

std::optional<PickleValue> PickleValue::find(std::string_view wanted) const
{
    if (kind() != PickleKind::Dict)
        return std::nullopt;
    for (std::size_t place = size(); place-- > 0;) {
        const PickleValue candidate = key(place);
        if (candidate.kind() != PickleKind::LargeInteger && candidate.string() == wanted)
            return value(place);
    }
    return std::nullopt;
}

PickleTree::PickleTree(std::unique_ptr<PickleNodes> nodes, std::uint32_t root, std::size_t end)
    : m_nodes(std::move(nodes))
    , m_root(root)
    , m_end(end)
{
}

PickleTree::~PickleTree() = default;
PickleTree::PickleTree(PickleTree&& other) noexcept = default;
PickleTree& PickleTree::operator=(PickleTree&& other) noexcept = default;

} // namespace ktnas
