// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/LineagePanel.h"

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

constexpr double glyphSize = 36; ///< logical pixels at zoom 1
constexpr double pitch = 104;

} // namespace

LineagePanel::LineagePanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setMouseTracking(true);
    describeSelf();
    connect(&session, &Session::cursorMoved, this, &LineagePanel::refresh);
    connect(&session, &Session::currentRunChanged, this, &LineagePanel::refresh);
    connect(&session, &Session::tableChanged, this, &LineagePanel::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &LineagePanel::refresh);
    connect(&session.selection(), &Selection::hoveredChanged, this, qOverload<>(&QWidget::update));
    refresh();
}

QString LineagePanel::kindName() const
{
    return tr("How the cell came about");
}

QSize LineagePanel::sizeHint() const
{
    return {theme().ipx(640), theme().ipx(140)};
}

QSize LineagePanel::minimumSizeHint() const
{
    return {theme().ipx(320), theme().ipx(140)};
}

MemberId LineagePanel::member() const
{
    const RunController* run = m_session.currentRun();
    const CellId cell = m_session.selection().current();
    if (run == nullptr || cell.isNone())
        return MemberId::none();
    for (const RunState::TaskState& task : m_session.stateAtCursor().tasks) {
        for (const RunState::Member& candidate : task.population) {
            if (candidate.cell == cell)
                return candidate.member;
        }
    }
    const auto lives = run->index().lives();
    for (std::size_t i = std::min<std::size_t>(lives.size(), m_session.stateAtCursor().born); i > 0; --i) {
        if (lives[i - 1].birth.cell == cell)
            return lives[i - 1].birth.member;
    }
    return MemberId::none();
}

void LineagePanel::refresh()
{
    m_links.clear();
    m_focused = -1;
    const RunController* run = m_session.currentRun();
    const CellId cell = m_session.selection().current();
    const MemberId subject = member();
    setHeading(cell.isNone() || !m_session.table()
                   ? tr("How a cell came about")
                   : tr("How cell %1 came about").arg(CellWords::number(*m_session.table(), cell)));
    if (run == nullptr || subject.isNone()) {
        setCaption({});
        setEmptyText(cell.isNone() ? tr("Click a cell to see its ancestors.")
                                   : tr("This run has not looked at the cell before the cursor."));
        invalidate();
        return;
    }
    const RecordIndex& index = run->index();
    const Space& space = m_session.table()->space();
    std::vector<MemberId> ancestors = index.lineage(subject);
    std::reverse(ancestors.begin(), ancestors.end());
    for (std::size_t i = 0; i < ancestors.size(); ++i) {
        const RecordIndex::Life& life = index.life(ancestors[i]);
        Link link;
        link.cell = life.birth.cell;
        link.task = life.birth.task;
        link.generation = life.generation;
        const std::size_t tableTask = m_session.tableTask(link.task);
        if (const auto row = m_session.table()->rowOf(link.cell))
            link.rank = m_session.ranks(tableTask)[*row];
        if (i > 0) {
            const Cell before = space.cell(m_links.back().cell);
            const Cell after = space.cell(link.cell);
            const int edits = Space::editDistance(before, after);
            link.isMigration = life.birth.origin == Origin::Migrant;
            if (link.isMigration) {
                link.operation =
                    tr("to %1").arg(QString::fromStdString(m_session.table()->tasks()[tableTask].shortTitle));
            } else if (edits == 1) {
                for (std::size_t gene = 0; gene < space.geneCount(); ++gene) {
                    if (before[gene] == after[gene])
                        continue;
                    link.edge = CellWords::geneLabel(space, gene);
                    if (space.isOperationGene(gene))
                        link.operation = QString::fromStdString(space.operations()[after[gene]].label);
                }
            } else {
                link.edge = tr("%n edits", nullptr, edits);
            }
        }
        m_links.push_back(std::move(link));
    }
    const std::size_t last = m_session.tableTask(m_links.back().task);
    setCaption(tr("one edit a step; number: rank on the task it was born for, at last %1")
                   .arg(QString::fromStdString(m_session.table()->tasks()[last].title)));
    setSummary(tr("%n steps from the first ancestor", nullptr, static_cast<int>(m_links.size()) - 1));
    invalidate();
}

std::size_t LineagePanel::firstShown() const
{
    const double room = width() - theme().px(8 + glyphSize);
    const auto fitting = static_cast<std::size_t>(std::max(1.0, room / theme().px(pitch)));
    return m_links.size() > fitting ? m_links.size() - fitting : 0;
}

QRectF LineagePanel::glyphRect(std::size_t link) const
{
    const double left = theme().px(8) + theme().px(pitch) * static_cast<double>(link - firstShown());
    return {left, plotRect().top() + theme().px(22), theme().px(glyphSize), theme().px(glyphSize)};
}

