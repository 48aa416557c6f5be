// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/TimeScale.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ktnas {

/// Event numbers of one kind on one lane, ascending, that can be drawn at any zoom in time that depends on
/// the pixels, not on the events: what falls into one pixel is merged.
class LaneTicks {
public:
    /// What one column of pixels shows.
    struct Column {
        int x = 0; ///< the pixel (logical pixels, rounded down)
        double middle =
            0; ///< where to draw: the event's own place while it is alone, else the pixel's middle
        std::uint32_t count = 0; ///< at least 1
        std::uint64_t first = 0; ///< the earliest event of the column
        std::uint64_t last = 0; ///< the latest event of the column
        std::size_t firstIndex = 0; ///< place of `first` in the list, for its colour
    };

    /// Appends an event; numbers never descend.
    void append(std::uint64_t event);
    void clear() { m_events.clear(); }
    std::size_t size() const { return m_events.size(); }
    std::uint64_t operator[](std::size_t index) const { return m_events[index]; }
    /// Events before `position`.
    std::size_t countBefore(std::uint64_t position) const;
    /// The event whose place is nearest to a pixel, no further than `reach`; the earlier of two as near.
    std::optional<std::uint64_t> nearest(const TimeScale& scale, double x, double reach) const;

    /// Calls `visit` once for each column of [left, right) that holds an event, from left to right. Columns
    /// are `width` logical pixels wide and begin at multiples of it. Cost: the smaller of the events shown
    /// and columns × log(events of a column).
    void visitColumns(const TimeScale& scale, double width,
                      const std::function<void(const Column&)>& visit) const;

private:
    std::vector<std::uint64_t> m_events;
};

} // namespace ktnas
