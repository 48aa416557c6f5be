// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CellGraphPainter.h"

#include "widgets/graph/OperationLook.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/PainterState.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

// Sizes at zoom 1, from the look.
constexpr double nodeDiameter = 24;
constexpr double nodeBoxHeight = 28;
constexpr double nodeSeparation = 0.55 * 72;
constexpr double boxSeparation = 8;
constexpr double rankSeparation = 0.3 * 72;
constexpr double deadShare = 0.38;

QString labelOf(const Operation& operation)
{
    return QString::fromStdString(operation.label);
}

QString translate(const char* text)
{
    return QCoreApplication::translate("CellGraph", text);
}

double widestLabel(std::span<const Operation> operations, const Theme& theme)
{
    const QFontMetricsF metrics(theme.font(TextRole::Caption));
    double widest = 0;
    for (const Operation& operation : operations)
        widest = std::max(widest, metrics.horizontalAdvance(labelOf(operation)));
    return std::ceil(widest);
}

QPointF squeezed(const QPointF& point, double shrink)
{
    return {point.x() * shrink, point.y()};
}

double nodeRadius(const Theme& theme)
{
    return theme.px(nodeDiameter) / 2;
}

bool isTerminal(const CellGraph::Node& node)
{
    return node.operation < 0 && (node.label.starts_with("in") || node.label == "out");
}

QRectF boxOf(const CellGraph& graph, const GraphLayout& layout, std::size_t node,
             std::span<const Operation> operations, const Theme& theme, double shrink)
{
    const QPointF centre = squeezed(layout.nodes[node], shrink);
    const double width = graph.nodes[node].operation < 0 ? theme.px(nodeDiameter)
                                                         : widestLabel(operations, theme) + theme.px(12);
    const double height = graph.nodes[node].operation < 0 ? theme.px(nodeDiameter) : theme.px(nodeBoxHeight);
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

void paintArrow(QPainter& painter, const QPointF& foot, const QPointF& tip, double lineWidth,
                const QColor& colour, const Theme& theme)
{
    const QPointF along = tip - foot;
    const double length = std::hypot(along.x(), along.y());
    if (length <= 0)
        return;
    const double half = std::max(theme.px(2.4), lineWidth * 0.5 + theme.px(1.9));
    const QPointF across(-along.y() / length * half, along.x() / length * half);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({foot + across, tip, foot - across}));
}

// The line's middle and its direction there.
std::pair<QPointF, QPointF> middleOf(const QPainterPath& path)
{
    const QPointF before = path.pointAtPercent(0.48);
    const QPointF after = path.pointAtPercent(0.52);
    return {path.pointAtPercent(0.5), after - before};
}

QString nodeLabel(const CellGraph::Node& node)
{
    if (node.label == "in")
        return translate("in");
    if (node.label == "out")
        return translate("out");
    return QString::fromStdString(node.label);
}

} // namespace

std::vector<GraphItem> graphItems(const CellGraph& graph, std::span<const Operation> operations)
{
    std::vector<GraphItem> items;
    const auto isNone = [&](int operation) {
        return operationAt(operations, operation).family == OperationFamily::None;
    };
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const CellGraph::Edge& edge = graph.edges[i];
        if (edge.operation >= 0)
            items.push_back(
                {static_cast<int>(i), -1, edge.gene, edge.operation, edge.dead, isNone(edge.operation)});
    }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const CellGraph::Node& node = graph.nodes[i];
        if (node.operation >= 0)
            items.push_back(
                {-1, static_cast<int>(i), node.gene, node.operation, node.dead, isNone(node.operation)});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const GraphItem& a, const GraphItem& b) { return a.gene < b.gene; });
    return items;
}

