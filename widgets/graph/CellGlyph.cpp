// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CellGlyph.h"

#include "widgets/graph/OperationLook.h"
#include "widgets/style/Colour.h"
#include "widgets/style/PainterState.h"

#include <QCache>
#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {

namespace {

constexpr double deadShare = 0.32;
constexpr double smallestTick = 32; // below, a tick would be a blot

// Width and dash of an edge in a square glyph of side s.
QPen glyphPen(const Operation& operation, double s, const Theme& theme)
{
    const QColor colour = theme.operationColour(operationStyle(operation.family));
    double width = 0;
    bool isDashed = false;
    switch (operation.family) {
    case OperationFamily::None:
        return QPen(Qt::NoPen);
    case OperationFamily::Conv3x3:
    case OperationFamily::Separable:
        width = std::max(2.0, 0.10 * s);
        break;
    case OperationFamily::AvgPool:
    case OperationFamily::MaxPool:
        width = std::max(1.5, 0.07 * s);
        isDashed = true;
        break;
    case OperationFamily::Conv1x1:
    case OperationFamily::Dilated:
        width = std::max(1.25, 0.06 * s);
        break;
    case OperationFamily::Skip:
        width = std::max(0.75, 0.03 * s);
        break;
    }
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (isDashed)
        pen.setDashPattern({0.11 * s / width, 0.07 * s / width});
    return pen;
}

void paintSquare(QPainter& painter, const QRectF& rect, const CellGraph& graph,
                 std::span<const Operation> operations, const Theme& theme)
{
    const double s = rect.width();
    const double margin = 0.14 * s;
    const QRectF inner = rect.adjusted(margin, margin, -margin, -margin);
    const std::array corners{inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()};
    const auto corner = [&](int node) { return corners[static_cast<std::size_t>(node)]; };
    const auto isEdge = [](const CellGraph::Edge& edge, int from, int to) {
        return edge.from == from && edge.to == to;
    };
    const auto penOf = [&](const CellGraph::Edge& edge) {
        QPen pen = glyphPen(operationAt(operations, edge.operation), s, theme);
        if (edge.dead)
            pen.setColor(faded(pen.color(), deadShare));
        return pen;
    };

    double fallingWidth = 0;
    for (const CellGraph::Edge& edge : graph.edges) {
        if (isEdge(edge, 0, 3) && penOf(edge).style() != Qt::NoPen)
            fallingWidth = penOf(edge).widthF();
    }
    const auto draw = [&](const CellGraph::Edge& edge) {
        QPen pen = penOf(edge);
        if (pen.style() == Qt::NoPen)
            return;
        const QPointF from = corner(edge.from);
        const QPointF to = corner(edge.to);
        painter.setPen(pen);
        if (isEdge(edge, 1, 2) && fallingWidth > 0) {
            // The other diagonal passes in front: left out here rather than erased there, so that any ground
            // shows through. Both cross at right angles, so the flat ends are the border of the gap.
            const QPointF centre = (from + to) / 2;
            const double half = (fallingWidth + std::max(1.5, 0.05 * s)) / 2;
            const QPointF step = (to - from) / std::hypot(to.x() - from.x(), to.y() - from.y());
            painter.drawLine(from, centre - step * half);
            if (pen.style() == Qt::CustomDashLine) {
                const QPointF skipped = centre + step * half - from;
                pen.setDashOffset(std::hypot(skipped.x(), skipped.y()) / pen.widthF());
                painter.setPen(pen);
            }
            painter.drawLine(centre + step * half, to);
            return;
        }
        painter.drawLine(from, to);
        if (edge.strided && s >= smallestTick)
            paintStrideTick(painter, (from + to) / 2, to - from, std::max(1.5, 0.05 * s), pen);
    };
    // The rising diagonal lies behind everything else.
    for (const CellGraph::Edge& edge : graph.edges) {
        if (isEdge(edge, 1, 2))
            draw(edge);
    }
    for (const CellGraph::Edge& edge : graph.edges) {
        if (!isEdge(edge, 1, 2))
            draw(edge);
    }
    painter.setPen(Qt::NoPen);
    const double radius = std::max(1.3, 0.055 * s);
    for (const int node : {1, 2, 0, 3}) {
        painter.setBrush(node == 0 || node == 3 ? theme.text : theme.text2);
        painter.drawEllipse(corner(node), radius, radius);
    }
}

void paintArcs(QPainter& painter, const QRectF& rect, const CellGraph& graph,
               std::span<const Operation> operations, const Theme& theme)
{
    const double s = rect.height();
    const int states = 7; // two inputs and five blocks; the output is all that is not read again
    const double margin = 0.09 * s;
    const double step = (rect.width() - 2 * margin) / (states - 1);
    const double middle = rect.center().y();
    const auto place = [&](int state) { return QPointF(rect.left() + margin + state * step, middle); };
    const auto stateOf = [&](int node) {
        int first = 0;
        while (graph.nodes[static_cast<std::size_t>(first)].group
               != graph.nodes[static_cast<std::size_t>(node)].group)
            ++first;
        return node - first;
    };
    painter.setBrush(Qt::NoBrush);
    // The widest arcs first, so that short ones stay in front.
    std::vector<const CellGraph::Edge*> edges;
    for (const CellGraph::Edge& edge : graph.edges) {
        if (edge.operation >= 0)
            edges.push_back(&edge);
    }
    std::stable_sort(edges.begin(), edges.end(), [](const CellGraph::Edge* a, const CellGraph::Edge* b) {
        return a->to - a->from > b->to - b->from;
    });
    for (const CellGraph::Edge* edge : edges) {
        const QPointF from = place(stateOf(edge->from));
        const QPointF to = place(stateOf(edge->to));
        const double height = 0.07 * s * (edge->to - edge->from);
        const bool isBelow = graph.nodes[static_cast<std::size_t>(edge->from)].group == 1;
        const Operation& operation = operationAt(operations, edge->operation);
        // Lines of the inspector at 64 px of height; thinner in thinner glyphs.
        QPen pen =
            theme.operationPen(operationStyle(operation.family), operation.kernel, std::max(0.45, s / 64));
        if (edge->dead)
            pen.setColor(faded(pen.color(), deadShare));
        painter.setPen(pen);
        QPainterPath arc(from);
        const QRectF ellipse(from.x(), middle - height, to.x() - from.x(), 2 * height);
        arc.arcTo(ellipse, 180, isBelow ? 180 : -180);
        painter.drawPath(arc);
    }
    painter.setPen(Qt::NoPen);
    const double radius = std::max(1.3, 0.045 * s);
    for (int state = 0; state < states; ++state) {
        painter.setBrush(state < 2 ? theme.text : theme.text2);
        painter.drawEllipse(place(state), radius, radius);
    }
}

// The DARTS-like space is the only one that is too large to be listed, and the only one of two cells.
bool isTwoCells(const Space& space)
{
    return !space.cellCount().has_value();
}

struct GlyphKey {
    QByteArray space;
    Cell cell;
    int width = 0; // in 1/64 device pixels, so that fractional sizes differ
    double ratio = 1;
    bool isDark = false;
    friend bool operator==(const GlyphKey&, const GlyphKey&) = default;
};

std::size_t qHash(const GlyphKey& key, std::size_t seed = 0)
{
    const auto genes = key.cell.genes();
    return qHashMulti(seed, key.space, QByteArrayView(genes.data(), static_cast<qsizetype>(genes.size())),
                      key.width, key.ratio, key.isDark);
}

// Emptied while there is still an application: pixmaps must not outlive it.
QCache<GlyphKey, QPixmap>& glyphCache()
{
    static QCache<GlyphKey, QPixmap> cache(16 * 1024); // kB
    static const bool isRegistered = [] {
        qAddPostRoutine([] { glyphCache().clear(); });
        return true;
    }();
    Q_UNUSED(isRegistered)
    return cache;
}

} // namespace

