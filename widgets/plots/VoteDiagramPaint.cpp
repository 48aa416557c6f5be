// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/VoteDiagram.h"

#include "widgets/plots/PlotPaint.h"
#include "widgets/style/Colour.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

constexpr double quietShare = 0.22; // opacity of the other curves while a row is looked at

std::int64_t rounded(double rank)
{
    return static_cast<std::int64_t>(std::llround(rank));
}

} // namespace

void VoteDiagram::drawColumnHeads(QPainter& painter) const
{
    const double top = plotRect().top();
    const double right = rowsRect().right();
    const auto head = [&](double left, double room, const QString& title, const QString& caption) {
        const QRectF box(left, top, room, theme().px(18));
        painter.setFont(font(TextRole::Heading));
        painter.setPen(theme().text);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(title, Qt::ElideRight, room));
        painter.setFont(font(TextRole::Caption));
        painter.setPen(theme().text3);
        painter.drawText(box.translated(0, theme().px(18)), Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(painter.font()).elidedText(caption, Qt::ElideRight, room));
    };
    const double gap = theme().px(10);
    const double phi = m_layout.chosenRight() + theme().px(6);
    const double truth = m_layout.truth().start() - theme().px(8);
    head(rowsRect().left(), m_layout.candidateLeft() - rowsRect().left() - gap, m_data.historyTitle,
         m_data.historyCaption);
    head(m_layout.candidateLeft(), phi - m_layout.candidateLeft() - gap, m_data.candidatesTitle,
         m_data.candidatesCaption);
    head(phi, truth - phi - gap / 2, tr("φ"),
         m_step < 0 ? tr("sum of votes")
                    : tr("%1 votes", "how many of the votes are counted").arg(formatOf(m_step, voteCount())));
    head(truth, right - truth, tr("Truth"), m_data.truthCaption);
}

void VoteDiagram::drawAxes(QPainter& painter) const
{
    const QRectF rows = rowsRect();
    const double bottom = std::min(rows.bottom(), rows.top() + m_layout.contentHeight());
    const double line = theme().px(lineHeight(TextRole::Caption));
    const double ratio = devicePixelRatioF();
    painter.setFont(font(TextRole::Caption));
    const QFontMetricsF metrics(painter.font());
    double lastRight = -1e9;
    const auto tick = [&](double at, const QString& text, const QColor& colour) {
        const double x = plot::crisp(at, ratio);
        painter.setPen(QPen(colour, 1));
        painter.drawLine(QPointF(x, rows.top()), QPointF(x, bottom));
        const double half = metrics.horizontalAdvance(text) / 2 + 1;
        if (x - half < lastRight + theme().px(4))
            return;
        lastRight = x + half;
        painter.setPen(theme().text3);
        painter.drawText(QRectF(x - half, bottom + theme().px(6), 2 * half, line), Qt::AlignCenter, text);
    };
    for (const double value : roundTicks(m_phiLow, m_phiHigh, 3))
        tick(m_layout.phi().toPixel(value), formatSigned(value, decimalsForStep(value)),
             value == 0 ? theme().edge : theme().grid);
    lastRight = -1e9;
    std::vector<double> ranks = rankTicks(m_data.truthCount, false);
    std::reverse(ranks.begin(), ranks.end());
    for (const double rank : ranks)
        tick(m_layout.truth().toPixel(rank), formatCount(rounded(rank)), theme().grid);
}

bool VoteDiagram::isLit(int entry) const
{
    if (!m_hovered)
        return true;
    if (m_hovered->side == VoteLayout::Side::Voters)
        return m_hovered->index == entry;
    return m_data.entries[static_cast<std::size_t>(entry)].candidate == m_hovered->index;
}

