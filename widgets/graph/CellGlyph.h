// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/space/Space.h"
#include "widgets/style/Theme.h"

#include <QPixmap>
#include <QSizeF>

class QPainter;

namespace ktnas {

/// Room a glyph of nominal side s takes: s × s, in the DARTS-like space 2 s × s and at least 64 × 32.
QSizeF cellGlyphSize(const Space& space, double side);

/// A cell as a small picture: the four nodes as a square in reading order, each edge with the ink of what it
/// computes; in the DARTS-like space arcs above (normal cell) and below (reduction). Nothing behind it is
/// painted over, so it stands on any ground. `rect` has the shape of cellGlyphSize(); below 20 px it is not
/// readable.
void paintCellGlyph(QPainter& painter, const QRectF& rect, const Space& space, const Cell& cell,
                    const Theme& theme);

/// The same as a pixmap with a transparent ground, from a cache of 16 MB by (space, cell, size, theme, pixel
/// ratio). `side` in logical pixels, not scaled by the theme's zoom. GUI thread only.
QPixmap cellGlyph(const Space& space, const Cell& cell, double side, const Theme& theme,
                  double devicePixelRatio);

} // namespace ktnas
