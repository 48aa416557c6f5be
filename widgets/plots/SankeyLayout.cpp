// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/SankeyLayout.h"

#include "core/base/Error.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace ktnas {

SankeyLayout::SankeyLayout(const QRectF& area, const std::vector<int>& blockCounts,
                           const std::vector<Flow>& flows, double blockWidth, double gap)
{
    const std::size_t columns = blockCounts.size();
    std::vector<std::size_t> firstBlock;
    for (std::size_t c = 0; c < columns; ++c) {
        firstBlock.push_back(m_blocks.size());
        for (int b = 0; b < blockCounts[c]; ++b)
            m_blocks.push_back({static_cast<int>(c), b, 0, {}});
    }
    for (const Flow& flow : flows) {
        KTNAS_ASSERT(flow.blocks.size() == columns && flow.weight >= 0);
        for (std::size_t c = 0; c < columns; ++c) {
            KTNAS_ASSERT(flow.blocks[c] >= 0 && flow.blocks[c] < blockCounts[c]);
            m_blocks[firstBlock[c] + static_cast<std::size_t>(flow.blocks[c])].weight += flow.weight;
        }
    }
    const double total = std::accumulate(flows.begin(), flows.end(), 0.0,
                                         [](double sum, const Flow& flow) { return sum + flow.weight; });
    int mostBlocks = 1;
    for (const int count : blockCounts)
        mostBlocks = std::max(mostBlocks, count);
    const double perWeight = total > 0 ? std::max(area.height() - gap * (mostBlocks - 1), 1.0) / total : 0;
    for (std::size_t c = 0; c < columns; ++c) {
        const double x = columns == 1 ? area.left()
                                      : area.left()
                + (area.width() - blockWidth) * static_cast<double>(c) / static_cast<double>(columns - 1);
        double y =
            area.top() + (area.height() - total * perWeight - gap * std::max(blockCounts[c] - 1, 0)) / 2;
        for (int b = 0; b < blockCounts[c]; ++b) {
            Block& block = m_blocks[firstBlock[c] + static_cast<std::size_t>(b)];
            block.rect = QRectF(x, y, blockWidth, block.weight * perWeight);
            y += block.rect.height() + gap;
        }
    }

    // Inside a block, flows leave in the order of where they go and arrive in the order of where they came
    // from; earlier columns decide ties, so that one flow keeps its place in a bundle.
    std::vector<std::size_t> order(flows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t c = 0; c + 1 < columns; ++c) {
        std::vector<QRectF> from(flows.size());
        std::vector<QRectF> to(flows.size());
        const auto place = [&](std::size_t column, std::size_t other, std::vector<QRectF>& slices) {
            std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
                if (flows[a].blocks[column] != flows[b].blocks[column])
                    return flows[a].blocks[column] < flows[b].blocks[column];
                if (flows[a].blocks[other] != flows[b].blocks[other])
                    return flows[a].blocks[other] < flows[b].blocks[other];
                return flows[a].blocks < flows[b].blocks;
            });
            std::vector<double> used(static_cast<std::size_t>(std::max(blockCounts[column], 0)), 0);
            for (const std::size_t f : order) {
                const auto b = static_cast<std::size_t>(flows[f].blocks[column]);
                const QRectF& rect = m_blocks[firstBlock[column] + b].rect;
                const double height = flows[f].weight * perWeight;
                slices[f] = QRectF(rect.left(), rect.top() + used[b], rect.width(), height);
                used[b] += height;
            }
        };
        place(c, c + 1, from);
        place(c + 1, c, to);
        for (std::size_t f = 0; f < flows.size(); ++f) {
            if (flows[f].weight > 0)
                m_ribbons.push_back({static_cast<int>(f), static_cast<int>(c), from[f], to[f]});
        }
    }
}

QPainterPath SankeyLayout::path(const Ribbon& ribbon)
{
    const double left = ribbon.from.right();
    const double right = ribbon.to.left();
    const double middle = (left + right) / 2;
    QPainterPath path(QPointF(left, ribbon.from.top()));
    path.cubicTo(middle, ribbon.from.top(), middle, ribbon.to.top(), right, ribbon.to.top());
    path.lineTo(right, ribbon.to.bottom());
    path.cubicTo(middle, ribbon.to.bottom(), middle, ribbon.from.bottom(), left, ribbon.from.bottom());
    path.closeSubpath();
    return path;
}

} // namespace ktnas
