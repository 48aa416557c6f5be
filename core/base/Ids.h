// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// First and apart: moc of Qt 6.4 cannot parse <compare> and <concepts> unless <cstddef> came before them.
#include <cstddef>

#include <compare>
#include <cstdint>
#include <functional>

namespace ktnas {

/// A number that names one kind of thing; two kinds do not mix.
/// Default construction gives `none()`, the id that names nothing.
template <class Tag, class Rep> struct Id {
    Rep value = static_cast<Rep>(-1);

    constexpr Id() = default;
    constexpr explicit Id(Rep v)
        : value(v)
    {
    }
    static constexpr Id none() { return Id(); }
    constexpr bool isNone() const { return value == static_cast<Rep>(-1); }
    friend constexpr auto operator<=>(Id, Id) = default;
};

/// A cell of one space: its ordinal where the space can be enumerated, else its place in a `CellPool`.
using CellId = Id<struct CellTag, std::uint32_t>;
/// A task of one run, 0-based in the order in which the run names them.
using TaskId = Id<struct TaskTag, std::uint16_t>;
/// An individual of one run, 0-based in order of birth. One cell may be born more than once.
using MemberId = Id<struct MemberTag, std::uint32_t>;
/// The place of an event in a record, 0-based. As a cursor, n means "the first n events have happened".
using EventIndex = std::uint64_t;

} // namespace ktnas

template <class Tag, class Rep> struct std::hash<ktnas::Id<Tag, Rep>> {
    std::size_t operator()(ktnas::Id<Tag, Rep> id) const noexcept { return std::hash<Rep>()(id.value); }
};
