// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/CurveChart.h"

#include "core/base/Error.h"
#include "widgets/plots/ChartTheme.h"
#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/plots/StepCurve.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr int mostPoints = 1900;
constexpr double bleed = 4; // logical pixels that lines may paint past the plot's edge

} // namespace

CurveAxes CurveAxes::ranks(double count, double evaluations)
{
    CurveAxes axes;
    axes.xHigh = std::max(evaluations, 1.0);
    axes.yHigh = std::max(count, 2.0);
    return axes;
}

CurveChart::CurveChart(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
    , m_chart(new QChart)
    , m_xAxis(new QValueAxis)
    , m_yAxis(new QValueAxis)
{
    stripChart(*m_chart);
    m_scene.addItem(m_chart);
    m_xAxis->setVisible(false);
    m_yAxis->setVisible(false);
    m_chart->addAxis(m_xAxis, Qt::AlignBottom);
    m_chart->addAxis(m_yAxis, Qt::AlignLeft);
    describeSelf();
}

CurveChart::~CurveChart() = default;

QString CurveChart::kindName() const
{
    return m_taskName.isEmpty() ? tr("Curves") : tr("Curves of %1", "name of a task").arg(m_taskName);
}

void CurveChart::setAxes(const CurveAxes& axes)
{
    m_axes = axes;
    m_areSeriesStale = true;
    invalidate();
}

void CurveChart::setBands(std::vector<CurveBand> bands)
{
    m_bands = std::move(bands);
    m_areSeriesStale = true;
    m_layer = QImage();
    update();
}

void CurveChart::setCurves(std::vector<Curve> curves)
{
    m_curves = std::move(curves);
    m_areSeriesStale = true;
    m_layer = QImage();
    update();
}

void CurveChart::setCurvePoints(int curve, QList<QPointF> points)
{
    KTNAS_ASSERT(curve >= 0 && static_cast<std::size_t>(curve) < m_curves.size());
    m_curves[static_cast<std::size_t>(curve)].points = std::move(points);
    if (!m_areSeriesStale)
        fillCurve(static_cast<std::size_t>(curve));
    m_layer = QImage();
    update();
}

void CurveChart::setCursorX(std::optional<double> x)
{
    if (x == m_cursor)
        return;
    m_cursor = x;
    if (!m_areSeriesStale) {
        for (std::size_t i = 0; i < m_curves.size(); ++i)
            fillCurve(i);
    }
    m_layer = QImage();
    update();
}

void CurveChart::setTask(int task, const QString& name, const QString& note)
{
    m_task = task;
    m_taskName = name;
    m_note = note;
    describeSelf();
    invalidate();
}

void CurveChart::setYLabelsShown(bool areShown)
{
    if (areShown == m_areYLabelsShown)
        return;
    m_areYLabelsShown = areShown;
    invalidate();
}

QSize CurveChart::sizeHint() const
{
    return {theme().ipx(270), headingHeight() + theme().ipx(230)};
}

QSize CurveChart::minimumSizeHint() const
{
    return {theme().ipx(120), headingHeight() + theme().ipx(110)};
}

// --- Geometry ---------------------------------------------------------------------------------------------

std::vector<double> CurveChart::yTicks() const
{
    if (m_axes.vertical == CurveAxes::Vertical::Rank)
        return rankTicks(m_axes.yHigh, false);
    const int wanted = std::clamp(static_cast<int>(m_area.height() / theme().px(44)), 2, 5);
    return roundTicks(m_axes.yLow, m_axes.yHigh, wanted);
}

QString CurveChart::yText(double value) const
{
    if (m_axes.yText)
        return m_axes.yText(value);
    if (m_axes.vertical == CurveAxes::Vertical::Rank)
        return formatCount(static_cast<std::int64_t>(std::llround(value)));
    if (value == 0)
        return formatCount(0);
    const std::vector<double> ticks = yTicks();
    return formatNumber(value, ticks.size() > 1 ? decimalsForStep(ticks[1] - ticks[0]) : 2);
}

int CurveChart::yLabelWidth() const
{
    const QFontMetrics metrics(font(TextRole::Caption));
    int widest = 0;
    for (const double tick : yTicks())
        widest = std::max(widest, metrics.horizontalAdvance(yText(tick)));
    return widest + theme().ipx(8) + 2;
}

void CurveChart::layOut()
{
    const int line = theme().ipx(lineHeight(TextRole::Caption));
    QRectF area = QRectF(plotRect());
    if (!m_taskName.isEmpty())
        area.adjust(0, theme().ipx(22), 0, 0);
    area.adjust(0, theme().px(7), -theme().px(8),
                -line - theme().px(2) - (m_axes.xCaption.isEmpty() ? 0 : line));
    m_area = area; // the number of ticks depends on the height
    area.adjust(m_areYLabelsShown ? yLabelWidth() : theme().px(4), 0, 0, 0);
    area.setWidth(std::max(area.width(), 1.0));
    area.setHeight(std::max(area.height(), 1.0));
    m_area = area;
    m_x = Scale(Scale::Kind::Linear, m_axes.xLow, m_axes.xHigh, area.left(), area.right());
    if (m_axes.vertical == CurveAxes::Vertical::Rank)
        m_y = Scale(Scale::Kind::Log, m_axes.yHigh, m_axes.yLow, area.bottom(), area.top());
    else if (m_axes.vertical == CurveAxes::Vertical::Linear)
        m_y = Scale(Scale::Kind::Linear, m_axes.yLow, m_axes.yHigh, area.bottom(), area.top());
    else
        m_y = Scale(Scale::Kind::Linear, m_axes.yHigh, m_axes.yLow, area.bottom(), area.top());

    // QtCharts clips at its plot area: give it a few pixels more on each side and the axes the same.
    const double more = theme().px(bleed);
    const QRectF padded = area.adjusted(-more, -more, more, more);
    m_chart->setGeometry(QRectF(0, 0, width(), height()));
    m_chart->setPlotArea(padded);
    const QPointF low = charted({m_x.toValue(padded.left()), m_y.toValue(padded.bottom())});
    const QPointF high = charted({m_x.toValue(padded.right()), m_y.toValue(padded.top())});
    m_xAxis->setRange(low.x(), high.x());
    m_yAxis->setRange(low.y(), high.y());
    m_layer = QImage();
}

void CurveChart::invalidate()
{
    layOut();
    m_areSeriesStale = true; // pens carry the theme
    PlotWidget::invalidate();
}

QPointF CurveChart::charted(QPointF value) const
{
    switch (m_axes.vertical) {
    case CurveAxes::Vertical::Rank:
        return {value.x(), -std::log10(std::max(value.y(), 1e-9))};
    case CurveAxes::Vertical::Linear:
        return value;
    case CurveAxes::Vertical::LinearDown:
        return {value.x(), -value.y()};
    }
    return value;
}

// --- Series -----------------------------------------------------------------------------------------------

QColor CurveChart::colourOf(int task) const
{
    return task < 0 ? theme().text : theme().taskColour(task);
}

QPen CurveChart::penOf(const Curve& curve) const
{
    const auto px = [this](double size) { return theme().px(size); };
    switch (curve.look) {
    case Curve::Look::Main:
        return plot::pen(colourOf(curve.task), px(2.25));
    case Curve::Look::Mean:
        return plot::pen(theme().text2, px(1.2), {px(1.6), px(2.4)});
    case Curve::Look::Fork:
        return plot::pen(colourOf(curve.task), px(2.25), {px(6), px(3)});
    case Curve::Look::Secondary:
        return plot::pen(colourOf(curve.task), px(1.5));
    }
    return {};
}

void CurveChart::rebuildSeries()
{
    m_chart->removeAllSeries();
    m_drawn.clear();
    m_drawnBands.clear();
    const auto attach = [this](QAbstractSeries* series) {
        m_chart->addSeries(series);
        series->attachAxis(m_xAxis);
        series->attachAxis(m_yAxis);
    };
    for (const CurveBand& band : m_bands) {
        const auto edge = [&](const QList<QPointF>& points) {
            auto* line = new QLineSeries;
            QList<QPointF> kept =
                simplified(band.shape == Curve::Shape::Step ? stepCorners(points) : points, mostPoints);
            for (QPointF& point : kept)
                point = charted(point);
            line->replace(kept);
            return line;
        };
        auto* area = new QAreaSeries(edge(band.high), edge(band.low));
        area->upperSeries()->setParent(area);
        area->lowerSeries()->setParent(area);
        styleBand(*area, faded(colourOf(band.task), band.opacity));
        attach(area);
        m_drawnBands.push_back(area);
    }
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        Drawn drawn{new QLineSeries, new QLineSeries};
        QPen pen = penOf(m_curves[i]);
        styleLine(*drawn.before, pen);
        pen.setColor(faded(pen.color(), plot::afterCursor));
        styleLine(*drawn.after, pen);
        attach(drawn.before);
        attach(drawn.after);
        m_drawn.push_back(drawn);
        fillCurve(i);
    }
    m_areSeriesStale = false;
}

