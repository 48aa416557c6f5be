// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/files/Pickle.h"
#include "core/pictures/CifarFiles.h"

#include <filesystem>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

/// An official batch holds some 21,000 values: a file with more than this is something else.
constexpr std::size_t mostValues = 10'000'000;
constexpr const char* otherFile = "See whether the file is of CIFAR's python version.";

PickleTree parsed(const std::string& path, std::string_view bytes)
{
    try {
        return readPickle(bytes, {mostValues, ErrorCode::PicturesDamaged});
    } catch (Error& error) {
        if (error.code == ErrorCode::PicturesDamaged)
            error.hinting("The download is incomplete or damaged: fetch the file again (an official batch "
                          "of CIFAR has 31 MB).");
        throw error.inFile(path);
    }
}

std::optional<CifarKind> kindOf(const PickleValue& root)
{
    if (!root.find("data"))
        return std::nullopt;
    if (root.find("fine_labels"))
        return CifarKind::Hundred;
    return root.find("labels") ? std::optional(CifarKind::Ten) : std::nullopt;
}

/// The names beside the pictures; false where the file does not have them.
void nameClasses(LabelSet& labels, const PickleValue& root, std::string_view key)
{
    const auto names = root.find(key);
    if (!names || names->size() != labels.classes.size() || names->kind() == PickleKind::Dict)
        return;
    std::vector<std::string> found;
    for (std::size_t i = 0; i < names->size(); ++i)
        found.emplace_back(names->item(i).string().value_or(labels.classes[i]));
    labels.classes = std::move(found);
}

/// The pixels as one block of records × 3,072 bytes: a byte string, or an array of NumPy.
std::vector<std::uint8_t> pixelsOf(const std::string& path, const PickleValue& data)
{
    Error error(ErrorCode::PicturesDamaged);
    error.inFile(path).inColumn("data").hinting(otherFile);
    if (const auto array = data.array(); array && data.kind() == PickleKind::Array) {
        const bool flat = array->shape.size() == 2 && array->shape[1] == cifar::pixels;
        const bool square = array->shape.size() == 4 && array->shape[1] == 3 && array->shape[2] == cifar::side
            && array->shape[3] == cifar::side;
        if (array->type.text() != "|u1" || (!flat && !square))
            throw error.expecting("unsigned bytes, pictures × 3072")
                .butFound(fmt::format("{} of type {}", array->shapeText(), array->type.text()));
        return bytesOf(*array);
    }
    const auto bytes = data.string();
    if (!bytes || data.kind() != PickleKind::Bytes)
        throw error.expecting("a block of bytes or an array").butFound("another value");
    if (bytes->size() % cifar::pixels != 0)
        throw error.expecting("whole pictures of 3072 bytes")
            .butFound(fmt::format("{} pictures and {} bytes more", bytes->size() / cifar::pixels,
                                  bytes->size() % cifar::pixels));
    return {bytes->begin(), bytes->end()};
}

std::vector<std::int32_t> labelsOf(const std::string& path, const PickleValue& root, std::string_view key,
                                   std::size_t pictures, std::size_t classes)
{
    Error error(ErrorCode::PicturesDamaged);
    error.inFile(path).inColumn(std::string(key)).hinting(otherFile);
    const auto list = root.find(key);
    if (!list)
        throw error.expecting(fmt::format("{} labels", pictures)).butFound("none");
    std::vector<std::int64_t> numbers;
    if (const auto array = list->array(); array && array->type.kind != 'f' && !array->bytes.empty()) {
        numbers = integersOf(*array);
    } else if (list->kind() == PickleKind::List || list->kind() == PickleKind::Tuple) {
        for (std::size_t i = 0; i < list->size(); ++i)
            numbers.push_back(list->item(i).integer().value_or(-1));
    }
    if (numbers.size() != pictures)
        throw error.expecting(fmt::format("{} labels, one for each picture", pictures))
            .butFound(fmt::format("{}", numbers.size()));
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        if (numbers[i] < 0 || numbers[i] >= static_cast<std::int64_t>(classes))
            throw error.expecting(fmt::format("labels from 0 to {}", classes - 1))
                .butFound(list->kind() == PickleKind::Array || list->item(i).integer()
                              ? fmt::format("label {} of picture {}", numbers[i], i)
                              : fmt::format("no whole number for picture {}", i));
        labels.push_back(static_cast<std::int32_t>(numbers[i]));
    }
    return labels;
}

template <typename Value> void appendTo(std::vector<Value>& all, std::vector<Value>&& more)
{
    if (all.empty())
        all = std::move(more);
    else
        all.insert(all.end(), more.begin(), more.end());
}

void append(PictureSet& set, CifarKind kind, const CifarFile& file)
{
    const std::string bytes = readFile(file.path);
    const PickleTree tree = parsed(file.path, bytes);
    const PickleValue root = tree.root();
    const auto data = root.find("data");
    if (!data)
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(file.path)
            .expecting("a dictionary with the key data")
            .butFound("none")
            .hinting(otherFile);
    std::vector<std::uint8_t> pixels = pixelsOf(file.path, *data);
    const std::size_t count = pixels.size() / cifar::pixels;
    PicturePart& part = cifar::partFor(set, file.split);
    part.count += count;
    appendTo(part.pixels, std::move(pixels));
    part.labels.resize(set.labelSets.size());
    if (kind == CifarKind::Ten) {
        appendTo(part.labels[0], labelsOf(file.path, root, "labels", count, 10));
    } else {
        appendTo(part.labels[0], labelsOf(file.path, root, "fine_labels", count, 100));
        appendTo(part.labels[1], labelsOf(file.path, root, "coarse_labels", count, 20));
    }
}

} // namespace

std::optional<CifarKind> cifarPythonKind(const std::string& path)
{
    const std::string bytes = readFile(path);
    return kindOf(parsed(path, bytes).root());
}

PictureSet readCifarPython(CifarKind kind, const std::vector<CifarFile>& files, std::stop_token stop)
{
    PictureSet set;
    set.format = kind == CifarKind::Ten ? "cifar10-python" : "cifar100-python";
    set.labelSets = cifar::labelSets(kind);
    const fs::path folder = fs::path(files.at(0).path).parent_path();
    const fs::path meta = folder / (kind == CifarKind::Ten ? "batches.meta" : "meta");
    std::error_code ignored;
    if (fs::is_regular_file(meta, ignored)) {
        const std::string bytes = readFile(meta.string());
        const PickleTree tree = parsed(meta.string(), bytes);
        if (kind == CifarKind::Ten) {
            nameClasses(set.labelSets[0], tree.root(), "label_names");
        } else {
            nameClasses(set.labelSets[0], tree.root(), "fine_label_names");
            nameClasses(set.labelSets[1], tree.root(), "coarse_label_names");
        }
    }
    for (const CifarFile& file : files) {
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        append(set, kind, file);
    }
    cifar::complete(set, kind);
    return set;
}

} // namespace ktnas