void VoteDiagram::drawCurves(QPainter& painter) const
{
    painter.setBrush(Qt::NoBrush);
    const double top = rowsRect().top() - m_layout.rowHeight();
    const double bottom = rowsRect().bottom() + m_layout.rowHeight();
    // The rarer and heavier +1 votes lie on top, lit ones above all.
    for (const int pass : {0, 1, 2, 3}) {
        for (int entry = 0; entry < voteCount(); ++entry) {
            const VoteEntry& vote = m_data.entries[static_cast<std::size_t>(entry)];
            const int wanted = (vote.isPositive ? 1 : 0) + (isLit(entry) ? 2 : 0);
            if (vote.candidate < 0 || !isCounted(entry) || wanted != pass)
                continue;
            const double from = m_layout.rowY(entry);
            const double to = m_layout.rowY(vote.candidate);
            if (std::max(from, to) < top || std::min(from, to) > bottom)
                continue;
            QPen pen = votePen(vote.isPositive, theme());
            if (!isLit(entry))
                pen.setColor(faded(pen.color(), quietShare));
            else if (m_hovered && !vote.isPositive)
                pen.setColor(theme().text);
            painter.setPen(pen);
            painter.drawPath(m_layout.curve(entry, vote.candidate));
        }
    }
}

void VoteDiagram::drawEntry(QPainter& painter, int entry) const
{
    const VoteEntry& vote = m_data.entries[static_cast<std::size_t>(entry)];
    const double y = m_layout.rowY(entry);
    const double height = theme().px(lineHeight(TextRole::Caption));
    const bool isHovered = m_hovered == VoteLayout::Row{VoteLayout::Side::Voters, entry};
    painter.save();
    if (!isCounted(entry) || (m_hovered && !isLit(entry)))
        painter.setOpacity(0.45);
    QFont face = font(TextRole::Caption);
    painter.setFont(face);
    if (m_layout.hasGenerations()) {
        painter.setPen(theme().text3);
        painter.drawText(QRectF(rowsRect().left(), y - height / 2, theme().px(70), height),
                         Qt::AlignLeft | Qt::AlignVCenter, vote.generation);
    }
    if (isHovered) {
        face.setWeight(QFont::DemiBold);
        painter.setFont(face);
    }
    painter.setPen(theme().text);
    const double left = rowsRect().left() + (m_layout.hasGenerations() ? theme().px(48) : 0);
    drawTabular(painter, QRectF(left, y - height / 2, m_layout.voterNameRight() - left, height),
                Qt::AlignRight | Qt::AlignVCenter, vote.name);
    const double side = theme().px(20);
    if (!vote.glyph.isNull())
        painter.drawPixmap(QRectF(m_layout.voterGlyphX(), y - side / 2, side, side), vote.glyph,
                           QRectF(vote.glyph.rect()));
    paintHistoryLabel(painter, {m_layout.labelX(), y}, vote.isPositive, theme());
    painter.restore();
}

void VoteDiagram::drawCandidate(QPainter& painter, int index) const
{
    const VoteCandidate& candidate = m_data.candidates[static_cast<std::size_t>(index)];
    const double y = m_layout.rowY(index);
    const double height = theme().px(lineHeight(TextRole::Caption));
    const bool isHovered = m_hovered == VoteLayout::Row{VoteLayout::Side::Candidates, index};
    painter.save();
    if (m_hovered && m_hovered->side == VoteLayout::Side::Voters
        && m_data.entries[static_cast<std::size_t>(m_hovered->index)].candidate != index)
        painter.setOpacity(0.45);
    const double side = theme().px(20);
    if (!candidate.glyph.isNull())
        painter.drawPixmap(QRectF(m_layout.candidateLeft(), y - side / 2, side, side), candidate.glyph,
                           QRectF(candidate.glyph.rect()));
    QFont face = font(TextRole::Caption);
    if ((candidate.isChosen && m_step < 0) || isHovered)
        face.setWeight(QFont::DemiBold);
    painter.setFont(face);
    painter.setPen(theme().text);
    const double nameLeft = m_layout.candidateNameLeft();
    drawTabular(painter, QRectF(nameLeft, y - height / 2, m_layout.marksLeft() - nameLeft, height),
                Qt::AlignLeft | Qt::AlignVCenter, candidate.name);
    // As many marks as fit; the word "chosen" needs its room.
    double x = m_layout.marksLeft();
    painter.setFont(font(TextRole::Caption));
    const QString chosen = tr("chosen");
    const double wordWidth = QFontMetricsF(painter.font()).horizontalAdvance(chosen);
    const double marksEnd = m_layout.chosenRight() - (candidate.isChosen ? wordWidth + theme().px(4) : 0);
    for (const int task : candidate.sources) {
        if (x + theme().px(5) > marksEnd)
            break;
        if (candidate.isChosen && m_step < 0)
            paintMigrant(painter, {x, y}, theme().taskColour(task), true, theme());
        else
            plot::disc(painter, theme(), {x, y}, 3.5, theme().taskColour(task), theme().isTaskHollow(task));
        x += theme().px(12);
    }
    if (candidate.isChosen && m_step < 0) {
        painter.setPen(theme().text2);
        painter.drawText(
            QRectF(m_layout.chosenRight() - wordWidth - 2, y - height / 2, wordWidth + 2, height),
            Qt::AlignRight | Qt::AlignVCenter, chosen);
    }
    paintPhi(painter, m_layout.phi().toPixel(0), m_layout.phi().toPixelClamped(shownPhi(index)), y, theme());
    if (!std::isnan(candidate.truthRank)) {
        paintTruth(painter, {m_layout.truth().toPixelClamped(candidate.truthRank), y}, theme());
        if (m_layout.hasTruthNumbers()) {
            painter.setFont(face);
            painter.setPen(theme().text);
            drawTabular(
                painter,
                QRectF(m_layout.truthNumberRight() - theme().px(60), y - height / 2, theme().px(60), height),
                Qt::AlignRight | Qt::AlignVCenter, formatCount(rounded(candidate.truthRank)));
        }
    }
    painter.restore();
}

