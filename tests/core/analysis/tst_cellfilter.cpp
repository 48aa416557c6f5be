// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/CellFilter.h"
#include "core/base/Error.h"

#include <QTest>

#include <algorithm>
#include <limits>
#include <memory>
#include <numeric>

using namespace ktnas;

namespace {

/// All 4,096 micro cells in ordinal order; "up" is the ordinal (larger is better), "down" a loss equal to it.
std::shared_ptr<const Table> ladder()
{
    Table::Content content;
    content.space = spaceById("transnas-bench-101-micro");
    const std::uint32_t count = content.space->cellCount().value();
    std::vector<double> values(count);
    std::iota(values.begin(), values.end(), 0.0);
    for (std::uint32_t i = 0; i < count; ++i)
        content.cells.emplace_back(i);
    for (const bool isLoss : {false, true}) {
        Task task;
        task.name = isLoss ? "down_task" : "up";
        task.title = isLoss ? "Down task" : "Up";
        task.shortTitle = isLoss ? "Down" : "Up";
        Measure measure;
        measure.direction = isLoss ? Direction::Minimise : Direction::Maximise;
        measure.values = values;
        task.measures.push_back(measure);
        content.tasks.push_back(task);
    }
    Attribute attribute;
    attribute.name = "params_millions";
    attribute.values = values;
    attribute.values[0] = std::numeric_limits<double>::quiet_NaN();
    content.attributes.push_back(attribute);
    return std::make_shared<const Table>(std::move(content));
}

} // namespace

class TestCellFilter : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Table> m_table = ladder();

    std::size_t count(const char* text) const
    {
        return CellFilter::parse(text, *m_table).rows(*m_table).size();
    }

private Q_SLOTS:
    void counts_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rows");
        // An edge has one of four operations in a quarter of the cells.
        QTest::newRow("empty") << QByteArray("") << 4096;
        QTest::newRow("edge") << QByteArray("0->3 = skip") << 1024;
        QTest::newRow("edge with arrow") << QByteArray("0→3 = skip") << 1024;
        QTest::newRow("label") << QByteArray("1->2 = conv 3×3") << 1024;
        QTest::newRow("both convolutions") << QByteArray("1->2 = conv") << 2048;
        QTest::newRow("not equal") << QByteArray("0->1 != none") << 3072;
        QTest::newRow("and") << QByteArray("0->3 = skip and 0->1 = none") << 256;
        QTest::newRow("comma") << QByteArray("0->3 = skip, 0->1 = none") << 256;
        QTest::newRow("not") << QByteArray("not 0->3 = skip") << 3072;
        QTest::newRow("rank") << QByteArray("rank up <= 10") << 10;
        QTest::newRow("rank of a loss") << QByteArray("rank down_task = 1 and cell 0") << 1;
        QTest::newRow("title") << QByteArray("rank Down task <= 7") << 7;
        QTest::newRow("top share") << QByteArray("top 5 % up") << 204;
        QTest::newRow("disagreement") << QByteArray("top 50% up and not top 75% down_task") << 1024;
        QTest::newRow("value") << QByteArray("up > 4000") << 95;
        QTest::newRow("attribute") << QByteArray("PARAMS_MILLIONS < 10") << 9;
        QTest::newRow("cell text") << QByteArray("cell 64-41414-0_00_001") << 1;
    }
    void counts()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, rows);
        QCOMPARE(count(text.constData()), static_cast<std::size_t>(rows));
    }

    void twinsAreTheStrictClass()
    {
        const auto classes = twinClasses(m_table->space());
        const auto rows = CellFilter::parse("twins 0", *m_table).rows(*m_table);
        QVERIFY(rows.size() > 1);
        for (std::uint32_t row = 0; row < m_table->rowCount(); ++row) {
            const bool isTwin = classes->strict[row] == classes->strict[0];
            QCOMPARE(std::binary_search(rows.begin(), rows.end(), row), isTwin);
        }
    }

    void errorsNameThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("unknown word") << QByteArray("best cells") << QByteArray("filter, place 1");
        QTest::newRow("unknown task") << QByteArray("rank cifar <= 3") << QByteArray("filter, place 6");
        QTest::newRow("no relation") << QByteArray("rank up 3") << QByteArray("filter, place 6");
        QTest::newRow("no number") << QByteArray("up > many") << QByteArray("filter, place 6");
        QTest::newRow("unknown operation") << QByteArray("0->3 = pool") << QByteArray("filter, place 8");
        QTest::newRow("dangling and") << QByteArray("up > 3 and ") << QByteArray("filter, place 12");
        QTest::newRow("outside") << QByteArray("cell 4096") << QByteArray("filter, place 6");
    }
    void errorsNameThePlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, place);
        try {
            CellFilter::parse(text.constData(), *m_table);
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::BadArgument);
            QCOMPARE(QByteArray::fromStdString(error.column), place);
            QVERIFY(!error.expected.empty() && !error.found.empty());
        }
    }

    void anyTextIsAnErrorOrAFilter()
    {
        const std::string good = "top 5 % up and not 0→3 != skip, rank up <= 10 and twins 3";
        for (std::size_t cut = 0; cut < good.size(); ++cut) {
            for (const char inserted : {'\0', ' ', '=', ',', '\xe2', '9'}) {
                std::string text = good.substr(0, cut) + inserted + good.substr(cut);
                try {
                    QVERIFY(CellFilter::parse(text, *m_table).rows(*m_table).size() <= 4096);
                } catch (const Error& error) {
                    QCOMPARE(error.code, ErrorCode::BadArgument);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCellFilter)
#include "tst_cellfilter.moc"
