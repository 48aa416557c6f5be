// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/SlopeView.h"

#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double dotRadius = 2.5;
constexpr double pickReach = 6;
constexpr double listWidth = 150; // logical pixels: a name and two ranks
constexpr double listGap = 24;

} // namespace

SlopeView::SlopeView(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    describeSelf();
}

QString SlopeView::kindName() const
{
    return tr("Two rankings");
}

void SlopeView::setData(SlopeData data)
{
    m_data = std::move(data);
    m_selected.assign(m_data.lines.size(), false);
    moveHover(-1, -1);
    invalidate();
}

void SlopeView::setHovered(int line)
{
    m_hovered = line >= 0 && static_cast<std::size_t>(line) < m_data.lines.size() ? line : -1;
    m_hoveredBand = -1;
    update();
}

void SlopeView::setSelected(const QVector<int>& lines)
{
    m_selected.assign(m_data.lines.size(), false);
    for (const int line : lines) {
        if (line >= 0 && static_cast<std::size_t>(line) < m_selected.size())
            m_selected[static_cast<std::size_t>(line)] = true;
    }
    m_layer = QImage();
    update();
}

void SlopeView::setLeftRoom(int pixels)
{
    m_leftRoom = std::max(pixels, 0);
    invalidate();
}

QSize SlopeView::sizeHint() const
{
    return {theme().ipx(440), headingHeight() + theme().ipx(320)};
}

QSize SlopeView::minimumSizeHint() const
{
    return {theme().ipx(220), headingHeight() + theme().ipx(140)};
}

void SlopeView::layOut()
{
    m_layer = QImage();
    const QFontMetrics metrics(font(TextRole::Caption));
    const bool isBundled = m_data.lines.size() > static_cast<std::size_t>(SlopeLayout::mostLines);
    int labels = isBundled ? metrics.horizontalAdvance(formatRange(formatCount(100), formatCount(200))) : 0;
    for (const SlopeLine& line : m_data.lines) {
        if (!isBundled)
            labels = std::max(labels, metrics.horizontalAdvance(line.label));
    }
    const int ticks =
        metrics.horizontalAdvance(formatCount(static_cast<std::int64_t>(std::llround(m_data.rightCount))));
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const int note =
        m_data.note.isEmpty() ? 0 : QFontMetrics(strong).horizontalAdvance(m_data.note) + theme().ipx(6);
    const QRectF all(plotRect());
    const double titles = theme().px(lineHeight(TextRole::Caption) + 10);
    const double right = theme().px(16) + ticks + note;
    m_area = all.adjusted(theme().px(m_leftRoom + 14) + labels * 1.1, titles,
                          -std::min(right, all.width() / 2), -theme().px(10));
    // A slope reads badly where it is too flat: no wider than about its height, and where there is a list to
    // show, a little less so that there is room for it.
    double wide = std::min(m_area.width(), m_area.height() * 1.2);
    const double besideList = m_area.width() - theme().px(listGap + listWidth);
    if (!m_data.listTitle.isEmpty() && besideList >= m_area.height() * 0.75)
        wide = std::min(wide, besideList);
    m_area.setWidth(std::max(wide, theme().px(40)));
    m_area.setHeight(std::max(m_area.height(), 1.0));
    std::vector<SlopeLayout::Ranks> ranks;
    for (const SlopeLine& line : m_data.lines)
        ranks.push_back({line.leftRank, line.rightRank});
    m_layout = SlopeLayout(m_area, ranks, m_data.rightCount, m_data.displacement);
    layOutList(m_area.right() + right);
}

void SlopeView::layOutList(double left)
{
    m_list = {};
    m_listed.clear();
    const double room = width() - left - theme().px(listGap);
    if (m_data.listTitle.isEmpty() || m_layout.isBundled() || room < theme().px(listWidth))
        return;
    m_list = QRectF(left + theme().px(listGap), plotRect().top(), std::min(room, theme().px(1.5 * listWidth)),
                    m_area.bottom() - plotRect().top());
    for (const SlopeLayout::Line& line : m_layout.lines()) {
        if (line.hasMoved)
            m_listed.push_back(line.line);
    }
    const auto distance = [this](int line) {
        const SlopeLine& shown = m_data.lines[static_cast<std::size_t>(line)];
        return std::abs(shown.leftRank - shown.rightRank);
    };
    std::stable_sort(m_listed.begin(), m_listed.end(),
                     [&](int a, int b) { return distance(a) > distance(b); });
    const double rows = (m_list.bottom() - listRow(0).top()) / listRow(0).height();
    m_listed.resize(std::min(m_listed.size(), static_cast<std::size_t>(std::max(rows, 0.0))));
}

QRectF SlopeView::listRow(std::size_t row) const
{
    const double line = theme().px(lineHeight(TextRole::Caption) + 2);
    return {m_list.left(), m_area.top() - theme().px(6) + line * static_cast<double>(row), m_list.width(),
            line};
}

