// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/space/CellPool.h"
#include "core/space/FourNodeSpace.h"
#include "core/space/Space.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <array>
#include <map>
#include <set>

using namespace ktnas;

namespace {

std::vector<std::shared_ptr<const Space>> enumerableSpaces()
{
    std::vector<std::shared_ptr<const Space>> result;
    for (const auto& space : allSpaces()) {
        if (space->cellCount())
            result.push_back(space);
    }
    return result;
}

/// The error of parsing a text that must not be a cell.
Error parseError(const Space& space, std::string_view text)
{
    try {
        (void)space.parse(text);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal).butFound("no error for " + std::string(text));
}

} // namespace

class TestEnumerableSpaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes()
    {
        const std::map<std::string, std::uint32_t, std::less<>> expected{
            {"nas-bench-201", 15625}, {"transnas-bench-101-micro", 4096}, {"micro-4op", 4096}};
        const auto spaces = enumerableSpaces();
        QCOMPARE(spaces.size(), expected.size());
        for (const auto& space : spaces) {
            QCOMPARE(*space->cellCount(), expected.at(std::string(space->id())));
            QCOMPARE(spaceById(space->id()).get(), space.get());
        }
        QVERIFY(spaceById("nas-bench-202") == nullptr);
    }

    void everyCellGoesThereAndBack()
    {
        for (const auto& space : enumerableSpaces()) {
            std::set<std::string> texts;
            for (std::uint32_t i = 0; i < *space->cellCount(); ++i) {
                const Cell cell = space->cell(CellId(i));
                QVERIFY(space->contains(cell));
                QCOMPARE(space->ordinal(cell), CellId(i));
                const std::string text = space->format(cell);
                QVERIFY(space->parse(text) == cell);
                texts.insert(text);
            }
            QCOMPARE(texts.size(), std::size_t{*space->cellCount()});
        }
    }

    // The best cell of CIFAR-10 as the benchmark's authors write it; TransNAS counts its rows in our order.
    void textsOfTheBenchmarks()
    {
        const auto nas = spaceById("nas-bench-201");
        const std::string best = "|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+"
                                 "|skip_connect~0|nor_conv_3x3~1|nor_conv_1x1~2|";
        QVERIFY(nas->parse(best) == (Cell{3, 3, 3, 1, 3, 2}));
        QCOMPARE(nas->format(Cell{3, 3, 3, 1, 3, 2}), best);
        QCOMPARE(nas->summary(Cell{3, 3, 3, 1, 3, 2}), std::string("4 conv 3×3, 1 skip, 1 conv 1×1"));
        QVERIFY(nas->parse(" \t" + best + "\r\n") == (Cell{3, 3, 3, 1, 3, 2}));
        const auto micro = spaceById("transnas-bench-101-micro");
        QVERIFY(micro->parse("64-41414-1_23_012") == (Cell{1, 2, 3, 0, 1, 2}));
        QCOMPARE(micro->ordinal(micro->parse("64-41414-0_00_012")), CellId(6));
        QCOMPARE(spaceById("micro-4op")->format(Cell{1, 2, 3, 0, 1, 2}), std::string("1_23_012"));
        QCOMPARE(nas->geneLabel(3), std::string("0->3"));
        QCOMPARE(nas->geneLabel(2), std::string("1->2"));
    }

    // The published tables list every cell once; TransNAS in the order of our ordinals.
    void tablesOfTheBenchmarks_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("space");
        QTest::addColumn<bool>("inOrder");
        QTest::newRow("nas") << "benchmarks/nas-bench-201.csv"
                             << "nas-bench-201" << false;
        QTest::newRow("transnas") << "benchmarks/transnas-bench-101-micro.csv"
                                  << "transnas-bench-101-micro" << true;
    }
    void tablesOfTheBenchmarks()
    {
        QFETCH(QString, file);
        QFETCH(QString, space);
        QFETCH(bool, inOrder);
        const std::string path = test::sharedFile(file.toStdString());
        if (path.empty())
            QSKIP("needs the benchmarks in the folder that KTNAS_SHARED names, or in ../shared");
        const auto object = spaceById(space.toStdString());
        const std::string text = readFile(path);
        std::set<CellId> seen;
        std::uint32_t rows = 0;
        for (const std::string_view line : split(text, '\n')) {
            const auto fields = split(line, ',');
            if (fields.size() < 2 || fields[1] == "architecture")
                continue;
            const CellId id = object->ordinal(object->parse(fields[1]));
            QCOMPARE(object->format(object->cell(id)), std::string(fields[1]));
            seen.insert(id);
            if (inOrder)
                QCOMPARE(id, CellId(rows));
            ++rows;
        }
        QCOMPARE(rows, *object->cellCount());
        QCOMPARE(seen.size(), std::size_t{rows});
    }

    void truncatedAndForeignTextsAreNoCells()
    {
        for (const auto& space : enumerableSpaces()) {
            const std::string whole = space->format(space->cell(CellId(1234)));
            for (std::size_t length = 0; length < whole.size(); ++length) {
                const Error error = parseError(*space, whole.substr(0, length));
                QVERIFY2(error.code == ErrorCode::BadCell, error.what());
                QVERIFY(!error.column.empty() && !error.expected.empty() && !error.found.empty());
            }
            // One wrong byte anywhere is seen, unless it makes another cell.
            for (std::size_t at = 0; at < whole.size(); ++at) {
                for (const char byte : {'\0', '~', '|', '9', 'x', '\xff'}) {
                    std::string changed = whole;
                    changed[at] = byte;
                    if (changed != whole)
                        QVERIFY2(parseError(*space, changed).code == ErrorCode::BadCell, changed.c_str());
                }
            }
            for (const auto& other : enumerableSpaces()) {
                if (other != space)
                    QVERIFY(parseError(*space, other->format(other->cell(CellId(77)))).code
                            == ErrorCode::BadCell);
            }
            QVERIFY(parseError(*space, whole + whole).code == ErrorCode::BadCell);
            QVERIFY(parseError(*space, std::string(100000, '|')).found.size() < 100);
        }
    }

    void errorsNameThePlace()
    {
        const auto nas = spaceById("nas-bench-201");
        const Error error =
            parseError(*nas, "|nor_conv_3x3~0|+|nor_conv_5x5~0|none~1|+|none~0|none~1|none~2|");
        QCOMPARE(error.column, std::string("column 19"));
        QVERIFY(error.expected.find("skip_connect") != std::string::npos);
        QVERIFY(error.expected.find("avg_pool_3x3") != std::string::npos);
        QVERIFY(error.found.starts_with("\"nor_conv_5x5~0"));
        QVERIFY(error.hint.find("nor_conv_") != std::string::npos);
        const Error node = parseError(*nas, "|none~0|+|none~0|none~2|+|none~0|none~1|none~2|");
        QCOMPARE(node.column, std::string("column 23"));
        QCOMPARE(node.expected, std::string("\"~1\""));
        const Error digit = parseError(*spaceById("transnas-bench-101-micro"), "64-41414-0_04_000");
        QCOMPARE(digit.column, std::string("column 13"));
        QCOMPARE(digit.expected, std::string("0 (none), 1 (skip), 2 (conv1x1) or 3 (conv3x3)"));
        QCOMPARE(parseError(*spaceById("transnas-bench-101-micro"), "64-41414-").found,
                 std::string("the end of the text"));
    }

    void neighboursAreTheCellsAtDistanceOne()
    {
        for (const auto& space : enumerableSpaces()) {
            const auto table = neighbourTable(*space);
            const std::uint32_t count = *space->cellCount();
            QCOMPARE(table->cells.size(), std::size_t{count} * table->degree);
            for (const std::uint32_t i : {0U, 1U, 777U, 2048U, count - 1}) {
                const Cell cell = space->cell(CellId(i));
                std::set<CellId> expected;
                for (std::uint32_t j = 0; j < count; ++j) {
                    if (Space::editDistance(cell, space->cell(CellId(j))) == 1)
                        expected.insert(CellId(j));
                }
                const auto near = table->of(CellId(i));
                QCOMPARE(near.size(), expected.size());
                QVERIFY((std::set<CellId>(near.begin(), near.end()) == expected));
                const auto direct = space->neighbours(cell);
                for (std::size_t k = 0; k < direct.size(); ++k)
                    QCOMPARE(space->ordinal(direct[k]), near[k]);
            }
        }
        QCOMPARE(neighbourTable(*spaceById("nas-bench-201"))->degree, 24U);
        QCOMPARE(neighbourTable(*spaceById("micro-4op"))->degree, 18U);
        QCOMPARE(neighbourTable(*spaceById("micro-4op")).get(),
                 neighbourTable(*spaceById("micro-4op")).get());
    }

    void mutationIsUniformOverTheNeighbours()
    {
        const auto space = spaceById("nas-bench-201");
        const Cell cell{0, 1, 2, 3, 4, 0};
        std::map<Cell, int> counts;
        for (const Cell& near : space->neighbours(cell))
            counts[near] = 0;
        Stream stream({11, Purpose::Test, 0, 0, 0});
        const int draws = 48000;
        for (int i = 0; i < draws; ++i) {
            const Cell child = space->mutate(cell, 1, stream);
            QVERIFY(counts.contains(child));
            ++counts[child];
        }
        const double expected = draws / 24.0;
        double chi2 = 0;
        for (const auto& [near, count] : counts)
            chi2 += (count - expected) * (count - expected) / expected;
        // 23 degrees of freedom: above 49.7 with probability .001.
        QVERIFY2(chi2 < 49.7, qPrintable(QString::number(chi2)));
    }

    void mutationHappensAsOftenAsAsked()
    {
        const auto space = spaceById("transnas-bench-101-micro");
        const Cell cell{0, 1, 2, 3, 0, 1};
        Stream stream({12, Purpose::Test, 0, 0, 0});
        int changed = 0;
        for (int i = 0; i < 10000; ++i) {
            changed += space->mutate(cell, 0.3, stream) != cell ? 1 : 0;
            QVERIFY(space->mutate(cell, 0, stream) == cell);
        }
        // Four standard deviations: 4·sqrt(10000·.3·.7) = 183.
        QVERIFY(std::abs(changed - 3000) < 184);
    }

    void childrenOfACrossoverAreComplementary()
    {
        const auto space = spaceById("nas-bench-201");
        const Cell a{0, 0, 0, 0, 0, 0};
        const Cell b{1, 1, 1, 1, 1, 1};
        Stream stream({13, Purpose::Test, 0, 0, 0});
        std::map<Cell, int> firsts;
        const int draws = 64000;
        for (int i = 0; i < draws; ++i) {
            const auto [first, second] = space->crossover(a, b, stream);
            for (std::size_t gene = 0; gene < 6; ++gene)
                QCOMPARE(first[gene] + second[gene], 1);
            ++firsts[first];
        }
        // All 2⁶ patterns, equally likely: 63 degrees of freedom, above 103.4 with probability .001.
        QCOMPARE(firsts.size(), std::size_t{64});
        double chi2 = 0;
        for (const auto& [cell, count] : firsts)
            chi2 += (count - draws / 64.0) * (count - draws / 64.0) / (draws / 64.0);
        QVERIFY2(chi2 < 103.4, qPrintable(QString::number(chi2)));
    }

    void randomCellsAreUniform()
    {
        const auto space = spaceById("micro-4op");
        std::array<int, 64> counts{};
        Stream stream({14, Purpose::Test, 0, 0, 0});
        const int draws = 64000;
        for (int i = 0; i < draws; ++i)
            ++counts[space->ordinal(space->random(stream)).value / 64];
        double chi2 = 0;
        for (const int count : counts)
            chi2 += (count - draws / 64.0) * (count - draws / 64.0) / (draws / 64.0);
        QVERIFY2(chi2 < 103.4, qPrintable(QString::number(chi2)));
    }

    void aPoolOfAnEnumerableSpaceGivesOrdinals()
    {
        CellPool pool(spaceById("nas-bench-201"));
        QVERIFY(pool.isEnumerable());
        for (const std::uint32_t i : {15624U, 0U, 333U}) {
            const Cell cell = pool.space().cell(CellId(i));
            QCOMPARE(pool.intern(cell), CellId(i));
            QVERIFY(pool.cell(CellId(i)) == cell);
        }
    }
};

QTEST_GUILESS_MAIN(TestEnumerableSpaces)
#include "tst_enumerablespaces.moc"
