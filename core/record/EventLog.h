// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/record/Event.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace ktnas {

/// Where a method's events go.
class EventSink {
public:
    virtual ~EventSink() = default;
    virtual void append(const Event& event) = 0;
};

/// Append-only list of events in chunks of `chunkSize`. One thread writes; a `View` is a frozen prefix that
/// other threads may read without a lock. Cost of append: amortised a copy; of view(): one pointer per chunk.
class EventLog final : public EventSink {
public:
    static constexpr std::size_t chunkSize = 4096;
    using Chunk = std::vector<Event>;

    void append(const Event& event) override;
    EventIndex size() const { return m_size; }
    const Event& operator[](EventIndex index) const
    {
        return (*m_chunks[index / chunkSize])[index % chunkSize];
    }

    /// The first size() events at the time of the call; safe to read while the log grows (chunks never
    /// reallocate: they reserve chunkSize at birth).
    class View {
    public:
        EventIndex size() const { return m_size; }
        const Event& operator[](EventIndex index) const
        {
            return (*m_chunks[index / chunkSize])[index % chunkSize];
        }

    private:
        friend class EventLog;
        std::vector<std::shared_ptr<const Chunk>> m_chunks;
        EventIndex m_size = 0;
    };
    View view() const;

private:
    std::vector<std::shared_ptr<Chunk>> m_chunks;
    EventIndex m_size = 0;
};

} // namespace ktnas
