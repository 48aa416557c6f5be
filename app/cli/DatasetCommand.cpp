// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Common.h"
#include "app/cli/TextTable.h"
#include "core/base/Text.h"
#include "core/pictures/ReadPictures.h"

#include <algorithm>

#include <fmt/format.h>

namespace ktnas::cli {
namespace {

/// More classes than this are not listed one by one for people.
constexpr std::size_t mostListed = 40;

/// Pictures of each class in a part.
std::vector<std::size_t> classCounts(const PicturePart& part, std::size_t labelSet, std::size_t classes)
{
    std::vector<std::size_t> counts(classes, 0);
    for (const std::int32_t label : part.labels[labelSet])
        ++counts[static_cast<std::size_t>(label)];
    return counts;
}

/// A short stable name of the kind, for scripts.
const char* nameOf(PictureProblem::Kind kind)
{
    using Kind = PictureProblem::Kind;
    switch (kind) {
    case Kind::Unreadable:
        return "unreadable";
    case Kind::OtherSize:
        return "other-size";
    case Kind::DuplicateAcrossSplits:
        return "duplicate-across-splits";
    case Kind::Duplicate:
        return "duplicate";
    case Kind::OtherLabel:
        return "other-label";
    case Kind::EmptyClass:
        return "empty-class";
    case Kind::Subset:
        return "subset";
    case Kind::MissingSplit:
        return "missing-split";
    case Kind::Hidden:
        return "passed-over";
    }
    return "";
}

Json datasetJson(const PictureSet& set)
{
    Json splits = Json::object();
    for (const PicturePart& part : set.parts)
        splits[std::string(name(part.split))] = part.count;
    Json labels = Json::array();
    for (std::size_t s = 0; s < set.labelSets.size(); ++s) {
        const LabelSet& labelSet = set.labelSets[s];
        Json counts = Json::object();
        for (const PicturePart& part : set.parts)
            counts[std::string(name(part.split))] = classCounts(part, s, labelSet.classes.size());
        labels.push_back({{"name", labelSet.name}, {"classes", labelSet.classes}, {"counts", counts}});
    }
    Json problems = Json::array();
    for (const PictureProblem& problem : set.problems)
        problems.push_back({{"kind", nameOf(problem.kind)},
                            {"count", problem.count},
                            {"example", problem.example},
                            {"text", describe(problem)}});
    return {{"path", set.path},
            {"title", set.title},
            {"format", set.format},
            {"images", set.pictureCount()},
            {"classes", set.labelSets[0].classes.size()},
            {"shape", {set.channels, set.height, set.width}},
            {"splits", std::move(splits)},
            {"labels", std::move(labels)},
            {"problems", std::move(problems)},
            {"hash", set.contentHash}};
}

/// A row for each class, a column for each split; long lists show the fewest and the most.
std::string classesText(const PictureSet& set, std::size_t s)
{
    const std::vector<std::string>& classes = set.labelSets[s].classes;
    std::vector<std::vector<std::size_t>> counts;
    for (const PicturePart& part : set.parts)
        counts.push_back(classCounts(part, s, classes.size()));
    std::string text = fmt::format("\n  {} classes by “{}”\n", classes.size(), set.labelSets[s].name);
    const bool isLong = classes.size() > mostListed;
    TextTable table(isLong ? std::initializer_list<std::string_view>{"split", ">pictures",
                                                                     ">fewest in a class", ">most in a class"}
                           : std::initializer_list<std::string_view>{"class", ">train", ">valid", ">test"});
    if (isLong) {
        for (std::size_t p = 0; p < set.parts.size(); ++p) {
            const auto [fewest, most] = std::minmax_element(counts[p].begin(), counts[p].end());
            table.add({std::string(name(set.parts[p].split)), std::to_string(set.parts[p].count),
                       std::to_string(*fewest), std::to_string(*most)});
        }
        return text + table.text(2);
    }
    const auto rowOf = [&](const std::string& title, auto countOf) {
        std::vector<std::string> row{title};
        for (const Split split : {Split::Train, Split::Valid, Split::Test}) {
            const PicturePart* const part = set.part(split);
            row.push_back(part ? std::to_string(countOf(*part)) : "–");
        }
        table.add(std::move(row));
    };
    for (std::size_t i = 0; i < classes.size(); ++i) {
        rowOf(excerpt(classes[i], 44), [&](const PicturePart& part) {
            return counts[static_cast<std::size_t>(&part - set.parts.data())][i];
        });
    }
    rowOf("all", [](const PicturePart& part) { return part.count; });
    return text + table.text(2);
}

std::string datasetText(const PictureSet& set)
{
    std::string text = fmt::format("{}: {}\n", set.path, set.title);
    text += fmt::format("  {} pictures of {} × {}, {}, read as {}\n", set.pictureCount(), set.height,
                        set.width, set.channels == 1 ? "grey" : "in colour", set.format);
    text += fmt::format("  SHA-256 {}\n", set.contentHash);
    for (std::size_t s = 0; s < set.labelSets.size(); ++s)
        text += classesText(set, s);
    if (set.problems.empty())
        return text + "\n  No problems were found.\n";
    text += "\n  What to know about it:\n";
    for (const PictureProblem& problem : set.problems) {
        std::string item = wrapped(describe(problem), 4);
        item.replace(2, 1, "–");
        text += item;
    }
    return text;
}

int run(const Arguments& arguments, Console& console)
{
    const auto set = readPictures(arguments.operands().front(), console.stop);
    if (arguments.has("--json"))
        print(console, datasetJson(*set));
    else
        console.out << datasetText(*set);
    return 0;
}

} // namespace

Command datasetCommand()
{
    Command command;
    command.name = "dataset";
    command.summary = "say what a set of pictures holds";
    command.description = {
        "Reads a set of pictures whole and says what it holds: format, sizes, classes and how many pictures "
        "each has in every split, and whatever may spoil what is learnt from it: pictures that occur twice "
        "or in two splits, that have the same pixels but different labels, that cannot be decoded or have "
        "another size, classes without pictures, missing splits.",
        "What a file is, is told by its content. Read are IDX files as MNIST's (plain or with gzip), the "
        "binary and the python version of CIFAR-10 and CIFAR-100, MedMNIST's npz files, and folders of PNG "
        "and JPEG pictures: one folder for each class, in it or in the folders train, val (or valid) and "
        "test. A folder stands for the whole set in it; a file alone for its own pictures."};
    command.operands = {{"PATH",
                         "A folder or file, or fashion-mnist for the set that Debian's package "
                         "dataset-fashion-mnist installs.",
                         ValueKind::File, false, false}};
    command.options = {jsonOption(), helpOption()};
    command.examples = {
        {"ktnas dataset fashion-mnist", "Sizes, classes and problems of Fashion-MNIST."},
        {"ktnas dataset my-pictures --json | jq .problems", "What is wrong with a folder, for a script."}};
    command.run = run;
    return command;
}

} // namespace ktnas::cli
