// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/IdxFile.h"

#include "core/base/Error.h"
#include "core/base/Sha256.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

constexpr const char* debianFolder = "/usr/share/datasets/fashion-mnist";

std::string sizesText(const std::vector<std::uint32_t>& shape)
{
    return fmt::format("{}", fmt::join(shape, " × "));
}

/// What a file name like "train-images-idx3-ubyte.gz" says.
struct NamedFile {
    std::string stem; ///< what stands before the split's word
    Split split = Split::Train;
    bool labels = false;
    bool packed = false;
};

std::optional<NamedFile> understood(std::string name)
{
    NamedFile file;
    if (name.ends_with(".gz")) {
        file.packed = true;
        name.resize(name.size() - 3);
    }
    static constexpr std::array<std::pair<std::string_view, bool>, 4> endings{{
        {"-images-idx3-ubyte", false},
        {"-images.idx3-ubyte", false},
        {"-labels-idx1-ubyte", true},
        {"-labels.idx1-ubyte", true},
    }};
    static constexpr std::array<std::pair<std::string_view, Split>, 5> words{{
        {"train", Split::Train},
        {"t10k", Split::Test},
        {"test", Split::Test},
        {"valid", Split::Valid},
        {"val", Split::Valid},
    }};
    for (const auto& [ending, labels] : endings) {
        if (!name.ends_with(ending))
            continue;
        name.resize(name.size() - ending.size());
        file.labels = labels;
        for (const auto& [word, split] : words) {
            if (!name.ends_with(word))
                continue;
            file.split = split;
            file.stem = name.substr(0, name.size() - word.size());
            if (file.stem.empty() || file.stem.ends_with('-') || file.stem.ends_with('_'))
                return file;
        }
    }
    return std::nullopt;
}

/// Paths of a split's files; empty where there is none. A plain file goes before a packed one.
struct SplitPaths {
    std::string images;
    std::string labels;
};

struct FolderFiles {
    std::map<Split, SplitPaths> splits;
    std::set<std::string> stems; ///< of the files with pictures
};

FolderFiles filesOf(const std::string& folder)
{
    std::error_code problem;
    fs::directory_iterator entries(folder, problem);
    if (problem) {
        const bool missing =
            problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory;
        Error error(missing ? ErrorCode::FileMissing : ErrorCode::FileUnreadable);
        error.inFile(folder).expecting("a folder");
        if (!missing)
            error.butFound(problem.message());
        throw error;
    }
    FolderFiles files;
    std::vector<std::pair<std::string, NamedFile>> found;
    for (const fs::directory_entry& entry : entries) {
        const auto file = understood(entry.path().filename().string());
        if (!file || entry.is_directory(problem))
            continue;
        found.emplace_back(entry.path().string(), *file);
        if (!file->labels)
            files.stems.insert(file->stem);
    }
    // Plain after packed, so that a plain one takes its place; names in order, so that the answer is one.
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::pair(!a.second.packed, a.first) < std::pair(!b.second.packed, b.first);
    });
    for (const auto& [path, file] : found) {
        if (!files.stems.contains(file.stem))
            continue;
        SplitPaths& paths = files.splits[file.split];
        (file.labels ? paths.labels : paths.images) = path;
    }
    return files;
}

const std::vector<std::string>& fashionClasses()
{
    static const std::vector<std::string> names{
        "T-shirt or top", "Trouser", "Pullover", "Dress", "Coat",
        "Sandal",         "Shirt",   "Sneaker",  "Bag",   "Ankle boot"};
    return names;
}

/// The two sets that are known by the SHA-256 of their 60,000 training labels.
std::string_view knownTitle(const std::vector<std::uint8_t>& trainLabels)
{
    Sha256 digest;
    digest.update(std::as_bytes(std::span(trainLabels)));
    const std::string hex = digest.hexDigest();
    if (hex == "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13")
        return "MNIST";
    if (hex == "657fbd221bfc9f4198cc14b5619cc33ec57c58dd0e47af4d99d6650759e869a7")
        return "Fashion-MNIST";
    return {};
}

