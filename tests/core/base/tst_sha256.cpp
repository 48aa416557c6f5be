// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include "core/base/Random.h"

#include <QTest>

using namespace ktnas;

class TestSha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The examples of FIPS 180-2, appendix B, and the empty message.
    void knownAnswers()
    {
        QCOMPARE(sha256(""), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256("abc"),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                 std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(sha256(std::string(1000000, 'a')),
                 std::string("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"));
    }

    void piecesGiveTheWhole()
    {
        const std::string text(300, 'x');
        for (std::size_t cut = 0; cut <= text.size(); ++cut) {
            Sha256 hash;
            hash.update(std::string_view(text).substr(0, cut));
            hash.update(std::string_view(text).substr(cut));
            QCOMPARE(hash.hexDigest(), sha256(text));
        }
    }

    // The processor's instructions, where it has them, are what knownAnswers() tests; the portable code must
    // agree.
    void instructionsAndPortableCodeAgree()
    {
        if (!hasSha256Instructions())
            QSKIP("this processor has no instructions for SHA-256");
        Stream stream({31, Purpose::Test, 0, 0, 0});
        std::array<std::uint8_t, 64 * 5> data{};
        for (std::uint8_t& byte : data)
            byte = static_cast<std::uint8_t>(stream.below(256));
        for (std::size_t count = 0; count <= 5; ++count) {
            Sha256State a{};
            for (std::uint32_t& word : a)
                word = stream.word();
            Sha256State b = a;
            sha256Portable(a, data.data(), count);
            sha256ByInstructions(b, data.data(), count);
            QCOMPARE(a, b);
        }
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
