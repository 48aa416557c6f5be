// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/TimeLine.h"

#include "widgets/plots/LabelSpread.h"
#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {

namespace {

constexpr double tickHeight = 6;
constexpr double foldedTickHeight = 9;
constexpr double bestHeight = 16;
constexpr double migrantColumn = 3; // logical pixels: diamonds that would cover each other are one
constexpr int headerHeight = 22;

} // namespace

TimeLine::TimeLine(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
{
    setHeadingVisible(false);
    describeSelf();
}

QString TimeLine::kindName() const
{
    return tr("Time line");
}

void TimeLine::setLanes(std::vector<TimeLineLane> lanes)
{
    m_lanes.clear();
    for (TimeLineLane& lane : lanes)
        m_lanes.emplace_back().head = std::move(lane);
    m_generations.clear();
    m_notes.clear();
    m_forks.clear();
    m_end = 0;
    m_cursor = 0;
    m_showsAll = true;
    moveHover(-1, -1);
    invalidate();
    updateGeometry();
}

void TimeLine::append(std::span<const TimeLineEvent> events)
{
    if (events.empty())
        return;
    for (const TimeLineEvent& event : events) {
        if (event.lane < 0 || static_cast<std::size_t>(event.lane) >= m_lanes.size())
            continue;
        Lane& lane = m_lanes[static_cast<std::size_t>(event.lane)];
        switch (event.kind) {
        case TimeLineEvent::Kind::Evaluation:
            lane.evaluations.append(event.event);
            break;
        case TimeLineEvent::Kind::Migrant:
            lane.migrants.append(event.event);
            lane.sources.push_back(event.source);
            break;
        case TimeLineEvent::Kind::NewBest:
            lane.bests.append(event.event);
            break;
        case TimeLineEvent::Kind::SkippedTransfer:
            lane.skipped.append(event.event);
            break;
        }
    }
    setEnd(std::max(m_end, events.back().event + 1));
    m_layer = QImage();
    update();
}

void TimeLine::markLost(std::span<const std::uint64_t> events)
{
    if (events.empty())
        return;
    for (const std::uint64_t event : events) {
        for (Lane& lane : m_lanes) {
            const std::size_t place = lane.migrants.countBefore(event);
            if (place < lane.migrants.size() && lane.migrants[place] == event)
                lane.lost.append(event);
        }
    }
    m_layer = QImage();
    update();
}

void TimeLine::appendGenerations(const std::vector<TimeLineGeneration>& generations)
{
    m_generations.insert(m_generations.end(), generations.begin(), generations.end());
    m_layer = QImage();
    update();
}

void TimeLine::setNotes(std::vector<TimeLineNote> notes)
{
    m_notes = std::move(notes);
    m_layer = QImage();
    update();
}

void TimeLine::setForks(std::vector<std::uint64_t> forks)
{
    m_forks = std::move(forks);
    m_layer = QImage();
    update();
}

void TimeLine::setEnd(std::uint64_t end)
{
    if (end == m_end)
        return;
    m_end = end;
    m_cursor = std::min(m_cursor, m_end);
    if (m_showsAll)
        layOut();
    update();
}

void TimeLine::setCursorPosition(std::uint64_t position)
{
    const std::uint64_t wanted = std::min(position, m_end);
    if (wanted == m_cursor)
        return;
    m_cursor = wanted;
    tellValue();
    // Keep the cursor in sight while only a part of the record is shown.
    const double x = m_scale.cursorX(m_cursor);
    if (!m_showsAll && (x < m_scale.left() || x > m_scale.right()))
        changeScale(m_scale.panned((m_scale.left() + m_scale.right()) / 2 - x, static_cast<double>(m_end)));
    update();
}

void TimeLine::setFolded(bool isFolded)
{
    if (isFolded == m_isFolded)
        return;
    m_isFolded = isFolded;
    invalidate();
    updateGeometry();
}

void TimeLine::showAll()
{
    m_showsAll = true;
    layOut();
    update();
}

QString TimeLine::valueText() const
{
    if (m_lanes.empty())
        return PlotWidget::valueText();
    const QString place =
        tr("event %1", "a place in a record")
            .arg(formatOf(static_cast<std::int64_t>(m_cursor), static_cast<std::int64_t>(m_end)));
    if (m_generations.empty())
        return place;
    const std::size_t generation = generationAt(m_cursor);
    return generation == 0
        ? tr("%1, %2", "place in a record, part of it").arg(place, m_generations.front().label)
        : tr("%1, generation %2", "place in a record").arg(place, m_generations[generation].label);
}

QSize TimeLine::sizeHint() const
{
    if (m_isFolded)
        return {theme().ipx(640), theme().ipx(36)};
    const auto lanes = static_cast<int>(std::max<std::size_t>(m_lanes.size(), 1));
    const int lane = lanes <= 3 ? 20 : 16;
    return {theme().ipx(640), theme().ipx(std::max(92, headerHeight + lanes * lane + 8))};
}

QSize TimeLine::minimumSizeHint() const
{
    return {theme().ipx(240), m_isFolded ? theme().ipx(36) : theme().ipx(56)};
}

int TimeLine::labelWidth() const
{
    const QFontMetrics metrics(font(TextRole::Caption));
    if (m_isFolded)
        return QFontMetrics(font(TextRole::Heading)).horizontalAdvance(tr("Time line")) + theme().ipx(24);
    const bool usesCodes = width() < theme().ipx(520);
    int widest = 0;
    for (const Lane& lane : m_lanes) {
        const bool isShort = usesCodes && !lane.head.code.isEmpty();
        widest = std::max(widest, metrics.horizontalAdvance(isShort ? lane.head.code : lane.head.name));
    }
    return widest + theme().ipx(16 + 16);
}

int TimeLine::laneTop() const
{
    return m_isFolded ? 0 : theme().ipx(headerHeight);
}

double TimeLine::laneHeight() const
{
    if (m_isFolded)
        return height();
    const auto lanes = static_cast<double>(std::max<std::size_t>(m_lanes.size(), 1));
    return std::min((height() - laneTop() - theme().px(4)) / lanes, theme().px(24));
}

double TimeLine::laneY(int lane) const
{
    return m_isFolded ? height() / 2.0 : laneTop() + (lane + 0.5) * laneHeight();
}

void TimeLine::layOut()
{
    const double left = labelWidth();
    const double right = std::max(width() - theme().px(16), left + 1);
    m_scale = m_showsAll ? TimeScale(0, static_cast<double>(m_end), left, right)
                         : TimeScale(m_scale.from(), m_scale.to(), left, right);
    m_layer = QImage();
}

void TimeLine::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

void TimeLine::changeScale(const TimeScale& scale)
{
    if (scale == m_scale)
        return;
    m_scale = scale;
    m_showsAll = scale.from() <= 0 && scale.to() >= static_cast<double>(m_end);
    m_layer = QImage();
    update();
}

std::size_t TimeLine::generationAt(std::uint64_t position) const
{
    // The generation that the last event before the cursor belongs to.
    const auto after = std::upper_bound(
        m_generations.begin(), m_generations.end(), position == 0 ? 0 : position - 1,
        [](std::uint64_t value, const TimeLineGeneration& generation) { return value < generation.start; });
    return after == m_generations.begin() ? 0 : static_cast<std::size_t>(after - m_generations.begin()) - 1;
}

// --- Painting ---------------------------------------------------------------------------------------------

void TimeLine::drawEvaluations(QPainter& painter, const Lane& lane, double y) const
{
    const double ratio = devicePixelRatioF();
    const double half = theme().px(m_isFolded ? foldedTickHeight : tickHeight) / 2;
    const double width = std::max(1.0, std::round(theme().px(1)));
    struct Tick {
        double x = 0;
        std::uint32_t count = 0;
    };
    std::vector<Tick> ticks;
    std::uint32_t most = 1;
    lane.evaluations.visitColumns(m_scale, 1, [&](const LaneTicks::Column& column) {
        most = std::max(most, column.count);
        ticks.push_back({plot::crisp(column.middle, ratio) - 0.5 / ratio, column.count});
    });
    const QColor full = m_isFolded ? theme().taskColour(lane.head.task) : theme().text;
    const QColor few = m_isFolded ? full : theme().text3;
    const QColor faint = mixed(groundColour(), few, 0.5);
    // Darker where it is denser, in steps: a mixture for each column would cost more than its tick.
    std::array<QColor, 16> shades;
    for (std::size_t i = 0; i < shades.size(); ++i)
        shades[i] = mixed(faint, full, static_cast<double>(i) / (shades.size() - 1));
    const double perShade = most > 1 ? (shades.size() - 1) / std::log(most) : 0;
    for (const Tick& tick : ticks) {
        const QColor& colour =
            most > 1 ? shades[static_cast<std::size_t>(std::lround(std::log(tick.count) * perShade))] : few;
        painter.fillRect(QRectF(tick.x, y - half, width, 2 * half), colour);
    }
}

void TimeLine::drawMigrants(QPainter& painter, const Lane& lane, double y) const
{
    // Diamonds that touch all along the lane are one smear: then strokes, as high as a diamond, say how many.
    std::vector<LaneTicks::Column> columns;
    lane.migrants.visitColumns(m_scale, migrantColumn,
                               [&](const LaneTicks::Column& column) { columns.push_back(column); });
    const bool areStrokes =
        static_cast<double>(columns.size()) * theme().px(9) > (m_scale.right() - m_scale.left()) / 2;
    for (const LaneTicks::Column& column : columns) {
        const std::size_t lost = lane.lost.countBefore(column.last + 1) - lane.lost.countBefore(column.first);
        const bool isAnyLeft = lost < column.count;
        const QColor colour = theme().taskColour(lane.sources[column.firstIndex]);
        if (!areStrokes) {
            paintMigrant(painter, {column.middle, y}, colour, isAnyLeft, theme());
            continue;
        }
        const double high = theme().px(isAnyLeft ? 8 : 4);
        painter.fillRect(QRectF(column.middle - 1, y - high / 2, 2, high), colour);
    }
}

void TimeLine::drawLane(QPainter& painter, const Lane& lane, double y) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    drawEvaluations(painter, lane, y);
    if (m_isFolded) {
        painter.setRenderHint(QPainter::Antialiasing, true);
        return;
    }
    const QColor task = theme().taskColour(lane.head.task);
    const double bar = std::min(theme().px(bestHeight), laneHeight() - 2) / 2;
    lane.bests.visitColumns(m_scale, 1, [&](const LaneTicks::Column& column) {
        painter.fillRect(QRectF(std::round(column.middle - theme().px(1)), y - bar, theme().px(2), 2 * bar),
                         task);
    });
    painter.setRenderHint(QPainter::Antialiasing, true);
    lane.skipped.visitColumns(m_scale, migrantColumn, [&](const LaneTicks::Column& column) {
        const double side = theme().px(5);
        painter.setBrush(groundColour());
        painter.setPen(QPen(theme().text2, theme().px(1)));
        painter.drawRect(QRectF(column.middle - side / 2, y - side / 2, side, side));
    });
    drawMigrants(painter, lane, y);
}

