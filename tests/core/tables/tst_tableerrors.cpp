// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/tables/ReadTable.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace ktnas;

namespace {

const std::string data = KTNAS_TEST_DATA "/tables/";

/// What reading says, with the folder of the test data left out.
QString complaint(const std::string& path, const std::string& proxies = {})
{
    try {
        (void)readTable(path, proxies);
        return QStringLiteral("no error");
    } catch (const Error& error) {
        return QString::fromStdString(describe(error)).remove(QString::fromStdString(data));
    }
}

} // namespace

class TestTableErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void badFiles_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* file, ErrorCode code, const char* text) {
            QTest::newRow(file) << static_cast<int>(code) << QString::fromUtf8(text);
        };
        row("missing.csv", ErrorCode::FileMissing, "missing.csv: there is no such file.");
        row("../tables", ErrorCode::FileMissing,
            "../tables: there is no such file; expected a file, found a folder.");
        row("empty.csv", ErrorCode::FileEmpty,
            "empty.csv: the file is empty. The download probably failed: fetch it again.");
        row("blank.csv", ErrorCode::BadHeader,
            "blank.csv:1: the table's header cannot be used; expected the names of the columns, found only "
            "blank "
            "lines.");
        row("header-only.csv", ErrorCode::BadRow,
            "header-only.csv:2: the line cannot be used; expected the first cell, found the end of the "
            "file.");
        row("cut.csv", ErrorCode::BadRow,
            "cut.csv:9: the line cannot be used; expected 9 fields as in the header, found 6 fields. The "
            "file ends "
            "inside this line, so it was cut off: fetch it again.");
        row("field-missing.csv", ErrorCode::BadRow,
            "field-missing.csv:4: the line cannot be used; expected 9 fields as in the header, found 8 "
            "fields.");
        row("field-too-many.csv", ErrorCode::BadRow,
            "field-too-many.csv:4: the line cannot be used; expected 9 fields as in the header, found 10 "
            "fields.");
        row("open-quote.csv", ErrorCode::BadRow,
            "open-quote.csv:3: the line cannot be used; expected a quote at the end of the quoted field, "
            "found the "
            "end of the line.");
        row("no-architecture.csv", ErrorCode::BadHeader,
            "no-architecture.csv:1: the table's header cannot be used; expected a column with the name "
            "“architecture”, found index, arch, cifar10_valid_acc, cifar10_test_acc, …. The first line names "
            "the "
            "columns: index,architecture,cifar10_valid_acc,…");
        row("no-header.csv", ErrorCode::BadHeader,
            "no-header.csv:1: the table's header cannot be used; expected a column with the name "
            "“architecture”, "
            "found 0, |nor_conv_3x3~0|+|nor_conv_3x3~0|avg_pool_3x3~1|+|skip_conne…, 90.5, 93.25, …. The "
            "first line "
            "names the columns: index,architecture,cifar10_valid_acc,…");
        row("doubled-column.csv", ErrorCode::BadHeader,
            "doubled-column.csv:1: cifar10_valid_acc: the table's header cannot be used; expected each "
            "column once, "
            "found it as columns 3 and 4. Rename or remove one of them.");
        row("nameless-column.csv", ErrorCode::BadHeader,
            "nameless-column.csv:1: the table's header cannot be used; expected a name for each of the 9 "
            "columns, "
            "found none for column 5.");
        row("no-task.csv", ErrorCode::BadHeader,
            "no-task.csv:1: the table's header cannot be used; expected a column with the values of a task, "
            "<task>_<split>_<metric>, such as cifar10_valid_acc, found none. The split is one of train, "
            "valid and "
            "test.");
        row("doubled-cell.csv", ErrorCode::DuplicateCell,
            "doubled-cell.csv:7: architecture: this cell already has a row; expected each cell once, found "
            "“|nor_conv_3x3~0|+|skip_connect~0|nor_conv_1x1~1|+|nor_conv_3x3~0|none~1|nor_conv_1x1~2|” in "
            "line 3 "
            "already. Remove one of the two lines.");
        row("other-space.csv", ErrorCode::OtherSpace,
            "other-space.csv:5: architecture: cells of different search spaces or tables do not mix; "
            "expected a cell "
            "of NAS-Bench-201, found “64-41414-3_02_103” of TransNAS-Bench-101 micro.");
        row("damaged-cell.csv", ErrorCode::BadCell,
            "damaged-cell.csv:5: architecture, character 2: this is not a cell of the search space; expected "
            "one of "
            "none, skip_connect, nor_conv_1x1, nor_conv_3x3 and avg_pool_3x3, found "
            "\"nor_conv_5x5~0|+|none~0|none~1|+|nor_con…\". Did you mean nor_conv_1x1?");
        row("damaged-first-cell.csv", ErrorCode::BadCell,
            "damaged-first-cell.csv:2: architecture, character 47: this is not a cell of the search space; "
            "expected "
            "\"~1\", found \"2|+|skip_connect~0|nor_conv_3x3~1|skip_c…\".");
        row("empty-cell.csv", ErrorCode::BadCell,
            "empty-cell.csv:3: architecture, character 1: this is not a cell of the search space; expected "
            "\"|\", "
            "found the end of the text.");
        row("text-in-number.csv", ErrorCode::BadNumber,
            "text-in-number.csv:4: cifar10_test_acc: this is not a usable number; expected a decimal number, "
            "or "
            "nothing where a value is not published, found “81.9x”.");
        row("nan.csv", ErrorCode::BadNumber,
            "nan.csv:6: cifar10_valid_acc: this is not a usable number; expected a decimal number, or "
            "nothing where "
            "a value is not published, found “nan”.");
        row("infinity.csv", ErrorCode::BadNumber,
            "infinity.csv:6: my_birds_valid_neg_loss: this is not a usable number; expected a decimal "
            "number, or "
            "nothing where a value is not published, found “-inf”.");
        row("text-attribute.csv", ErrorCode::BadNumber,
            "text-attribute.csv:9: params_millions: this is not a usable number; expected a decimal number, "
            "or "
            "nothing where a value is not published, found “small”.");
        row("decimal-comma.csv", ErrorCode::BadNumber,
            "decimal-comma.csv:2: cifar10_valid_acc: this is not a usable number; expected a decimal number, "
            "or "
            "nothing where a value is not published, found “90,5”. Write numbers with a decimal point.");
        row("percent-too-large.csv", ErrorCode::BadNumber,
            "percent-too-large.csv:3: cifar100_valid_acc: this is not a usable number; expected a percentage "
            "from 0 "
            "to 100, found “933.0”.");
        row("percent-negative.csv", ErrorCode::BadNumber,
            "percent-negative.csv:3: cifar100_valid_acc: this is not a usable number; expected a percentage "
            "from 0 "
            "to 100, found “-0.5”.");
        row("bad-index.csv", ErrorCode::BadNumber,
            "bad-index.csv:3: index: this is not a usable number; expected a whole number from 0, found "
            "“one”.");
        row("git-lfs-pointer.csv", ErrorCode::GitLfsPointer,
            "git-lfs-pointer.csv: this is a Git LFS pointer, the data itself is not here; found a pointer to "
            "a file "
            "of 3174253 bytes. Run `git lfs pull` in its folder to fetch the data.");
        row("html-page.csv", ErrorCode::HtmlPage,
            "html-page.csv: this is a web page that was saved in place of the file; found a page with the "
            "title "
            "“Quota exceeded”. Open the download link in a browser, see what the page says, and fetch the "
            "file "
            "again.");
        row("plan.json", ErrorCode::UnknownFormat,
            "plan.json: this is not a file that KTNAS Studio can read; expected a benchmark table as CSV, "
            "found "
            "JSON. This format is opened by a later version; export it to CSV to open it now.");
    }

    void badFiles()
    {
        const std::string path = data + QTest::currentDataTag();
        QTEST(complaint(path), "text");
        try {
            (void)readTable(path);
        } catch (const Error& error) {
            QTEST(static_cast<int>(error.code), "code");
            QCOMPARE(exitCode(error.code), 3);
        }
    }

    void noCellOfAnySpace()
    {
        const QString text = complaint(data + "no-cell.csv");
        QVERIFY2(text.startsWith(
                     QStringLiteral("no-cell.csv:2: architecture: this is not a cell of the search space; "
                                    "expected a cell of NAS-Bench-201"))
                     && text.endsWith(QStringLiteral(", found “resnet18”.")),
                 qPrintable(text));
    }

    void badProxies_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("proxies-other-space.csv") << QStringLiteral(
            "proxies-other-space.csv:2: architecture: cells of different search spaces or tables do "
            "not mix; expected a cell of NAS-Bench-201, found “64-41414-3_02_103” of "
            "TransNAS-Bench-101 micro.");
        QTest::newRow("proxies-no-row.csv") << QStringLiteral(
            "proxies-no-row.csv: cells of different search spaces or tables do not mix; expected "
            "proxies of cells of small.csv, found none of its cells in 2 lines. Choose the proxy "
            "file that belongs to this table.");
        QTest::newRow("proxies-no-column.csv") << QStringLiteral(
            "proxies-no-column.csv:1: the table's header cannot be used; expected a column with a "
            "proxy, such as cifar10_synflow, found none.");
        QTest::newRow("missing.csv") << QStringLiteral("missing.csv: there is no such file.");
        QTest::newRow("empty.csv") << QStringLiteral(
            "empty.csv: the file is empty. The download probably failed: fetch it again.");
    }

    void badProxies() { QTEST(complaint(data + "small.csv", data + QTest::currentDataTag()), "text"); }

    void aFileThatMayNotBeRead()
    {
        if (geteuid() == 0)
            QSKIP("the administrator may read everything");
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("t.csv")).toStdString();
        writeFile(path, "architecture,a_valid_acc\n");
        QVERIFY(chmod(path.c_str(), 0) == 0);
        QCOMPARE(complaint(path),
                 QString::fromStdString(path)
                     + QStringLiteral(": the file cannot be read; found Permission denied."));
    }

    // Reading never crashes, and what it accepts is a table: truncated at every byte…
    void everyTruncation()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("t.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const std::string path = file.fileName().toStdString();
        const std::string whole = readFile(data + "small.csv");
        std::size_t refused = 0;
        for (const char byte : whole) {
            try {
                const auto table = readTable(path);
                QVERIFY(table->rowCount() >= 1 && table->rowCount() <= 8);
            } catch (const Error& error) {
                ++refused;
                QVERIFY2(exitCode(error.code) == 3 && error.file == path, error.what());
            }
            QCOMPARE(file.write(&byte, 1), qint64{1});
        }
        QVERIFY(refused > whole.size() / 2);
        QCOMPARE(readTable(path)->rowCount(), std::size_t{8});
    }

    // … and with every byte replaced by one that means something to a reader of CSV.
    void everyChangedByte()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("t.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const std::string path = file.fileName().toStdString();
        const std::string whole = readFile(data + "small.csv");
        file.write(whole.data(), static_cast<qint64>(whole.size()));
        const auto put = [&](std::size_t place, char byte) {
            return file.seek(static_cast<qint64>(place)) && file.write(&byte, 1) == 1;
        };
        for (std::size_t place = 0; place < whole.size(); ++place) {
            for (const char replacement : {'\0', '"', ',', '\n', '\r', '-', '9', '\xFF', ';'}) {
                QVERIFY(put(place, replacement));
                try {
                    QVERIFY(readTable(path)->rowCount() >= 1);
                } catch (const Error& error) {
                    QVERIFY2(exitCode(error.code) == 3 && error.file == path, error.what());
                }
            }
            QVERIFY(put(place, whole[place]));
        }
        QCOMPARE(readTable(path)->rowCount(), std::size_t{8});
    }
};

QTEST_GUILESS_MAIN(TestTableErrors)
#include "tst_tableerrors.moc"
