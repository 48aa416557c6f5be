// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/BuildWords.h"

#include "core/space/Space.h"
#include "widgets/session/BuildController.h"
#include "widgets/style/Numbers.h"
#include "widgets/views/PictureWords.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <string>

namespace ktnas {
namespace {

QString number(std::size_t value)
{
    return formatCount(static_cast<std::int64_t>(value));
}

QString cellText(const BenchmarkPlan& plan, std::uint32_t cell)
{
    const auto space = plan.spacePointer();
    return QString::fromStdString(space->format(space->cell(CellId(cell))));
}

} // namespace

QString BuildWords::task(const BenchmarkPlan& plan, std::size_t task)
{
    const TaskRecipe& recipe = plan.tasks[task].source.recipe;
    // A task that is named like its kind is called like it, in the person's language.
    std::string kind(name(recipe.kind));
    std::ranges::replace(kind, '-', '_');
    return recipe.title.empty() || recipe.name == kind ? PictureWords::task(recipe.kind)
                                                       : QString::fromStdString(recipe.title);
}

QString BuildWords::size(const PlanSize& size, std::size_t tasks)
{
    return tr("%1 × %2: %3", "tasks, networks, trainings")
        .arg(tr("%Ln tasks", nullptr, static_cast<int>(tasks)),
             tr("%Ln networks", nullptr, static_cast<int>(size.networks)),
             tr("%Ln trainings", nullptr, static_cast<int>(size.trainings)));
}

QString BuildWords::sizeDetails(const PlanSize& size, const BenchmarkPlan& plan)
{
    QStringList parts;
    parts << (size.networks == size.networksInSpace
                  ? tr("all %1 cells of %2 are %3 different networks")
                        .arg(number(size.cells), QString::fromStdString(plan.space), number(size.networks))
                  : tr("%1 of the %2 different networks of %3, drawn by chance")
                        .arg(number(size.networks), number(size.networksInSpace),
                             QString::fromStdString(plan.space)));
    if (size.repeated > 0)
        parts << tr("%Ln of them are trained with %1 seeds", nullptr, static_cast<int>(size.repeated))
                     .arg(number(plan.repeatSeeds));
    if (size.proxies > 0)
        parts << tr("%Ln sets of proxies", nullptr, static_cast<int>(size.proxies));
    return parts.join(QStringLiteral(" · "));
}

QString BuildWords::finding(const BuildController& build)
{
    using State = BuildController::State;
    const auto snapshot = build.snapshot();
    const std::size_t tasks = build.plan().tasks.size();
    switch (build.state()) {
    case State::Planning:
        if (tasks == 0)
            return tr("Choose at least one task");
        return build.size() ? size(*build.size(), tasks) : tr("A benchmark of your own");
    case State::Opening:
        return tr("Opening the results");
    case State::Probing:
        return tr("A few networks are trained to tell what the whole will cost");
    case State::Running:
    case State::Resting:
    case State::Done:
    case State::Failed:
        break;
    }
    if (!snapshot)
        return tr("The benchmark cannot be made");
    const BuildProgress& progress = snapshot->progress;
    if (build.state() == State::Done)
        return tr("All %Ln results are there", nullptr, static_cast<int>(progress.total));
    const QString results = tr("%1 results are there", "a count of a whole")
                                .arg(formatOf(static_cast<std::int64_t>(progress.done),
                                              static_cast<std::int64_t>(progress.total)));
    if (build.state() != State::Running)
        return results;
    return progress.wallSecondsLeft > 0
        ? tr("%1, %2 to go").arg(results, formatDurationAbout(progress.wallSecondsLeft))
        : results;
}

QString BuildWords::caption(const BuildController& build)
{
    const auto snapshot = build.snapshot();
    if (build.state() == BuildController::State::Planning || !snapshot) {
        return build.size() && !build.plan().tasks.empty() ? sizeDetails(*build.size(), build.plan())
                                                           : QString();
    }
    QStringList parts;
    const BuildProgress& progress = snapshot->progress;
    if (progress.secondsSpent > 0)
        parts << tr("%1 of processor time so far").arg(formatDuration(progress.secondsSpent));
    if (progress.failed > 0)
        parts << tr("%Ln trainings failed", nullptr, static_cast<int>(progress.failed));
    if (progress.done < progress.total && progress.left.measured > 0)
        parts << tr("%1 left").arg(formatDurationAbout(progress.left.seconds));
    parts << tr("trained by %Ln workers", nullptr, static_cast<int>(build.workers()));
    parts << tr("kept in %1").arg(QFileInfo(BuildController::resultsFile(build.table())).fileName());
    return parts.join(QStringLiteral(" · "));
}

QString BuildWords::cost(const ProbeReport& report, unsigned workers)
{
    if (report.whole.measured == 0)
        return tr("No training was finished in the time of the probe, so nothing can be said yet.");
    if (report.left.jobs == 0)
        return tr("The whole took %1 of processor time.").arg(formatDuration(report.whole.seconds));
    const double wall = report.left.seconds / std::max(workers, 1U);
    return tr("The whole takes %1 of processor time (%2 to %3, from %n measured trainings); what is left "
              "takes %4 with %5.",
              nullptr, static_cast<int>(report.whole.measured))
        .arg(formatDurationAbout(report.whole.seconds), formatDurationAbout(report.whole.interval.low),
             formatDurationAbout(report.whole.interval.high), formatDurationAbout(wall),
             tr("%Ln workers", nullptr, static_cast<int>(workers)));
}

QString BuildWords::estimate(const Estimate& estimate)
{
    if (std::isnan(estimate.value))
        return QStringLiteral("–");
    if (std::isnan(estimate.interval.low) || std::isnan(estimate.interval.high))
        return formatCoefficient(estimate.value);
    return tr("%1 (%2)", "estimate, interval")
        .arg(
            formatCoefficient(estimate.value),
            formatRange(formatCoefficient(estimate.interval.low), formatCoefficient(estimate.interval.high)));
}

QString BuildWords::job(const JobUnderWay& job, const BenchmarkPlan& plan)
{
    const QString what = job.key.kind == WorkKey::Kind::Proxies
        ? tr("proxies on %1").arg(task(plan, job.key.task))
        : task(plan, job.key.task);
    return tr("Worker %1: %2, cell %3, seed %4, %5", "number, task, cell, seed, share")
        .arg(number(job.worker + 1), what, cellText(plan, job.key.cell), number(job.key.seed),
             formatPercent(job.share));
}

QString BuildWords::failure(const BuildSnapshot::Failure& failure, const BenchmarkPlan& plan)
{
    return tr("%1, cell %2, seed %3: %4", "task, cell, seed, reason")
        .arg(task(plan, failure.key.task), QString::fromStdString(failure.cell), number(failure.key.seed),
             reason(failure.reason));
}

QString BuildWords::reason(const std::string& reason)
{
    // The trainer's words; the common ones have a translation.
    if (reason == "out of memory")
        return tr("there was not enough memory");
    if (reason.starts_with("loss is not a number"))
        return tr("the loss is not a number any more (%1)").arg(QString::fromStdString(reason));
    return QString::fromStdString(reason);
}

} // namespace ktnas
