// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/ReadPictures.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/files/Npy.h"
#include "core/files/Pickle.h"
#include "core/files/Zip.h"
#include "core/pictures/CifarFiles.h"
#include "core/pictures/IdxFile.h"
#include "core/pictures/MedMnist.h"
#include "core/pictures/PictureFile.h"
#include "core/pictures/PictureFolder.h"
#include "core/pictures/Problems.h"
#include "core/tables/Recognise.h"

#include <algorithm>
#include <filesystem>
#include <new>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t headSize = 65536;
/// Folders inside folders in which a set is looked for: MNIST/raw/train-images-idx3-ubyte.
constexpr int mostLevels = 4;
/// Files of a folder that are looked into; a set in files of its own has a dozen.
constexpr std::size_t mostFiles = 1000;

constexpr const char* whatIsRead =
    "a set of pictures (IDX, CIFAR, MedMNIST's npz, or a folder of PNG or JPEG pictures for each class)";
constexpr const char* nameAnother = "“ktnas help dataset” says what a set must look like.";

/// What one file is, by its content.
enum class FileContent { Idx, Cifar, Pickle, Zip, Picture, Gzip, Other };

/// True if the sizes in an IDX file's head, which are big-endian, fit the file's length.
bool hasIdxLength(std::string_view head, std::uintmax_t size)
{
    const std::size_t rank = static_cast<unsigned char>(head[3]);
    if (rank > 4 || head.size() < 4 + 4 * rank)
        return false;
    std::uintmax_t promised = 1;
    for (std::size_t axis = 1; axis <= rank; ++axis) {
        std::uintmax_t extent = 0;
        for (const char byte : head.substr(4 * axis, 4))
            extent = extent << 8U | static_cast<unsigned char>(byte);
        if (extent != 0 && promised > size / extent)
            return false;
        promised *= extent;
    }
    return size == 4 + 4 * rank + promised;
}

FileContent contentOf(const std::string& path, std::string_view head)
{
    if (head.starts_with("\x1F\x8B"))
        return FileContent::Gzip;
    if (looksLikeZip(head))
        return FileContent::Zip;
    if (looksLikePickle(head))
        return FileContent::Pickle;
    if (pictureFileKind(head))
        return FileContent::Picture;
    const bool isIdx = looksLikeIdx(head);
    std::error_code ignored;
    if (isIdx && hasIdxLength(head, fs::file_size(path, ignored)))
        return FileContent::Idx;
    // A record with label 0 and a dark picture can begin as an IDX file does, and a dark IDX file can look
    // like records that are cut.
    const auto cifar = cifarBinaryKind(path);
    if (cifar && (!isIdx || isWholeCifar(*cifar, path)))
        return FileContent::Cifar;
    return isIdx ? FileContent::Idx : FileContent::Other;
}

/// Throws for a file that is no set of pictures, with what it is instead.
[[noreturn]] void refuseOther(const std::string& path, std::string_view head)
{
    Error error(ErrorCode::UnknownFormat);
    error.inFile(path).expecting(whatIsRead);
    if (looksLikeNpy(head))
        throw error.butFound("a single NumPy array")
            .hinting("Pictures need labels: save both in one archive (npz) under MedMNIST's names.");
    try {
        switch (recogniseContent(path, head)) {
        case FileKind::Csv:
            throw error.butFound("a text, perhaps a table").hinting(nameAnother);
        case FileKind::Json:
            throw error.butFound("JSON").hinting(nameAnother);
        case FileKind::Record:
        case FileKind::Workspace:
            throw error.butFound("a file of KTNAS Studio").hinting(nameAnother);
        case FileKind::Other:
            break;
        }
    } catch (Error& known) {
        if (known.code == ErrorCode::UnknownFormat)
            known.expecting(whatIsRead);
        throw;
    }
    std::error_code ignored;
    const std::uintmax_t size = fs::file_size(path, ignored);
    throw error
        .butFound(fmt::format("{} bytes without a known beginning, and no whole number of CIFAR's records "
                              "(3073 or 3074 bytes)",
                              size))
        .hinting(nameAnother);
}

