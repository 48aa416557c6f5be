// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <initializer_list>

class QPainter;

namespace ktnas {

struct Theme;

/// What several views of this room paint and widgets/style/Marks.h does not have.
namespace plot {

/// Radius of a cell's disc, and share of opacity of what lies after the cursor, of what is not selected.
inline constexpr double cellRadius = 4;
inline constexpr double afterCursor = 0.35;
inline constexpr double notSelected = 0.55;

/// A disc of any radius (logical pixels at zoom 1) with a 1.4 px ring of ground; hollow: an outline of 1.4
/// px.
void disc(QPainter& painter, const Theme& theme, QPointF centre, double radius, const QColor& colour,
          bool isHollow);
/// Text with a halo of `ground` of 3 px, so that it can stand over lines. The painter's font and pen;
/// alignment as in QPainter::drawText. Nothing is clipped.
void haloText(QPainter& painter, const QRectF& rect, int alignment, const QString& text,
              const QColor& ground);
/// A pen whose dashes are lengths in pixels, whatever its width; flat caps. No dashes: solid.
QPen pen(const QColor& colour, double width, std::initializer_list<double> dashes = {});
/// The centre of the device pixel that holds a coordinate, so that a 1 px line comes out sharp.
double crisp(double coordinate, double devicePixelRatio);

} // namespace plot

} // namespace ktnas
