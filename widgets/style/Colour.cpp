// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Colour.h"

#include <algorithm>
#include <cmath>

namespace ktnas {

namespace {

double toLinear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

int fromLinear(double value)
{
    const double clipped = std::clamp(value, 0.0, 1.0);
    const double encoded =
        clipped <= 0.0031308 ? clipped * 12.92 : 1.055 * std::pow(clipped, 1 / 2.4) - 0.055;
    return static_cast<int>(std::lround(encoded * 255));
}

} // namespace

double relativeLuminance(QRgb colour)
{
    return 0.2126 * toLinear(qRed(colour)) + 0.7152 * toLinear(qGreen(colour))
        + 0.0722 * toLinear(qBlue(colour));
}

double contrastRatio(QRgb a, QRgb b)
{
    const auto [low, high] = std::minmax({relativeLuminance(a), relativeLuminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor textOn(QRgb fill)
{
    return relativeLuminance(fill) > 0.179 ? QColor(Qt::black) : QColor(Qt::white);
}

QColor faded(QColor colour, double share)
{
    colour.setAlphaF(static_cast<float>(colour.alphaF() * std::clamp(share, 0.0, 1.0)));
    return colour;
}

QColor mixed(const QColor& bottom, const QColor& top, double share)
{
    const auto channel = [share](int below, int above) {
        return static_cast<int>(std::lround(below + (above - below) * std::clamp(share, 0.0, 1.0)));
    };
    return QColor(channel(bottom.red(), top.red()), channel(bottom.green(), top.green()),
                  channel(bottom.blue(), top.blue()));
}

OkLab toOkLab(QRgb colour)
{
    const double r = toLinear(qRed(colour));
    const double g = toLinear(qGreen(colour));
    const double b = toLinear(qBlue(colour));
    const double l = std::cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const double m = std::cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const double s = std::cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return {0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
}

QRgb fromOkLab(const OkLab& colour)
{
    const auto cube = [](double value) { return value * value * value; };
    const double l = cube(colour.lightness + 0.3963377774 * colour.a + 0.2158037573 * colour.b);
    const double m = cube(colour.lightness - 0.1055613458 * colour.a - 0.0638541728 * colour.b);
    const double s = cube(colour.lightness - 0.0894841775 * colour.a - 1.2914855480 * colour.b);
    return qRgb(fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
}

} // namespace ktnas
