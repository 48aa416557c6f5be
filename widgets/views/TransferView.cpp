// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TransferView.h"

#include "core/stats/Intervals.h"
#include "widgets/graph/CellGlyph.h"
#include "widgets/models/CellWords.h"
#include "widgets/plots/CurveChart.h"
#include "widgets/plots/Sankey.h"
#include "widgets/plots/VoteDiagram.h"
#include "widgets/style/EmptyState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Icons.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/SegmentedChoice.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/Padding.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace ktnas {
namespace {

TaskId taskId(std::size_t task)
{
    return TaskId(static_cast<std::uint16_t>(task));
}

/// Whether a run's method transfers. A record of a method that this version does not know can be looked at
/// too: it transfers if it has elections.
bool isTransferring(const RunController& run)
{
    for (const MethodInfo& info : methods()) {
        if (info.id == run.header().method)
            return info.transfers;
    }
    for (const RunState::TaskState& task : run.index().last().tasks) {
        if (!task.candidates.empty())
            return true;
    }
    return false;
}

} // namespace

TransferView::TransferView(Session& session, ThemeProvider& themes, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_themes(themes)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_heading(new Heading(&themes, TextRole::Title))
    , m_tasks(new SegmentedChoice(&themes))
    , m_step(new QPushButton)
    , m_diagram(new VoteDiagram(&themes))
    , m_fates(new Sankey(&themes))
    , m_audit(new CurveChart(&themes))
{
    auto* below = new QSplitter(Qt::Horizontal);
    below->setChildrenCollapsible(false);
    below->addWidget(padded(m_fates));
    below->addWidget(padded(m_audit));
    below->setStretchFactor(0, 3);
    below->setStretchFactor(1, 2);
    below->setSizes({490, 376}); // the audit's finding is a sentence
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(padded(m_diagram));
    splitter->addWidget(below);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 2);
    auto* content = new QWidget;
    layOnGround(content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(splitter, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_diagram->setHeadingVisible(false);

    connect(m_tasks, &SegmentedChoice::choiceChanged, this, [this](int index) {
        m_task = taskId(static_cast<std::size_t>(index));
        Q_EMIT voteTaskChanged(m_task);
        showVote();
    });
    connect(m_step, &QPushButton::clicked, this, &TransferView::stepVotes);
    connect(m_diagram, &VoteDiagram::stepChanged, this, &TransferView::retranslate);
    const auto look = [this](CellId cell) { m_session.setCurrentCell(cell); };
    connect(m_diagram, &VoteDiagram::candidateActivated, this,
            [this, look](int c) { look(m_scene.candidates[static_cast<std::size_t>(c)].cell); });
    connect(m_diagram, &VoteDiagram::entryActivated, this,
            [this, look](int e) { look(m_scene.voters[static_cast<std::size_t>(e)].cell); });
    connect(m_diagram, &VoteDiagram::candidateHovered, this, [this](int c) {
        m_session.selection().setHovered(c < 0 ? CellId::none()
                                               : m_scene.candidates[static_cast<std::size_t>(c)].cell);
    });
    connect(m_diagram, &VoteDiagram::entryHovered, this, [this](int e) {
        m_session.selection().setHovered(e < 0 ? CellId::none()
                                               : m_scene.voters[static_cast<std::size_t>(e)].cell);
    });
    connect(m_audit, &CurveChart::cursorAsked, this, [this](double x) {
        m_session.moveCursorToGeneration(static_cast<std::uint32_t>(std::max(0.0, std::round(x))));
    });
    // The summaries read the whole record: a run at full speed redraws them a few times a second.
    m_slow.setSingleShot(true);
    m_slow.setInterval(150);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_session.currentRun() == nullptr)
            return;
        showFates();
        showAudit();
    });
    connect(&session, &Session::currentRunChanged, this, &TransferView::newRun);
    connect(&session, &Session::tableChanged, this, &TransferView::newRun);
    connect(&session, &Session::cursorMoved, this, &TransferView::refresh);
    connect(&session, &Session::workspaceChanged, this, &TransferView::refresh);
    connect(&session.selection(), &Selection::currentChanged, this, &TransferView::showCurrent);
    connect(&themes, &ThemeProvider::themeChanged, this, &TransferView::refresh);
    if (!session.commands().contains(QStringLiteral("transfer.stepVotes"))) {
        const auto self = [view = QPointer<TransferView>(this)] { return view.data(); };
        addCommands(session, self, {});
    }
    retranslate();
    newRun();
}

