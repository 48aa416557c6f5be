// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace ktnas {

/// Relative luminance after WCAG 2.1, 0 (black) … 1 (white). Alpha is ignored.
double relativeLuminance(QRgb colour);

/// WCAG 2.1 contrast of two opaque colours, 1 … 21.
double contrastRatio(QRgb a, QRgb b);

/// Black or white, whichever reads on the fill: black where the luminance is above .179, so never below 4.58
/// : 1.
QColor textOn(QRgb fill);

/// The colour with its opacity multiplied by share (0 … 1).
QColor faded(QColor colour, double share);

/// What share of `top` over `bottom` gives as an opaque colour, mixed in sRGB as a painter mixes.
QColor mixed(const QColor& bottom, const QColor& top, double share);

/// A colour in OKLab (Ottosson 2020): lightness 0 … 1 and two opponent axes.
struct OkLab {
    double lightness = 0;
    double a = 0;
    double b = 0;
};
OkLab toOkLab(QRgb colour);
/// Out-of-gamut channels are clipped to 0 … 255.
QRgb fromOkLab(const OkLab& colour);

} // namespace ktnas