QSizeF cellGlyphSize(const Space& space, double side)
{
    return isTwoCells(space) ? QSizeF(std::max(64.0, 2 * side), std::max(32.0, side)) : QSizeF(side, side);
}

void paintCellGlyph(QPainter& painter, const QRectF& rect, const Space& space, const Cell& cell,
                    const Theme& theme)
{
    const PainterState saved(painter);
    const CellGraph graph = space.graph(cell, CellGraph::View::OperationsOnEdges);
    if (isTwoCells(space))
        paintArcs(painter, rect, graph, space.operations(), theme);
    else
        paintSquare(painter, rect, graph, space.operations(), theme);
}

QPixmap cellGlyph(const Space& space, const Cell& cell, double side, const Theme& theme,
                  double devicePixelRatio)
{
    QCache<GlyphKey, QPixmap>& cache = glyphCache();
    const QSizeF size = cellGlyphSize(space, side);
    const GlyphKey key{QByteArray(space.id().data(), static_cast<qsizetype>(space.id().size())), cell,
                       static_cast<int>(std::lround(size.width() * devicePixelRatio * 64)), devicePixelRatio,
                       theme.isDark};
    if (const QPixmap* const found = cache.object(key))
        return *found;
    QPixmap pixmap((size * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintCellGlyph(painter, QRectF(QPointF(0, 0), size), space, cell, theme);
    painter.end();
    cache.insert(key, new QPixmap(pixmap),
                 std::max<qsizetype>(1, qsizetype{4} * pixmap.width() * pixmap.height() / 1024));
    return pixmap;
}

} // namespace ktnas
