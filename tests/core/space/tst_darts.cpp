// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/space/CellPool.h"
#include "core/space/DartsGenotype.h"
#include "core/space/DartsSpace.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <array>
#include <functional>
#include <set>

using namespace ktnas;

namespace {

const Space& darts()
{
    return *spaceById("darts-5x9");
}

/// Random cells of the space, the same in every run.
std::vector<Cell> someCells(std::uint32_t count)
{
    std::vector<Cell> cells;
    for (std::uint32_t i = 0; i < count; ++i) {
        Stream stream({21, Purpose::Test, 0, 0, i});
        cells.push_back(darts().random(stream));
    }
    return cells;
}

Error errorOf(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal).butFound("no error");
}

// The two genotypes that KTNAS released, in its evaluation code's form.
const std::string ktC10 =
    "KT_C10 = Genotype(normal=[('Identity', 1), ('AVG', 1), ('MAX', 1), ('DW3', 1), ('DW3', 1), ('DC7', 2), "
    "('DC5', 0), ('MAX', 4), ('DW3', 0), ('DW7', 4)], normal_concat=[3, 5, 6], reduce=[('MAX', 1), ('DC7', "
    "1), "
    "('Identity', 0), ('DC5', 1), ('DW5', 0), ('AVG', 0), ('AVG', 4), ('MAX', 3), ('DC3', 3), ('MAX', 0)], "
    "reduce_concat=[2, 5, 6])";
const std::string ktC100 =
    "Genotype(normal=[('DC5', 0), ('DC7', 0), ('DW5', 1), ('DW7', 0), ('AVG', 1), ('MAX', 0), ('DW7', 1), "
    "('Identity', 0), ('DW5', 1), ('AVG', 4)], normal_concat=[2, 3, 5, 6], reduce=[('DC7', 1), ('DW3', 1), "
    "('DW3', 0), ('DW3', 1), ('DC5', 0), ('AVG', 2), ('DC3', 0), ('DC3', 4), ('DW3', 2), ('DC3', 1)], "
    "reduce_concat=[3, 5, 6])";

} // namespace

