// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/RailTask.h"

#include "widgets/style/Marks.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"

#include <QCheckBox>
#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

constexpr double margin = 16;
constexpr double textLeft = 34;
constexpr double smallHeight = 26; ///< of a task that takes no part
constexpr double searchHeight = 84;
constexpr double compareHeight = 46;

QString splitName(Split split)
{
    switch (split) {
    case Split::Train:
        return RailTask::tr("training");
    case Split::Valid:
        return RailTask::tr("validation");
    case Split::Test:
        return RailTask::tr("test");
    }
    return {};
}

} // namespace

int taskDecimals(const Measure& measure)
{
    return measure.unit == Unit::Percent ? 2 : 4;
}

QString taskUnit(const Measure& measure)
{
    return measure.unit == Unit::Percent ? QStringLiteral("%") : QString();
}

QString taskPassport(const Task& task)
{
    const Measure& measure = task.measure();
    QStringList parts;
    parts << (measure.unit == Unit::Percent
                  ? RailTask::tr("%1, %", "metric").arg(QString::fromStdString(measure.metric))
                  : QString::fromStdString(measure.metric));
    parts << (measure.direction == Direction::Maximise ? RailTask::tr("better ↑") : RailTask::tr("better ↓"));
    parts << splitName(measure.split);
    if (task.epochs)
        parts << RailTask::tr("%Ln epochs", nullptr, *task.epochs);
    if (task.trials)
        parts << RailTask::tr("mean of up to %Ln trials", nullptr, *task.trials);
    return parts.join(QStringLiteral(" · "));
}

RailTask::RailTask(Session& session, ThemeProvider& themes, std::size_t task, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_task(task)
    , m_takesPart(new QCheckBox(this))
    , m_source(new QToolButton(this))
    , m_target(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (QToolButton* button : {m_source, m_target}) {
        button->setCheckable(true);
        button->setAutoRaise(true);
        setCompact(button);
    }
    connect(m_takesPart, &QCheckBox::clicked, this, [this](bool isChecked) {
        std::vector<std::size_t> tasks = m_session.draft().tasks;
        std::erase(tasks, m_task);
        if (isChecked)
            tasks.insert(std::lower_bound(tasks.begin(), tasks.end(), m_task), m_task);
        m_session.setDraft(withTasks(m_session.draft(), tasks, *m_session.table()), tr("Choose tasks"));
    });
    connect(m_source, &QToolButton::clicked, this, [this] {
        TaskPair pair = m_session.pair();
        if (pair.target == m_task)
            pair.target = pair.source; // the two change places
        pair.source = m_task;
        m_session.setPair(pair);
        refresh();
    });
    connect(m_target, &QToolButton::clicked, this, [this] {
        TaskPair pair = m_session.pair();
        if (pair.source == m_task)
            pair.source = pair.target;
        pair.target = m_task;
        m_session.setPair(pair);
        refresh();
    });
    connect(&themes, &ThemeProvider::themeChanged, this, &RailTask::place);
    retranslate();
    refresh();
    place();
}

void RailTask::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
    place();
}

QString RailTask::passport() const
{
    return taskPassport(m_session.table()->tasks()[m_task]);
}