QWidget* TransferView::makeHead()
{
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 4);
    layout->setSpacing(12);
    layout->addWidget(m_heading, 1);
    layout->addWidget(m_tasks);
    layout->addWidget(m_step);
    return head;
}

void TransferView::addCommands(Session& session, const std::function<TransferView*()>& shown,
                               const std::function<TransferView*()>& bring)
{
    Session* s = &session;
    session.commands().add(
        {QStringLiteral("transfer.stepVotes"),
         QStringLiteral("step-forward"),
         {},
         [] {
             return CommandText{tr("Step through the votes"),
                                tr("Shows the votes of the history one after the other, with φ as it grows"),
                                tr("Transfer")};
         },
         [shown, bring] {
             if (TransferView* view = bring ? bring() : shown())
                 view->stepVotes();
         },
         [s, shown, bring] {
             // Whether there are votes is known where they are shown; elsewhere it is found out by going
             // there.
             const TransferView* view = shown();
             if (view != nullptr && s->workspace() == QStringLiteral("transfer"))
                 return !view->m_scene.voters.empty();
             return bring && s->currentRun() != nullptr;
         },
         false,
         {}});
}

QString TransferView::shortTitle(std::size_t tableTask) const
{
    return QString::fromStdString(m_session.table()->tasks()[tableTask].shortTitle);
}

void TransferView::newRun()
{
    const RunController* run = m_session.currentRun();
    m_phi = {}; // a new run may lie where a closed one lay
    m_scene = {};
    const std::size_t tasks = run == nullptr || !m_session.table() ? 0 : run->index().taskCount();
    QStringList names;
    for (std::size_t t = 0; t < std::min<std::size_t>(tasks, 5); ++t)
        names += shortTitle(m_session.tableTask(taskId(t)));
    if (!names.isEmpty())
        m_tasks->setChoices(names);
    m_tasks->setVisible(names.size() > 1);
    m_task = taskId(static_cast<std::size_t>(std::max(0, static_cast<int>(names.size()) - 1)));
    m_tasks->setCurrentIndex(m_task.value);
    Q_EMIT voteTaskChanged(m_task);
    refresh();
}

void TransferView::refresh()
{
    // A hidden workspace is brought up to date when it comes to the front.
    if (m_session.workspace() != QStringLiteral("transfer"))
        return;
    const RunController* run = m_session.currentRun();
    const bool transfers = run != nullptr && isTransferring(*run) && run->index().taskCount() > 1;
    m_stack->setCurrentIndex(transfers ? 0 : 1);
    if (run != nullptr && !transfers) {
        m_empty->setText(run->index().taskCount() < 2
                             ? tr("This run has one task: there is nobody to learn from.")
                             : tr("This method transfers nothing between tasks."));
        m_empty->setAction({});
    } else {
        retranslate();
    }
    if (!transfers)
        return;
    showVote();
    if (!m_slow.isActive())
        m_slow.start();
}

