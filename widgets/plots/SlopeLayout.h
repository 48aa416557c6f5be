// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Scale.h"

#include <QPainterPath>
#include <QPointF>
#include <QRectF>

#include <optional>
#include <vector>

namespace ktnas {

/// Where the lines between two rankings stand. Left, lines stand evenly in the order of their left rank;
/// right, on a log axis from 1 (top) to `rightCount`.
class SlopeLayout {
public:
    /// More lines than this are bundled into bands.
    static constexpr int mostLines = 60;

    struct Ranks {
        double left = 1;
        double right = 1;
    };
    struct Line {
        int line = 0; ///< index in the list given
        QPointF from;
        QPointF to;
        bool hasMoved = false; ///< |left − right| above the displacement given
    };
    /// All lines from one share of the left side to one share of the right axis.
    struct Band {
        int leftBin = 0;
        int rightBin = 0;
        std::vector<int> lines; ///< ascending
        double fromTop = 0;
        double fromBottom = 0;
        double toTop = 0;
        double toBottom = 0;
        bool hasMoved = false; ///< most of its lines have
    };

    SlopeLayout() = default;
    /// The left column stands at area.left(), the right at area.right().
    SlopeLayout(const QRectF& area, const std::vector<Ranks>& ranks, double rightCount, double displacement);

    bool isBundled() const { return m_isBundled; }
    /// In the order of the left side; made also where they are bundled.
    const std::vector<Line>& lines() const { return m_lines; }
    /// Only where they are bundled.
    const std::vector<Band>& bands() const { return m_bands; }
    const Scale& rightScale() const { return m_right; }
    /// Distance of two lines at the left.
    double rowHeight() const { return m_rowHeight; }
    /// Place in lines() of the line nearest to a point, no further than `reach`.
    std::optional<int> lineAt(QPointF point, double reach) const;
    /// Place in bands() of the topmost band under a point.
    std::optional<int> bandAt(QPointF point) const;
    QPainterPath bandPath(const Band& band) const;

private:
    void bundle();

    QRectF m_area;
    Scale m_right;
    double m_rowHeight = 0;
    bool m_isBundled = false;
    std::vector<Line> m_lines;
    std::vector<Band> m_bands;
};

} // namespace ktnas
