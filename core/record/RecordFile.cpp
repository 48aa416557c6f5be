// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/RecordFile.h"

#include "core/base/FramedFile.h"
#include "core/base/Text.h"
#include "core/record/RunState.h"
#include "core/record/Serialize.h"
#include "core/space/Space.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ktnas {
namespace {

/// Kinds of a record's frames. Append only.
enum class FrameKind : std::uint32_t { Header = 1, Events = 2, Closing = 3 };

/// A damaged frame takes with it at most this many events of a record that was written at once.
constexpr std::size_t frameEvents = 65536;

std::string headerPayload(const RunHeader& header)
{
    PortableOArchive archive;
    archive << header;
    return archive.bytes();
}

/// Place in the record of the first event and the first new cell, the cells, the events.
std::string eventsPayload(const Record& record, EventIndex firstEvent, EventIndex endEvent,
                          std::size_t firstCell)
{
    PortableOArchive archive;
    archive.reserve(static_cast<std::size_t>(endEvent - firstEvent) * 20 + 64);
    archive << firstEvent << static_cast<std::uint32_t>(firstCell)
            << static_cast<std::uint32_t>(record.cells.size() - firstCell);
    for (std::size_t i = firstCell; i < record.cells.size(); ++i)
        saveCell(archive, record.cells[i]);
    archive << static_cast<std::uint32_t>(endEvent - firstEvent);
    for (EventIndex i = firstEvent; i < endEvent; ++i)
        saveEvent(archive, record.events[i]);
    return archive.bytes();
}

std::string closingPayload(const Record& record)
{
    PortableOArchive archive;
    archive << record.events.size() << record.finished;
    return archive.bytes();
}

/// Calls write(payload, events and cells in the file afterwards) for each frame that is still to be written.
template <class Write>
void forEachFrame(const Record& record, EventIndex writtenEvents, std::size_t writtenCells, Write&& write)
{
    while (writtenEvents < record.events.size() || writtenCells < record.cells.size()) {
        const EventIndex end = std::min<EventIndex>(writtenEvents + frameEvents, record.events.size());
        write(eventsPayload(record, writtenEvents, end, writtenCells), end);
        writtenEvents = end;
        writtenCells = record.cells.size();
    }
}

std::uint32_t number(FrameKind kind)
{
    return static_cast<std::uint32_t>(kind);
}

/// Reads the frames of one record behind each other and checks what is in them.
class Decoder {
public:
    Decoder(FrameReader& reader, const std::string& name)
        : m_reader(reader)
        , m_name(name)
    {
    }

    LoadedRecord decode()
    {
        readHeader();
        m_loaded.appendAt = m_reader.goodBytes();
        while (const std::optional<FrameReader::Frame> frame = m_reader.next()) {
            try {
                readFrame(*frame);
            } catch (Error& error) {
                // The place inside the frame helps nobody; the frame's place in the file does.
                m_loaded.damage = std::move(error.inFile(m_name).atByte(frame->at));
                break;
            }
        }
        if (!m_loaded.damage)
            m_loaded.damage = m_reader.damage();
        if (m_loaded.damage) {
            m_loaded.record.finished = false;
            m_loaded.damage->hinting(
                fmt::format("The {} events before this place are kept; what stands behind it "
                            "is dropped.",
                            m_loaded.record.events.size()));
        }
        return std::move(m_loaded);
    }

private:
    void readHeader()
    {
        const std::optional<FrameReader::Frame> frame = m_reader.next();
        if (!frame) {
            if (m_reader.damage())
                throw Error(*m_reader.damage());
            throw Error(ErrorCode::RecordDamaged)
                .inFile(m_name)
                .atByte(m_reader.goodBytes())
                .expecting("the run's header")
                .butFound("the end of the file");
        }
        try {
            if (frame->kind != number(FrameKind::Header))
                refuse("the run's header", fmt::format("a frame of kind {}", frame->kind));
            decodeHeader(frame->payload);
        } catch (Error& error) {
            throw Error(error.inFile(m_name).atByte(frame->at));
        }
    }

