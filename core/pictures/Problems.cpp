// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/Problems.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/pictures/KnownSets.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

namespace ktnas {
namespace {

using Kind = PictureProblem::Kind;

/// One picture of the set.
struct Place {
    const PicturePart* part = nullptr;
    std::size_t index = 0;

    std::string text() const { return fmt::format("{} {}", name(part->split), index); }
};

/// A hash for finding equals, which are compared afterwards: eight bytes at a time, well mixed.
std::uint64_t hashOf(const std::uint8_t* bytes, std::size_t count)
{
    std::uint64_t hash = 0x9E3779B97F4A7C15U ^ count;
    for (std::size_t at = 0; at < count; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + at, std::min<std::size_t>(8, count - at));
        hash = (hash ^ word) * 0xFF51AFD7ED558CCDU;
        hash ^= hash >> 32U;
    }
    return hash;
}

/// Counts pictures of one kind and keeps the first for the message.
struct Tally {
    Kind kind;
    std::size_t count = 0;
    std::string example;

    void add(const Place& first, const Place& second, const char* between)
    {
        if (count++ == 0)
            example = fmt::format("{} {} {}", first.text(), between, second.text());
    }
    void addTo(PictureSet& set) const
    {
        if (count > 0)
            set.problems.push_back({kind, count, example});
    }
};

bool sameLabels(const Place& a, const Place& b)
{
    for (std::size_t s = 0; s < a.part->labels.size(); ++s) {
        if (a.part->labels[s][a.index] != b.part->labels[s][b.index])
            return false;
    }
    return true;
}

void findDuplicates(PictureSet& set)
{
    const std::size_t size = set.pictureSize();
    const auto pixels = [size](const Place& place) { return place.part->pixels.data() + place.index * size; };
    // Of equal pictures the first of each split, by hash.
    std::unordered_multimap<std::uint64_t, Place> seen;
    Tally across{Kind::DuplicateAcrossSplits, 0, {}};
    Tally within{Kind::Duplicate, 0, {}};
    Tally labels{Kind::OtherLabel, 0, {}};
    for (const PicturePart& part : set.parts) {
        for (std::size_t index = 0; index < part.count; ++index) {
            const Place place{&part, index};
            const std::uint64_t hash = hashOf(pixels(place), size);
            const Place* inThis = nullptr;
            const Place* inOther = nullptr;
            const Place* otherLabel = nullptr;
            const auto [begin, end] = seen.equal_range(hash);
            for (auto it = begin; it != end; ++it) {
                const Place& earlier = it->second;
                if (std::memcmp(pixels(earlier), pixels(place), size) != 0)
                    continue;
                (earlier.part == &part ? inThis : inOther) = &earlier;
                if (!sameLabels(earlier, place))
                    otherLabel = &earlier;
            }
            if (inOther)
                across.add(*inOther, place, "=");
            if (inThis)
                within.add(*inThis, place, "=");
            if (otherLabel)
                labels.add(*otherLabel, place, "looks like");
            if (!inThis)
                seen.emplace(hash, place);
        }
    }
    across.addTo(set);
    within.addTo(set);
    labels.addTo(set);
}

void findEmptyClasses(PictureSet& set)
{
    PictureProblem problem{Kind::EmptyClass, 0, {}};
    for (std::size_t s = 0; s < set.labelSets.size(); ++s) {
        for (const PicturePart& part : set.parts) {
            std::vector<bool> present(set.labelSets[s].classes.size(), false);
            for (const std::int32_t label : part.labels[s])
                present[static_cast<std::size_t>(label)] = true;
            for (std::size_t i = 0; i < present.size(); ++i) {
                if (!present[i] && problem.count++ == 0)
                    problem.example = fmt::format("{} in {}", set.labelSets[s].classes[i], name(part.split));
            }
        }
    }
    if (problem.count > 0)
        set.problems.push_back(std::move(problem));
}

void findMissing(PictureSet& set)
{
    PictureProblem missing{Kind::MissingSplit, 0, {}};
    PictureProblem subset{Kind::Subset, 0, {}};
    const auto official = officialCounts(set.title);
    std::vector<std::string> names;
    std::vector<std::string> shorter;
    for (const Split split : {Split::Train, Split::Valid, Split::Test}) {
        const PicturePart* const part = set.part(split);
        const std::size_t count = part ? part->count : 0;
        if (count == 0 && split != Split::Train)
            names.emplace_back(split == Split::Valid ? "validation" : "test");
        const std::size_t whole = official ? (*official)[static_cast<std::size_t>(split)] : 0;
        if (count < whole) {
            subset.count += whole - count;
            shorter.push_back(fmt::format("{} {} of {}", name(split), count, whole));
        }
    }
    missing.count = names.size();
    missing.example = listed(names);
    subset.example = listed(shorter);
    if (subset.count > 0)
        set.problems.push_back(std::move(subset));
    if (missing.count > 0)
        set.problems.push_back(std::move(missing));
}

} // namespace

void checkUsable(const PictureSet& set)
{
    const PicturePart* const train = set.part(Split::Train);
    if (!train || train->count == 0)
        throw Error(ErrorCode::PicturesUnusable)
            .inFile(set.path)
            .expecting("pictures to train with")
            .butFound(set.parts.empty() ? "no pictures" : "only others")
            .hinting("Name the folder that has the training pictures as well.");
    for (std::size_t s = 0; s < set.labelSets.size(); ++s) {
        const std::set<std::int32_t> found(train->labels[s].begin(), train->labels[s].end());
        if (found.size() == 1)
            throw Error(ErrorCode::PicturesUnusable)
                .inFile(set.path)
                .expecting("training pictures of at least two classes")
                .butFound(
                    fmt::format("one class, “{}”",
                                excerpt(set.labelSets[s].classes[static_cast<std::size_t>(*found.begin())])))
                .hinting("With one class there is nothing to tell apart: add pictures of others.");
    }
}

void findProblems(PictureSet& set)
{
    findDuplicates(set);
    findEmptyClasses(set);
    findMissing(set);
    std::stable_sort(set.problems.begin(), set.problems.end(),
                     [](const PictureProblem& a, const PictureProblem& b) { return a.kind < b.kind; });
}

} // namespace ktnas
