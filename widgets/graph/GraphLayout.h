// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <vector>

namespace ktnas {

/// What dot has to know of a graph: sizes and ends, no meaning. Two cells with the same wiring make equal
/// requests, so that a picture does not jump when one operation is edited. Sizes in logical pixels.
struct LayoutRequest {
    struct Node {
        QSizeF size;
        bool isRound = true;
        int group = 0; ///< groups are laid out apart and stacked, lowest first
        friend bool operator==(const Node&, const Node&) = default;
    };
    struct Edge {
        int from = 0;
        int to = 0;
        QSizeF label; ///< room for the label; empty for none
        friend bool operator==(const Edge&, const Edge&) = default;
    };
    std::vector<Node> nodes;
    std::vector<Edge> edges; ///< both ends in one group
    double nodeSeparation = 0;
    double rankSeparation = 0;
    double groupSeparation = 0; ///< between the pictures of two groups
    friend bool operator==(const LayoutRequest&, const LayoutRequest&) = default;
};

/// Positions in logical pixels from the upper left corner of the picture, y downwards; flow runs from top to
/// bottom.
struct GraphLayout {
    struct Edge {
        std::vector<QPointF> spline; ///< 3·n + 1 points of n cubic pieces, from `from` to the arrow's foot
        QPointF tip; ///< the arrow's point, on the border of `to`
        QRectF label; ///< empty where none was asked for
    };
    std::vector<QPointF> nodes; ///< centres
    std::vector<Edge> edges;
    std::vector<double> groupTops; ///< y of each group's picture
    QSizeF size;
};

} // namespace ktnas
