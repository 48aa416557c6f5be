// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PictureSet.h"

#include "core/base/Sha256.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string_view>

#include <fmt/format.h>

namespace ktnas {

const PicturePart* PictureSet::part(Split split) const
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [split](const PicturePart& part) { return part.split == split; });
    return found == parts.end() ? nullptr : &*found;
}

std::size_t PictureSet::pictureCount() const
{
    return std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                           [](std::size_t sum, const PicturePart& part) { return sum + part.count; });
}

std::string contentHashOf(const PictureSet& set)
{
    Sha256 hash;
    const auto addNumber = [&hash](std::uint64_t number) {
        std::array<char, 8> bytes{};
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<char>(number >> 8 * i & 0xFFU);
        hash.update(std::string_view(bytes.data(), bytes.size()));
    };
    addNumber(set.channels);
    addNumber(set.height);
    addNumber(set.width);
    for (const PicturePart& part : set.parts) {
        addNumber(static_cast<std::uint64_t>(part.split));
        addNumber(part.count);
        hash.update(std::as_bytes(std::span(part.pixels)));
        for (const std::vector<std::int32_t>& labels : part.labels) {
            // The same bytes on every machine, and in one piece.
            std::vector<char> bytes;
            bytes.reserve(4 * labels.size());
            for (const std::int32_t label : labels) {
                for (unsigned shift = 0; shift < 32; shift += 8)
                    bytes.push_back(static_cast<char>(static_cast<std::uint32_t>(label) >> shift & 0xFFU));
            }
            hash.update(std::string_view(bytes.data(), bytes.size()));
        }
    }
    return hash.hexDigest();
}

std::string describe(const PictureProblem& problem)
{
    using Kind = PictureProblem::Kind;
    const auto text = [&problem](const char* one, const char* many) {
        return fmt::format("{} {}", problem.count, problem.count == 1 ? one : many);
    };
    std::string sentence;
    switch (problem.kind) {
    case Kind::Unreadable:
        sentence =
            text("file cannot be decoded and was left out", "files cannot be decoded and were left out");
        break;
    case Kind::OtherSize:
        sentence = text("picture has another size and was stretched to that of most",
                        "pictures have other sizes and were stretched to that of most");
        break;
    case Kind::DuplicateAcrossSplits:
        sentence = text("picture occurs in an earlier split too", "pictures occur in an earlier split too");
        break;
    case Kind::Duplicate:
        sentence =
            text("picture occurs earlier in its split too", "pictures occur earlier in their split too");
        break;
    case Kind::OtherLabel:
        sentence = text("picture has the pixels of an earlier one but another label",
                        "pictures have the pixels of an earlier one but another label");
        break;
    case Kind::EmptyClass:
        sentence = text("class has no picture in a split", "classes have no picture in a split");
        break;
    case Kind::Subset:
        sentence = text("picture of the official set is missing", "pictures of the official set are missing");
        break;
    case Kind::MissingSplit:
        return fmt::format("There are no {} pictures.", problem.example);
    case Kind::Hidden:
        sentence = text("file or folder was passed over", "files and folders were passed over");
        break;
    }
    return problem.example.empty() ? sentence + '.' : fmt::format("{} ({}).", sentence, problem.example);
}

} // namespace ktnas
