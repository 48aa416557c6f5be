// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/EventLog.h"

#include <utility>

namespace ktnas {

EventLog::View EventLog::View::first(EventIndex count) const
{
    View view;
    view.m_size = std::min(count, m_size);
    const auto chunks = static_cast<std::ptrdiff_t>((view.m_size + chunkSize - 1) / chunkSize);
    view.m_chunks.assign(m_chunks.begin(), m_chunks.begin() + chunks);
    return view;
}

EventLog::EventLog(const View& events)
    : m_chunks(events.m_chunks)
{
    const auto used = static_cast<std::size_t>(events.m_size % chunkSize);
    if (used == 0)
        return;
    auto copy = std::make_shared_for_overwrite<Chunk>();
    const std::span<const Event> written = events.m_chunks.back()->first(used);
    std::uninitialized_copy(written.begin(), written.end(), copy->place(0));
    m_next = copy->place(used);
    m_end = copy->place(chunkSize);
    m_chunks.back() = std::move(copy);
}

void EventLog::swap(EventLog& other) noexcept
{
    m_chunks.swap(other.m_chunks);
    std::swap(m_next, other.m_next);
    std::swap(m_end, other.m_end);
}

EventLog::View EventLog::view() const
{
    View view;
    view.m_chunks = m_chunks;
    view.m_size = size();
    return view;
}

void EventLog::grow()
{
    auto chunk = std::make_shared_for_overwrite<Chunk>();
    Event* begin = chunk->place(0);
    m_chunks.push_back(std::move(chunk));
    m_next = begin;
    m_end = begin + chunkSize;
}

} // namespace ktnas
