// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/Factorial.h"

#include "core/base/Random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <vector>

using namespace ktnas;
using Doubles = std::vector<double>;

namespace {

#define VERIFY_NEAR(actual, expected, tolerance)                                                             \
    QVERIFY2(                                                                                                \
        std::abs((actual) - (expected)) <= (tolerance),                                                      \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 17).arg(expected, 0, 'g', 17)))

} // namespace

class TestFactorial : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // By hand: levels' means 2 and 5 around 3.5; 2.5, 3.5, 4.5 around 3.5; nothing beyond.
    void additiveByHand()
    {
        const FactorialEffects effects = factorialEffects(Doubles{1, 2, 3, 4, 5, 6}, std::array{2, 3});
        QCOMPARE(effects.mean, 3.5);
        QCOMPARE(effects.total, 17.5);
        QCOMPARE(effects.levelEffects[0], (Doubles{-1.5, 1.5}));
        QCOMPARE(effects.levelEffects[1], (Doubles{-1, 0, 1}));
        QCOMPARE(effects.mainSquares, (Doubles{13.5, 4}));
        QCOMPARE(effects.pairs.size(), std::size_t{1});
        QCOMPARE(effects.pairs[0].squares, 0.0);
        QCOMPARE(effects.mainTotal(), 17.5);
    }

    // By hand: exclusive or is all interaction.
    void interactionByHand()
    {
        const FactorialEffects effects = factorialEffects(Doubles{0, 1, 1, 0}, std::array{2, 2});
        QCOMPARE(effects.mainTotal(), 0.0);
        QCOMPARE(effects.pairTotal(), effects.total);
        QCOMPARE(effects.total, 1.0);
    }

    // Three-way parity has neither main nor pair effects.
    void parityIsRest()
    {
        const FactorialEffects effects =
            factorialEffects(Doubles{0, 1, 1, 0, 1, 0, 0, 1}, std::array{2, 2, 2});
        QCOMPARE(effects.total, 2.0);
        QCOMPARE(effects.mainTotal(), 0.0);
        QCOMPARE(effects.pairTotal(), 0.0);
    }

    // With two genes, main and pair effects are everything; values are built from known parts.
    void partsComeBack()
    {
        const std::array ranges{4, 3, 5};
        const std::array<Doubles, 3> parts{Doubles{-3, 1, 0, 2}, Doubles{-1, 2, -1},
                                           Doubles{-2, -1, 0, 1, 2}};
        // a[i]·b[j] with both summing to zero is a pure pair effect of the genes 0 and 1.
        Doubles values;
        double mainSquares = 0;
        double pairSquares = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            for (std::size_t j = 0; j < 3; ++j) {
                for (std::size_t k = 0; k < 5; ++k) {
                    values.push_back(50 + parts[0][i] + parts[1][j] + parts[2][k]
                                     + parts[0][i] * parts[1][j]);
                    mainSquares +=
                        parts[0][i] * parts[0][i] + parts[1][j] * parts[1][j] + parts[2][k] * parts[2][k];
                    pairSquares += std::pow(parts[0][i] * parts[1][j], 2);
                }
            }
        }
        const FactorialEffects effects = factorialEffects(values, ranges);
        VERIFY_NEAR(effects.mean, 50.0, 1e-12);
        for (std::size_t gene = 0; gene < 3; ++gene) {
            for (std::size_t level = 0; level < parts[gene].size(); ++level)
                VERIFY_NEAR(effects.levelEffects[gene][level], parts[gene][level], 1e-12);
        }
        VERIFY_NEAR(effects.mainTotal(), mainSquares, 1e-10);
        VERIFY_NEAR(effects.pairTotal(), pairSquares, 1e-10);
        VERIFY_NEAR(effects.pairs[0].squares, pairSquares, 1e-10);
        VERIFY_NEAR(effects.total, mainSquares + pairSquares, 1e-10);
    }

    void noiseSplitsByDegreesOfFreedom()
    {
        // White noise: each effect gets its share of degrees of freedom; 24 + 240 of 15,624 for 5⁶.
        Stream stream({3, Purpose::Test, 0, 0, 0});
        Doubles values(15625);
        for (double& value : values)
            value = stream.normal();
        const FactorialEffects effects = factorialEffects(values, std::array{5, 5, 5, 5, 5, 5});
        QCOMPARE(effects.pairs.size(), std::size_t{15});
        // Four standard deviations of chi-square, √(2 df).
        VERIFY_NEAR(effects.mainTotal(), 24.0, 4 * std::sqrt(48.0));
        VERIFY_NEAR(effects.pairTotal(), 240.0, 4 * std::sqrt(480.0));
    }

    void constantHasNoEffects()
    {
        const FactorialEffects effects = factorialEffects(Doubles{2, 2, 2, 2}, std::array{2, 2});
        QCOMPARE(effects.total, 0.0);
        QCOMPARE(effects.mainTotal() + effects.pairTotal(), 0.0);
    }
};

QTEST_GUILESS_MAIN(TestFactorial)
#include "tst_factorial.moc"