LayoutRequest layoutRequest(const CellGraph& graph, std::span<const Operation> operations, const Theme& theme)
{
    LayoutRequest request;
    const bool onEdges = graph.view == CellGraph::View::OperationsOnEdges;
    const double labelWidth = widestLabel(operations, theme);
    request.nodeSeparation = theme.px(onEdges ? nodeSeparation : boxSeparation);
    request.rankSeparation = theme.px(rankSeparation);
    request.groupSeparation = theme.px(32);
    const double diameter = theme.px(nodeDiameter);
    for (const CellGraph::Node& node : graph.nodes) {
        const bool isRound = node.operation < 0;
        request.nodes.push_back({isRound ? QSizeF(diameter, diameter)
                                         : QSizeF(labelWidth + theme.px(12), theme.px(nodeBoxHeight)),
                                 isRound, node.group});
    }
    for (const CellGraph::Edge& edge : graph.edges)
        request.edges.push_back(
            {edge.from, edge.to,
             edge.operation >= 0 ? QSizeF(labelWidth + theme.px(6), theme.px(16)) : QSizeF()});
    return request;
}

QPainterPath itemPath(const GraphItem& item, const GraphLayout& layout, double shrink)
{
    QPainterPath path;
    if (item.edge < 0)
        return path;
    const std::vector<QPointF>& spline = layout.edges[static_cast<std::size_t>(item.edge)].spline;
    if (spline.empty())
        return path;
    path.moveTo(squeezed(spline[0], shrink));
    for (std::size_t i = 1; i + 2 < spline.size(); i += 3)
        path.cubicTo(squeezed(spline[i], shrink), squeezed(spline[i + 1], shrink),
                     squeezed(spline[i + 2], shrink));
    return path;
}

QRectF itemRect(const GraphItem& item, const CellGraph& graph, const GraphLayout& layout,
                std::span<const Operation> operations, const Theme& theme, double shrink)
{
    if (item.node >= 0)
        return boxOf(graph, layout, static_cast<std::size_t>(item.node), operations, theme, shrink);
    const QRectF slot = layout.edges[static_cast<std::size_t>(item.edge)].label;
    const QFontMetricsF metrics(theme.font(TextRole::Caption));
    // Words begin at the line's side of the slot, whatever their length.
    return {squeezed(slot.topLeft(), shrink).x() + theme.px(3), slot.top(),
            metrics.horizontalAdvance(labelOf(operationAt(operations, item.operation))), slot.height()};
}

QString itemText(const GraphItem& item, std::span<const Operation> operations)
{
    const QString label = labelOf(operationAt(operations, item.operation));
    return item.isDead && !item.isNone ? translate("%1 (dead)").arg(label) : label;
}

QString itemPlace(const GraphItem& item, const CellGraph& graph)
{
    if (item.edge < 0)
        return QString();
    const CellGraph::Edge& edge = graph.edges[static_cast<std::size_t>(item.edge)];
    const auto name = [&](int node) { return nodeLabel(graph.nodes[static_cast<std::size_t>(node)]); };
    return name(edge.from) + QChar(u'→') + name(edge.to);
}

QString itemSentence(const GraphItem& item, const CellGraph& graph, std::span<const Operation> operations)
{
    const QString place = itemPlace(item, graph);
    const QString text = itemText(item, operations);
    return place.isEmpty() ? text : QString(place + u' ' + text);
}

QString graphText(const CellGraph& graph, std::span<const Operation> operations)
{
    QStringList parts;
    for (const GraphItem& item : graphItems(graph, operations))
        parts.append(itemSentence(item, graph, operations));
    return parts.join(QStringLiteral(", "));
}

namespace {

// One drawing: the data and the look, so that the steps below need no long argument lists.
class Drawing {
public:
    Drawing(QPainter& painter, const CellGraph& graph, const GraphLayout& layout,
            std::span<const Operation> operations, const Theme& theme, const CellGraphLook& look)
        : m_painter(painter)
        , m_graph(graph)
        , m_layout(layout)
        , m_operations(operations)
        , m_theme(theme)
        , m_look(look)
        , m_ground(look.ground.isValid() ? look.ground : theme.panel)
        , m_items(graphItems(graph, operations))
    {
    }