void CurveChart::fillCurve(std::size_t index)
{
    const Curve& curve = m_curves[index];
    QList<QPointF> points =
        simplified(curve.shape == Curve::Shape::Step ? stepCorners(curve.points) : curve.points, mostPoints);
    QList<QPointF> after;
    if (m_cursor && !points.isEmpty() && points.last().x() > *m_cursor) {
        const auto split = std::upper_bound(points.begin(), points.end(), *m_cursor,
                                            [](double x, const QPointF& point) { return x < point.x(); });
        after = QList<QPointF>(split, points.end());
        points.erase(split, points.end());
        const double value = valueAt(curve.points, *m_cursor, curve.shape == Curve::Shape::Step);
        if (!std::isnan(value)) {
            points.append({*m_cursor, value});
            after.prepend({*m_cursor, value});
        }
    }
    for (QList<QPointF>* part : {&points, &after}) {
        for (QPointF& point : *part)
            point = charted(point);
    }
    m_drawn[index].before->replace(points);
    m_drawn[index].after->replace(after);
}

// --- Painting ---------------------------------------------------------------------------------------------

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

// --- Input ------------------------------------------------------------------------------------------------

void CurveChart::moveProbe(std::optional<double> x)
{
    if (x)
        x = std::clamp(*x, m_axes.xLow, m_axes.xHigh);
    if (x == m_probe)
        return;
    m_probe = x;
    update();
    Q_EMIT hovered(x.value_or(std::numeric_limits<double>::quiet_NaN()));
}

void CurveChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF place = event->position();
    if (m_curves.empty() || !m_area.adjusted(-4, -4, 4, 4).contains(place))
        return moveProbe(std::nullopt);
    moveProbe(std::round(m_x.toValue(place.x())));
}

void CurveChart::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && !m_curves.empty() && m_area.contains(event->position()))
        Q_EMIT cursorAsked(std::round(m_x.toValue(event->position().x())));
}

void CurveChart::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveProbe(std::nullopt);
}

void CurveChart::keyPressEvent(QKeyEvent* event)
{
    const double here = m_probe.value_or(m_cursor.value_or(m_axes.xLow));
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    if (m_curves.empty() || event->modifiers().testFlag(Qt::ControlModifier))
        return PlotWidget::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Left:
        return moveProbe(here - step);
    case Qt::Key_Right:
        return moveProbe(here + step);
    case Qt::Key_Home:
        return moveProbe(m_axes.xLow);
    case Qt::Key_End:
        return moveProbe(m_axes.xHigh);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_probe)
            Q_EMIT cursorAsked(*m_probe);
        else
            event->ignore();
        return;
    case Qt::Key_Escape:
        if (m_probe)
            moveProbe(std::nullopt);
        else
            event->ignore();
        return;
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