/// Reads one split and checks it against what has been read so far.
PicturePart readPart(Split split, const SplitPaths& paths, PictureSet& set)
{
    if (paths.labels.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(paths.images)
            .expecting("a file of labels beside it, with “labels-idx1” in its name")
            .butFound("none")
            .hinting("Put the file with the labels into the same folder.");
    IdxFile images = readIdx(paths.images);
    IdxFile labels = readIdx(paths.labels);
    if (images.shape.size() != 3)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(paths.images)
            .expecting("three sizes: pictures × rows × columns")
            .butFound(fmt::format("{} ({})", images.shape.size(), sizesText(images.shape)))
            .hinting("See whether the file has labels in place of pictures.");
    if (labels.shape.size() != 1)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(paths.labels)
            .expecting("one size: labels")
            .butFound(fmt::format("{} ({})", labels.shape.size(), sizesText(labels.shape)))
            .hinting("See whether the file has pictures in place of labels.");
    if (images.shape[0] != labels.shape[0])
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(paths.labels)
            .expecting(fmt::format("{} labels, one for each picture", images.shape[0]))
            .butFound(fmt::format("{}", labels.shape[0]))
            .hinting("Pictures and labels are of different sets, or one file is incomplete.");
    if (images.bytes.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(paths.images)
            .expecting("at least one picture")
            .butFound(sizesText(images.shape))
            .hinting("The file is empty but for its header: fetch it again.");
    if (set.height == 0) {
        set.height = images.shape[1];
        set.width = images.shape[2];
    } else if (set.height != images.shape[1] || set.width != images.shape[2]) {
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(paths.images)
            .expecting(fmt::format("pictures of {} × {}, as in the other file", set.height, set.width))
            .butFound(fmt::format("{} × {}", images.shape[1], images.shape[2]))
            .hinting("The files are of different sets.");
    }
    PicturePart part;
    part.split = split;
    part.count = images.shape[0];
    part.pixels = std::move(images.bytes);
    part.labels.emplace_back(labels.bytes.begin(), labels.bytes.end());
    if (split == Split::Train)
        set.title = knownTitle(labels.bytes);
    return part;
}

/// Numbers the labels 0 … classes − 1 in the order of the numbers in the files.
void numberClasses(PictureSet& set)
{
    std::set<std::int32_t> numbers;
    for (const PicturePart& part : set.parts)
        numbers.insert(part.labels[0].begin(), part.labels[0].end());
    LabelSet labels;
    labels.name = "label";
    std::array<std::int32_t, 256> renumbered{};
    for (const std::int32_t number : numbers) {
        renumbered[static_cast<std::size_t>(number)] = static_cast<std::int32_t>(labels.classes.size());
        labels.classes.push_back(std::to_string(number));
    }
    for (PicturePart& part : set.parts)
        for (std::int32_t& label : part.labels[0])
            label = renumbered[static_cast<std::size_t>(label)];
    if (set.title == "Fashion-MNIST" && labels.classes.size() == fashionClasses().size())
        labels.classes = fashionClasses();
    set.labelSets.push_back(std::move(labels));
}

} // namespace

bool hasIdxPictures(const std::string& folder)
{
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return false;
    return !filesOf(folder).stems.empty();
}

PictureSet readIdxFolder(const std::string& folder)
{
    const FolderFiles files = filesOf(folder);
    if (files.stems.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(folder)
            .expecting("a file with a name like “train-images-idx3-ubyte.gz”")
            .butFound("none")
            .hinting("Name the folder that has the pictures and labels.");
    if (files.stems.size() > 1)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(folder)
            .expecting("the files of one set")
            .butFound(fmt::format("{} sets, “{}…” and “{}…” among them", files.stems.size(),
                                  *files.stems.begin(), *std::next(files.stems.begin())))
            .hinting("Put each set into a folder of its own.");
    PictureSet set;
    set.path = folder;
    set.format = "idx";
    for (const auto& [split, paths] : files.splits) {
        if (!paths.images.empty())
            set.parts.push_back(readPart(split, paths, set));
    }
    numberClasses(set);
    if (set.title.empty()) {
        const fs::path clean = fs::path(folder).lexically_normal();
        set.title = (clean.has_filename() ? clean : clean.parent_path()).filename().string();
    }
    return set;
}

PictureSet readIdxPair(const std::string& images, const std::string& labels)
{
    PictureSet set;
    set.path = images;
    set.format = "idx";
    set.parts.push_back(readPart(Split::Train, {images, labels}, set));
    numberClasses(set);
    return set;
}

std::string fashionMnistFolder()
{
    if (!hasIdxPictures(debianFolder))
        throw Error(ErrorCode::PackageMissing)
            .inFile(debianFolder)
            .expecting("the package dataset-fashion-mnist")
            .hinting(
                "Install it with `sudo apt install dataset-fashion-mnist`, or name a folder that has the "
                "four files.");
    return debianFolder;
}

} // namespace ktnas