void VoteDiagram::paintRows(QPainter& painter) const
{
    const QRectF rows = rowsRect();
    painter.save();
    painter.setClipRect(rows);
    const double half = m_layout.rowHeight() / 2;
    const double bandLeft = m_layout.candidateLeft() - theme().px(6);
    // Chosen candidates stand on the panel's colour, the row looked at on the line's.
    const auto backing = [&](VoteLayout::Row row, const QColor& colour) {
        const bool isVoter = row.side == VoteLayout::Side::Voters;
        const double left = isVoter ? rows.left() : bandLeft;
        const double right = isVoter ? m_layout.labelX() + theme().px(9) : rows.right();
        painter.fillRect(QRectF(left, m_layout.rowY(row.index) - half, right - left, 2 * half), colour);
    };
    for (std::size_t i = 0; i < m_data.candidates.size(); ++i) {
        if (m_data.candidates[i].isChosen && m_step < 0)
            backing({VoteLayout::Side::Candidates, static_cast<int>(i)}, theme().panel);
    }
    for (const auto& row : {m_current, m_hovered}) {
        if (row)
            backing(*row, theme().line);
    }
    painter.restore();
    drawAxes(painter);
    painter.save();
    painter.setClipRect(rows);
    drawCurves(painter);
    const auto first = std::max(0, static_cast<int>(m_scroll->value() / m_layout.rowHeight()) - 1);
    const int last = first + static_cast<int>(rows.height() / m_layout.rowHeight()) + 3;
    for (int i = first; i < std::min(last, voteCount()); ++i)
        drawEntry(painter, i);
    for (int i = first; i < std::min(last, static_cast<int>(m_data.candidates.size())); ++i)
        drawCandidate(painter, i);
    painter.restore();
}

void VoteDiagram::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    if (m_data.candidates.empty() && m_data.entries.empty()) {
        paintGround(painter);
        paintEmpty(painter, plotRect());
        paintFocus(painter);
        return;
    }
    if (m_layer.isNull() || m_layer.devicePixelRatio() != devicePixelRatioF()) {
        m_layer = layer(size(), theme().ground);
        QPainter layerPainter(&m_layer);
        layerPainter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing
                                    | QPainter::SmoothPixmapTransform);
        paintHeading(layerPainter);
        drawColumnHeads(layerPainter);
        paintRows(layerPainter);
    }
    painter.drawImage(QPoint(0, 0), m_layer);
    paintFocus(painter);
}

// --- Words ------------------------------------------------------------------------------------------------

} // namespace ktnas
