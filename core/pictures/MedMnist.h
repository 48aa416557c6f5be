// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <stop_token>
#include <string>

namespace ktnas {

/// Reads an archive of NumPy arrays as MedMNIST's files are: train_images, train_labels, and the same for val
/// and test where they are. Pictures are whole numbers 0 … 255, N × height × width or with 3 channels behind;
/// labels whole numbers, N or N × 1. The set is told by the file's name or, failing that, by its counts; an
/// unknown one keeps its label numbers as class names.
/// Throws UnknownFormat (a zip archive of something else, with what it holds), PicturesDamaged (missing
/// arrays, counts that do not agree, labels out of range, checksums), PicturesUnusable (several labels a
/// picture, three-dimensional pictures), FileMissing, FileUnreadable, Cancelled.
PictureSet readMedMnist(const std::string& path, std::stop_token stop);

} // namespace ktnas
