// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/DepthCurve.h"

#include "widgets/plots/LabelPlace.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

/// Enough decimals for shares like .5 %, none where they are whole.
QString shareText(double share)
{
    const double percent = share * 100;
    return formatPercent(share, std::abs(percent - std::round(percent)) < 1e-6 ? 0 : 1);
}

} // namespace

DepthCurve::DepthCurve(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    describeSelf();
}

QString DepthCurve::kindName() const
{
    return tr("Agreement by depth");
}

void DepthCurve::setPoints(std::vector<DepthCurvePoint> points)
{
    const double before = depth();
    m_points = std::move(points);
    std::erase_if(m_points, [](const DepthCurvePoint& point) { return !(point.share > 0); });
    std::sort(m_points.begin(), m_points.end(),
              [](const DepthCurvePoint& a, const DepthCurvePoint& b) { return a.share < b.share; });
    m_depth = nearestPoint(before);
    invalidate();
}

void DepthCurve::setLabels(const QString& curve, const QString& ceiling, const QString& same)
{
    m_curveLabel = curve;
    m_ceilingLabel = ceiling;
    m_sameLabel = same;
    invalidate();
}

int DepthCurve::nearestPoint(double share) const
{
    int best = -1;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const auto distance = [&](std::size_t at) { return std::abs(std::log(m_points[at].share / share)); };
        if (best < 0 || distance(i) < distance(static_cast<std::size_t>(best)))
            best = static_cast<int>(i);
    }
    return best;
}

void DepthCurve::setDepth(double share)
{
    if (!(share > 0) || nearestPoint(share) == m_depth)
        return;
    m_depth = nearestPoint(share);
    update();
    tellValue();
}

double DepthCurve::depth() const
{
    return m_depth < 0 ? 1 : m_points[static_cast<std::size_t>(m_depth)].share;
}

QString DepthCurve::valueText() const
{
    if (m_depth < 0)
        return PlotWidget::valueText();
    const DepthCurvePoint& point = m_points[static_cast<std::size_t>(m_depth)];
    QStringList parts{point.share >= 1 ? tr("all", "all cells, at the end of a depth axis")
                                       : shareText(point.share)};
    const auto add = [&parts](const QString& what, double value, double low, double high) {
        if (std::isnan(value) || what.isEmpty())
            return;
        parts += std::isnan(low) || std::isnan(high)
            ? tr("%1: %2", "what is drawn, its value").arg(what, formatCoefficient(value))
            : tr("%1: %2 (%3)", "what is drawn, its median, its range")
                  .arg(what, formatCoefficient(value),
                       formatRange(formatCoefficient(low), formatCoefficient(high)));
    };
    add(m_curveLabel, point.value, DepthCurvePoint::none, DepthCurvePoint::none);
    add(m_ceilingLabel, point.ceilingMedian, point.ceilingLow, point.ceilingHigh);
    add(m_sameLabel, point.sameMedian, point.sameLow, point.sameHigh);
    return parts.join(QStringLiteral("; "));
}

QSize DepthCurve::sizeHint() const
{
    return {theme().ipx(410), headingHeight() + theme().ipx(250)};
}

QSize DepthCurve::minimumSizeHint() const
{
    return {theme().ipx(180), headingHeight() + theme().ipx(130)};
}

// --- Painting ---------------------------------------------------------------------------------------------

void DepthCurve::layOut()
{
    m_layer = QImage();
    const QRectF all(plotRect());
    m_area = all.adjusted(theme().px(34), theme().px(10), -theme().px(16), -theme().px(24));
    m_area.setWidth(std::max(m_area.width(), 1.0));
    m_area.setHeight(std::max(m_area.height(), 1.0));
    double low = 0;
    for (const DepthCurvePoint& point : m_points) {
        for (const double value : {point.value, point.ceilingLow, point.sameLow}) {
            if (!std::isnan(value))
                low = std::min(low, value);
        }
    }
    const double smallest = m_points.empty() ? 0.05 : m_points.front().share;
    m_x = Scale(Scale::Kind::Log, smallest, std::max(m_points.empty() ? 1 : m_points.back().share, smallest),
                m_area.left(), m_area.right());
    m_y = Scale(Scale::Kind::Linear, std::max(std::floor(low * 10) / 10, -1.0), 1, m_area.bottom(),
                m_area.top());
    placeWords();
}

void DepthCurve::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

QPolygonF DepthCurve::lineOf(Member member) const
{
    QPolygonF line;
    for (const DepthCurvePoint& point : m_points) {
        if (!std::isnan(point.*member))
            line.append(toPixel(point.share, point.*member));
    }
    return line;
}

QPainterPath DepthCurve::bandOf(Member low, Member high) const
{
    QPolygonF outline;
    for (const DepthCurvePoint& point : m_points) {
        if (!std::isnan(point.*low) && !std::isnan(point.*high))
            outline.append(toPixel(point.share, point.*high));
    }
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        if (!std::isnan((*point).*low) && !std::isnan((*point).*high))
            outline.append(toPixel(point->share, (*point).*low));
    }
    QPainterPath path;
    path.addPolygon(outline);
    path.closeSubpath();
    return path;
}

