// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ostream>
#include <stop_token>

namespace ktnas::cli {

/// Where a command's words go, and what may stop it.
struct Console {
    std::ostream& out; ///< results
    std::ostream& err; ///< messages and progress
    bool showsProgress = false; ///< err is a terminal
    std::stop_token stop; ///< requested by Ctrl+C
};

} // namespace ktnas::cli
