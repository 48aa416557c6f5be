// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Sha256.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

namespace ktnas {
namespace {

void digestBlocks(Sha256State& state, const std::uint8_t* data, std::size_t count)
{
    if (hasSha256Instructions())
        sha256ByInstructions(state, data, count);
    else
        sha256Portable(state, data, count);
}

} // namespace

void Sha256::update(std::span<const std::byte> bytes)
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::size_t left = bytes.size();
    const std::size_t filled = m_length % 64;
    m_length += left;
    if (filled != 0) {
        const std::size_t take = std::min(left, 64 - filled);
        std::memcpy(m_buffer.data() + filled, data, take);
        data += take;
        left -= take;
        if (filled + take < 64)
            return;
        digestBlocks(m_state, m_buffer.data(), 1);
    }
    digestBlocks(m_state, data, left / 64);
    if (left % 64 != 0)
        std::memcpy(m_buffer.data(), data + left / 64 * 64, left % 64);
}

std::string Sha256::hexDigest()
{
    const std::uint64_t bits = m_length * 8;
    std::array<std::byte, 72> padding{};
    padding[0] = std::byte{0x80};
    const std::size_t filled = m_length % 64;
    const std::size_t zeros = (filled < 56 ? 56 : 120) - filled;
    for (std::size_t i = 0; i < 8; ++i)
        padding[zeros + i] = static_cast<std::byte>(bits >> (56 - 8 * i));
    update(std::span(padding).first(zeros + 8));
    std::string text;
    for (const std::uint32_t word : m_state)
        text += fmt::format("{:08x}", word);
    return text;
}

std::string sha256(std::string_view text)
{
    Sha256 hash;
    hash.update(text);
    return hash.hexDigest();
}

} // namespace ktnas
