// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/WriteTable.h"

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/tables/ReadTable.h"
#include "tests/support/Shared.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace ktnas;

namespace {

bool sameValues(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return (std::isnan(x) && std::isnan(y)) || (x == y && std::signbit(x) == std::signbit(y));
    });
}

void compareContent(const Table::Content& a, const Table::Content& b)
{
    QCOMPARE(a.space, b.space);
    QCOMPARE(a.cells, b.cells);
    QCOMPARE(a.tasks.size(), b.tasks.size());
    for (std::size_t t = 0; t < a.tasks.size(); ++t) {
        const Task& x = a.tasks[t];
        const Task& y = b.tasks[t];
        QCOMPARE(x.name, y.name);
        QCOMPARE(x.title, y.title);
        QCOMPARE(x.shortTitle, y.shortTitle);
        QCOMPARE(x.searched, y.searched);
        QCOMPARE(x.shown, y.shown);
        QCOMPARE(x.epochs, y.epochs);
        QCOMPARE(x.trials, y.trials);
        QCOMPARE(x.measures.size(), y.measures.size());
        for (std::size_t m = 0; m < x.measures.size(); ++m) {
            QCOMPARE(x.measures[m].split, y.measures[m].split);
            QCOMPARE(x.measures[m].metric, y.measures[m].metric);
            QCOMPARE(x.measures[m].epoch, y.measures[m].epoch);
            QCOMPARE(x.measures[m].direction, y.measures[m].direction);
            QCOMPARE(x.measures[m].unit, y.measures[m].unit);
            QCOMPARE(x.measures[m].missing, y.measures[m].missing);
            QCOMPARE(x.measures[m].negatedInFile, y.measures[m].negatedInFile);
            QVERIFY(sameValues(x.measures[m].values, y.measures[m].values));
        }
    }
    QCOMPARE(a.attributes.size(), b.attributes.size());
    for (std::size_t i = 0; i < a.attributes.size(); ++i) {
        QCOMPARE(a.attributes[i].name, b.attributes[i].name);
        QVERIFY(sameValues(a.attributes[i].values, b.attributes[i].values));
    }
    QCOMPARE(a.proxies.size(), b.proxies.size());
    for (std::size_t i = 0; i < a.proxies.size(); ++i) {
        QCOMPARE(a.proxies[i].task, b.proxies[i].task);
        QCOMPARE(a.proxies[i].name, b.proxies[i].name);
        QVERIFY(sameValues(a.proxies[i].values, b.proxies[i].values));
    }
}

void roundTrip(const std::string& path)
{
    const auto table = readTable(path);
    const QTemporaryDir folder;
    const std::string copy = folder.filePath(QStringLiteral("copy.csv")).toStdString();
    writeTable(copy, *table);
    if (!table->content().proxies.empty())
        writeFile(folder.filePath(QStringLiteral("copy-zero-cost.csv")).toStdString(), proxiesCsv(*table));
    compareContent(readTable(copy)->content(), table->content());
}

} // namespace

class TestWriteTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void small()
    {
        roundTrip(KTNAS_TEST_DATA "/tables/small.csv");
        roundTrip(KTNAS_TEST_DATA "/tables/small-micro.csv");
    }

    void theFormItself()
    {
        const auto table = readTable(KTNAS_TEST_DATA "/tables/small-micro.csv");
        const auto text = tableCsv(*table);
        QCOMPARE(text.substr(0, text.find("\n2,")),
                 std::string("index,architecture,class_scene_valid_top1,room_layout_valid_neg_loss,"
                             "room_layout_test_neg_loss,normal_valid_ssim\n"
                             "0,64-41414-0_00_000,14.25,-1.09,-1.15,0.32\n"
                             "1,64-41414-3_02_103,54.5,-0.6,-0.65,0.58"));
        QCOMPARE(proxiesCsv(*table), std::string());
    }

    void published()
    {
        KTNAS_REQUIRE_SHARED(micro, "benchmarks/transnas-bench-101-micro.csv");
        roundTrip(micro);
        KTNAS_REQUIRE_SHARED(large, "benchmarks/nas-bench-201.csv");
        roundTrip(large);
    }

    void aFolderThatIsNotThere()
    {
        const auto table = readTable(KTNAS_TEST_DATA "/tables/small-micro.csv");
        try {
            writeTable("/nowhere/at/all.csv", *table);
            QFAIL("written");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::WriteFailed);
            QCOMPARE(error.file, std::string("/nowhere/at/all.csv"));
            QCOMPARE(error.found, std::string("No such file or directory"));
        }
    }
};

QTEST_GUILESS_MAIN(TestWriteTable)
#include "tst_writetable.moc"
