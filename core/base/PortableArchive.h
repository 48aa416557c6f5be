// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Ids.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/archive/detail/common_iarchive.hpp>
#include <boost/archive/detail/common_oarchive.hpp>
#include <boost/serialization/level.hpp>
#include <boost/serialization/string.hpp>
#include <boost/serialization/tracking.hpp>
#include <boost/serialization/version.hpp>

#include <fmt/format.h>

namespace ktnas {

/// What the portable archives take as one number: bool, integers and IEEE floats of at most 8 bytes.
template <class T>
inline constexpr bool isPortableNumber = std::is_arithmetic_v<T> && sizeof(T) <= 8
    && (std::is_integral_v<T> || std::numeric_limits<T>::is_iec559) && !std::is_same_v<T, wchar_t>;
template <class T>
concept PortableNumber = isPortableNumber<T>;

/// Boost.Serialization archive of the same bytes on every machine: little-endian numbers of their own width
/// (use fixed-width types), floats by bit pattern, texts as a 32-bit length and bytes. Boost's own binary
/// archive is neither portable nor made for damaged bytes. Objects by value only (no pointers, no tracking);
/// of Boost's own bookkeeping only the class version is stored, as one byte.
class PortableOArchive : public boost::archive::detail::common_oarchive<PortableOArchive> {
    using Base = boost::archive::detail::common_oarchive<PortableOArchive>;

public:
    PortableOArchive()
        : Base(boost::archive::no_header)
    {
    }
    const std::string& bytes() const { return m_bytes; }
    /// Empties the archive but keeps its room. Class versions that were written are not written again, so use
    /// it only for types without one.
    void clear() { m_bytes.clear(); }
    void reserve(std::size_t count) { m_bytes.reserve(count); }

    /// Number as bytes. Called by Boost.
    template <PortableNumber T> void save(T value)
    {
        std::array<char, sizeof(T)> raw{};
        std::memcpy(raw.data(), &value, sizeof(T));
        if constexpr (std::endian::native == std::endian::big)
            std::reverse(raw.begin(), raw.end());
        m_bytes.append(raw.data(), raw.size());
    }
    void save(const std::string& text)
    {
        KTNAS_ASSERT(text.size() <= std::numeric_limits<std::uint32_t>::max());
        save(static_cast<std::uint32_t>(text.size()));
        m_bytes.append(text);
    }
    void save_binary(const void* data, std::size_t count)
    {
        m_bytes.append(static_cast<const char*>(data), count);
    }

private:
    friend class boost::archive::detail::interface_oarchive<PortableOArchive>;
    friend class boost::archive::detail::common_oarchive<PortableOArchive>;
    template <class T> void save_override(T& value) { Base::save_override(value); }
    void save_override(const boost::archive::version_type& version)
    {
        save(static_cast<std::uint8_t>(static_cast<unsigned>(version)));
    }
    // What Boost keeps for pointers and tracked objects: there are none.
    void save_override(const boost::archive::class_id_optional_type&) { }
    void save_override(const boost::archive::class_id_reference_type&) { }
    void save_override(const boost::archive::class_id_type&) { }
    void save_override(const boost::archive::class_name_type&) { }
    void save_override(const boost::archive::object_id_type&) { }
    void save_override(const boost::archive::object_reference_type&) { }
    void save_override(const boost::archive::tracking_type&) { }

    std::string m_bytes;
};

/// Reads what PortableOArchive wrote. Every read is checked against the bytes left before anything is
/// allocated and throws RecordDamaged with the place (byte of the archive, 0-based), expected and found.
class PortableIArchive : public boost::archive::detail::common_iarchive<PortableIArchive> {
    using Base = boost::archive::detail::common_iarchive<PortableIArchive>;

public:
    /// `bytes` must outlive the archive.
    explicit PortableIArchive(std::string_view bytes)
        : Base(boost::archive::no_header)
        , m_bytes(bytes)
    {
    }
    std::size_t bytesLeft() const { return m_bytes.size() - m_offset; }
    std::size_t offset() const { return m_offset; }
    /// Throws RecordDamaged unless all bytes have been read.
    void requireEnd() const
    {
        if (bytesLeft() != 0)
            refuse("the end", fmt::format("{} bytes more", bytesLeft()));
    }
    [[noreturn]] void refuse(std::string expected, std::string found) const
    {
        Error error(ErrorCode::RecordDamaged);
        error.atByte(m_offset).expecting(std::move(expected)).butFound(std::move(found));
        throw error;
    }

