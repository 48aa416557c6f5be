// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/PickleTree.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// What the closed table of names has.
enum class PickleName : std::uint8_t {
    OrderedDict,
    Set,
    Bytes,
    Encode, ///< _codecs.encode: how protocol 2 writes bytes
    NumpyScalar,
    NumpyType,
    NumpyArrayClass,
    NumpyArray, ///< _reconstruct: empty, filled by BUILD
    NumpyFromBuffer, ///< protocol 5
    TorchTensor,
    TorchParameter,
    TorchStorage,
};

/// The values of a pickle in one vector; an id is a place in it. Internal to the reader.
class PickleNodes {
public:
    enum class Inner : std::uint8_t { No, Name, Type, Storage };
    /// What `first` and `second` mean depends on the kind: a number's bits; offset and length of a text in
    /// the bytes; the place in one of the lists below.
    struct Node {
        PickleKind kind = PickleKind::None;
        Inner inner = Inner::No;
        bool owned = false; ///< the text is in `texts`, not in the bytes
        std::uint64_t first = 0;
        std::uint64_t second = 0;
    };
    struct Array {
        ElementType type;
        std::vector<std::size_t> shape;
        bool fortranOrder = false;
        std::uint32_t bytes = 0; ///< node of its bytes
        bool filled = false;
    };

    explicit PickleNodes(std::string_view content)
        : bytes(content)
    {
    }

    std::string_view text(const Node& node) const;
    ElementType elementType(const Node& node) const;

    std::string_view bytes;
    std::vector<Node> nodes;
    std::vector<std::vector<std::uint32_t>> items; ///< of lists, tuples, sets; key and value in turn of dicts
    std::vector<Array> arrays;
    std::deque<std::string> texts;
};

} // namespace ktnas