class TestDarts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void genes()
    {
        QCOMPARE(darts().geneCount(), std::size_t{40});
        QVERIFY(!darts().cellCount());
        // (2·3·4·5·6)²·9¹⁰ per cell, about 1.81e15; two cells.
        double size = 1;
        for (std::size_t gene = 0; gene < 40; ++gene)
            size *= darts().geneRange(gene);
        QVERIFY(std::abs(size / 3.27e30 - 1) < 0.01);
        QCOMPARE(darts().geneLabel(0), std::string("reduction node 2 input a"));
        QCOMPARE(darts().geneLabel(39), std::string("normal node 6 operation b"));
        QVERIFY(!darts().contains(Cell{0, 1}));
        QVERIFY(!darts().contains(someCells(1)[0].with(0, 2)));
    }

    void textGoesThereAndBack()
    {
        for (const Cell& cell : someCells(500)) {
            QVERIFY(darts().contains(cell));
            QVERIFY(darts().parse(darts().format(cell)) == cell);
            QVERIFY(parseGenotype(formatGenotype(cell)) == cell);
        }
    }

    // Every code of this file is there twice: as a wrapped log line and as plain numbers.
    void logLinesOfTheAuthorsCode()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/format-samples/emt-nas-codes.txt");
        const std::string text = readFile(path);
        std::size_t at = 0;
        int codes = 0;
        while ((at = text.find("code:", at)) != std::string::npos) {
            const std::size_t close = text.find(']', at);
            const std::string wrapped = text.substr(at, close + 1 - at);
            const std::size_t end = text.find('\n', close + 2);
            const std::string plain = text.substr(close + 2, end - close - 2);
            QCOMPARE(darts().format(darts().parse(wrapped)), plain);
            at = close;
            ++codes;
        }
        QCOMPARE(codes, 4);
    }

    void commasAndBracketsAreAllowed()
    {
        const Cell cell = someCells(1)[0];
        std::string commas;
        for (const std::uint8_t gene : cell.genes())
            commas += (commas.empty() ? "" : ", ") + std::to_string(gene);
        QVERIFY(darts().parse("[" + commas + "]\n") == cell);
        QVERIFY(darts().parse("code: [ " + commas + " ]") == cell);
        QVERIFY(darts().parse(commas) == cell);
    }

    void brokenTextsAreNoCells()
    {
        for (const std::string& whole :
             {darts().format(someCells(1)[0]), "code:[" + darts().format(someCells(1)[0]) + "]"}) {
            for (std::size_t length = 0; length < whole.size(); ++length) {
                const std::string part = whole.substr(0, length);
                const Error error = errorOf([&] { (void)darts().parse(part); });
                QVERIFY2(error.code == ErrorCode::BadCell, part.c_str());
            }
        }
        for (const std::string& whole : {ktC10, ktC100}) {
            for (std::size_t length = 0; length < whole.size(); ++length) {
                const std::string part = whole.substr(0, length);
                const Error error = errorOf([&] { (void)parseGenotype(part); });
                QVERIFY2(error.code == ErrorCode::BadCell, part.c_str());
            }
        }
        const std::string zeros =
            "0 1 0 6 0 1 2 2 2 0 6 1 4 4 3 1 2 2 4 8 0 1 4 1 0 1 0 0 0 3 1 0 1 1 6 2 0 3 2 3";
        QVERIFY(darts().contains(darts().parse(zeros)));
        const Error large = errorOf([&] { (void)darts().parse("0 2" + zeros.substr(3)); });
        QCOMPARE(large.column, std::string("column 3"));
        QVERIFY(large.expected.find("reduction node 2 input b, 0 to 1") != std::string::npos);
        QVERIFY(errorOf([&] { (void)darts().parse(zeros + " 0"); }).expected == "the end of the text");
        QVERIFY(errorOf([&] { (void)darts().parse("99999999999999999999"); }).code == ErrorCode::BadCell);
        QVERIFY(errorOf([&] { (void)darts().parse("64-41414-0_00_000"); }).code == ErrorCode::BadCell);
        QVERIFY(errorOf([&] { (void)darts().parse("-1 0"); }).code == ErrorCode::BadCell);
    }

    void releasedGenotypes()
    {
        const Cell c10 = parseGenotype(ktC10);
        QCOMPARE(concatNodes(c10, DartsCell::Normal), (std::vector<int>{3, 5, 6}));
        QCOMPARE(concatNodes(c10, DartsCell::Reduction), (std::vector<int>{2, 5, 6}));
        const Cell c100 = parseGenotype(ktC100);
        QCOMPARE(concatNodes(c100, DartsCell::Normal), (std::vector<int>{2, 3, 5, 6}));
        QCOMPARE(concatNodes(c100, DartsCell::Reduction), (std::vector<int>{3, 5, 6}));
        QCOMPARE("KT_C10 = " + formatGenotype(c10), ktC10);
        QCOMPARE(formatGenotype(c100), ktC100);
        // Reduction first: MAX and DC7 on state 1.
        QVERIFY(darts().format(c10).starts_with("1 1 7 5 0 1 6 4"));
    }

    void wrongGenotypes()
    {
        std::string wrongConcat = ktC100;
        wrongConcat.replace(wrongConcat.find("[2, 3, 5, 6]"), 12, "range(2, 7) ");
        QVERIFY(errorOf([&] { (void)parseGenotype(wrongConcat); }).expected.starts_with("[2, 3, 5, 6]"));
        std::string wrongOperation = ktC100;
        wrongOperation.replace(wrongOperation.find("DC5"), 3, "DC4");
        const Error error = errorOf([&] { (void)parseGenotype(wrongOperation); });
        QCOMPARE(error.column, "column " + std::to_string(ktC100.find("DC5") + 1));
        QVERIFY(error.expected.find("Identity") != std::string::npos);
        std::string wrongInput = ktC100;
        wrongInput.replace(wrongInput.find("('DC5', 0)"), 10, "('DC5', 2)");
        QCOMPARE(errorOf([&] { (void)parseGenotype(wrongInput); }).expected,
                 std::string("an input from 0 to 1"));
        // The four-node genotypes of DARTS itself are of another space.
        QVERIFY(
            errorOf([] {
                (void)parseGenotype(
                    "Genotype(normal=[('sep_conv_3x3', 0), ('skip_connect', 1)], normal_concat=range(2, 6)");
            }).code
            == ErrorCode::BadCell);
    }

    void genotypeSpellings()
    {
        const Cell cell = parseGenotype(ktC100);
        std::string text = ktC100;
        for (char& c : text)
            c = c == '\'' ? '"' : c == ' ' ? '\n' : c;
        QVERIFY(parseGenotype(text) == cell);
        // Nodes 2 … 6 all unread: then the concatenation may be a range.
        Cell flat = cell;
        for (std::size_t gene = 0; gene < 40; ++gene)
            flat = gene % 4 < 2 ? flat.with(gene, 1) : flat;
        std::string range = formatGenotype(flat);
        const std::string list = "[2, 3, 4, 5, 6]";
        for (std::size_t at = range.find(list); at != std::string::npos; at = range.find(list))
            range.replace(at, list.size(), "range(2, 7)");
        QVERIFY(parseGenotype(range) == flat);
    }

    void neighboursAreTheMovesByOne()
    {
        for (const Cell& cell : someCells(20)) {
            std::set<Cell> expected;
            for (std::size_t gene = 0; gene < 40; ++gene) {
                for (int value = 0; value < darts().geneRange(gene); ++value) {
                    const int apart = std::abs(value - cell[gene]);
                    if (apart == 1 || (apart > 0 && apart == darts().geneRange(gene) - 1))
                        expected.insert(cell.with(gene, static_cast<std::uint8_t>(value)));
                }
            }
            const auto near = darts().neighbours(cell);
            // Two moves a gene, one for the two binary genes of each cell.
            QCOMPARE(near.size(), std::size_t{76});
            QVERIFY((std::set<Cell>(near.begin(), near.end()) == expected));
        }
    }

    void mutationMovesEachGeneAsOftenAsAsked()
    {
        const Cell cell = someCells(1)[0];
        const int draws = 20000;
        std::array<int, 40> up{};
        std::array<int, 40> down{};
        for (std::uint32_t i = 0; i < draws; ++i) {
            Stream stream({22, Purpose::Test, 0, 0, i});
            const Cell child = darts().mutate(cell, 0.1, stream);
            for (std::size_t gene = 0; gene < 40; ++gene) {
                if (child[gene] == cell[gene])
                    continue;
                const int range = darts().geneRange(gene);
                const bool isUp = child[gene] == (cell[gene] + 1) % range;
                QVERIFY(isUp || child[gene] == (cell[gene] + range - 1) % range);
                ++(isUp ? up : down)[gene];
            }
        }
        for (std::size_t gene = 0; gene < 40; ++gene) {
            // 4.5 standard deviations of a count with p = .1 and of the split with p = .5.
            QVERIFY(std::abs(up[gene] + down[gene] - draws * 0.1) < 191);
            if (darts().geneRange(gene) > 2)
                QVERIFY(std::abs(up[gene] - down[gene]) < 201);
        }
        Stream stream({23, Purpose::Test, 0, 0, 0});
        QVERIFY(darts().mutate(cell, 0, stream) == cell);
        QCOMPARE(Space::editDistance(darts().mutate(cell, 1, stream), cell), 40);
    }

    void crossoverMovesWholeNodes()
    {
        const auto cells = someCells(2);
        Stream stream({24, Purpose::Test, 0, 0, 0});
        std::set<Cell> seen;
        for (int i = 0; i < 200; ++i) {
            const auto [first, second] = darts().crossover(cells[0], cells[1], stream);
            seen.insert(first);
            for (std::size_t block = 0; block < 40; block += 4) {
                const auto same = [block](const Cell& a, const Cell& b) {
                    return std::ranges::equal(a.genes().subspan(block, 4), b.genes().subspan(block, 4));
                };
                QVERIFY((same(first, cells[0]) && same(second, cells[1]))
                        || (same(first, cells[1]) && same(second, cells[0])));
            }
        }
        // 200 draws of 1,024 patterns: about 182 different ones.
        QVERIFY(seen.size() > 150);
    }

    void twinsAreTheSameCodes()
    {
        const auto cells = someCells(2);
        QVERIFY(darts().strictKey(cells[0]) != darts().strictKey(cells[1]));
        QVERIFY(darts().pruned(cells[0]) == cells[0]);
        QVERIFY(!darts().functionalKey(cells[0]));
        QVERIFY(errorOf([] { (void)twinClasses(darts()); }).code == ErrorCode::Internal);
        QVERIFY(errorOf([] { (void)neighbourTable(darts()); }).code == ErrorCode::Internal);
    }

    void aPoolNumbersCellsAsTheyCome()
    {
        CellPool pool(spaceById("darts-5x9"));
        QVERIFY(!pool.isEnumerable());
        const auto cells = someCells(100);
        for (std::uint32_t i = 0; i < cells.size(); ++i)
            QCOMPARE(pool.intern(cells[i]), CellId(i));
        QCOMPARE(pool.intern(cells[42]), CellId(42));
        QVERIFY(pool.cell(CellId(99)) == cells[99]);
    }
};

QTEST_GUILESS_MAIN(TestDarts)
#include "tst_darts.moc"
