// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Disorder.h"

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/tables/ReadTable.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>

using namespace ktnas;
using Doubles = std::vector<double>;

namespace {

#define VERIFY_NEAR(actual, expected, tolerance)                                                             \
    QVERIFY2(                                                                                                \
        std::abs((actual) - (expected)) <= (tolerance),                                                      \
        qPrintable(QStringLiteral("%1 instead of %2").arg(actual, 0, 'g', 10).arg(expected, 0, 'g', 10)))

/// A table of all micro cells (edges of 4 operations) whose tasks' values are functions of the genes.
using Value = std::function<double(const Cell&, CellId)>;
std::shared_ptr<const Table> madeTable(const std::vector<std::pair<Value, Direction>>& tasks)
{
    Table::Content content;
    content.space = spaceById("transnas-bench-101-micro");
    const std::uint32_t count = *content.space->cellCount();
    for (std::uint32_t i = 0; i < count; ++i)
        content.cells.push_back(CellId(i));
    for (const auto& [value, direction] : tasks) {
        Task task;
        task.name = "task" + std::to_string(content.tasks.size());
        Measure measure;
        measure.direction = direction;
        for (std::uint32_t i = 0; i < count; ++i)
            measure.values.push_back(value(content.space->cell(CellId(i)), CellId(i)));
        task.measures.push_back(measure);
        content.tasks.push_back(task);
    }
    return std::make_shared<const Table>(content);
}

double noise(std::uint32_t task, CellId id)
{
    return Stream({5, Purpose::Test, 0, task, id.value}).unit();
}

const Measure& searched(const Table& table, std::size_t task)
{
    return table.tasks()[task].measure();
}

bool same(const std::optional<Band>& a, const std::optional<Band>& b)
{
    return a.has_value() == b.has_value()
        && (!a || (a->median == b->median && a->low == b->low && a->high == b->high));
}

} // namespace

