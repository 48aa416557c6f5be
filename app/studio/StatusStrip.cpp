// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/StatusStrip.h"

#include "widgets/style/Numbers.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

#include <algorithm>

namespace ktnas {
namespace {

constexpr qint64 showAfterMs = 200; ///< what is faster shows nothing

} // namespace

StatusStrip::StatusStrip(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_sentence(new QLabel(this))
    , m_activity(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_left(new QLabel(this))
    , m_cancel(new QToolButton(this))
{
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel->setAutoRaise(true);
    setCompact(m_cancel);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sentence->setFocusPolicy(Qt::NoFocus);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_activity);
    row->addWidget(m_progress);
    row->addWidget(m_left);
    row->addWidget(m_cancel);

    connect(m_cancel, &QToolButton::clicked, this, [this] { m_session.jobs().cancel(m_shownJob); });
    connect(&session.jobs(), &Jobs::changed, this, &StatusStrip::update);
    connect(&session, &Session::runStateChanged, this, &StatusStrip::update);
    connect(&session, &Session::currentRunChanged, this, &StatusStrip::update);
    connect(&session, &Session::said, this, &StatusStrip::say);
    connect(&themes, &ThemeProvider::themeChanged, this, &StatusStrip::update);
    retranslate();
}

void StatusStrip::say(const QString& sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setToolTip(sentence);
}

QString StatusStrip::sentence() const
{
    return m_sentence->text();
}
QString StatusStrip::activity() const
{
    return m_activity->text();
}

void StatusStrip::update()
{
    const Theme& theme = m_themes.theme();
    for (QLabel* label : {m_sentence, m_activity, m_left})
        label->setFont(theme.font(TextRole::Caption));
    m_progress->setFixedSize(theme.ipx(88), theme.ipx(4));
    setFixedHeight(theme.ipx(24));

    const auto jobs = m_session.jobs().running();
    const auto job = std::find_if(jobs.begin(), jobs.end(),
                                  [](const Jobs::Status& status) { return status.startedMs >= showAfterMs; });
    const bool hasJob = job != jobs.end();
    m_progress->setVisible(hasJob && job->progress > 0);
    m_left->setVisible(hasJob && job->progress > 0);
    m_cancel->setVisible(hasJob && job->mayCancel);
    if (hasJob) {
        m_shownJob = job->id;
        m_activity->setText(
            jobs.size() > 1
                ? tr("%1 and %Ln more", nullptr, static_cast<int>(jobs.size()) - 1).arg(job->title)
                : job->title);
        m_progress->setValue(static_cast<int>(job->progress * 1000));
        m_progress->setAccessibleName(job->title);
        const double seconds = static_cast<double>(job->startedMs) / 1000;
        const double left = job->progress > 0.02 ? seconds * (1 - job->progress) / job->progress : 0;
        m_left->setText(left > 0
                            ? tr("%1, %2 left").arg(formatPercent(job->progress), formatDurationAbout(left))
                            : formatPercent(job->progress));
        return;
    }
    const auto running = std::count_if(m_session.runs().begin(), m_session.runs().end(), [](const auto& run) {
        return run->state() == RunController::State::Running;
    });
    m_activity->setText(running == 0 ? tr("Nothing running")
                                     : tr("%Ln searches running", nullptr, static_cast<int>(running)));
}

void StatusStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().bar);
}

void StatusStrip::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Cancel this job; what it would have made is not made"));
    m_cancel->setAccessibleName(tr("Cancel the job"));
    if (m_sentence->text().isEmpty() || !m_session.table())
        say(m_session.table() ? QString() : tr("No file open"));
    update();
}

} // namespace ktnas
