// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string>

namespace ktnas::test {

/// Bytes from hexadecimal digits, as other programs' output is kept in tests.
inline std::string fromHex(const char* digits)
{
    return QByteArray::fromHex(digits).toStdString();
}

} // namespace ktnas::test
