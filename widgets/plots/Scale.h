// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace ktnas {

/// Maps values to pixels along one direction, linearly or by logarithm, in either sense.
/// The value `from` stands at pixel `start`, `to` at `end`; both orders are allowed on both sides. A range of
/// no length maps everything to the middle.
class Scale {
public:
    enum class Kind { Linear, Log };

    Scale() = default;
    /// For Kind::Log, `from` and `to` are at least the smallest positive double (others are lifted to it).
    Scale(Kind kind, double from, double to, double start, double end);

    /// Not clamped: values outside the range land outside the pixels. NaN stays NaN.
    double toPixel(double value) const;
    /// The inverse of toPixel, not clamped.
    double toValue(double pixel) const;
    /// toPixel, kept between the two ends.
    double toPixelClamped(double value) const;

    Kind kind() const { return m_kind; }
    double from() const { return m_from; }
    double to() const { return m_to; }
    double start() const { return m_start; }
    double end() const { return m_end; }

private:
    double transformed(double value) const;

    Kind m_kind = Kind::Linear;
    double m_from = 0;
    double m_to = 1;
    double m_start = 0;
    double m_end = 1;
};

/// Round tick values (1, 2 or 5 times a power of ten apart) inside [low, high], at most about `wanted`, but
/// three where `wanted` is at least 3 and the coarser step would give fewer. Empty where the range is not
/// finite; the one value where it has no length.
std::vector<double> roundTicks(double low, double high, int wanted);

/// 1, 10, 100, … up to `last`; `withLast` adds `last` itself, in place of a power of ten less than a third of
/// a decade before it. For a log axis of ranks; `last` below 1 gives {1}.
std::vector<double> rankTicks(double last, bool withLast);

/// How many decimals tell the ticks of `step` apart (0 for whole numbers).
int decimalsForStep(double step);

} // namespace ktnas
