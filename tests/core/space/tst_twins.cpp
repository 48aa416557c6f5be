// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/space/FourNodeSpace.h"
#include "core/space/Space.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <set>
#include <thread>

using namespace ktnas;

namespace {

std::vector<std::uint32_t> classSizes(const std::vector<std::uint32_t>& classes, std::uint32_t count)
{
    std::vector<std::uint32_t> sizes(count, 0);
    for (const std::uint32_t number : classes)
        ++sizes.at(number);
    return sizes;
}

} // namespace

class TestTwins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Counts of the published benchmarks: NASLib lists 9,445 pruned cells of NAS-Bench-201 and 2,128 of
    // TransNAS; with the inner nodes swapped 8,765 and 1,948. The sizes feed the noise ceiling.
    void strictCounts_data()
    {
        QTest::addColumn<QString>("space");
        QTest::addColumn<uint>("prunedCells");
        QTest::addColumn<uint>("classes");
        QTest::addColumn<uint>("shared");
        QTest::addColumn<uint>("cellsInShared");
        QTest::newRow("nas-bench-201") << "nas-bench-201" << 9445U << 8765U << 685U << 7545U;
        QTest::newRow("transnas") << "transnas-bench-101-micro" << 2128U << 1948U << 184U << 2332U;
        QTest::newRow("micro-4op") << "micro-4op" << 2128U << 1948U << 184U << 2332U;
    }
    void strictCounts()
    {
        QFETCH(QString, space);
        QFETCH(uint, prunedCells);
        QFETCH(uint, classes);
        QFETCH(uint, shared);
        QFETCH(uint, cellsInShared);
        const auto object = spaceById(space.toStdString());
        std::set<Cell> pruned;
        for (std::uint32_t i = 0; i < *object->cellCount(); ++i)
            pruned.insert(object->pruned(object->cell(CellId(i))));
        QCOMPARE(pruned.size(), std::size_t{prunedCells});
        const auto twins = twinClasses(*object);
        QCOMPARE(twins->strict.size(), std::size_t{*object->cellCount()});
        QCOMPARE(twins->strictCount, classes);
        const auto sizes = classSizes(twins->strict, twins->strictCount);
        QVERIFY(std::ranges::find(sizes, 0U) == sizes.end());
        uint several = 0;
        uint cells = 0;
        for (const std::uint32_t size : sizes) {
            several += size > 1 ? 1 : 0;
            cells += size > 1 ? size : 0;
        }
        QCOMPARE(several, shared);
        QCOMPARE(cells, cellsInShared);
    }

    void functionalCounts()
    {
        QCOMPARE(twinClasses(*spaceById("nas-bench-201"))->functionalCount, 5260U);
        QCOMPARE(twinClasses(*spaceById("micro-4op"))->functionalCount, 1011U);
        const auto strided = twinClasses(*spaceById("transnas-bench-101-micro"));
        QCOMPARE(strided->functionalCount, 0U);
        QVERIFY(strided->functional.empty());
        QVERIFY(!spaceById("transnas-bench-101-micro")->functionalKey(Cell{0, 0, 0, 0, 0, 0}));
    }

    void classesAreNumberedByTheirFirstCell()
    {
        for (const char* id : {"nas-bench-201", "micro-4op"}) {
            const auto twins = twinClasses(*spaceById(id));
            for (const auto* classes : {&twins->strict, &twins->functional}) {
                std::uint32_t next = 0;
                for (const std::uint32_t number : *classes) {
                    QVERIFY(number <= next);
                    next = std::max(next, number + 1);
                }
            }
        }
    }

    // The class tables come from keys of class representatives; here from every cell's own key.
    void functionalClassesAreCoarserThanStrictOnes()
    {
        const auto space = spaceById("nas-bench-201");
        const auto twins = twinClasses(*space);
        std::map<std::uint32_t, std::string> keys;
        for (std::uint32_t i = 0; i < *space->cellCount(); ++i) {
            const std::string key = *space->functionalKey(space->cell(CellId(i)));
            QCOMPARE(keys.try_emplace(twins->functional[i], key).first->second, key);
        }
        std::set<std::string> distinct;
        for (const auto& [number, key] : keys)
            distinct.insert(key);
        QCOMPARE(distinct.size(), std::size_t{twins->functionalCount});
    }

    void pruningAndSwappingKeepTheClass()
    {
        const auto space = spaceById("nas-bench-201");
        for (std::uint32_t i = 0; i < *space->cellCount(); ++i) {
            const Cell cell = space->cell(CellId(i));
            const Cell pruned = space->pruned(cell);
            QVERIFY(space->pruned(pruned) == pruned);
            QCOMPARE(space->strictKey(pruned), space->strictKey(cell));
            for (std::size_t gene = 0; gene < 6; ++gene)
                QVERIFY(pruned[gene] == cell[gene] || pruned[gene] == FourNodeSpace::noneOperation);
            if (pruned[2] != FourNodeSpace::noneOperation)
                continue;
            const Cell swapped = FourNodeSpace::withInnerNodesSwapped(pruned);
            QVERIFY(FourNodeSpace::withInnerNodesSwapped(swapped) == pruned);
            QCOMPARE(space->strictKey(swapped), space->strictKey(pruned));
            QCOMPARE(*space->functionalKey(swapped), *space->functionalKey(pruned));
        }
    }

    void handWorkedPairs_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("strict");
        QTest::addColumn<bool>("functional");
        QTest::newRow("no path at all, twice") << "3_00_003"
                                               << "0_33_000" << true << true;
        QTest::newRow("no path against one skip") << "0_00_000"
                                                  << "0_00_100" << false << false;
        QTest::newRow("dead branch at node 1") << "3_00_300"
                                               << "0_00_300" << true << true;
        QTest::newRow("two routes through either inner node") << "2_30_023"
                                                              << "3_20_032" << true << true;
        QTest::newRow("one conv through a skip") << "0_00_300"
                                                 << "3_00_010" << false << true;
        QTest::newRow("2·a(x) is not a(x) + b(x)") << "2_01_011"
                                                   << "0_10_202" << false << false;
        QTest::newRow("a(x) + b(x) by two ways") << "2_20_011"
                                                 << "2_00_210" << false << true;
        QTest::newRow("kernels differ") << "0_00_300"
                                        << "0_00_200" << false << false;
        QTest::newRow("order of two convs matters") << "2_00_030"
                                                    << "3_00_020" << false << false;
    }
    void handWorkedPairs()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, strict);
        QFETCH(bool, functional);
        const auto space = spaceById("micro-4op");
        const Cell first = space->parse(a.toStdString());
        const Cell second = space->parse(b.toStdString());
        QCOMPARE(space->strictKey(first) == space->strictKey(second), strict);
        QCOMPARE(*space->functionalKey(first) == *space->functionalKey(second), functional);
    }

    void equalPoolingsMerge()
    {
        const auto space = spaceById("nas-bench-201");
        // pool(x) twice as two edges, and once with its result used twice.
        QCOMPARE(*space->functionalKey(Cell{4, 4, 0, 0, 1, 1}),
                 *space->functionalKey(Cell{4, 0, 1, 0, 1, 1}));
        QVERIFY(*space->functionalKey(Cell{4, 4, 0, 0, 1, 1})
                != *space->functionalKey(Cell{0, 0, 0, 4, 0, 0}));
        QVERIFY(*space->functionalKey(Cell{3, 3, 0, 0, 1, 1})
                != *space->functionalKey(Cell{3, 0, 1, 0, 1, 1}));
    }

    void theCacheIsSafeToShare()
    {
        std::vector<std::shared_ptr<const TwinClasses>> seen(8);
        {
            std::vector<std::jthread> threads;
            for (auto& slot : seen)
                threads.emplace_back([&slot] { slot = twinClasses(*spaceById("micro-4op")); });
        }
        for (const auto& slot : seen)
            QCOMPARE(slot.get(), seen.front().get());
    }
};

QTEST_GUILESS_MAIN(TestTwins)
#include "tst_twins.moc"
