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
constexpr double quietShare = 0.22; // opacity of the other curves while a row is looked at

std::int64_t rounded(double rank)
{
    return static_cast<std::int64_t>(std::llround(rank));
}

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