PictureSet readPickled(const std::string& path, std::string_view head, const std::stop_token& stop)
{
    const auto kind = cifarPythonKind(path);
    if (!kind)
        throw Error(ErrorCode::UnknownFormat)
            .inFile(path)
            .expecting("a pickle of CIFAR's python version, with the keys data and labels or fine_labels")
            .butFound(head.starts_with("\x80\x02\x8A\x0A") ? "a PyTorch file from before version 1.6, which "
                                                             "holds no pictures"
                                                           : "another pickle")
            .hinting(nameAnother);
    return readCifarPython(*kind, {{path, Split::Train}}, stop);
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const std::size_t place = text.rfind(from);
    if (place != std::string::npos)
        text.replace(place, from.size(), to);
    return text;
}

/// The file that belongs to a file of pictures (or of labels), by its name; empty if there is none.
std::string idxPartner(const std::string& path, bool ofPictures)
{
    const fs::path file(path);
    const std::string name = file.filename().string();
    std::string other = ofPictures ? replaced(replaced(name, "images", "labels"), "idx3", "idx1")
                                   : replaced(replaced(name, "labels", "images"), "idx1", "idx3");
    if (other == name)
        return {};
    const std::string packed = other.ends_with(".gz") ? other.substr(0, other.size() - 3) : other + ".gz";
    for (const std::string& candidate : {other, packed}) {
        std::error_code ignored;
        if (fs::is_regular_file(file.parent_path() / candidate, ignored))
            return (file.parent_path() / candidate).string();
    }
    return {};
}

