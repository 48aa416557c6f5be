// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PopulationPanel.h"

#include "widgets/graph/CellGlyph.h"
#include "widgets/models/CellWords.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

constexpr double laneHeight = 74; ///< logical pixels at zoom 1
constexpr double glyphSize = 40;
constexpr double labelWidth = 152;

} // namespace

PopulationPanel::PopulationPanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setMouseTracking(true);
    describeSelf();
    connect(&session, &Session::cursorMoved, this, &PopulationPanel::refresh);
    connect(&session, &Session::currentRunChanged, this, &PopulationPanel::refresh);
    connect(&session, &Session::tableChanged, this, &PopulationPanel::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, qOverload<>(&QWidget::update));
    connect(&session.selection(), &Selection::hoveredChanged, this, qOverload<>(&QWidget::update));
    refresh();
}

QString PopulationPanel::kindName() const
{
    return tr("Parents at the cursor");
}

QString PopulationPanel::valueText() const
{
    const CellId hovered = m_session.selection().hovered();
    if (hovered.isNone() || m_lane >= m_lanes.size() || m_place >= m_lanes[m_lane].entries.size()
        || m_lanes[m_lane].entries[m_place].member.cell != hovered)
        return PlotWidget::valueText();
    const Lane& lane = m_lanes[m_lane];
    const Entry& entry = lane.entries[m_place];
    return tr("%1: %2, %3", "task, cell, rank")
        .arg(lane.title, CellWords::name(*m_session.table(), entry.member.cell), formatRank(entry.rank));
}

QSize PopulationPanel::sizeHint() const
{
    const auto lanes = static_cast<double>(std::max<std::size_t>(1, m_lanes.size()));
    return {theme().ipx(640), theme().ipx(44 + laneHeight * lanes)};
}

QSize PopulationPanel::minimumSizeHint() const
{
    return {theme().ipx(360), sizeHint().height()};
}

void PopulationPanel::refresh()
{
    const RunController* run = m_session.currentRun();
    setHeading(tr("Parents at the cursor"));
    if (run == nullptr || !m_session.table()) {
        m_lanes.clear();
        setCaption({});
        setEmptyText(tr("No run on this table yet. Choose tasks in the rail and press Space."));
        setSummary({});
        invalidate();
        return;
    }
    const RunState& state = m_session.stateAtCursor();
    setCaption(
        tr("number: rank on the task · underlined: new in generation %1 · ◆ migrant, in its source's colour")
            .arg(formatCount(state.generation)));
    std::vector<Lane> lanes;
    for (std::size_t t = 0; t < state.tasks.size(); ++t) {
        const RunState::TaskState& task = state.tasks[t];
        Lane lane;
        lane.tableTask = m_session.tableTask(TaskId(static_cast<std::uint16_t>(t)));
        lane.title = QString::fromStdString(m_session.table()->tasks()[lane.tableTask].title);
        int migrants = 0;
        int news = 0;
        for (const RunState::Member& member : task.population) {
            Entry entry;
            entry.member = member;
            const auto row = m_session.table()->rowOf(member.cell);
            entry.rank = row ? m_session.ranks(lane.tableTask)[*row] : 0;
            entry.isNew = state.generation > 0 && member.bornIn == state.generation;
            migrants += member.origin == Origin::Migrant ? 1 : 0;
            news += entry.isNew ? 1 : 0;
            lane.entries.push_back(entry);
        }
        std::stable_sort(lane.entries.begin(), lane.entries.end(), [](const Entry& a, const Entry& b) {
            return (a.rank == 0 ? UINT32_MAX : a.rank) < (b.rank == 0 ? UINT32_MAX : b.rank);
        });
        lane.migrants = tr("%1 of %n are migrants", nullptr, static_cast<int>(lane.entries.size()))
                            .arg(formatCount(migrants));
        lane.news = task.targetMet ? tr("target met, at rest") : tr("%n new", nullptr, news);
        lanes.push_back(std::move(lane));
    }
    if (lanes == m_lanes)
        return; // between two generations a running search changes no parent
    const bool isOtherHeight = lanes.size() != m_lanes.size();
    m_lanes = std::move(lanes);
    QStringList spoken;
    for (const Lane& lane : m_lanes) {
        if (!lane.entries.empty())
            spoken +=
                tr("%1: best %2, %3").arg(lane.title, formatRank(lane.entries.front().rank), lane.migrants);
    }
    setSummary(spoken.join(QStringLiteral("; ")));
    if (isOtherHeight)
        updateGeometry();
    invalidate();
}

double PopulationPanel::pitch() const
{
    std::size_t most = 1;
    for (const Lane& lane : m_lanes)
        most = std::max(most, lane.entries.size());
    const double room = width() - theme().px(labelWidth + 16);
    return std::clamp(room / static_cast<double>(most), theme().px(24), theme().px(74));
}

void PopulationPanel::invalidate()
{
    m_top = plotRect().top();
    m_pitch = pitch();
    PlotWidget::invalidate();
}

QRectF PopulationPanel::glyphRect(std::size_t lane, std::size_t place) const
{
    const double step = m_pitch;
    const double size = std::min(theme().px(glyphSize), step - theme().px(4));
    const double left = theme().px(labelWidth + 8) + step * static_cast<double>(place) + (step - size) / 2;
    const double top = m_top + theme().px(laneHeight) * static_cast<double>(lane) + theme().px(2);
    return {left, top, size, size};
}

bool PopulationPanel::find(const QPointF& position, std::size_t& lane, std::size_t& place) const
{
    for (lane = 0; lane < m_lanes.size(); ++lane) {
        for (place = 0; place < m_lanes[lane].entries.size(); ++place) {
            if (glyphRect(lane, place).adjusted(-4, -4, 4, theme().px(22)).contains(position))
                return true;
        }
    }
    return false;
}