    void decodeHeader(std::string_view payload)
    {
        PortableIArchive archive(payload);
        RunHeader& header = m_loaded.record.header;
        archive >> header;
        archive.requireEnd();
        const std::size_t tasks = header.tasks.size();
        if (tasks == 0 || tasks >= TaskId::none().value)
            refuse("1 to 65,534 tasks", fmt::format("{}", tasks));
        checkMatrix(header.learnFrom, tasks);
        for (const SettingChange& change : header.changes) {
            if (change.learnFrom)
                checkMatrix(*change.learnFrom, tasks);
        }
        if (!header.stop.targets.empty() && header.stop.targets.size() != tasks)
            refuse(fmt::format("{} targets", tasks), fmt::format("{}", header.stop.targets.size()));
        m_space = spaceById(header.space);
        if (!m_space) {
            throw Error(ErrorCode::RecordNewer)
                .expecting("a known search space")
                .butFound(excerpt(header.space));
        }
        m_cellCount = m_space->cellCount();
        m_state = RunState(tasks);
    }

    static void checkMatrix(const LearnFrom& matrix, std::size_t tasks)
    {
        if (matrix.taskCount != tasks || matrix.allowed.size() != tasks * tasks)
            refuse(fmt::format("a learn-from matrix of {} tasks", tasks),
                   fmt::format("{} tasks and {} entries", matrix.taskCount, matrix.allowed.size()));
    }

    void readFrame(const FrameReader::Frame& frame)
    {
        if (m_isClosed)
            refuse("the end of the record", fmt::format("a frame of kind {}", frame.kind));
        if (frame.kind == number(FrameKind::Events)) {
            readEvents(frame.payload);
            m_loaded.appendAt = m_reader.goodBytes();
        } else if (frame.kind == number(FrameKind::Closing)) {
            readClosing(frame.payload);
        } else {
            refuse("a frame of events", fmt::format("a frame of kind {}", frame.kind));
        }
    }

    void readEvents(std::string_view payload)
    {
        Record& record = m_loaded.record;
        PortableIArchive archive(payload);
        EventIndex firstEvent = 0;
        archive >> firstEvent;
        if (firstEvent != record.events.size())
            refuse(fmt::format("event {}", record.events.size()), fmt::format("event {}", firstEvent));
        const std::vector<Cell> cells = readCells(archive);
        const std::size_t cellsAfter = record.cells.size() + cells.size();
        m_firstUnknownCell = m_cellCount ? *m_cellCount : cellsAfter;

        std::uint32_t count = 0;
        archive >> count;
        if (count > archive.bytesLeft() / shortestEvent)
            archive.refuse(fmt::format("{} events", count), fmt::format("{} bytes", archive.bytesLeft()));
        std::vector<Event> events;
        events.reserve(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            events.push_back(loadEvent(archive));
            checkCells(events.back());
            m_state.apply(events.back());
        }
        archive.requireEnd();
        for (const Event& event : events)
            record.events.append(event);
        record.cells.insert(record.cells.end(), cells.begin(), cells.end());
    }

    std::vector<Cell> readCells(PortableIArchive& archive) const
    {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
        archive >> first >> count;
        if (first != m_loaded.record.cells.size())
            refuse(fmt::format("cell {}", m_loaded.record.cells.size()), fmt::format("cell {}", first));
        if (count != 0 && m_cellCount)
            refuse("no cells, as the space is enumerable", fmt::format("{} cells", count));
        if (count > archive.bytesLeft())
            refuse(fmt::format("{} cells", count), fmt::format("{} bytes", archive.bytesLeft()));
        std::vector<Cell> cells;
        for (std::uint32_t i = 0; i < count; ++i) {
            cells.push_back(loadCell(archive));
            if (!m_space->contains(cells.back()))
                refuse(fmt::format("a cell of {}", m_space->id()),
                       fmt::format("genes of another kind in cell {}", i));
        }
        return cells;
    }

