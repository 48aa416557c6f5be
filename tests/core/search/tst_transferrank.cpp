// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/History.h"
#include "core/search/Population.h"
#include "core/search/Sigmoid.h"
#include "core/search/TransferRank.h"
#include "core/search/Variation.h"

#include <QTest>

#include <array>
#include <cmath>
#include <map>
#include <set>

using namespace ktnas;

namespace {

Stream drawing(std::uint32_t slot)
{
    return Stream({11, Purpose::Test, 0, 0, slot});
}

// The paper's Fig. 4: candidates p1 … p9 (places 0 … 8), history s1 … s8.
const std::vector<std::int8_t> labels{-1, -1, 1, -1, 1, -1, 1, 1};
const std::vector<std::uint32_t> votes{0, 0, 1, 3, 4, 4, 7, 7};

} // namespace

class TestTransferRank : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figure4Ranks()
    {
        QCOMPARE(transferRanks(labels, votes, 9), (std::vector<int>{-2, 1, 0, -1, 0, 0, 0, 2, 0}));
    }

    void figure4Selection()
    {
        const std::vector<int> phi = transferRanks(labels, votes, 9);
        Stream stream = drawing(0);
        const RankedChoice two = selectByRank(phi, 2, {}, stream);
        QCOMPARE(two.chosen, (std::vector<std::uint32_t>{7, 1}));
        QCOMPARE(two.sure, std::size_t{2});
        // n = 3: p8, p2 and one of the five zeros, each about equally often.
        std::map<std::uint32_t, int> third;
        for (std::uint32_t slot = 0; slot < 5000; ++slot) {
            Stream lot = drawing(slot);
            const RankedChoice three = selectByRank(phi, 3, {}, lot);
            QCOMPARE(three.chosen.size(), std::size_t{3});
            QCOMPARE(three.sure, std::size_t{2});
            QCOMPARE(three.chosen[0], 7U);
            QCOMPARE(three.chosen[1], 1U);
            ++third[three.chosen[2]];
        }
        QCOMPARE(third.size(), std::size_t{5});
        for (const auto& [place, count] : third) {
            QCOMPARE(phi[place], 0);
            QVERIFY2(std::abs(count - 1000) < 115, qPrintable(QString::number(count))); // 4 sd
        }
        // n = 8: p4 comes in by rank after the zeros, p1 stays out.
        Stream lot = drawing(1);
        const RankedChoice eight = selectByRank(phi, 8, {}, lot);
        QCOMPARE(eight.chosen.back(), 3U);
        QCOMPARE(eight.sure, std::size_t{8});
        QCOMPARE(selectByRank(phi, 20, {}, lot).chosen.size(), std::size_t{9});
    }

    void lastGroupByPreference()
    {
        const std::vector<int> phi{0, 1, 0, 0};
        const std::vector<double> preference{3, 0, 5, 5};
        Stream stream = drawing(0);
        QCOMPARE(selectByRank(phi, 2, preference, stream).chosen, (std::vector<std::uint32_t>{1, 2}));
        QCOMPARE(selectByRank(phi, 3, preference, stream).chosen, (std::vector<std::uint32_t>{1, 2, 3}));
        QCOMPARE(selectByPreference(preference, 3).chosen, (std::vector<std::uint32_t>{2, 3, 0}));
    }

    void votesForTheMostSimilar()
    {
        Stream stream = drawing(0);
        QCOMPARE(mostSimilar(std::array{0.1, 0.9, 0.5}, stream), 1U);
        QCOMPARE(mostSimilar(std::array{-0.5}, stream), 0U);
        // Within the tolerance is equal: both are drawn.
        std::set<std::uint32_t> drawn;
        for (int i = 0; i < 50; ++i)
            drawn.insert(mostSimilar(std::array{0.5, 0.2, 0.5 + 5e-8, 0.5 - 2e-7}, stream));
        QCOMPARE(drawn, (std::set<std::uint32_t>{0, 2}));
    }

    void eliteIsAtLeastOne()
    {
        QCOMPARE(eliteCount(0.2, 20), std::size_t{4});
        QCOMPARE(eliteCount(0.2, 10), std::size_t{2});
        QCOMPARE(eliteCount(0.3, 10), std::size_t{3});
        QCOMPARE(eliteCount(0.7, 10), std::size_t{7});
        QCOMPARE(eliteCount(0.2, 9), std::size_t{1});
        QCOMPARE(eliteCount(0, 10), std::size_t{1});
        QCOMPARE(eliteCount(1, 10), std::size_t{10});
    }

    void historyForgetsFailuresOnly()
    {
        History history;
        history.remember({MemberId(1), CellId(10), 1, 1}, Positives::Set);
        history.remember({MemberId(2), CellId(11), -1, 1}, Positives::Set);
        history.remember({MemberId(3), CellId(11), -1, 2}, Positives::Set);
        // m = 5: labelled in generation 1, votes up to generation 6.
        QVERIFY(history.forget(6, 5, Positives::Set).empty());
        QCOMPARE(history.forget(7, 5, Positives::Set), (std::vector<MemberId>{MemberId(2)}));
        // A positive of the same cell takes the old one's place; a negative does not.
        QCOMPARE(history.remember({MemberId(4), CellId(10), -1, 7}, Positives::Set), MemberId::none());
        QCOMPARE(history.remember({MemberId(5), CellId(10), 1, 7}, Positives::Set), MemberId(1));
        QCOMPARE(history.entries().size(), std::size_t{3});
        QCOMPARE(history.remember({MemberId(6), CellId(10), 1, 7}, Positives::Multiset), MemberId::none());
        QCOMPARE(history.forget(9, 5, Positives::LastGeneration).size(), std::size_t{3});
    }

    void survivors()
    {
        const Parents all{{MemberId(0), CellId(1), 5},
                          {MemberId(1), CellId(2), 7},
                          {MemberId(2), CellId(3), 7},
                          {MemberId(3), CellId(1), 5},
                          {MemberId(4), CellId(4), 1}};
        const auto members = [](const Parents& list) {
            std::vector<std::uint32_t> ids;
            for (const Parent& one : list)
                ids.push_back(one.member.value);
            return ids;
        };
        QCOMPARE(members(bestDistinct(all, 3)), (std::vector<std::uint32_t>{1, 2, 0}));
        QCOMPARE(members(bestDistinct(all, 10)), (std::vector<std::uint32_t>{1, 2, 0, 4}));
        QCOMPARE(members(youngestDistinct(all, 2)), (std::vector<std::uint32_t>{2, 4}));
    }

    // Without replacement the best of ten wins a tournament of five with probability 1/2, the fifth best when
    // the four better ones are out: C(5, 4) / C(10, 5) = 5/252.
    void tournamentDrawsWithoutReplacement()
    {
        Parents parents;
        for (std::uint32_t i = 0; i < 10; ++i)
            parents.push_back({MemberId(i), CellId(i), -static_cast<double>(i)});
        std::array<int, 10> wins{};
        const int draws = 50400;
        for (std::uint32_t i = 0; i < draws; ++i) {
            Stream stream = drawing(i);
            ++wins[tournament(parents, 5, stream)];
        }
        QVERIFY(std::abs(wins[0] - draws / 2) < 450);
        QVERIFY(std::abs(wins[4] - draws * 5 / 252) < 4 * 32);
        QCOMPARE(wins[6], 0);
        Stream stream = drawing(1);
        QCOMPARE(tournament(parents, 50, stream), std::size_t{0});
    }

    void sigmoidIsExact()
    {
        for (const double x : {-50.0, -3.0, -0.045, 0.0, 1e-9, 0.7, 2.5, 30.0})
            QVERIFY(std::abs(sigmoid(x) * (1 + std::exp(-x)) - 1) < 1e-13);
        QCOMPARE(sigmoid(1000.0), 1.0);
        QVERIFY(sigmoid(-1000.0) >= 0 && sigmoid(-1000.0) < 1e-300);
    }
};

QTEST_GUILESS_MAIN(TestTransferRank)
#include "tst_transferrank.moc"
