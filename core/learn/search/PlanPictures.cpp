// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/search/PlanPictures.h"

#include "core/base/Error.h"
#include "core/base/Text.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

constexpr const char* packaged = "fashion-mnist";

/// "mnist" for "mnist", and for the "/home/me/plans/mnist" that a plan beside that folder came to.
std::string nameOf(const std::string& pictures)
{
    return fs::path(pictures).lexically_normal().filename().string();
}

} // namespace

std::vector<std::string> missingPictures(const BenchmarkPlan& plan)
{
    std::vector<std::string> missing;
    for (const PlannedTask& task : plan.tasks) {
        const std::string& pictures = task.source.pictures;
        std::error_code ignored;
        if (pictures == packaged || fs::exists(pictures, ignored))
            continue;
        if (std::ranges::find(missing, pictures) == missing.end())
            missing.push_back(pictures);
    }
    return missing;
}

void placePictures(BenchmarkPlan& plan, const std::vector<std::pair<std::string, std::string>>& places)
{
    for (const auto& [name, path] : places) {
        bool isNamed = false;
        const auto place = [&, &wanted = name, &where = path](std::string& pictures) {
            if (pictures != wanted && nameOf(pictures) != wanted)
                return;
            pictures = where;
            isNamed = true;
        };
        std::vector<std::string> names;
        for (PlannedTask& task : plan.tasks) {
            if (std::ranges::find(names, nameOf(task.source.pictures)) == names.end())
                names.push_back(nameOf(task.source.pictures));
            place(task.source.pictures);
        }
        if (!isNamed)
            throw Error(ErrorCode::BadArgument)
                .inFile(plan.file)
                .inColumn("pictures")
                .expecting("one of the plan's pictures: " + listed(names))
                .butFound(excerpt(name));
        place(plan.pictures);
    }
}

void requirePictures(const BenchmarkPlan& plan)
{
    const std::vector<std::string> missing = missingPictures(plan);
    if (missing.empty())
        return;
    if (fs::path(missing.front()).is_absolute())
        throw Error(ErrorCode::FileMissing)
            .inFile(missing.front())
            .expecting("the pictures of a task")
            .hinting(
                "Look whether they have moved; a task's pictures are a folder or a file of an image data "
                "set.");
    throw Error(ErrorCode::FileMissing)
        .inFile(missing.front())
        .expecting("the pictures that the plan " + fs::path(plan.file).filename().string() + " calls "
                   + nameOf(missing.front()))
        .hinting("Say where they are: --pictures " + nameOf(missing.front()) + "=PATH.");
}

} // namespace ktnas
