// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/PlanPanel.h"

#include "widgets/session/BuildController.h"
#include "widgets/session/PictureShelf.h"
#include "widgets/style/Numbers.h"
#include "widgets/style/ThemeProvider.h"
#include "widgets/views/SettingRow.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ktnas {
namespace {

constexpr double million = 1e6;

QString number(std::uint64_t value)
{
    return formatCount(static_cast<std::int64_t>(value));
}

/// "16, 32".
QString channelText(const std::vector<int>& channels)
{
    QStringList parts;
    for (const int one : channels)
        parts << QString::number(one);
    return parts.join(QStringLiteral(", "));
}

} // namespace

PlanPanel::PlanPanel(Session& session, PictureShelf& shelf, BuildController& build, ThemeProvider& themes,
                     QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_shelf(shelf)
    , m_build(build)
    , m_themes(themes)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    connect(&build, &BuildController::planChanged, this, [this] {
        if (!m_isEditing)
            showPlan();
    });
    connect(&build, &BuildController::stateChanged, this, &PlanPanel::updateEnabled);
    connect(&shelf, &PictureShelf::currentChanged, this, [this] {
        // What was opened last is what people want a benchmark of, as long as nothing is made yet.
        if (m_build.mayEdit() && m_shelf.current())
            choosePictures(QString::fromStdString(m_shelf.current()->path));
        showPictures();
    });
    this->build();
}

void PlanPanel::build()
{
    delete m_content;
    m_rows.clear();
    m_tasks.clear();
    m_content = new QWidget(this);
    layout()->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 12, 0, 12);
    column->setSpacing(2);
    addPictureRows(column);
    makeTaskRows(column);
    addNetworkRows(column);
    addTrainingRows(column);
    addPlaceRows(column);
    m_problem = new QLabel(m_content);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(16, 8, 16, 0);
    column->addWidget(m_problem);
    column->addStretch(1);
    showPlan();
}

void PlanPanel::edit(const std::function<void(BenchmarkPlan&)>& change)
{
    if (!m_build.mayEdit())
        return;
    BenchmarkPlan plan = m_build.plan();
    change(plan);
    m_build.setPlan(plan); // shows itself by planChanged()
}

void PlanPanel::choosePictures(const QString& path)
{
    if (!m_build.mayEdit() || path.toStdString() == m_build.plan().pictures)
        return;
    edit([&](BenchmarkPlan& plan) {
        // A plan that was not touched follows the pictures; one that was keeps its tasks.
        const bool isUntouched = formatBenchmarkPlan(plan)
            == formatBenchmarkPlan(firstPlan(plan.pictures, setAt(QString::fromStdString(plan.pictures))));
        if (isUntouched || plan.tasks.empty())
            plan = firstPlan(path.toStdString(), setAt(path));
        else
            setPictures(plan, path.toStdString(), setAt(path));
    });
    m_build.setTable(freshTable(picturesTitle(path), m_build.plan()));
}

void PlanPanel::takeTasks()
{
    if (m_isEditing)
        return;
    m_isEditing = true;
    edit([this](BenchmarkPlan& plan) {
        std::vector<PlannedTask> tasks;
        for (TaskRow& row : m_tasks) {
            row.task.training.passes = static_cast<std::uint64_t>(row.passes->value());
            if (row.box->isChecked())
                tasks.push_back(row.task);
        }
        // Tasks of kinds that a plan from a file has twice stay as they are.
        for (const PlannedTask& task : plan.tasks) {
            const bool isShown = std::ranges::any_of(
                m_tasks, [&task](const TaskRow& row) { return row.task.name() == task.name(); });
            if (!isShown)
                tasks.push_back(task);
        }
        plan.tasks = std::move(tasks);
    });
    m_isEditing = false;
    showPlan();
}

