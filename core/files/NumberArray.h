// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// The kind of number that a NumPy array holds.
struct ElementType {
    char kind = 'u'; ///< 'b' truth values, 'u' unsigned and 'i' signed integers, 'f' floating point
    std::uint8_t size = 1; ///< bytes of one: 1, 2, 4 or 8; 'f' has 4 and 8, 'b' has 1
    bool bigEndian = false; ///< highest byte first

    /// As NumPy writes it: "|u1", "<f8", ">i4".
    std::string text() const;
};

/// Reads NumPy's short name of a type, with or without a sign of byte order ("<f8", "u1", "|b1"; '=' and none
/// mean lowest byte first). Nothing for any other type: half precision, complex, text, dates, objects,
/// records.
std::optional<ElementType> parseElementType(std::string_view text);

/// Numbers in n dimensions as a file has them. The bytes belong to the file's content, which must live on.
struct NumberArray {
    ElementType type;
    std::vector<std::size_t> shape; ///< outermost first; empty for a single number
    bool fortranOrder = false; ///< the first index runs fastest, else the last
    std::string_view bytes; ///< count() × type.size

    std::size_t count() const;
    /// "546 × 28 × 28", "a single number".
    std::string shapeText() const;
};

/// How many bytes an array has; nothing where the number does not fit 63 bits.
std::optional<std::size_t> byteCount(const ElementType& type, const std::vector<std::size_t>& shape);

/// The numbers in C order (the last index runs fastest). For 'b', 'u' and 'i'; unsigned 64-bit numbers
/// above 2⁶³ − 1 become negative.
std::vector<std::int64_t> integersOf(const NumberArray& array);
/// The same for any type; integers beyond 2⁵³ are rounded.
std::vector<double> realsOf(const NumberArray& array);
/// The same for single bytes ('b' or 'u', size 1) without a detour; the caller has checked the type.
std::vector<std::uint8_t> bytesOf(const NumberArray& array);

} // namespace ktnas
