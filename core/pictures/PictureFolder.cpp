// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PictureFolder.h"

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Text.h"
#include "core/pictures/PictureFile.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

namespace fs = std::filesystem;
using Kind = PictureProblem::Kind;

/// Room for the head of nearly all files: a thumbnail and a colour profile before the size.
constexpr std::size_t headSize = 262'144;
constexpr std::size_t mostBytes = std::size_t{8} << 30U;

/// A picture file of the set.
struct File {
    std::string path;
    Split split = Split::Train;
    std::int32_t label = 0;
    PictureExtent extent; ///< 0 × 0 where the file cannot be used
    std::string problem;
};

bool isHidden(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.starts_with('.') || name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini";
}

/// Whether people would call it a picture; only for the words of the message.
bool isCalledPicture(const fs::path& path)
{
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    static const std::set<std::string> endings{".png", ".jpg", ".jpeg", ".jpe", ".gif",
                                               ".bmp", ".ppm", ".webp", ".tif", ".tiff"};
    return endings.contains(ending);
}

std::optional<Split> splitOf(const std::string& name)
{
    static const std::map<std::string, Split> names{{"train", Split::Train},      {"training", Split::Train},
                                                    {"val", Split::Valid},        {"valid", Split::Valid},
                                                    {"validation", Split::Valid}, {"test", Split::Test},
                                                    {"testing", Split::Test}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

/// What a folder has, in the order of the names' bytes.
std::vector<fs::directory_entry> entriesOf(const fs::path& folder)
{
    std::error_code problem;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator it(folder, problem);
    for (; !problem && it != fs::directory_iterator(); it.increment(problem))
        entries.push_back(*it);
    if (problem)
        throw Error(ErrorCode::FileUnreadable).inFile(folder.string()).butFound(problem.message());
    std::sort(entries.begin(), entries.end(),
              [](const auto& a, const auto& b) { return a.path().native() < b.path().native(); });
    return entries;
}

bool isFolder(const fs::directory_entry& entry)
{
    std::error_code ignored;
    return entry.is_directory(ignored);
}

std::vector<fs::path> visibleFolders(const fs::path& folder)
{
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : entriesOf(folder)) {
        if (isFolder(entry) && !isHidden(entry.path()))
            folders.push_back(entry.path());
    }
    return folders;
}

/// All files below a folder in the order of their paths; links to folders are not followed, which could lead
/// in circles.
std::vector<fs::path> filesBelow(const fs::path& folder)
{
    std::vector<fs::path> files;
    std::vector<fs::path> open{folder};
    while (!open.empty()) {
        const fs::path next = open.back();
        open.pop_back();
        for (const fs::directory_entry& entry : entriesOf(next)) {
            if (!isFolder(entry))
                files.push_back(entry.path());
            else if (!entry.is_symlink())
                open.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end(),
              [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
    return files;
}

std::optional<PictureFileKind> kindOf(const fs::path& path)
{
    try {
        return pictureFileKind(readFile(path.string(), 16));
    } catch (const Error&) {
        return std::nullopt;
    }
}

/// Looks into at most so many files and three levels of folders: a set has its pictures near.
bool hasPicture(const fs::path& folder, int& budget, int levels = 3)
{
    std::vector<fs::path> folders;
    for (const fs::directory_entry& entry : entriesOf(folder)) {
        if (isHidden(entry.path()))
            continue;
        if (--budget < 0)
            return false;
        std::error_code ignored;
        if (isFolder(entry)) {
            if (!entry.is_symlink())
                folders.push_back(entry.path());
        } else if (entry.is_regular_file(ignored) && kindOf(entry.path())) {
            return true;
        }
    }
    return levels > 1 && std::any_of(folders.begin(), folders.end(), [&](const fs::path& inner) {
               return hasPicture(inner, budget, levels - 1);
           });
}

bool hasPicture(const fs::path& folder)
{
    int budget = 2000;
    return hasPicture(folder, budget);
}

class Reader {
public:
    Reader(std::string folder, std::stop_token stop)
        : m_root(std::move(folder))
        , m_stop(std::move(stop))
    {
    }

    PictureSet read()
    {
        m_set.format = "image-folder";
        collect();
        lookAtHeads();
        chooseExtent();
        for (const Split split : {Split::Train, Split::Valid, Split::Test})
            decode(split);
        report();
        dropColours();
        return std::move(m_set);
    }

private:
    std::string shown(const fs::path& path) const { return path.lexically_relative(m_root).string(); }
    void passOver(const fs::path& path)
    {
        if (m_hidden.count++ == 0)
            m_hidden.example = shown(path);
    }

    void collect()
    {
        const std::vector<fs::path> folders = visibleFolders(m_root);
        const bool splits = std::any_of(folders.begin(), folders.end(), [](const fs::path& folder) {
            return splitOf(folder.filename().string()) == Split::Train;
        });
        std::vector<std::pair<fs::path, Split>> classFolders;
        for (const fs::directory_entry& entry : entriesOf(m_root)) {
            if (!isFolder(entry) || isHidden(entry.path())) {
                passOver(entry.path());
                continue;
            }
            const auto split = splitOf(entry.path().filename().string());
            if (!splits) {
                classFolders.emplace_back(entry.path(), Split::Train);
            } else if (!split) {
                passOver(entry.path());
            } else {
                collectSplit(entry.path(), *split, classFolders);
            }
        }
        std::set<std::string> names;
        for (const auto& [path, split] : classFolders)
            names.insert(path.filename().string());
        LabelSet labels;
        labels.name = "label";
        labels.classes.assign(names.begin(), names.end());
        for (const auto& [path, split] : classFolders) {
            const auto place = names.find(path.filename().string());
            collectClass(path, split, static_cast<std::int32_t>(std::distance(names.begin(), place)));
        }
        m_set.labelSets.push_back(std::move(labels));
    }

    void collectSplit(const fs::path& folder, Split split,
                      std::vector<std::pair<fs::path, Split>>& classFolders)
    {
        const std::size_t before = classFolders.size();
        for (const fs::directory_entry& entry : entriesOf(folder)) {
            if (!isFolder(entry) || isHidden(entry.path()))
                passOver(entry.path());
            else
                classFolders.emplace_back(entry.path(), split);
        }
        if (classFolders.size() == before && hasPicture(folder))
            throw Error(ErrorCode::PicturesUnusable)
                .inFile(folder.string())
                .expecting("a folder for each class")
                .butFound("pictures without any")
                .hinting("Sort the pictures into folders named as their classes.");
    }

    void collectClass(const fs::path& folder, Split split, std::int32_t label)
    {
        for (const fs::path& path : filesBelow(folder)) {
            if (m_stop.stop_requested())
                throw Error(ErrorCode::Cancelled);
            const bool isPicture = !isHidden(path) && (kindOf(path) || isCalledPicture(path));
            if (isPicture)
                m_files.push_back({path.string(), split, label, {}, {}});
            else
                passOver(path);
        }
    }

    /// The file's bytes; none where it cannot be read, which is then its problem.
    static std::string bytesOf(File& file, std::size_t limit = std::string::npos)
    {
        try {
            return readFile(file.path, limit);
        } catch (const Error& error) {
            file.problem = error.found;
            return {};
        }
    }

    void lookAtHeads()
    {
        parallelFor(
            m_files.size(),
            [this](std::size_t i) {
                File& file = m_files[i];
                const std::string head = bytesOf(file, headSize);
                auto extent = pictureExtent(head, file.problem);
                if (!extent && head.size() == headSize)
                    extent = pictureExtent(bytesOf(file), file.problem);
                if (extent)
                    file.problem.clear();
                file.extent = extent.value_or(PictureExtent{});
            },
            0, m_stop);
        if (m_stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
    }

    void chooseExtent()
    {
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> counts;
        for (const File& file : m_files)
            ++counts[{file.extent.height, file.extent.width}];
        counts.erase({0, 0});
        std::size_t most = 0;
        for (const auto& [size, count] : counts) {
            const PictureExtent extent{size.first, size.second};
            if (count > most || (count == most && extent.pixels() > m_extent.pixels())) {
                most = count;
                m_extent = extent;
            }
        }
        if (most == 0)
            throw nothingReadable();
        if (m_files.size() > mostBytes / (3 * m_extent.pixels()))
            throw Error(ErrorCode::PicturesUnusable)
                .inFile(m_root.string())
                .expecting("pictures that need at most 8 GiB of memory")
                .butFound(
                    fmt::format("{} pictures of {} × {}", m_files.size(), m_extent.height, m_extent.width))
                .hinting("Make the pictures smaller first: networks look at them at 14 to 64 pixels.");
        m_set.height = m_extent.height;
        m_set.width = m_extent.width;
        m_set.channels = 3;
    }

    Error nothingReadable() const
    {
        Error error(ErrorCode::PicturesDamaged);
        error.inFile(m_root.string())
            .expecting("pictures that can be decoded")
            .butFound(m_files.empty() ? std::string("none")
                                      : fmt::format("{} that cannot; {}: {}", m_files.size(),
                                                    shown(m_files[0].path), m_files[0].problem))
            .hinting("See whether the files are PNG or JPEG pictures and whole.");
        return error;
    }

    void decode(Split split)
    {
        std::vector<File*> files;
        for (File& file : m_files) {
            if (file.split == split && file.extent.pixels() > 0)
                files.push_back(&file);
        }
        if (files.empty())
            return;
        const std::size_t size = m_set.pictureSize();
        PicturePart part;
        part.split = split;
        part.pixels.resize(files.size() * size);
        part.labels.resize(1);
        parallelFor(
            files.size(),
            [&](std::size_t i) {
                auto picture = decodePicture(bytesOf(*files[i]), files[i]->problem);
                if (!picture)
                    return;
                if (picture->extent != m_extent)
                    *picture = resized(*picture, m_extent);
                std::copy(picture->planes.begin(), picture->planes.end(),
                          part.pixels.begin() + static_cast<std::ptrdiff_t>(i * size));
            },
            0, m_stop);
        if (m_stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        for (std::size_t i = 0; i < files.size(); ++i) {
            if (!files[i]->problem.empty())
                continue;
            const auto from = part.pixels.begin() + static_cast<std::ptrdiff_t>(i * size);
            if (part.count < i)
                std::copy(from, from + static_cast<std::ptrdiff_t>(size),
                          part.pixels.begin() + static_cast<std::ptrdiff_t>(part.count * size));
            part.labels[0].push_back(files[i]->label);
            ++part.count;
        }
        part.pixels.resize(part.count * size);
        if (part.count > 0)
            m_set.parts.push_back(std::move(part));
    }

    void report()
    {
        if (m_set.parts.empty())
            throw nothingReadable();
        PictureProblem unreadable{Kind::Unreadable, 0, {}};
        PictureProblem otherSize{Kind::OtherSize, 0, {}};
        for (const File& file : m_files) {
            if (!file.problem.empty()) {
                if (unreadable.count++ == 0)
                    unreadable.example = fmt::format("{}: {}", shown(file.path), file.problem);
            } else if (file.extent != m_extent && otherSize.count++ == 0) {
                otherSize.example =
                    fmt::format("{}: {} × {}", shown(file.path), file.extent.height, file.extent.width);
            }
        }
        for (PictureProblem* const problem : {&unreadable, &otherSize, &m_hidden}) {
            if (problem->count > 0)
                m_set.problems.push_back(std::move(*problem));
        }
    }

    /// Three equal planes become one if all pictures have them.
    void dropColours()
    {
        const std::size_t pixels = m_extent.pixels();
        for (const PicturePart& part : m_set.parts) {
            for (std::size_t i = 0; i < part.count; ++i) {
                if (!isGrey(part.pixels.data() + i * 3 * pixels, pixels))
                    return;
            }
        }
        for (PicturePart& part : m_set.parts) {
            for (std::size_t i = 1; i < part.count; ++i) {
                const auto from = part.pixels.begin() + static_cast<std::ptrdiff_t>(3 * i * pixels);
                std::copy(from, from + static_cast<std::ptrdiff_t>(pixels),
                          part.pixels.begin() + static_cast<std::ptrdiff_t>(i * pixels));
            }
            part.pixels.resize(part.count * pixels);
            part.pixels.shrink_to_fit();
        }
        m_set.channels = 1;
    }

    fs::path m_root;
    std::stop_token m_stop;
    PictureSet m_set;
    std::vector<File> m_files;
    PictureExtent m_extent;
    PictureProblem m_hidden{Kind::Hidden, 0, {}};
};

} // namespace

bool hasPictureFolders(const std::string& folder)
{
    const auto isTraining = [](const fs::path& inner) {
        return splitOf(inner.filename().string()) == Split::Train;
    };
    const std::vector<fs::path> folders = visibleFolders(folder);
    return std::any_of(folders.begin(), folders.end(), [&](const fs::path& inner) {
        const std::vector<fs::path> deeper = visibleFolders(inner);
        // With a folder of training pictures in it, it is a set of its own and no class.
        return std::none_of(deeper.begin(), deeper.end(), isTraining) && hasPicture(inner);
    });
}

PictureSet readPictureFolder(const std::string& folder, std::stop_token stop)
{
    return Reader(folder, std::move(stop)).read();
}

} // namespace ktnas
