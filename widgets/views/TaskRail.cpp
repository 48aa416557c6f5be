// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/TaskRail.h"

#include "core/search/Settings.h"
#include "widgets/style/Heading.h"
#include "widgets/style/StudioStyle.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/LearnFromGrid.h"
#include "widgets/views/RailTask.h"
#include "widgets/views/SettingsPanel.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ktnas {
namespace {

/// A widget with the rail's margin at both sides.
QWidget* inset(QWidget* content, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* row = new QVBoxLayout(box);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(content);
    return box;
}

} // namespace

TaskRail::TaskRail(Session& session, ThemeProvider& themes, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_themes(themes)
{
    setObjectName(QStringLiteral("taskRail"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 12, 0, 16);
    column->setSpacing(8);

    m_tasksHeading = new Heading(&themes, TextRole::Heading, content);
    m_taskColumn = new QVBoxLayout;
    m_taskColumn->setSpacing(0);
    m_learnHeading = new Heading(&themes, TextRole::Heading, content);
    m_learnFrom = new LearnFromGrid(session, themes, content);
    m_settings = new SettingsPanel(session, themes, content);
    m_start = new QPushButton(content);
    m_twins = new Heading(&themes, TextRole::Heading, content);
    setMainButton(m_start);

    column->addWidget(inset(m_tasksHeading, content));
    column->addLayout(m_taskColumn);
    column->addSpacing(8);
    column->addWidget(inset(m_twins, content));
    column->addWidget(inset(m_learnHeading, content));
    column->addWidget(m_learnFrom);
    column->addSpacing(8);
    column->addWidget(m_settings);
    column->addSpacing(8);
    column->addWidget(inset(m_start, content));
    column->addStretch(1);
    setWidget(content);

    connect(m_start, &QPushButton::clicked, this,
            [this] { m_session.commands().run(QStringLiteral("run.new")); });
    connect(&session, &Session::tableChanged, this, &TaskRail::build);
    connect(&session, &Session::draftChanged, this, &TaskRail::refresh);
    connect(&session, &Session::currentRunChanged, this, &TaskRail::refreshTasks);
    connect(&session, &Session::cursorMoved, this, &TaskRail::refreshTasks);
    connect(&session, &Session::runAdvanced, this, &TaskRail::refreshTasks);
    connect(&session, &Session::pairChanged, this, &TaskRail::refreshTasks);
    connect(&session, &Session::workspaceChanged, this, &TaskRail::showMode);
    connect(&themes, &ThemeProvider::themeChanged, this, &TaskRail::applyTheme);
    retranslate();
    applyTheme();
    build();
}

void TaskRail::build()
{
    for (RailTask* old : m_tasks) {
        old->hide();
        old->deleteLater();
    }
    m_tasks.clear();
    if (const auto& table = m_session.table()) {
        for (std::size_t i = 0; i < table->tasks().size(); ++i) {
            auto* made = new RailTask(m_session, m_themes, i, widget());
            m_taskColumn->addWidget(made);
            m_tasks.push_back(made);
        }
    }
    retranslate();
    showMode();
    refresh();
}

void TaskRail::refresh()
{
    if (!m_session.table())
        return;
    refreshTasks();
    m_learnFrom->refresh();
    m_settings->refresh();
    showMode();
}

void TaskRail::refreshTasks()
{
    for (RailTask* task : m_tasks)
        task->refresh();
}

void TaskRail::showMode()
{
    const bool compares = m_session.workspace() == u"disorder";
    for (RailTask* task : m_tasks)
        task->setMode(compares ? RailTask::Mode::Compare : RailTask::Mode::Search);
    const MethodInfo& method = methodInfo(m_session.draft().method.toStdString());
    const bool learns = !compares && method.transfers && m_session.draft().tasks.size() > 1;
    m_learnHeading->parentWidget()->setVisible(learns);
    m_learnFrom->setVisible(learns);
    m_settings->setVisible(!compares);
    m_start->parentWidget()->setVisible(!compares);
    m_twins->parentWidget()->setVisible(compares);
}

QString TaskRail::tasksCaption() const
{
    // What all tasks share stands once in the heading's line; the rest is on hover.
    const auto& table = m_session.table();
    if (!table || table->tasks().empty())
        return {};
    const Task& first = table->tasks().front();
    const bool isSame = std::all_of(table->tasks().begin(), table->tasks().end(), [&first](const Task& task) {
        return task.measure().split == first.measure().split && task.epochs == first.epochs;
    });
    if (!isSame)
        return {};
    const QString split = first.measure().split == Split::Valid ? tr("validation")
        : first.measure().split == Split::Test                  ? tr("test")
                                                                : tr("training");
    return first.epochs ? tr("%1, %Ln epochs", nullptr, *first.epochs).arg(split) : split;
}

void TaskRail::resizeEvent(QResizeEvent* event)
{
    // Long words are cut, not pushed out of sight.
    widget()->setMaximumWidth(viewport()->width());
    QScrollArea::resizeEvent(event);
}

void TaskRail::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void TaskRail::retranslate()
{
    setAccessibleName(tr("Tasks and settings"));
    m_tasksHeading->setFinding(tr("Tasks"));
    m_tasksHeading->setCaption(tasksCaption());
    m_learnHeading->setFinding(tr("Learns from"));
    m_learnHeading->setCaption(tr("row: target, column: source"));
    m_start->setText(tr("New search"));
    m_start->setToolTip(tr("Start a search with these tasks and settings"));
    m_twins->setFinding(tr("Twins"));
    m_twins->setCaption(
        tr("Cells that compute the same network but were trained apart. How far twins differ on one "
           "task is the noise ceiling: what no other task can be expected to beat."));
}

void TaskRail::applyTheme()
{
    QPalette colours = m_themes.theme().palette();
    setPalette(colours);
    viewport()->setAutoFillBackground(false);
    widget()->setAutoFillBackground(false);
    setFixedWidth(m_themes.theme().ipx(224));
}

} // namespace ktnas
