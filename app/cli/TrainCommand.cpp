// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/BuildReport.h"
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "app/cli/TrainOne.h"
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/learn/work/Measures.h"
#include "core/learn/work/RecipeText.h"
#include "core/learn/work/TrainingText.h"
#include "core/space/Space.h"

#include <fmt/format.h>

#include <algorithm>

namespace ktnas::cli {
namespace {

/// The pairs of an option as an object: a value that is JSON (a number, true, a list) is that, else a text.
nlohmann::json objectOf(const Arguments& arguments, std::string_view option)
{
    nlohmann::json object = nlohmann::json::object();
    for (const auto& [key, value] : arguments.pairs(option)) {
        const nlohmann::json parsed = nlohmann::json::parse(value, nullptr, false);
        object[key] = parsed.is_discarded() ? nlohmann::json(value) : parsed;
    }
    return object;
}

/// Reads such an object; a mistake in it is wrong use and not a bad plan.
template <class Read> void readOption(const Arguments& arguments, const std::string& option, Read&& read)
{
    const nlohmann::json object = objectOf(arguments, option);
    try {
        read(JsonNode(object, {}, {}));
    } catch (Error& error) {
        if (error.code != ErrorCode::BadPlan)
            throw;
        Error wrong(ErrorCode::BadArgument);
        throw wrong.inColumn(option + (error.column.empty() ? "" : ' ' + error.column))
            .expecting(error.expected)
            .butFound(error.found)
            .hinting(error.hint);
    }
}

std::shared_ptr<const Space> spaceOf(const Arguments& arguments)
{
    const std::string id = arguments.value("--space").value();
    std::vector<std::string> known;
    for (const auto& space : allSpaces()) {
        if (space->cellCount())
            known.emplace_back(space->id());
        if (space->id() == id && space->cellCount())
            return space;
    }
    throw Error(ErrorCode::BadArgument)
        .inColumn("--space")
        .expecting("one of " + listed(known))
        .butFound(excerpt(id));
}

TrainingJob jobOf(const Arguments& arguments)
{
    const std::shared_ptr<const Space> space = spaceOf(arguments);
    TrainingJob job;
    const Cell cell = space->parse(arguments.value("--cell").value());
    job.cell = space->functionalKey(cell) ? canonicalProgram(*space, cell)
                                          : plainProgram(*space, space->pruned(cell));
    job.task.pictures = arguments.operands().front();
    job.task.recipe = recipeNamed(arguments.value("--task").value());
    job.task.recipe.labelSet = arguments.value("--labels").value_or(std::string());
    readOption(arguments, "--data", [&job](const JsonNode& node) { readRecipe(node, job.task.recipe); });
    readOption(arguments, "--set", [&job](const JsonNode& node) { readTraining(node, job.settings); });
    readOption(arguments, "--skeleton", [&job](const JsonNode& node) {
        if (!node.members().empty())
            job.skeleton = readSkeleton(node);
    });
    if (const auto passes = arguments.wholeNumber("--passes", job.settings.batch))
        job.settings.passes = *passes;
    job.settings.seed = arguments.wholeNumber("--seed").value();
    return job;
}

Json judgementJson(const Judgement& judgement, const std::vector<TaskMetric>& metrics)
{
    Json json{{"pictures", judgement.pictures}, {"loss", number(judgement.loss)}};
    for (const TaskMetric& metric : metrics)
        json[std::string(metric.column)] = number(valueOf(judgement, metric));
    return json;
}

Json resultJson(const TrainingJob& job, const JobResult& result, const std::vector<TaskMetric>& metrics)
{
    const TrainingOutcome& outcome = result.outcome;
    Json curve = Json::array();
    for (std::size_t i = 0; i < outcome.curve.size(); ++i) {
        Json point = judgementJson(outcome.curve[i], metrics);
        point["at"] = job.settings.curveAt[i];
        curve.push_back(std::move(point));
    }
    return {{"task", result.task.name},
            {"data_sha256", result.task.checksum},
            {"failure", outcome.failure.empty() ? Json(nullptr) : Json(outcome.failure)},
            {"parameters", outcome.parameters},
            {"loss_by_eighths", outcome.lossEighths},
            {"curve", std::move(curve)},
            {"valid", judgementJson(outcome.valid, metrics)},
            {"test", judgementJson(outcome.test, metrics)},
            {"train_seconds", outcome.trainSeconds},
            {"judge_seconds", outcome.judgeSeconds},
            {"passes_per_second", number(static_cast<double>(job.settings.passes) / outcome.trainSeconds)},
            {"weights_sha256", outcome.weightsHash},
            {"device", outcome.device},
            {"library", outcome.library}};
}

std::string resultText(const TrainingJob& job, const JobResult& result,
                       const std::vector<TaskMetric>& metrics)
{
    const TrainingOutcome& outcome = result.outcome;
    TextTable table{"", ">pictures", ">loss", metrics[0].column,
                    metrics.size() > 1 ? metrics[1].column : std::string_view()};
    const auto row = [&](const std::string& name, const Judgement& judgement) {
        table.add({name, std::to_string(judgement.pictures), shortNumber(judgement.loss),
                   shortNumber(valueOf(judgement, metrics[0])),
                   metrics.size() > 1 ? shortNumber(valueOf(judgement, metrics[1])) : std::string()});
    };
    for (std::size_t i = 0; i < outcome.curve.size(); ++i)
        row(fmt::format("valid after {:.0f} %", 100 * job.settings.curveAt[i]), outcome.curve[i]);
    row("valid", outcome.valid);
    row("test", outcome.test);
    std::string text = table.text();
    if (outcome.trainSeconds > 0)
        text +=
            fmt::format("\n{} parameters, trained in {} ({:.0f} pictures a second), judged in {}, {}, {}\n",
                        outcome.parameters, duration(outcome.trainSeconds),
                        static_cast<double>(job.settings.passes) / outcome.trainSeconds,
                        duration(outcome.judgeSeconds), outcome.device, outcome.library);
    return text;
}

int run(const Arguments& arguments, Console& console)
{
    const TrainingJob job = jobOf(arguments);
    const JobResult result = carryOutHere({job}, arguments.value("--device").value(), console).front();
    const std::vector<TaskMetric> metrics = columnsOf({job.task, job.settings});
    if (!result.outcome.failure.empty())
        throw Error(ErrorCode::TrainingFailed).butFound(result.outcome.failure);
    if (arguments.has("--json"))
        print(console, resultJson(job, result, metrics));
    else
        console.out << resultText(job, result, metrics);
    return 0;
}

} // namespace

Command trainCommand()
{
    Command command;
    command.name = "train";
    command.summary = "train one cell on one task made of pictures";
    command.description = {
        "Puts the cell into a network, trains it on a task made of the pictures and judges it on validation "
        "and test pictures. The same call gives the same weights on one machine.",
        "Tasks: object, scramble, jigsaw, layout, segment, normal and autoencode as the built-in benchmark "
        "has "
        "them, or classes, tones, scrambled-tones, jigsaw, layout, rotation, segmentation, normals and "
        "autoencoder with their own defaults for any pictures.",
        "--set takes optimiser, schedule, learning_rate, warm_up, momentum, nesterov, weight_decay, "
        "averaging, "
        "batch, passes, mirror, crop_padding, cutout, curve_at and curve_rows; --data takes side, train, "
        "valid, "
        "test, order, valid_from, seed, figure, noise, tones and code; --skeleton takes kind, channels and "
        "cells_per_stage."};
    command.operands = {{"PICTURES", "A folder or file of pictures, or fashion-mnist.", ValueKind::File}};
    const auto option = [](const char* name, const char* value, const char* defaultValue, const char* text) {
        return Option{name, value, defaultValue, text, ValueKind::Text, false, false};
    };
    const auto required = [](Option one) {
        one.required = true;
        return one;
    };
    const auto repeated = [](Option one) {
        one.repeated = true;
        return one;
    };
    command.options = {
        required(option("--task", "T", "", "What to learn.")),
        required(option("--cell", "C", "", "The cell, as the space writes it.")),
        required(option("--seed", "S", "", "Decides initial weights, order of pictures and augmentation.")),
        option("--space", "ID", "micro-4op", "The cell's space."),
        option("--passes", "N", "", "Pictures seen in training, all together; 12288 without it."),
        option("--labels", "NAME", "", "Which labels, where pictures have several: fine or coarse."),
        repeated(option("--set", "KEY=VALUE", "", "A setting of the training.")),
        repeated(option("--data", "KEY=VALUE", "", "A setting of the task's data.")),
        repeated(
            option("--skeleton", "KEY=VALUE", "", "What stands around the cells; kind=small and others.")),
        option("--device", "D", "cpu", "Where to train: cpu, cuda or cuda:1."),
        jsonOption(),
        helpOption()};
    command.examples = {{"ktnas train fashion-mnist --task object --cell 3_33_333 --seed 0",
                         "A network of the built-in benchmark; takes some seconds."},
                        {"ktnas train my-photos --task classes --cell 0_00_300 --seed 1 --passes 100000",
                         "On a folder with one folder of pictures for each class."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