PictureSet readIdxAlone(const std::string& path)
{
    const bool ofLabels = readIdx(path).shape.size() == 1;
    const std::string partner = idxPartner(path, !ofLabels);
    if (!ofLabels)
        return readIdxPair(path, partner);
    if (partner.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(path)
            .expecting("pictures, in a file with “images-idx3” in its name beside the labels")
            .butFound("labels only")
            .hinting("Put the file with the pictures into the same folder.");
    return readIdxPair(partner, path);
}

PictureSet readAlone(const std::string& path, const std::stop_token& stop)
{
    const std::string head = readFile(path, headSize);
    switch (contentOf(path, head)) {
    case FileContent::Idx:
    case FileContent::Gzip:
        return readIdxAlone(path);
    case FileContent::Cifar:
        return readCifarBinary(*cifarBinaryKind(path), {{path, Split::Train}}, stop);
    case FileContent::Pickle:
        return readPickled(path, head, stop);
    case FileContent::Zip:
        return readMedMnist(path, stop);
    case FileContent::Picture:
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(path)
            .expecting(whatIsRead)
            .butFound("one picture")
            .hinting("Name the folder that has a folder of pictures for each class.");
    case FileContent::Other:
        break;
    }
    refuseOther(path, head);
}

/// The files and folders of a folder that matter, in the order of their names.
struct Listing {
    std::vector<std::string> files;
    std::vector<std::string> folders;
};

Listing listingOf(const std::string& folder)
{
    Listing listing;
    std::error_code problem;
    fs::directory_iterator it(folder, problem);
    for (; !problem && it != fs::directory_iterator(); it.increment(problem)) {
        const std::string name = it->path().filename().string();
        std::error_code ignored;
        if (name.starts_with('.') || name == "__MACOSX")
            continue;
        if (it->is_directory(ignored))
            listing.folders.push_back(it->path().string());
        else if (it->is_regular_file(ignored) && listing.files.size() < mostFiles)
            listing.files.push_back(it->path().string());
    }
    if (problem)
        throw Error(ErrorCode::FileUnreadable).inFile(folder).butFound(problem.message());
    std::sort(listing.files.begin(), listing.files.end());
    std::sort(listing.folders.begin(), listing.folders.end());
    return listing;
}

/// What the files of one folder are.
struct Contents {
    std::vector<CifarFile> binary;
    std::optional<CifarKind> binaryKind;
    std::vector<CifarFile> pickled;
    std::optional<CifarKind> pickledKind;
    std::vector<std::string> archives; ///< zip
    std::vector<std::string> pictures;
    std::vector<std::string> idx;
    std::optional<Error> damage; ///< of the first file that is not what it should be
};

void addCifar(std::vector<CifarFile>& files, std::optional<CifarKind>& known, CifarKind kind,
              const std::string& path)
{
    if (known && *known != kind)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(path)
            .expecting("files of one set")
            .butFound("files of CIFAR-10 and CIFAR-100 in one folder")
            .hinting("Put each set into a folder of its own.");
    known = kind;
    files.push_back({path, splitNamed(path)});
}

/// Whether a file that is not what it should be would be missed: those called like parts of a set.
bool isCalledPart(const std::string& path)
{
    const std::string name = fs::path(path).filename().string();
    return name.starts_with("data_batch") || name.starts_with("test_batch") || name.ends_with(".bin")
        || name.ends_with(".npz") || name.find("-ubyte") != std::string::npos || name == "train"
        || name == "test";
}

void addFile(Contents& contents, const std::string& path)
{
    std::error_code ignored;
    if (fs::file_size(path, ignored) == 0 && !isCalledPart(path))
        return;
    const std::string head = readFile(path, headSize);
    switch (contentOf(path, head)) {
    case FileContent::Cifar:
        addCifar(contents.binary, contents.binaryKind, *cifarBinaryKind(path), path);
        break;
    case FileContent::Pickle:
        if (const auto kind = cifarPythonKind(path))
            addCifar(contents.pickled, contents.pickledKind, *kind, path);
        break;
    case FileContent::Zip:
        contents.archives.push_back(path);
        break;
    case FileContent::Picture:
        contents.pictures.push_back(path);
        break;
    case FileContent::Idx:
        contents.idx.push_back(path);
        break;
    case FileContent::Gzip:
        if (fs::path(path).filename().string().find("idx") != std::string::npos)
            contents.idx.push_back(path);
        break;
    case FileContent::Other:
        if (isCalledPart(path))
            refuseOther(path, head);
        break;
    }
}

Contents contentsOf(const Listing& listing, const std::stop_token& stop)
{
    Contents contents;
    for (const std::string& path : listing.files) {
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        try {
            addFile(contents, path);
        } catch (const Error& error) {
            // A folder with something else that is damaged may still have a set: told only if it has none,
            // or if the damaged file is one of the set's.
            if (isCalledPart(path))
                throw;
            if (!contents.damage)
                contents.damage = error;
        }
    }
    return contents;
}

PictureSet readIdxByContent(const std::vector<std::string>& files)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const std::string& path : files) {
        const std::string labels = idxPartner(path, true);
        if (!labels.empty())
            pairs.emplace_back(path, labels);
    }
    if (pairs.size() == 1)
        return readIdxPair(pairs[0].first, pairs[0].second);
    throw Error(ErrorCode::PicturesUnusable)
        .inFile(files.at(0))
        .expecting("a file of pictures and one of labels with names like “train-images-idx3-ubyte” and "
                   "“train-labels-idx1-ubyte”")
        .butFound(fmt::format("{} such pairs among {} IDX files", pairs.size(), files.size()))
        .hinting("Rename the files so that pictures and labels of a split can be told.");
}

std::optional<PictureSet> readFolder(const std::string& folder, int levels, const std::stop_token& stop,
                                     std::optional<Error>& damage);

/// True if pictures lie in the folder itself.
bool hasPictures(const std::string& folder)
{
    const Listing listing = listingOf(folder);
    return std::any_of(listing.files.begin(), listing.files.end(), [](const std::string& path) {
        return pictureFileKind(readFile(path, 16)).has_value();
    });
}

/// The set in one of several folders; nothing if none has one.
std::optional<PictureSet> readOneOf(const std::vector<std::string>& folders, const std::string& parent,
                                    const std::stop_token& stop, std::optional<Error>& damage)
{
    std::optional<PictureSet> found;
    for (const std::string& folder : folders) {
        auto set = readFolder(folder, 1, stop, damage);
        if (set && found)
            throw Error(ErrorCode::PicturesUnusable)
                .inFile(parent)
                .expecting("one set of pictures")
                .butFound("several, each in a folder")
                .hinting("Name the folder of the one that you mean.");
        if (set)
            found = std::move(set);
    }
    return found;
}

