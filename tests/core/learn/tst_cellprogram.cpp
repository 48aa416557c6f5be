// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/learn/api/CellProgram.h"
#include "core/space/Space.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <optional>
#include <string>

using namespace ktnas;

namespace {

using Value = std::optional<std::uint64_t>; ///< nothing: zero, which every operation hands on

/// A stand-in for what an operation does to a feature map: no two of them, and no two orders of them, agree.
std::uint64_t applied(int operation, std::uint64_t x)
{
    const std::uint64_t mixed = (x + static_cast<std::uint64_t>(operation)) * 0x9e3779b97f4a7c15U;
    return (mixed ^ (mixed >> 29)) * 0xbf58476d1ce4e5b9U;
}

Value sum(const std::vector<int>& values, const std::vector<Value>& known)
{
    Value total;
    for (const int value : values) {
        const Value term = known[static_cast<std::size_t>(value)];
        if (term)
            total = total.value_or(0) + *term;
    }
    return total;
}

/// What a program makes of a number if all units of one operation have the same weights.
Value carriedOut(const CellProgram& program)
{
    std::vector<Value> values{Value(12345)};
    for (const CellProgram::Unit& unit : program.units) {
        const Value input = sum(unit.inputs, values);
        if (!input || unit.family == OperationFamily::None)
            values.emplace_back();
        else if (unit.family == OperationFamily::Skip)
            values.push_back(input);
        else
            values.emplace_back(applied(unit.operation, *input));
    }
    return sum(program.output, values);
}

std::string textOf(const CellProgram& program)
{
    std::string text;
    const auto add = [&](const std::vector<int>& values) {
        for (const int value : values)
            text += std::to_string(value) + ',';
        text += ';';
    };
    for (const CellProgram::Unit& unit : program.units) {
        text += std::to_string(unit.operation) + ':';
        add(unit.inputs);
    }
    add(program.output);
    return text;
}

} // namespace

class TestCellProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twinsHaveEqualPrograms_data()
    {
        QTest::addColumn<QByteArray>("space");
        QTest::addColumn<std::size_t>("classes");
        QTest::newRow("micro-4op") << QByteArray("micro-4op") << std::size_t{1011};
        QTest::newRow("nas-bench-201") << QByteArray("nas-bench-201") << std::size_t{5260};
    }

    // Equal programs exactly where the functional keys are equal, and what a program computes is what the
    // cell computes.
    void twinsHaveEqualPrograms()
    {
        QFETCH(QByteArray, space);
        QFETCH(std::size_t, classes);
        const auto cells = spaceById(space.toStdString());
        std::map<std::string, CellProgram> programOfKey;
        std::map<std::string, std::string> keyOfProgram;
        for (std::uint32_t i = 0; i < *cells->cellCount(); ++i) {
            const Cell cell = cells->cell(CellId(i));
            const CellProgram program = canonicalProgram(*cells, cell);
            const std::string key = *cells->functionalKey(cell);
            QVERIFY(programOfKey.try_emplace(key, program).first->second == program);
            QVERIFY(keyOfProgram.try_emplace(textOf(program), key).first->second == key);
            QVERIFY(carriedOut(program) == carriedOut(plainProgram(*cells, cell)));
            for (std::size_t u = 0; u < program.units.size(); ++u) {
                QVERIFY(!program.units[u].inputs.empty());
                QVERIFY(std::is_sorted(program.units[u].inputs.begin(), program.units[u].inputs.end()));
                QVERIFY(program.units[u].inputs.back() <= static_cast<int>(u));
                QVERIFY(program.units[u].family != OperationFamily::Skip
                        && program.units[u].family != OperationFamily::None);
            }
        }
        QCOMPARE(programOfKey.size(), classes);
        QCOMPARE(keyOfProgram.size(), classes);
    }

    // Node 1 is 3×3 of the input and node 2 the input; the output takes node 1, 1×1 of it, and node 2.
    void aPlainProgramByHand()
    {
        const auto space = spaceById("micro-4op");
        const CellProgram program = plainProgram(*space, Cell({3, 1, 0, 0, 2, 1}));
        QCOMPARE(program.units.size(), std::size_t{6});
        QCOMPARE(program.units[4].inputs, std::vector<int>{1});
        QCOMPARE(program.units[4].gene, 4);
        QCOMPARE(program.units[5].inputs, (std::vector<int>{2, 3}));
        QCOMPARE(program.output, (std::vector<int>{4, 5, 6}));
        QVERIFY(!program.units[0].strided);
    }

    void aCanonicalProgramByHand()
    {
        const auto space = spaceById("micro-4op");
        // 2·a(x): one unit whose value counts twice.
        const CellProgram program = canonicalProgram(*space, Cell({2, 0, 1, 0, 1, 1}));
        QCOMPARE(program.units.size(), std::size_t{1});
        QCOMPARE(program.units[0].inputs, std::vector<int>{0});
        QCOMPARE(program.output, (std::vector<int>{1, 1}));
        QVERIFY(canonicalProgram(*space, Cell({0, 0, 3, 0, 3, 3})).output.empty());
    }

    void onlyEdgesFromTheInputAreStrided()
    {
        const auto space = spaceById("transnas-bench-101-micro");
        const CellProgram program = plainProgram(*space, Cell({3, 1, 2, 1, 2, 3}));
        std::vector<bool> strided;
        for (const CellProgram::Unit& unit : program.units)
            strided.push_back(unit.strided);
        QCOMPARE(strided, (std::vector<bool>{true, true, false, true, false, false}));
        QVERIFY_EXCEPTION_THROWN(canonicalProgram(*space, Cell({3, 1, 2, 1, 2, 3})), Error);
    }

    void otherSpacesAreRefused()
    {
        const auto space = spaceById("darts-5x9");
        Stream stream({1, Purpose::Test, 0, 0, 0});
        const Cell cell = space->random(stream);
        QVERIFY_EXCEPTION_THROWN(plainProgram(*space, cell), Error);
        QVERIFY_EXCEPTION_THROWN(plainProgram(*spaceById("micro-4op"), cell), Error);
    }
};

QTEST_APPLESS_MAIN(TestCellProgram)
#include "tst_cellprogram.moc"
