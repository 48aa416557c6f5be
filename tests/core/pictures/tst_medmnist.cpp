// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/pictures/ReadPictures.h"
#include "tests/core/pictures/MakeNpz.h"

#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace ktnas;
using ktnas::test::littleEndian;
using ktnas::test::makeNpy;
using ktnas::test::makeNpz;

// Archives of our own, so that a clone without shared files has them too; real ones are in tst_readpictures.
class TestMedMnist : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    void greyAndColour()
    {
        const auto grey = read({{"train_images", makeNpy("|u1", "(2, 1, 3)", "abcdef")},
                                {"train_labels", makeNpy("|u1", "(2, 1)", "\5\3")}});
        QCOMPARE(grey->channels, std::size_t{1});
        QCOMPARE(grey->width, std::size_t{3});
        QCOMPARE(grey->parts.size(), std::size_t{1});
        QCOMPARE(grey->labelSets.at(0).classes, (std::vector<std::string>{"3", "5"}));
        QCOMPARE(grey->parts[0].labels.at(0), (std::vector<std::int32_t>{1, 0}));
        QCOMPARE(grey->title, std::string("some"));
        // Channels last in the file, first in the set.
        const auto colour =
            read({{"train_images", makeNpy("|u1", "(2, 1, 2, 3)", "rgbRGBxyzXYZ")},
                  {"train_labels", makeNpy("<i8", "(2,)", littleEndian(0, 8) + littleEndian(1, 8))}});
        QCOMPARE(colour->channels, std::size_t{3});
        const std::string expected = "rRgGbBxXyYzZ";
        QCOMPARE(colour->parts[0].pixels, std::vector<std::uint8_t>(expected.begin(), expected.end()));
        // Larger numbers that are bytes all the same, and one channel behind.
        const auto wide =
            read({{"train_images", makeNpy(">i2", "(2, 1, 1, 1)", std::string("\0\x07\0\xff", 4))},
                  {"train_labels", makeNpy("|b1", "(2,)", std::string("\0\1", 2))}});
        QCOMPARE(wide->parts[0].pixels, (std::vector<std::uint8_t>{7, 255}));
    }

    void splitsByName()
    {
        const auto set = read({{"test_images", makeNpy("|u1", "(1, 1, 1)", "x")},
                               {"test_labels", makeNpy("|u1", "(1,)", "\1")},
                               {"val_images", makeNpy("|u1", "(1, 1, 1)", "y")},
                               {"val_labels", makeNpy("|u1", "(1,)", std::string(1, '\0'))},
                               {"train_images", makeNpy("|u1", "(2, 1, 1)", "ab")},
                               {"train_labels", makeNpy("|u1", "(2,)", std::string("\0\1", 2))}});
        QCOMPARE(set->parts.size(), std::size_t{3});
        QCOMPARE(set->parts[1].split, Split::Valid);
        QCOMPARE(set->parts[1].pixels, (std::vector<std::uint8_t>{'y'}));
        QCOMPARE(set->parts[2].labels.at(0), (std::vector<std::int32_t>{1}));
    }

    void aSubsetOfAKnownSet()
    {
        const std::string content =
            makeNpz({{"train_images", makeNpy("|u1", "(2, 1, 1)", "ab")},
                     {"train_labels", makeNpy("|u1", "(2,)", std::string("\0\1", 2))}});
        const auto set = readPictures(written("BreastMNIST_64.npz", content));
        QCOMPARE(set->title, std::string("BreastMNIST"));
        QCOMPARE(set->labelSets.at(0).classes.at(0), std::string("malignant"));
        QCOMPARE(
            describe(set->problems.at(0)),
            std::string("778 pictures of the official set are missing (train 2 of 546, valid 0 of 78 and "
                        "test 0 of 156)."));
        std::string wrong = makeNpz({{"train_images", makeNpy("|u1", "(2, 1, 1)", "ab")},
                                     {"train_labels", makeNpy("|u1", "(2,)", std::string("\0\2", 2))}});
        const Error error = errorOf(written("breastmnist.npz", wrong));
        QCOMPARE(error.code, ErrorCode::PicturesDamaged);
        QCOMPARE(error.column, std::string("train_labels.npy"));
        QCOMPARE(error.expected, std::string("labels from 0 to 1"));
        QCOMPARE(error.found, std::string("label 2 of picture 1"));
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("images");
        QTest::addColumn<QByteArray>("labels");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* title, const std::string& images, const std::string& labels,
                            const char* code, const char* words) {
            QTest::newRow(title) << QByteArray::fromStdString(images) << QByteArray::fromStdString(labels)
                                 << QString::fromLatin1(code) << QString::fromUtf8(words);
        };
        const std::string images = makeNpy("|u1", "(2, 1, 1)", "ab");
        const std::string labels = makeNpy("|u1", "(2,)", std::string("\0\1", 2));
        row("3-D", makeNpy("|u1", "(1, 4, 4, 4)", std::string(64, 'x')), makeNpy("|u1", "(1,)", "\1"),
            "pictures-unusable", "MNIST3D");
        row("channels first", makeNpy("|u1", "(1, 3, 4, 5)", std::string(60, 'x')),
            makeNpy("|u1", "(1,)", "\1"), "pictures-unusable", "channels last");
        row("five axes", makeNpy("|u1", "(1, 2, 2, 2, 3)", std::string(24, 'x')),
            makeNpy("|u1", "(1,)", "\1"), "pictures-unusable", "1 × 2 × 2 × 2 × 3");
        row("many labels", images, makeNpy("|u1", "(2, 2)", "\1\1\1\1"), "pictures-unusable",
            "several labels");
        row("real labels", images, makeNpy("<f4", "(2,)", std::string(8, '\0')), "pictures-unusable", "<f4");
        row("real pictures", makeNpy("<f4", "(2, 1, 1)", std::string(8, '\0')), labels, "pictures-unusable",
            "<f4");
        row("large numbers", makeNpy("<i2", "(2, 1, 1)", std::string("\1\1\0\0", 4)), labels,
            "pictures-unusable", "257");
        row("no pictures", makeNpy("|u1", "(0, 1, 1)", ""), makeNpy("|u1", "(0,)", ""), "pictures-damaged",
            "0 × 1 × 1");
        row("counts", images, makeNpy("|u1", "(3,)", "\1\1\1"), "pictures-damaged", "2 labels");
        row("one class", images, makeNpy("|u1", "(2,)", "\1\1"), "pictures-unusable", "one class");
        row("no array", "text", labels, "pictures-damaged", "93 4E");
    }
    void refusals()
    {
        QFETCH(QByteArray, images);
        QFETCH(QByteArray, labels);
        QFETCH(QString, code);
        QFETCH(QString, words);
        const Error error = errorOf(written(
            "some.npz",
            makeNpz({{"train_images", images.toStdString()}, {"train_labels", labels.toStdString()}})));
        QCOMPARE(QString::fromLatin1(name(error.code)), code);
        const QString text = QString::fromStdString(describe(error));
        QVERIFY2(text.contains(words), qPrintable(text));
    }

    void otherArchives()
    {
        const Error other = errorOf(written("a.npz", makeNpz({{"weights", makeNpy("|u1", "(1,)", "x")}})));
        QCOMPARE(other.code, ErrorCode::UnknownFormat);
        QVERIFY(other.found.find("weights.npy") != std::string::npos);
        QCOMPARE(errorOf(written("empty.zip", makeNpz({}))).code, ErrorCode::UnknownFormat);
        // Splits of different sizes.
        const Error sizes =
            errorOf(written("b.npz",
                            makeNpz({{"train_images", makeNpy("|u1", "(2, 1, 1)", "ab")},
                                     {"train_labels", makeNpy("|u1", "(2,)", std::string("\0\1", 2))},
                                     {"test_images", makeNpy("|u1", "(1, 1, 2)", "ab")},
                                     {"test_labels", makeNpy("|u1", "(1,)", "\1")}})));
        QCOMPARE(sizes.code, ErrorCode::PicturesDamaged);
        QCOMPARE(sizes.column, std::string("test_images.npy"));
    }

private:
    std::string written(const char* name, const std::string& content)
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        writeFile(path, content);
        return path;
    }
    std::shared_ptr<const PictureSet> read(const std::vector<std::pair<std::string, std::string>>& arrays)
    {
        return readPictures(written("some.npz", makeNpz(arrays)));
    }
    static Error errorOf(const std::string& path)
    {
        try {
            (void)readPictures(path);
        } catch (const Error& error) {
            return error;
        }
        return Error(ErrorCode::Internal);
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestMedMnist)
#include "tst_medmnist.moc"
