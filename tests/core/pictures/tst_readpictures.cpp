// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/base/Text.h"
#include "core/pictures/CifarFiles.h"
#include "core/pictures/ReadPictures.h"
#include "tests/support/Shared.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <numeric>
#include <string>

using namespace ktnas;
using Kind = PictureProblem::Kind;

namespace {

using Counts = std::vector<std::size_t>;

Counts classCounts(const PictureSet& set, Split split, std::size_t labelSet = 0)
{
    Counts counts(set.labelSets.at(labelSet).classes.size(), 0);
    for (const std::int32_t label : set.part(split)->labels.at(labelSet))
        ++counts.at(static_cast<std::size_t>(label));
    return counts;
}

std::size_t countOf(const PictureSet& set, Kind kind)
{
    for (const PictureProblem& problem : set.problems) {
        if (problem.kind == kind)
            return problem.count;
    }
    return 0;
}

std::string md5(const std::vector<std::uint8_t>& pixels)
{
    return QCryptographicHash::hash(QByteArrayView(pixels.data(), static_cast<qsizetype>(pixels.size())),
                                    QCryptographicHash::Md5)
        .toHex()
        .toStdString();
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

std::vector<std::uint8_t> picture(const PicturePart& part, std::size_t index, std::size_t size)
{
    const auto begin = part.pixels.begin() + static_cast<std::ptrdiff_t>(index * size);
    return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

/// Records of CIFAR-10's binary version, with labels 0, 1, 2 … and made-up pixels.
std::string cifarRecords(std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes += static_cast<char>(i % 10);
        for (std::size_t at = 0; at < 3072; ++at)
            bytes += static_cast<char>((at * (i + 3) + i) % 251);
    }
    return bytes;
}

std::string littleEndian(std::size_t number)
{
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(number >> shift & 0xFF);
    return bytes;
}

/// A batch of CIFAR-10's python version with the codes of Python 2: the same records.
std::string cifarPickle(std::size_t count)
{
    const std::string records = cifarRecords(count);
    std::string pixels;
    std::string labels;
    for (std::size_t i = 0; i < count; ++i) {
        pixels += records.substr(i * 3073 + 1, 3072);
        labels += std::string("K") + records[i * 3073];
    }
    return std::string("\x80\x02}q\x01(U\x06labelsq\x02]q\x03(", 20) + labels + "eU\x04" + "dataT"
        + littleEndian(pixels.size()) + pixels + "u.";
}

std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    file >> all >> resident;
    return resident * 4096;
}

} // namespace