void TimeLine::renderLanes()
{
    m_layer = layer(size(), Qt::transparent);
    QPainter painter(&m_layer);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF lanes(m_scale.left(), 0, m_scale.right() - m_scale.left(), height());
    painter.setClipRect(lanes.adjusted(-theme().px(5), 0, theme().px(5), 0));
    const double ratio = devicePixelRatioF();
    const double bottom =
        m_lanes.empty() ? laneTop() : laneTop() + laneHeight() * static_cast<double>(m_lanes.size());
    if (!m_isFolded) {
        painter.setPen(QPen(theme().line, 1));
        double last = -1e9;
        for (const TimeLineGeneration& generation : m_generations) {
            const double x = plot::crisp(m_scale.cursorX(generation.start), ratio);
            if (x - last < theme().px(3) || x < m_scale.left() || x > m_scale.right())
                continue; // a comb of lines says nothing
            painter.drawLine(QPointF(x, laneTop()), QPointF(x, bottom));
            last = x;
        }
    }
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const double y = plot::crisp(laneY(static_cast<int>(i)), ratio);
        if (!m_isFolded) {
            painter.setPen(QPen(theme().line, 1));
            painter.drawLine(QPointF(m_scale.left(), y), QPointF(m_scale.right(), y));
        }
        drawLane(painter, m_lanes[i], y);
    }
    if (m_isFolded)
        return;
    for (const std::uint64_t fork : m_forks) {
        const double x = m_scale.cursorX(fork);
        QPainterPath path(QPointF(x, bottom - theme().px(8)));
        path.cubicTo(x, bottom - theme().px(1), x + theme().px(3), bottom, x + theme().px(10), bottom);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme().text, theme().px(1.4)));
        painter.drawPath(path);
    }
}

