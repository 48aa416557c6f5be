// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TrainingStrip.h"

#include "widgets/models/CellWords.h"
#include "widgets/session/TrainingMonitor.h"
#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ktnas {
namespace {

constexpr double lineStep = 20;
constexpr double textWidth = 250;
constexpr double restWidth = 200;
constexpr std::size_t mostLines = 4;

} // namespace

TrainingStrip::TrainingStrip(Session& session, ThemeProvider& themes, QWidget* parent)
    : PlotWidget(&themes, parent)
    , m_session(session)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&session, &Session::currentRunChanged, this, &TrainingStrip::follow);
    connect(&session, &Session::runStateChanged, this, &TrainingStrip::refresh);
    follow();
    describeSelf();
}

void TrainingStrip::follow()
{
    if (m_monitor)
        m_monitor->disconnect(this);
    m_monitor = TrainingMonitor::of(m_session.currentRun());
    m_lines = 1;
    if (m_monitor)
        connect(m_monitor, &TrainingMonitor::changed, this, &TrainingStrip::refresh);
    refresh();
}

void TrainingStrip::refresh()
{
    setVisible(m_monitor != nullptr);
    const RunController* run = m_session.currentRun();
    if (!m_monitor || run == nullptr)
        return;
    m_progress = m_monitor->progress();
    const bool isRunning = run->state() == RunController::State::Running;
    const std::size_t underWay = std::min(mostLines, m_progress.underWay.size());
    setHeading(underWay > 0    ? tr("%Ln networks are being trained", nullptr,
                                    static_cast<int>(m_progress.underWay.size()))
                   : isRunning ? tr("The next networks are being prepared")
                               : tr("No network is being trained"));
    QStringList facts;
    if (m_progress.asked > 0)
        facts << tr("%1 values of this step are there")
                     .arg(formatOf(static_cast<std::int64_t>(m_progress.answered),
                                   static_cast<std::int64_t>(m_progress.asked)));
    facts << tr("%Ln trained in this session", nullptr, static_cast<int>(m_progress.trained));
    if (m_progress.reused > 0)
        facts << tr("%Ln evaluations needed no training", nullptr, static_cast<int>(m_progress.reused));
    if (!m_progress.failures.empty()) {
        facts << tr("%Ln failed", nullptr, static_cast<int>(m_progress.failures.size()));
        setToolTip(tr("The last failure: %1").arg(QString::fromStdString(m_progress.failures.back().reason)));
    }
    if (isRunning && m_progress.secondsLeft > 0)
        facts << tr("%1 to go").arg(formatDurationAbout(m_progress.secondsLeft));
    setCaption(facts.join(QStringLiteral(" · ")));
    if (underWay > m_lines) {
        m_lines = underWay;
        updateGeometry();
    }
    tellValue();
    update();
}

QString TrainingStrip::lineText(const TrainingUnderWay& one) const
{
    const Table& table = *m_session.table();
    const std::size_t task = m_session.tableTask(one.task);
    return tr("cell %1 on %2")
        .arg(CellWords::number(table, one.cell), QString::fromStdString(table.tasks()[task].title));
}

QString TrainingStrip::valueText() const
{
    QStringList lines;
    for (const TrainingUnderWay& one : m_progress.underWay)
        lines << tr("%1, %2 %").arg(lineText(one), formatCount(static_cast<std::int64_t>(100 * one.share)));
    return lines.isEmpty() ? heading() : lines.join(QStringLiteral("; "));
}

QRectF TrainingStrip::lineRect(std::size_t line) const
{
    const double height = theme().px(lineStep);
    return {0.0, headingHeight() + height * static_cast<double>(line), static_cast<double>(width()), height};
}

QSize TrainingStrip::sizeHint() const
{
    return {theme().ipx(560), headingHeight() + theme().ipx(lineStep * static_cast<double>(m_lines))};
}

QSize TrainingStrip::minimumSizeHint() const
{
    return {theme().ipx(320), sizeHint().height()};
}

QString TrainingStrip::kindName() const
{
    return tr("Networks in training");
}

void TrainingStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintGround(painter);
    if (!m_session.table() || m_session.currentRun() == nullptr)
        return;
    for (std::size_t i = 0; i < std::min(m_lines, m_progress.underWay.size()); ++i) {
        const TrainingUnderWay& one = m_progress.underWay[i];
        const QRectF line = lineRect(i);
        const auto task = static_cast<int>(m_session.tableTask(one.task));
        paintTaskChip(painter, {theme().px(5), line.center().y()}, task, theme());
        painter.setFont(font(TextRole::Body));
        painter.setPen(theme().text);
        const QRectF text(theme().px(16), line.top(), theme().px(textWidth - 16), line.height());
        drawTabular(painter, text, Qt::AlignLeft | Qt::AlignVCenter, lineText(one));
        const QRectF bar(text.right(), line.center().y() - theme().px(2),
                         std::max(theme().px(40), width() - text.right() - theme().px(restWidth)),
                         theme().px(4));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme().line);
        painter.drawRoundedRect(bar, theme().px(2), theme().px(2));
        painter.setBrush(theme().text2);
        QRectF done = bar;
        done.setWidth(bar.width() * std::clamp(one.share, 0.0, 1.0));
        painter.drawRoundedRect(done, theme().px(2), theme().px(2));
        painter.setFont(font(TextRole::Caption));
        painter.setPen(theme().text2);
        QString rest =
            tr("%1 %", "share of a training").arg(formatCount(static_cast<std::int64_t>(100 * one.share)));
        if (one.secondsLeft > 0)
            rest = tr("%1 · %2 left", "share, time").arg(rest, formatDurationAbout(one.secondsLeft));
        drawTabular(painter,
                    {bar.right() + theme().px(10), line.top(), theme().px(restWidth - 10), line.height()},
                    Qt::AlignLeft | Qt::AlignVCenter, rest);
    }
    paintFocus(painter);
}

void TrainingStrip::mousePressEvent(QMouseEvent* event)
{
    for (std::size_t i = 0; i < std::min(m_lines, m_progress.underWay.size()); ++i)
        if (lineRect(i).contains(event->position()))
            m_session.setCurrentCell(m_progress.underWay[i].cell);
}

void TrainingStrip::changeEvent(QEvent* event)
{
    PlotWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace ktnas