/// The set in a folder; nothing if there is none. `damage` gets why a file could not be one, if that is so.
std::optional<PictureSet> readFolder(const std::string& folder, int levels, const std::stop_token& stop,
                                     std::optional<Error>& damage)
{
    if (hasIdxPictures(folder))
        return readIdxFolder(folder);
    const Listing listing = listingOf(folder);
    const Contents contents = contentsOf(listing, stop);
    if (contents.binaryKind)
        return readCifarBinary(*contents.binaryKind, contents.binary, stop);
    if (contents.pickledKind)
        return readCifarPython(*contents.pickledKind, contents.pickled, stop);
    if (contents.archives.size() == 1 && listing.folders.empty())
        return readMedMnist(contents.archives[0], stop);
    if (!contents.idx.empty())
        return readIdxByContent(contents.idx);
    if (contents.damage && !damage)
        damage = contents.damage;
    // One folder in the folder, as archives unpack: the set is inside, unless it is the only class.
    if (listing.folders.size() == 1 && contents.pictures.empty() && levels > 0
        && !hasPictures(listing.folders[0])) {
        if (auto set = readFolder(listing.folders[0], levels - 1, stop, damage))
            return set;
    }
    if (hasPictureFolders(folder))
        return readPictureFolder(folder, stop);
    if (!contents.pictures.empty())
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(folder)
            .expecting("a folder of pictures for each class")
            .butFound("pictures without any, so without labels")
            .hinting("Sort the pictures into folders named as their classes.");
    std::optional<PictureSet> found;
    if (levels == mostLevels && listing.folders.size() > 1 && listing.folders.size() < 100)
        found = readOneOf(listing.folders, folder, stop, damage);
    if (!found && contents.archives.size() > 1)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(folder)
            .expecting("one set of pictures")
            .butFound(fmt::format("{} archives, “{}” among them", contents.archives.size(),
                                  fs::path(contents.archives[0]).filename().string()))
            .hinting("Name the file of the one that you mean.");
    if (!found && contents.archives.size() == 1)
        found = readMedMnist(contents.archives[0], stop);
    return found;
}

PictureSet readWholeFolder(const std::string& folder, const std::stop_token& stop)
{
    std::optional<Error> damage;
    if (auto set = readFolder(folder, mostLevels, stop, damage))
        return std::move(*set);
    if (damage)
        throw Error(*damage);
    const Listing listing = listingOf(folder);
    const auto packed = std::find_if(listing.files.begin(), listing.files.end(), [](const std::string& path) {
        return path.ends_with(".gz") || path.ends_with(".tgz") || path.ends_with(".tar")
            || path.ends_with(".xz") || path.ends_with(".bz2");
    });
    Error error(ErrorCode::UnknownFormat);
    error.inFile(folder).expecting(whatIsRead);
    if (packed != listing.files.end())
        throw error.butFound(fmt::format("a packed file, “{}”", fs::path(*packed).filename().string()))
            .hinting("Unpack it first.");
    throw error.butFound(listing.files.empty() && listing.folders.empty() ? "an empty folder" : "none")
        .hinting(nameAnother);
}

PictureSet readAny(const std::string& path, const std::stop_token& stop)
{
    if (path == "fashion-mnist") {
        PictureSet set = readIdxFolder(fashionMnistFolder());
        set.title = "Fashion-MNIST";
        return set;
    }
    std::error_code problem;
    if (fs::is_directory(path, problem))
        return readWholeFolder(path, stop);
    return readAlone(path, stop);
}

std::string nameOf(const std::string& path)
{
    std::error_code ignored;
    const fs::path whole = fs::absolute(path, ignored).lexically_normal();
    const fs::path named = whole.has_filename() ? whole : whole.parent_path();
    return fs::is_directory(path, ignored) ? named.filename().string() : named.stem().string();
}

} // namespace

std::shared_ptr<const PictureSet> readPictures(const std::string& path, std::stop_token stop)
{
    try {
        auto set = std::make_shared<PictureSet>(readAny(path, stop));
        set->path = path;
        if (set->title.empty())
            set->title = nameOf(path);
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        checkUsable(*set);
        findProblems(*set);
        set->contentHash = contentHashOf(*set);
        return set;
    } catch (const std::bad_alloc&) {
        throw Error(ErrorCode::OutOfMemory)
            .inFile(path)
            .hinting("Close other programs, or take a smaller set of pictures.");
    }
}

} // namespace ktnas
