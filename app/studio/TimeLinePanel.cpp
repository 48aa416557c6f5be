// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/studio/TimeLinePanel.h"

#include "widgets/plots/TimeLine.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStackedLayout>

#include <algorithm>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

/// What the time line shows of one event; nothing for events without a mark.
std::optional<TimeLineEvent> mark(const Session& session, const Event& event, EventIndex index)
{
    using Kind = TimeLineEvent::Kind;
    TimeLineEvent shown;
    shown.event = index;
    if (const auto* evaluated = std::get_if<Evaluated>(&event)) {
        shown.lane = evaluated->task.value;
        shown.kind = Kind::Evaluation;
        return shown;
    }
    if (const auto* born = std::get_if<Born>(&event); born && born->origin == Origin::Migrant) {
        shown.lane = born->task.value;
        shown.kind = Kind::Migrant;
        if (!born->source.isNone())
            shown.source = static_cast<int>(session.tableTask(born->source));
        return shown;
    }
    if (const auto* best = std::get_if<BestImproved>(&event)) {
        shown.lane = best->task.value;
        shown.kind = Kind::NewBest;
        return shown;
    }
    if (const auto* skipped = std::get_if<TransferSkipped>(&event)) {
        shown.lane = skipped->task.value;
        shown.kind = Kind::SkippedTransfer;
        return shown;
    }
    return std::nullopt;
}

} // namespace

TimeLinePanel::TimeLinePanel(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_timeLine(new TimeLine(&themes, this))
    , m_empty(new QWidget(this))
    , m_title(new QLabel(m_empty))
    , m_sentence(new QLabel(m_empty))
    , m_stack(new QStackedLayout(this))
    , m_pace(50, 8)
{
    auto* line = new QHBoxLayout(m_empty);
    line->setContentsMargins(16, 0, 16, 0);
    line->setSpacing(8);
    line->addWidget(m_title);
    line->addWidget(m_sentence, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_timeLine);
    connect(m_timeLine, &TimeLine::cursorMoved, this,
            [this](quint64 position, bool) { m_session.cursor().moveTo(position); });
    connect(&session, &Session::currentRunChanged, this, &TimeLinePanel::startRun);
    connect(&session, &Session::runAdvanced, this, &TimeLinePanel::follow);
    connect(&session, &Session::runsChanged, this, &TimeLinePanel::showForks);
    connect(&session, &Session::cursorMoved, this, &TimeLinePanel::follow);
    connect(&m_pace, &Pace::due, this, &TimeLinePanel::appendNews);
    connect(&themes, &ThemeProvider::themeChanged, this, &TimeLinePanel::applyHeight);
    retranslate();
    startRun();
}

bool TimeLinePanel::isFolded() const
{
    return m_timeLine->isFolded();
}

void TimeLinePanel::setFolded(bool isFolded)
{
    m_timeLine->setFolded(isFolded);
    applyHeight();
}

void TimeLinePanel::startRun()
{
    m_shown = 0;
    m_generations = 0;
    m_waiting.clear();
    const RunController* run = m_session.currentRun();
    std::vector<TimeLineLane> lanes;
    if (run) {
        for (std::size_t t = 0; t < run->header().tasks.size(); ++t) {
            const std::size_t place = m_session.tableTask(TaskId(static_cast<std::uint16_t>(t)));
            const Task& task = m_session.table()->tasks()[place];
            lanes.push_back({QString::fromStdString(task.title), QString::fromStdString(task.shortTitle),
                             static_cast<int>(place)});
        }
    }
    m_timeLine->setLanes(std::move(lanes));
    m_stack->setCurrentWidget(run ? static_cast<QWidget*>(m_timeLine) : m_empty);
    appendNews();
    showForks();
    applyHeight();
}

void TimeLinePanel::follow()
{
    const RunController* run = m_session.currentRun();
    if (run && run->state() == RunController::State::Running && m_session.cursor().follows()) {
        m_pace.ask();
        return;
    }
    m_pace.restart();
    appendNews();
}

void TimeLinePanel::appendNews()
{
    const RunController* run = m_session.currentRun();
    if (!run)
        return;
    if (run->index().size() == m_shown) {
        m_timeLine->setCursorPosition(m_session.cursor().position());
        return;
    }
    const RecordIndex& index = run->index();
    std::vector<TimeLineEvent> marks;
    std::vector<TimeLineNote> notes;
    std::vector<std::uint64_t> lost;
    bool hasNotes = false;
    for (EventIndex i = m_shown; i < index.size(); ++i) {
        const Event& event = index.events()[i];
        if (const auto shown = mark(m_session, event, i))
            marks.push_back(*shown);
        hasNotes = hasNotes || std::holds_alternative<TargetMet>(event);
        // A migrant that has not joined when the next generation begins has not survived.
        if (const auto* born = std::get_if<Born>(&event); born && born->origin == Origin::Migrant)
            m_waiting[born->member.value] = i;
        else if (const auto* joined = std::get_if<Joined>(&event))
            m_waiting.erase(joined->member.value);
        else if (std::holds_alternative<GenerationBegan>(event)) {
            for (const auto& waiting : m_waiting)
                lost.push_back(waiting.second);
            m_waiting.clear();
        }
    }
    m_shown = index.size();
    std::vector<TimeLineGeneration> generations;
    for (; m_generations < index.generations().size(); ++m_generations) {
        const QString label = m_generations == 0 ? tr("first cells, random")
                                                 : formatCount(static_cast<std::int64_t>(m_generations));
        generations.push_back({index.generations()[m_generations], label});
    }
    m_timeLine->setEnd(index.size());
    m_timeLine->append(marks);
    m_timeLine->markLost(lost);
    m_timeLine->appendGenerations(generations);
    if (hasNotes) {
        for (EventIndex i = 0; i < index.size(); ++i)
            if (const auto* met = std::get_if<TargetMet>(&index.events()[i]))
                notes.push_back({i, met->task.value, tr("target met")});
        m_timeLine->setNotes(std::move(notes));
    }
    m_timeLine->setCursorPosition(m_session.cursor().position());
}

void TimeLinePanel::showForks()
{
    const RunController* current = m_session.currentRun();
    std::vector<std::uint64_t> forks;
    if (current) {
        for (const auto& run : m_session.runs()) {
            const RunHeader& header = run->header();
            if (run.get() != current && !header.changes.empty() && header.seed == current->header().seed
                && header.changes.size() == current->header().changes.size() + 1)
                forks.push_back(header.forkedAt);
        }
    }
    m_timeLine->setForks(std::move(forks));
}

void TimeLinePanel::applyHeight()
{
    const Theme& theme = m_themes.theme();
    m_title->setFont(theme.font(TextRole::Heading));
    const bool isFolded = m_timeLine->isFolded() || !m_session.currentRun();
    setFixedHeight(isFolded ? theme.ipx(36) : std::max(theme.ipx(92), m_timeLine->sizeHint().height()));
}

void TimeLinePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        startRun();
    }
    QWidget::changeEvent(event);
}

void TimeLinePanel::retranslate()
{
    m_title->setText(tr("Time line"));
    m_sentence->setText(tr("No run on this table yet. Start one with New search."));
    m_timeLine->setAccessibleName(tr("Time line"));
}

} // namespace ktnas
