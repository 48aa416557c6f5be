// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ktnas {

/// How soon what a thread does should be there, behind the interface itself.
enum class Urgency : std::uint8_t {
    Watched, ///< a run that the person watches
    Job, ///< everything else
};

/// Lets the interface's thread go first when this one and it want the same core; threads that this one starts
/// inherit it. A core that nobody else wants is used as before. Linux only; elsewhere nothing happens.
void stepBehindInterface(Urgency urgency);

} // namespace ktnas