int SlopeView::listedAt(QPointF point) const
{
    for (std::size_t row = 0; row < m_listed.size(); ++row) {
        if (listRow(row).contains(point))
            return m_listed[row];
    }
    return -1;
}

void SlopeView::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

// --- Painting ---------------------------------------------------------------------------------------------

void SlopeView::drawLines(QPainter& painter) const
{
    const QColor quiet = faded(theme().edge, 0.55);
    for (const bool isMovedPass : {false, true}) { // those that matter lie on top
        for (const SlopeLayout::Line& line : m_layout.lines()) {
            if (line.hasMoved != isMovedPass)
                continue;
            const bool isSelected = m_selected[static_cast<std::size_t>(line.line)];
            painter.setPen(QPen(line.hasMoved || isSelected ? theme().text : quiet,
                                theme().px(isSelected          ? 2
                                               : line.hasMoved ? 1.5
                                                               : 1)));
            painter.drawLine(line.from, line.to);
            painter.setPen(Qt::NoPen);
            painter.setBrush(line.hasMoved || isSelected ? theme().text : theme().edge);
            for (const QPointF end : {line.from, line.to})
                painter.drawEllipse(end, theme().px(dotRadius), theme().px(dotRadius));
        }
    }
}

void SlopeView::drawBands(QPainter& painter) const
{
    painter.setPen(Qt::NoPen);
    for (const bool isMovedPass : {false, true}) {
        for (const SlopeLayout::Band& band : m_layout.bands()) {
            if (band.hasMoved != isMovedPass)
                continue;
            painter.setBrush(faded(band.hasMoved ? theme().text : theme().edge, band.hasMoved ? 0.55 : 0.3));
            painter.drawPath(m_layout.bandPath(band));
        }
    }
}

double SlopeView::rightTitleLeft() const
{
    const double titleWidth = QFontMetricsF(font(TextRole::Caption)).horizontalAdvance(m_data.rightTitle) + 1;
    return std::clamp(m_area.right() - titleWidth / 3, 0.0, std::max(0.0, width() - titleWidth));
}

void SlopeView::drawLeft(QPainter& painter) const
{
    const double line = theme().px(lineHeight(TextRole::Caption));
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text3);
    const QFontMetricsF metrics(painter.font());
    const double titleWidth = metrics.horizontalAdvance(m_data.leftTitle) + 1;
    const double titleLeft = std::max(0.0, m_area.left() - titleWidth * 0.75);
    const double titleRoom = std::max(rightTitleLeft() - theme().px(8) - titleLeft, 0.0);
    painter.drawText(QRectF(titleLeft, plotRect().top(), titleRoom, line), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_data.leftTitle, Qt::ElideRight, titleRoom));
    const double right = m_area.left() - theme().px(8);
    if (m_layout.isBundled()) {
        // One label for each tenth of the left side.
        const auto count = static_cast<double>(m_layout.lines().size());
        for (int bin = 0; bin < 10; ++bin) {
            const auto first = static_cast<std::size_t>(std::ceil(bin * count / 10));
            const auto last = static_cast<std::size_t>(std::ceil((bin + 1) * count / 10)) - 1;
            const auto rankAt = [&](std::size_t k) {
                return formatCount(static_cast<std::int64_t>(
                    std::llround(m_data.lines[static_cast<std::size_t>(m_layout.lines()[k].line)].leftRank)));
            };
            const double y = m_area.top() + m_area.height() * (bin + 0.5) / 10;
            painter.drawText(QRectF(0, y - line / 2, right, line), Qt::AlignRight | Qt::AlignVCenter,
                             formatRange(rankAt(first), rankAt(last)));
        }
        return;
    }
    std::vector<double> centres;
    std::vector<int> keep;
    for (std::size_t k = 0; k < m_layout.lines().size(); ++k) {
        centres.push_back(m_layout.lines()[k].from.y());
        if (m_layout.lines()[k].line == m_data.noted)
            keep.push_back(static_cast<int>(k));
    }
    const std::vector<bool> shown = thinLabels(centres, theme().px(12), keep);
    QFont strong = painter.font();
    strong.setWeight(QFont::DemiBold);
    for (std::size_t k = 0; k < centres.size(); ++k) {
        if (!shown[k])
            continue;
        const SlopeLayout::Line& slope = m_layout.lines()[k];
        painter.setFont(slope.hasMoved ? strong : font(TextRole::Caption));
        painter.setPen(slope.hasMoved ? theme().text : theme().text3);
        painter.drawText(QRectF(0, centres[k] - line / 2, right, line), Qt::AlignRight | Qt::AlignVCenter,
                         m_data.lines[static_cast<std::size_t>(slope.line)].label);
    }
}

