// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/VoteLayout.h"

#include <algorithm>

namespace ktnas {

VoteLayout::VoteLayout(const QRectF& area, int voters, int candidates, double scroll, double zoom,
                       double phiLow, double phiHigh, double truthCount)
    : m_area(area)
    , m_scroll(scroll)
    , m_zoom(zoom)
    , m_voters(std::max(voters, 0))
    , m_candidates(std::max(candidates, 0))
    , m_rowHeight(22 * zoom)
{
    const double width = area.width() / zoom;
    m_hasGenerations = width >= 660;
    m_hasTruthNumbers = width >= 600;
    const double voterBlock = (m_hasGenerations ? 68 : 8) + 112; // generation, name, glyph, label
    const double candidateBlock = 150; // glyph, name, marks, "chosen"
    const double numbers = m_hasTruthNumbers ? 48 : 8;
    // What is left is shared by the curves (most), φ and the truth.
    const double rest = std::max(width - voterBlock - candidateBlock - numbers - 3 * 16, 120.0);
    const double phiWidth = std::clamp(rest * 0.18, 40.0, 130.0);
    const double truthWidth = std::clamp(rest * 0.30, 50.0, 200.0);
    const double curves = std::max(rest - phiWidth - truthWidth, 40.0);

    const auto x = [&](double at) { return area.left() + at * zoom; };
    m_voterNameRight = x(voterBlock - 60);
    m_labelX = x(voterBlock - 14);
    const double candidate = voterBlock + curves;
    m_candidateLeft = x(candidate);
    m_marksLeft = x(candidate + 84);
    m_chosenRight = x(candidate + candidateBlock);
    const double phi = candidate + candidateBlock + 16;
    m_phi =
        Scale(Scale::Kind::Linear, std::min(phiLow, 0.0), std::max(phiHigh, 0.0), x(phi), x(phi + phiWidth));
    const double truth = phi + phiWidth + 24;
    m_truth = Scale(Scale::Kind::Log, std::max(truthCount, 2.0), 1, x(truth), x(truth + truthWidth - 16));
}

double VoteLayout::contentHeight() const
{
    return std::max(m_voters, m_candidates) * m_rowHeight;
}

QPainterPath VoteLayout::curve(int voter, int candidate) const
{
    const double middle = (curveLeft() + curveRight()) / 2;
    QPainterPath path(QPointF(curveLeft(), rowY(voter)));
    path.cubicTo(middle, rowY(voter), middle, rowY(candidate), curveRight(), rowY(candidate));
    return path;
}

std::optional<VoteLayout::Row> VoteLayout::at(QPointF point) const
{
    if (!m_area.contains(point))
        return std::nullopt;
    const Side side = point.x() < (curveLeft() + curveRight()) / 2 ? Side::Voters : Side::Candidates;
    const int index = static_cast<int>((point.y() - m_area.top() + m_scroll) / m_rowHeight);
    if (index < 0 || index >= (side == Side::Voters ? m_voters : m_candidates))
        return std::nullopt;
    return Row{side, index};
}

} // namespace ktnas
