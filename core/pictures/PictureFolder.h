// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

#include <stop_token>
#include <string>

namespace ktnas {

/// True if the folder has pictures (PNG or JPEG) sorted into folders, one for each class: `<class>/a.png`, or
/// `train/<class>/a.png` with `val`, `valid` or `validation` and `test` beside it. Looks at names and first
/// bytes until it finds one.
bool hasPictureFolders(const std::string& folder);

/// Reads such a folder. Classes are the folders' names in the order of their bytes; pictures may lie deeper
/// inside a class. What is no picture, hidden, damaged or of another size becomes a problem of the set;
/// pictures of another size than the most frequent one (of equals the larger) are stretched to it. The set is
/// grey if no picture has a colour. Throws PicturesUnusable (no class folders in a split, more than 8 GiB of
/// pixels), PicturesDamaged (not one picture can be decoded), FileUnreadable, Cancelled.
/// Uses all threads; the order of pictures is that of their paths, whatever the number of threads.
PictureSet readPictureFolder(const std::string& folder, std::stop_token stop);

} // namespace ktnas
