// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a curve chart paints round the lines that QtCharts draws.
#include "widgets/plots/CurveChart.h"

#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/plots/StepCurve.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ktnas {

void CurveChart::drawGrid(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    painter.setFont(font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double line = theme().px(lineHeight(TextRole::Caption));
    for (const double tick : yTicks()) {
        const double y = plot::crisp(m_y.toPixel(tick), ratio);
        painter.setPen(QPen(theme().grid, 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        if (!m_areYLabelsShown)
            continue;
        painter.setPen(theme().text3);
        painter.drawText(QRectF(-theme().px(8), y - line / 2, m_area.left(), line),
                         Qt::AlignRight | Qt::AlignVCenter, yText(tick));
    }
    if (!std::isnan(m_axes.zeroLine)) {
        const double y = plot::crisp(m_y.toPixel(m_axes.zeroLine), ratio);
        painter.setPen(QPen(theme().edge, 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
    }
    painter.setPen(theme().text3);
    const int wanted = std::clamp(static_cast<int>(m_area.width() / theme().px(70)), 2, 5);
    const std::vector<double> ticks = roundTicks(m_axes.xLow, m_axes.xHigh, wanted);
    const int decimals = ticks.size() > 1 ? decimalsForStep(ticks[1] - ticks[0]) : 0;
    for (const double tick : ticks) {
        const QString text = formatNumber(tick, decimals);
        const double half = metrics.horizontalAdvance(text) / 2 + 1;
        const double x = std::clamp(m_x.toPixel(tick), half, std::max(half, width() - half));
        painter.drawText(QRectF(x - half, m_area.bottom() + theme().px(4), 2 * half, line), Qt::AlignCenter,
                         text);
    }
    if (m_areYLabelsShown && !m_axes.xCaption.isEmpty())
        painter.drawText(
            QRectF(m_area.left(), m_area.bottom() + theme().px(3) + line, width() - m_area.left(), line),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(m_axes.xCaption, Qt::ElideRight, width() - m_area.left()));
}

void CurveChart::drawHeader(QPainter& painter) const
{
    if (m_taskName.isEmpty())
        return;
    const QRectF line(m_area.left(), plotRect().top(), width() - m_area.left(), theme().px(18));
    double left = line.left();
    if (m_task >= 0) {
        paintTaskChip(painter, {left + theme().px(5), line.center().y()}, m_task, theme());
        left += theme().px(16);
    }
    painter.setFont(font(TextRole::Caption));
    const double noteWidth = QFontMetricsF(painter.font()).horizontalAdvance(m_note);
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const double nameWidth = QFontMetricsF(strong).horizontalAdvance(m_taskName);
    const bool fitsNote = left + nameWidth + theme().px(12) + noteWidth <= line.right();
    if (fitsNote) {
        painter.setPen(theme().text3);
        painter.drawText(line.adjusted(0, 0, -theme().px(8), 0), Qt::AlignRight | Qt::AlignVCenter, m_note);
    }
    painter.setFont(strong);
    painter.setPen(theme().text);
    painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     QFontMetricsF(strong).elidedText(m_taskName, Qt::ElideRight, line.right() - left));
}

double CurveChart::endOf(const Curve& curve) const
{
    const double last = curve.points.last().x();
    return m_cursor ? std::min(last, *m_cursor) : last;
}

void CurveChart::drawEnds(QPainter& painter) const
{
    struct End {
        QPointF place;
        QString name;
        bool isStrong = false;
    };
    std::vector<End> ends;
    for (const Curve& curve : m_curves) {
        if (curve.points.isEmpty())
            continue;
        const double x = endOf(curve);
        const double value = valueAt(curve.points, x, curve.shape == Curve::Shape::Step);
        if (curve.hasDot && !std::isnan(value))
            plot::disc(painter, theme(), toPixel({x, value}), 3.5, colourOf(curve.task), false);
        if (!curve.name.isEmpty())
            ends.push_back({toPixel(curve.points.last()), curve.name, curve.look != Curve::Look::Mean});
    }
    for (const CurveBand& band : m_bands) {
        if (!band.name.isEmpty() && !band.low.isEmpty() && !band.high.isEmpty())
            ends.push_back({(toPixel(band.low.last()) + toPixel(band.high.last())) / 2, band.name});
    }
    if (ends.empty())
        return;
    const double line = theme().px(15);
    const auto faceOf = [this](const End& end) {
        QFont face = font(TextRole::Caption);
        if (end.isStrong)
            face.setWeight(QFont::DemiBold);
        return face;
    };
    const auto widthOf = [&](const End& end) {
        return QFontMetricsF(faceOf(end)).horizontalAdvance(end.name) + 2;
    };
    // Where a name would cover half of the plot it is left out: the caption says what is drawn.
    std::erase_if(ends, [&](const End& end) { return widthOf(end) > m_area.width() / 2; });
    std::vector<double> wishes;
    for (const End& end : ends) {
        // No room at the right: above the end of the line, or below where it is at the top.
        double wish = end.place.y();
        if (end.place.x() + theme().px(8) + widthOf(end) > width())
            wish += wish - line < m_area.top() ? line : -line;
        wishes.push_back(wish);
    }
    const std::vector<double> placed =
        spreadLabels(wishes, line, m_area.top() + line / 2, m_area.bottom() - line / 2);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const double textWidth = widthOf(ends[i]);
        const double x = std::min(ends[i].place.x() + theme().px(8), width() - textWidth);
        painter.setFont(faceOf(ends[i]));
        painter.setPen(ends[i].isStrong ? theme().text : theme().text3);
        plot::haloText(painter, QRectF(x, placed[i] - line / 2, textWidth, line),
                       Qt::AlignLeft | Qt::AlignVCenter, ends[i].name, groundColour());
    }
}

void CurveChart::renderChart()
{
    if (m_areSeriesStale)
        rebuildSeries();
    m_layer = layer(size(), groundColour());
    QPainter painter(&m_layer);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintHeading(painter);
    drawHeader(painter);
    drawGrid(painter);
    const QRectF all(0, 0, width(), height());
    m_scene.setSceneRect(all);
    m_scene.render(&painter, all, all);
    if (m_cursor && *m_cursor >= m_axes.xLow && *m_cursor <= m_axes.xHigh)
        paintCursor(painter, plot::crisp(m_x.toPixel(*m_cursor), devicePixelRatioF()), m_area, false,
                    theme());
    drawEnds(painter);
}

void CurveChart::drawProbe(QPainter& painter) const
{
    if (!m_probe)
        return;
    for (const Curve& curve : m_curves) {
        if (curve.look != Curve::Look::Main && curve.look != Curve::Look::Secondary)
            continue;
        const double value = valueAt(curve.points, *m_probe, curve.shape == Curve::Shape::Step);
        if (std::isnan(value))
            continue;
        const QPointF place = toPixel({*m_probe, value});
        plot::disc(painter, theme(), place, 3, colourOf(curve.task), false);
        paintHoverRing(painter, place, theme());
        const QString text = tr("%1 at %2", "a curve's value, and the place on its axis")
                                 .arg(yText(value), formatNumber(*m_probe, 0));
        painter.setFont(font(TextRole::Caption));
        const double textWidth = QFontMetricsF(painter.font()).horizontalAdvance(text) + 2;
        const double line = theme().px(15);
        const double x = place.x() + theme().px(10) + textWidth <= width()
            ? place.x() + theme().px(10)
            : place.x() - theme().px(10) - textWidth;
        painter.setPen(theme().text);
        const double y = std::clamp(place.y() + theme().px(8), m_area.top(), m_area.bottom() - line);
        plot::haloText(painter, QRectF(x, y, textWidth, line), Qt::AlignLeft | Qt::AlignVCenter, text,
                       groundColour());
    }
}

void CurveChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_curves.empty() && m_bands.empty()) {
        paintGround(painter);
        drawHeader(painter);
        paintEmpty(painter, m_area.toAlignedRect());
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF())
        renderChart();
    painter.drawImage(QPoint(0, 0), m_layer);
    drawProbe(painter);
    paintFocus(painter);
}

} // namespace ktnas