void TimeLine::drawNotes(QPainter& painter) const
{
    if (m_isFolded)
        return;
    painter.setFont(font(TextRole::Caption));
    for (const TimeLineNote& note : m_notes) {
        if (note.lane < 0 || static_cast<std::size_t>(note.lane) >= m_lanes.size())
            continue;
        painter.setPen(theme().text3);
        const double width = QFontMetricsF(painter.font()).horizontalAdvance(note.text);
        const double x = std::min(m_scale.eventX(note.event) + theme().px(9), m_scale.right() - width);
        plot::haloText(painter, QRectF(x, laneY(note.lane) - laneHeight() / 2, width + 1, laneHeight()),
                       Qt::AlignLeft | Qt::AlignVCenter, note.text, groundColour());
    }
}

void TimeLine::drawGenerations(QPainter& painter) const
{
    if (m_generations.empty() || m_isFolded)
        return;
    const std::size_t current = generationAt(m_cursor);
    std::vector<double> centres;
    std::vector<std::size_t> shown;
    int keep = -1;
    for (std::size_t i = 0; i < m_generations.size(); ++i) {
        const std::uint64_t stop = i + 1 < m_generations.size() ? m_generations[i + 1].start : m_end;
        const double left = std::max(m_scale.cursorX(m_generations[i].start), m_scale.left());
        const double right =
            std::min(m_scale.cursorX(std::max(stop, m_generations[i].start)), m_scale.right());
        if (right < left)
            continue;
        if (i == current)
            keep = static_cast<int>(centres.size());
        centres.push_back((left + right) / 2);
        shown.push_back(i);
    }
    // Labels are thinned by the widest number; the first one may be words and is elided to its room.
    QFont strong = font(TextRole::Caption);
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(strong);
    const double spacing = metrics.horizontalAdvance(m_generations.back().label) + theme().px(10);
    const std::vector<bool> visible = thinLabels(centres, spacing, {keep});
    for (std::size_t k = 0; k < shown.size(); ++k) {
        if (!visible[k])
            continue;
        const bool isCurrent = static_cast<int>(k) == keep;
        double room = 2 * theme().px(60);
        for (const std::size_t other : {k - 1, k + 1}) {
            if (other < shown.size())
                room = std::min(room, 2 * std::abs(centres[other] - centres[k]) - spacing);
        }
        painter.setFont(isCurrent ? strong : font(TextRole::Caption));
        painter.setPen(isCurrent ? theme().text : theme().text3);
        const QString& label = m_generations[shown[k]].label;
        const QString text = metrics.elidedText(label, Qt::ElideRight, std::max(room, spacing));
        const double width = metrics.horizontalAdvance(text) + 2;
        double x = std::clamp(centres[k] - width / 2, m_scale.left(),
                              std::max(m_scale.left(), m_scale.right() - width));
        // The cursor's handle must not cover the number of its own generation.
        const double cursor = m_scale.cursorX(m_cursor);
        const double clear = theme().px(8);
        if (isCurrent && cursor > x - clear && cursor < x + width + clear)
            x = cursor + clear + width <= m_scale.right() ? cursor + clear : cursor - clear - width;
        painter.drawText(QRectF(x, 0, width, theme().px(20)), Qt::AlignCenter, text);
    }
}

