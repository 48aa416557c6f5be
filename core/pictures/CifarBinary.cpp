// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/pictures/CifarFiles.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t labelBytes(CifarKind kind)
{
    return kind == CifarKind::Ten ? 1 : 2;
}

constexpr std::size_t recordSize(CifarKind kind)
{
    return labelBytes(kind) + cifar::pixels;
}

/// How many labels there are, in the file's order: coarse before fine.
constexpr std::array<unsigned, 2> labelCounts(CifarKind kind)
{
    return kind == CifarKind::Ten ? std::array<unsigned, 2>{10, 0} : std::array<unsigned, 2>{20, 100};
}

/// The share of the first records whose labels are in range.
double labelsInRange(std::ifstream& file, CifarKind kind, std::uint64_t records)
{
    const std::uint64_t looked = std::min<std::uint64_t>(records, 64);
    std::uint64_t good = 0;
    for (std::uint64_t i = 0; i < looked; ++i) {
        std::array<char, 2> labels{};
        file.seekg(static_cast<std::streamoff>(i * recordSize(kind)));
        file.read(labels.data(), static_cast<std::streamsize>(labelBytes(kind)));
        if (!file)
            return 0;
        bool inRange = true;
        for (std::size_t l = 0; l < labelBytes(kind); ++l)
            inRange = inRange && static_cast<unsigned char>(labels[l]) < labelCounts(kind)[l];
        good += inRange ? 1 : 0;
    }
    return looked == 0 ? 0 : static_cast<double>(good) / static_cast<double>(looked);
}

std::vector<std::string> linesOf(const std::string& path)
{
    std::vector<std::string> lines;
    const std::string text = readFile(path, 65536);
    for (const std::string_view line : split(text, '\n')) {
        if (!trimmed(line).empty())
            lines.emplace_back(trimmed(line));
    }
    return lines;
}

/// Takes the names from a text file beside the pictures, if there is one with as many lines.
void nameClasses(LabelSet& labels, const std::string& folder, const char* fileName)
{
    const std::string path = (fs::path(folder) / fileName).string();
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return;
    std::vector<std::string> names = linesOf(path);
    if (names.size() == labels.classes.size())
        labels.classes = std::move(names);
}

void append(PicturePart& part, CifarKind kind, const std::string& path, std::string_view bytes)
{
    const std::size_t size = recordSize(kind);
    if (bytes.size() % size != 0)
        throw Error(ErrorCode::PicturesDamaged)
            .inFile(path)
            .atByte(bytes.size() - bytes.size() % size)
            .expecting(fmt::format("whole records of {} bytes", size))
            .butFound(
                fmt::format("{} whole records and {} bytes more", bytes.size() / size, bytes.size() % size))
            .hinting("The file is cut, or of another format: fetch it again.");
    const std::size_t records = bytes.size() / size;
    part.pixels.reserve(part.pixels.size() + records * cifar::pixels);
    part.labels.resize(labelBytes(kind));
    for (std::size_t record = 0; record < records; ++record) {
        for (std::size_t l = 0; l < labelBytes(kind); ++l) {
            const std::size_t at = record * size + l;
            const unsigned label = static_cast<unsigned char>(bytes[at]);
            if (label >= labelCounts(kind)[l])
                throw Error(ErrorCode::PicturesDamaged)
                    .inFile(path)
                    .atByte(at)
                    .expecting(fmt::format("a label from 0 to {}", labelCounts(kind)[l] - 1))
                    .butFound(fmt::format("label {} in record {}", label, record))
                    .hinting("The file was damaged on its way, or is of another format.");
            // The file has coarse before fine, the set fine before coarse.
            part.labels[labelBytes(kind) - 1 - l].push_back(static_cast<std::int32_t>(label));
        }
        const auto* const pixels =
            reinterpret_cast<const std::uint8_t*>(bytes.data()) + record * size + labelBytes(kind);
        part.pixels.insert(part.pixels.end(), pixels, pixels + cifar::pixels);
    }
    part.count += records;
}

} // namespace

Split splitNamed(const std::string& path)
{
    const std::string name = fs::path(path).filename().string();
    if (name.find("test") != std::string::npos)
        return Split::Test;
    return name.find("val") != std::string::npos ? Split::Valid : Split::Train;
}

std::vector<LabelSet> cifar::labelSets(CifarKind kind)
{
    const auto numbered = [](const char* name, int count) {
        LabelSet labels;
        labels.name = name;
        for (int i = 0; i < count; ++i)
            labels.classes.push_back(std::to_string(i));
        return labels;
    };
    if (kind == CifarKind::Ten)
        return {numbered("label", 10)};
    return {numbered("fine", 100), numbered("coarse", 20)};
}

PicturePart& cifar::partFor(PictureSet& set, Split split)
{
    const auto found = std::find_if(set.parts.begin(), set.parts.end(),
                                    [split](const PicturePart& part) { return part.split == split; });
    if (found != set.parts.end())
        return *found;
    set.parts.emplace_back();
    set.parts.back().split = split;
    return set.parts.back();
}

void cifar::complete(PictureSet& set, CifarKind kind)
{
    set.title = kind == CifarKind::Ten ? "CIFAR-10" : "CIFAR-100";
    set.channels = 3;
    set.height = side;
    set.width = side;
    std::sort(set.parts.begin(), set.parts.end(),
              [](const PicturePart& a, const PicturePart& b) { return a.split < b.split; });
}

std::optional<CifarKind> cifarBinaryKind(const std::string& path)
{
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    std::ifstream file(path, std::ios::binary);
    if (problem || !file)
        return std::nullopt;
    for (const CifarKind kind : {CifarKind::Ten, CifarKind::Hundred}) {
        const std::uint64_t records = size / recordSize(kind);
        const bool whole = size % recordSize(kind) == 0;
        // Random bytes have one label of 25 in range.
        if (records > 0 && whole && labelsInRange(file, kind, records) > 0.5)
            return kind;
    }
    for (const CifarKind kind : {CifarKind::Ten, CifarKind::Hundred}) {
        const std::uint64_t records = size / recordSize(kind);
        if (records >= 4 && labelsInRange(file, kind, records) == 1)
            return kind;
    }
    return std::nullopt;
}

bool isWholeCifar(CifarKind kind, const std::string& path)
{
    std::error_code problem;
    const std::uintmax_t size = fs::file_size(path, problem);
    return !problem && size % recordSize(kind) == 0;
}

PictureSet readCifarBinary(CifarKind kind, const std::vector<CifarFile>& files, std::stop_token stop)
{
    PictureSet set;
    set.format = kind == CifarKind::Ten ? "cifar10-binary" : "cifar100-binary";
    set.labelSets = cifar::labelSets(kind);
    const std::string folder = fs::path(files.at(0).path).parent_path().string();
    if (kind == CifarKind::Ten) {
        nameClasses(set.labelSets[0], folder, "batches.meta.txt");
    } else {
        nameClasses(set.labelSets[0], folder, "fine_label_names.txt");
        nameClasses(set.labelSets[1], folder, "coarse_label_names.txt");
    }
    for (const CifarFile& file : files) {
        if (stop.stop_requested())
            throw Error(ErrorCode::Cancelled);
        append(cifar::partFor(set, file.split), kind, file.path, readFile(file.path));
    }
    cifar::complete(set, kind);
    return set;
}

} // namespace ktnas
