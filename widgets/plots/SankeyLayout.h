// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>

#include <vector>

namespace ktnas {

/// Places the blocks and ribbons of a flow diagram with columns. A flow is a chain of blocks, one in each
/// column, with a weight; a block is as high as the flows through it.
class SankeyLayout {
public:
    struct Flow {
        std::vector<int> blocks; ///< block of each column, as long as there are columns
        double weight = 0; ///< at least 0
    };
    struct Block {
        int column = 0;
        int block = 0;
        double weight = 0;
        QRectF rect;
    };
    struct Ribbon {
        int flow = 0; ///< index in the list given
        int column = 0; ///< the column it leaves
        QRectF from; ///< its slice of the block it leaves
        QRectF to; ///< its slice of the block it reaches
    };

    SankeyLayout() = default;
    /// `blockCounts`: blocks of each column, top to bottom. Blocks are `blockWidth` wide, `gap` apart;
    /// columns share the width of `area`, each block column is centred in the height. Blocks without weight
    /// get no height. Slices are ordered by where they come from and go to, so that ribbons cross as little
    /// as they can.
    SankeyLayout(const QRectF& area, const std::vector<int>& blockCounts, const std::vector<Flow>& flows,
                 double blockWidth, double gap);

    const std::vector<Block>& blocks() const { return m_blocks; }
    const std::vector<Ribbon>& ribbons() const { return m_ribbons; }
    /// The filled shape of a ribbon: two cubic curves, level at both ends.
    static QPainterPath path(const Ribbon& ribbon);

private:
    std::vector<Block> m_blocks;
    std::vector<Ribbon> m_ribbons;
};

} // namespace ktnas