void SlopeView::drawRight(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    const double line = theme().px(lineHeight(TextRole::Caption));
    const double axis = plot::crisp(m_area.right(), ratio);
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(axis, m_area.top()), QPointF(axis, m_area.bottom()));
    if (!m_layout.isBundled())
        painter.drawLine(QPointF(plot::crisp(m_area.left(), ratio), m_area.top()),
                         QPointF(plot::crisp(m_area.left(), ratio), m_area.bottom()));
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text3);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(rightTitleLeft(), plotRect().top(), width() - rightTitleLeft(), line),
                     Qt::AlignLeft | Qt::AlignVCenter, m_data.rightTitle);
    const int noted = m_data.note.isEmpty() ? -1 : placeOf(m_data.noted);
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const double noteWidth = QFontMetricsF(strong).horizontalAdvance(m_data.note) + 1;
    const double ticks = metrics.horizontalAdvance(formatCount(static_cast<std::int64_t>(m_data.rightCount)));
    const double noteLeft = std::min(axis + theme().px(13) + ticks, width() - noteWidth);
    const double noteY = noted < 0 ? 0 : m_layout.lines()[static_cast<std::size_t>(noted)].to.y();
    for (const double tick : rankTicks(m_data.rightCount, true)) {
        const double y = plot::crisp(m_layout.rightScale().toPixel(tick), ratio);
        painter.setPen(QPen(theme().edge, 1));
        painter.drawLine(QPointF(axis, y), QPointF(axis + theme().px(5), y));
        if (noted >= 0 && noteLeft < axis + theme().px(9) + ticks && std::abs(noteY - y) < line)
            continue; // where it is narrow the note stands in the number's place
        painter.setPen(theme().text3);
        painter.drawText(QRectF(axis + theme().px(9), y - line / 2, theme().px(70), line),
                         Qt::AlignLeft | Qt::AlignVCenter,
                         formatCount(static_cast<std::int64_t>(std::llround(tick))));
    }
    if (noted < 0)
        return;
    painter.setFont(strong);
    painter.setPen(theme().text);
    plot::haloText(painter, QRectF(noteLeft, noteY - line / 2, noteWidth, line),
                   Qt::AlignLeft | Qt::AlignVCenter, m_data.note, theme().ground);
}

void SlopeView::drawList(QPainter& painter) const
{
    if (m_listed.empty())
        return;
    const double line = theme().px(lineHeight(TextRole::Caption));
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text3);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(QRectF(m_list.left(), m_list.top(), m_list.width(), line),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_data.listTitle, Qt::ElideRight, m_list.width()));
    for (std::size_t row = 0; row < m_listed.size(); ++row) {
        const SlopeLine& shown = m_data.lines[static_cast<std::size_t>(m_listed[row])];
        const QRectF box = listRow(row);
        const QString ranks =
            tr("%1 → %2", "rank on the source, rank on the target")
                .arg(formatCount(std::llround(shown.leftRank)), formatCount(std::llround(shown.rightRank)));
        const double wide = metrics.horizontalAdvance(ranks) + theme().px(8);
        painter.setPen(theme().text);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(shown.name, Qt::ElideRight, box.width() - wide));
        painter.setPen(theme().text2);
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, ranks);
    }
}

QString SlopeView::valueText() const
{
    if (m_data.lines.empty())
        return PlotWidget::valueText();
    if (m_hoveredBand < 0 && m_hovered >= 0) {
        const SlopeLine& line = m_data.lines[static_cast<std::size_t>(m_hovered)];
        return tr("%1: %2 %3, %4 %5", "cell, 'rank on A', rank, 'rank on B', rank")
            .arg(line.name.isEmpty() ? line.label : line.name, m_data.leftTitle,
                 formatCount(std::llround(line.leftRank)), m_data.rightTitle,
                 formatCount(std::llround(line.rightRank)));
    }
    const auto moved = std::count_if(m_layout.lines().begin(), m_layout.lines().end(),
                                     [](const SlopeLayout::Line& line) { return line.hasMoved; });
    return tr("%1 cells, %2 moved further than twins do", "of two rankings")
        .arg(formatCount(static_cast<std::int64_t>(m_data.lines.size())), formatCount(moved));
}

void SlopeView::renderLines()
{
    m_layer = layer(size(), theme().ground);
    QPainter painter(&m_layer);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintHeading(painter);
    if (m_layout.isBundled())
        drawBands(painter);
    else
        drawLines(painter);
    drawLeft(painter);
    drawRight(painter);
    drawList(painter);
}

