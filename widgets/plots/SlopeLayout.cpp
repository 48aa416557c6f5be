// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/SlopeLayout.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numeric>

namespace ktnas {

namespace {

constexpr int leftBins = 10;
constexpr int rightBins = 12;

} // namespace

SlopeLayout::SlopeLayout(const QRectF& area, const std::vector<Ranks>& ranks, double rightCount,
                         double displacement)
    : m_area(area)
    , m_right(Scale::Kind::Log, 1, std::max(rightCount, 2.0), area.top(), area.bottom())
    , m_isBundled(ranks.size() > static_cast<std::size_t>(mostLines))
{
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a].left < ranks[b].left; });
    m_rowHeight = ranks.size() > 1 ? area.height() / static_cast<double>(ranks.size() - 1) : area.height();
    for (std::size_t k = 0; k < order.size(); ++k) {
        const Ranks& rank = ranks[order[k]];
        m_lines.push_back({static_cast<int>(order[k]),
                           {area.left(), area.top() + m_rowHeight * static_cast<double>(k)},
                           {area.right(), m_right.toPixelClamped(rank.right)},
                           std::abs(rank.left - rank.right) > displacement});
    }
    if (m_isBundled)
        bundle();
}

void SlopeLayout::bundle()
{
    const std::size_t count = m_lines.size();
    std::map<std::pair<int, int>, Band> bands; // ordered: left share, then right share
    std::vector<std::size_t> inLeftBin(leftBins, 0);
    std::vector<std::size_t> inRightBin(rightBins, 0);
    std::map<std::pair<int, int>, std::size_t> moved;
    for (std::size_t k = 0; k < count; ++k) {
        const int left = static_cast<int>(k * leftBins / count);
        const double share = (m_lines[k].to.y() - m_area.top()) / std::max(m_area.height(), 1e-9);
        const int right = std::clamp(static_cast<int>(share * rightBins), 0, rightBins - 1);
        Band& band = bands[{left, right}];
        band.leftBin = left;
        band.rightBin = right;
        band.lines.push_back(m_lines[k].line);
        ++inLeftBin[static_cast<std::size_t>(left)];
        ++inRightBin[static_cast<std::size_t>(right)];
        moved[{left, right}] += m_lines[k].hasMoved ? 1 : 0;
    }
    const std::size_t fullest = *std::max_element(inRightBin.begin(), inRightBin.end());
    const double leftHeight = m_area.height() / leftBins;
    const double rightHeight = m_area.height() / rightBins;
    const double gap = std::min(2.0, leftHeight / 8);
    std::vector<double> usedRight(rightBins, 0);
    std::map<int, double> usedLeft;
    for (auto& [key, band] : bands) {
        const auto lines = static_cast<double>(band.lines.size());
        const double fromHeight =
            (leftHeight - gap) * lines / static_cast<double>(inLeftBin[static_cast<std::size_t>(key.first)]);
        band.fromTop = m_area.top() + leftHeight * key.first + usedLeft[key.first];
        band.fromBottom = band.fromTop + fromHeight;
        usedLeft[key.first] += fromHeight;
        // The fullest share of the right axis is filled, the others in proportion.
        const auto r = static_cast<std::size_t>(key.second);
        const double toHeight = (rightHeight - gap) * lines / static_cast<double>(fullest);
        const double whole =
            (rightHeight - gap) * static_cast<double>(inRightBin[r]) / static_cast<double>(fullest);
        const double top = m_area.top() + rightHeight * key.second + (rightHeight - whole) / 2;
        band.toTop = top + usedRight[r];
        band.toBottom = band.toTop + toHeight;
        usedRight[r] += toHeight;
        std::sort(band.lines.begin(), band.lines.end());
        band.hasMoved = 2 * moved[key] > band.lines.size();
        m_bands.push_back(band);
    }
}

QPainterPath SlopeLayout::bandPath(const Band& band) const
{
    const double middle = m_area.center().x();
    QPainterPath path(QPointF(m_area.left(), band.fromTop));
    path.cubicTo(middle, band.fromTop, middle, band.toTop, m_area.right(), band.toTop);
    path.lineTo(m_area.right(), band.toBottom);
    path.cubicTo(middle, band.toBottom, middle, band.fromBottom, m_area.left(), band.fromBottom);
    path.closeSubpath();
    return path;
}

std::optional<int> SlopeLayout::lineAt(QPointF point, double reach) const
{
    std::optional<int> best;
    double least = reach;
    for (std::size_t k = 0; k < m_lines.size(); ++k) {
        const QPointF way = m_lines[k].to - m_lines[k].from;
        const double length = QPointF::dotProduct(way, way);
        const double share =
            length > 0 ? std::clamp(QPointF::dotProduct(point - m_lines[k].from, way) / length, 0.0, 1.0) : 0;
        const QPointF off = point - (m_lines[k].from + way * share);
        const double distance = std::sqrt(QPointF::dotProduct(off, off));
        if (distance < least || (distance == least && !best)) {
            least = distance;
            best = static_cast<int>(k);
        }
    }
    return best;
}

std::optional<int> SlopeLayout::bandAt(QPointF point) const
{
    for (std::size_t k = m_bands.size(); k > 0; --k) {
        if (bandPath(m_bands[k - 1]).contains(point))
            return static_cast<int>(k - 1);
    }
    return std::nullopt;
}

} // namespace ktnas
