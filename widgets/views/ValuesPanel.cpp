// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/ValuesPanel.h"

#include "widgets/models/CellWords.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QPainter>

#include <cmath>

namespace ktnas {

ValuesPanel::ValuesPanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setHeadingVisible(false);
    describeSelf();
    connect(&session, &Session::tableChanged, this, &ValuesPanel::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &ValuesPanel::refresh);
    refresh();
}

QString ValuesPanel::kindName() const
{
    return tr("Values of the cell");
}

void ValuesPanel::setComparedWith(CellId cell)
{
    m_compared = cell;
    refresh();
}

double ValuesPanel::rowHeight() const
{
    return theme().px(22);
}

QSize ValuesPanel::sizeHint() const
{
    const auto rows = m_session.table() ? static_cast<int>(m_session.table()->tasks().size()) : 0;
    return {theme().ipx(268), static_cast<int>(rowHeight() * (rows + 1) + theme().px(26))};
}

QSize ValuesPanel::minimumSizeHint() const
{
    return {theme().ipx(220), sizeHint().height()};
}

void ValuesPanel::refresh()
{
    const auto& table = m_session.table();
    const CellId cell = m_session.selection().current();
    QStringList spoken;
    if (table && !cell.isNone()) {
        const auto row = table->rowOf(cell);
        setHeading(tr("Values of %1").arg(CellWords::name(*table, cell)));
        for (std::size_t t = 0; row && t < table->tasks().size(); ++t) {
            const Task& task = table->tasks()[t];
            QString sentence = QString::fromStdString(task.title) + QStringLiteral(" ")
                + CellWords::value(task.measure(), task.measure().values[*row]) + QStringLiteral(", ")
                + formatRankOf(m_session.ranks(t)[*row], static_cast<std::int64_t>(table->rowCount()));
            if (const QString moved = change(task.measure(), *row); !moved.isEmpty())
                sentence += QStringLiteral(", ") + tr("change %1").arg(moved);
            spoken += sentence;
        }
    }
    setSummary(spoken.join(QStringLiteral("; ")));
    updateGeometry();
    invalidate();
}

QString ValuesPanel::change(const Measure& measure, std::size_t row) const
{
    const auto before = m_compared.isNone() ? std::nullopt : m_session.table()->rowOf(m_compared);
    if (!before || *before == row)
        return {};
    const double difference = measure.values[row] - measure.values[*before];
    return std::isnan(difference) ? QString() : formatSigned(difference, CellWords::decimals(measure));
}

void ValuesPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    const auto& table = m_session.table();
    const CellId cell = m_session.selection().current();
    const auto row = table && !cell.isNone() ? table->rowOf(cell) : std::nullopt;
    if (!row) {
        paintFocus(painter);
        return;
    }
    const double left = theme().px(16);
    const double right = width() - theme().px(16);
    const double rankWidth = theme().px(56);
    const double valueWidth = theme().px(78);
    const bool isCompared = !m_compared.isNone() && m_compared != cell;
    const double changeWidth = isCompared ? theme().px(52) : 0;
    const double valueRight = right - rankWidth - changeWidth;
    const auto cellRect = [&](double x, double w, int line) {
        return QRectF(x, rowHeight() * line, w, rowHeight());
    };
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text3);
    painter.drawText(cellRect(left, 120, 0), Qt::AlignLeft | Qt::AlignVCenter, tr("Task"));
    const Split split = table->tasks().empty() ? Split::Valid : table->tasks().front().measure().split;
    QString splitName = CellWords::splitName(split);
    splitName[0] = splitName[0].toUpper();
    painter.drawText(cellRect(valueRight - valueWidth, valueWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                     splitName);
    if (isCompared)
        painter.drawText(cellRect(right - rankWidth - changeWidth, changeWidth, 0),
                         Qt::AlignRight | Qt::AlignVCenter, tr("change"));
    painter.drawText(cellRect(right - rankWidth, rankWidth, 0), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Rank"));
    painter.setPen(QPen(theme().line, 1));
    painter.drawLine(QPointF(left, std::round(rowHeight()) - 0.5),
                     QPointF(right, std::round(rowHeight()) - 0.5));

    for (std::size_t t = 0; t < table->tasks().size(); ++t) {
        const Task& task = table->tasks()[t];
        const int line = static_cast<int>(t) + 1;
        const double middle = rowHeight() * (line + 0.5);
        paintTaskChip(painter, {left + theme().px(5), middle}, static_cast<int>(t), theme());
        painter.setFont(font(TextRole::Body));
        painter.setPen(theme().text);
        const double room = valueRight - valueWidth - left - theme().px(18);
        const QFontMetricsF metrics(painter.font());
        QString title = QString::fromStdString(task.title);
        if (metrics.horizontalAdvance(title) > room)
            title = QString::fromStdString(task.shortTitle);
        painter.drawText(cellRect(left + theme().px(18), room, line), Qt::AlignLeft | Qt::AlignVCenter,
                         title);
        drawTabular(painter, cellRect(valueRight - valueWidth, valueWidth, line),
                    Qt::AlignRight | Qt::AlignVCenter,
                    CellWords::value(task.measure(), task.measure().values[*row]));
        const std::uint32_t rank = m_session.ranks(t)[*row];
        drawTabular(painter, cellRect(right - rankWidth, rankWidth, line), Qt::AlignRight | Qt::AlignVCenter,
                    rank == 0 ? QStringLiteral("–") : formatCount(rank));
        if (isCompared) {
            painter.setPen(theme().text2);
            painter.setFont(font(TextRole::Caption));
            drawTabular(painter, cellRect(right - rankWidth - changeWidth, changeWidth, line),
                        Qt::AlignRight | Qt::AlignVCenter, change(task.measure(), *row));
        }
    }
    painter.setFont(font(TextRole::Caption));
    painter.setPen(theme().text3);
    QStringList facts;
    if (!table->tasks().empty()) {
        const Task& first = table->tasks().front();
        if (first.epochs)
            facts += tr("%n epochs", nullptr, *first.epochs);
        if (first.trials && *first.trials > 1)
            facts += tr("mean of the published trials");
    }
    painter.drawText(QRectF(left, rowHeight() * (static_cast<double>(table->tasks().size()) + 1),
                            right - left, theme().px(24)),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(facts.join(QStringLiteral(", ")), Qt::ElideRight,
                                                      static_cast<int>(right - left)));
    paintFocus(painter);
}

void ValuesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    PlotWidget::changeEvent(event);
}

} // namespace ktnas
