// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/files/Pickle.h"
#include "tests/core/files/Hex.h"
#include "tests/support/Shared.h"

#include <QTest>

#include <fstream>
#include <string>

using namespace ktnas;
using ktnas::test::fromHex;

namespace {

/// pickle.dumps({'name': 'x', 'n': [1, -2, 300, 70000, -5000000000, 2**70], 'f': 1.5, 't': (True, False,
/// None), 's': {1}, 'b': b'\x00\xff', 'd': {}}, protocol), by Python 3.11.
const char* const everything[] = {
    "286470300a566e616d650a70310a56780a70320a73566e0a70330a286c70340a49310a61492d320a61493330300a614937303030"
    "300a614c2d353030303030303030304c0a614c313138303539313632303731373431313330333432344c0a617356660a70350a46"
    "312e350a7356740a70360a284930310a4930300a4e7470370a7356730a70380a635f5f6275696c74696e5f5f0a7365740a70390a"
    "28286c7031300a49310a61747031310a527031320a7356620a7031330a635f636f646563730a656e636f64650a7031340a28565c"
    "7530303030ff0a7031350a566c6174696e310a7031360a747031370a527031380a7356640a7031390a28647032300a732e",
    "7d71002858040000006e616d657101580100000078710258010000006e71035d7104284b014afeffffff4d2c014a701101004c2d"
    "353030303030303030304c0a4c313138303539313632303731373431313330333432344c0a655801000000667105473ff8000000"
    "0000005801000000747106284930310a4930300a4e7471075801000000737108635f5f6275696c74696e5f5f0a7365740a710928"
    "5d710a4b016174710b52710c580100000062710d635f636f646563730a656e636f64650a710e28580300000000c3bf710f580600"
    "00006c6174696e31711074711152711258010000006471137d7114752e",
    "80027d71002858040000006e616d657101580100000078710258010000006e71035d7104284b014afeffffff4d2c014a70110100"
    "8a05000efad5fe8a09000000000000000040655801000000667105473ff8000000000000580100000074710688894e8771075801"
    "000000737108635f5f6275696c74696e5f5f0a7365740a71095d710a4b016185710b52710c580100000062710d635f636f646563"
    "730a656e636f64650a710e580300000000c3bf710f58060000006c6174696e31711086711152711258010000006471137d711475"
    "2e",
    "80037d71002858040000006e616d657101580100000078710258010000006e71035d7104284b014afeffffff4d2c014a70110100"
    "8a05000efad5fe8a09000000000000000040655801000000667105473ff8000000000000580100000074710688894e8771075801"
    "000000737108636275696c74696e730a7365740a71095d710a4b016185710b52710c580100000062710d430200ff710e58010000"
    "0064710f7d7110752e",
    "80049568000000000000007d94288c046e616d65948c0178948c016e945d94284b014afeffffff4d2c014a701101008a05000efa"
    "d5fe8a09000000000000000040658c016694473ff80000000000008c01749488894e87948c0173948f94284b01908c0162944302"
    "00ff948c0164947d94752e",
    "80059568000000000000007d94288c046e616d65948c0178948c016e945d94284b014afeffffff4d2c014a701101008a05000efa"
    "d5fe8a09000000000000000040658c016694473ff80000000000008c01749488894e87948c0173948f94284b01908c0162944302"
    "00ff948c0164947d94752e",
};

/// pickle.dumps(numpy.arange(6, dtype='<i2').reshape(2, 3), protocol) by NumPy 1.24: 2, 4, 5, and 2 in
/// Fortran order.
const char* const arrays[] = {
    "8002636e756d70792e636f72652e6d756c746961727261790a5f7265636f6e7374727563740a7100636e756d70790a6e64617272"
    "61790a71014b00857102635f636f646563730a656e636f64650a7103580100000062710458060000006c6174696e317105867106"
    "527107877108527109284b014b024b0386710a636e756d70790a64747970650a710b58020000006932710c898887710d52710e28"
    "4b0358010000003c710f4e4e4e4affffffff4affffffff4b0074711062896803580c000000000001000200030004000500711168"
    "05867112527113747114622e",
    "80049596000000000000008c156e756d70792e636f72652e6d756c74696172726179948c0c5f7265636f6e737472756374949394"
    "8c056e756d7079948c076e6461727261799493944b0085944301629487945294284b014b024b03869468038c0564747970659493"
    "948c02693294898887945294284b038c013c944e4e4e4affffffff4affffffff4b0074946289430c000001000200030004000500"
    "947494622e",
    "80059581000000000000008c126e756d70792e636f72652e6e756d65726963948c0b5f66726f6d62756666657294939428960c00"
    "000000000000000001000200030004000500948c056e756d7079948c0564747970659493948c02693294898887945294284b038c"
    "013c944e4e4e4affffffff4affffffff4b007494624b024b0386948c014394749452942e",
    "8002636e756d70792e636f72652e6d756c746961727261790a5f7265636f6e7374727563740a7100636e756d70790a6e64617272"
    "61790a71014b00857102635f636f646563730a656e636f64650a7103580100000062710458060000006c6174696e317105867106"
    "527107877108527109284b014b024b0386710a636e756d70790a64747970650a710b58020000006932710c898887710d52710e28"
    "4b0358010000003c710f4e4e4e4affffffff4affffffff4b0074711062886803580c000000000003000100040002000500711168"
    "05867112527113747114622e",
};

/// [numpy.float64(0.25), numpy.int32(-7), numpy.uint8(200), numpy.bool_(True)], protocol 2.
const char* const scalars =
    "80025d710028636e756d70792e636f72652e6d756c746961727261790a7363616c61720a7101636e756d70790a64747970650a71"
    "025802000000663871038988877104527105284b0358010000003c71064e4e4e4affffffff4affffffff4b0074710762635f636f"
    "646563730a656e636f64650a71085809000000000000000000c3903f710958060000006c6174696e31710a86710b52710c86710d"
    "52710e6801680258020000006934710f8988877110527111284b0368064e4e4e4affffffff4affffffff4b007471126268085808"
    "000000c3b9c3bfc3bfc3bf7113680a86711452711586711652711768016802580200000075317118898887711952711a284b0358"
    "010000007c711b4e4e4e4affffffff4affffffff4b0074711c6268085802000000c388711d680a86711e52711f86712052712168"
    "0168025802000000623171228988877123527124284b03681b4e4e4e4affffffff4affffffff4b00747125626808580100000001"
    "7126680a86712752712886712952712a652e";

Error errorOf(std::string_view bytes, const PickleLimits& limits = {})
{
    try {
        (void)readPickle(bytes, limits);
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

ErrorCode codeOf(std::string_view bytes)
{
    return errorOf(bytes).code;
}

/// Memory that the process has in use, in bytes.
std::size_t residentBytes()
{
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    file >> all >> resident;
    return resident * 4096;
}

} // namespace

class TestPickle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void allProtocols_data()
    {
        QTest::addColumn<int>("protocol");
        for (int protocol = 0; protocol <= 5; ++protocol)
            QTest::newRow(std::to_string(protocol).c_str()) << protocol;
    }
    void allProtocols()
    {
        QFETCH(int, protocol);
        const std::string bytes = fromHex(everything[protocol]);
        QCOMPARE(looksLikePickle(bytes), protocol >= 2);
        const PickleTree tree = readPickle(bytes);
        QCOMPARE(tree.end(), bytes.size());
        const PickleValue root = tree.root();
        QCOMPARE(root.kind(), PickleKind::Dict);
        QCOMPARE(root.size(), std::size_t{7});
        QCOMPARE(root.key(0).string(), std::optional<std::string_view>("name"));
        QCOMPARE(root.find("name")->string(), std::optional<std::string_view>("x"));
        const PickleValue numbers = *root.find("n");
        QCOMPARE(numbers.kind(), PickleKind::List);
        const std::vector<std::int64_t> expected{1, -2, 300, 70000, -5000000000};
        for (std::size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(numbers.item(i).integer(), std::optional(expected[i]));
        QCOMPARE(numbers.item(5).kind(), PickleKind::LargeInteger);
        QCOMPARE(numbers.item(5).string(),
                 std::optional<std::string_view>(std::string_view("\0\0\0\0\0\0\0\0@", 9)));
        QCOMPARE(root.find("f")->real(), std::optional(1.5));
        const PickleValue truths = *root.find("t");
        QCOMPARE(truths.kind(), PickleKind::Tuple);
        QCOMPARE(truths.item(0).truth(), std::optional(true));
        QCOMPARE(truths.item(1).truth(), std::optional(false));
        QVERIFY(truths.item(2).isNone());
        QCOMPARE(root.find("s")->kind(), PickleKind::Set);
        QCOMPARE(root.find("s")->item(0).integer(), std::optional<std::int64_t>(1));
        QCOMPARE(root.find("b")->kind(), PickleKind::Bytes);
        QCOMPARE(root.find("b")->string(), std::optional<std::string_view>(std::string_view("\0\xff", 2)));
        QCOMPARE(root.find("d")->size(), std::size_t{0});
        QVERIFY(!root.find("e"));
    }

    void numpyArrays()
    {
        for (const char* hex : arrays) {
            const std::string bytes = fromHex(hex);
            const PickleTree tree = readPickle(bytes);
            const auto array = tree.root().array();
            QVERIFY(array);
            QCOMPARE(array->shape, (std::vector<std::size_t>{2, 3}));
            QCOMPARE(integersOf(*array), (std::vector<std::int64_t>{0, 1, 2, 3, 4, 5}));
        }
    }

    void numpyNumbers()
    {
        const std::string bytes = fromHex(scalars);
        const PickleTree tree = readPickle(bytes);
        QCOMPARE(tree.root().item(0).real(), std::optional(0.25));
        QCOMPARE(tree.root().item(1).integer(), std::optional<std::int64_t>(-7));
        QCOMPARE(tree.root().item(2).integer(), std::optional<std::int64_t>(200));
        QCOMPARE(tree.root().item(3).truth(), std::optional(true));
    }

    void orderedDictsAndBytes()
    {
        for (const char* hex : {"800263636f6c6c656374696f6e730a4f726465726564446963740a7100295271012858010000"
                                "006171024b015801000000"
                                "6271034b02752e",
                                "80049530000000000000008c0b636f6c6c656374696f6e73948c0b4f72646572656444696374"
                                "949394295294288c016194"
                                "4b018c0162944b02752e"}) {
            const std::string bytes = fromHex(hex);
            const PickleTree tree = readPickle(bytes);
            QCOMPARE(tree.root().size(), std::size_t{2});
            QCOMPARE(tree.root().find("b")->integer(), std::optional<std::int64_t>(2));
        }
        // [b'', b'\xe9a', bytearray(b'q')], protocol 2.
        const std::string bytes = fromHex("80025d710028635f5f6275696c74696e5f5f0a62797465730a710129527102635f"
                                          "636f646563730a656e636f64650a710358"
                                          "03000000c3a961710458060000006c6174696e317105867106527107635f5f6275"
                                          "696c74696e5f5f0a627974656172726179"
                                          "0a710868035801000000717109680586710a52710b85710c52710d652e");
        const PickleTree tree = readPickle(bytes);
        QCOMPARE(tree.root().item(0).string(), std::optional<std::string_view>(""));
        QCOMPARE(tree.root().item(1).string(),
                 std::optional<std::string_view>("\xe9"
                                                 "a"));
        QCOMPARE(tree.root().item(2).string(), std::optional<std::string_view>("q"));
    }

    void textsWithEscapes()
    {
        const PickleTree tree =
            readPickle("(S'a\\n\\x41\\\\\\''\nS\"b\"\nVa\\u00e9\\U0001f600\\\\u\xe9\nL-5L\nFinf\nI00\nl.");
        QCOMPARE(tree.root().item(0).string(), std::optional<std::string_view>("a\nA\\'"));
        QCOMPARE(tree.root().item(1).string(), std::optional<std::string_view>("b"));
        QCOMPARE(tree.root().item(2).string(), std::optional<std::string_view>("aé😀\\\\ué"));
        QCOMPARE(tree.root().item(3).integer(), std::optional<std::int64_t>(-5));
        QVERIFY(std::isinf(*tree.root().item(4).real()));
        QCOMPARE(tree.root().item(5).truth(), std::optional(false));
        const PickleTree large = readPickle("(L-1180591620717411303424L\nL-9223372036854775809\nl.");
        QCOMPARE(large.root().item(0).string(),
                 std::optional<std::string_view>(std::string_view("\0\0\0\0\0\0\0\0\xC0", 9)));
        QCOMPARE(
            large.root().item(1).string(),
            std::optional<std::string_view>(std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F\xFF", 9)));
    }

    void sharedAndSelfContaining()
    {
        const std::string self = fromHex("80025d71006800612e");
        const PickleTree tree = readPickle(self);
        QCOMPARE(tree.root().item(0).id(), tree.root().id());
        const PickleTree twice = readPickle("(]p0\ng0\nl.");
        QCOMPARE(twice.root().item(0).id(), twice.root().item(1).id());
    }

    // One behind the other, as torch wrote them before version 1.6.
    void severalPickles()
    {
        const std::string bytes = std::string("\x80\x02K\x01.", 5) + "\x80\x02K\x02." + "rest";
        const PickleTree first = readPickle(bytes);
        QCOMPARE(first.end(), std::size_t{5});
        QCOMPARE(readPickle(std::string_view(bytes).substr(5)).root().integer(),
                 std::optional<std::int64_t>(2));
    }

    void refusesClassesAndCalls()
    {
        const Error call = errorOf("cposix\nsystem\n(S'true'\ntR.");
        QCOMPARE(call.code, ErrorCode::UnknownFormat);
        QVERIFY(call.found.find("posix.system") != std::string::npos);
        QVERIFY(call.hint.find("nothing of it was run") != std::string::npos);
        QCOMPARE(*call.byte, std::uint64_t{0});
        const Error object = errorOf(fromHex("8002635f5f6d61696e5f5f0a410a7100298171012e"));
        QVERIFY(object.found.find("__main__.A") != std::string::npos);
        QCOMPARE(codeOf("c__builtin__\neval\n(S'1'\ntR."), ErrorCode::UnknownFormat);
        QCOMPARE(codeOf("ccollections\ndefaultdict\n."), ErrorCode::UnknownFormat);
        QCOMPARE(codeOf("(icollections\nOrderedDict\n."), ErrorCode::UnknownFormat); // INST
        const Error made = errorOf("ccollections\nOrderedDict\n)\x81.");
        QVERIFY(made.found.find("NEWOBJ") != std::string::npos);
        const Error objects = errorOf(fromHex(
            "8002636e756d70792e636f72652e6d756c746961727261790a5f7265636f6e7374727563740a7100636e756d70790a6e"
            "6461"
            "727261790a71014b00857102635f636f646563730a656e636f64650a7103580100000062710458060000006c6174696e"
            "3171"
            "05867106527107877108527109284b014b0185710a636e756d70790a64747970650a710b58020000004f38710c898887"
            "710d"
            "52710e284b0358010000007c710f4e4e4e4affffffff4affffffff4b3f74711062895d71117d711261747113622e"));
        QVERIFY(objects.found.find("Python objects") != std::string::npos);
        // A name that is known, used as what it is not.
        QCOMPARE(codeOf("cnumpy\nndarray\n)R."), ErrorCode::PicturesDamaged);
        QCOMPARE(codeOf("K\x01)R."), ErrorCode::PicturesDamaged);
        QCOMPARE(codeOf("]K\x01Ms."), ErrorCode::PicturesDamaged);
    }

    void brokenStacks()
    {
        for (const char* bytes : {".", "0.", "a.", "]e.", "(]K\x01u.", "h\x05.", "R.", "b.", "K\x01K\x02s.",
                                  "t.", "(](K\x01", "K", "X\x10", "\x95\xff", "I1", "IX\n.", "\xFF.",
                                  "(K\x01"
                                  "a."})
            QVERIFY2(codeOf(bytes) == ErrorCode::PicturesDamaged, bytes);
        PickleLimits limits;
        limits.damaged = ErrorCode::RecordDamaged;
        QCOMPARE(errorOf("K", limits).code, ErrorCode::RecordDamaged);
    }

    void hostileFiles()
    {
        const std::size_t before = residentBytes();
        KTNAS_REQUIRE_SHARED(bad, "benchmarks/format-samples/bad");
        const auto error = [&bad](const char* name) { return errorOf(readFile(bad + '/' + name)); };
        const Error call = error("calls-os-system.pickle");
        QCOMPARE(call.code, ErrorCode::UnknownFormat);
        QVERIFY(call.found.find("posix.system") != std::string::npos);
        QCOMPARE(*call.byte, std::uint64_t{2});
        const Error huge = error("huge-length.pickle");
        QCOMPARE(huge.code, ErrorCode::PicturesDamaged);
        QVERIFY(huge.expected.find("1152921504606846976") != std::string::npos);
        QCOMPARE(error("memo-missing.pickle").code, ErrorCode::PicturesDamaged);
        QCOMPARE(error("no-stop.pickle").code, ErrorCode::PicturesDamaged);
        // 4^60 leaves, but 61 lists; 100,000 lists in each other.
        const std::string laughs = readFile(bad + "/billion-laughs.pickle");
        const PickleTree shared = readPickle(laughs);
        QCOMPARE(shared.root().item(0).id(), shared.root().item(3).id());
        const std::string deep = readFile(bad + "/deep-nesting.pickle");
        {
            const PickleTree nested = readPickle(deep);
            PickleValue value = nested.root();
            int depth = 1;
            for (; value.size() > 0; ++depth)
                value = value.item(0);
            QCOMPARE(depth, 100'000);
        }
        const Error cut = error("cifar10-python-truncated");
        QCOMPARE(cut.code, ErrorCode::PicturesDamaged);
        QVERIFY(cut.expected.find("30720000 bytes") != std::string::npos);
        QVERIFY(residentBytes() < before + 100'000'000);
    }

    // Few bytes that would become much: a text converted, a list copied again and again.
    void nothingGrowsWithoutLimit()
    {
        const std::string text(100'000, 'x');
        std::string grows = "(c_codecs\nencode\np0\nV" + text + "\np1\nVlatin1\np2\n";
        for (int i = 0; i < 100'000; ++i)
            grows += std::string("h\x00h\x01h\x02\x86R0", 9);
        grows += "l.";
        QCOMPARE(errorOf(grows).code, ErrorCode::UnknownFormat);
        std::string copies = "(c__builtin__\nset\np0\n(" + std::string(200'000, 'N') + "lp1\n";
        for (int i = 0; i < 100'000; ++i)
            copies += std::string("h\x00h\x01\x85R0", 7);
        copies += "l.";
        QCOMPARE(errorOf(copies).code, ErrorCode::UnknownFormat);
        PickleLimits limits;
        limits.values = 10;
        QCOMPARE(errorOf("(NNNNNNNNNNNl.", limits).code, ErrorCode::UnknownFormat);
        QCOMPARE(errorOf("Np99999999\n.").code, ErrorCode::PicturesDamaged);
    }

    void everyCutAndEveryFlippedBit()
    {
        std::vector<std::string> samples{fromHex(scalars)};
        for (const char* hex : everything)
            samples.push_back(fromHex(hex));
        for (const char* hex : arrays)
            samples.push_back(fromHex(hex));
        for (const std::string& sample : samples) {
            for (std::size_t length = 0; length < sample.size(); ++length)
                QVERIFY(codeOf(std::string_view(sample).substr(0, length)) == ErrorCode::PicturesDamaged);
            for (std::size_t at = 0; at < sample.size(); ++at) {
                for (int bit = 0; bit < 8; ++bit) {
                    std::string flipped = sample;
                    flipped[at] = static_cast<char>(flipped[at] ^ 1 << bit);
                    const ErrorCode code = codeOf(flipped);
                    QVERIFY(code == ErrorCode::Internal || code == ErrorCode::PicturesDamaged
                            || code == ErrorCode::UnknownFormat);
                }
            }
        }
    }

    // Structures of published benchmarks, as Python and torch write them.
    void sharedSamples()
    {
        KTNAS_REQUIRE_SHARED(folder, "benchmarks/format-samples");
        const std::string nats = readFile(folder + "/NATS-tss-v1_0-2archs.pickle");
        const PickleTree tree = readPickle(nats);
        QCOMPARE(tree.end(), nats.size());
        QCOMPARE(tree.root().find("meta_archs")->size(), std::size_t{15625});
        QCOMPARE(tree.root().find("arch2infos")->size(), std::size_t{2});
        const std::string naslib = readFile(folder + "/nb201_cifar10_full_training.pickle");
        const PickleTree curves = readPickle(naslib);
        const auto first = curves.root().value(0).find("cifar10-valid");
        QVERIFY(first && first->find("eval_acc1es")->size() == 200);
        // Five pickles, then storages: weights keep their shapes.
        const std::string torch = readFile(folder + "/nb201-archive/006111-FULL.pth");
        std::size_t at = 0;
        std::vector<PickleTree> parts;
        for (int i = 0; i < 5; ++i) {
            parts.push_back(readPickle(std::string_view(torch).substr(at)));
            at += parts.back().end();
        }
        QCOMPARE(parts[0].root().kind(), PickleKind::LargeInteger);
        QCOMPARE(parts[1].root().integer(), std::optional<std::int64_t>(1001));
        QVERIFY(parts[3].root().find("full"));
        const auto results = parts[3].root().find("full")->find("all_results");
        const auto weights = results->value(0).find("net_state_dict");
        QVERIFY(weights && weights->size() > 0);
        QCOMPARE(weights->value(0).kind(), PickleKind::Tensor);
        QVERIFY(!weights->value(0).array()->shape.empty());
    }
};

QTEST_APPLESS_MAIN(TestPickle)
#include "tst_pickle.moc"