    void paint()
    {
        for (std::size_t i = 0; i < m_graph.edges.size(); ++i) {
            if (m_graph.edges[i].operation < 0)
                paintPlainEdge(i);
        }
        for (const GraphItem& item : m_items) {
            if (item.edge >= 0)
                paintOperationEdge(item);
        }
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            if (m_graph.nodes[i].operation < 0)
                paintRoundNode(i);
        }
        for (const GraphItem& item : m_items) {
            if (item.node >= 0)
                paintOperationNode(item);
        }
        for (const GraphItem& item : m_items) {
            if (item.edge >= 0)
                paintLabel(item);
        }
        if (m_look.focused)
            paintRing(*m_look.focused);
    }

private:
    bool isSame(const GraphItem& item, const GraphItem* other) const
    {
        return other && other->edge == item.edge && other->node == item.node;
    }
    bool isLit(const GraphItem& item) const
    {
        return isSame(item, m_look.hovered) || isSame(item, m_look.focused);
    }
    bool isShown(const GraphItem& item) const { return !item.isNone || isLit(item); }
    QColor toned(const QColor& colour, bool isDead) const
    {
        return isDead ? mixed(m_ground, colour, deadShare) : colour;
    }

    // Where nothing flows a plain edge is not drawn: it would claim a connection that "none" cuts.
    void paintPlainEdge(std::size_t index)
    {
        const CellGraph::Edge& edge = m_graph.edges[index];
        for (const GraphItem& item : m_items) {
            if ((item.node == edge.from || item.node == edge.to) && item.isNone)
                return;
        }
        const QColor colour = toned(m_theme.edge, edge.dead);
        m_painter.setPen(QPen(colour, m_theme.px(1)));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(
            itemPath({static_cast<int>(index), -1, -1, -1, false, false}, m_layout, m_look.shrink));
        paintTip(index, m_theme.px(1), colour);
    }
    void paintTip(std::size_t index, double width, const QColor& colour)
    {
        const GraphLayout::Edge& edge = m_layout.edges[index];
        if (!edge.spline.empty())
            paintArrow(m_painter, squeezed(edge.spline.back(), m_look.shrink),
                       squeezed(edge.tip, m_look.shrink), width, colour, m_theme);
    }
    void paintOperationEdge(const GraphItem& item)
    {
        if (!isShown(item))
            return;
        const auto index = static_cast<std::size_t>(item.edge);
        const QPainterPath path = itemPath(item, m_layout, m_look.shrink);
        QPen pen = operationPen(operationAt(m_operations, item.operation), m_theme);
        if (item.isNone) {
            pen = QPen(m_theme.edge, m_theme.px(1), Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({1, 3});
        } else {
            pen.setColor(toned(pen.color(), item.isDead));
        }
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawPath(path);
        if (item.isNone)
            return;
        if (m_graph.edges[index].strided && path.length() > 0) {
            const auto [point, direction] = middleOf(path);
            paintStrideTick(m_painter, point, direction, m_theme.px(3), pen);
        }
        paintTip(index, pen.widthF(), pen.color());
    }
    void paintRoundNode(std::size_t index)
    {
        const CellGraph::Node& node = m_graph.nodes[index];
        const QPointF centre = squeezed(m_layout.nodes[index], m_look.shrink);
        const bool isEnd = isTerminal(node);
        m_painter.setPen(
            QPen(toned(isEnd ? m_theme.text2 : m_theme.edge, node.dead), m_theme.px(isEnd ? 1.8 : 1.2)));
        m_painter.setBrush(m_ground);
        const double half = nodeRadius(m_theme) - m_theme.px(0.6);
        m_painter.drawEllipse(centre, half, half);
        QString label = nodeLabel(node);
        const QFont font = m_theme.font(TextRole::Caption);
        m_painter.setFont(font);
        m_painter.setPen(node.dead ? m_theme.text3 : m_theme.text2);
        const QFontMetricsF metrics(font);
        if (metrics.horizontalAdvance(label) > m_theme.px(nodeDiameter)) {
            // Too long for the circle ("in, one older"): beside it.
            m_painter.drawText(centre + QPointF(half + m_theme.px(4), metrics.ascent() / 2 - m_theme.px(1)),
                               label);
            return;
        }
        m_painter.drawText(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), Qt::AlignCenter,
                           label);
    }
    void paintOperationNode(const GraphItem& item)
    {
        if (!isShown(item))
            return;
        const QRectF box = itemRect(item, m_graph, m_layout, m_operations, m_theme, m_look.shrink);
        QPen outline(toned(m_theme.edge, item.isDead), m_theme.px(1.2));
        if (item.isNone)
            outline.setDashPattern({1, 3});
        m_painter.setPen(outline);
        m_painter.setBrush(m_ground);
        const double half = m_theme.px(0.6);
        m_painter.drawRoundedRect(box.adjusted(half, half, -half, -half), m_theme.px(4), m_theme.px(4));
        const Operation& operation = operationAt(m_operations, item.operation);
        QPen line = operationPen(operation, m_theme);
        if (line.style() != Qt::NoPen) {
            line.setColor(toned(line.color(), item.isDead));
            m_painter.setPen(line);
            const double y = box.bottom() - m_theme.px(6);
            m_painter.drawLine(QPointF(box.left() + m_theme.px(6), y),
                               QPointF(box.right() - m_theme.px(6), y));
        }
        m_painter.setFont(labelFont(item));
        m_painter.setPen(item.isDead ? m_theme.text3 : m_theme.text2);
        m_painter.drawText(box.adjusted(0, m_theme.px(1), 0, -m_theme.px(8)), Qt::AlignCenter,
                           labelOf(operation));
        if (item.isDead && !item.isNone) {
            m_painter.setPen(m_theme.text3);
            m_painter.drawText(QRectF(box.left(), box.bottom() + m_theme.px(1), box.width(), m_theme.px(14)),
                               Qt::AlignCenter, translate("(dead)"));
        }
    }
    void paintLabel(const GraphItem& item)
    {
        if (!isShown(item))
            return;
        const QRectF rect = itemRect(item, m_graph, m_layout, m_operations, m_theme, m_look.shrink);
        m_painter.setFont(labelFont(item));
        const QFontMetricsF metrics(m_painter.font());
        const double baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
        // What is dead keeps readable words: text3, not 38 %.
        const QColor colour = isLit(item) ? m_theme.text : item.isDead ? m_theme.text3 : m_theme.text2;
        paintHaloText(m_painter, QPointF(rect.left(), baseline),
                      labelOf(operationAt(m_operations, item.operation)), colour, m_ground, m_theme);
        if (item.isDead && !item.isNone)
            paintHaloText(m_painter, QPointF(rect.left(), baseline + m_theme.px(13)), translate("(dead)"),
                          m_theme.text3, m_ground, m_theme);
    }
    void paintRing(const GraphItem& item)
    {
        const double out = m_theme.px(5);
        const QRectF rect = itemRect(item, m_graph, m_layout, m_operations, m_theme, m_look.shrink);
        paintFocusRing(m_painter, rect.adjusted(-out, -m_theme.px(2), out, m_theme.px(2)), m_theme);
    }
    QFont labelFont(const GraphItem& item) const
    {
        QFont font = m_theme.font(TextRole::Caption);
        if (isLit(item))
            font.setWeight(QFont::DemiBold);
        return font;
    }

    QPainter& m_painter;
    const CellGraph& m_graph;
    const GraphLayout& m_layout;
    std::span<const Operation> m_operations;
    const Theme& m_theme;
    const CellGraphLook& m_look;
    QColor m_ground;
    std::vector<GraphItem> m_items;
};

} // namespace

void paintCellGraph(QPainter& painter, const CellGraph& graph, const GraphLayout& layout,
                    std::span<const Operation> operations, const Theme& theme, const CellGraphLook& look)
{
    const PainterState saved(painter);
    Drawing(painter, graph, layout, operations, theme, look).paint();
}

} // namespace ktnas
