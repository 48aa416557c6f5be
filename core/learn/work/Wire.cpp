// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learn/work/Wire.h"

#include "core/learn/work/Serialize.h"

#include <array>
#include <utility>

namespace ktnas {
namespace {

/// To be raised with every change of a message or of what it holds.
constexpr int wireNumber = 1;
constexpr std::size_t lengthSize = 4;
constexpr std::size_t longestMessage = 64U << 20U;

template <class Archive> void serializeMessage(Archive& archive, WorkerGreeting& message)
{
    archive& message.build;
}
template <class Archive> void serializeMessage(Archive& archive, WorkerProgress& message)
{
    archive& message.id& message.share;
}
template <class Archive> void serializeMessage(Archive& archive, WorkerResult& message)
{
    archive& message.id& message.result;
}
template <class Archive> void serializeMessage(Archive& archive, WorkerFailure& message)
{
    archive& message.id& message.error;
}
template <class Archive> void serializeMessage(Archive& archive, WorkerOrder& message)
{
    archive& message.job& message.device;
}

template <std::size_t... I>
WireMessage decode(PortableIArchive& archive, std::size_t kind, std::index_sequence<I...>)
{
    WireMessage message;
    const auto loadAs = [&]<std::size_t J>(std::integral_constant<std::size_t, J>) {
        if (kind == J)
            serializeMessage(archive, message.template emplace<J>());
    };
    (loadAs(std::integral_constant<std::size_t, I>()), ...);
    return message;
}

} // namespace

std::string wireBuild()
{
    return "ktnas-worker " + std::to_string(wireNumber);
}

std::string encodeMessage(const WireMessage& message)
{
    PortableOArchive archive;
    archive << static_cast<std::uint8_t>(message.index());
    WireMessage copy = message;
    std::visit([&archive](auto& one) { serializeMessage(archive, one); }, copy);
    const std::string& body = archive.bytes();
    std::string bytes;
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(static_cast<unsigned char>(body.size() >> shift));
    return bytes + body;
}

std::optional<WireMessage> takeMessage(std::string& received)
{
    if (received.size() < lengthSize)
        return std::nullopt;
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthSize; ++i)
        length |= std::size_t{static_cast<unsigned char>(received[i])} << (8 * i);
    if (length == 0 || length > longestMessage)
        throw Error(ErrorCode::RecordDamaged)
            .expecting("a message of a worker")
            .butFound(fmt::format("a message of {} bytes", length));
    if (received.size() < lengthSize + length)
        return std::nullopt;
    PortableIArchive archive(std::string_view(received).substr(lengthSize, length));
    std::uint8_t kind = 0;
    archive >> kind;
    if (kind >= std::variant_size_v<WireMessage>)
        archive.refuse("a message of a known kind", fmt::format("kind {}", kind));
    WireMessage message = decode(archive, kind, std::make_index_sequence<std::variant_size_v<WireMessage>>());
    archive.requireEnd();
    received.erase(0, lengthSize + length);
    return message;
}

} // namespace ktnas
