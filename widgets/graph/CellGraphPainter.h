// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/CellGraph.h"
#include "widgets/graph/GraphLayout.h"
#include "widgets/style/Theme.h"

#include <QPainterPath>
#include <QString>

#include <span>
#include <vector>

class QPainter;

namespace ktnas {

/// Something of a cell graph that has an operation: an edge in one view, a node in the other.
struct GraphItem {
    int edge = -1; ///< index into graph.edges, or −1
    int node = -1; ///< index into graph.nodes, or −1
    int gene = -1;
    int operation = -1;
    bool isDead = false;
    bool isNone = false; ///< "none": not drawn, its place is kept
};

/// What has an operation, in the order of the genes.
std::vector<GraphItem> graphItems(const CellGraph& graph, std::span<const Operation> operations);

/// What to ask of the layout service: depends on the wiring, the operations that the space has and the
/// theme's fonts, not on which operation an edge carries, so that node positions stay when one is edited.
LayoutRequest layoutRequest(const CellGraph& graph, std::span<const Operation> operations,
                            const Theme& theme);

/// How a cell graph is drawn apart from its data.
struct CellGraphLook {
    const GraphItem* hovered = nullptr; ///< label in heading weight; shows its place even if "none"
    const GraphItem* focused = nullptr; ///< the same with a focus ring
    QColor ground; ///< what lies behind, for halos; invalid: the theme's panel
    double shrink = 1; ///< factor on x only, for a place that is too narrow; sizes of marks and text stay
};

/// Draws the graph into the layout's own coordinates. The painter's font is not used.
void paintCellGraph(QPainter& painter, const CellGraph& graph, const GraphLayout& layout,
                    std::span<const Operation> operations, const Theme& theme, const CellGraphLook& look);

/// Where an item's words stand: the label beside an edge, or the node's box. In the layout's coordinates.
QRectF itemRect(const GraphItem& item, const CellGraph& graph, const GraphLayout& layout,
                std::span<const Operation> operations, const Theme& theme, double shrink);
/// The line of an edge item; empty for a node item.
QPainterPath itemPath(const GraphItem& item, const GraphLayout& layout, double shrink);

/// "conv 3×3", "skip (dead)", "none": an item in words (translated).
QString itemText(const GraphItem& item, std::span<const Operation> operations);
/// "in→1": where an edge is, by the labels of its ends; empty for a node.
QString itemPlace(const GraphItem& item, const CellGraph& graph);
/// Both: "in→1 conv 3×3".
QString itemSentence(const GraphItem& item, const CellGraph& graph, std::span<const Operation> operations);
/// "in→1 conv 3×3, in→2 skip (dead), …": the whole cell in words.
QString graphText(const CellGraph& graph, std::span<const Operation> operations);

} // namespace ktnas
