// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace ktnas;

class TestRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The known answers are those of Random123's kat_vectors file (philox4x32, 10 rounds).
    void philoxKnownAnswers()
    {
        using Words = std::array<std::uint32_t, 4>;
        QCOMPARE(philox4x32({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QCOMPARE(philox4x32({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}),
                 (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QCOMPARE(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
                 (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void everyPartOfTheAddressMatters()
    {
        std::set<std::uint64_t> firsts;
        const Address base{7, Purpose::ParentDraw, 1, 2, 3};
        std::array<Address, 6> all{base, base, base, base, base, base};
        all[1].seed = 8;
        all[2].purpose = Purpose::VoteTie;
        all[3].task = 2;
        all[4].generation = 3;
        all[5].slot = 4;
        for (const Address& address : all)
            firsts.insert(Stream(address).word64());
        QCOMPARE(firsts.size(), all.size());
        QCOMPARE(Stream(base).word64(), Stream(base).word64());
    }

    void belowIsUniform()
    {
        // Chi-square with 9 degrees of freedom stays below 27.88 with probability .999.
        Stream stream({3, Purpose::Test, 0, 0, 0});
        std::array<int, 10> counts{};
        const int draws = 100000;
        for (int i = 0; i < draws; ++i)
            ++counts[stream.below(10)];
        double chi2 = 0;
        for (const int count : counts)
            chi2 += (count - draws / 10.0) * (count - draws / 10.0) / (draws / 10.0);
        QVERIFY2(chi2 < 27.88, qPrintable(QString::number(chi2)));
    }

    void normalHasItsMoments()
    {
        Stream stream({5, Purpose::Test, 0, 0, 1});
        const int draws = 100000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; ++i) {
            const double value = stream.normal();
            sum += value;
            squares += value * value;
        }
        // Four standard errors: 4/sqrt(n) and 4·sqrt(2/n).
        QVERIFY(std::abs(sum / draws) < 0.0127);
        QVERIFY(std::abs(squares / draws - 1) < 0.0179);
    }

    void sampleHasNoDoubles()
    {
        for (const std::uint32_t k : {0U, 1U, 5U, 32U, 33U, 100U}) {
            Stream stream({9, Purpose::Test, 0, 0, k});
            const auto drawn = stream.sample(100, k);
            const std::set<std::uint32_t> distinct(drawn.begin(), drawn.end());
            QCOMPARE(distinct.size(), std::size_t{k});
            QVERIFY(distinct.empty() || *distinct.rbegin() < 100);
        }
    }
};

QTEST_GUILESS_MAIN(TestRandom)
#include "tst_random.moc"