void DepthCurve::drawAxes(QPainter& painter) const
{
    const double ratio = devicePixelRatioF();
    const double line = theme().px(lineHeight(TextRole::Caption));
    painter.setFont(font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double step = m_area.height() < theme().px(120) ? 0.5 : 0.25;
    for (double tick = std::ceil(m_y.from() / step) * step; tick <= 1 + 1e-9; tick += step) {
        const double y = plot::crisp(m_y.toPixel(tick), ratio);
        const bool isZero = std::abs(tick) < 1e-9;
        painter.setPen(QPen(isZero ? theme().edge : theme().grid, 1));
        painter.drawLine(QPointF(m_area.left(), y), QPointF(m_area.right(), y));
        painter.setPen(theme().text3);
        const bool isWhole = std::abs(tick - std::round(tick)) < 1e-9;
        const bool isHalf = std::abs(2 * tick - std::round(2 * tick)) < 1e-9;
        painter.drawText(QRectF(0, y - line / 2, m_area.left() - theme().px(8), line),
                         Qt::AlignRight | Qt::AlignVCenter,
                         isWhole ? formatNumber(tick, 0) : formatCoefficient(tick, isHalf ? 1 : 2));
    }
    // From the right, so that "all" and the middle depths win over the crowded small ones.
    double lastLeft = 1e9;
    for (auto point = m_points.rbegin(); point != m_points.rend(); ++point) {
        const QString text =
            point->share >= 1 ? tr("all", "all cells, at the end of a depth axis") : shareText(point->share);
        const double width = metrics.horizontalAdvance(text) + 1;
        const double x = m_x.toPixel(point->share);
        if (x + width / 2 + theme().px(6) > lastLeft)
            continue;
        lastLeft = x - width / 2;
        painter.drawText(QRectF(x - width / 2, m_area.bottom() + theme().px(6), width, line), Qt::AlignCenter,
                         text);
        painter.setPen(QPen(theme().edge, 1));
        painter.drawLine(QPointF(plot::crisp(x, ratio), m_area.bottom()),
                         QPointF(plot::crisp(x, ratio), m_area.bottom() + theme().px(3)));
        painter.setPen(theme().text3);
    }
}

std::vector<QPolygonF> DepthCurve::allLines() const
{
    return {lineOf(&DepthCurvePoint::value), lineOf(&DepthCurvePoint::ceilingMedian),
            lineOf(&DepthCurvePoint::sameMedian)};
}

void DepthCurve::placeWords()
{
    m_words.clear();
    const QFontMetricsF metrics(font(TextRole::Caption));
    const double line = theme().px(lineHeight(TextRole::Caption));
    const QRectF room = m_area.adjusted(theme().px(6), theme().px(2), 0, -theme().px(2));
    std::vector<QRectF> taken;
    const auto add = [&](const QString& text, const QRectF& place, QPointF anchor, bool hasLeader) {
        taken.push_back(place);
        m_words.push_back({text, place, anchor, hasLeader});
    };
    const QString better = tr("↑ more agreement");
    add(better, {room.topLeft(), QSizeF(metrics.horizontalAdvance(better) + 1, line)}, room.topLeft(), false);
    if (m_points.size() < 2)
        return;
    const auto addNear = [&](const QString& text, Member member) {
        const QSizeF size(metrics.horizontalAdvance(text) + 1, line);
        const QPolygonF curve = lineOf(member);
        if (text.isEmpty() || curve.isEmpty() || size.width() > room.width())
            return;
        const PlacedLabel placed =
            placeLabel(size, room, std::vector<QPointF>(curve.begin(), curve.end()), taken, allLines());
        add(text, placed.place, placed.anchor, true);
    };
    addNear(m_ceilingLabel, &DepthCurvePoint::ceilingMedian);
    addNear(m_sameLabel, &DepthCurvePoint::sameMedian);
}

std::vector<QRectF> DepthCurve::wordPlaces() const
{
    std::vector<QRectF> places;
    for (const Word& word : m_words)
        places.push_back(word.place);
    return places;
}

void DepthCurve::drawWords(QPainter& painter) const
{
    painter.setFont(font(TextRole::Caption));
    for (const Word& word : m_words) {
        const QLineF leader = PlacedLabel{word.place, word.anchor}.leader();
        if (word.hasLeader && leader.length() > theme().px(6)) {
            painter.setPen(QPen(theme().text3, 1));
            painter.drawLine(leader);
        }
        painter.setPen(theme().text3);
        plot::haloText(painter, word.place, Qt::AlignLeft | Qt::AlignVCenter, word.text, theme().ground);
    }
}

void DepthCurve::renderCurves()
{
    m_layer = layer(size(), theme().ground);
    QPainter painter(&m_layer);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintHeading(painter);
    drawAxes(painter);
    painter.save();
    painter.setClipRect(m_area.adjusted(-theme().px(6), -theme().px(6), theme().px(6), 0));
    const QPainterPath same = bandOf(&DepthCurvePoint::sameLow, &DepthCurvePoint::sameHigh);
    painter.fillPath(same, faded(theme().edge, 0.16));
    paintHatch(painter, bandOf(&DepthCurvePoint::ceilingLow, &DepthCurvePoint::ceilingHigh), theme());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(plot::pen(theme().text2, theme().px(1.2), {theme().px(1.6), theme().px(2.4)}));
    painter.drawPolyline(lineOf(&DepthCurvePoint::sameMedian));
    painter.setPen(plot::pen(theme().text2, theme().px(1.5), {theme().px(5), theme().px(3)}));
    painter.drawPolyline(lineOf(&DepthCurvePoint::ceilingMedian));
    painter.setPen(plot::pen(theme().text, theme().px(2.25)));
    painter.drawPolyline(lineOf(&DepthCurvePoint::value));
    painter.restore();
}

void DepthCurve::drawDepth(QPainter& painter) const
{
    const QPolygonF line = lineOf(&DepthCurvePoint::value);
    if (!line.isEmpty() && m_points.back().share >= 1)
        plot::disc(painter, theme(), line.last(), plot::cellRadius, theme().text, false);
    if (m_depth < 0)
        return drawWords(painter);
    const DepthCurvePoint& point = m_points[static_cast<std::size_t>(m_depth)];
    paintCursor(painter, plot::crisp(m_x.toPixel(point.share), devicePixelRatioF()), m_area, false, theme());
    drawWords(painter); // over the cursor, which may stand anywhere
    if (std::isnan(point.value))
        return;
    const QPointF place = toPixel(point.share, point.value);
    plot::disc(painter, theme(), place, plot::cellRadius, theme().text, false);
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(theme().text);
    plot::haloText(painter, depthWordPlace(), Qt::AlignCenter, depthWord(), theme().ground);
}

QString DepthCurve::depthWord() const
{
    const DepthCurvePoint& point = m_points[static_cast<std::size_t>(m_depth)];
    return point.share >= 1
        ? tr("%1: %2", "what is drawn, its value").arg(m_curveLabel, formatCoefficient(point.value))
        : tr("%1: %2 at %3", "what is drawn, its value, the depth")
              .arg(m_curveLabel, formatCoefficient(point.value), shareText(point.share));
}

QRectF DepthCurve::depthWordPlace() const
{
    if (m_depth < 0 || std::isnan(m_points[static_cast<std::size_t>(m_depth)].value))
        return {};
    const DepthCurvePoint& point = m_points[static_cast<std::size_t>(m_depth)];
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const QSizeF size(QFontMetricsF(strong).horizontalAdvance(depthWord()) + 1,
                      theme().px(lineHeight(TextRole::Caption)));
    const QPointF place = toPixel(point.share, point.value);
    // The dot's own ring stays free.
    std::vector<QRectF> taken = wordPlaces();
    const double ring = theme().px(plot::cellRadius + 4);
    taken.emplace_back(place.x() - ring, place.y() - ring, 2 * ring, 2 * ring);
    std::vector<QPolygonF> lines = allLines();
    const double cursor = m_x.toPixel(point.share);
    lines.push_back(QPolygonF({QPointF(cursor, m_area.top()), QPointF(cursor, m_area.bottom())}));
    return placeLabel(size, m_area.adjusted(0, 0, theme().px(8), 0), {place}, taken, lines).place;
}

void DepthCurve::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_points.empty()) {
        paintGround(painter);
        paintEmpty(painter, plotRect());
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF())
        renderCurves();
    painter.drawImage(QPoint(0, 0), m_layer);
    drawDepth(painter);
    paintFocus(painter);
}

// --- Input ------------------------------------------------------------------------------------------------

void DepthCurve::choose(int point)
{
    if (m_points.empty())
        return;
    const int wanted = std::clamp(point, 0, static_cast<int>(m_points.size()) - 1);
    if (wanted == m_depth)
        return;
    m_depth = wanted;
    update();
    tellValue();
    Q_EMIT depthChanged(depth());
}

void DepthCurve::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    if (event->button() == Qt::LeftButton && event->position().y() >= m_area.top() - theme().px(8))
        choose(nearestPoint(m_x.toValue(event->position().x())));
}

void DepthCurve::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(nearestPoint(m_x.toValue(event->position().x())));
}

void DepthCurve::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return choose(m_depth - 1);
    case Qt::Key_Right:
        return choose(m_depth + 1);
    case Qt::Key_Home:
        return choose(0);
    case Qt::Key_End:
        return choose(static_cast<int>(m_points.size()) - 1);
    default:
        PlotWidget::keyPressEvent(event);
    }
}

} // namespace ktnas
