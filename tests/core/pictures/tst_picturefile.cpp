// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pictures/PictureFile.h"
#include "tests/core/pictures/MakePng.h"

#include <QByteArray>
#include <QTest>

#include <cmath>
#include <string>

using namespace ktnas;
using ktnas::test::makePng;
using ktnas::test::pngChunk;

namespace {

// 16 × 8 pixels by libjpeg's compressor, quality 98: red 10x + 40, green 20y + 30, blue 200 - 8x; grey
// 10x + 40; and inks 10x, 20y, 150, 25y with Adobe's mark.
const char* const colourJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb00430001010101010101010101010101010102010101010102010101"
    "020202020202020202030304030303030302020304030304040404040203050504040504040404ffdb004301010101010101"
    "0201010204030203040404040404040404040404040404040404040404040404040404040404040404040404040404040404"
    "0404040404040404ffc00011080008001003011100021101031101ffc40014000100000000000000000000000000000008ff"
    "c4001f10000102060300000000000000000000000100110306082531b1133383ffc400150101010000000000000000000000"
    "0000000908ffc4001e11000103040300000000000000000000000700415108232433011113ffda000c03010002110311003f"
    "0012cb3452dc76823c1c69284683cedbd2ea6c0c54c75e5910e90b2cd14f5da01c620b1d224cd079e2ede974b5062a675644"
    "3affd9";
const char* const progressiveJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb00430001010101010101010101010101010102010101010102010101"
    "020202020202020202030304030303030302020304030304040404040203050504040504040404ffdb004301010101010101"
    "0201010204030203040404040404040404040404040404040404040404040404040404040404040404040404040404040404"
    "0404040404040404ffc20011080008001003011100021101031101ffc40014000100000000000000000000000000000007ff"
    "c4001501010100000000000000000000000000000807ffda000c030100021003100000011250cd50892b5fffc40016100003"
    "0000000000000000000000000000000406ffda00080101000105025a285a28ffc40018110002030000000000000000000000"
    "00000006072332ffda0008010301013f014c933360992666c3ffc40017110100030000000000000000000000000006002232"
    "ffda0008010201013f0168f3578d1e6af3ffc400171000030100000000000000000000000000000123a1ffda000801010006"
    "3f0252c14b0fffc40014100100000000000000000000000000000010ffda0008010100013f2137bfffda000c030100020003"
    "0000001037ffc40018110002030000000000000000000000000000411181a1ffda0008010301013f108aa66733ffc4001811"
    "0002030000000000000000000000000000410191a1ffda0008010201013f10d6643733ffc4001a1000020301010000000000"
    "00000000000001310011b15191ffda0008010100013f10a1a3d8c9c12950e4ffd9";
const char* const greyJpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb00430001010101010101010101010101010102010101010102010101"
    "020202020202020202030304030303030302020304030304040404040203050504040504040404ffc0000b08000800100101"
    "1100ffc400150001010000000000000000000000000000090affc40018100002030000000000000000000000000000084582"
    "c1ffda0008010100003f0015d498ca61500a4c6530ffd9";
const char* const cmykJpeg =
    "ffd8ffee000e41646f626500640000000000ffdb004300010101010101010101010101010101020101010101020101010202"
    "02020202020202030304030303030302020304030304040404040203050504040504040404ffc00014080008001004431100"
    "4d11005911004b1100ffc40017000003010000000000000000000000000000090a08ffc4001c100001040301000000000000"
    "0000000000001966a4e1084582c1ffda000e0443004d0059004b00003f00917c49d671e08bd249b3128d602bb43767c1a2a0"
    "312759c780924d98940086ecf8347fffd9";

std::string fromHex(const char* digits)
{
    return QByteArray::fromHex(digits).toStdString();
}

std::vector<std::uint8_t> planesOf(const std::string& file)
{
    std::string problem;
    const auto picture = decodePicture(file, problem);
    return picture ? picture->planes : std::vector<std::uint8_t>();
}

std::string problemOf(const std::string& file)
{
    std::string problem;
    return decodePicture(file, problem) ? std::string() : problem;
}

using Bytes = std::vector<std::uint8_t>;

} // namespace

class TestPictureFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pngs()
    {
        // Two pixels beside each other, then two rows.
        QCOMPARE(planesOf(makePng(2, 1, 8, 2, {"\x01\x02\x03\x11\x12\x13"})),
                 (Bytes{0x01, 0x11, 0x02, 0x12, 0x03, 0x13}));
        QCOMPARE(planesOf(makePng(1, 2, 8, 0, {"\x07", "\xf0"})), (Bytes{7, 240, 7, 240, 7, 240}));
        // One bit a pixel: white, black, white.
        QCOMPARE(planesOf(makePng(3, 1, 1, 0, {"\xa0"})), (Bytes{255, 0, 255, 255, 0, 255, 255, 0, 255}));
        // Transparency is dropped, 16 bits become 8.
        QCOMPARE(planesOf(makePng(1, 1, 8, 6, {std::string("\x0a\x14\x1e\x00", 4)})), (Bytes{10, 20, 30}));
        QCOMPARE(planesOf(makePng(1, 1, 8, 4, {std::string("\x0a\x00", 2)})), (Bytes{10, 10, 10}));
        QCOMPARE(planesOf(makePng(1, 1, 16, 2, {std::string("\x80\x80\xff\xff\x00\x00", 6)})),
                 (Bytes{128, 255, 0}));
        // A palette of two colours, the second transparent.
        QCOMPARE(planesOf(makePng(2, 1, 8, 3, {std::string("\x00\x01", 2)},
                                  pngChunk("PLTE", "\x01\x02\x03\x04\x05\x06")
                                      + pngChunk("tRNS", std::string("\xff\x00", 2)))),
                 (Bytes{1, 4, 2, 5, 3, 6}));
        // Adam7: the pixels of a 2 × 2 picture come in passes 1 (0,0), 6 (1,0) and 7 (row 1).
        QCOMPARE(planesOf(makePng(2, 2, 8, 0, {"\x01", "\x02", "\x03\x04"}, {}, true)),
                 (Bytes{1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4}));
    }

    void jpegs()
    {
        for (const char* digits : {colourJpeg, progressiveJpeg, greyJpeg, cmykJpeg}) {
            const Bytes planes = planesOf(fromHex(digits));
            QCOMPARE(planes.size(), std::size_t{3 * 128});
            for (int y = 0; y < 8; ++y) {
                for (int x = 0; x < 16; ++x) {
                    std::array<int, 3> expected{10 * x + 40, 20 * y + 30, 200 - 8 * x};
                    if (digits == greyJpeg)
                        expected = {10 * x + 40, 10 * x + 40, 10 * x + 40};
                    if (digits == cmykJpeg)
                        expected = {10 * x * 25 * y / 255, 20 * y * 25 * y / 255, 150 * 25 * y / 255};
                    for (std::size_t channel = 0; channel < 3; ++channel) {
                        const int found = planes[channel * 128 + static_cast<std::size_t>(16 * y + x)];
                        QVERIFY2(std::abs(found - expected[channel]) <= 4,
                                 qPrintable(QStringLiteral("%1 %2: %3, not %4")
                                                .arg(x)
                                                .arg(y)
                                                .arg(found)
                                                .arg(expected[channel])));
                    }
                }
            }
        }
        QVERIFY(isGrey(planesOf(fromHex(greyJpeg)).data(), 128));
        QVERIFY(!isGrey(planesOf(fromHex(colourJpeg)).data(), 128));
    }

    void kindsAndExtents()
    {
        std::string problem;
        QCOMPARE(pictureFileKind(fromHex(greyJpeg)), std::optional(PictureFileKind::Jpeg));
        QCOMPARE(pictureFileKind(makePng(1, 1, 8, 0, {"a"})), std::optional(PictureFileKind::Png));
        QVERIFY(!pictureFileKind("GIF89a"));
        QCOMPARE(pictureExtent(fromHex(colourJpeg), problem), std::optional(PictureExtent{8, 16}));
        QCOMPARE(pictureExtent(makePng(5, 3, 8, 0, {}), problem), std::optional(PictureExtent{3, 5}));
        QVERIFY(!pictureExtent("text", problem));
        QCOMPARE(problem, std::string("neither PNG nor JPEG"));
    }

    // Few bytes that promise many pixels are refused before memory is taken.
    void hugePictures()
    {
        QVERIFY(problemOf(makePng(100'000, 100'000, 8, 2, {"x"})).find("100000 × 100000") == 0);
        QVERIFY(!problemOf(makePng(2'000'000, 1, 8, 2, {"x"})).empty());
    }

    void everyCutIsNoticed()
    {
        const std::string png = makePng(2, 2, 8, 2, {"abcdef", "ghijkl"});
        // The end chunk alone carries nothing, but a file without it was cut.
        for (std::size_t length = 0; length < png.size(); ++length)
            QVERIFY2(!problemOf(png.substr(0, length)).empty(), std::to_string(length).c_str());
        for (const char* digits : {colourJpeg, greyJpeg, cmykJpeg}) {
            const std::string jpeg = fromHex(digits);
            for (std::size_t length = 0; length + 2 < jpeg.size(); ++length)
                QVERIFY2(!problemOf(jpeg.substr(0, length)).empty(), std::to_string(length).c_str());
        }
    }

    void everyFlippedBitIsSurvived()
    {
        std::vector<std::string> files{makePng(2, 2, 8, 2, {"abcdef", "ghijkl"})};
        for (const char* digits : {colourJpeg, progressiveJpeg, greyJpeg, cmykJpeg})
            files.push_back(fromHex(digits));
        for (const std::string& file : files) {
            for (std::size_t at = 0; at < file.size(); ++at) {
                for (int bit = 0; bit < 8; ++bit) {
                    std::string flipped = file;
                    flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
                    std::string problem;
                    const auto picture = decodePicture(flipped, problem);
                    QVERIFY(picture ? picture->planes.size() == 3 * picture->extent.pixels()
                                    : !problem.empty());
                }
            }
        }
    }

    void resizing()
    {
        const auto grey = [](PictureExtent extent, Bytes plane) {
            DecodedPicture picture{extent, plane};
            picture.planes.insert(picture.planes.end(), plane.begin(), plane.end());
            picture.planes.insert(picture.planes.end(), plane.begin(), plane.end());
            return picture;
        };
        const auto first = [](const DecodedPicture& picture) {
            return Bytes(picture.planes.begin(),
                         picture.planes.begin() + static_cast<std::ptrdiff_t>(picture.extent.pixels()));
        };
        // Weights .75 .75 .25 / 1.75 at both ends.
        QCOMPARE(first(resized(grey({1, 4}, {10, 20, 80, 200}), {1, 2})),
                 (Bytes{static_cast<std::uint8_t>(std::lround((7.5 + 15 + 20) / 1.75)),
                        static_cast<std::uint8_t>(std::lround((5 + 60 + 150) / 1.75))}));
        // Upwards: linear between the centres.
        QCOMPARE(first(resized(grey({2, 1}, {0, 100}), {4, 1})), (Bytes{0, 25, 75, 100}));
        QCOMPARE(first(resized(grey({1, 1}, {77}), {3, 5})), Bytes(15, 77));
        QCOMPARE(first(resized(grey({37, 23}, Bytes(37 * 23, 200)), {11, 29})), Bytes(11 * 29, 200));
        const DecodedPicture same = grey({2, 2}, {1, 2, 3, 4});
        QCOMPARE(resized(same, {2, 2}).planes, same.planes);
    }
};

QTEST_APPLESS_MAIN(TestPictureFile)
#include "tst_picturefile.moc"
