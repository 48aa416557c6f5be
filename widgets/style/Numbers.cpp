// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace ktnas {

namespace {

constexpr QChar minusSign(0x2212);
constexpr QChar noBreakSpace(0x00A0);
constexpr QChar enDash(0x2013);

struct Numbers {
    Q_DECLARE_TR_FUNCTIONS(Numbers)
};

// The magnitude only: the sign is ours, so that it is U+2212 in every locale.
QString magnitude(double value, int decimals, const QLocale& locale)
{
    QLocale grouped = locale;
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return grouped.toString(std::abs(value), 'f', std::max(decimals, 0));
}

bool roundsToZero(double value, int decimals)
{
    return std::abs(value) * std::pow(10.0, std::max(decimals, 0)) < 0.5;
}

QString sign(double value, int decimals, bool showPlus)
{
    if (roundsToZero(value, decimals))
        return QString();
    if (value < 0)
        return QString(minusSign);
    return showPlus ? QStringLiteral("+") : QString();
}

QString coefficient(double value, int decimals, bool showPlus, const QLocale& locale)
{
    if (!std::isfinite(value))
        return QString(enDash);
    if (roundsToZero(value, decimals))
        return locale.toString(0);
    QString digits = magnitude(value, decimals, locale);
    const QString zero = locale.zeroDigit();
    if (digits.startsWith(zero + locale.decimalPoint()))
        digits.remove(0, zero.size());
    return sign(value, decimals, showPlus) + digits;
}

} // namespace

QString formatCount(std::int64_t count, const QLocale& locale)
{
    QLocale grouped = locale;
    grouped.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    const QString digits = grouped.toString(static_cast<qulonglong>(
        count < 0 ? 0 - static_cast<std::uint64_t>(count) : static_cast<std::uint64_t>(count)));
    return count < 0 ? minusSign + digits : digits;
}

QString formatNumber(double value, int decimals, const QLocale& locale)
{
    if (!std::isfinite(value))
        return QString(enDash);
    return sign(value, decimals, false) + magnitude(value, decimals, locale);
}

QString formatValue(double value, int decimals, const QString& unit, const QLocale& locale)
{
    const QString number = formatNumber(value, decimals, locale);
    return unit.isEmpty() || !std::isfinite(value) ? number : QString(number + noBreakSpace + unit);
}

QString formatPercent(double share, int decimals, const QLocale& locale)
{
    return formatValue(share * 100, decimals, QStringLiteral("%"), locale);
}

QString formatCoefficient(double value, int decimals, const QLocale& locale)
{
    return coefficient(value, decimals, false, locale);
}

QString formatSigned(double value, int decimals, const QLocale& locale)
{
    if (!std::isfinite(value))
        return QString(enDash);
    if (roundsToZero(value, decimals))
        return locale.toString(0);
    return sign(value, decimals, true) + magnitude(value, decimals, locale);
}

QString formatSignedCoefficient(double value, int decimals, const QLocale& locale)
{
    return coefficient(value, decimals, true, locale);
}

QString formatRank(std::int64_t rank, const QLocale& locale)
{
    return Numbers::tr("rank %1").arg(formatCount(rank, locale));
}

QString formatRankOf(std::int64_t rank, std::int64_t count, const QLocale& locale)
{
    return Numbers::tr("rank %1 of %2").arg(formatCount(rank, locale), formatCount(count, locale));
}

QString formatOf(std::int64_t part, std::int64_t whole, const QLocale& locale)
{
    return Numbers::tr("%1 of %2", "a count and its whole")
        .arg(formatCount(part, locale), formatCount(whole, locale));
}

QString formatRange(const QString& low, const QString& high)
{
    if (low.startsWith(minusSign) || high.startsWith(minusSign))
        return Numbers::tr("%1 to %2", "ends of a range").arg(low, high);
    return low + enDash + high;
}

QString formatDurationAbout(double seconds, const QLocale& locale)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return QString(enDash);
    if (seconds < 1)
        return Numbers::tr("under 1 s");
    if (seconds < 89.5)
        return Numbers::tr("about %1 s").arg(formatCount(std::llround(seconds), locale));
    const std::int64_t minutes = std::llround(seconds / 60);
    if (minutes < 60)
        return Numbers::tr("about %1 min").arg(formatCount(minutes, locale));
    if (minutes % 60 == 0 || minutes >= 24 * 60)
        return Numbers::tr("about %1 h").arg(formatCount((minutes + 30) / 60, locale));
    return Numbers::tr("about %1 h %2 min")
        .arg(formatCount(minutes / 60, locale), formatCount(minutes % 60, locale));
}

QString formatDuration(double seconds, const QLocale& locale)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return QString(enDash);
    if (seconds < 60)
        return Numbers::tr("%1 s").arg(formatNumber(seconds, seconds < 9.995 ? 2 : 1, locale));
    const auto twoDigits = [&](std::int64_t count) {
        return formatCount(count, locale).rightJustified(2, locale.zeroDigit().front());
    };
    const std::int64_t whole = std::llround(seconds);
    if (whole < 3600)
        return Numbers::tr("%1 min %2 s").arg(formatCount(whole / 60, locale), twoDigits(whole % 60));
    const std::int64_t minutes = std::llround(seconds / 60);
    return Numbers::tr("%1 h %2 min").arg(formatCount(minutes / 60, locale), twoDigits(minutes % 60));
}

namespace {

double widestDigit(const QFontMetricsF& metrics)
{
    double widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Calls piece(text, advance, isDigit) for each digit and each run of other characters.
template <class Piece> void forEachPiece(const QFontMetricsF& metrics, const QString& text, Piece piece)
{
    const double digitWidth = widestDigit(metrics);
    qsizetype at = 0;
    while (at < text.size()) {
        qsizetype end = at + 1;
        if (isDigit(text[at])) {
            piece(text.mid(at, 1), digitWidth, true);
        } else {
            while (end < text.size() && !isDigit(text[end]))
                ++end;
            const QString run = text.mid(at, end - at);
            piece(run, metrics.horizontalAdvance(run), false);
        }
        at = end;
    }
}

} // namespace

double tabularWidth(const QFontMetricsF& metrics, const QString& text)
{
    double width = 0;
    forEachPiece(metrics, text, [&](const QString&, double advance, bool) { width += advance; });
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    const QFontMetricsF metrics(painter.font(), painter.device());
    const double width = tabularWidth(metrics, text);
    double x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - width;
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - width / 2;
    double baseline = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom)
        baseline = rect.bottom() - metrics.descent();
    else if (alignment & Qt::AlignVCenter)
        baseline = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    forEachPiece(metrics, text, [&](const QString& piece, double advance, bool isDigitPiece) {
        const double indent = isDigitPiece ? (advance - metrics.horizontalAdvance(piece)) / 2 : 0;
        painter.drawText(QPointF(x + indent, baseline), piece);
        x += advance;
    });
}

} // namespace ktnas
