// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/BuildView.h"

#include "widgets/session/BuildController.h"
#include "widgets/session/PictureShelf.h"
#include "widgets/session/PlanDefaults.h"
#include "widgets/style/ErrorState.h"
#include "widgets/style/Heading.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ProgressStrip.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/BuildMonitor.h"
#include "widgets/views/BuildWords.h"
#include "widgets/views/Padding.h"
#include "widgets/views/PlanPanel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ktnas {
namespace {

using State = BuildController::State;

constexpr int planWidth = 300;
constexpr int proseWidth = 560;

bool mayBegin(const BuildController& build)
{
    switch (build.state()) {
    case State::Planning:
        return !build.plan().tasks.empty() && !build.plan().pictures.empty() && !build.table().isEmpty()
            && build.planProblem().isEmpty();
    case State::Resting:
    case State::Failed:
        return true;
    case State::Opening:
    case State::Probing:
    case State::Running:
    case State::Done:
        return false;
    }
    return false;
}

} // namespace

BuildView::BuildView(Session& session, PictureShelf& shelf, BuildController& build, ThemeProvider& themes,
                     QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_build(build)
    , m_themes(themes)
    , m_planScroll(new QScrollArea)
    , m_progress(new ProgressStrip(&themes))
    , m_error(new ErrorState(&themes))
    , m_title(new Heading(&themes, TextRole::Title))
    , m_stack(new QStackedWidget)
    , m_monitor(new BuildMonitor(build, themes))
{
    if (!session.commands().contains(QStringLiteral("make.probe")))
        addCommands(session, build, [] {});
    if (build.plan().tasks.empty() && build.mayEdit()) {
        const auto set = shelf.current();
        build.setPlan(firstPlan(set ? set->path : packagedPictures, set.get()));
        build.setTable(freshTable(set ? QString::fromStdString(set->title) : QStringLiteral("Fashion-MNIST"),
                                  build.plan()));
    }
    m_plan = new PlanPanel(session, shelf, build, themes);
    m_planScroll->setWidgetResizable(true);
    m_planScroll->setFrameShape(QFrame::NoFrame);
    m_planScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_planScroll->setFocusPolicy(Qt::NoFocus);
    m_planScroll->setWidget(m_plan);
    auto* right = new QWidget;
    layOnGround(right);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_progress);
    column->addWidget(makeHead());
    column->addWidget(m_error);
    m_error->hide();
    m_stack->addWidget(makeIntroduction());
    m_stack->addWidget(m_monitor);
    column->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_planScroll);
    layout->addWidget(right, 1);

    connect(&build, &BuildController::planChanged, this, &BuildView::refresh);
    connect(&build, &BuildController::stateChanged, this, &BuildView::refresh);
    connect(&build, &BuildController::advanced, this, &BuildView::refresh);
    connect(&themes, &ThemeProvider::themeChanged, this, &BuildView::applyTheme);
    retranslate();
    applyTheme();
    refresh();
}

QWidget* BuildView::makeHead()
{
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 4);
    column->setSpacing(8);
    column->addWidget(m_title);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(addButton(QStringLiteral("make.runPause"), true));
    for (const char* command :
         {"make.probe", "make.openTable", "make.close", "make.loadPlan", "make.savePlan"})
        row->addWidget(addButton(QString::fromLatin1(command), false));
    row->addStretch(1);
    column->addLayout(row);
    return head;
}

QPushButton* BuildView::addButton(const QString& command, bool isMain)
{
    auto* button = new QPushButton;
    setMainButton(button, isMain);
    connect(button, &QPushButton::clicked, this, [this, command] { m_session.commands().run(command); });
    m_buttons.append({command, button});
    return button;
}

QWidget* BuildView::makeIntroduction()
{
    auto* page = new QWidget;
    layOnGround(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 8, 16, 16);
    auto* row = new QHBoxLayout; // prose is not as wide as the window
    m_introduction = new QLabel;
    m_introduction->setWordWrap(true);
    m_introduction->setTextFormat(Qt::PlainText);
    m_introduction->setForegroundRole(QPalette::Text);
    row->addWidget(m_introduction, 1);
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    return page;
}

