// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Crc32.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace ktnas::test {

inline std::string littleEndian(std::uint64_t number, unsigned bytes)
{
    std::string text;
    for (unsigned i = 0; i < bytes; ++i)
        text += static_cast<char>(number >> 8 * i & 0xFF);
    return text;
}

/// A file of NumPy's array format, version 1. `shape` as Python writes it: "(2, 3)".
inline std::string makeNpy(const std::string& type, const std::string& shape, const std::string& data)
{
    std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }";
    header.append(63 - (10 + header.size()) % 64, ' ');
    header += '\n';
    return "\x93NUMPY" + std::string("\1\0", 2) + littleEndian(header.size(), 2) + header + data;
}

/// A zip archive of stored members, as numpy.savez() makes.
inline std::string makeNpz(const std::vector<std::pair<std::string, std::string>>& arrays)
{
    std::string file;
    std::string directory;
    for (const auto& [name, content] : arrays) {
        const std::string member = name + ".npy";
        const std::string common = littleEndian(20, 2) + std::string(8, '\0')
            + littleEndian(crc32(content), 4) + littleEndian(content.size(), 4)
            + littleEndian(content.size(), 4) + littleEndian(member.size(), 2) + littleEndian(0, 2);
        directory += "PK\1\2" + littleEndian(20, 2) + common + std::string(10, '\0')
            + littleEndian(file.size(), 4) + member;
        file += "PK\3\4" + common + member + content;
    }
    return file + directory + std::string("PK\5\6\0\0\0\0", 8) + littleEndian(arrays.size(), 2)
        + littleEndian(arrays.size(), 2) + littleEndian(directory.size(), 4) + littleEndian(file.size(), 4)
        + littleEndian(0, 2);
}

} // namespace ktnas::test