class TestReadPictures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    // All figures of the shared folder's README, which were not computed with this program.
    void mnist()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/mnist");
        const auto set = readPictures(path);
        QCOMPARE(set->title, std::string("MNIST"));
        QCOMPARE(set->format, std::string("idx"));
        QCOMPARE(classCounts(*set, Split::Train),
                 (Counts{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
        QCOMPARE(classCounts(*set, Split::Test),
                 (Counts{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
        // The file's MD5 is that of header and pixels.
        std::vector<std::uint8_t> file{0, 0, 8, 3, 0, 0, 0xEA, 0x60, 0, 0, 0, 28, 0, 0, 0, 28};
        file.insert(file.end(), set->part(Split::Train)->pixels.begin(),
                    set->part(Split::Train)->pixels.end());
        QCOMPARE(md5(file), std::string("6bbc9ace898e44ae57da46a324031adb"));
        file = {0, 0, 8, 3, 0, 0, 0x27, 0x10, 0, 0, 0, 28, 0, 0, 0, 28};
        file.insert(file.end(), set->part(Split::Test)->pixels.begin(), set->part(Split::Test)->pixels.end());
        QCOMPARE(md5(file), std::string("2646ac647ad5339dbf082846283269ea"));
        QCOMPARE(countOf(*set, Kind::Subset), std::size_t{0});
        QCOMPARE(countOf(*set, Kind::MissingSplit), std::size_t{1});
        QCOMPARE(set->problems.size(), std::size_t{1});
    }

    void cifarBinary()
    {
        KTNAS_REQUIRE_SHARED(ten, "datasets/cifar10");
        const auto set = readPictures(ten);
        QCOMPARE(set->title, std::string("CIFAR-10"));
        QCOMPARE(set->format, std::string("cifar10-binary"));
        QCOMPARE(set->labelSets.at(0).classes.at(9), std::string("truck"));
        QCOMPARE(classCounts(*set, Split::Train), Counts(10, 500));
        QCOMPARE(classCounts(*set, Split::Test), Counts(10, 100));
        QCOMPARE(countOf(*set, Kind::Duplicate) + countOf(*set, Kind::DuplicateAcrossSplits), std::size_t{0});
        QCOMPARE(countOf(*set, Kind::Subset), std::size_t{54000});
        KTNAS_REQUIRE_SHARED(hundred, "datasets/cifar100");
        const auto fine = readPictures(hundred);
        QCOMPARE(fine->title, std::string("CIFAR-100"));
        QCOMPARE(fine->labelSets.at(0).name, std::string("fine"));
        QCOMPARE(fine->labelSets.at(0).classes.at(0), std::string("apple"));
        QCOMPARE(fine->labelSets.at(1).classes.at(19), std::string("vehicles_2"));
        QCOMPARE(classCounts(*fine, Split::Train, 0), Counts(100, 50));
        QCOMPARE(classCounts(*fine, Split::Test, 0), Counts(100, 10));
        QCOMPARE(classCounts(*fine, Split::Train, 1), Counts(20, 250));
        QCOMPARE(classCounts(*fine, Split::Test, 1), Counts(20, 50));
    }

    void cifarPythonHasTheSamePixels_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("10") << QStringLiteral("cifar10");
        QTest::newRow("100") << QStringLiteral("cifar100");
    }
    void cifarPythonHasTheSamePixels()
    {
        QFETCH(QString, name);
        KTNAS_REQUIRE_SHARED(root, "datasets");
        const std::string base = root + '/' + name.toStdString();
        const auto pickled = readPictures(base + "-python");
        const auto binary = readPictures(base);
        QCOMPARE(pickled->format, name.toStdString() + "-python");
        for (const Split split : {Split::Train, Split::Test}) {
            const PicturePart& few = *pickled->part(split);
            const PicturePart& all = *binary->part(split);
            QCOMPARE(few.count, std::size_t{split == Split::Train ? 100U : 50U});
            QVERIFY(std::equal(few.pixels.begin(), few.pixels.end(), all.pixels.begin()));
            for (std::size_t s = 0; s < few.labels.size(); ++s) {
                QVERIFY(std::equal(few.labels[s].begin(), few.labels[s].end(), all.labels[s].begin()));
                QCOMPARE(pickled->labelSets[s].classes, binary->labelSets[s].classes);
            }
        }
    }

    // Each PNG equals the record that the manifest names.
    void imageFolderHasTheRecordsOfTheManifest()
    {
        KTNAS_REQUIRE_SHARED(path, "datasets/image-folder");
        KTNAS_REQUIRE_SHARED(cifar, "datasets/cifar10");
        const auto pictures = readPictures(path);
        QCOMPARE(pictures->channels, std::size_t{3});
        QCOMPARE(classCounts(*pictures, Split::Train), Counts(10, 20));
        QCOMPARE(classCounts(*pictures, Split::Test), Counts(10, 5));
        std::map<std::string, std::pair<std::string, std::size_t>> records;
        const std::string manifest = readFile(cifar + "/manifest.csv");
        for (const std::string_view line : split(manifest, '\n')) {
            const auto fields = split(trimmed(line), ',');
            if (fields.size() == 5 && fields[0] != "file")
                records[std::string(fields[3]) + '/' + std::string(fields[4])] = {
                    std::string(fields[0]), static_cast<std::size_t>(*parseInteger(fields[1]))};
        }
        std::map<std::string, std::string> files;
        std::size_t compared = 0;
        for (const char* folder : {"train", "test"}) {
            const PicturePart& part =
                *pictures->part(folder == std::string("test") ? Split::Test : Split::Train);
            std::vector<std::string> names;
            for (const auto& entry : std::filesystem::recursive_directory_iterator(path + '/' + folder)) {
                if (entry.is_regular_file())
                    names.push_back(entry.path().parent_path().filename().string() + '/'
                                    + entry.path().filename().string());
            }
            std::sort(names.begin(), names.end());
            QCOMPARE(names.size(), part.count);
            for (std::size_t i = 0; i < names.size(); ++i) {
                const auto& [file, record] = records.at(names[i]);
                if (files[file].empty())
                    files[file] = readFile(cifar + '/' + file);
                const std::string pixels = files[file].substr(record * 3073 + 1, 3072);
                QVERIFY(picture(part, i, 3072) == std::vector<std::uint8_t>(pixels.begin(), pixels.end()));
                ++compared;
            }
        }
        QCOMPARE(compared, std::size_t{250});
    }

    void medMnist()
    {
        KTNAS_REQUIRE_SHARED(root, "datasets/medmnist");
        const auto breast = readPictures(root + "/breastmnist.npz");
        QCOMPARE(breast->title, std::string("BreastMNIST"));
        QCOMPARE(breast->channels, std::size_t{1});
        QCOMPARE(classCounts(*breast, Split::Train), (Counts{147, 399}));
        QCOMPARE(breast->part(Split::Valid)->count, std::size_t{78});
        QCOMPARE(breast->part(Split::Test)->count, std::size_t{156});
        const auto retina = readPictures(root + "/retinamnist.npz");
        QCOMPARE(retina->channels, std::size_t{3});
        QCOMPARE(classCounts(*retina, Split::Train), (Counts{486, 128, 206, 194, 66}));
        QCOMPARE(retina->part(Split::Valid)->count, std::size_t{120});
        QCOMPARE(retina->part(Split::Test)->count, std::size_t{400});
        QVERIFY(retina->problems.empty());
        const auto pneumonia = readPictures(root + "/pneumoniamnist.npz");
        QCOMPARE(classCounts(*pneumonia, Split::Train), (Counts{1214, 3494}));
        QCOMPARE(pneumonia->labelSets.at(0).classes, (std::vector<std::string>{"normal", "pneumonia"}));
        QCOMPARE(countOf(*pneumonia, Kind::DuplicateAcrossSplits), std::size_t{8});
        // 18 in training, and by numpy 3 in the test split.
        QCOMPARE(countOf(*pneumonia, Kind::Duplicate), std::size_t{18 + 3});
        QCOMPARE(countOf(*pneumonia, Kind::Subset), std::size_t{0});
    }

    // The same pictures stored, deflated, and with flat labels of 64 bits; sums of expected.csv.
    void npzVariants()
    {
        KTNAS_REQUIRE_SHARED(root, "benchmarks/format-samples/npz");
        std::string hash;
        for (const char* name : {"stored", "deflated", "labels-1d-int64"}) {
            const auto set = readPictures(root + '/' + name + ".npz");
            const auto& pixels = set->part(Split::Train)->pixels;
            QCOMPARE(std::accumulate(pixels.begin(), pixels.end(), 0), 600852);
            QVERIFY(hash.empty() || hash == set->contentHash);
            hash = set->contentHash;
        }
        const auto colour = readPictures(root + "/rgb-fortran-order.npz");
        QCOMPARE(colour->channels, std::size_t{3});
        const auto& pixels = colour->part(Split::Train)->pixels;
        const std::size_t at = 1 * 2352 + 2 * 28 + 3; // picture 1, row 2, column 3
        QCOMPARE(pixels[at] + pixels[at + 784] + pixels[at + 2 * 784], 269);
        const Error many = errorOf(root + "/multi-label-14.npz");
        QCOMPARE(many.code, ErrorCode::PicturesUnusable);
        QVERIFY(many.found.find("6 × 14") == 0);
    }

    void fashionMnistOfThePackage()
    {
        if (!std::filesystem::exists("/usr/share/datasets/fashion-mnist")) {
            const Error error = errorOf("fashion-mnist");
            QCOMPARE(error.code, ErrorCode::PackageMissing);
            QVERIFY(error.hint.find("dataset-fashion-mnist") != std::string::npos);
            return;
        }
        const auto set = readPictures("fashion-mnist");
        QCOMPARE(set->title, std::string("Fashion-MNIST"));
        QCOMPARE(classCounts(*set, Split::Train), Counts(10, 6000));
        QCOMPARE(classCounts(*set, Split::Test), Counts(10, 1000));
        QCOMPARE(set->labelSets.at(0).classes.at(9), std::string("Ankle boot"));
    }

    void idxByContent()
    {
        KTNAS_REQUIRE_SHARED(root, "benchmarks/format-samples/idx");
        for (const char* name : {"", "/u8-images-idx3-ubyte", "/u8-labels-idx1-ubyte"}) {
            const auto set = readPictures(root + name);
            const auto& pixels = set->part(Split::Train)->pixels;
            QCOMPARE(std::accumulate(pixels.begin(), pixels.end(), 0), 1208507);
            QCOMPARE(set->pictureCount(), std::size_t{12});
        }
    }

    void damage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words"); // all of them, separated by |
        const auto row = [](const char* file, const char* code, const char* words) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(code)
                                << QString::fromUtf8(words);
        };
        row("truncated-zip.pth", "pictures-damaged", "145994 bytes|directory|incomplete");
        row("truncated-legacy.pth", "unknown-format", "PyTorch");
        row("git-lfs-pointer.pth", "git-lfs-pointer", "4908763648 bytes|git lfs pull");
        row("html-page.npz", "html-page", "Google Drive - Quota exceeded");
        row("empty.pth", "file-empty", "download probably failed");
        row("zip-without-data-pkl.pth", "unknown-format",
            "neither a NumPy archive nor a PyTorch file|archive/version");
        row("truncated.pickle.pbz2", "unknown-format", "bzip2|Unpack it first");
        row("wrong-byte-order-images-idx3-ubyte", "pictures-damaged", "little-endian");
        row("count-too-large-images-idx3-ubyte", "pictures-damaged", "1200 × 28 × 28|9408 bytes");
        row("count-overflow-images-idx3-ubyte", "pictures-damaged", "which no file has|9408 bytes");
        row("labels-eleven-of-twelve-idx1-ubyte", "pictures-unusable", "labels only");
        row("gzip-without-gz-suffix-images-idx3-ubyte", "pictures-unusable", "labels-idx1");
        row("cifar10-python-truncated", "pictures-damaged",
            "byte 20213|30720000 bytes|39782 bytes to the end|incomplete|31 MB");
        row("cifar10-truncated-record.bin", "pictures-damaged", "byte 27657|9 whole records and 1500 bytes");
        row("cifar10-label-out-of-range.bin", "pictures-damaged",
            "byte 21511|from 0 to 9|label 10 in record 7");
        row("npz-key-missing.npz", "pictures-damaged", "val_labels.npy");
        row("npz-length-mismatch.npz", "pictures-damaged", "train_labels.npy|6 labels|found 5");
        row("npz-object-array.npz", "unknown-format", "train_labels.npy|Python objects|refused");
        row("npz-bit-flip.npz", "pictures-damaged", "train_images.npy|checksum");
        row("calls-os-system.pickle", "unknown-format", "posix.system|nothing of it was run");
        row("billion-laughs.pickle", "unknown-format", "another pickle");
        row("deep-nesting.pickle", "unknown-format", "another pickle");
        row("huge-length.pickle", "pictures-damaged", "1152921504606846976");
        row("memo-missing.pickle", "pictures-damaged", "number 5");
        row("no-stop.pickle", "pictures-damaged", "the end of the file");
        row("truncated.json", "unknown-format", "JSON");
        row("table.csv", "unknown-format", "table");
    }
    void damage()
    {
        QFETCH(QString, file);
        QFETCH(QString, code);
        QFETCH(QString, words);
        KTNAS_REQUIRE_SHARED(bad, "benchmarks/format-samples/bad");
        const std::string path = bad + '/' + file.toStdString();
        const std::size_t before = residentBytes();
        const Error error = errorOf(path);
        QVERIFY(residentBytes() < before + 50'000'000);
        QCOMPARE(QString::fromLatin1(name(error.code)), code);
        const QString text = QString::fromStdString(describe(error));
        QVERIFY(text.startsWith(QString::fromStdString(path) + u':'));
        for (const QString& word : words.split(u'|'))
            QVERIFY2(text.contains(word), qPrintable(text));
    }

    void labelsAndPicturesOfDifferentCounts()
    {
        KTNAS_REQUIRE_SHARED(samples, "benchmarks/format-samples");
        const std::string images =
            written("train-images-idx3-ubyte", readFile(samples + "/idx/u8-images-idx3-ubyte"));
        (void)written("train-labels-idx1-ubyte",
                      readFile(samples + "/bad/labels-eleven-of-twelve-idx1-ubyte"));
        const Error error = errorOf(images);
        QCOMPARE(error.code, ErrorCode::PicturesDamaged);
        QVERIFY(error.expected.find("12 labels") == 0 && error.found == "11");
    }

    // Without any shared file: a set of our own in both versions.
    void cifarOfOurOwn()
    {
        const std::string binary = written("whatever", cifarRecords(13));
        const auto set = readPictures(binary);
        QCOMPARE(set->format, std::string("cifar10-binary"));
        QCOMPARE(set->part(Split::Train)->count, std::size_t{13});
        QCOMPARE(set->labelSets.at(0).classes.at(3), std::string("3")); // no names beside it
        const std::string pickled = written("batch", cifarPickle(13));
        const auto same = readPictures(pickled);
        QCOMPARE(same->format, std::string("cifar10-python"));
        QCOMPARE(same->contentHash, set->contentHash);
        std::string wrong = cifarRecords(13);
        wrong[5 * 3073] = '\x0b';
        const Error label = errorOf(written("wrong", wrong));
        QCOMPARE(label.code, ErrorCode::PicturesDamaged);
        QCOMPARE(*label.byte, std::uint64_t{5 * 3073});
        std::string pickledWrong = cifarPickle(13);
        pickledWrong[pickledWrong.find("K\x04") + 1] = '\x0b';
        const Error pickledLabel = errorOf(written("wrong.pickle", pickledWrong));
        QCOMPARE(pickledLabel.code, ErrorCode::PicturesDamaged);
        QVERIFY(pickledLabel.found.find("label 11 of picture 4") == 0);
        const Error oneClass = errorOf(written("one", cifarRecords(1)));
        QCOMPARE(oneClass.code, ErrorCode::PicturesUnusable);
        QCOMPARE(errorOf(written("random.bin", std::string(5000, 'x'))).code, ErrorCode::UnknownFormat);
    }

    // A folder whose batch is a Git LFS pointer or empty is not silently read without it.
    void damagedPartsOfAFolder()
    {
        const QTemporaryDir folder;
        const auto add = [&folder](const char* name, const std::string& content) {
            writeFile(folder.filePath(QString::fromLatin1(name)).toStdString(), content);
        };
        const std::string path = folder.path().toStdString();
        add("data_batch_1.bin", cifarRecords(20));
        add("test_batch.bin", cifarRecords(10));
        add("batches.meta.txt", "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        add("readme.html", "<html>words</html>");
        QCOMPARE(readPictures(path)->part(Split::Test)->count, std::size_t{10});
        QCOMPARE(readPictures(path)->labelSets.at(0).classes.at(9), std::string("j"));
        add("data_batch_2.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 5\n");
        QCOMPARE(errorOf(path).code, ErrorCode::GitLfsPointer);
        add("data_batch_2.bin", "");
        QCOMPARE(errorOf(path).code, ErrorCode::FileEmpty);
        add("data_batch_2.bin", cifarRecords(5).substr(0, 14000));
        QCOMPARE(errorOf(path).code, ErrorCode::PicturesDamaged);
    }

    void cutsAndFlipsAreSurvived()
    {
        std::vector<std::string> samples{cifarRecords(5), cifarPickle(5)};
        const std::string npz = test::sharedFile("benchmarks/format-samples/npz/stored.npz");
        if (!npz.empty())
            samples.push_back(readFile(npz));
        Stream random{Address{}};
        for (const std::string& sample : samples) {
            for (int i = 0; i < 150; ++i) {
                std::string changed = sample;
                // The first and last places, where headers are, and others.
                const std::size_t at = i < 60 ? static_cast<std::size_t>(i)
                    : i < 90
                    ? sample.size() - static_cast<std::size_t>(i - 59)
                    : static_cast<std::size_t>(random.below(static_cast<std::uint32_t>(sample.size())));
                changed[at] = static_cast<char>(changed[at] ^ 1 << i % 8);
                checked(changed);
                checked(sample.substr(0, at));
            }
        }
    }

private:
    std::string written(const char* name, const std::string& content)
    {
        const std::string path = m_folder.filePath(QString::fromLatin1(name)).toStdString();
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << content;
        return path;
    }
    /// A set or an error that a file can cause; anything else fails the test.
    void checked(const std::string& content)
    {
        const std::string path = written("fuzzed", content);
        try {
            const auto set = readPictures(path);
            for (const PicturePart& part : set->parts)
                QCOMPARE(part.pixels.size(), part.count * set->pictureSize());
        } catch (const Error& error) {
            QVERIFY2(exitCode(error.code) == 3, error.what());
            QCOMPARE(error.file, path);
        }
    }

    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(TestReadPictures)
#include "tst_readpictures.moc"
