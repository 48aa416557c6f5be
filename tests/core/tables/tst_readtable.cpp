// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/ReadTable.h"

#include "core/base/Sha256.h"
#include "core/base/Text.h"
#include "tests/support/Shared.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ktnas;

namespace {

const std::string data = KTNAS_TEST_DATA "/tables/";

/// Row of the best value, the first of equals.
std::size_t bestRow(const Measure& measure)
{
    const auto quality = qualities(measure);
    return static_cast<std::size_t>(std::max_element(quality.begin(), quality.end()) - quality.begin());
}

void compareTables(const Table& a, const Table& b)
{
    QCOMPARE(a.content().cells, b.content().cells);
    QCOMPARE(a.tasks().size(), b.tasks().size());
    for (std::size_t t = 0; t < a.tasks().size(); ++t) {
        QCOMPARE(a.tasks()[t].name, b.tasks()[t].name);
        for (std::size_t m = 0; m < a.tasks()[t].measures.size(); ++m) {
            const auto& left = a.tasks()[t].measures[m].values;
            const auto& right = b.tasks()[t].measures[m].values;
            QVERIFY(std::equal(left.begin(), left.end(), right.begin(), right.end(), [](double x, double y) {
                return x == y || (std::isnan(x) && std::isnan(y));
            }));
        }
    }
}

} // namespace

class TestReadTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void smallTable()
    {
        const auto table = readTable(data + "small.csv");
        QCOMPARE(table->space().id(), std::string_view("nas-bench-201"));
        QCOMPARE(table->content().title, std::string("NAS-Bench-201"));
        QCOMPARE(table->content().contentHash, sha256(readFile(data + "small.csv")));
        QCOMPARE(table->space().format(table->space().cell(table->cellAt(2))),
                 std::string("|none~0|+|none~0|none~1|+|nor_conv_3x3~0|none~1|none~2|"));
        QCOMPARE(table->tasks().size(), std::size_t{3});

        const Task& cifar10 = table->tasks()[0];
        QCOMPARE(cifar10.title, std::string("CIFAR-10"));
        QCOMPARE(cifar10.measures.size(), std::size_t{3});
        QCOMPARE(cifar10.measure().split, Split::Valid);
        QVERIFY(!cifar10.measure().epoch);
        QCOMPARE(cifar10.measure().values[1], 88.1);
        QCOMPARE(cifar10.measure().missing, std::size_t{0});
        QCOMPARE(cifar10.measures[2].epoch, 12);
        QCOMPARE(cifar10.measures[2].missing, std::size_t{1});
        QCOMPARE(cifar10.measures[2].sourceColumn, std::size_t{6});
        QCOMPARE(cifar10.test()->values[1], 91.9);
        // A few cells are not the published benchmark: nothing is known about trials.
        QVERIFY(!cifar10.trials);
        QVERIFY(!cifar10.epochs);
        QVERIFY(std::isnan(table->tasks()[1].test()->values[1]));

        const Task& birds = table->tasks()[2];
        QCOMPARE(birds.title, std::string("My birds"));
        QCOMPARE(birds.measure().metric, std::string("loss"));
        QCOMPARE(birds.measure().direction, Direction::Minimise);
        QVERIFY(birds.measure().negatedInFile);
        QCOMPARE(birds.measure().values[0], 2.71);
        QVERIFY(birds.test() == nullptr);
        QCOMPARE(table->content().attributes.size(), std::size_t{1});
    }

    void separatorsQuotesAndLineEnds()
    {
        const auto plain = readTable(data + "small.csv");
        for (const char* file : {"small-bom-crlf-semicolon.csv", "small-quoted-tab.csv"})
            compareTables(*readTable(data + file), *plain);
    }

    void aQuotedFieldMayHaveQuotesAndSeparators()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.csv")).toStdString();
        writeFile(path, "architecture, \"a \"\"b\"\", c_valid_acc\" \n \"64-41414-0_00_000\" , 50 \n");
        const auto table = readTable(path);
        QCOMPARE(table->tasks()[0].name, std::string("a \"b\", c"));
        QCOMPARE(table->tasks()[0].measure().values[0], 50.0);
    }

    void anIndexNeedNotBeThere()
    {
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.csv")).toStdString();
        // Rows in the file's order, whatever the index says; pandas leaves the index column without a name.
        writeFile(path, ",architecture,a_valid_acc\n7,64-41414-3_33_333,2\n3,64-41414-0_00_000,1\n");
        const auto indexed = readTable(path);
        writeFile(path, "a_valid_acc,architecture\n2,64-41414-3_33_333\n1,64-41414-0_00_000");
        compareTables(*indexed, *readTable(path));
        QCOMPARE(indexed->tasks()[0].measure().values[0], 2.0);
    }

    void whatIsSearchedAndShown_data()
    {
        QTest::addColumn<QByteArray>("columns");
        QTest::addColumn<int>("searched");
        QTest::addColumn<int>("shown");
        QTest::newRow("valid before test") << QByteArray("a_test_acc,a_valid_acc") << 1 << 0;
        QTest::newRow("final before early")
            << QByteArray("a_valid_acc_epoch12,a_test_acc_epoch12,a_valid_acc,a_test_acc") << 2 << 3;
        QTest::newRow("test before train") << QByteArray("a_train_acc,a_test_acc") << 1 << -1;
        QTest::newRow("train alone") << QByteArray("a_train_acc") << 0 << -1;
        QTest::newRow("final test before early valid")
            << QByteArray("a_valid_acc_epoch12,a_test_acc") << 1 << -1;
        QTest::newRow("the latest of early ones")
            << QByteArray("a_valid_acc_epoch1,a_valid_acc_epoch9,a_test_acc_epoch9") << 1 << 2;
        QTest::newRow("test of the same metric")
            << QByteArray("a_valid_ssim,a_test_l1_loss,a_test_ssim") << 0 << 2;
        QTest::newRow("test of another metric") << QByteArray("a_valid_ssim,a_test_l1_loss") << 0 << 1;
    }

    void whatIsSearchedAndShown()
    {
        QFETCH(QByteArray, columns);
        QFETCH(int, shown);
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.csv")).toStdString();
        const QByteArray fields = QByteArray(columns.count(','), ',');
        writeFile(path, ("architecture," + columns + "\n64-41414-0_00_000," + fields + "\n").toStdString());
        const auto table = readTable(path);
        QTEST(static_cast<int>(table->tasks()[0].searched), "searched");
        QCOMPARE(table->tasks()[0].shown ? static_cast<int>(*table->tasks()[0].shown) : -1, shown);
    }

    void proxiesAreMatchedByCell()
    {
        const auto table = readTable(data + "small.csv"); // small-zero-cost.csv stands beside it
        QCOMPARE(table->content().proxiesPath, data + "small-zero-cost.csv");
        QCOMPARE(table->content().proxiesHash, sha256(readFile(data + "small-zero-cost.csv")));
        QCOMPARE(table->content().proxies.size(), std::size_t{5});
        const Proxy* const synflow = table->proxyFor("cifar10", "synflow");
        for (const std::size_t row : {0U, 1U, 2U, 4U, 5U, 6U, 7U})
            QCOMPARE(synflow->values[row], 10.0 + static_cast<double>(row));
        QVERIFY(std::isnan(synflow->values[3]));
        const auto micro = readTable(data + "small-micro.csv");
        QVERIFY(micro->content().proxies.empty());
        QVERIFY(micro->content().proxiesPath.empty());
    }

    void namedProxiesComeFirst()
    {
        const auto table = readTable(data + "small-quoted-tab.csv", data + "small-zero-cost.csv");
        QCOMPARE(table->content().proxies.size(), std::size_t{5});
    }

    // Figures of the benchmarks' README.
    void nasBench201()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/nas-bench-201.csv");
        const auto table = readTable(path);
        QCOMPARE(table->rowCount(), std::size_t{15625});
        QVERIFY(table->isComplete());
        QCOMPARE(table->tasks().size(), std::size_t{3});
        const std::array<double, 3> validBest{91.6067, 73.4933, 46.7333};
        const std::array<double, 3> testBest{94.3733, 73.5133, 47.3111};
        const std::array<std::size_t, 3> validRow{6111, 9930, 10676};
        const std::array<std::size_t, 3> testRow{6111, 9930, 857};
        for (std::size_t t = 0; t < 3; ++t) {
            const Task& task = table->tasks()[t];
            QCOMPARE(bestRow(task.measure()), validRow[t]);
            QCOMPARE(bestRow(*task.test()), testRow[t]);
            QVERIFY(std::abs(task.measure().values[validRow[t]] - validBest[t]) < 5e-5);
            QVERIFY(std::abs(task.test()->values[testRow[t]] - testBest[t]) < 5e-5);
            QCOMPARE(task.measure().missing, std::size_t{0});
            QCOMPARE(task.epochs, 200);
            QCOMPARE(task.trials, 3);
            QCOMPARE(task.measures.size(), std::size_t{4});
        }
        QCOMPARE(table->tasks()[0].test()->values[13714], table->tasks()[0].test()->values[6111]);
        QCOMPARE(table->content().attributes.size(), std::size_t{3});
        QCOMPARE(
            table->space().format(table->space().cell(table->cellAt(6111))),
            std::string("|nor_conv_3x3~0|+|nor_conv_3x3~0|nor_conv_3x3~1|+|skip_connect~0|nor_conv_3x3~1|"
                        "nor_conv_1x1~2|"));
        // 9,445 cells have proxies, the others' twins are among them; the 341 without a path from input to
        // output have no finite jacov.
        const Proxy* const synflow = table->proxyFor("cifar100", "synflow");
        QCOMPARE(std::count_if(synflow->values.begin(), synflow->values.end(),
                               [](double v) { return !std::isnan(v); }),
                 std::ptrdiff_t{9445});
        const auto completed = completedProxy(*table, *synflow);
        QVERIFY(std::none_of(completed.begin(), completed.end(), [](double v) { return std::isnan(v); }));
        const auto jacov = completedProxy(*table, *table->proxyFor("imagenet16_120", "jacov"));
        QCOMPARE(std::count_if(jacov.begin(), jacov.end(), [](double v) { return std::isnan(v); }),
                 std::ptrdiff_t{341});
    }

    void transNasMicro()
    {
        KTNAS_REQUIRE_SHARED(path, "benchmarks/transnas-bench-101-micro.csv");
        const auto table = readTable(path);
        QVERIFY(table->isComplete());
        QCOMPARE(table->space().id(), std::string_view("transnas-bench-101-micro"));
        const std::array<std::pair<const char*, double>, 7> best{{{"class_scene", 54.936},
                                                                  {"class_object", 46.318},
                                                                  {"room_layout", 0.59378},
                                                                  {"jigsaw", 95.372},
                                                                  {"segmentsemantic", 26.271},
                                                                  {"normal", 0.59622},
                                                                  {"autoencoder", 0.57723}}};
        for (const auto& [name, value] : best) {
            const Task& task = table->tasks()[table->taskIndex(name)];
            const Measure& measure = task.measure();
            QVERIFY2(std::abs(measure.values[bestRow(measure)] - value) < (value > 1 ? 5e-4 : 5e-6), name);
            QCOMPARE(measure.direction,
                     task.name == "room_layout" ? Direction::Minimise : Direction::Maximise);
            QCOMPARE(measure.split, Split::Valid);
            QVERIFY(task.test());
            QVERIFY(!task.epochs);
        }
        QVERIFY(table->proxyFor("room_layout", "synflow"));
        QVERIFY(table->proxyFor("autoencoder", "zen"));
        QVERIFY(!table->proxyFor("autoencoder", "synflow"));
    }
};

QTEST_GUILESS_MAIN(TestReadTable)
#include "tst_readtable.moc"