RailTask::Shown RailTask::look() const
{
    const Table& table = *m_session.table();
    const Task& task = table.tasks()[m_task];
    const Measure& measure = task.measure();
    const int decimals = taskDecimals(measure);
    const SearchDraft& draft = m_session.draft();
    Shown shown;
    const auto place = std::find(draft.tasks.begin(), draft.tasks.end(), m_task);
    shown.takesPart = place != draft.tasks.end();
    shown.unit = taskUnit(measure);
    if (m_mode == Mode::Compare) {
        shown.isSource = m_session.pair().source == m_task;
        shown.isTarget = m_session.pair().target == m_task;
        const auto& ranks = m_session.ranks(m_task);
        const auto best = std::find(ranks.begin(), ranks.end(), 1U);
        if (best != ranks.end()) {
            shown.hasValue = true;
            shown.value =
                formatNumber(measure.values[static_cast<std::size_t>(best - ranks.begin())], decimals);
        }
        shown.caption = measure.unit == Unit::Percent
            ? tr("%1, %", "metric").arg(QString::fromStdString(measure.metric))
            : QString::fromStdString(measure.metric);
        shown.caption = tr("%1, %2", "metric, direction")
                            .arg(shown.caption,
                                 measure.direction == Direction::Maximise ? tr("better ↑") : tr("better ↓"));
        return shown;
    }

    const auto runTask = m_session.runTask(m_task);
    const RunController* run = m_session.currentRun();
    if (run && runTask) {
        const RunState& state = m_session.stateAtCursor();
        const RunState::TaskState* now =
            runTask->value < state.tasks.size() ? &state.tasks[runTask->value] : nullptr;
        const auto& targets = run->header().stop.targets;
        std::optional<double> target;
        if (runTask->value < targets.size())
            target = targets[runTask->value];
        const auto evaluations = static_cast<int>(now ? now->evaluations : 0);
        if (now && !now->best.member.isNone()) {
            shown.hasValue = true;
            shown.value = formatNumber(now->best.value, decimals);
            if (const auto row = table.rowOf(now->best.cell)) {
                const std::uint32_t rank = m_session.ranks(m_task)[*row];
                shown.rank = formatRank(rank);
                const double worst =
                    std::log(static_cast<double>(std::max<std::size_t>(2, table.rowCount())));
                shown.share = rank == 0 ? 0 : 1 - std::log(static_cast<double>(rank)) / worst;
            }
        }
        const QString count = tr("%Ln evaluations", nullptr, evaluations);
        if (!target)
            shown.caption = count;
        else if (now && now->targetMet)
            shown.caption =
                tr("Target %1 met after %Ln", nullptr, evaluations).arg(formatNumber(*target, decimals));
        else
            shown.caption =
                tr("Target %1 · %2", "value, evaluations").arg(formatNumber(*target, decimals), count);
    } else if (shown.takesPart) {
        const auto index = static_cast<std::size_t>(place - draft.tasks.begin());
        if (index < draft.stop.targets.size() && draft.stop.targets[index])
            shown.caption = tr("Target %1").arg(formatNumber(*draft.stop.targets[index], decimals));
        else
            shown.caption = tr("Not searched yet");
    }
    return shown;
}

void RailTask::refresh()
{
    if (!m_session.table() || m_task >= m_session.table()->tasks().size())
        return;
    const Shown shown = look();
    const bool isOtherHeight =
        shown.takesPart != m_shown.takesPart || shown.caption.isEmpty() != m_shown.caption.isEmpty();
    if (shown == m_shown)
        return;
    m_shown = shown;
    m_takesPart->setChecked(shown.takesPart);
    m_source->setChecked(shown.isSource);
    m_target->setChecked(shown.isTarget);
    const QString name = QString::fromStdString(m_session.table()->tasks()[m_task].title);
    setAccessibleName(name);
    setAccessibleDescription(QStringList{shown.value % shown.unit, shown.rank, shown.caption}.join(u' '));
    if (isOtherHeight)
        updateGeometry();
    if (m_mode == Mode::Compare)
        place();
    update();
}

QSize RailTask::sizeHint() const
{
    const bool isSmall = m_mode == Mode::Search && !m_shown.takesPart && m_shown.caption.isEmpty();
    const double height = m_mode == Mode::Compare ? compareHeight : isSmall ? smallHeight : searchHeight;
    return {m_themes.theme().ipx(224), m_themes.theme().ipx(height)};
}

void RailTask::place()
{
    const Theme& theme = m_themes.theme();
    m_takesPart->setVisible(m_mode == Mode::Search);
    m_source->setVisible(m_mode == Mode::Compare);
    m_target->setVisible(m_mode == Mode::Compare);
    const QSize box = m_takesPart->sizeHint();
    m_takesPart->setGeometry(width() - theme.ipx(margin) - box.width(), theme.ipx(1), box.width(),
                             theme.ipx(24));
    int right = width() - theme.ipx(margin) + theme.ipx(4);
    for (QToolButton* button : {m_target, m_source}) {
        QFont font = theme.font(TextRole::Caption);
        if (button->isChecked()) { // the one that holds stands out without colour
            font.setWeight(QFont::DemiBold);
            font.setUnderline(true);
        }
        button->setFont(font);
        const int wide = QFontMetrics(button->font()).horizontalAdvance(button->text()) + theme.ipx(10);
        right -= wide;
        button->setGeometry(right, theme.ipx(23), wide, theme.ipx(20));
    }
    updateGeometry();
    update();
}

void RailTask::resizeEvent(QResizeEvent*)
{
    place();
}

void RailTask::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_shown = {};
        refresh();
        place();
    }
    QWidget::changeEvent(event);
}

