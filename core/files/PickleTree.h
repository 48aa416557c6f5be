// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/NumberArray.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace ktnas {

/// What a value of a pickle is.
enum class PickleKind : std::uint8_t {
    None,
    Truth, ///< True, False
    Integer, ///< fits 64 bits
    LargeInteger, ///< does not; string() has its bytes, lowest first, in two's complement
    Real,
    Text, ///< str of Python 3, unicode of Python 2
    Bytes, ///< bytes, bytearray, and str of Python 2
    List,
    Tuple,
    Set, ///< set and frozenset
    Dict, ///< dict and OrderedDict, in the file's order
    Array, ///< a NumPy array of numbers
    Tensor, ///< a torch tensor: what it would be, without its numbers
    Internal, ///< a type or a storage, of no use by itself
};

class PickleNodes;

/// A value inside a pickle: a small handle, cheap to copy, good as long as the PickleTree and the bytes it
/// was read from. Values that the file shares are shared here too (id() tells), and a list may contain
/// itself: whoever walks through everything must keep a set of ids. Reading never recurses, so nesting has no
/// limit.
class PickleValue {
public:
    PickleValue(const PickleNodes& nodes, std::uint32_t id)
        : m_nodes(&nodes)
        , m_id(id)
    {
    }

    PickleKind kind() const;
    std::uint32_t id() const { return m_id; } ///< the same for the same object

    bool isNone() const { return kind() == PickleKind::None; }
    /// Nothing if the value is of another kind, as for all below.
    std::optional<bool> truth() const;
    std::optional<std::int64_t> integer() const;
    /// Of an Integer or a Real.
    std::optional<double> real() const;
    /// Of a Text (UTF-8) or Bytes: Python 2 and 3 write names in different kinds. Points into the file's
    /// bytes.
    std::optional<std::string_view> string() const;
    /// Of an Array; of a Tensor type and shape without bytes ('f' may have 2 bytes there).
    std::optional<NumberArray> array() const;

    /// How many items a List, Tuple or Set or pairs a Dict has; else 0.
    std::size_t size() const;
    /// Item of a List, Tuple or Set, place < size().
    PickleValue item(std::size_t place) const;
    /// Key and value of a Dict's pair, place < size(). A key may occur twice: the later one counts.
    PickleValue key(std::size_t place) const;
    PickleValue value(std::size_t place) const;
    /// The value of a Text or Bytes key in a Dict. O(size).
    std::optional<PickleValue> find(std::string_view key) const;

private:
    const PickleNodes* m_nodes;
    std::uint32_t m_id;
};

/// The content of a pickle. Texts, bytes and arrays stay where they are in the bytes that it was read from,
/// which must live on; only what a file writes in escapes is copied.
class PickleTree {
public:
    PickleTree(std::unique_ptr<PickleNodes> nodes, std::uint32_t root, std::size_t end);
    ~PickleTree();
    PickleTree(PickleTree&& other) noexcept;
    PickleTree& operator=(PickleTree&& other) noexcept;
    PickleTree(const PickleTree&) = delete;
    PickleTree& operator=(const PickleTree&) = delete;

    PickleValue root() const { return {*m_nodes, m_root}; }
    /// The byte behind the last one read: files of torch before version 1.6 have one pickle behind the other.
    std::size_t end() const { return m_end; }

private:
    std::unique_ptr<PickleNodes> m_nodes;
    std::uint32_t m_root;
    std::size_t m_end;
};

} // namespace ktnas
