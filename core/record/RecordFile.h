// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/Record.h"

#include <memory>
#include <optional>
#include <string>

namespace ktnas {

/// Writes a record as it happens: framed file, one frame for the header, then frames of events, then (at a
/// clean end) a closing frame. The caller appends whenever it likes and flushes at least each second; what is
/// flushed survives kill -9.
class RecordWriter {
public:
    /// Creates (or replaces) the file and writes the header. Throws WriteFailed.
    RecordWriter(const std::string& path, const RunHeader& header);
    ~RecordWriter();
    RecordWriter(const RecordWriter&) = delete;
    RecordWriter& operator=(const RecordWriter&) = delete;
    /// Writes the events that the record has and the file does not, as one frame, and hands it to the system.
    /// Throws WriteFailed (full disk): the record in memory is untouched and a later flush tries again.
    void flush(const Record& record);
    /// flush() and the closing frame.
    void finish(const Record& record);

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// What came out of reading a record's file.
struct LoadedRecord {
    Record record;
    /// Set if the file is torn or damaged behind its last good frame: what was dropped and where. The record
    /// has everything up to there.
    std::optional<Error> damage;
};

/// Opens a record. Throws FileMissing, FileEmpty, UnknownFormat, RecordNewer, and RecordDamaged only if not
/// even the header can be read.
LoadedRecord readRecord(const std::string& path);
/// Writes a whole record at once (temporary file and rename).
void writeRecord(const std::string& path, const Record& record);

} // namespace ktnas
