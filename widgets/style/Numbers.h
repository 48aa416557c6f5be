// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <cstdint>

class QPainter;
class QFontMetricsF;
class QRectF;

namespace ktnas {

/// Numbers as the program writes them everywhere: grouped thousands (also in the C locale), U+2212 as minus,
/// a space that does not break before a unit, no sign for what rounds to zero, "–" for what is not a number.
/// All take the locale last; the default is the one the application set.

/// "15,625".
QString formatCount(std::int64_t count, const QLocale& locale = QLocale());
/// "91.55", with exactly `decimals` places.
QString formatNumber(double value, int decimals, const QLocale& locale = QLocale());
/// "91.55 %"; no space and no unit where the unit is empty.
QString formatValue(double value, int decimals, const QString& unit, const QLocale& locale = QLocale());
/// A share 0 … 1 as "62 %".
QString formatPercent(double share, int decimals = 0, const QLocale& locale = QLocale());
/// A coefficient between −1 and 1 without leading zero: ".06", "−.11", "1.00"; "0" for what rounds to it.
QString formatCoefficient(double value, int decimals = 2, const QLocale& locale = QLocale());
/// "+129", "−143", "0".
QString formatSigned(double value, int decimals = 0, const QLocale& locale = QLocale());
/// "+.24", "−.11", "0".
QString formatSignedCoefficient(double value, int decimals = 2, const QLocale& locale = QLocale());
/// "rank 3" (1 = best).
QString formatRank(std::int64_t rank, const QLocale& locale = QLocale());
/// "rank 3 of 15,625".
QString formatRankOf(std::int64_t rank, std::int64_t count, const QLocale& locale = QLocale());
/// "42 of 128": a count with its whole.
QString formatOf(std::int64_t part, std::int64_t whole, const QLocale& locale = QLocale());
/// Two formatted ends: "5–95", or "−.11 to .05" where an end has a minus, which a dash would hide.
QString formatRange(const QString& low, const QString& high);
/// An estimate in words: "under 1 s", "about 4 s", "about 3 min", "about 1 h 20 min".
QString formatDurationAbout(double seconds, const QLocale& locale = QLocale());
/// A measured time: "0.25 s", "12.3 s", "3 min 05 s", "2 h 07 min".
QString formatDuration(double seconds, const QLocale& locale = QLocale());

/// Width of a text whose digits are all as wide as the widest digit.
double tabularWidth(const QFontMetricsF& metrics, const QString& text);
/// Draws one line with the painter's font and pen so that figures do not dance: every digit is centred in the
/// width of the widest. Alignment as for QPainter::drawText; nothing is clipped or elided.
void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text);

} // namespace ktnas
