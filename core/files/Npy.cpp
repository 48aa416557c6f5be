// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/Npy.h"

#include "core/base/Text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace ktnas {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view magic = "\x93NUMPY"sv;
constexpr const char* fetchAgain = "The file was cut or damaged on its way: fetch it again.";
/// NumPy itself has none above this.
constexpr std::size_t mostAxes = 32;

/// Reads the Python dictionary of the header: {'descr': '|u1', 'fortran_order': False, 'shape': (3, 4), }.
class HeaderText {
public:
    HeaderText(std::string_view text, std::size_t offset, ErrorCode damaged)
        : m_text(text)
        , m_offset(offset)
        , m_damaged(damaged)
    {
    }

    NumberArray read()
    {
        NumberArray array;
        std::array<bool, 3> seen{};
        take('{');
        while (!found('}')) {
            const std::string_view key = quoted();
            take(':');
            if (key == "descr") {
                readType(array);
                seen[0] = true;
            } else if (key == "fortran_order") {
                array.fortranOrder = truth();
                seen[1] = true;
            } else if (key == "shape") {
                readShape(array);
                seen[2] = true;
            } else {
                throw wrong("one of the keys descr, fortran_order and shape");
            }
            if (!found(',')) {
                take('}');
                break;
            }
        }
        skipBlanks();
        if (m_at < m_text.size())
            throw wrong("nothing behind the header's dictionary");
        if (!seen[0] || !seen[1] || !seen[2])
            throw wrong("the keys descr, fortran_order and shape");
        return array;
    }

private:
    Error wrong(std::string expected) const
    {
        Error error(m_damaged);
        error.atByte(m_offset + m_at)
            .expecting(std::move(expected))
            .butFound(m_at < m_text.size() ? fmt::format("“{}”", excerpt(m_text.substr(m_at), 20))
                                           : std::string("the end of the header"))
            .hinting(fetchAgain);
        return error;
    }
    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\r\n\f\v", m_at), m_text.size()); }
    bool found(char c)
    {
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    void take(char c)
    {
        if (!found(c))
            throw wrong(fmt::format("“{}”", c));
    }
    bool word(std::string_view text)
    {
        skipBlanks();
        if (!m_text.substr(m_at).starts_with(text))
            return false;
        m_at += text.size();
        return true;
    }
    std::string_view quoted()
    {
        skipBlanks();
        const char quote = m_at < m_text.size() ? m_text[m_at] : '\0';
        const std::size_t end =
            quote == '\'' || quote == '"' ? m_text.find(quote, m_at + 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            throw wrong("a text in quotes");
        const std::string_view text = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        return text;
    }
    bool truth()
    {
        if (word("True"))
            return true;
        if (word("False"))
            return false;
        throw wrong("True or False");
    }
    void readType(NumberArray& array)
    {
        skipBlanks();
        const std::size_t place = m_offset + m_at;
        if (m_at < m_text.size() && m_text[m_at] == '[')
            throw Error(ErrorCode::UnknownFormat)
                .atByte(place)
                .expecting("an array of numbers")
                .butFound("an array of records")
                .hinting("Save each field as an array of its own.");
        const std::string_view text = quoted();
        const auto type = parseElementType(text);
        if (!type && text.find('O') != std::string_view::npos)
            throw Error(ErrorCode::UnknownFormat)
                .atByte(place)
                .expecting("an array of numbers")
                .butFound("an array of Python objects, which would have to be unpickled")
                .hinting("It is refused for safety. Save the array again with a type of numbers.");
        if (!type)
            throw Error(ErrorCode::UnknownFormat)
                .atByte(place)
                .expecting("an array of numbers (b1, u1 to u8, i1 to i8, f4 or f8)")
                .butFound(fmt::format("the type “{}”", excerpt(text)))
                .hinting("Save the array again with one of these types.");
        array.type = *type;
    }
    void readShape(NumberArray& array)
    {
        take('(');
        while (!found(')')) {
            skipBlanks();
            std::size_t digits = 0;
            while (m_at + digits < m_text.size() && m_text[m_at + digits] >= '0'
                   && m_text[m_at + digits] <= '9')
                ++digits;
            const auto size = parseInteger(m_text.substr(m_at, digits));
            if (!size || array.shape.size() == mostAxes)
                throw wrong("at most 32 sizes, whole numbers");
            m_at += digits;
            (void)found('L'); // Python 2 wrote long integers so
            array.shape.push_back(static_cast<std::size_t>(*size));
            if (!found(',')) {
                take(')');
                break;
            }
        }
    }

    std::string_view m_text;
    std::size_t m_offset;
    ErrorCode m_damaged;
    std::size_t m_at = 0;
};

std::size_t littleEndian(std::string_view bytes)
{
    std::size_t number = 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(bytes[i]);
    return number;
}

Error cut(std::string expected, std::size_t size, ErrorCode damaged)
{
    Error error(damaged);
    error.atByte(size)
        .expecting(std::move(expected))
        .butFound(fmt::format("{} bytes in all", size))
        .hinting(fetchAgain);
    return error;
}

} // namespace

bool looksLikeNpy(std::string_view bytes)
{
    return bytes.starts_with(magic);
}

NumberArray readNpy(std::string_view bytes, ErrorCode damaged)
{
    if (!looksLikeNpy(bytes))
        throw Error(damaged)
            .atByte(0)
            .expecting("a NumPy array, which begins with the bytes 93 4E 55 4D 50 59")
            .butFound("other bytes")
            .hinting(fetchAgain);
    if (bytes.size() < 10)
        throw cut("a header", bytes.size(), damaged);
    const unsigned version = static_cast<unsigned char>(bytes[6]);
    if (version < 1 || version > 3)
        throw Error(ErrorCode::UnknownFormat)
            .atByte(6)
            .expecting("version 1, 2 or 3 of the NumPy array format")
            .butFound(std::to_string(version))
            .hinting("Save the array with a current NumPy.");
    const std::size_t lengthSize = version == 1 ? 2 : 4;
    if (bytes.size() < 8 + lengthSize)
        throw cut("a header", bytes.size(), damaged);
    const std::size_t length = littleEndian(bytes.substr(8, lengthSize));
    const std::size_t begin = 8 + lengthSize;
    if (bytes.size() - begin < length)
        throw cut(fmt::format("a header of {} bytes", length), bytes.size(), damaged);
    NumberArray array = HeaderText(bytes.substr(begin, length), begin, damaged).read();
    array.bytes = bytes.substr(begin + length);
    const auto promised = byteCount(array.type, array.shape);
    if (!promised || *promised != array.bytes.size())
        throw Error(damaged)
            .atByte(begin + length)
            .expecting(fmt::format("{} numbers of {} bytes, {}", array.shapeText(), array.type.size,
                                   promised ? fmt::format("{} bytes", *promised) : "which no file has"))
            .butFound(fmt::format("{} bytes", array.bytes.size()))
            .hinting(fetchAgain);
    return array;
}

} // namespace ktnas
