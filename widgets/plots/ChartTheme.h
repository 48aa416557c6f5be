// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

QT_BEGIN_NAMESPACE
class QChart;
class QLineSeries;
class QAreaSeries;
QT_END_NAMESPACE

class QColor;
class QPen;

namespace ktnas {

/// Takes everything that QtCharts draws of itself away from a chart: background, margins, legend, title,
/// round corners, drop shadow, animation. Axes are added hidden by the caller; grid, ticks and words are the
/// view's.
void stripChart(QChart& chart);

/// Pen and nothing else: no markers, no labels, no selection.
void styleLine(QLineSeries& series, const QPen& pen);

/// A fill without an outline.
void styleBand(QAreaSeries& series, const QColor& fill);

} // namespace ktnas
