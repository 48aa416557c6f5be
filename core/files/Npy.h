// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/files/NumberArray.h"

#include <string_view>

namespace ktnas {

/// True if the bytes begin as a NumPy array file does.
bool looksLikeNpy(std::string_view bytes);

/// Reads a NumPy array file (.npy, versions 1 to 3) of numbers, in place: the array's bytes are part of
/// `bytes`. Throws UnknownFormat for arrays of objects (they hold a pickle, which is never read), text or
/// records, and `damaged` for a header that is no such header or contradicts the length; both with the byte.
/// The caller adds the file name. Cost: that of the header.
NumberArray readNpy(std::string_view bytes, ErrorCode damaged = ErrorCode::PicturesDamaged);

} // namespace ktnas