void TimeLine::drawLabels(QPainter& painter) const
{
    const double left = theme().px(16);
    if (m_isFolded) {
        painter.setFont(font(TextRole::Heading));
        painter.setPen(theme().text);
        painter.drawText(QRectF(left, 0, m_scale.left(), height()), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("Time line"));
        return;
    }
    painter.setFont(font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    const double room = m_scale.left() - left - theme().px(22);
    for (std::size_t i = 0; i < m_lanes.size(); ++i) {
        const double y = laneY(static_cast<int>(i));
        const TimeLineLane& head = m_lanes[i].head;
        paintTaskChip(painter, {left + theme().px(5), y}, head.task, theme());
        painter.setPen(theme().text);
        const bool isShort = !head.code.isEmpty() && metrics.horizontalAdvance(head.name) > room + 1;
        painter.drawText(
            QRectF(left + theme().px(16), y - theme().px(9), room + theme().px(6), theme().px(18)),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(isShort ? head.code : head.name, Qt::ElideRight, room + theme().px(6)));
    }
}

void TimeLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    if (m_lanes.empty()) {
        painter.setFont(font(TextRole::Heading));
        painter.setPen(theme().text);
        const int left = theme().ipx(16);
        const QRect line(left, 0, width() - 2 * left, std::min(height(), theme().ipx(36)));
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, tr("Time line"));
        const int name = painter.fontMetrics().horizontalAdvance(tr("Time line")) + theme().ipx(10);
        paintEmpty(painter, line.adjusted(name, (line.height() - theme().ipx(18)) / 2, 0, 0));
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF())
        renderLanes();
    const double x = std::clamp(m_scale.cursorX(m_cursor), m_scale.left() - 1, m_scale.right() + 1);
    painter.save();
    painter.setClipRect(QRectF(0, 0, x, height()));
    painter.drawImage(QPointF(0, 0), m_layer);
    painter.setClipRect(QRectF(x, 0, width() - x, height()));
    painter.setOpacity(plot::afterCursor);
    painter.drawImage(QPointF(0, 0), m_layer);
    painter.restore();
    drawNotes(painter);
    drawLabels(painter);
    drawGenerations(painter);
    if (m_scale.cursorX(m_cursor) >= m_scale.left() - 1 && m_scale.cursorX(m_cursor) <= m_scale.right() + 1)
        paintCursor(
            painter, plot::crisp(x, devicePixelRatioF()),
            QRectF(m_scale.left(), theme().px(2), m_scale.right() - m_scale.left(), height() - theme().px(4)),
            true, theme());
    paintFocus(painter);
}

} // namespace ktnas
