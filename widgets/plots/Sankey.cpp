// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/Sankey.h"

#include "core/base/Error.h"
#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double blockWidth = 6;
constexpr double blockGap = 12;
constexpr double ribbonShare = 0.45;
constexpr double quietShare = 0.12;

} // namespace

Sankey::Sankey(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    describeSelf();
}

QString Sankey::kindName() const
{
    return tr("Flow of migrants");
}

void Sankey::setData(SankeyData data)
{
    KTNAS_ASSERT(data.flowTasks.size() == data.flows.size());
    m_data = std::move(data);
    moveHover(std::nullopt);
    invalidate();
}

QString Sankey::valueText() const
{
    if (m_hovered)
        return blockOf(m_layout.blocks()[static_cast<std::size_t>(*m_hovered)]).label;
    QStringList columns;
    for (const std::vector<SankeyBlock>& column : m_data.columns) {
        QStringList blocks;
        for (const SankeyBlock& block : column)
            blocks += block.label;
        columns += blocks.join(QStringLiteral(", "));
    }
    return columns.isEmpty() ? PlotWidget::valueText() : columns.join(QStringLiteral(" → "));
}

QSize Sankey::sizeHint() const
{
    return {theme().ipx(500), headingHeight() + theme().ipx(150)};
}

QSize Sankey::minimumSizeHint() const
{
    return {theme().ipx(260), headingHeight() + theme().ipx(90)};
}

void Sankey::layOut()
{
    m_layer = QImage();
    const QFontMetricsF metrics(font(TextRole::Caption));
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const auto widest = [&](std::size_t column) {
        double width = 0;
        for (const SankeyBlock& block : m_data.columns[column])
            width = std::max(width, QFontMetricsF(strong).horizontalAdvance(block.label));
        return width + theme().px(10);
    };
    QRectF area = QRectF(plotRect()).adjusted(0, theme().px(4), 0, -theme().px(4));
    std::vector<int> counts;
    if (!m_data.columns.empty()) {
        const double most = area.width() * 0.3;
        area.adjust(std::min(widest(0), most), 0, -std::min(widest(m_data.columns.size() - 1), most), 0);
        for (const std::vector<SankeyBlock>& column : m_data.columns)
            counts.push_back(static_cast<int>(column.size()));
    }
    m_layout = SankeyLayout(area, counts, m_data.flows, theme().px(blockWidth), theme().px(blockGap));
}

void Sankey::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

const SankeyBlock& Sankey::blockOf(const SankeyLayout::Block& place) const
{
    return m_data.columns[static_cast<std::size_t>(place.column)][static_cast<std::size_t>(place.block)];
}

