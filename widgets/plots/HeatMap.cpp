// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/HeatMap.h"

#include "core/base/Error.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr int barLength = 40;
constexpr int barHeight = 10;
constexpr int barGap = 14; // left of the bars
constexpr int barTextGap = 6;
constexpr double slant = 45; // degrees
constexpr double pi = 3.14159265358979323846;

int widest(const QFontMetrics& metrics, const QStringList& texts)
{
    int width = 0;
    for (const QString& text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

} // namespace

HeatMap::HeatMap(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    describeSelf();
}

QString HeatMap::kindName() const
{
    return tr("Heat map");
}

void HeatMap::setData(HeatMapData data)
{
    const auto cells =
        static_cast<std::size_t>(data.rows.size()) * static_cast<std::size_t>(data.columns.size());
    KTNAS_ASSERT(data.values.size() == cells);
    KTNAS_ASSERT(data.texts.isEmpty() || static_cast<std::size_t>(data.texts.size()) == cells);
    KTNAS_ASSERT(data.bars.empty() || data.bars.size() == static_cast<std::size_t>(data.rows.size()));
    m_data = std::move(data);
    m_largest = m_data.high;
    if (m_largest == 0) {
        for (const double value : m_data.values) {
            if (!std::isnan(value))
                m_largest =
                    std::max(m_largest, m_data.scale == HeatMapData::Scale::Signed ? std::abs(value) : value);
        }
    }
    const auto isGone = [this](const std::optional<MatrixCell>& cell) {
        return cell && (cell->row >= m_data.rows.size() || cell->column >= m_data.columns.size());
    };
    if (isGone(m_selected))
        m_selected.reset();
    if (isGone(m_hovered))
        moveHover(std::nullopt);
    invalidate();
    updateGeometry();
}

void HeatMap::setSelected(std::optional<MatrixCell> cell)
{
    if (cell
        && (cell->row < 0 || cell->column < 0 || cell->row >= m_data.rows.size()
            || cell->column >= m_data.columns.size()))
        cell.reset();
    if (cell == m_selected)
        return;
    m_selected = cell;
    update();
}

QSize HeatMap::sizeHint() const
{
    const QFontMetrics metrics(font(TextRole::Caption));
    const int labels = widest(metrics, m_data.rows) + theme().ipx(10);
    const int bars = m_data.bars.empty()
        ? 0
        : theme().ipx(barGap) + theme().ipx(barLength + barTextGap + 4) + widest(metrics, m_data.barTexts);
    return {labels + bars
                + static_cast<int>(m_data.columns.size()) * theme().ipx(m_data.largestCellWidth + 1),
            headingHeight() + theme().ipx(24)
                + static_cast<int>(m_data.rows.size()) * theme().ipx(m_data.largestCellHeight + 1)};
}

QSize HeatMap::minimumSizeHint() const
{
    return {theme().ipx(160), headingHeight() + theme().ipx(100)};
}

void HeatMap::invalidate()
{
    m_cells = QImage();
    layOut();
    PlotWidget::invalidate();
}

void HeatMap::layOut()
{
    const QFontMetrics metrics(font(TextRole::Caption));
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    MatrixLayout::Measures measures;
    measures.rowLabelWidth =
        std::min(widest(QFontMetrics(strong), m_data.rows) + theme().ipx(10), width() * 2 / 5);
    measures.headerHeight = m_data.columns.isEmpty() ? 0 : theme().ipx(lineHeight(TextRole::Caption) + 6);
    if (!m_data.bars.empty())
        measures.barWidth = theme().ipx(barGap) + theme().ipx(barLength + barTextGap + 4)
            + std::max(widest(metrics, m_data.barTexts),
                       metrics.horizontalAdvance(m_data.barTitle) - theme().ipx(barLength));
    measures.largestCellWidth = theme().ipx(m_data.largestCellWidth);
    measures.largestCellHeight = theme().ipx(m_data.largestCellHeight);
    const auto layOutWith = [&] {
        m_layout = MatrixLayout(plotRect(), static_cast<int>(m_data.rows.size()),
                                static_cast<int>(m_data.columns.size()), measures);
    };
    layOutWith();
    // A name that touches its neighbour or loses letters says less than one that stands at a slant.
    m_isSlanted = !isEmpty()
        && widest(QFontMetrics(strong), m_data.columns) + theme().ipx(4) > m_layout.cell({0, 0}).width();
    if (!m_isSlanted)
        return;
    measures.headerHeight = std::min(slantedHeight(), plotRect().height() / 2);
    // The last name reaches past its column.
    const double reach = std::cos(slant * pi / 180) * widest(QFontMetrics(strong), m_data.columns);
    measures.barWidth =
        std::max(measures.barWidth, static_cast<int>(reach) - m_layout.cell({0, 0}).width() / 2);
    layOutWith();
}

int HeatMap::slantedHeight() const
{
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(strong);
    const double rise = std::sin(slant * pi / 180) * widest(metrics, m_data.columns)
        + std::cos(slant * pi / 180) * metrics.height();
    return static_cast<int>(std::ceil(rise)) + theme().ipx(4);
}

std::size_t HeatMap::indexOf(MatrixCell cell) const
{
    return static_cast<std::size_t>(cell.row) * static_cast<std::size_t>(m_data.columns.size())
        + static_cast<std::size_t>(cell.column);
}

double HeatMap::valueOf(MatrixCell cell) const
{
    return m_data.values[indexOf(cell)];
}

QString HeatMap::textOf(MatrixCell cell) const
{
    return m_data.texts.isEmpty() ? QString() : m_data.texts[static_cast<qsizetype>(indexOf(cell))];
}

QString HeatMap::printedText(MatrixCell cell) const
{
    if (std::isnan(valueOf(cell)))
        return tr("no value");
    const QString text = textOf(cell);
    return text.isEmpty() ? formatNumber(valueOf(cell), 2) : text;
}

QString HeatMap::cellText(MatrixCell cell) const
{
    return tr("%1, %2: %3", "row, column, value")
        .arg(m_data.rows[cell.row], m_data.columns[cell.column], printedText(cell));
}

QString HeatMap::valueText() const
{
    if (isEmpty())
        return PlotWidget::valueText();
    if (const auto place = m_hovered ? m_hovered : m_selected)
        return cellText(*place);
    return tr("%1 rows, %2 columns", "of a matrix")
        .arg(formatCount(m_data.rows.size()), formatCount(m_data.columns.size()));
}

void HeatMap::drawCell(QPainter& painter, MatrixCell cell) const
{
    const QRect box = m_layout.cell(cell);
    const double value = valueOf(cell);
    if (std::isnan(value)) {
        QPainterPath shape;
        shape.addRect(box);
        painter.fillRect(box, theme().ground);
        paintHatch(painter, shape, theme());
        return;
    }
    const bool isSigned = m_data.scale == HeatMapData::Scale::Signed;
    const double low = isSigned ? -m_largest : m_data.low;
    const double place = m_largest > low ? (value - low) / (m_largest - low) : 0.5;
    const QRgb colour = (isSigned ? theme().signedMap() : theme().sequential()).at(place);
    painter.fillRect(box, QColor::fromRgb(colour));
    if (!m_areTextsShown)
        return; // the card on hover has them
    painter.setFont(font(TextRole::Caption));
    painter.setPen(textOn(colour));
    painter.drawText(box, Qt::AlignCenter, textOf(cell));
}

void HeatMap::renderCells()
{
    // All or none: some numbers left out would read as some values missing.
    const int needed = widest(QFontMetrics(font(TextRole::Caption)), m_data.texts) + theme().ipx(2);
    m_areTextsShown =
        needed <= m_layout.cell({0, 0}).width() && m_layout.cell({0, 0}).height() >= theme().ipx(12);
    m_cells = layer(size(), theme().ground);
    QPainter painter(&m_cells);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    for (int row = 0; row < m_layout.rows(); ++row) {
        for (int column = 0; column < m_layout.columns(); ++column)
            drawCell(painter, {row, column});
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(plot::pen(theme().text, theme().px(1.2), {theme().px(2.5), theme().px(2)}));
    for (const MatrixCell cell : m_data.dashed) {
        if (cell.row >= 0 && cell.column >= 0 && cell.row < m_layout.rows()
            && cell.column < m_layout.columns()) {
            const double inset = theme().px(0.6);
            painter.drawRect(QRectF(m_layout.cell(cell)).adjusted(inset, inset, -inset, -inset));
        }
    }
    drawBars(painter);
    paintHeading(painter);
}

void HeatMap::drawLabels(QPainter& painter) const
{
    QFont plain = font(TextRole::Caption);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const auto draw = [&](const QRect& box, int alignment, const QString& text, bool isStrong) {
        painter.setFont(isStrong ? strong : plain);
        painter.setPen(isStrong ? theme().text : theme().text2);
        painter.drawText(box, alignment,
                         QFontMetrics(painter.font()).elidedText(text, Qt::ElideRight, box.width()));
    };
    const auto isMarked = [this](int index, bool isRow) {
        const auto of = [isRow](const MatrixCell& cell) { return isRow ? cell.row : cell.column; };
        return (m_selected && of(*m_selected) == index) || (m_hovered && of(*m_hovered) == index);
    };
    for (int row = 0; row < m_layout.rows(); ++row)
        draw(m_layout.rowLabel(row).adjusted(0, 0, -theme().ipx(8), 0), Qt::AlignRight | Qt::AlignVCenter,
             m_data.rows[row], isMarked(row, true));
    for (int column = 0; column < m_layout.columns(); ++column) {
        if (m_isSlanted) {
            painter.setFont(isMarked(column, false) ? strong : plain);
            painter.setPen(isMarked(column, false) ? theme().text : theme().text2);
            drawSlanted(painter, column, m_data.columns[column]);
            continue;
        }
        draw(m_layout.columnLabel(column).adjusted(0, 0, 0, -theme().ipx(4)),
             Qt::AlignHCenter | Qt::AlignBottom, m_data.columns[column], isMarked(column, false));
    }
}

void HeatMap::drawSlanted(QPainter& painter, int column, const QString& text) const
{
    const QRect box = m_layout.columnLabel(column);
    const QFontMetricsF metrics(painter.font());
    const double room = std::min<double>(box.height() / std::sin(slant * pi / 180),
                                         (width() - box.center().x()) / std::cos(slant * pi / 180));
    painter.save();
    painter.translate(box.center().x(), box.bottom() - theme().px(4));
    painter.rotate(-slant);
    painter.drawText(QPointF(0, metrics.ascent() / 2 - metrics.descent()),
                     metrics.elidedText(text, Qt::ElideRight, room));
    painter.restore();
}

void HeatMap::drawBars(QPainter& painter) const
{
    if (m_data.bars.empty() || isEmpty())
        return;
    const double largest = *std::max_element(m_data.bars.begin(), m_data.bars.end());
    painter.setFont(font(TextRole::Caption));
    const int gap = theme().ipx(barGap);
    for (int row = 0; row < m_layout.rows(); ++row) {
        const QRect box = m_layout.bar(row).adjusted(gap, 0, 0, 0);
        const double share = largest > 0 ? m_data.bars[static_cast<std::size_t>(row)] / largest : 0;
        const QRectF bar(box.left(), box.center().y() - theme().px(barHeight) / 2,
                         share * theme().px(barLength), theme().px(barHeight));
        painter.fillRect(bar, theme().text2);
        if (row < m_data.barTexts.size()) {
            painter.setPen(theme().text2);
            painter.drawText(
                box.adjusted(static_cast<int>(bar.width()) + theme().ipx(barTextGap), 0, theme().ipx(40), 0),
                Qt::AlignLeft | Qt::AlignVCenter, m_data.barTexts[row]);
        }
    }
    const QRect first = m_layout.bar(0);
    painter.setPen(theme().text3);
    painter.drawText(QRect(first.left() + gap, m_layout.columnLabel(0).top(), first.width() - gap,
                           m_layout.columnLabel(0).height() - theme().ipx(4)),
                     Qt::AlignLeft | Qt::AlignBottom, m_data.barTitle);
}

void HeatMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (isEmpty()) {
        paintGround(painter);
        paintEmpty(painter, plotRect());
        paintFocus(painter);
        return;
    }
    if (m_cells.isNull() || m_cells.devicePixelRatio() != devicePixelRatioF())
        renderCells();
    painter.drawImage(QPoint(0, 0), m_cells);
    drawLabels(painter);
    const auto outline = [&](MatrixCell cell, double width) {
        const QRectF box = QRectF(m_layout.cell(cell)).adjusted(-0.5, -0.5, 0.5, 0.5);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().text, theme().px(width), Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(box);
    };
    if (m_hovered && m_hovered != m_selected)
        outline(*m_hovered, 1);
    if (m_selected)
        outline(*m_selected, 2);
    paintFocus(painter);
}

void HeatMap::moveHover(std::optional<MatrixCell> cell)
{
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    update();
    tellValue();
    Q_EMIT hovered(cell ? cell->row : -1, cell ? cell->column : -1);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event)
{
    moveHover(m_layout.at(event->position().toPoint()));
}

void HeatMap::mousePressEvent(QMouseEvent* event)
{
    const std::optional<MatrixCell> cell = m_layout.at(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !cell)
        return;
    event->accept();
    Q_EMIT activated(cell->row, cell->column);
}

void HeatMap::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveHover(std::nullopt);
}

void HeatMap::keyPressEvent(QKeyEvent* event)
{
    const MatrixCell from = m_hovered.value_or(m_selected.value_or(MatrixCell{0, 0}));
    const bool hasPlace = m_hovered || m_selected;
    const auto go = [&](int rowStep, int columnStep) {
        // The first arrow only shows where one stands.
        moveHover(hasPlace ? m_layout.moved(from, rowStep, columnStep) : m_layout.moved(from, 0, 0));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        return go(0, -1);
    case Qt::Key_Right:
        return go(0, 1);
    case Qt::Key_Up:
        return go(-1, 0);
    case Qt::Key_Down:
        return go(1, 0);
    case Qt::Key_Home:
        return go(0, -m_layout.columns());
    case Qt::Key_End:
        return go(0, m_layout.columns());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered)
            Q_EMIT activated(m_hovered->row, m_hovered->column);
        else
            event->ignore();
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