int LineagePanel::find(const QPointF& position) const
{
    for (std::size_t i = firstShown(); i < m_links.size(); ++i) {
        if (glyphRect(i).adjusted(-4, -22, 4, 22).contains(position))
            return static_cast<int>(i);
    }
    return -1;
}

void LineagePanel::paintLink(QPainter& painter, std::size_t i) const
{
    const Link& link = m_links[i];
    const QRectF rect = glyphRect(i);
    const Space& space = m_session.table()->space();
    const QColor colour = theme().taskColour(static_cast<int>(m_session.tableTask(link.task)));
    if (i > firstShown()) {
        const QRectF before = glyphRect(i - 1);
        const double y = rect.center().y();
        const double left = before.right() + theme().px(8);
        const double right = rect.left() - theme().px(8);
        painter.setPen(QPen(colour, theme().px(1.5)));
        painter.drawLine(QPointF(left, y), QPointF(right, y));
        if (link.isMigration) {
            const QColor source =
                theme().taskColour(static_cast<int>(m_session.tableTask(m_links[i - 1].task)));
            paintMigrant(painter, {(left + right) / 2, y}, source, true, theme());
        }
        painter.setFont(font(TextRole::Caption));
        const QFontMetricsF metrics(painter.font());
        const double room = right - left + theme().px(14);
        const auto text = [&](double offset, const QString& words, const QColor& pen) {
            painter.setPen(pen);
            painter.drawText(QRectF(left - theme().px(7), y + offset, room, theme().px(16)),
                             Qt::AlignHCenter | Qt::AlignVCenter,
                             metrics.elidedText(words, Qt::ElideRight, room));
        };
        text(-theme().px(19), link.edge, theme().text2);
        text(theme().px(4), link.operation, link.isMigration ? theme().text2 : theme().text);
    }
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text2);
    painter.drawText(QRectF(rect.left() - 20, rect.top() - theme().px(22), rect.width() + 40, theme().px(14)),
                     Qt::AlignHCenter | Qt::AlignVCenter,
                     link.generation == 0 ? tr("first") : tr("gen %1").arg(formatCount(link.generation)));
    painter.drawPixmap(rect.topLeft(),
                       cellGlyph(space, space.cell(link.cell), rect.width(), theme(), devicePixelRatioF()));
    if (i + 1 == m_links.size())
        paintSelectionFrame(painter, rect, theme());
    else if (static_cast<int>(i) == m_focused || link.cell == m_session.selection().hovered())
        paintFocusRing(painter, rect.adjusted(-3, -3, 3, 3), theme());
    painter.setPen(theme().text);
    painter.setFont(font(TextRole::Caption));
    drawTabular(painter,
                QRectF(rect.left() - 20, rect.bottom() + theme().px(6), rect.width() + 40, theme().px(14)),
                Qt::AlignHCenter | Qt::AlignVCenter, formatCount(link.rank));
}

void LineagePanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    if (m_links.empty()) {
        paintEmpty(painter, plotRect());
    } else {
        for (std::size_t i = firstShown(); i < m_links.size(); ++i)
            paintLink(painter, i);
    }
    paintFocus(painter);
}

void LineagePanel::mouseMoveEvent(QMouseEvent* event)
{
    const int link = find(event->position());
    m_session.selection().setHovered(link < 0 ? CellId::none()
                                              : m_links[static_cast<std::size_t>(link)].cell);
}

void LineagePanel::mousePressEvent(QMouseEvent* event)
{
    PlotWidget::mousePressEvent(event);
    const int link = find(event->position());
    if (event->button() == Qt::LeftButton && link >= 0)
        m_session.setCurrentCell(m_links[static_cast<std::size_t>(link)].cell);
}

void LineagePanel::leaveEvent(QEvent* event)
{
    m_session.selection().setHovered(CellId::none());
    PlotWidget::leaveEvent(event);
}

void LineagePanel::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(m_links.size()) - 1;
    const bool moves = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (last >= 0 && moves) {
        const int from = m_focused < 0 ? last : m_focused;
        m_focused =
            std::clamp(from + (event->key() == Qt::Key_Left ? -1 : 1), static_cast<int>(firstShown()), last);
        m_session.selection().setHovered(m_links[static_cast<std::size_t>(m_focused)].cell);
        update();
    } else if (m_focused >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        m_session.setCurrentCell(m_links[static_cast<std::size_t>(m_focused)].cell);
    } else {
        PlotWidget::keyPressEvent(event);
    }
}

void LineagePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    PlotWidget::changeEvent(event);
}

} // namespace ktnas
