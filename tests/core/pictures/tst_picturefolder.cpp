// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/pictures/ReadPictures.h"
#include "tests/core/pictures/MakePng.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <string>

using namespace ktnas;
using ktnas::test::makePng;
using ktnas::test::plainPng;
using Kind = PictureProblem::Kind;

namespace {

/// A folder of pictures that is made for one test.
struct Folder {
    QTemporaryDir place;

    std::string path() const { return place.path().toStdString(); }
    void add(const std::string& relative, const std::string& content)
    {
        const std::filesystem::path file = std::filesystem::path(path()) / relative;
        std::filesystem::create_directories(file.parent_path());
        writeFile(file.string(), content);
    }
    void addFolder(const std::string& relative)
    {
        std::filesystem::create_directories(std::filesystem::path(path()) / relative);
    }
};

const PictureProblem* problemOf(const PictureSet& set, Kind kind)
{
    for (const PictureProblem& problem : set.problems) {
        if (problem.kind == kind)
            return &problem;
    }
    return nullptr;
}

Error errorOf(const std::string& path)
{
    try {
        (void)readPictures(path);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

} // namespace

class TestPictureFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesInTheFolder()
    {
        Folder folder;
        folder.add("b/1.png", plainPng(2, 2, 1, 2, 3));
        folder.add("b/0.anything", plainPng(2, 2, 4, 5, 6));
        folder.add("a/deep/er.png", plainPng(2, 2, 7, 8, 9));
        folder.add("Z/x.png", plainPng(2, 2, 10, 11, 12));
        const auto set = readPictures(folder.path());
        QCOMPARE(set->format, std::string("image-folder"));
        QCOMPARE(set->channels, std::size_t{3});
        QCOMPARE(set->height, std::size_t{2});
        // Code-point order: capitals first.
        QCOMPARE(set->labelSets.at(0).classes, (std::vector<std::string>{"Z", "a", "b"}));
        const PicturePart& train = *set->part(Split::Train);
        QCOMPARE(train.count, std::size_t{4});
        QCOMPARE(train.labels.at(0), (std::vector<std::int32_t>{0, 1, 2, 2}));
        std::vector<std::uint8_t> expected;
        for (const int value : {10, 11, 12, 7, 8, 9, 4, 5, 6, 1, 2, 3})
            expected.insert(expected.end(), 4, static_cast<std::uint8_t>(value));
        QCOMPARE(train.pixels, expected);
        QCOMPARE(set->problems.size(), std::size_t{1});
        QCOMPARE(describe(*problemOf(*set, Kind::MissingSplit)),
                 std::string("There are no validation and test pictures."));
    }

    void splits_data()
    {
        QTest::addColumn<QString>("valid");
        for (const char* name : {"val", "valid", "validation"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void splits()
    {
        QFETCH(QString, valid);
        Folder folder;
        folder.add("train/a/1.png", plainPng(1, 1, 1, 1, 1));
        folder.add("train/b/1.png", plainPng(1, 1, 2, 2, 2));
        folder.add(valid.toStdString() + "/a/1.png", plainPng(1, 1, 3, 3, 3));
        folder.add("test/b/1.png", plainPng(1, 1, 4, 4, 4));
        folder.add("test/c/1.png", plainPng(1, 1, 5, 5, 5));
        const auto set = readPictures(folder.path());
        QCOMPARE(set->channels, std::size_t{1}); // no picture has a colour
        QCOMPARE(set->parts.size(), std::size_t{3});
        QCOMPARE(set->parts[1].split, Split::Valid);
        QCOMPARE(set->part(Split::Test)->pixels, (std::vector<std::uint8_t>{4, 5}));
        QCOMPARE(set->part(Split::Test)->labels.at(0), (std::vector<std::int32_t>{1, 2}));
        // c in train, b and c in valid, a in test.
        const PictureProblem* const empty = problemOf(*set, Kind::EmptyClass);
        QCOMPARE(empty->count, std::size_t{4});
        QCOMPARE(empty->example, std::string("c in train"));
        QVERIFY(!problemOf(*set, Kind::MissingSplit));
    }

    void whatIsWrongIsListed()
    {
        Folder folder;
        folder.add("a/1.png", plainPng(4, 4, 100, 0, 0));
        folder.add("a/2.png", plainPng(4, 4, 100, 0, 1));
        folder.add("a/3-small.png", plainPng(2, 6, 100, 0, 2));
        folder.add("a/4-cut.png", plainPng(4, 4, 100, 0, 3).substr(0, 60));
        folder.add("a/5-empty.png", "");
        std::filesystem::create_symlink("/nowhere/at/all", folder.path() + "/a/5-link.png");
        folder.add("a/6-page.jpg", "<!DOCTYPE html><title>no</title>");
        folder.add("a/.DS_Store", "x");
        folder.add("a/notes.txt", "x");
        folder.add("b/1.png", plainPng(4, 4, 0, 0, 9));
        folder.addFolder("c");
        folder.addFolder(".git");
        folder.add("README.md", "x");
        const auto set = readPictures(folder.path());
        QCOMPARE(set->part(Split::Train)->count, std::size_t{4});
        QCOMPARE(set->height, std::size_t{4});
        // The stretched one keeps its colour.
        QCOMPARE(set->part(Split::Train)->pixels[2 * 48 + 47], std::uint8_t{2});
        const PictureProblem* const unreadable = problemOf(*set, Kind::Unreadable);
        QCOMPARE(unreadable->count, std::size_t{4});
        QVERIFY(unreadable->example.starts_with("a/4-cut.png: "));
        const PictureProblem* const other = problemOf(*set, Kind::OtherSize);
        QCOMPARE(other->count, std::size_t{1});
        QCOMPARE(other->example, std::string("a/3-small.png: 6 × 2"));
        const PictureProblem* const hidden = problemOf(*set, Kind::Hidden);
        QCOMPARE(hidden->count, std::size_t{4});
        QCOMPARE(hidden->example, std::string(".git"));
        QCOMPARE(problemOf(*set, Kind::EmptyClass)->example, std::string("c in train"));
        // Sorted by severity.
        for (std::size_t i = 1; i < set->problems.size(); ++i)
            QVERIFY(set->problems[i - 1].kind < set->problems[i].kind);
    }

    void theMostFrequentSizeAndOfEqualsTheLarger()
    {
        Folder folder;
        folder.add("a/1.png", plainPng(2, 2, 1, 0, 0));
        folder.add("a/2.png", plainPng(3, 3, 2, 0, 0));
        folder.add("b/1.png", plainPng(3, 3, 3, 0, 0));
        folder.add("b/2.png", plainPng(2, 2, 4, 0, 0));
        QCOMPARE(readPictures(folder.path())->height, std::size_t{3});
        folder.add("b/3.png", plainPng(2, 2, 5, 0, 0));
        QCOMPARE(readPictures(folder.path())->height, std::size_t{2});
    }

    void duplicatesByHand()
    {
        Folder folder;
        folder.add("train/a/1.png", plainPng(2, 2, 1, 0, 0)); // train 0
        folder.add("train/a/2.png", plainPng(2, 2, 2, 0, 0)); // train 1
        folder.add("train/a/3.png", plainPng(2, 2, 1, 0, 0)); // train 2 = train 0
        folder.add("train/b/1.png", plainPng(2, 2, 2, 0, 0)); // train 3 = train 1, other label
        folder.add("train/b/2.png", plainPng(2, 2, 1, 0, 0)); // train 4 = train 0, other label
        folder.add("test/a/1.png", plainPng(2, 2, 2, 0, 0)); // test 0 = train 1
        folder.add("test/b/1.png", plainPng(2, 2, 9, 0, 0));
        folder.add("test/b/2.png", plainPng(2, 2, 9, 0, 0)); // test 2 = test 1
        const auto set = readPictures(folder.path());
        QCOMPARE(problemOf(*set, Kind::Duplicate)->count, std::size_t{4});
        QCOMPARE(problemOf(*set, Kind::Duplicate)->example, std::string("train 0 = train 2"));
        QCOMPARE(problemOf(*set, Kind::DuplicateAcrossSplits)->count, std::size_t{1});
        QCOMPARE(problemOf(*set, Kind::DuplicateAcrossSplits)->example, std::string("train 1 = test 0"));
        QCOMPARE(problemOf(*set, Kind::OtherLabel)->count, std::size_t{2});
    }

    void whatCannotBeLearntFrom()
    {
        Folder one;
        one.add("only/1.png", plainPng(1, 1, 1, 2, 3));
        const Error oneClass = errorOf(one.path());
        QCOMPARE(oneClass.code, ErrorCode::PicturesUnusable);
        QVERIFY(oneClass.found.find("one class, “only”") != std::string::npos);
        Folder flat;
        flat.add("1.png", plainPng(1, 1, 1, 2, 3));
        QVERIFY(errorOf(flat.path()).found.find("without labels") != std::string::npos);
        Folder unsorted;
        unsorted.add("train/1.png", plainPng(1, 1, 1, 2, 3));
        unsorted.add("test/a/1.png", plainPng(1, 1, 1, 2, 3));
        QCOMPARE(errorOf(unsorted.path()).code, ErrorCode::PicturesUnusable);
        Folder broken;
        broken.add("a/1.png", plainPng(1, 1, 1, 2, 3).substr(0, 50));
        broken.add("b/1.png", plainPng(1, 1, 1, 2, 3).substr(0, 50));
        const Error none = errorOf(broken.path());
        QCOMPARE(none.code, ErrorCode::PicturesDamaged);
        QVERIFY(none.found.find("2 that cannot") == 0);
        Folder empty;
        QVERIFY(errorOf(empty.path()).found.find("an empty folder") != std::string::npos);
        QCOMPARE(errorOf(flat.path() + "/1.png").code, ErrorCode::PicturesUnusable);
        QCOMPARE(errorOf(flat.path() + "/nothing").code, ErrorCode::FileMissing);
        Folder packed;
        packed.add("cifar-10-python.tar.gz", "\x1F\x8B\x08");
        QCOMPARE(errorOf(packed.path()).hint, std::string("Unpack it first."));
    }

    // As archives unpack: the set one or two folders down, beside the archive.
    void folderInFolder()
    {
        Folder folder;
        folder.add("tiny/train/a/1.png", plainPng(1, 1, 1, 0, 0));
        folder.add("tiny/train/b/1.png", plainPng(1, 1, 2, 0, 0));
        folder.add("tiny.tar.gz", "\x1F\x8B\x08");
        const auto set = readPictures(folder.path());
        QCOMPARE(set->part(Split::Train)->count, std::size_t{2});
        QCOMPARE(set->labelSets.at(0).classes, (std::vector<std::string>{"a", "b"}));
        folder.add("other/train/a/1.png", plainPng(1, 1, 1, 0, 0));
        folder.add("other/train/b/1.png", plainPng(1, 1, 2, 0, 0));
        QVERIFY(errorOf(folder.path()).found.find("several") == 0);
    }

    // A folder that is called as a known set has less than that.
    void subsetOfAKnownSet()
    {
        Folder folder;
        folder.add("Fashion_MNIST/a/1.png", plainPng(2, 2, 1, 1, 1));
        folder.add("Fashion_MNIST/b/1.png", plainPng(2, 2, 2, 2, 2));
        const auto set = readPictures(folder.path() + "/Fashion_MNIST/");
        QCOMPARE(set->title, std::string("Fashion_MNIST"));
        QCOMPARE(problemOf(*set, Kind::Subset)->count, std::size_t{69998});
        QCOMPARE(problemOf(*set, Kind::Subset)->example, std::string("train 2 of 60000 and test 0 of 10000"));
    }

    void theHashIsOfPicturesAndLabels()
    {
        Folder folder;
        folder.add("a/1.png", plainPng(2, 2, 1, 0, 0));
        folder.add("b/1.png", plainPng(2, 2, 2, 0, 0));
        const std::string before = readPictures(folder.path())->contentHash;
        QCOMPARE(before.size(), std::size_t{64});
        Folder renamed; // other names, other files, the same pixels
        renamed.add(
            "c/x.png",
            makePng(2, 2, 8, 6, {std::string("\1\0\0\7\1\0\0\7", 8), std::string("\1\0\0\7\1\0\0\7", 8)}));
        renamed.add("d/y.png", plainPng(2, 2, 2, 0, 0));
        QCOMPARE(readPictures(renamed.path())->contentHash, before);
        renamed.add("c/z.png", plainPng(2, 2, 3, 0, 0));
        QVERIFY(readPictures(renamed.path())->contentHash != before);
    }

    void cancelling()
    {
        Folder folder;
        folder.add("a/1.png", plainPng(2, 2, 1, 0, 0));
        folder.add("b/1.png", plainPng(2, 2, 2, 0, 0));
        std::stop_source stop;
        stop.request_stop();
        try {
            (void)readPictures(folder.path(), stop.get_token());
            QFAIL("not cancelled");
        } catch (const Error& error) {
            QCOMPARE(error.code, ErrorCode::Cancelled);
        }
    }
};

QTEST_APPLESS_MAIN(TestPictureFolder)
#include "tst_picturefolder.moc"
