// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/Table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ktnas {

/// One way in which the pictures of a set are labelled. CIFAR-100 has two, "fine" and "coarse".
struct LabelSet {
    std::string name; ///< "label", "fine", "coarse"
    std::vector<std::string> classes; ///< by label number; numbers as text where the files have no names
};

/// The pictures of one split, all of one size.
struct PicturePart {
    Split split = Split::Train;
    std::size_t count = 0;
    /// count × channels × height × width, planes of one picture after each other, rows top to bottom.
    std::vector<std::uint8_t> pixels;
    /// labels[s][i]: the label of picture i in label set s, 0 … classes − 1.
    std::vector<std::vector<std::int32_t>> labels;
};

/// Something wrong with a set that does not keep it from being used, in the order of severity for people.
struct PictureProblem {
    enum class Kind : std::uint8_t {
        Unreadable, ///< a picture file that cannot be decoded; left out
        OtherSize, ///< pictures of several sizes; resized to the most frequent one
        DuplicateAcrossSplits, ///< the same pixels in two splits
        Duplicate, ///< the same pixels twice in one split
        OtherLabel, ///< the same pixels with different labels
        EmptyClass, ///< a class without a picture in a split
        Subset, ///< fewer pictures than the official set of that name
        MissingSplit, ///< the set has no validation or test pictures
        Hidden, ///< files that were passed over
    };
    Kind kind = Kind::Unreadable;
    std::size_t count = 0; ///< pictures or files concerned
    std::string example; ///< the first of them: a path, or "train 17 = test 3"
};

/// An image data set as its files have it. Immutable once read; share it by pointer.
struct PictureSet {
    std::string path; ///< as the user gave it
    std::string title; ///< "Fashion-MNIST", "MNIST", "CIFAR-10", "BreastMNIST", else the folder's name
    std::string format; ///< "idx", "cifar10-binary", "cifar100-binary", "cifar10-python", "cifar100-python",
                        ///< "medmnist-npz", "image-folder"
    std::string
        contentHash; ///< SHA-256 over shape, pixels and labels of all parts: equal pictures, equal hash
    std::size_t channels = 1; ///< 1 grey, 3 red-green-blue
    std::size_t height = 0;
    std::size_t width = 0;
    std::vector<LabelSet> labelSets; ///< at least one
    std::vector<PicturePart> parts; ///< train first, then valid, then test, those that the files have
    std::vector<PictureProblem> problems;

    const PicturePart* part(Split split) const;
    std::size_t pictureSize() const { return channels * height * width; }
    std::size_t pictureCount() const; ///< in all parts
};

/// What PictureSet::contentHash is made of. About 1 GB a second.
std::string contentHashOf(const PictureSet& set);

/// What is wrong, in a plain English sentence: "18 pictures occur earlier in their split too (train 2 = train
/// 9)."
std::string describe(const PictureProblem& problem);

} // namespace ktnas
