// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/files/PickleTree.h"

#include <cstddef>
#include <string_view>

namespace ktnas {

/// True if the bytes begin as a pickle of protocol 2 to 5 does (older ones have no mark).
bool looksLikePickle(std::string_view bytes);

struct PickleLimits {
    /// The most values that a file may hold; each takes some 50 bytes of memory and at least one of the file.
    std::size_t values = 20'000'000;
    /// Code of the errors for files that are cut or contradict themselves.
    ErrorCode damaged = ErrorCode::PicturesDamaged;
};

/// Reads a Python pickle, protocols 0 to 5, without Python and without running anything: a file can name only
/// what a closed table has (OrderedDict, sets, NumPy's numbers, types and arrays, torch's tensors, which keep
/// shape and type only), and what is made of it is data. Every length is compared with the bytes that are
/// left before anything is allocated; nothing recurses; shared values stay shared, so that no file can grow
/// to more than a fixed multiple of its length. Throws UnknownFormat for what a restricted reader must refuse
/// (it names the class or function and its place: nothing of it was run) and for too many values,
/// `limits.damaged` for the rest, both with the byte; the caller adds the file name. Bytes behind the
/// pickle's end are not looked at (PickleTree::end()). Cost: about 20 million small values a second; a block
/// of bytes costs nothing whatever its size.
PickleTree readPickle(std::string_view bytes, const PickleLimits& limits = {});

} // namespace ktnas