void Sankey::drawLabels(QPainter& painter) const
{
    const int columns = static_cast<int>(m_data.columns.size());
    const double line = theme().px(lineHeight(TextRole::Caption));
    for (int column = 0; column < columns; ++column) {
        std::vector<double> wishes;
        std::vector<const SankeyLayout::Block*> blocks;
        for (const SankeyLayout::Block& block : m_layout.blocks()) {
            if (block.column != column || block.weight <= 0)
                continue;
            blocks.push_back(&block);
            wishes.push_back(block.rect.center().y());
        }
        const std::vector<double> placed =
            spreadLabels(wishes, line - theme().px(1), plotRect().top() + line / 2, height() - line / 2);
        for (std::size_t k = 0; k < blocks.size(); ++k) {
            const SankeyBlock& block = blockOf(*blocks[k]);
            QFont face = font(TextRole::Caption);
            if (block.look == SankeyBlock::Look::Strong)
                face.setWeight(QFont::DemiBold);
            painter.setFont(face);
            painter.setPen(theme().text);
            const bool isRight = column > 0 && column == columns - 1;
            const double gap = theme().px(6);
            const double left = isRight ? blocks[k]->rect.right() + gap : 0;
            const double right = isRight ? width() : blocks[k]->rect.left() - gap;
            const QString text = QFontMetricsF(face).elidedText(block.label, Qt::ElideRight, right - left);
            plot::haloText(painter, QRectF(left, placed[k] - line / 2, right - left, line),
                           (isRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter, text,
                           theme().ground);
        }
    }
}

void Sankey::renderFlows()
{
    m_layer = layer(size(), theme().ground);
    QPainter painter(&m_layer);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintHeading(painter);
    const SankeyLayout::Block* lit =
        m_hovered ? &m_layout.blocks()[static_cast<std::size_t>(*m_hovered)] : nullptr;
    painter.setPen(Qt::NoPen);
    for (const SankeyLayout::Ribbon& ribbon : m_layout.ribbons()) {
        const auto flow = static_cast<std::size_t>(ribbon.flow);
        const bool isLit =
            !lit || m_data.flows[flow].blocks[static_cast<std::size_t>(lit->column)] == lit->block;
        painter.setBrush(faded(theme().taskColour(m_data.flowTasks[flow]), isLit ? ribbonShare : quietShare));
        painter.drawPath(SankeyLayout::path(ribbon));
    }
    for (const SankeyLayout::Block& place : m_layout.blocks()) {
        if (place.weight <= 0)
            continue;
        const SankeyBlock& block = blockOf(place);
        QRectF rect = place.rect;
        rect.setHeight(std::max(rect.height(), 1.0));
        painter.setPen(Qt::NoPen);
        switch (block.look) {
        case SankeyBlock::Look::Task:
            painter.setBrush(theme().taskColour(block.task));
            break;
        case SankeyBlock::Look::Strong:
            painter.setBrush(theme().text);
            break;
        case SankeyBlock::Look::Middle:
            painter.setBrush(theme().edge);
            break;
        case SankeyBlock::Look::Hollow:
            painter.setPen(QPen(theme().edge, 1));
            painter.setBrush(theme().ground);
            rect.adjust(0.5, 0.5, -0.5, -0.5);
            break;
        }
        painter.drawRect(rect);
    }
    drawLabels(painter);
}

void Sankey::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_layout.ribbons().empty()) {
        paintGround(painter);
        paintEmpty(painter, plotRect());
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF())
        renderFlows();
    painter.drawImage(QPoint(0, 0), m_layer);
    if (m_hovered) {
        painter.setPen(QPen(theme().text, theme().px(1)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(m_layout.blocks()[static_cast<std::size_t>(*m_hovered)].rect.adjusted(-2, -2, 2, 2));
    }
    paintFocus(painter);
}

std::optional<int> Sankey::blockAt(QPointF point) const
{
    const double reach = theme().px(9); // a target of 24 px
    for (std::size_t i = 0; i < m_layout.blocks().size(); ++i) {
        const SankeyLayout::Block& block = m_layout.blocks()[i];
        if (block.weight > 0 && block.rect.adjusted(-reach, -2, reach, 2).contains(point))
            return static_cast<int>(i);
    }
    return std::nullopt;
}

void Sankey::moveHover(std::optional<int> block)
{
    if (block == m_hovered)
        return;
    m_hovered = block;
    m_layer = QImage();
    update();
    tellValue();
    if (!block) {
        Q_EMIT hovered(-1, -1);
        return;
    }
    const SankeyLayout::Block& place = m_layout.blocks()[static_cast<std::size_t>(*block)];
    Q_EMIT hovered(place.column, place.block);
}

void Sankey::mouseMoveEvent(QMouseEvent* event)
{
    moveHover(blockAt(event->position()));
}

void Sankey::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    const std::optional<int> block = blockAt(event->position());
    if (event->button() != Qt::LeftButton || !block)
        return;
    const SankeyLayout::Block& place = m_layout.blocks()[static_cast<std::size_t>(*block)];
    Q_EMIT activated(place.column, place.block);
}

void Sankey::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveHover(std::nullopt);
}

void Sankey::step(int columns, int blocks)
{
    const std::vector<SankeyLayout::Block>& all = m_layout.blocks();
    if (!m_hovered) {
        const auto first =
            std::find_if(all.begin(), all.end(), [](const auto& block) { return block.weight > 0; });
        if (first != all.end())
            moveHover(static_cast<int>(first - all.begin()));
        return;
    }
    const SankeyLayout::Block& here = all[static_cast<std::size_t>(*m_hovered)];
    // The nearest block with weight in that direction: by row inside a column, by height into the next
    // column.
    std::optional<int> best;
    double least = 1e300;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double down = all[i].rect.center().y() - here.rect.center().y();
        const bool fits = columns != 0 ? all[i].column == here.column + columns
                                       : all[i].column == here.column && (blocks > 0 ? down > 0 : down < 0);
        if (all[i].weight <= 0 || !fits || std::abs(down) >= least)
            continue;
        least = std::abs(down);
        best = static_cast<int>(i);
    }
    if (best)
        moveHover(best);
}

void Sankey::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return step(-1, 0);
    case Qt::Key_Right:
        return step(1, 0);
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered) {
            const SankeyLayout::Block& place = m_layout.blocks()[static_cast<std::size_t>(*m_hovered)];
            Q_EMIT activated(place.column, place.block);
        } else {
            event->ignore();
        }
        return;
    case Qt::Key_Escape:
        if (m_hovered)
            moveHover(std::nullopt);
        else
            event->ignore();
        return;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
