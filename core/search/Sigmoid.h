// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace ktnas {

/// 1 / (1 + exp(−x)) from additions, multiplications and a division only: the system's exp differs in the
/// last bit between machines, and that bit could decide a draw. Relative error below 1e-14.
inline double sigmoid(double x)
{
    const double size = std::fmin(std::fabs(x), 700.0);
    // exp(−size) = (exp(−size / 1024))^1024; the series converges at once for |z| < 0.7.
    const double z = -size / 1024;
    double series = 1;
    for (int k = 14; k >= 1; --k)
        series = 1 + series * z / k;
    double power = series;
    for (int k = 0; k < 10; ++k)
        power *= power;
    return x >= 0 ? 1 / (1 + power) : power / (1 + power);
}

} // namespace ktnas
