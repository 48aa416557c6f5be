// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/Record.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace ktnas {

/// What came out of reading a record's file.
struct LoadedRecord {
    Record record;
    /// Set if the file is torn or damaged behind its last good frame: what was dropped and where. The record
    /// has everything up to there.
    std::optional<Error> damage;
    /// Bytes of the file up to the end of its last good frame of events: where a RecordWriter goes on.
    std::uint64_t appendAt = 0;
};

/// Writes a record as it happens: framed file, one frame for the header, then frames of events (at most
/// 65,536 each, with the cells that are new in them), then (at a clean end) a closing frame. The caller
/// appends whenever it likes and flushes at least each second; what is flushed survives kill -9. Use it in
/// the thread that writes the record.
class RecordWriter {
public:
    /// Creates (or replaces) the file and writes the header. Throws WriteFailed.
    RecordWriter(const std::string& path, const RunHeader& header);
    /// Goes on with a file that readRecord() gave: a torn tail and a closing frame are cut off, the events of
    /// `loaded` are in the file already. Throws WriteFailed, and as readRecord() if the file is another one
    /// now.
    RecordWriter(const std::string& path, const LoadedRecord& loaded);
    ~RecordWriter();
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;
    /// Writes the events that the record has and the file does not, and hands them to the system; nothing if
    /// there are none. Throws WriteFailed (full disk): the record in memory is untouched, the file ends
    /// behind its last good frame, and a later flush goes on there.
    void flush(const Record& record);
    /// flush(), the closing frame (with record.finished) and a wait for the disk. May be tried again after
    /// WriteFailed; does nothing when it is done.
    void finish(const Record& record);
    /// Events that are in the file.
    EventIndex written() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Opens a record. Throws FileMissing, FileUnreadable, FileEmpty, UnknownFormat, RecordNewer (also for a
/// search space that this version does not know), and RecordDamaged only if not even the header can be read.
/// Every event is checked by folding it, and every cell against the space, so what comes out can be shown
/// without care. 10⁶ events: about 0.2 s.
LoadedRecord readRecord(const std::string& path);
/// Writes a whole record at once (temporary file and rename). Throws WriteFailed.
void writeRecord(const std::string& path, const Record& record);

/// The bytes of a record's file, for a workspace that holds records; and back (`name` stands in messages).
std::string recordBytes(const Record& record);
LoadedRecord readRecordBytes(std::string bytes, const std::string& name);

} // namespace ktnas
