// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/RunBar.h"

#include "core/search/Settings.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace ktnas {
namespace {

/// "KTNAS · 3 tasks · seed 178"
QString runFacts(const RunController& run)
{
    const auto tasks = static_cast<int>(run.header().tasks.size());
    return RunBar::tr("%1 · %2", "run, number of tasks")
        .arg(run.title(), RunBar::tr("%Ln tasks", nullptr, tasks));
}

} // namespace

RunBar::RunBar(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_what(new QToolButton(this))
    , m_newSearch(nullptr)
    , m_runTools(new QWidget(this))
    , m_resume(nullptr)
    , m_fork(nullptr)
    , m_speed(new QSlider(Qt::Horizontal, this))
    , m_speedText(new QLabel(this))
{
    // The chevron stands behind the words.
    m_what->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_what->setLayoutDirection(Qt::RightToLeft);
    m_what->setFocusPolicy(Qt::TabFocus);
    m_what->setObjectName(QStringLiteral("runs"));
    connect(m_what, &QToolButton::clicked, this, &RunBar::openRunMenu);
    m_speed->setRange(0, fastest);
    m_speed->setPageStep(4);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(4);
    row->addWidget(m_what);
    m_newSearch = button(QStringLiteral("run.new"));
    m_newSearch->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    row->addWidget(m_newSearch);
    auto* tools = new QHBoxLayout(m_runTools);
    tools->setContentsMargins(8, 0, 0, 0);
    tools->setSpacing(2);
    tools->addWidget(button(QStringLiteral("run.previousGeneration")));
    tools->addWidget(button(QStringLiteral("run.stepBack")));
    m_resume = button(QStringLiteral("run.resumePause"));
    m_resume->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->addWidget(m_resume);
    tools->addWidget(button(QStringLiteral("run.stepEvaluation")));
    tools->addWidget(button(QStringLiteral("run.nextGeneration")));
    tools->addWidget(button(QStringLiteral("run.stop")));
    tools->addSpacing(8);
    m_fork = button(QStringLiteral("run.fork"));
    m_fork->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    tools->addWidget(m_fork);
    tools->addSpacing(8);
    tools->addWidget(m_speed);
    tools->addWidget(m_speedText);
    row->addWidget(m_runTools);
    row->addStretch(1);

    connect(m_speed, &QSlider::valueChanged, this, [this](int position) {
        const double speed = speedAt(position);
        m_session.preferences().setRunSpeed(speed);
        for (const auto& run : m_session.runs())
            run->setSpeed(speed);
        updateSpeed();
    });
    connect(&session, &Session::tableChanged, this, &RunBar::updateRun);
    connect(&session, &Session::currentRunChanged, this, &RunBar::updateRun);
    connect(&session, &Session::runStateChanged, this, &RunBar::updateRun);
    connect(&session, &Session::cursorMoved, this, &RunBar::updateMoment);
    connect(&session, &Session::runAdvanced, this, &RunBar::updateMoment);
    connect(&themes, &ThemeProvider::themeChanged, this, &RunBar::applyTheme);
    m_speed->setValue(positionOf(session.preferences().runSpeed()));
    retranslate();
    applyTheme();
    updateRun();
}

double RunBar::speedAt(int position)
{
    // 1 to about 2,000 evaluations a second in equal ratios.
    return position >= fastest ? 0 : std::round(std::pow(2.0, position / 2.0));
}

int RunBar::positionOf(double speed)
{
    if (speed <= 0)
        return fastest;
    return std::clamp(static_cast<int>(std::lround(2 * std::log2(speed))), 0, fastest - 1);
}

QToolButton* RunBar::button(const QString& command)
{
    auto* made = new QToolButton(this);
    made->setDefaultAction(m_session.commands().action(command));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::TabFocus);
    made->setObjectName(command);
    m_buttons << made;
    return made;
}