void PopulationPanel::paintLane(QPainter& painter, std::size_t l) const
{
    const Lane& lane = m_lanes[l];
    const double top = m_top + theme().px(laneHeight) * static_cast<double>(l);
    const double left = 0;
    paintTaskChip(painter, {left + theme().px(5), top + theme().px(10)}, static_cast<int>(lane.tableTask),
                  theme());
    painter.setFont(font(TextRole::Heading));
    painter.setPen(theme().text);
    const QFontMetricsF bold(painter.font());
    painter.drawText(QRectF(left + theme().px(18), top, theme().px(labelWidth - 10), theme().px(20)),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     bold.elidedText(lane.title, Qt::ElideRight, theme().px(labelWidth - 10)));
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text2);
    painter.drawText(
        QRectF(left + theme().px(18), top + theme().px(20), theme().px(labelWidth), theme().px(16)),
        Qt::AlignLeft | Qt::AlignVCenter, lane.migrants);
    painter.drawText(
        QRectF(left + theme().px(18), top + theme().px(36), theme().px(labelWidth), theme().px(16)),
        Qt::AlignLeft | Qt::AlignVCenter, lane.news);

    const Space& space = m_session.table()->space();
    const QFont plain = font(TextRole::Caption);
    QFont strong = plain;
    strong.setWeight(QFont::DemiBold);
    const QFontMetricsF strongMetrics(strong);
    for (std::size_t p = 0; p < lane.entries.size(); ++p) {
        const Entry& entry = lane.entries[p];
        const QRectF rect = glyphRect(l, p);
        if (rect.left() > width())
            break;
        painter.drawPixmap(
            rect.topLeft(),
            cellGlyph(space, space.cell(entry.member.cell), rect.width(), theme(), devicePixelRatioF()));
        if (entry.member.origin == Origin::Migrant && !entry.member.source.isNone()) {
            const auto source = static_cast<int>(m_session.tableTask(entry.member.source));
            paintMigrant(painter, rect.topRight() + QPointF(theme().px(5), 0), theme().taskColour(source),
                         true, theme());
        }
        if (entry.member.cell == m_session.selection().current())
            paintSelectionFrame(painter, rect, theme());
        else if (entry.member.cell == m_session.selection().hovered())
            paintFocusRing(painter, rect.adjusted(-3, -3, 3, 3), theme());
        painter.setFont(entry.isNew ? strong : plain);
        painter.setPen(theme().text);
        const QString text = entry.rank == 0 ? QStringLiteral("–") : formatCount(entry.rank);
        const QRectF label(rect.center().x() - m_pitch / 2, rect.bottom() + theme().px(6), m_pitch,
                           theme().px(14));
        drawTabular(painter, label, Qt::AlignHCenter | Qt::AlignVCenter, text);
        if (entry.isNew) {
            const double half = tabularWidth(strongMetrics, text) / 2 + theme().px(2);
            painter.drawLine(QPointF(label.center().x() - half, label.bottom() + 1),
                             QPointF(label.center().x() + half, label.bottom() + 1));
        }
    }
}

void PopulationPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    if (m_lanes.empty()) {
        paintEmpty(painter, plotRect());
    } else {
        for (std::size_t lane = 0; lane < m_lanes.size(); ++lane)
            paintLane(painter, lane);
    }
    paintFocus(painter);
}

void PopulationPanel::mouseMoveEvent(QMouseEvent* event)
{
    std::size_t lane = 0;
    std::size_t place = 0;
    m_session.selection().setHovered(
        find(event->position(), lane, place) ? m_lanes[lane].entries[place].member.cell : CellId::none());
}

void PopulationPanel::mousePressEvent(QMouseEvent* event)
{
    PlotWidget::mousePressEvent(event);
    std::size_t lane = 0;
    std::size_t place = 0;
    if (event->button() == Qt::LeftButton && find(event->position(), lane, place)) {
        m_lane = lane;
        m_place = place;
        m_session.setCurrentCell(m_lanes[lane].entries[place].member.cell);
    }
}

void PopulationPanel::leaveEvent(QEvent* event)
{
    m_session.selection().setHovered(CellId::none());
    PlotWidget::leaveEvent(event);
}

void PopulationPanel::keyPressEvent(QKeyEvent* event)
{
    if (m_lanes.empty()) {
        PlotWidget::keyPressEvent(event);
        return;
    }
    m_lane = std::min(m_lane, m_lanes.size() - 1);
    const std::size_t count = std::max<std::size_t>(1, m_lanes[m_lane].entries.size());
    switch (event->key()) {
    case Qt::Key_Left:
        m_place = m_place == 0 ? 0 : m_place - 1;
        break;
    case Qt::Key_Right:
        m_place = std::min(m_place + 1, count - 1);
        break;
    case Qt::Key_Up:
        m_lane = m_lane == 0 ? 0 : m_lane - 1;
        break;
    case Qt::Key_Down:
        m_lane = std::min(m_lane + 1, m_lanes.size() - 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_place < m_lanes[m_lane].entries.size())
            m_session.setCurrentCell(m_lanes[m_lane].entries[m_place].member.cell);
        break;
    case Qt::Key_Escape:
        m_session.selection().setHovered(CellId::none());
        break;
    default:
        PlotWidget::keyPressEvent(event);
        return;
    }
    m_place = std::min(m_place, std::max<std::size_t>(1, m_lanes[m_lane].entries.size()) - 1);
    if (event->key() != Qt::Key_Escape && m_place < m_lanes[m_lane].entries.size())
        m_session.selection().setHovered(m_lanes[m_lane].entries[m_place].member.cell);
    tellValue();
}

void PopulationPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    PlotWidget::changeEvent(event);
}

} // namespace ktnas
