// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/style/Theme.h"

class QPainter;
class QWidget;

namespace ktnas {

/// One meaning, one mark, everywhere. Sizes are the house's at zoom 1 and scale with the theme's zoom. Each
/// function leaves the painter as it found it.

/// Task chip: 10 × 10, radius 2, hollow from the ninth task on; `centre` is its middle.
void paintTaskChip(QPainter& painter, const QPointF& centre, int task, const Theme& theme);
/// A cell of a task: disc of radius 4 with a ring of ground.
void paintCellDisc(QPainter& painter, const QPointF& centre, const QColor& colour, const Theme& theme);
/// A migrant: diamond in the source's colour, hollow where it did not survive.
void paintMigrant(QPainter& painter, const QPointF& centre, const QColor& sourceColour, bool survived,
                  const Theme& theme);
/// Ring of the thing under the pointer: 1 px at radius 6.
void paintHoverRing(QPainter& painter, const QPointF& centre, const Theme& theme);
/// Ring of a selected thing: 2 px at radius 7.5.
void paintSelectionRing(QPainter& painter, const QPointF& centre, const Theme& theme);
/// Frame of a selected rectangle: 2 px, radius 4, 4 px outside `rect`.
void paintSelectionFrame(QPainter& painter, const QRectF& rect, const Theme& theme);
/// A labelled member of the history: filled disc with plus, or hollow disc with minus.
void paintHistoryLabel(QPainter& painter, const QPointF& centre, bool isPositive, const Theme& theme);
/// Pen of a vote's line: solid 1.75 for +1, dashed 1 px for −1.
QPen votePen(bool isPositive, const Theme& theme);
/// Bar of a φ from x = zero to x = value in the middle of y: filled right, hollow left, a dot for none.
void paintPhi(QPainter& painter, double zero, double value, double y, const Theme& theme);
/// What the table knows: vertical tick 2 × 12.
void paintTruth(QPainter& painter, const QPointF& centre, const Theme& theme);
/// A number printed in a paper: open square 11 px.
void paintPrinted(QPainter& painter, const QPointF& centre, const Theme& theme);
/// The cursor: 1 px line over `rect`'s height at x, with the time line's handle at the top if wanted.
void paintCursor(QPainter& painter, double x, const QRectF& rect, bool hasHandle, const Theme& theme);
/// Hatch of the noise ceiling and of missing values over a path: 45°, 1 px every 5 px, in `edge`.
void paintHatch(QPainter& painter, const QPainterPath& area, const Theme& theme);
/// Text with a 3 px halo so that it reads on lines; `halo` is what lies behind (usually ground). The point is
/// the start of the baseline.
void paintHaloText(QPainter& painter, const QPointF& baseline, const QString& text, const QColor& colour,
                   const QColor& halo, const Theme& theme);
/// The focus ring: 2 px in the text colour, inside `rect`, radius 4.
void paintFocusRing(QPainter& painter, const QRectF& rect, const Theme& theme);
/// True where a painted widget should show its focus: it has it, and got it by the keyboard.
bool showsFocus(const QWidget& widget);

} // namespace ktnas