    /// Number from bytes. Called by Boost.
    template <PortableNumber T> void load(T& value)
    {
        require(sizeof(T));
        std::array<char, sizeof(T)> raw{};
        std::memcpy(raw.data(), m_bytes.data() + m_offset, sizeof(T));
        if constexpr (std::is_same_v<T, bool>) {
            if (raw[0] != 0 && raw[0] != 1)
                refuse("0 or 1", fmt::format("{}", static_cast<int>(static_cast<unsigned char>(raw[0]))));
            value = raw[0] != 0;
        } else {
            if constexpr (std::endian::native == std::endian::big)
                std::reverse(raw.begin(), raw.end());
            std::memcpy(&value, raw.data(), sizeof(T));
        }
        m_offset += sizeof(T);
    }
    void load(std::string& text)
    {
        std::uint32_t size = 0;
        load(size);
        require(size);
        text.assign(m_bytes.substr(m_offset, size));
        m_offset += size;
    }
    void load_binary(void* data, std::size_t count)
    {
        require(count);
        std::memcpy(data, m_bytes.data() + m_offset, count);
        m_offset += count;
    }

private:
    friend class boost::archive::detail::interface_iarchive<PortableIArchive>;
    friend class boost::archive::detail::common_iarchive<PortableIArchive>;
    void require(std::size_t count) const
    {
        if (count > bytesLeft())
            refuse(fmt::format("{} bytes", count), fmt::format("{} bytes before the end", bytesLeft()));
    }
    template <class T> void load_override(T& value)
    {
        if constexpr (boost::serialization::implementation_level<T>::value
                      >= boost::serialization::object_class_info)
            m_knownVersion = boost::serialization::version<T>::value;
        Base::load_override(value);
    }
    /// Boost 1.74 hands a version above the class's own to serialize() without a word. The version is the
    /// first thing that is read of an object.
    void load_override(boost::archive::version_type& version)
    {
        std::uint8_t stored = 0;
        load(stored);
        if (stored > m_knownVersion) {
            throw Error(ErrorCode::RecordNewer)
                .atByte(m_offset - 1)
                .expecting(fmt::format("class version {} or older", m_knownVersion))
                .butFound(fmt::format("class version {}", stored));
        }
        version = boost::archive::version_type(stored);
    }
    void load_override(boost::archive::class_id_optional_type&) { }
    void load_override(boost::archive::class_id_type&) { }
    void load_override(boost::archive::class_name_type&) { }
    void load_override(boost::archive::object_id_type&) { }
    void load_override(boost::archive::tracking_type& tracking)
    {
        tracking = boost::archive::tracking_type(false);
    }

    std::string_view m_bytes;
    std::size_t m_offset = 0;
    int m_knownVersion = 0; ///< of the object that is read next
};

/// An enumeration as one byte, 0 … last; another value is RecordDamaged.
template <class Archive, class Enum> void serializeEnum(Archive& archive, Enum& value, Enum last)
{
    auto raw = static_cast<std::uint8_t>(value);
    archive& raw;
    if constexpr (Archive::is_loading::value) {
        if (raw > static_cast<std::uint8_t>(last))
            archive.refuse(fmt::format("a number up to {}", static_cast<unsigned>(last)),
                           fmt::format("{}", static_cast<unsigned>(raw)));
        value = static_cast<Enum>(raw);
    }
}

/// A list as a 32-bit count and its elements; `each(archive, element)` serializes one. Grows as it is read,
/// so a lying count fails at the end of the bytes and not in the allocator.
template <class Archive, class T, class Each>
void serializeList(Archive& archive, std::vector<T>& list, Each&& each)
{
    if constexpr (Archive::is_loading::value) {
        std::uint32_t count = 0;
        archive& count;
        list.clear();
        for (std::uint32_t i = 0; i < count; ++i)
            each(archive, list.emplace_back());
    } else {
        KTNAS_ASSERT(list.size() <= std::numeric_limits<std::uint32_t>::max());
        const auto count = static_cast<std::uint32_t>(list.size());
        archive& count;
        for (T& element : list)
            each(archive, element);
    }
}
template <class Archive, class T> void serializeList(Archive& archive, std::vector<T>& list)
{
    serializeList(archive, list, [](Archive& inner, T& element) { inner& element; });
}

/// An optional value as a flag and, where there is one, the value (Boost 1.74 does not know std::optional).
template <class Archive, class T> void serializeOptional(Archive& archive, std::optional<T>& value)
{
    bool has = value.has_value();
    archive& has;
    if constexpr (Archive::is_loading::value) {
        value.reset();
        if (has)
            value.emplace();
    }
    if (value)
        archive&* value;
}

/// Ids are stored as their number.
template <class Archive, class Tag, class Rep> void serialize(Archive& archive, Id<Tag, Rep>& id, unsigned)
{
    archive& id.value;
}

} // namespace ktnas

namespace boost::serialization {

template <class Tag, class Rep> struct implementation_level<ktnas::Id<Tag, Rep>> {
    using tag = mpl::integral_c_tag;
    using type = mpl::int_<object_serializable>;
    static constexpr int value = object_serializable;
};
template <class Tag, class Rep> struct tracking_level<ktnas::Id<Tag, Rep>> {
    using tag = mpl::integral_c_tag;
    using type = mpl::int_<track_never>;
    static constexpr int value = track_never;
};

} // namespace boost::serialization

/// A small struct that never grows: its members one behind the other, no version, no bookkeeping. At global
/// scope.
#define KTNAS_SERIALIZE_PLAIN(Type)                                                                          \
    BOOST_CLASS_IMPLEMENTATION(Type, boost::serialization::object_serializable)                              \
    BOOST_CLASS_TRACKING(Type, boost::serialization::track_never)
