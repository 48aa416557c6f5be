// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/VoteDiagram.h"

#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr int headHeight = 44; // two lines and a gap above the rows
constexpr int axisHeight = 24; // numbers of φ and of the truth below the rows

} // namespace

VoteDiagram::VoteDiagram(ThemeProvider* themes, QWidget* parent)
    : PlotWidget(themes, parent)
    , m_scroll(new QScrollBar(Qt::Vertical, this))
{
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setAccessibleName(tr("Rows of the vote"));
    connect(m_scroll, &QScrollBar::valueChanged, this, &VoteDiagram::invalidate);
    describeSelf();
}

QString VoteDiagram::kindName() const
{
    return tr("Vote");
}

void VoteDiagram::setData(VoteData data)
{
    m_data = std::move(data);
    for (VoteEntry& entry : m_data.entries) {
        if (entry.candidate < 0 || static_cast<std::size_t>(entry.candidate) >= m_data.candidates.size())
            entry.candidate = -1;
    }
    moveHover(std::nullopt);
    m_current.reset();
    m_phiLow = -1;
    m_phiHigh = 1;
    for (const VoteCandidate& candidate : m_data.candidates) {
        m_phiLow = std::min(m_phiLow, candidate.phi);
        m_phiHigh = std::max(m_phiHigh, candidate.phi);
    }
    setStep(-1);
    m_scroll->setValue(0);
    invalidate();
    updateGeometry();
}

void VoteDiagram::setStep(int votes)
{
    const int wanted = votes < 0 ? -1 : std::min(votes, voteCount());
    if (wanted == m_step)
        return;
    m_step = wanted;
    if (m_step > 0)
        reveal(m_step - 1);
    m_layer = QImage();
    update();
    Q_EMIT stepChanged(m_step);
}

double VoteDiagram::shownPhi(int candidate) const
{
    if (m_step < 0)
        return m_data.candidates[static_cast<std::size_t>(candidate)].phi;
    double sum = 0;
    for (int entry = 0; entry < m_step; ++entry) {
        const VoteEntry& vote = m_data.entries[static_cast<std::size_t>(entry)];
        if (vote.candidate == candidate)
            sum += vote.isPositive ? 1 : -1;
    }
    return sum;
}

void VoteDiagram::setCurrent(std::optional<VoteLayout::Row> row)
{
    m_current = row;
    m_layer = QImage();
    update();
}

QSize VoteDiagram::sizeHint() const
{
    const auto rows = static_cast<int>(std::max(m_data.entries.size(), m_data.candidates.size()));
    return {theme().ipx(880),
            headingHeight() + theme().ipx(headHeight + axisHeight + 22 * std::clamp(rows, 6, 24))};
}

QSize VoteDiagram::minimumSizeHint() const
{
    return {theme().ipx(500), headingHeight() + theme().ipx(headHeight + axisHeight + 22 * 4)};
}

QRectF VoteDiagram::rowsRect() const
{
    const bool scrolls = m_scroll->maximum() > 0;
    return QRectF(plotRect())
        .adjusted(0, theme().px(headHeight), scrolls ? -theme().px(14) : 0, -theme().px(axisHeight));
}

void VoteDiagram::layOut()
{
    m_layer = QImage();
    const auto voters = static_cast<int>(m_data.entries.size());
    const auto candidates = static_cast<int>(m_data.candidates.size());
    const double content = std::max(voters, candidates) * theme().px(22);
    const double room = QRectF(plotRect()).height() - theme().px(headHeight + axisHeight);
    {
        const QSignalBlocker quiet(m_scroll);
        m_scroll->setRange(0, std::max(0, static_cast<int>(std::ceil(content - room))));
        m_scroll->setPageStep(std::max(1, static_cast<int>(room)));
        m_scroll->setSingleStep(theme().ipx(22));
        m_scroll->setVisible(m_scroll->maximum() > 0);
        const int wide = theme().ipx(8);
        m_scroll->setGeometry(width() - wide, static_cast<int>(rowsRect().top()), wide,
                              std::max(1, static_cast<int>(room)));
    }
    const double margin = std::max(0.5, (m_phiHigh - m_phiLow) * 0.08);
    m_layout = VoteLayout(rowsRect(), voters, candidates, m_scroll->value(), theme().zoom, m_phiLow - margin,
                          m_phiHigh + margin, m_data.truthCount);
}

void VoteDiagram::invalidate()
{
    layOut();
    PlotWidget::invalidate();
}

void VoteDiagram::resizeEvent(QResizeEvent* event)
{
    PlotWidget::resizeEvent(event);
    layOut();
}

// --- Painting ---------------------------------------------------------------------------------------------

