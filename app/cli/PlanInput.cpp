// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/PlanInput.h"

#include "app/cli/TextTable.h"
#include "core/base/Error.h"
#include "core/learn/search/PlanPictures.h"
#include "core/learn/work/Measures.h"
#include "core/tables/Recognise.h"

#include <algorithm>

#include <fmt/format.h>

namespace ktnas::cli {

bool isPlan(const std::string& path)
{
    return path != "builtin" && recognise(path) == FileKind::Json;
}

Option picturesOption()
{
    Option option;
    option.name = "--pictures";
    option.value = "NAME=PATH";
    option.text =
        "Where the pictures lie that a plan calls NAME. Without it, beside the plan or in the working "
        "folder.";
    option.repeated = true;
    return option;
}

std::vector<Option> trainingOptions()
{
    Option jobs;
    jobs.name = "--jobs";
    jobs.value = "N";
    jobs.text = "With a plan: worker processes. Without it, KTNAS_THREADS or one for each core.";
    Option device;
    device.name = "--device";
    device.value = "D";
    device.text = "With a plan: where to train: cpu (as without it), cuda or cuda:1.";
    Option done;
    done.name = "--done";
    done.value = "SHARD";
    done.text = "With a plan: results in this .kts file are not trained again.";
    done.kind = ValueKind::File;
    done.repeated = true;
    return {picturesOption(), jobs, device, done};
}

void refuseTrainingOptions(const Arguments& arguments, const std::string& table)
{
    for (const Option& option : trainingOptions()) {
        if (arguments.has(option.name))
            throw Error(ErrorCode::BadArgument)
                .inFile(table)
                .inColumn(option.name)
                .expecting("a benchmark plan (JSON)")
                .butFound("a table, whose values are there")
                .hinting("Leave the option out.");
    }
}

BenchmarkPlan openPlan(const Arguments& arguments, const std::string& path)
{
    BenchmarkPlan plan = readBenchmarkPlan(path);
    placePictures(plan, arguments.pairs("--pictures"));
    return plan;
}

std::shared_ptr<TrainableTable> openTrainable(const Arguments& arguments, const std::string& path)
{
    const BenchmarkPlan plan = openPlan(arguments, path);
    requirePictures(plan);
    auto table = std::make_shared<TrainableTable>(plan);
    for (const std::string& shard : arguments.values("--done"))
        table->addResults(shard);
    return table;
}

WorkerPool::Options workersOf(const Arguments& arguments)
{
    WorkerPool::Options options;
    options.command = workerCommand();
    options.workers = static_cast<unsigned>(
        std::min<std::uint64_t>(arguments.wholeNumber("--jobs", 1).value_or(defaultWorkers()), 1024));
    options.devices = {arguments.value("--device").value_or("cpu")};
    return options;
}

Json planJson(const BenchmarkPlan& plan)
{
    const WorkList work(plan);
    const std::vector<std::string> missing = missingPictures(plan);
    Json tasks = Json::array();
    for (const PlannedTask& task : plan.tasks) {
        const TaskMetric metric = searchedMetric(task);
        const TaskRecipe& recipe = task.source.recipe;
        tasks.push_back({{"name", task.name()},
                         {"kind", name(recipe.kind)},
                         {"pictures", task.source.pictures},
                         {"found", std::ranges::find(missing, task.source.pictures) == missing.end()},
                         {"metric", metric.column},
                         {"direction", name(metric.direction)},
                         {"training_pictures", recipe.trainRows > 0 ? Json(recipe.trainRows) : Json(nullptr)},
                         {"passes", task.training.passes},
                         {"batch", task.training.batch}});
    }
    const std::shared_ptr<const Space> space = plan.spacePointer();
    std::size_t cells = 0;
    for (std::uint32_t cell = 0; cell < *space->cellCount(); ++cell)
        cells += work.hasNetwork(work.representative(CellId(cell))) ? 1 : 0;
    return {{"kind", "plan"},
            {"file", plan.file},
            {"space", plan.space},
            {"cells", cells},
            {"networks", work.networks().size()},
            {"skeleton",
             {{"kind", name(plan.skeleton.kind)},
              {"channels", plan.skeleton.channels},
              {"cells_per_stage", plan.skeleton.cellsPerStage}}},
            {"seeds", {{"from", plan.firstSeed}, {"count", plan.seeds}}},
            {"trainings",
             std::ranges::count_if(work.keys(),
                                   [](const WorkKey& key) { return key.kind == WorkKey::Kind::Training; })},
            {"hash", planHash(plan)},
            {"tasks", std::move(tasks)}};
}

std::string planText(const Json& json)
{
    std::string text =
        fmt::format("{}: plan of a benchmark that is not trained yet\n", json["file"].get<std::string>());
    text += fmt::format("  space {}: {} cells, which are {} networks; {} trainings make the whole table\n",
                        json["space"].get<std::string>(), json["cells"].dump(), json["networks"].dump(),
                        json["trainings"].dump());
    text += fmt::format("  skeleton {} with {} channels, {} cells a stage; {} seed(s) from {}\n",
                        json["skeleton"]["kind"].get<std::string>(), json["skeleton"]["channels"].dump(),
                        json["skeleton"]["cells_per_stage"].dump(), json["seeds"]["count"].dump(),
                        json["seeds"]["from"].dump());
    text += fmt::format("  SHA-256 {}\n\n", json["hash"].get<std::string>());
    TextTable table{"task", "kind", "measure", "direction", ">pictures a training", "pictures"};
    for (const Json& task : json["tasks"])
        table.add({task["name"].get<std::string>(), task["kind"].get<std::string>(),
                   task["metric"].get<std::string>() + " on valid", task["direction"].get<std::string>(),
                   task["passes"].dump(),
                   task["pictures"].get<std::string>() + (task["found"].get<bool>() ? "" : " (not here)")});
    text += table.text(2);
    return text
        + "\n  “ktnas search” on it trains the networks that the method asks for; “ktnas build-benchmark” "
          "trains all.\n";
}

} // namespace ktnas::cli
