// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureSet.h"

namespace ktnas {

/// Throws PicturesUnusable where nothing can be learnt from the set: no training pictures, or pictures of one
/// class only among them.
void checkUsable(const PictureSet& set);

/// Adds what is wrong with pictures and labels to the set's problems (same pixels twice, within and across
/// splits or with different labels; classes without pictures; missing splits; fewer pictures than the
/// official set of that title) and sorts all problems by kind. O(pixels), by a hash of each picture and a
/// comparison where hashes are equal.
void findProblems(PictureSet& set);

} // namespace ktnas