class TestDisorder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cellsOfADepth()
    {
        QCOMPARE(cellsAtDepth(1, 4096), std::size_t{4096});
        QCOMPARE(cellsAtDepth(0.05, 15625), std::size_t{781});
        QCOMPARE(cellsAtDepth(0.01, 184), std::size_t{3});
        QCOMPARE(cellsAtDepth(0.07, 100), std::size_t{7});
        QCOMPARE(cellsAtDepth(0.5, 2), std::size_t{2});
        QCOMPARE(cellsAtDepth(0.5, 0), std::size_t{0});
    }

    void aTaskAgreesWithItself()
    {
        const auto table =
            madeTable({{[](const Cell&, CellId id) { return noise(0, id); }, Direction::Maximise},
                       {[](const Cell&, CellId id) { return -noise(0, id); }, Direction::Minimise}});
        // The second task is the same one written as a loss.
        for (const std::size_t target : {0U, 1U}) {
            const Disorder result = disorder(*table, searched(*table, 0), searched(*table, target));
            QCOMPARE(result.cells, std::size_t{4096});
            QCOMPARE(result.spearman, 1.0);
            QCOMPARE(result.kendall, 1.0);
            QCOMPARE(result.bestSourceRankOnTarget, 1U);
            QCOMPARE(result.depths.size(), std::size_t{6});
            for (const DepthPoint& point : result.depths) {
                QCOMPARE(point.spearman, 1.0);
                QCOMPARE(point.overlap, 1.0);
                QVERIFY(point.ceiling && same(point.ceiling, point.sameCells));
            }
            QVERIFY(result.blame);
            QCOMPARE(result.blame->main + result.blame->pairs + result.blame->rest, 0.0);
        }
    }

    void noiselessTwinsHaveCeilingOne()
    {
        // A value that is a function of the strict class: twins agree exactly.
        const auto space = spaceById("transnas-bench-101-micro");
        const auto classes = twinClasses(*space);
        const auto table =
            madeTable({{[&](const Cell&, CellId id) { return noise(1, CellId(classes->strict[id.value])); },
                        Direction::Maximise}});
        const std::optional<Band> ceiling =
            noiseCeiling(*table, searched(*table, 0), Agreement::Kendall, 0.5, 1, 50);
        QVERIFY(ceiling);
        QCOMPARE(ceiling->low, 1.0);
        QCOMPARE(ceiling->median, 1.0);
        QCOMPARE(twinDisplacement(*table, searched(*table, 0), 0.9), std::optional<double>(0));
        // Pure noise: no agreement. The draws share one table, whose 184 pairs have a standard error of .074;
        // four.
        const auto noisy =
            madeTable({{[](const Cell&, CellId id) { return noise(2, id); }, Direction::Maximise}});
        const std::optional<Band> none =
            noiseCeiling(*noisy, searched(*noisy, 0), Agreement::Spearman, 1, 1, 200);
        QVERIFY(none);
        QVERIFY(none->low < none->median && none->median < none->high);
        VERIFY_NEAR(none->median, 0.0, 0.3);
        // Two random ranks of N differ by more than N(1 − √.1) in a tenth of the pairs.
        VERIFY_NEAR(*twinDisplacement(*noisy, searched(*noisy, 0), 0.9), 4096 * (1 - std::sqrt(0.1)), 200.0);
    }

    void blameFindsTheGuiltyEdge()
    {
        // Both tasks rank by noise; the target adds a bonus to operation 2 on edge 3.
        const auto table =
            madeTable({{[](const Cell&, CellId id) { return noise(0, id); }, Direction::Maximise},
                       {[](const Cell& cell, CellId id) { return noise(0, id) + (cell[3] == 2 ? 0.4 : 0); },
                        Direction::Maximise}});
        const std::optional<Blame> result = blame(*table, searched(*table, 0), searched(*table, 1));
        QVERIFY(result);
        QCOMPARE(result->entries.size(), std::size_t{24});
        QCOMPARE(result->share.size(), std::size_t{6});
        const auto largest = std::ranges::max_element(
            result->entries, {}, [](const BlameEntry& entry) { return std::abs(entry.shift); });
        QCOMPARE(largest->gene, std::size_t{3});
        QCOMPARE(largest->operation, 2);
        QVERIFY(largest->shift > 300);
        QVERIFY(result->share[3] > 0.8);
        VERIFY_NEAR(result->main + result->pairs + result->rest, 1.0, 1e-12);
        // Displacements of one edge's operations (a quarter of the cells each) cancel.
        double sum = 0;
        for (const BlameEntry& entry : result->entries)
            sum += entry.gene == 3 ? entry.shift : 0;
        VERIFY_NEAR(sum, 0.0, 1e-9);
    }

    void missingRowsAreLeftOut()
    {
        const double missing = std::numeric_limits<double>::quiet_NaN();
        const auto table =
            madeTable({{[&](const Cell&, CellId id) { return id.value % 2 == 0 ? noise(0, id) : missing; },
                        Direction::Maximise},
                       {[&](const Cell&, CellId id) { return id.value % 3 == 0 ? noise(0, id) : missing; },
                        Direction::Maximise}});
        const Disorder result = disorder(*table, searched(*table, 0), searched(*table, 1));
        QCOMPARE(result.cells, std::size_t{683});
        QCOMPARE(result.spearman, 1.0);
        QVERIFY(!result.blame);
        QCOMPARE(agreementAt(searched(*table, 0), searched(*table, 1), Agreement::WeightedKendall, 0.1), 1.0);
    }

    void nothingInCommonIsNotACrash()
    {
        const double missing = std::numeric_limits<double>::quiet_NaN();
        const auto table = madeTable({{[&](const Cell&, CellId) { return missing; }, Direction::Maximise},
                                      {[](const Cell&, CellId) { return 3.0; }, Direction::Maximise}});
        const Disorder result = disorder(*table, searched(*table, 0), searched(*table, 1));
        QCOMPARE(result.cells, std::size_t{0});
        QVERIFY(std::isnan(result.spearman));
        QCOMPARE(result.bestSourceRankOnTarget, 0U);
        QVERIFY(!result.depths[0].ceiling && !result.blame);
        QVERIFY(std::isnan(result.depths[0].overlap));
        QVERIFY(!twinDisplacement(*table, searched(*table, 0), 0.9));
        // A constant task: no correlation, but a ranking with one tie.
        const Disorder flat = disorder(*table, searched(*table, 1), searched(*table, 1));
        QVERIFY(std::isnan(flat.spearman));
        QCOMPARE(flat.bestSourceRankOnTarget, 1U);
        QVERIFY(!flat.depths[0].ceiling);
    }

    void badDepthIsAnError()
    {
        const auto table =
            madeTable({{[](const Cell&, CellId id) { return noise(0, id); }, Direction::Maximise}});
        for (const double depth : {0.0, -1.0, 1.5, std::numeric_limits<double>::quiet_NaN()}) {
            DisorderOptions options;
            options.depths = {1, depth};
            try {
                (void)disorder(*table, searched(*table, 0), searched(*table, 0), options);
                QFAIL("no error");
            } catch (const Error& error) {
                QCOMPARE(error.code, ErrorCode::BadArgument);
                QCOMPARE(error.column, std::string("depths"));
            }
        }
    }

    void stopIsHeard()
    {
        const auto table =
            madeTable({{[](const Cell&, CellId id) { return noise(0, id); }, Direction::Maximise}});
        std::stop_source source;
        source.request_stop();
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)disorder(*table, searched(*table, 0), searched(*table, 0), {}, source.get_token()));
        QVERIFY_THROWS_EXCEPTION(Error,
                                 (void)noiseCeiling(*table, searched(*table, 0), Agreement::Spearman, 1, 1,
                                                    200, source.get_token()));
    }

    void sameForAnyNumberOfThreads()
    {
        const auto table =
            madeTable({{[](const Cell&, CellId id) { return noise(0, id); }, Direction::Maximise},
                       {[](const Cell&, CellId id) { return noise(1, id); }, Direction::Maximise}});
        qputenv("KTNAS_THREADS", "1");
        const Disorder one = disorder(*table, searched(*table, 0), searched(*table, 1));
        qputenv("KTNAS_THREADS", "3");
        const Disorder three = disorder(*table, searched(*table, 0), searched(*table, 1));
        qunsetenv("KTNAS_THREADS");
        for (std::size_t i = 0; i < one.depths.size(); ++i) {
            QVERIFY(same(one.depths[i].ceiling, three.depths[i].ceiling));
            QVERIFY(same(one.depths[i].sameCells, three.depths[i].sameCells));
        }
        DisorderOptions other;
        other.seed = 2;
        const Disorder changed = disorder(*table, searched(*table, 0), searched(*table, 1), other);
        QVERIFY(!same(one.depths[0].ceiling, changed.depths[0].ceiling));
        QCOMPARE(changed.spearman, one.spearman);
    }

    // The table of ktnas-decisions.md §4a, made by an independent program from the same files.
    void referenceTable_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("target");
        QTest::addColumn<Doubles>("spearmans");
        QTest::addColumn<double>("kendall");
        QTest::addColumn<double>("weighted");
        QTest::addColumn<int>("bestRank");
        QTest::addColumn<Doubles>("ceilings");
        QTest::addColumn<Doubles>("sameCells");
        QTest::addColumn<double>("main");
        QTest::addColumn<double>("pairs");
        QTest::addColumn<QString>("edge");
        QTest::addColumn<QString>("operation");
        QTest::addColumn<double>("shift");
        const double none = std::numeric_limits<double>::quiet_NaN();
        const QString micro = QStringLiteral("benchmarks/transnas-bench-101-micro.csv");
        const QString nas201 = QStringLiteral("benchmarks/nas-bench-201.csv");
        const auto row = [](const QString& file, const char* source, const char* target,
                            const Doubles& spearmans, double kendall, double weighted, int bestRank,
                            const Doubles& ceilings, const Doubles& sameCells, double main, double pairs,
                            const char* edge, const char* operation, double shift) {
            QTest::addRow("%s to %s", source, target)
                << file << QString::fromLatin1(source) << QString::fromLatin1(target) << spearmans << kendall
                << weighted << bestRank << ceilings << sameCells << main << pairs << QString::fromLatin1(edge)
                << QString::fromLatin1(operation) << shift;
        };
        row(micro, "class_scene", "segmentsemantic", {.8437, .3650, .0619, .0403, .1208, -.0601}, .6776,
            .60045, 800, {.909, .547, .245}, {.774, .276, .081}, .1629, .2244, "0->3", "none", 287.8);
        row(micro, "class_scene", "autoencoder", {.2512, .1478, .1311, .0814, -.0578, .0976}, .1781, .18564,
            218, {.909, .547, .245}, {-.023, .170, .167}, .6594, .1596, "0->3", "skip", 1407.2);
        row(micro, "jigsaw", "class_object", {.8152, .1601, .1674, .0768, .0470, -.6186}, .6442, .56844, 424,
            {.665, .107, -.128}, {.680, .123, .197}, .0281, .0618, "2->3", "conv3x3", 100.4);
        row(micro, "room_layout", "class_object", {.8016, .2508, .1776, .0794, .1945, .1514}, .6307, .58203,
            5, {.827, .405, .083}, {.615, .251, .259}, .1436, .1553, "0->1", "conv3x3", 299.6);
        row(nas201, "cifar10", "cifar100", {.9751, .8663, .7189, .5823, .5864, .5538}, .8662, none, 0,
            {.992, .952, .884}, {.967, .820, .693}, .1712, .1467, "0->3", "skip", -438.7);
        row(nas201, "cifar10", "imagenet16_120", {.9591, .8640, .6644, .4755, .3453, .4681}, .8331, none, 0,
            {.992, .952, .884}, {.956, .843, .662}, .2561, .2196, "0->3", "none", -642.5);
    }
    void referenceTable()
    {
        QFETCH(QString, file);
        const std::string path = test::sharedFile(file.toStdString());
        if (path.empty())
            QSKIP("needs the shared benchmarks");
        QFETCH(QString, source);
        QFETCH(QString, target);
        const auto table = readTable(path);
        const auto measure = [&](const QString& task) -> const Measure& {
            return searched(*table, table->taskIndex(task.toStdString()));
        };
        DisorderOptions options;
        options.draws = 800;
        const Disorder result = disorder(*table, measure(source), measure(target), options);

        QFETCH(Doubles, spearmans);
        QFETCH(double, kendall);
        QFETCH(double, weighted);
        QFETCH(int, bestRank);
        for (std::size_t i = 0; i < spearmans.size(); ++i)
            VERIFY_NEAR(result.depths[i].spearman, spearmans[i], 5.1e-5);
        VERIFY_NEAR(result.spearman, spearmans[0], 5.1e-5);
        VERIFY_NEAR(result.kendall, kendall, 5.1e-5);
        if (!std::isnan(weighted)) {
            VERIFY_NEAR(result.weightedKendall, weighted, 5.1e-6);
        }
        if (bestRank > 0)
            QCOMPARE(result.bestSourceRankOnTarget, static_cast<std::uint32_t>(bestRank));

        // The reference's medians come from 200 draws: standard error 1.253 σ/√200, with σ from our 5 % and
        // 95 %. Four of them and the printed digits; our own error is half of one.
        QFETCH(Doubles, ceilings);
        QFETCH(Doubles, sameCells);
        const auto tolerance = [](const Band& band) {
            return 0.0005 + 4 * 1.253 * (band.high - band.low) / 3.29 / std::sqrt(200.0);
        };
        for (std::size_t i = 0; i < ceilings.size(); ++i) {
            QVERIFY(result.depths[i].ceiling && result.depths[i].sameCells);
            const Band& ceiling = *result.depths[i].ceiling;
            const Band& sameBand = *result.depths[i].sameCells;
            VERIFY_NEAR(ceiling.median, ceilings[i], tolerance(ceiling));
            VERIFY_NEAR(sameBand.median, sameCells[i], tolerance(sameBand));
            QVERIFY(ceiling.low <= ceiling.median);
            QVERIFY(ceiling.median <= ceiling.high);
        }

        QFETCH(double, main);
        QFETCH(double, pairs);
        QFETCH(QString, edge);
        QFETCH(QString, operation);
        QFETCH(double, shift);
        QVERIFY(result.blame);
        VERIFY_NEAR(result.blame->main, main, 5.1e-5);
        VERIFY_NEAR(result.blame->pairs, pairs, 5.1e-5);
        const auto largest = std::ranges::max_element(
            result.blame->entries, {}, [](const BlameEntry& entry) { return std::abs(entry.shift); });
        QCOMPARE(QString::fromStdString(table->space().geneLabel(largest->gene)), edge);
        const OperationFamily family =
            table->space().operations()[static_cast<std::size_t>(largest->operation)].family;
        const OperationFamily expected = operation == QStringLiteral("none") ? OperationFamily::None
            : operation == QStringLiteral("skip")                            ? OperationFamily::Skip
                                                                             : OperationFamily::Conv3x3;
        QCOMPARE(family, expected);
        VERIFY_NEAR(largest->shift, shift, 0.051);
    }

    // ktnas-decisions.md §4 (8): in scene's best 20 % its agreement with segmentation falls from .844 to
    // .062.
    void matrixEntry()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/transnas-bench-101-micro.csv");
        const auto table = readTable(path);
        const Measure& scene = searched(*table, table->taskIndex("class_scene"));
        const Measure& segmentation = searched(*table, table->taskIndex("segmentsemantic"));
        VERIFY_NEAR(agreementAt(scene, segmentation, Agreement::Spearman, 1), .8437, 5.1e-5);
        VERIFY_NEAR(agreementAt(scene, segmentation, Agreement::Spearman, .2), .0619, 5.1e-5);
        const std::optional<Band> ceiling = noiseCeiling(*table, scene, Agreement::Spearman, .5, 9, 400);
        QVERIFY(ceiling);
        VERIFY_NEAR(ceiling->median, .547, 0.02);
        // Twins of the best fifth move less than a pair of random cells, and more than nothing.
        const double top = *twinDisplacement(*table, scene, 0.9, 0.2);
        QVERIFY(top > 100 && top < 4096 * (1 - std::sqrt(0.1)));
    }
};

QTEST_GUILESS_MAIN(TestDisorder)
#include "tst_disorder.moc"