void SlopeView::drawHovered(QPainter& painter) const
{
    if (m_hoveredBand >= 0) {
        painter.setPen(QPen(theme().text, theme().px(1.5)));
        painter.setBrush(faded(theme().text, 0.35));
        painter.drawPath(m_layout.bandPath(m_layout.bands()[static_cast<std::size_t>(m_hoveredBand)]));
        return;
    }
    const int place = placeOf(m_hovered);
    if (place < 0)
        return;
    const auto listed = std::find(m_listed.begin(), m_listed.end(), m_hovered);
    if (listed != m_listed.end()) {
        const QRectF row = listRow(static_cast<std::size_t>(listed - m_listed.begin()));
        painter.fillRect(QRectF(row.left() - theme().px(8), row.top(), 2, row.height()), theme().text);
    }
    const SlopeLayout::Line& line = m_layout.lines()[static_cast<std::size_t>(place)];
    painter.setPen(QPen(theme().ground, theme().px(5)));
    painter.drawLine(line.from, line.to);
    painter.setPen(QPen(theme().text, theme().px(2.25)));
    painter.drawLine(line.from, line.to);
    for (const QPointF end : {line.from, line.to})
        plot::disc(painter, theme(), end, dotRadius + 1, theme().text, false);
    const QString text = formatCount(
        static_cast<std::int64_t>(std::llround(m_data.lines[static_cast<std::size_t>(m_hovered)].rightRank)));
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme().text);
    const double height = theme().px(lineHeight(TextRole::Caption));
    const double textWidth = QFontMetricsF(strong).horizontalAdvance(text) + 1;
    if (m_hovered != m_data.noted)
        plot::haloText(
            painter,
            QRectF(line.to.x() - theme().px(8) - textWidth, line.to.y() - height - 1, textWidth, height),
            Qt::AlignRight | Qt::AlignVCenter, text, theme().ground);
}

void SlopeView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_data.lines.empty()) {
        paintGround(painter);
        paintEmpty(painter, plotRect());
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF())
        renderLines();
    painter.drawImage(QPoint(0, 0), m_layer);
    drawHovered(painter);
    paintFocus(painter);
}

// --- Input ------------------------------------------------------------------------------------------------

int SlopeView::placeOf(int line) const
{
    for (std::size_t k = 0; k < m_layout.lines().size(); ++k) {
        if (m_layout.lines()[k].line == line)
            return static_cast<int>(k);
    }
    return -1;
}

QVector<int> SlopeView::hoveredLines() const
{
    if (m_hoveredBand >= 0) {
        const std::vector<int>& lines = m_layout.bands()[static_cast<std::size_t>(m_hoveredBand)].lines;
        return QVector<int>(lines.begin(), lines.end());
    }
    return m_hovered >= 0 ? QVector<int>{m_hovered} : QVector<int>();
}

void SlopeView::moveHover(int line, int band)
{
    if (line == m_hovered && band == m_hoveredBand)
        return;
    m_hovered = line;
    m_hoveredBand = band;
    update();
    tellValue();
    Q_EMIT hovered(line);
}

void SlopeView::mouseMoveEvent(QMouseEvent* event)
{
    if (m_layout.isBundled()) {
        const int band = m_layout.bandAt(event->position()).value_or(-1);
        moveHover(band < 0 ? -1 : m_layout.bands()[static_cast<std::size_t>(band)].lines.front(), band);
        return;
    }
    if (const int listed = listedAt(event->position()); listed >= 0) {
        moveHover(listed, -1);
        return;
    }
    const int place = m_layout.lineAt(event->position(), theme().px(pickReach)).value_or(-1);
    moveHover(place < 0 ? -1 : m_layout.lines()[static_cast<std::size_t>(place)].line, -1);
}

void SlopeView::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    mouseMoveEvent(event);
    if (event->button() == Qt::LeftButton && m_hovered >= 0)
        Q_EMIT activated(hoveredLines());
}

void SlopeView::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveHover(-1, -1);
}

void SlopeView::keyPressEvent(QKeyEvent* event)
{
    const bool isBundled = m_layout.isBundled();
    const int count = static_cast<int>(isBundled ? m_layout.bands().size() : m_layout.lines().size());
    const int here = isBundled ? m_hoveredBand : placeOf(m_hovered);
    const auto go = [&](int place) {
        if (count == 0)
            return;
        const auto to = static_cast<std::size_t>(std::clamp(place, 0, count - 1));
        if (isBundled)
            moveHover(m_layout.bands()[to].lines.front(), static_cast<int>(to));
        else
            moveHover(m_layout.lines()[to].line, -1);
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(here < 0 ? 0 : here - 1);
    case Qt::Key_Down:
        return go(here + 1);
    case Qt::Key_Home:
        return go(0);
    case Qt::Key_End:
        return go(count - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered >= 0)
            Q_EMIT activated(hoveredLines());
        else
            event->ignore();
        return;
    case Qt::Key_Escape:
        if (m_hovered >= 0)
            moveHover(-1, -1);
        else
            event->ignore();
        return;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
