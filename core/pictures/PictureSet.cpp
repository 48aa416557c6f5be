// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PictureSet.h"

#include <algorithm>

namespace ktnas {

const PicturePart* PictureSet::part(Split split) const
{
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [split](const PicturePart& part) { return part.split == split; });
    return found == parts.end() ? nullptr : &*found;
}

} // namespace ktnas
