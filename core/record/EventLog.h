// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Ids.h"
#include "core/record/Event.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <new>
#include <span>
#include <type_traits>
#include <vector>

namespace ktnas {

/// Where a method's events go. A sink that keeps them in memory offers room, so that an event is written
/// where it stays, without a call.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void append(const Event& event) = 0;
    /// append() for one of the alternatives of Event.
    template <class T> void emplace(const T& event)
    {
        if (m_next == m_end) {
            append(Event(event));
        } else {
            std::construct_at(m_next, event);
            ++m_next;
        }
    }

protected:
    Event* m_next = nullptr; ///< where the next event goes
    Event* m_end = nullptr; ///< end of the room; a sink without room leaves both null
};

/// Append-only list of events in chunks of `chunkSize`. One thread writes; a `View` is a frozen prefix that
/// other threads may read without a lock while the log grows: the thread that made the view hands it over
/// (under a mutex or by a queued call), and that hand-over is what publishes the events. Cost of append: a
/// copy of 32 bytes, and 128 KiB of fresh memory every 4096 events; of view(): one pointer per chunk.
class EventLog final : public EventSink {
public:
    static constexpr std::size_t chunkSize = 4096;

    /// Raw room for chunkSize events, filled from the front. Keeps no count of its own: who reads an event
    /// knows from elsewhere that it was written, and so reader and writer share no changing word.
    class Chunk {
    public:
        const Event& operator[](std::size_t index) const { return *std::launder(place(index)); }
        /// The first `count` events; they must have been written.
        std::span<const Event> first(std::size_t count) const { return {std::launder(place(0)), count}; }

    private:
        friend class EventLog;
        const Event* place(std::size_t index) const
        {
            return reinterpret_cast<const Event*>(m_room.data() + index * sizeof(Event));
        }
        Event* place(std::size_t index)
        {
            return reinterpret_cast<Event*>(m_room.data() + index * sizeof(Event));
        }
        alignas(Event) std::array<std::byte, chunkSize * sizeof(Event)> m_room;
    };
    static_assert(std::is_trivially_copyable_v<Event> && std::is_trivially_destructible_v<Event>);

    /// The first size() events at the time of view(). Copying costs one pointer per chunk.
    class View {
    public:
        EventIndex size() const { return m_size; }
        const Event& operator[](EventIndex index) const
        {
            return (*m_chunks[index / chunkSize])[index % chunkSize];
        }
        /// Number of pieces() that hold all events.
        std::size_t pieceCount() const { return m_chunks.size(); }
        /// Events [i·chunkSize, …) as one run in memory; all but the last piece have chunkSize of them.
        std::span<const Event> piece(std::size_t i) const
        {
            return m_chunks[i]->first(
                std::min<std::size_t>(chunkSize, static_cast<std::size_t>(m_size) - i * chunkSize));
        }
        /// The first `count` events; all of them if there are not so many.
        View first(EventIndex count) const;

    private:
        friend class EventLog;
        std::vector<std::shared_ptr<const Chunk>> m_chunks;
        EventIndex m_size = 0;
    };

    EventLog() = default;
    /// A log that begins with these events: full chunks are shared, a last partial one is copied. Safe to
    /// call in a reader's thread.
    explicit EventLog(const View& events);
    /// As from other.view(); only in the thread that writes `other`.
    EventLog(const EventLog& other)
        : EventLog(other.view())
    {
    }
    EventLog(EventLog&& other) noexcept { swap(other); }
    EventLog& operator=(EventLog other) noexcept
    {
        swap(other);
        return *this;
    }
    ~EventLog() override = default;
    void swap(EventLog& other) noexcept;

    void append(const Event& event) override
    {
        if (m_next == m_end)
            grow();
        std::construct_at(m_next, event);
        ++m_next;
    }
    EventIndex size() const { return m_chunks.size() * chunkSize - static_cast<std::size_t>(m_end - m_next); }
    const Event& operator[](EventIndex index) const
    {
        return (*m_chunks[index / chunkSize])[index % chunkSize];
    }
    /// The events so far, frozen. Only in the writer's thread.
    View view() const;

private:
    void grow();

    std::vector<std::shared_ptr<const Chunk>> m_chunks; ///< the room is the rest of the last one
};

} // namespace ktnas