QString VoteDiagram::valueText() const
{
    if (m_data.entries.empty() && m_data.candidates.empty())
        return PlotWidget::valueText();
    const auto row = m_hovered ? m_hovered : m_current;
    if (!row)
        return tr("%1 candidates, %2 of %3 votes counted")
            .arg(formatCount(static_cast<std::int64_t>(m_data.candidates.size())),
                 formatCount(m_step < 0 ? voteCount() : m_step), formatCount(voteCount()));
    const auto place = static_cast<std::size_t>(row->index);
    if (row->side == VoteLayout::Side::Voters) {
        const VoteEntry& entry = m_data.entries[place];
        const QString label = formatSigned(entry.isPositive ? 1 : -1);
        return entry.candidate < 0
            ? tr("%1, labelled %2, votes for nobody", "cell, label").arg(entry.name, label)
            : tr("%1, labelled %2, votes for %3", "cell, label, cell")
                  .arg(entry.name, label, m_data.candidates[static_cast<std::size_t>(entry.candidate)].name);
    }
    const VoteCandidate& candidate = m_data.candidates[place];
    QStringList parts{candidate.name,
                      tr("φ %1", "a candidate's sum of votes").arg(formatSigned(shownPhi(row->index)))};
    if (!std::isnan(candidate.truthRank))
        parts += tr("in truth rank %1")
                     .arg(formatCount(static_cast<std::int64_t>(std::llround(candidate.truthRank))));
    if (candidate.isChosen && m_step < 0)
        parts += tr("chosen", "a candidate for transfer");
    return parts.join(QStringLiteral(", "));
}

// --- Input ------------------------------------------------------------------------------------------------

void VoteDiagram::moveHover(std::optional<VoteLayout::Row> row)
{
    if (row == m_hovered)
        return;
    const auto of = [](const std::optional<VoteLayout::Row>& at, VoteLayout::Side side) {
        return at && at->side == side ? at->index : -1;
    };
    const std::optional<VoteLayout::Row> before = std::exchange(m_hovered, row);
    m_layer = QImage();
    update();
    tellValue();
    if (of(before, VoteLayout::Side::Voters) != of(row, VoteLayout::Side::Voters))
        Q_EMIT entryHovered(of(row, VoteLayout::Side::Voters));
    if (of(before, VoteLayout::Side::Candidates) != of(row, VoteLayout::Side::Candidates))
        Q_EMIT candidateHovered(of(row, VoteLayout::Side::Candidates));
}

void VoteDiagram::mouseMoveEvent(QMouseEvent* event)
{
    moveHover(m_layout.at(event->position()));
}

void VoteDiagram::mousePressEvent(QMouseEvent* event)
{
    event->accept();
    const auto row = m_layout.at(event->position());
    if (event->button() == Qt::LeftButton && row)
        activate(*row);
}

void VoteDiagram::activate(VoteLayout::Row row)
{
    if (row.side == VoteLayout::Side::Voters)
        Q_EMIT entryActivated(row.index);
    else
        Q_EMIT candidateActivated(row.index);
}

void VoteDiagram::wheelEvent(QWheelEvent* event)
{
    if (m_scroll->maximum() == 0) {
        event->ignore();
        return;
    }
    event->accept();
    m_scroll->setValue(m_scroll->value()
                       - static_cast<int>(event->angleDelta().y() * m_layout.rowHeight() * 3 / 120));
    moveHover(m_layout.at(event->position()));
}

void VoteDiagram::leaveEvent(QEvent* event)
{
    PlotWidget::leaveEvent(event);
    moveHover(std::nullopt);
}

void VoteDiagram::reveal(int row)
{
    const double top = row * m_layout.rowHeight();
    const double bottom = top + m_layout.rowHeight() - rowsRect().height();
    m_scroll->setValue(std::clamp(m_scroll->value(), static_cast<int>(std::ceil(bottom)),
                                  static_cast<int>(std::max(top, std::ceil(bottom)))));
}

void VoteDiagram::moveBy(int rows)
{
    const VoteLayout::Side side = m_hovered ? m_hovered->side : VoteLayout::Side::Candidates;
    const int count =
        side == VoteLayout::Side::Voters ? voteCount() : static_cast<int>(m_data.candidates.size());
    if (count == 0)
        return;
    const int to = m_hovered ? std::clamp(m_hovered->index + rows, 0, count - 1) : 0;
    reveal(to);
    moveHover(VoteLayout::Row{side, to});
}

void VoteDiagram::keyPressEvent(QKeyEvent* event)
{
    constexpr int far = 1 << 20;
    const auto change = [this](VoteLayout::Side side, std::size_t count) {
        if (count == 0)
            return;
        const int to = std::min(m_hovered ? m_hovered->index : 0, static_cast<int>(count) - 1);
        reveal(to);
        moveHover(VoteLayout::Row{side, to});
    };
    switch (event->key()) {
    case Qt::Key_Up:
        return moveBy(-1);
    case Qt::Key_Down:
        return moveBy(1);
    case Qt::Key_Home:
        return moveBy(-far);
    case Qt::Key_End:
        return moveBy(far);
    case Qt::Key_Left:
        return change(VoteLayout::Side::Voters, m_data.entries.size());
    case Qt::Key_Right:
        return change(VoteLayout::Side::Candidates, m_data.candidates.size());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_hovered)
            activate(*m_hovered);
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