void RailTask::retranslate()
{
    const QString name = QString::fromStdString(m_session.table()->tasks()[m_task].title);
    m_takesPart->setAccessibleName(tr("%1 takes part", "task").arg(name));
    m_takesPart->setToolTip(tr("Whether the next search works on %1").arg(name));
    m_source->setText(tr("source"));
    m_source->setAccessibleName(tr("%1 is the source", "task").arg(name));
    m_source->setToolTip(tr("The task whose best cells are looked at on the other"));
    m_target->setText(tr("target"));
    m_target->setAccessibleName(tr("%1 is the target", "task").arg(name));
    m_target->setToolTip(tr("The task on which they are ranked again"));
}

bool RailTask::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), passport(), this);
        return true;
    }
    return QWidget::event(event);
}

void RailTask::paintName(QPainter& painter, double right) const
{
    const Theme& theme = m_themes.theme();
    const double middle = theme.px(13);
    paintTaskChip(painter, QPointF(theme.px(margin + 5), middle), static_cast<int>(m_task), theme);
    painter.setFont(theme.font(TextRole::Name));
    painter.setPen(m_mode == Mode::Compare || m_shown.takesPart || !m_shown.caption.isEmpty() ? theme.text
                                                                                              : theme.text2);
    const QString name = QString::fromStdString(m_session.table()->tasks()[m_task].title);
    const double wide = right - theme.px(textLeft);
    painter.drawText(QRectF(theme.px(textLeft), theme.px(3), wide, theme.px(20)),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(painter.font()).elidedText(name, Qt::ElideRight, wide));
}

void RailTask::paintSearch(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const double left = theme.px(textLeft);
    const double right = width() - theme.px(margin);
    paintName(painter, m_takesPart->geometry().left() - theme.px(4));
    if (!m_shown.takesPart && m_shown.caption.isEmpty())
        return;

    const QString value = m_shown.hasValue ? m_shown.value : QStringLiteral("–");
    painter.setFont(theme.font(TextRole::Figure));
    painter.setPen(theme.text);
    const double wide = tabularWidth(QFontMetricsF(painter.font()), value);
    const QRectF figure(left, theme.px(23), wide, theme.px(28));
    drawTabular(painter, figure, Qt::AlignLeft | Qt::AlignVCenter, value);
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.text2);
    if (m_shown.hasValue) {
        painter.drawText(QRectF(figure.right() + theme.px(4), theme.px(27), theme.px(24), theme.px(22)),
                         Qt::AlignLeft | Qt::AlignVCenter, m_shown.unit);
        drawTabular(painter, QRectF(figure.right(), theme.px(27), right - figure.right(), theme.px(22)),
                    Qt::AlignRight | Qt::AlignVCenter, m_shown.rank);
    }

    const double y = theme.px(55);
    const double end = left + (right - left) * m_shown.share;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF(left, y - 0.5, right - left, 1), theme.line);
    if (m_shown.hasValue) {
        const QColor colour = theme.taskColour(static_cast<int>(m_task));
        painter.fillRect(QRectF(left, y - theme.px(1), end - left, theme.px(2)), colour);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QPointF(end, y), theme.px(3), theme.px(3));
    }
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(theme.text3);
    painter.drawText(QRectF(left, theme.px(61), right - left, theme.px(16)), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(painter.font()).elidedText(m_shown.caption, Qt::ElideRight, right - left));
}

void RailTask::paintCompare(QPainter& painter) const
{
    const Theme& theme = m_themes.theme();
    const double right = width() - theme.px(margin);
    if (m_shown.isSource || m_shown.isTarget) {
        painter.fillRect(rect(), theme.line);
        painter.fillRect(QRectF(0, 0, 2, height()), theme.text);
    }
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.text);
    const double wide = tabularWidth(QFontMetricsF(painter.font()), m_shown.value);
    drawTabular(painter, QRectF(right - wide, theme.px(3), wide, theme.px(20)),
                Qt::AlignRight | Qt::AlignVCenter, m_shown.value);
    paintName(painter, right - wide - theme.px(6));
    painter.setFont(theme.font(TextRole::Caption));
    painter.setPen(m_shown.isSource || m_shown.isTarget ? theme.text2 : theme.text3);
    const double room = m_source->geometry().left() - theme.px(textLeft) - theme.px(2);
    painter.drawText(QRectF(theme.px(textLeft), theme.px(24), room, theme.px(16)),
                     Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(painter.font()).elidedText(m_shown.caption, Qt::ElideRight, room));
}

void RailTask::paintEvent(QPaintEvent*)
{
    if (!m_session.table() || m_task >= m_session.table()->tasks().size())
        return; // the table has just gone; the rail is about to be made anew
    QPainter painter(this);
    if (m_mode == Mode::Search)
        paintSearch(painter);
    else
        paintCompare(painter);
}

} // namespace ktnas
