// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CellExport.h"

#include "core/base/Error.h"
#include "widgets/graph/CellGraphPainter.h"
#include "widgets/graph/OperationLook.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <fmt/format.h>

#include <cmath>

namespace ktnas {

namespace {

constexpr double margin = 8;

// A string of the DOT language: quotes and backslashes are escaped, so that any text stays a text.
std::string quoted(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += '\\';
        result += c == '\n' ? ' ' : c;
    }
    return result + '"';
}

std::string comment(std::string_view text)
{
    std::string result = "// ";
    for (const char c : text)
        result += c == '\n' || c == '\r' ? ' ' : c;
    return result + '\n';
}

std::string lineStyle(const Operation& operation, bool isDead, const Theme& theme)
{
    const QPen pen = operationPen(operation, theme);
    if (pen.style() == Qt::NoPen)
        return "style=invis";
    const bool isDashed = pen.style() == Qt::CustomDashLine;
    const QString colour = pen.color().name() + (isDead ? QStringLiteral("61") : QString()); // 38 %
    return fmt::format("color=\"{}\", penwidth={:.2f}{}", colour.toStdString(), pen.widthF(),
                       isDashed ? ", style=dashed" : "");
}

QSizeF pictureSize(const GraphLayout& layout, const Theme& theme)
{
    const double side = 2 * theme.px(margin);
    return {std::ceil(layout.size.width() + side), std::ceil(layout.size.height() + side)};
}

QString textOf(const Space& space, const Cell& cell)
{
    return QString::fromStdString(space.format(cell));
}

void paintPicture(QPainter& painter, const Space& space, const Cell& cell, CellGraph::View view,
                  const GraphLayout& layout, const Theme& theme)
{
    painter.fillRect(QRectF(QPointF(0, 0), pictureSize(layout, theme)), theme.ground);
    painter.translate(theme.px(margin), theme.px(margin));
    CellGraphLook look;
    look.ground = theme.ground;
    paintCellGraph(painter, space.graph(cell, view), layout, space.operations(), theme, look);
}

void write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(ErrorCode::WriteFailed)
            .inFile(path.toStdString())
            .butFound(file.errorString().toStdString());
}

} // namespace

std::string cellDot(const Space& space, const Cell& cell, CellGraph::View view, const std::string& where)
{
    const Theme theme = Theme::light();
    const CellGraph graph = space.graph(cell, view);
    std::string dot = comment(fmt::format("{} cell {}", space.title(), space.format(cell)));
    if (!where.empty())
        dot += comment(where);
    dot += "digraph cell {\n    graph [rankdir=TB, nodesep=0.55, ranksep=0.3];\n"
           "    node [shape=circle, fontname=\"Inter\", fontsize=11];\n"
           "    edge [arrowsize=0.6, fontname=\"Inter\", fontsize=11];\n";
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const CellGraph::Node& node = graph.nodes[i];
        const std::string label = node.operation >= 0 && node.dead ? node.label + " (dead)" : node.label;
        dot += fmt::format(
            "    n{} [label={}{}{}];\n", i, quoted(label), node.operation >= 0 ? ", shape=box, " : "",
            node.operation >= 0 ? lineStyle(operationAt(space.operations(), node.operation), node.dead, theme)
                                : "");
    }
    for (const CellGraph::Edge& edge : graph.edges) {
        if (edge.operation < 0) {
            dot += fmt::format("    n{} -> n{};\n", edge.from, edge.to);
            continue;
        }
        const Operation& operation = operationAt(space.operations(), edge.operation);
        const bool isNone = operation.family == OperationFamily::None;
        const std::string label = edge.dead && !isNone ? operation.label + " (dead)" : operation.label;
        dot += fmt::format("    n{} -> n{} [{}{}];\n", edge.from, edge.to,
                           isNone ? "" : "label=" + quoted(label) + ", ",
                           lineStyle(operation, edge.dead, theme));
    }
    return dot + "}\n";
}

void saveCellSvg(const QString& path, const Space& space, const Cell& cell, CellGraph::View view,
                 const GraphLayout& layout, const Theme& theme, const QString& where)
{
    const QSize size = pictureSize(layout, theme).toSize();
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(0, 0), size));
    generator.setTitle(textOf(space, cell));
    generator.setDescription(where);
    QPainter painter(&generator);
    paintPicture(painter, space, cell, view, layout, theme);
    painter.end();
    write(path, buffer.data());
}

void saveCellPng(const QString& path, const Space& space, const Cell& cell, CellGraph::View view,
                 const GraphLayout& layout, const Theme& theme, const QString& where, double scale)
{
    QImage image((pictureSize(layout, theme) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    QPainter painter(&image);
    paintPicture(painter, space, cell, view, layout, theme);
    painter.end();
    image.setText(QStringLiteral("Title"), textOf(space, cell));
    if (!where.isEmpty())
        image.setText(QStringLiteral("Source"), where);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        throw Error(ErrorCode::WriteFailed).inFile(path.toStdString());
    write(path, buffer.data());
}

} // namespace ktnas
