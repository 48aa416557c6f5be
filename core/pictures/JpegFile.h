// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pictures/PictureFile.h"

namespace ktnas {

/// Reads the head of a JPEG file. False, with the reason, where it is no such head.
bool readJpegExtent(std::string_view bytes, PictureExtent& extent, std::string& problem);
/// Decodes a JPEG file into `interleaved`, 3 × extent.pixels() bytes, red, green and blue of a pixel behind
/// each other. False, with the reason, where it is damaged, cut or has another extent.
bool readJpegPixels(std::string_view bytes, PictureExtent extent, std::uint8_t* interleaved,
                    std::string& problem);

} // namespace ktnas
