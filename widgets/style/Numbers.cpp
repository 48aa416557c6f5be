// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Numbers.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QRawFont>

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
    if (rank <= 0)
        return Numbers::tr("rank not known yet");
    return Numbers::tr("rank %1").arg(formatCount(rank, locale));
}

QString formatRankOf(std::int64_t rank, std::int64_t count, const QLocale& locale)
{
    if (rank <= 0)
        return Numbers::tr("rank not known yet");
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

// The digits of a font as glyphs: laid out as text, each would be shaped again at every frame.
struct Digits {
    QRawFont face;
    std::array<quint32, 10> glyphs{};
    std::array<double, 10> advances{};
    double widest = 0;
};

const Digits& digitsOf(const QFont& font)
{
    static QHash<QFont, Digits> known;
    static const bool isRegistered = [] {
        qAddPostRoutine([] { known.clear(); });
        return true;
    }();
    Q_UNUSED(isRegistered)
    const auto found = known.constFind(font);
    if (found != known.constEnd())
        return *found;
    if (known.size() >= 64) // fonts of many zooms
        known.clear();
    Digits digits;
    digits.face = QRawFont::fromFont(font, QFontDatabase::Latin);
    const QList<quint32> glyphs = digits.face.glyphIndexesForString(QStringLiteral("0123456789"));
    const QFontMetricsF metrics(font);
    for (std::size_t digit = 0; digit < 10; ++digit) {
        digits.glyphs[digit] = glyphs.value(static_cast<qsizetype>(digit));
        digits.advances[digit] = metrics.horizontalAdvance(QChar(u'0' + static_cast<char16_t>(digit)));
        digits.widest = std::max(digits.widest, digits.advances[digit]);
    }
    return *known.insert(font, digits);
}

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
template <class Piece>
void forEachPiece(const QFontMetricsF& metrics, double digitWidth, const QString& text, Piece piece)
{
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
    forEachPiece(metrics, widestDigit(metrics), text,
                 [&](const QString&, double advance, bool) { width += advance; });
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text)
{
    const QFont font = painter.font();
    const QFontMetricsF metrics(font, painter.device());
    const Digits& digits = digitsOf(font);
    double width = 0;
    forEachPiece(metrics, digits.widest, text,
                 [&](const QString&, double advance, bool) { width += advance; });
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
    QList<quint32> glyphs;
    QList<QPointF> places;
    forEachPiece(metrics, digits.widest, text, [&](const QString& piece, double advance, bool isDigitPiece) {
        if (isDigitPiece) {
            const auto digit = static_cast<std::size_t>(piece.front().unicode() - u'0');
            glyphs.append(digits.glyphs[digit]);
            places.append({x + (advance - digits.advances[digit]) / 2, baseline});
        } else if (!piece.trimmed().isEmpty()) {
            painter.drawText(QPointF(x, baseline), piece);
        }
        x += advance;
    });
    if (glyphs.isEmpty())
        return;
    QGlyphRun run;
    run.setRawFont(digits.face);
    run.setGlyphIndexes(glyphs);
    run.setPositions(places);
    painter.drawGlyphRun(QPointF(0, 0), run);
}

} // namespace ktnas
