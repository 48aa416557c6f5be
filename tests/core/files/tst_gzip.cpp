// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/files/Gzip.h"

#include <QTest>

#include <string>

using namespace ktnas;

namespace {

/// `printf hello | gzip -n`, made with gzip 1.12.
const std::string
    hello("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd\xc9\xc9\x07\x00\x86\xa6\x10\x36\x05\x00"
          "\x00\x00",
          25);

ErrorCode codeOf(std::string_view bytes, std::size_t limit = 1'000)
{
    try {
        gunzip(bytes, limit);
    } catch (const Error& error) {
        return error.code;
    }
    return ErrorCode::Internal;
}

} // namespace

class TestGzip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void unpacksWhatGzipPacked()
    {
        QVERIFY(looksLikeGzip(hello));
        QCOMPARE(gunzip(hello, 5), std::string("hello"));
        QCOMPARE(gunzip(hello + hello, 10), std::string("hellohello"));
        QCOMPARE(gunzip(hello + std::string(100, '\0'), 10), std::string("hello"));
    }
    void refusesWhatIsLargerThanAllowed() { QCOMPARE(codeOf(hello, 4), ErrorCode::UnknownFormat); }
    void noticesEveryCutAndEveryFlippedBit()
    {
        for (std::size_t length = 3; length < hello.size(); ++length)
            QCOMPARE(codeOf(std::string_view(hello).substr(0, length)), ErrorCode::PicturesDamaged);
        for (std::size_t at = 10; at < hello.size(); ++at) {
            std::string flipped = hello;
            flipped[at] = static_cast<char>(flipped[at] ^ 1);
            QVERIFY2(codeOf(flipped) == ErrorCode::PicturesDamaged, std::to_string(at).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestGzip)
#include "tst_gzip.moc"
