// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureFile.h"

namespace ktnas {

/// Reads the head of a PNG file. False, with the reason, where it is no such head.
bool readPngExtent(std::string_view bytes, PictureExtent& extent, std::string& problem);
/// Decodes a PNG file into `interleaved`, 3 × extent.pixels() bytes, red, green and blue of a pixel behind
/// each other. False, with the reason, where it is damaged or has another extent.
bool readPngPixels(std::string_view bytes, PictureExtent extent, std::uint8_t* interleaved,
                   std::string& problem);

} // namespace ktnas