void TransferView::showVote()
{
    m_scene = VoteScene::at(m_session, m_task);
    const std::size_t tableTask = m_session.tableTask(m_task);
    const Table& table = *m_session.table();
    const QString title = QString::fromStdString(table.tasks()[tableTask].title);
    m_heading->setFinding(tr("Vote of generation %1").arg(formatCount(m_scene.generation)));
    m_heading->setCaption(m_scene.finding());
    const double ratio = devicePixelRatioF();
    const Theme& theme = m_themes.theme();
    const Space& space = table.space();
    const auto glyph = [&](CellId cell) {
        return cellGlyph(space, space.cell(cell), theme.px(20), theme, ratio);
    };
    VoteData shown;
    for (const VoteScene::Voter& voter : m_scene.voters) {
        shown.entries.push_back({tr("gen %1").arg(formatCount(voter.generation)),
                                 CellWords::number(table, voter.cell), glyph(voter.cell), voter.label > 0,
                                 voter.candidate});
    }
    QStringList sources;
    for (const VoteScene::Contender& contender : m_scene.candidates) {
        VoteCandidate candidate;
        candidate.name = CellWords::number(table, contender.cell);
        candidate.glyph = glyph(contender.cell);
        for (const std::size_t source : contender.sources) {
            candidate.sources.push_back(static_cast<int>(source));
            if (!sources.contains(shortTitle(source)))
                sources += shortTitle(source);
        }
        candidate.isChosen = contender.chosen;
        candidate.phi = contender.phi;
        if (contender.truth != 0)
            candidate.truthRank = contender.truth;
        shown.candidates.push_back(std::move(candidate));
    }
    shown.truthCount = static_cast<double>(table.rowCount());
    shown.historyTitle = tr("History of %1").arg(title);
    shown.historyCaption = tr("%n labelled migrants vote", nullptr, static_cast<int>(m_scene.voters.size()));
    shown.candidatesTitle = tr("Candidates");
    shown.candidatesCaption = tr("%1, from %2")
                                  .arg(formatCount(static_cast<std::int64_t>(m_scene.candidates.size())),
                                       sources.join(QStringLiteral(", ")));
    shown.truthCaption = tr("rank on %1, better →").arg(title);
    m_diagram->setHeading(tr("Vote of generation %1 on %2").arg(formatCount(m_scene.generation), title));
    m_diagram->setSummary(m_scene.finding());
    m_diagram->setEmptyText(tr("No vote before the cursor. Candidates are first looked at in generation 1."));
    m_diagram->setData(std::move(shown));
    m_step->setEnabled(!m_scene.voters.empty());
    showCurrent();
}

void TransferView::showCurrent()
{
    const CellId cell = m_session.selection().current();
    const auto place = std::find_if(m_scene.candidates.begin(), m_scene.candidates.end(),
                                    [&](const auto& c) { return c.cell == cell; });
    if (place == m_scene.candidates.end()) {
        m_diagram->setCurrent({});
        return;
    }
    VoteLayout::Row row;
    row.side = VoteLayout::Side::Candidates;
    row.index = static_cast<int>(place - m_scene.candidates.begin());
    m_diagram->setCurrent(row);
}

void TransferView::showFates()
{
    const MigrantFates fates = MigrantFates::at(m_session);
    m_fates->setHeading(fates.finding());
    m_fates->setCaption(tr("source → target → fate, up to the cursor, all tasks"));
    m_fates->setEmptyText(tr("No migrants before the cursor."));
    SankeyData shown;
    if (fates.total > 0) {
        std::vector<int> bySource(fates.tasks, 0);
        std::vector<int> byTarget(fates.tasks, 0);
        for (std::size_t s = 0; s < fates.tasks; ++s) {
            for (std::size_t t = 0; t < fates.tasks; ++t) {
                for (const auto fate : {MigrantFates::Positive, MigrantFates::Survived, MigrantFates::Lost}) {
                    const int count = fates.count(s, t, fate);
                    bySource[s] += count;
                    byTarget[t] += count;
                    if (count > 0) {
                        shown.flows.push_back(
                            {{static_cast<int>(s), static_cast<int>(t), static_cast<int>(fate)},
                             static_cast<double>(count)});
                        shown.flowTasks.push_back(static_cast<int>(m_session.tableTask(taskId(s))));
                    }
                }
            }
        }
        shown.columns.resize(3);
        for (std::size_t t = 0; t < fates.tasks; ++t) {
            const std::size_t tableTask = m_session.tableTask(taskId(t));
            const auto block = [&](int count) {
                return SankeyBlock{shortTitle(tableTask) + u' ' + formatCount(count), SankeyBlock::Look::Task,
                                   static_cast<int>(tableTask)};
            };
            shown.columns[0].push_back(block(bySource[t]));
            shown.columns[1].push_back(block(byTarget[t]));
        }
        shown.columns[2] = {
            {tr("%1 labelled +1").arg(formatCount(fates.byFate[0])), SankeyBlock::Look::Strong, -1},
            {tr("%1 survived").arg(formatCount(fates.byFate[1])), SankeyBlock::Look::Middle, -1},
            {tr("%1 did not survive").arg(formatCount(fates.byFate[2])), SankeyBlock::Look::Hollow, -1}};
    }
    m_fates->setData(std::move(shown));
}

