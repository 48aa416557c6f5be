// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/PortableArchive.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace {

enum class Colour : std::uint8_t { Red, Green, Blue };

struct Point {
    std::int16_t x = 0;
    std::int16_t y = 0;
};
template <class Archive> void serialize(Archive& archive, Point& point, unsigned)
{
    archive& point.x& point.y;
}

/// A class that has grown once: `added` is there from version 1 on.
struct Growing {
    std::string name;
    std::uint8_t added = 9;
    Point inner;
};
template <class Archive> void serialize(Archive& archive, Growing& growing, unsigned version)
{
    archive& growing.name& growing.inner;
    if (version >= 1)
        archive& growing.added;
}

} // namespace

KTNAS_SERIALIZE_PLAIN(Point)
BOOST_CLASS_VERSION(Growing, 1)

using namespace ktnas;

namespace {

template <class T> std::string saved(const T& value)
{
    PortableOArchive archive;
    archive << value;
    return archive.bytes();
}

template <class T> T loaded(const std::string& bytes)
{
    PortableIArchive archive(bytes);
    T value;
    archive >> value;
    archive.requireEnd();
    return value;
}

Error errorOf(const std::function<void()>& call)
{
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return Error(ErrorCode::Internal);
}

template <class T> bool comesBack(T value)
{
    return saved(value).size() == sizeof(T) && loaded<T>(saved(value)) == value;
}

} // namespace

class TestPortableArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Written out by hand: little-endian, two's complement, IEEE 754.
    void bytes()
    {
        QCOMPARE(saved(std::uint32_t{0x01020304}), std::string("\x04\x03\x02\x01"));
        QCOMPARE(saved(std::int16_t{-2}), std::string("\xfe\xff"));
        QCOMPARE(saved(true), std::string("\x01"));
        QCOMPARE(saved(1.0), std::string("\0\0\0\0\0\0\xf0\x3f", 8));
        QCOMPARE(saved(-0.5f), std::string("\0\0\0\xbf", 4));
        QCOMPARE(saved(std::string("ab")), std::string("\x02\0\0\0ab", 6));
        QCOMPARE(saved(TaskId(3)), std::string("\x03\0", 2));
        QCOMPARE(saved(MemberId::none()), std::string("\xff\xff\xff\xff"));
        QCOMPARE(saved(Point{1, -1}), std::string("\x01\0\xff\xff", 4));
        // Version first, then the members; nothing else of Boost's bookkeeping.
        QCOMPARE(saved(Growing{"n", 7, {}}), std::string("\x01\x01\0\0\0n\0\0\0\0\x07", 11));
    }

    void numbersComeBack()
    {
        QVERIFY(comesBack(true) && comesBack(false));
        QVERIFY(comesBack(std::numeric_limits<std::int8_t>::min()));
        QVERIFY(comesBack(std::numeric_limits<std::uint8_t>::max()));
        QVERIFY(comesBack(std::numeric_limits<std::int16_t>::min()));
        QVERIFY(comesBack(std::numeric_limits<std::uint16_t>::max()));
        QVERIFY(comesBack(std::numeric_limits<std::int32_t>::min()));
        QVERIFY(comesBack(std::numeric_limits<std::uint32_t>::max()));
        QVERIFY(comesBack(std::numeric_limits<std::int64_t>::min()));
        QVERIFY(comesBack(std::numeric_limits<std::uint64_t>::max()));
        QVERIFY(comesBack(0.1) && comesBack(std::numeric_limits<double>::denorm_min()) && comesBack(0.1f));
        QVERIFY(comesBack(std::numeric_limits<double>::infinity()));
        QVERIFY(std::signbit(loaded<double>(saved(-0.0))));
        // A NaN keeps its payload.
        const auto nan = std::bit_cast<double>(std::uint64_t{0x7ff800000000beefULL});
        QCOMPARE(std::bit_cast<std::uint64_t>(loaded<double>(saved(nan))),
                 std::uint64_t{0x7ff800000000beefULL});
        QCOMPARE(loaded<std::string>(saved(std::string("a\0b", 3))), std::string("a\0b", 3));
    }

    void classesGrow()
    {
        const Growing now = loaded<Growing>(saved(Growing{"name", 7, {3, 4}}));
        QCOMPARE(now.name, std::string("name"));
        QCOMPARE(now.added, std::uint8_t{7});
        QCOMPARE(now.inner.y, std::int16_t{4});
        const Growing old = loaded<Growing>(std::string("\0\x01\0\0\0n\x05\0\0\0", 10));
        QCOMPARE(old.name, std::string("n"));
        QCOMPARE(old.inner.x, std::int16_t{5});
        QCOMPARE(old.added, std::uint8_t{9});
        const Error newer =
            errorOf([] { (void)loaded<Growing>(std::string("\x02\x01\0\0\0n\0\0\0\0\x07\x07", 12)); });
        QCOMPARE(newer.code, ErrorCode::RecordNewer);
    }

    void listsAndOptionals()
    {
        std::vector<std::string> names{"a", "", "long enough to be on the heap, certainly"};
        std::optional<double> some = 2.5;
        std::optional<double> nothing;
        Colour colour = Colour::Blue;
        PortableOArchive out;
        serializeList(out, names);
        serializeOptional(out, some);
        serializeOptional(out, nothing);
        serializeEnum(out, colour, Colour::Blue);
        std::vector<std::string> names2{"other"};
        std::optional<double> some2;
        std::optional<double> nothing2 = 1;
        Colour colour2 = Colour::Red;
        PortableIArchive in(out.bytes());
        serializeList(in, names2);
        serializeOptional(in, some2);
        serializeOptional(in, nothing2);
        serializeEnum(in, colour2, Colour::Blue);
        in.requireEnd();
        QCOMPARE(names2, names);
        QVERIFY(some2 == some && !nothing2 && colour2 == colour);
    }

    void refusesWhatIsNotThere()
    {
        const std::string whole = saved(Growing{"name", 7, {3, 4}});
        for (std::size_t size = 0; size < whole.size(); ++size) {
            const Error error = errorOf([&] { (void)loaded<Growing>(whole.substr(0, size)); });
            QCOMPARE(error.code, ErrorCode::RecordDamaged);
            QVERIFY(error.byte && *error.byte <= size);
        }
        QCOMPARE(errorOf([&] { (void)loaded<Growing>(whole + "x"); }).found, std::string("1 bytes more"));
        QCOMPARE(errorOf([] { (void)loaded<bool>("\x02"); }).code, ErrorCode::RecordDamaged);
        // Counts of 4 billion with nothing behind them.
        const std::string lie("\xff\xff\xff\xff\x01", 5);
        QCOMPARE(errorOf([&] { (void)loaded<std::string>(lie); }).expected, std::string("4294967295 bytes"));
        QCOMPARE(errorOf([&] {
                     PortableIArchive archive(lie);
                     std::vector<std::uint16_t> list;
                     serializeList(archive, list);
                 }).code,
                 ErrorCode::RecordDamaged);
        QCOMPARE(errorOf([&] {
                     PortableIArchive archive(lie);
                     Colour colour{};
                     serializeEnum(archive, colour, Colour::Blue);
                 }).found,
                 std::string("255"));
    }
};

QTEST_GUILESS_MAIN(TestPortableArchive)
#include "tst_portablearchive.moc"