void BuildView::addCommands(Session& session, BuildController& build, const std::function<void()>& bring)
{
    BuildController* b = &build;
    const auto add = [&session](const char* id, const char* icon, const QList<QKeySequence>& keys,
                                const std::function<CommandText()>& text, const std::function<void()>& run,
                                const std::function<bool()>& isEnabled) {
        session.commands().add(
            {QString::fromLatin1(id), QString::fromLatin1(icon), keys, text, run, isEnabled, false, {}});
    };
    add(
        "make.runPause", "run", {QKeySequence(QStringLiteral("Ctrl+Shift+Return"))},
        [b] {
            const bool isBusy = b->isBusy();
            const bool hasBegun = b->state() == State::Resting || b->state() == State::Failed;
            return CommandText{isBusy         ? tr("Pause the trainings")
                                   : hasBegun ? tr("Go on training")
                                              : tr("Start training"),
                               tr("Train the networks of the plan, or hold; what is finished is kept"),
                               tr("Make")};
        },
        [b, bring] {
            bring();
            if (b->isBusy())
                b->pause();
            else
                b->run();
        },
        [b] { return b->isBusy() || mayBegin(*b); });
    add(
        "make.probe", "search", {},
        [] {
            return CommandText{tr("Probe"),
                               tr("Train a few networks, then tell what the whole will cost and how reliable "
                                  "it will be"),
                               tr("Make")};
        },
        [b, bring] {
            bring();
            b->probe();
        },
        [b] { return mayBegin(*b); });
    add(
        "make.openTable", "table", {},
        [b] {
            return CommandText{b->state() == State::Done ? tr("Open the table") : tr("Open the table so far"),
                               tr("Write what is finished as a table and explore it"), tr("Make")};
        },
        [b] { b->writeTable(); }, [b] { return b->snapshot() && b->snapshot()->results > 0; });
    add(
        "make.close", "close", {},
        [] {
            return CommandText{tr("Back to the plan"),
                               tr("End the trainings; finished ones stay in their file and count later"),
                               tr("Make")};
        },
        [b] { b->close(); }, [b] { return b->state() != State::Planning; });
    QObject::connect(b, &BuildController::stateChanged, &session.commands(), [&session] {
        session.commands().retranslate();
        session.commands().refresh();
    });
    QObject::connect(b, &BuildController::planChanged, &session.commands(), &Commands::scheduleRefresh);
    QObject::connect(b, &BuildController::advanced, &session.commands(), &Commands::scheduleRefresh);
}

QString BuildView::finding() const
{
    return m_title->finding();
}

void BuildView::refresh()
{
    m_title->setFinding(BuildWords::finding(m_build));
    m_title->setCaption(BuildWords::caption(m_build));
    const auto snapshot = m_build.snapshot();
    m_stack->setCurrentIndex(snapshot ? 1 : 0);
    for (const auto& [id, button] : m_buttons) {
        if (!m_session.commands().contains(id)) {
            button->hide();
            continue;
        }
        const CommandSpec& command = m_session.commands().spec(id);
        const CommandText words = command.text();
        button->setText(words.text);
        button->setToolTip(words.toolTip);
        button->setEnabled(!command.isEnabled || command.isEnabled());
        const bool isOfPlan = id == u"make.loadPlan" || id == u"make.savePlan";
        const bool isOfResults = id == u"make.openTable" || id == u"make.close";
        const bool isPlanned = m_build.state() == State::Planning;
        bool isWanted = m_build.state() != State::Done; // there is nothing to run any more
        if (isOfPlan)
            isWanted = isPlanned;
        else if (isOfResults)
            isWanted = !isPlanned;
        button->setVisible(isWanted);
    }
    if (m_build.isBusy()) {
        m_progress->begin(m_title->finding());
        if (snapshot && m_build.state() == State::Running)
            m_progress->setProgress(snapshot->progress.share);
        else
            m_progress->setProgress(std::nullopt);
    } else {
        m_progress->end();
    }
    showFailure();
}

void BuildView::showFailure()
{
    const auto& failure = m_build.failure();
    m_error->setVisible(failure.has_value());
    if (!failure)
        return;
    ErrorText text;
    text.what = failure->what;
    text.where = failure->where.isEmpty() ? failure->path
        : failure->path.isEmpty()         ? failure->where
                                          : tr("%1 of %2", "place, file").arg(failure->where, failure->path);
    text.advice = failure->hint;
    m_error->setError(text);
}

void BuildView::retranslate()
{
    m_introduction->setText(
        tr("A benchmark is a table that says how well each small network does on each task. Here it is made: "
           "every network of a space is trained on tasks derived from your pictures, and the finished table "
           "opens like any other.\n\n"
           "Probe first: it trains a few networks, from the cheapest to the most expensive, and tells what "
           "the whole will cost and whether two seeds order the networks in the same way.\n\n"
           "Every finished training goes to a file at once. Pause, close the program or move to another "
           "machine: opening that file goes on where it was. Trainings run in processes of their own with "
           "low priority; one that fails loses only itself and is marked as failed."));
}

void BuildView::applyTheme()
{
    const Theme& theme = m_themes.theme();
    m_planScroll->setFixedWidth(theme.ipx(planWidth));
    m_introduction->setMaximumWidth(theme.ipx(proseWidth));
    m_introduction->setFont(theme.font(TextRole::Body));
}

void BuildView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace ktnas
