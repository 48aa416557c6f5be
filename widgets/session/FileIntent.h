// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ktnas {

/// What a path is for the studio, judged by the beginning of its content.
struct FileIntent {
    enum class Kind : std::uint8_t {
        Work, ///< a benchmark, record or workspace, or nothing that can be read: Session::open() says why
        Pictures, ///< an image data set, or something that may be one
        Plan, ///< a plan of a benchmark (JSON)
        Results, ///< results of a benchmark that is being made (.kts)
    };
    Kind kind = Kind::Work;
    /// Why it is no benchmark; what to say where it turns out to be no image data set either.
    std::optional<Error> otherwise;
};

/// Reads a few kilobytes; never throws.
FileIntent fileIntent(const std::string& path);

} // namespace ktnas
