// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ktnas {

/// What an IDX file of unsigned bytes holds, the format of MNIST's pictures and labels.
struct IdxFile {
    std::vector<std::uint32_t> shape; ///< sizes, outermost first: {60000, 28, 28}
    std::vector<std::uint8_t> bytes; ///< row-major; as many as the product of the sizes
};

/// True if the bytes begin as an IDX file does, of whatever type; also for one that was written least byte
/// first, which readIdx() refuses with the reason.
bool looksLikeIdx(std::string_view bytes);

/// Reads one IDX file, plain or packed with gzip (told by content). Throws FileMissing, FileUnreadable,
/// FileEmpty, GitLfsPointer, HtmlPage, UnknownFormat (not IDX, or not of unsigned bytes) and PicturesDamaged
/// (header and length contradict each other, sizes that overflow, written least byte first, damaged gzip).
/// Cost: 0.3 s for MNIST's 47 MB from gzip.
IdxFile readIdx(const std::string& path);

/// True if the folder has pictures by a name like MNIST's: `train-images-idx3-ubyte` or `t10k-images…`, with
/// or without `.gz`, with a dot before `idx3`, or with something before the word (`emnist-letters-train-…`).
bool hasIdxPictures(const std::string& folder);

/// Reads the IDX files of a folder, pictures and labels of each split. Labels are numbered 0 … classes − 1 in
/// the order of the numbers that occur in the files (EMNIST's letters start at 1); the classes keep these
/// numbers as names, but for Fashion-MNIST, whose names are known. Title: "MNIST" or "Fashion-MNIST" where
/// the training labels are theirs, else the folder's name. Content hash and problems are left to the caller.
/// Throws what readIdx() throws, FileMissing (labels that belong to pictures), PicturesDamaged (counts or
/// sizes of pictures that do not agree) and PicturesUnusable (several sets in one folder, no pictures).
PictureSet readIdxFolder(const std::string& folder);

/// Reads one file of pictures and one of labels, whatever their names, as training pictures. The title stays
/// empty but for the two sets above. Throws what readIdxFolder() throws.
PictureSet readIdxPair(const std::string& images, const std::string& labels);

/// The folder where Debian's package dataset-fashion-mnist has its four files. Throws PackageMissing.
std::string fashionMnistFolder();

} // namespace ktnas
