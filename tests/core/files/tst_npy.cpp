// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/files/Npy.h"

#include <QTest>

#include <limits>
#include <string>

using namespace ktnas;

namespace {

/// A file as NumPy 1.24 writes it: padded with blanks to a multiple of 64.
std::string npy(const std::string& header, const std::string& data, int version = 1)
{
    const std::size_t lengthSize = version == 1 ? 2 : 4;
    std::string text = header;
    while ((8 + lengthSize + text.size() + 1) % 64 != 0)
        text += ' ';
    text += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += static_cast<char>(version);
    bytes += '\0';
    for (std::size_t i = 0; i < lengthSize; ++i)
        bytes += static_cast<char>(text.size() >> 8 * i & 0xFF);
    return bytes + text + data;
}

std::string header(const std::string& type, const std::string& shape, const std::string& fortran = "False")
{
    return "{'descr': '" + type + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
}

Error errorOf(const std::string& bytes)
{
    try {
        (void)readNpy(bytes);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

} // namespace

class TestNpy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The bytes of numpy.save(…, numpy.arange(6, dtype='<i2').reshape(2, 3)), in both orders.
    void ordersAndVersions()
    {
        const std::vector<std::int64_t> rows{0, 1, 2, 3, 4, 5};
        const std::string c("\0\0\1\0\2\0\3\0\4\0\5\0", 12);
        const std::string fortran("\0\0\3\0\1\0\4\0\2\0\5\0", 12);
        for (int version = 1; version <= 3; ++version) {
            const std::string file = npy(header("<i2", "(2, 3)"), c, version);
            QCOMPARE(file.size(), std::size_t{140}); // as NumPy's
            const NumberArray array = readNpy(file);
            QCOMPARE(array.shape, (std::vector<std::size_t>{2, 3}));
            QCOMPARE(array.type.text(), std::string("<i2"));
            QCOMPARE(integersOf(array), rows);
            QCOMPARE(array.shapeText(), std::string("2 × 3"));
        }
        const std::string file = npy(header("<i2", "(2, 3)", "True"), fortran);
        QCOMPARE(integersOf(readNpy(file)), rows);
        QCOMPARE(realsOf(readNpy(file)), (std::vector<double>{0, 1, 2, 3, 4, 5}));
    }

    void aFortranArrayOfThreeAxes()
    {
        std::string data;
        for (int k = 0; k < 4; ++k)
            for (int j = 0; j < 3; ++j)
                for (int i = 0; i < 2; ++i)
                    data += static_cast<char>(100 * i + 10 * j + k);
        const std::string file = npy(header("|u1", "(2, 3, 4)", "True"), data);
        const auto bytes = bytesOf(readNpy(file));
        for (std::size_t i = 0, at = 0; i < 2; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                for (std::size_t k = 0; k < 4; ++k, ++at)
                    QCOMPARE(std::size_t{bytes[at]}, 100 * i + 10 * j + k);
    }

    void types_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<double>("value");
        const auto row = [](const char* type, const char* hex, double value) {
            QTest::newRow(type) << QByteArray(type) << QByteArray::fromHex(hex) << value;
        };
        row("|b1", "01", 1);
        row("|u1", "c8", 200);
        row("|i1", "c8", -56);
        row("<u2", "0280", 0x8002);
        row(">u2", "8002", 0x8002);
        row("<i2", "0280", 0x8002 - 0x10000);
        row(">i4", "fffffffe", -2);
        row("<u4", "feffffff", 4294967294.0);
        row(">i8", "fffffffffffffffe", -2);
        row("<u8", "0000000000000080", 9223372036854775808.0);
        row(">f4", "3fc00000", 1.5);
        row("<f4", "0000c0bf", -1.5);
        row("<f8", "000000000000d03f", 0.25);
        row(">f8", "3fd0000000000000", 0.25);
    }
    void types()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, bytes);
        QFETCH(double, value);
        const std::string file = npy(header(type.toStdString(), "(1,)"), bytes.toStdString());
        const NumberArray array = readNpy(file);
        QCOMPARE(array.type.text(), type.toStdString());
        QCOMPARE(realsOf(array).at(0), value);
        if (array.type.kind != 'f' && value < 9e18)
            QCOMPARE(integersOf(array).at(0), static_cast<std::int64_t>(value));
    }

    void singleNumbersAndEmptyArrays()
    {
        const std::string single = npy(header("|u1", "()"), "\7");
        QCOMPARE(integersOf(readNpy(single)), (std::vector<std::int64_t>{7}));
        const std::string empty = npy(header("<u8", "(0, 3)"), "");
        QCOMPARE(integersOf(readNpy(empty)).size(), std::size_t{0});
        const std::string python2 =
            npy("{\"shape\": (2L, 1L), 'descr': \"|u1\",'fortran_order':False}", "ab");
        QCOMPARE(readNpy(python2).shape, (std::vector<std::size_t>{2, 1}));
    }

    void refusals()
    {
        const Error objects = errorOf(npy(header("|O", "(2,)"), "x"));
        QCOMPARE(objects.code, ErrorCode::UnknownFormat);
        QVERIFY(objects.found.find("Python objects") != std::string::npos);
        QCOMPARE(errorOf(npy(header("<U5", "(2,)"), std::string(40, 'x'))).code, ErrorCode::UnknownFormat);
        QCOMPARE(errorOf(npy(header("<f2", "(1,)"), "xx")).code, ErrorCode::UnknownFormat);
        QCOMPARE(
            errorOf(npy("{'descr': [('a', '<i4')], 'fortran_order': False, 'shape': (1,)}", "xxxx")).code,
            ErrorCode::UnknownFormat);
        const Error length = errorOf(npy(header("|u1", "(4, 5)"), std::string(19, 'x')));
        QCOMPARE(length.code, ErrorCode::PicturesDamaged);
        QVERIFY(length.expected.find("4 × 5") != std::string::npos && length.expected.find("20 bytes") > 0);
        QCOMPARE(length.found, std::string("19 bytes"));
        const Error overflow = errorOf(npy(header("<f8", "(4294967296, 4294967296, 4294967296)"), "x"));
        QCOMPARE(overflow.code, ErrorCode::PicturesDamaged);
        QVERIFY(overflow.expected.find("which no file has") != std::string::npos);
        for (const char* wrong :
             {"{'descr': '|u1', 'fortran_order': False}", "{'descr': '|u1', 'shape': (1,), 'more': 1}",
              "{'descr': '|u1', 'fortran_order': No, 'shape': (1,)}", "[1]",
              "{'descr': '|u1', 'fortran_order': False, 'shape': (-1,)}",
              "{'descr': '|u1', 'fortran_order': False, 'shape': (1,)} x"})
            QVERIFY2(errorOf(npy(wrong, "x")).code == ErrorCode::PicturesDamaged, wrong);
        QCOMPARE(errorOf("PK").code, ErrorCode::PicturesDamaged);
    }

    void everyCutAndManyFlips()
    {
        const std::string file = npy(header("<i2", "(2, 3)"), "abcdefghijkl");
        for (std::size_t length = 0; length < file.size(); ++length)
            QVERIFY(errorOf(file.substr(0, length)).code == ErrorCode::PicturesDamaged);
        for (std::size_t at = 0; at < file.size(); ++at) {
            for (const int bit : {1, 16, 128}) {
                std::string flipped = file;
                flipped[at] = static_cast<char>(flipped[at] ^ bit);
                QVERIFY(errorOf(flipped).code != ErrorCode::OutOfMemory); // an error or an array, no crash
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestNpy)
#include "tst_npy.moc"