void TransferView::showAudit()
{
    m_phi.follow(m_session);
    std::map<std::uint32_t, std::vector<double>> byGeneration;
    std::vector<double> all;
    for (const PhiAudit::Point& point : m_phi.points()) {
        if (std::isnan(point.tau))
            continue;
        byGeneration[point.generation].push_back(point.tau);
        all.push_back(point.tau);
    }
    Curve curve;
    curve.hasDot = true;
    for (const auto& [generation, taus] : byGeneration)
        curve.points.append({static_cast<double>(generation), mean(taus)});
    QString finding = tr("Does φ predict?");
    if (all.size() >= 3) {
        const Interval interval = bootstrapMean(all, 1, 500);
        const QString range = formatRange(formatCoefficient(interval.low), formatCoefficient(interval.high));
        finding = interval.low > 0
            ? tr("φ predicts a little: τ %1 (%2)").arg(formatCoefficient(mean(all)), range)
            : tr("No sign that φ predicts: τ %1 (%2)").arg(formatCoefficient(mean(all)), range);
    }
    m_audit->setHeading(finding);
    m_audit->setCaption(
        tr("Kendall τ of φ and true value, mean over tasks by generation; %n votes of this run, 95 %",
           nullptr, static_cast<int>(all.size())));
    m_audit->setEmptyText(tr("No vote yet in which candidates differ in φ."));
    CurveAxes axes;
    axes.vertical = CurveAxes::Vertical::Linear;
    axes.xLow = 0;
    axes.xHigh =
        std::max(5.0, byGeneration.empty() ? 0.0 : static_cast<double>(byGeneration.rbegin()->first));
    axes.yLow = -1;
    axes.yHigh = 1;
    axes.zeroLine = 0;
    axes.xCaption = tr("generation");
    axes.yText = [](double value) { return formatCoefficient(value, 1); };
    m_audit->setAxes(axes);
    m_audit->setCurves({curve});
    m_audit->setCursorX(m_session.cursor().follows()
                            ? std::nullopt
                            : std::optional(static_cast<double>(m_session.stateAtCursor().generation)));
}

void TransferView::stepVotes()
{
    if (m_diagram->voteCount() == 0)
        return;
    const int next = m_diagram->step() < 0 ? 1 : m_diagram->step() + 1;
    m_diagram->setStep(next > m_diagram->voteCount() ? -1 : next);
}

void TransferView::retranslate()
{
    const int step = m_diagram->step();
    m_step->setText(step < 0 ? tr("Step through the votes")
                             : tr("Vote %1").arg(formatOf(step, m_diagram->voteCount())));
    m_step->setIcon(icon(u"step-forward", m_themes.theme()));
    m_step->setFlat(true);
    m_tasks->setAccessibleName(tr("Task whose vote is shown"));
    if (m_session.currentRun() == nullptr) {
        m_empty->setText(
            tr("No run on this table yet. A run of KTNAS on two or more tasks shows its votes here."));
        m_empty->setAction({});
    }
}

void TransferView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
