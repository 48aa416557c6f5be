// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <stop_token>

namespace ktnas {

/// Threads to use: `KTNAS_THREADS` where it is set to a positive number, else the machine's cores.
unsigned threadLimit();

/// Calls body(i) for every i in [0, count), on at most `threads` threads (0: threadLimit()), in no particular
/// order. Deterministic as long as body(i) writes only to slot i and draws from streams addressed by i.
/// The first exception thrown (by smallest i that threw) is rethrown after all threads have ended; a stop
/// request ends the loop early without an error, and the caller checks the token.
void parallelFor(std::size_t count, const std::function<void(std::size_t)>& body, unsigned threads = 0,
                 std::stop_token stop = {});

} // namespace ktnas