void RunBar::openRunMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto& run : m_session.runs()) {
        RunController* raw = run.get();
        QAction* action =
            menu->addAction(runFacts(*run), this, [this, raw] { m_session.setCurrentRun(raw); });
        action->setCheckable(true);
        action->setChecked(raw == m_session.currentRun());
    }
    if (!m_session.runs().empty())
        menu->addSeparator();
    menu->addAction(m_session.commands().action(QStringLiteral("run.new")));
    menu->addAction(m_session.commands().action(QStringLiteral("run.close")));
    menu->popup(m_what->mapToGlobal(QPoint(0, m_what->height())));
}

void RunBar::updateRun()
{
    const RunController* run = m_session.currentRun();
    const auto& table = m_session.table();
    QString what;
    if (run)
        what = runFacts(*run);
    else if (table)
        what = tr("%1 · %2", "table, number of tasks")
                   .arg(QString::fromStdString(table->content().title),
                        tr("%Ln tasks", nullptr, static_cast<int>(table->tasks().size())));
    m_what->setText(what);
    m_what->setAccessibleDescription(what);
    m_runTools->setVisible(run != nullptr);
    for (QToolButton* made : m_buttons)
        made->setAccessibleName(made->defaultAction()->text());
    updateMoment();
}

void RunBar::updateMoment()
{
    QString moment;
    const RunController* run = m_session.currentRun();
    const auto& table = m_session.table();
    if (run && run->index().size() > 0) {
        const RunState& state = m_session.stateAtCursor();
        const auto generations = static_cast<std::int64_t>(run->index().generations().size()) - 1;
        moment = tr("Generation %1   Evaluation %2", "both as '7 of 12'")
                     .arg(formatOf(state.generation, std::max<std::int64_t>(generations, 0)),
                          formatOf(static_cast<std::int64_t>(state.evaluations),
                                   static_cast<std::int64_t>(run->index().last().evaluations)));
    } else if (table) {
        moment = tr("%Ln cells", nullptr, static_cast<int>(table->rowCount()));
        const auto count = table->space().cellCount();
        if (count && !table->isComplete())
            moment =
                tr("%1 of the space's %2")
                    .arg(tr("%Ln cells", nullptr, static_cast<int>(table->rowCount())), formatCount(*count));
    }
    if (moment == m_moment)
        return;
    m_moment = moment;
    setAccessibleDescription(moment);
    update();
}

void RunBar::updateSpeed()
{
    const double speed = speedAt(m_speed->value());
    const QString text = speed <= 0
        ? tr("full speed")
        : tr("%1/s", "evaluations a second").arg(formatCount(std::llround(speed)));
    m_speedText->setText(text);
    m_speed->setAccessibleDescription(text);
}

void RunBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RunBar::retranslate()
{
    m_what->setAccessibleName(tr("Runs"));
    m_what->setToolTip(tr("What runs: choose another run or fork of this table"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Evaluations a second: slow enough to watch, or as fast as it goes"));
    setAccessibleName(tr("Search controls"));
    m_moment.clear();
    updateSpeed();
    updateRun();
}

void RunBar::applyTheme()
{
    const Theme& theme = m_themes.theme();
    setFixedHeight(theme.ipx(40));
    m_speed->setFixedWidth(theme.ipx(88));
    m_speedText->setFont(theme.font(TextRole::Caption));
    m_speedText->setMinimumWidth(theme.ipx(56));
    m_what->setFont(theme.font(TextRole::Name));
    m_what->setIcon(icon(u"chevron-down", theme));
    update();
}

void RunBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = m_themes.theme();
    QPainter painter(this);
    painter.fillRect(rect(), theme.bar);
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme.line);
    painter.setFont(theme.font(TextRole::Body));
    painter.setPen(theme.text);
    const double wide = tabularWidth(QFontMetricsF(painter.font()), m_moment);
    const double left = m_runTools->isVisibleTo(this) ? m_runTools->geometry().right() + theme.px(8)
                                                      : m_newSearch->geometry().right() + theme.px(8);
    const QRectF place(width() - theme.px(12) - wide, 0, wide, height());
    if (place.left() > left) // a narrow window has the same in the time line
        drawTabular(painter, place, Qt::AlignRight | Qt::AlignVCenter, m_moment);
}

} // namespace ktnas
