// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

#include <vector>

class QPainter;

namespace ktnas {

struct Theme;

/// Ranks of one cell on all tasks as dots on one log axis from `count` (left) to 1 (right, better): a table's
/// column. A value, cheap to make and to paint; used by delegates, so it is no widget.
struct DotStrip {
    struct Dot {
        double rank = 1; ///< 1 = best; NaN is not drawn
        int task = -1; ///< colour
    };
    std::vector<Dot> dots;
    double count = 1; ///< how many ranks there are, at least 1

    /// Where a dot stands on a strip that fills `rect`.
    double xOf(double rank, const QRectF& rect, const Theme& theme) const;
    /// Paints line and dots; later tasks on top, rings of `ground` (what lies behind) keep close ones apart.
    void paint(QPainter& painter, const QRectF& rect, const Theme& theme, const QColor& ground) const;
};

} // namespace ktnas
