// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/PlanDefaults.h"

#include "core/base/Error.h"
#include "core/learn/work/Shard.h"
#include "core/pictures/MakeTask.h"
#include "widgets/session/BuildController.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace ktnas {
namespace {

constexpr std::uint32_t tenth = 100'000; ///< in millionths

TaskRecipe recipeFor(TaskKind kind, const std::string& pictures)
{
    if (pictures == packagedPictures) {
        const auto& recipes = builtinRecipes();
        const auto found = std::ranges::find(recipes, kind, &TaskRecipe::kind);
        if (found != recipes.end())
            return *found;
    }
    TaskRecipe recipe;
    recipe.kind = kind;
    recipe.name = name(kind);
    std::ranges::replace(recipe.name, '-', '_');
    return recipe;
}

/// In a plan's text the words "jigsaw" and "layout" mean the built-in benchmark's recipes. What those say and
/// the recipe leaves open must be spelled out, or the plan would come back as another one.
void spellOut(TaskRecipe& recipe, const PictureSet* set)
{
    const auto& recipes = builtinRecipes();
    const auto meant = std::ranges::find(recipes, name(recipe.kind), &TaskRecipe::name);
    if (meant == recipes.end())
        return;
    if (recipe.title.empty())
        recipe.title = meant->title;
    recipe.figure = meant->figure;
    if (!set)
        return;
    try {
        recipe.figure = settled(*set, recipeFor(recipe.kind, {})).figure;
    } catch (const Error&) {
        // These pictures cannot give the task: whoever makes it says why.
    }
}

/// Whether there are results of another plan where this table's would go.
bool isTaken(const QString& table, const BenchmarkPlan& plan)
{
    const QString results = BuildController::resultsFile(table);
    if (!QFile::exists(results))
        return QFile::exists(table);
    try {
        return readShard(QFile::encodeName(results).toStdString()).planHash != planHash(plan);
    } catch (const Error&) {
        return true;
    }
}

} // namespace

std::vector<OfferedTask> offeredTasks(const std::string& pictures, const PictureSet* set)
{
    std::vector<OfferedTask> offered;
    for (const TaskKind kind : allTaskKinds()) {
        PlannedTask task{{pictures, recipeFor(kind, pictures)}, {}};
        task.source.recipe.shortTitle.clear(); // as a plan that is read has it
        if (pictures != packagedPictures)
            spellOut(task.source.recipe, set);
        const auto& planned = builtinRecipes();
        const bool isPlanned = std::ranges::find(planned, kind, &TaskRecipe::kind) != planned.end();
        offered.push_back({std::move(task), isPlanned});
    }
    return offered;
}

BenchmarkPlan firstPlan(const std::string& pictures, const PictureSet* set)
{
    BenchmarkPlan plan;
    plan.pictures = pictures;
    for (const OfferedTask& offered : offeredTasks(pictures, set)) {
        if (offered.isPlanned)
            plan.tasks.push_back(offered.task);
    }
    plan.repeatMillionths = tenth;
    plan.repeatSeeds = 3;
    return plan;
}

void setPictures(BenchmarkPlan& plan, const std::string& pictures, const PictureSet* set)
{
    plan.pictures = pictures;
    for (PlannedTask& task : plan.tasks) {
        task.source.pictures = pictures;
        if (set)
            spellOut(task.source.recipe, set);
    }
}

QString freshTable(const QString& title, const BenchmarkPlan& plan)
{
    QString stem;
    for (const QChar letter : title.toLower()) {
        if (letter.isLetterOrNumber())
            stem += letter;
        else if (!stem.isEmpty() && !stem.endsWith(u'-'))
            stem += u'-';
    }
    while (stem.endsWith(u'-'))
        stem.chop(1);
    if (stem.isEmpty())
        stem = QStringLiteral("benchmark");
    const QString folder =
        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) % QStringLiteral("/KTNAS/");
    QString path = folder % stem % QStringLiteral(".csv");
    for (int number = 2; isTaken(path, plan); ++number)
        path = folder % stem % u'-' % QString::number(number) % QStringLiteral(".csv");
    return path;
}

} // namespace ktnas