void PlanPanel::showPlan()
{
    const BenchmarkPlan& plan = m_build.plan();
    m_isEditing = true;
    for (TaskRow& row : m_tasks) {
        const TaskKind kind = row.task.source.recipe.kind;
        const auto planned = std::ranges::find_if(
            plan.tasks, [kind](const PlannedTask& task) { return task.source.recipe.kind == kind; });
        if (planned != plan.tasks.end()) {
            row.task = *planned;
        } else if (!plan.tasks.empty()) {
            // What is common to all goes for tasks that are chosen later, too.
            const TaskRecipe& common = plan.tasks.front().source.recipe;
            row.task.source.pictures = plan.pictures;
            row.task.source.recipe.side = common.side;
            row.task.source.recipe.trainRows = common.trainRows;
            row.task.source.recipe.validRows = common.validRows;
            row.task.source.recipe.testRows = common.testRows;
        }
        row.box->setChecked(planned != plan.tasks.end());
        row.passes->setValue(static_cast<int>(
            std::min<std::uint64_t>(row.task.training.passes, static_cast<std::uint64_t>(mostPasses))));
        row.passes->setEnabled(row.box->isChecked());
    }
    m_isEditing = false;
    const auto show = [this](const char* name, const QString& value, const QString& shown) {
        m_rows[QString::fromLatin1(name)]->setValue(value, shown);
    };
    const auto showNumber = [&show](const char* name, std::uint64_t value, const QString& none = {}) {
        show(name, QString::number(value), value == 0 && !none.isEmpty() ? none : number(value));
    };
    const QString space = QString::fromStdString(plan.space);
    show("space", space, space);
    const QString channels = channelText(plan.skeleton.channels);
    show("channels", channels, channels);
    showNumber("depth", static_cast<std::uint64_t>(plan.skeleton.cellsPerStage));
    show("networks", plan.networks ? QString::number(*plan.networks) : QString(),
         plan.networks ? number(*plan.networks) : tr("all"));
    showNumber("seeds", plan.seeds);
    const double share = plan.repeatMillionths / million;
    show("share", QString::number(share * 100),
         formatPercent(share, share * 100 == std::floor(share * 100) ? 0 : 1));
    showNumber("repeats", plan.repeatSeeds);
    const TaskRecipe recipe = plan.tasks.empty() ? TaskRecipe() : plan.tasks.front().source.recipe;
    showNumber("train", recipe.trainRows, tr("all"));
    showNumber("judge", recipe.validRows, tr("all"));
    show("side", recipe.side == 0 ? QString() : QString::number(recipe.side),
         recipe.side == 0 ? tr("automatic") : tr("%1 pixels").arg(recipe.side));
    showNumber("proxies", plan.proxyBatch, tr("none"));
    showNumber("workers", m_build.workers());
    show("device", m_build.device(),
         m_build.device() == u"cpu" ? tr("CPU") : tr("GPU (%1)").arg(m_build.device()));
    auto* table = m_content->findChild<QPushButton*>(QStringLiteral("plan.table"));
    const QString path = m_build.table();
    table->setText(path.isEmpty() ? tr("Choose a file…")
                                  : fontMetrics().elidedText(QFileInfo(path).fileName(), Qt::ElideMiddle,
                                                             m_themes.theme().ipx(240)));
    table->setToolTip(path.isEmpty()
                          ? tr("The table that is made")
                          : tr("The table goes to %1, its results to a .kts file beside it.").arg(path));
    table->setAccessibleName(tr("The table that is made"));
    m_problem->setText(m_build.planProblem());
    m_problem->setVisible(!m_build.planProblem().isEmpty());
    showPictures();
    updateEnabled();
}

void PlanPanel::showPictures()
{
    QStringList paths{QString::fromLatin1(packagedPictures)};
    QStringList names{picturesTitle(paths.front())};
    for (const auto& set : m_shelf.sets()) {
        const QString path = QString::fromStdString(set->path);
        if (paths.contains(path))
            continue;
        paths << path;
        names << picturesTitle(path);
    }
    const QString chosen = QString::fromStdString(m_build.plan().pictures);
    if (!chosen.isEmpty() && !paths.contains(chosen)) {
        paths << chosen;
        names << picturesTitle(chosen);
    }
    SettingRow* row = m_rows[QStringLiteral("pictures")];
    row->setChoices(paths, names, paths);
    row->setValue(chosen, chosen.isEmpty() ? tr("none yet") : picturesTitle(chosen));
}

const PictureSet* PlanPanel::setAt(const QString& path) const
{
    for (const auto& set : m_shelf.sets()) {
        if (QString::fromStdString(set->path) == path)
            return set.get();
    }
    return nullptr;
}

QString PlanPanel::picturesTitle(const QString& path) const
{
    if (const PictureSet* const set = setAt(path))
        return QString::fromStdString(set->title);
    if (path == QString::fromLatin1(packagedPictures))
        return QStringLiteral("Fashion-MNIST");
    const QFileInfo file(path);
    return file.fileName().isEmpty() ? file.dir().dirName() : file.fileName();
}

QCheckBox* PlanPanel::taskBox(TaskKind kind) const
{
    return m_tasks[static_cast<std::size_t>(kind)].box;
}

QSpinBox* PlanPanel::passesBox(TaskKind kind) const
{
    return m_tasks[static_cast<std::size_t>(kind)].passes;
}

void PlanPanel::updateEnabled()
{
    m_content->setEnabled(m_build.mayEdit());
}

void PlanPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        build();
    QWidget::changeEvent(event);
}

} // namespace ktnas
