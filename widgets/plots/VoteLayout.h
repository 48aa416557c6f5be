// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/plots/Scale.h"

#include <QPainterPath>
#include <QRectF>

#include <optional>

namespace ktnas {

/// Where the columns and rows of a vote diagram stand. Widths are for zoom 1 and multiplied by `zoom`. Where
/// there is little room, the generations go first, then the truth's numbers, then the curves get narrower.
class VoteLayout {
public:
    enum class Side { Voters, Candidates };
    struct Row {
        Side side = Side::Voters;
        int index = 0;
        friend bool operator==(const Row&, const Row&) = default;
    };

    VoteLayout() = default;
    /// Rows begin at area.top() − scroll. φ's axis shows [phiLow, phiHigh], the truth's log axis `truthCount`
    /// to 1.
    VoteLayout(const QRectF& area, int voters, int candidates, double scroll, double zoom, double phiLow,
               double phiHigh, double truthCount);

    double rowHeight() const { return m_rowHeight; }
    /// The middle of a row.
    double rowY(int index) const { return m_area.top() - m_scroll + (index + 0.5) * m_rowHeight; }
    /// Height of all rows.
    double contentHeight() const;
    QRectF area() const { return m_area; }

    bool hasGenerations() const { return m_hasGenerations; }
    bool hasTruthNumbers() const { return m_hasTruthNumbers; }
    double voterNameRight() const { return m_voterNameRight; }
    double voterGlyphX() const { return m_voterNameRight + 8 * m_zoom; } ///< left edge
    double labelX() const { return m_labelX; } ///< middle of the +1 / −1 disc
    double curveLeft() const { return m_labelX + 11 * m_zoom; }
    double curveRight() const { return m_candidateLeft - 8 * m_zoom; }
    double candidateLeft() const { return m_candidateLeft; } ///< left edge of its glyph
    double candidateNameLeft() const { return m_candidateLeft + 28 * m_zoom; }
    double marksLeft() const { return m_marksLeft; } ///< middle of the first source mark
    double chosenRight() const { return m_chosenRight; }
    const Scale& phi() const { return m_phi; }
    const Scale& truth() const { return m_truth; }
    double truthNumberRight() const { return m_area.right(); }

    /// The curve of a vote: level at both ends.
    QPainterPath curve(int voter, int candidate) const;
    /// The row under a point: left of the curves' middle a voter's, right of it a candidate's.
    std::optional<Row> at(QPointF point) const;

private:
    QRectF m_area;
    double m_scroll = 0;
    double m_zoom = 1;
    int m_voters = 0;
    int m_candidates = 0;
    double m_rowHeight = 22;
    bool m_hasGenerations = true;
    bool m_hasTruthNumbers = true;
    double m_voterNameRight = 0;
    double m_labelX = 0;
    double m_candidateLeft = 0;
    double m_marksLeft = 0;
    double m_chosenRight = 0;
    Scale m_phi;
    Scale m_truth;
};

} // namespace ktnas
