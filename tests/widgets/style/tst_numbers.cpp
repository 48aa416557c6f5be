// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style/Numbers.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <limits>

using namespace ktnas;
using namespace Qt::StringLiterals;

class TestNumbers : public QObject {
    Q_OBJECT

private:
    const QLocale m_c = QLocale::c();
    const QLocale m_german{QLocale::German, QLocale::Germany};
    const double m_nan = std::numeric_limits<double>::quiet_NaN();

private Q_SLOTS:
    void counts()
    {
        QCOMPARE(formatCount(15625, m_c), u"15,625"_s);
        QCOMPARE(formatCount(15625, m_german), u"15.625"_s);
        QCOMPARE(formatCount(-1204, m_c), u"−1,204"_s);
        QCOMPARE(formatCount(0, m_c), u"0"_s);
        QCOMPARE(formatCount(std::numeric_limits<std::int64_t>::min(), m_c), u"−9,223,372,036,854,775,808"_s);
    }

    void values()
    {
        QCOMPARE(formatValue(91.55, 2, u"%"_s, m_c), u"91.55\u00A0%"_s);
        QCOMPARE(formatValue(91.55, 2, u"%"_s, m_german), u"91,55\u00A0%"_s);
        QCOMPARE(formatValue(-0.6123, 4, QString(), m_c), u"−0.6123"_s);
        QCOMPARE(formatValue(m_nan, 2, u"%"_s, m_c), u"–"_s);
        QCOMPARE(formatNumber(-0.001, 2, m_c), u"0.00"_s);
        QCOMPARE(formatNumber(1234.5, 1, m_c), u"1,234.5"_s);
        QCOMPARE(formatPercent(0.62, 0, m_c), u"62\u00A0%"_s);
    }

    void coefficients()
    {
        QCOMPARE(formatCoefficient(0.062, 3, m_c), u".062"_s);
        QCOMPARE(formatCoefficient(0.06, 2, m_c), u".06"_s);
        QCOMPARE(formatCoefficient(-0.11, 2, m_c), u"−.11"_s);
        QCOMPARE(formatCoefficient(-0.11, 2, m_german), u"−,11"_s);
        QCOMPARE(formatCoefficient(1, 2, m_c), u"1.00"_s);
        QCOMPARE(formatCoefficient(0.999, 2, m_c), u"1.00"_s);
        QCOMPARE(formatCoefficient(-0.004, 2, m_c), u"0"_s);
        QCOMPARE(formatCoefficient(m_nan, 2, m_c), u"–"_s);
        QCOMPARE(formatSignedCoefficient(0.24, 2, m_c), u"+.24"_s);
    }

    void signs()
    {
        QCOMPARE(formatSigned(129, 0, m_c), u"+129"_s);
        QCOMPARE(formatSigned(-143, 0, m_c), u"−143"_s);
        QCOMPARE(formatSigned(0.3, 0, m_c), u"0"_s);
        QCOMPARE(formatSigned(-3000.04, 1, m_german), u"−3.000,0"_s);
        // Swedish has U+2212 by itself: still one sign.
        QCOMPARE(formatSigned(-2, 0, QLocale(QLocale::Swedish)), u"−2"_s);
    }

    void phrases()
    {
        QCOMPARE(formatRankOf(3, 15625, m_c), u"rank 3 of 15,625"_s);
        QCOMPARE(formatRank(1204, m_c), u"rank 1,204"_s);
        QCOMPARE(formatOf(42, 128, m_c), u"42 of 128"_s);
        QCOMPARE(formatRange(u"5"_s, u"95"_s), u"5–95"_s);
        QCOMPARE(formatRange(u"−.11"_s, u".05"_s), u"−.11 to .05"_s);
    }

    void durations_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("about");
        QTest::addColumn<QString>("exact");
        QTest::newRow("0.25") << 0.25 << u"under 1 s"_s << u"0.25 s"_s;
        QTest::newRow("4.2") << 4.2 << u"about 4 s"_s << u"4.20 s"_s;
        QTest::newRow("12.34") << 12.34 << u"about 12 s"_s << u"12.3 s"_s;
        QTest::newRow("185") << 185.0 << u"about 3 min"_s << u"3 min 05 s"_s;
        QTest::newRow("4800") << 4800.0 << u"about 1 h 20 min"_s << u"1 h 20 min"_s;
        QTest::newRow("7620") << 7620.0 << u"about 2 h 7 min"_s << u"2 h 07 min"_s;
        QTest::newRow("3600") << 3600.0 << u"about 1 h"_s << u"1 h 00 min"_s;
        QTest::newRow("negative") << -1.0 << u"–"_s << u"–"_s;
    }
    void durations()
    {
        QFETCH(double, seconds);
        QTEST(formatDurationAbout(seconds, m_c), "about");
        QTEST(formatDuration(seconds, m_c), "exact");
    }

    void figuresDoNotDance()
    {
        QFont font(u"Inter"_s);
        font.setPixelSize(26);
        const QFontMetricsF metrics(font);
        QCOMPARE(tabularWidth(metrics, u"1111"_s), tabularWidth(metrics, u"8888"_s));
        QCOMPARE(tabularWidth(metrics, u"91.55 %"_s), tabularWidth(metrics, u"46.37 %"_s));
        QVERIFY(tabularWidth(metrics, u"1111"_s) >= metrics.horizontalAdvance(u"1111"_s));
    }

    void alignsToEitherSide()
    {
        const auto inkColumns = [](Qt::Alignment alignment) {
            QImage image(200, 40, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setPen(Qt::black);
            drawTabular(painter, QRectF(0, 0, 200, 40), alignment, u"128"_s);
            painter.end();
            int first = image.width();
            int last = -1;
            for (int x = 0; x < image.width(); ++x) {
                for (int y = 0; y < image.height(); ++y) {
                    if (qGray(image.pixel(x, y)) < 128) {
                        first = std::min(first, x);
                        last = std::max(last, x);
                    }
                }
            }
            return std::pair(first, last);
        };
        const auto [leftFirst, leftLast] = inkColumns(Qt::AlignLeft | Qt::AlignVCenter);
        const auto [rightFirst, rightLast] = inkColumns(Qt::AlignRight | Qt::AlignVCenter);
        QVERIFY(leftLast > leftFirst);
        QVERIFY(leftFirst < 8 && leftLast < 100);
        QVERIFY(rightFirst > 100 && rightLast > 190 && rightLast < 200);
    }
};

QTEST_MAIN(TestNumbers)
#include "tst_numbers.moc"