    void checkCells(const Event& event) const
    {
        std::visit(
            [this](const auto& alternative) {
                if constexpr (requires { alternative.cell; })
                    checkCell(alternative.cell);
                if constexpr (requires { alternative.candidate; })
                    checkCell(alternative.candidate);
            },
            event);
    }

    void checkCell(CellId cell) const
    {
        if (cell.value >= m_firstUnknownCell)
            refuse(fmt::format("one of {} cells", m_firstUnknownCell), fmt::format("cell {}", cell.value));
    }

    void readClosing(std::string_view payload)
    {
        PortableIArchive archive(payload);
        EventIndex events = 0;
        bool finished = false;
        archive >> events >> finished;
        archive.requireEnd();
        if (events != m_loaded.record.events.size())
            refuse(fmt::format("{} events", events), fmt::format("{}", m_loaded.record.events.size()));
        m_loaded.record.finished = finished;
        m_isClosed = true;
    }

    [[noreturn]] static void refuse(std::string expected, std::string found)
    {
        Error error(ErrorCode::RecordDamaged);
        error.expecting(std::move(expected)).butFound(std::move(found));
        throw error;
    }

    FrameReader& m_reader;
    const std::string& m_name;
    LoadedRecord m_loaded;
    std::shared_ptr<const Space> m_space;
    std::optional<std::uint32_t> m_cellCount; ///< of an enumerable space
    std::size_t m_firstUnknownCell = 0;
    RunState m_state; ///< only to check the events
    bool m_isClosed = false;
};

} // namespace

struct RecordWriter::Impl {
    FrameWriter file;
    EventIndex events = 0; ///< in the file
    std::size_t cells = 0;
    bool isClosed = false;
};

RecordWriter::RecordWriter(const std::string& path, const RunHeader& header)
    : m_impl(new Impl{{path, recordFormat}})
{
    m_impl->file.append(number(FrameKind::Header), headerPayload(header));
}

RecordWriter::RecordWriter(const std::string& path, const LoadedRecord& loaded)
    : m_impl(new Impl{
        {path, recordFormat, loaded.appendAt}, loaded.record.events.size(), loaded.record.cells.size()})
{
}

RecordWriter::~RecordWriter() = default;

EventIndex RecordWriter::written() const
{
    return m_impl->events;
}

void RecordWriter::flush(const Record& record)
{
    KTNAS_ASSERT(record.events.size() >= m_impl->events && record.cells.size() >= m_impl->cells);
    forEachFrame(record, m_impl->events, m_impl->cells, [&](const std::string& payload, EventIndex end) {
        KTNAS_ASSERT(!m_impl->isClosed);
        m_impl->file.append(number(FrameKind::Events), payload);
        m_impl->events = end;
        m_impl->cells = record.cells.size();
    });
}

void RecordWriter::finish(const Record& record)
{
    flush(record);
    if (!m_impl->isClosed) {
        m_impl->file.append(number(FrameKind::Closing), closingPayload(record));
        m_impl->isClosed = true;
    }
    m_impl->file.sync();
}

std::string recordBytes(const Record& record)
{
    std::string bytes = fileHead(recordFormat);
    appendFrame(bytes, number(FrameKind::Header), headerPayload(record.header));
    forEachFrame(record, 0, 0, [&bytes](const std::string& payload, EventIndex) {
        appendFrame(bytes, number(FrameKind::Events), payload);
    });
    appendFrame(bytes, number(FrameKind::Closing), closingPayload(record));
    return bytes;
}

void writeRecord(const std::string& path, const Record& record)
{
    writeFile(path, recordBytes(record));
}

LoadedRecord readRecordBytes(std::string bytes, const std::string& name)
{
    FrameReader reader(std::move(bytes), name, recordFormat);
    return Decoder(reader, name).decode();
}

LoadedRecord readRecord(const std::string& path)
{
    FrameReader reader(path, recordFormat);
    return Decoder(reader, path).decode();
}

} // namespace ktnas
