// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/NumberArray.h"

#include "core/base/Error.h"

#include <bit>
#include <limits>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ktnas {
namespace {

/// The element's bits, as an unsigned number.
std::uint64_t bitsAt(const NumberArray& array, std::size_t index)
{
    const std::size_t size = array.type.size;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t place = array.type.bigEndian ? i : size - 1 - i;
        bits = bits << 8 | static_cast<unsigned char>(array.bytes[index * size + place]);
    }
    return bits;
}

std::int64_t integerOf(const ElementType& type, std::uint64_t bits)
{
    if (type.kind == 'i' && type.size < 8) {
        const unsigned unused = 64U - 8U * type.size;
        return static_cast<std::int64_t>(bits << unused) >> unused;
    }
    return static_cast<std::int64_t>(bits);
}

double realOf(const ElementType& type, std::uint64_t bits)
{
    if (type.kind == 'f')
        return type.size == 8 ? std::bit_cast<double>(bits)
                              : static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    if (type.kind == 'i')
        return static_cast<double>(integerOf(type, bits));
    return static_cast<double>(bits);
}

/// Calls visit(place in the file) for every element in C order.
template <typename Visit> void inCOrder(const NumberArray& array, Visit visit)
{
    const std::size_t count = array.count();
    if (!array.fortranOrder) {
        for (std::size_t i = 0; i < count; ++i)
            visit(i);
        return;
    }
    const std::size_t rank = array.shape.size();
    std::vector<std::size_t> strides(rank, 1);
    for (std::size_t axis = 1; axis < rank; ++axis)
        strides[axis] = strides[axis - 1] * array.shape[axis - 1];
    std::vector<std::size_t> index(rank, 0);
    std::size_t place = 0;
    for (std::size_t i = 0; i < count; ++i) {
        visit(place);
        for (std::size_t axis = rank; axis-- > 0;) {
            place += strides[axis];
            if (++index[axis] < array.shape[axis])
                break;
            place -= strides[axis] * index[axis];
            index[axis] = 0;
        }
    }
}

} // namespace

std::string ElementType::text() const
{
    const char order = bigEndian ? '>' : '<';
    return fmt::format("{}{}{}", size == 1 ? '|' : order, kind, size);
}

std::optional<ElementType> parseElementType(std::string_view text)
{
    ElementType type;
    if (!text.empty() && std::string_view("<>|=").find(text.front()) != std::string_view::npos) {
        type.bigEndian = text.front() == '>';
        text.remove_prefix(1);
    }
    if (text.size() != 2)
        return std::nullopt;
    type.kind = text[0];
    type.size = static_cast<std::uint8_t>(text[1] - '0');
    const bool isPower = type.size == 1 || type.size == 2 || type.size == 4 || type.size == 8;
    const bool isKnown = (type.kind == 'b' && type.size == 1)
        || ((type.kind == 'u' || type.kind == 'i') && isPower)
        || (type.kind == 'f' && (type.size == 4 || type.size == 8));
    if (!isKnown)
        return std::nullopt;
    type.bigEndian = type.bigEndian && type.size > 1;
    return type;
}

std::size_t NumberArray::count() const
{
    return bytes.size() / type.size;
}

std::string NumberArray::shapeText() const
{
    return shape.empty() ? std::string("a single number") : fmt::format("{}", fmt::join(shape, " × "));
}

std::optional<std::size_t> byteCount(const ElementType& type, const std::vector<std::size_t>& shape)
{
    constexpr std::size_t limit = std::numeric_limits<std::int64_t>::max();
    std::size_t bytes = type.size;
    for (const std::size_t size : shape) {
        if (size == 0)
            return 0;
        if (bytes > limit / size)
            return std::nullopt;
        bytes *= size;
    }
    return bytes;
}

std::vector<std::int64_t> integersOf(const NumberArray& array)
{
    KTNAS_ASSERT(array.type.kind != 'f');
    std::vector<std::int64_t> numbers;
    numbers.reserve(array.count());
    inCOrder(array, [&](std::size_t at) { numbers.push_back(integerOf(array.type, bitsAt(array, at))); });
    return numbers;
}

std::vector<double> realsOf(const NumberArray& array)
{
    std::vector<double> numbers;
    numbers.reserve(array.count());
    inCOrder(array, [&](std::size_t at) { numbers.push_back(realOf(array.type, bitsAt(array, at))); });
    return numbers;
}

std::vector<std::uint8_t> bytesOf(const NumberArray& array)
{
    KTNAS_ASSERT(array.type.size == 1);
    if (!array.fortranOrder)
        return {array.bytes.begin(), array.bytes.end()};
    std::vector<std::uint8_t> bytes;
    bytes.reserve(array.count());
    inCOrder(array, [&](std::size_t at) { bytes.push_back(static_cast<std::uint8_t>(array.bytes[at])); });
    return bytes;
}

} // namespace ktnas
