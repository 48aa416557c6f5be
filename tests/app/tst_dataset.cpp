// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Text.h"
#include "tests/app/CommandLine.h"
#include "tests/support/Shared.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace ktnas;
using ktnas::test::call;

namespace {

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

/// IDX files of 1 × 2 pictures: three to train, one to test, which the second of training equals.
void writeIdx(const QDir& folder)
{
    const auto write = [&folder](const char* name, const std::string& bytes) {
        writeFile(folder.filePath(QString::fromLatin1(name)).toStdString(), bytes);
    };
    write("train-images-idx3-ubyte", std::string("\0\0\x08\3\0\0\0\3\0\0\0\1\0\0\0\2abcdef", 22));
    write("train-labels-idx1-ubyte", std::string("\0\0\x08\1\0\0\0\3\4\7\7", 11));
    write("t10k-images-idx3-ubyte", std::string("\0\0\x08\3\0\0\0\1\0\0\0\1\0\0\0\2cd", 18));
    write("t10k-labels-idx1-ubyte", std::string("\0\0\x08\1\0\0\0\1\7", 9));
}

} // namespace

class TestDataset : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSmallSet()
    {
        const QTemporaryDir folder;
        writeIdx(QDir(folder.path()));
        const std::string path = folder.path().toStdString();
        const auto outcome = call({"dataset", path, "--json"});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, std::string());
        const auto json = outcome.json();
        KTNAS_COMPARE_JSON(json["format"], "idx");
        KTNAS_COMPARE_JSON(json["images"], 4);
        KTNAS_COMPARE_JSON(json["classes"], 2);
        KTNAS_COMPARE_JSON(json["shape"], (std::vector<int>{1, 1, 2}));
        KTNAS_COMPARE_JSON(json["splits"], (nlohmann::json{{"train", 3}, {"test", 1}}));
        KTNAS_COMPARE_JSON(json["labels"][0]["classes"], (std::vector<std::string>{"4", "7"}));
        KTNAS_COMPARE_JSON(json["labels"][0]["counts"]["train"], (std::vector<int>{1, 2}));
        KTNAS_COMPARE_JSON(json["problems"][0]["kind"], "duplicate-across-splits");
        KTNAS_COMPARE_JSON(json["problems"][0]["count"], 1);
        KTNAS_COMPARE_JSON(json["problems"][0]["example"], "train 1 = test 0");
        QCOMPARE(json["hash"].get<std::string>().size(), std::size_t{64});
        const auto text = call({"dataset", path});
        for (const char* part :
             {"4 pictures of 1 × 2, grey, read as idx", "2 classes by “label”", "class  train  valid  test",
              "7          2      –     1", "all        3      –     1",
              "1 picture occurs in an earlier split too (train 1 = test 0).",
              "1 class has no picture in a split (4 in test).", "There are no validation pictures."})
            QVERIFY2(has(text.out, part), part);
    }

    void realSets()
    {
        KTNAS_REQUIRE_SHARED(root, "datasets");
        const auto cifar = call({"dataset", root + "/cifar100", "--json"}).json();
        KTNAS_COMPARE_JSON(cifar["title"], "CIFAR-100");
        KTNAS_COMPARE_JSON(cifar["classes"], 100);
        KTNAS_COMPARE_JSON(cifar["shape"], (std::vector<int>{3, 32, 32}));
        KTNAS_COMPARE_JSON(cifar["splits"]["train"], 5000);
        KTNAS_COMPARE_JSON(cifar["labels"][1]["name"], "coarse");
        const auto text = call({"dataset", root + "/cifar100"});
        QVERIFY(has(text.out, "fewest in a class"));
        const auto retina = call({"dataset", root + "/medmnist/retinamnist.npz"});
        QVERIFY(has(retina.out, "RetinaMNIST") && has(retina.out, "No problems were found."));
        // Several sets in one folder: which one?
        const auto several = call({"dataset", root});
        QCOMPARE(several.code, 3);
        QVERIFY(has(several.err, "several"));
    }

    void errors()
    {
        const auto missing = call({"dataset", "/nowhere/at/all"});
        QCOMPARE(missing.code, 3);
        QVERIFY(missing.err.starts_with("/nowhere/at/all: "));
        QCOMPARE(missing.out, std::string());
        QCOMPARE(call({"dataset"}).code, 2);
        std::stop_source stop;
        stop.request_stop();
        const QTemporaryDir folder;
        writeIdx(QDir(folder.path()));
        QCOMPARE(call({"dataset", folder.path().toStdString()}, stop.get_token()).code, 130);
    }
};

QTEST_GUILESS_MAIN(TestDataset)
#include "tst_dataset.moc"
