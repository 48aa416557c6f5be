// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/CurveChart.h"

#include "core/base/Error.h"
#include "widgets/plots/ChartTheme.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/plots/StepCurve.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Numbers.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontMetrics>
#include <QLineSeries>
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

QString CurveChart::valueText() const
{
    QStringList values;
    for (const Curve& curve : m_curves) {
        if (curve.points.isEmpty() || curve.look == Curve::Look::Mean)
            continue;
        const double x = m_probe.value_or(endOf(curve));
        const double value = valueAt(curve.points, x, curve.shape == Curve::Shape::Step);
        if (std::isnan(value))
            continue;
        const QString text = tr("%1 at %2", "a curve's value, and the place on its axis")
                                 .arg(yText(value), formatNumber(x, 0));
        values +=
            curve.name.isEmpty() ? text : tr("%1: %2", "what is drawn, its value").arg(curve.name, text);
    }
    return values.isEmpty() ? PlotWidget::valueText() : values.join(QStringLiteral("; "));
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

} // namespace ktnas
