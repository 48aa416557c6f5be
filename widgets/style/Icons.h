// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

#include <QIcon>
#include <QPixmap>
#include <QStringList>

namespace ktnas {

/// One of our icons, drawn from its SVG at any size and pixel ratio: text2 when idle, text when hovered,
/// selected or checked, 38 % when disabled. An unknown id gives a null icon. Ids are the file names in
/// resources/icons: open save run pause stop step-forward step-back generation-forward generation-back fork
/// search close undo redo settings help pan lasso rectangle brush zoom-in zoom-out fit export copy link twins
/// table map chart matrix folder file book sun moon warning error info chevron-down chevron-up chevron-right
/// plus minus check more filter palette.
QIcon icon(QStringView id, const Theme& theme);

/// The same as one pixmap in one colour; `size` is the side in logical pixels. Null for an unknown id.
QPixmap iconPixmap(QStringView id, double size, const QColor& colour, double devicePixelRatio);

/// The program's own icon, in its colours.
QIcon applicationIcon();

/// Every id that icon() knows, sorted.
QStringList iconIds();

} // namespace ktnas
