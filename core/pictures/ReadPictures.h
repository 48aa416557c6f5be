// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <memory>
#include <stop_token>
#include <string>

namespace ktnas {

/// Reads an image data set, recognised by content, never by suffix: IDX, CIFAR's binary and python version,
/// MedMNIST's npz, pictures in a folder for each class. A folder stands for the whole set in it, or in the
/// one folder with a set inside it (as archives unpack); a file alone for its own pictures, as training
/// pictures whatever its name. "fashion-mnist" is the set that Debian's package dataset-fashion-mnist
/// installs. Throws FileMissing, FileUnreadable, FileEmpty, GitLfsPointer, HtmlPage, UnknownFormat,
/// PicturesDamaged (place, expected, found), PicturesUnusable (one class, labels missing, …), PackageMissing
/// (with the package to install), OutOfMemory, Cancelled. Cost: decoding, and about as much for duplicates
/// and hash: 0.4 s of processor time for the 70,000 pictures of MNIST with gzip, 0.06 s for 6,000 of CIFAR,
/// 0.02 s for 250 PNGs of 32 × 32.
std::shared_ptr<const PictureSet> readPictures(const std::string& path, std::stop_token stop = {});

} // namespace ktnas
