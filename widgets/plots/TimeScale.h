// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace ktnas {

/// Events ↔ pixels of the time line. Event i fills the room from i to i + 1; a cursor at n stands between
/// event n − 1 and event n ("the first n events have happened"). A range of no events is treated as one event
/// wide.
class TimeScale {
public:
    TimeScale() = default;
    /// Shows events [from, to) in pixels [left, right).
    TimeScale(double from, double to, double left, double right);

    double from() const { return m_from; }
    double to() const { return m_to; }
    double left() const { return m_left; }
    double right() const { return m_right; }
    /// Pixels an event.
    double eventWidth() const;
    /// Where the middle of an event stands; not clamped.
    double eventX(std::uint64_t event) const;
    /// Where a cursor stands; not clamped.
    double cursorX(std::uint64_t position) const;
    /// The cursor position nearest to a pixel, in [0, end].
    std::uint64_t positionAt(double x, std::uint64_t end) const;
    /// The first event whose middle is at or right of a pixel; 0 left of all.
    std::uint64_t firstEventFrom(double x) const;
    /// Zooms in (factor > 1) or out around a pixel; stays inside [0, end] and shows at least `fewest` events.
    TimeScale zoomedAt(double x, double factor, double end, double fewest) const;
    /// Moved by this many pixels, kept inside [0, end].
    TimeScale panned(double pixels, double end) const;

    friend bool operator==(const TimeScale&, const TimeScale&) = default;

private:
    double m_from = 0;
    double m_to = 1;
    double m_left = 0;
    double m_right = 1;
};

} // namespace ktnas
