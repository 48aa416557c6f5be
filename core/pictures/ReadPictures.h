// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <memory>
#include <stop_token>
#include <string>

namespace ktnas {

/// Reads an image data set, recognised by content, never by suffix: a folder with IDX, CIFAR or picture files
/// in it, or one file of any of them, or a MedMNIST .npz. "fashion-mnist" is the set that Debian's package
/// dataset-fashion-mnist installs. Throws FileMissing, FileUnreadable, FileEmpty, GitLfsPointer, HtmlPage,
/// UnknownFormat, PicturesDamaged (place, expected, found), PicturesUnusable (one class, labels missing, …),
/// PackageMissing (with the package to install), OutOfMemory, Cancelled. Cost: about what decoding costs;
/// 70,000 MNIST pictures take a tenth of a second.
std::shared_ptr<const PictureSet> readPictures(const std::string& path, std::stop_token stop = {});

} // namespace ktnas
