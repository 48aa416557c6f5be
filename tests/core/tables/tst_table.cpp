// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/Table.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/tables/ReadTable.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace ktnas;

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const Table> smallTable()
{
    static const std::shared_ptr<const Table> table = readTable(KTNAS_TEST_DATA "/tables/small.csv");
    return table;
}

} // namespace

class TestTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranksShareThePlaceAndLeaveOutWhatIsMissing()
    {
        Measure measure;
        measure.values = {3, 5, missing, 5, 1};
        using Ranks = std::vector<std::uint32_t>;
        QCOMPARE(placeRanks(measure), (Ranks{3, 1, 0, 1, 4}));
        measure.direction = Direction::Minimise;
        QCOMPARE(placeRanks(measure), (Ranks{2, 3, 0, 3, 1}));
        QCOMPARE(placeRanks(Measure()), Ranks());
    }

    void ranksAreOneMoreThanTheBetterOnes()
    {
        Measure measure;
        Stream stream({11, Purpose::Test, 0, 0, 0});
        for (int i = 0; i < 300; ++i)
            measure.values.push_back(stream.below(50));
        const auto ranks = placeRanks(measure);
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            const auto better = std::count_if(measure.values.begin(), measure.values.end(),
                                              [&](double value) { return value > measure.values[i]; });
            QCOMPARE(ranks[i], static_cast<std::uint32_t>(better + 1));
        }
    }

    void qualitiesTurnALossRound()
    {
        Measure measure;
        measure.values = {0.5, missing, 2};
        QCOMPARE(qualities(measure)[2], 2.0);
        measure.direction = Direction::Minimise;
        const auto turned = qualities(measure);
        QCOMPARE(turned[0], -0.5);
        QVERIFY(std::isnan(turned[1]));
        QCOMPARE(turned[2], -2.0);
    }

    void rowsAreFoundByCell()
    {
        const auto table = smallTable();
        QCOMPARE(table->rowCount(), std::size_t{8});
        QVERIFY(!table->isComplete());
        for (std::size_t row = 0; row < table->rowCount(); ++row)
            QCOMPARE(*table->rowOf(table->cellAt(row)), row);
        std::size_t found = 0;
        for (std::uint32_t id = 0; id < 15625; ++id)
            found += table->rowOf(CellId(id)) ? 1 : 0;
        QCOMPARE(found, std::size_t{8});
        QVERIFY(!table->rowOf(CellId()));
        QVERIFY(!table->rowOf(CellId(15625)));
    }

    void anUnknownTaskListsTheKnownOnes()
    {
        const auto table = smallTable();
        QCOMPARE(table->taskIndex("my_birds"), std::size_t{2});
        try {
            (void)table->taskIndex("cifar1000");
            QFAIL("found");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::UnknownTask);
            QCOMPARE(error.expected, std::string("cifar10, cifar100 and my_birds"));
            QCOMPARE(error.found, std::string("cifar1000"));
            QCOMPARE(error.hint, std::string("Did you mean cifar100?"));
            QCOMPARE(exitCode(error.code), 2);
        }
        try {
            (void)table->taskIndex("nothing like it");
            QFAIL("found");
        } catch (const Error& error) {
            QCOMPARE(error.hint, std::string());
        }
    }

    void proxiesAreLookedUpByTaskThenByPicturesThenForAll()
    {
        const auto table = smallTable();
        QCOMPARE(table->proxyFor("cifar10", "synflow")->task, std::string("cifar10"));
        QCOMPARE(table->proxyFor("cifar100", "synflow")->task, std::string("cifar10"));
        QCOMPARE(table->proxyFor("cifar10", "grad_norm")->name, std::string("grad_norm"));
        QCOMPARE(table->proxyFor("cifar10", "")->name, std::string("synflow"));
        QCOMPARE(table->proxyFor("my_birds", "synflow")->task, std::string("my_birds"));
        QCOMPARE(table->proxyFor("my_birds", "size")->task, std::string());
        QCOMPARE(table->proxyFor("flowers", "grad_norm")->task, std::string("flowers"));
        QVERIFY(table->proxyFor("my_birds", "grad_norm") == nullptr);
        QVERIFY(table->proxyFor("cifar10", "zen") == nullptr);
    }

    // Row 3 has no proxies of its own; its first edge is dead (node 1 leads nowhere), and without it the cell
    // is that of row 2. Row 5 has no grad_norm, and is its own pruned self.
    void missingProxiesComeFromThePrunedTwin()
    {
        const auto table = smallTable();
        const Proxy* const synflow = table->proxyFor("cifar10", "synflow");
        QVERIFY(std::isnan(synflow->values[3]));
        const auto completed = completedProxy(*table, *synflow);
        QCOMPARE(completed[3], 12.0);
        for (const std::size_t row : {0U, 1U, 2U, 4U, 5U, 6U, 7U})
            QCOMPARE(completed[row], synflow->values[row]);
        const auto norm = completedProxy(*table, *table->proxyFor("cifar10", "grad_norm"));
        QCOMPARE(norm[3], 0.5);
        QVERIFY(std::isnan(norm[5]));
    }

    void attributesAreFoundByName()
    {
        const auto table = smallTable();
        QCOMPARE(table->attribute("params_millions")->values[7], 0.75);
        QVERIFY(table->attribute("flops_millions") == nullptr);
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
