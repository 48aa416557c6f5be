// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/record/RecordFile.h"

#include <optional>
#include <string>

namespace ktnas::cli {

/// The record's file, if one is wanted.
class RecordOutput {
public:
    /// Creates the file, or goes on with the one that was read. Throws WriteFailed.
    RecordOutput(const std::optional<std::string>& path, const Record& record,
                 const std::optional<LoadedRecord>& before = {})
    {
        if (path && before)
            m_writer.emplace(*path, *before);
        else if (path)
            m_writer.emplace(*path, record.header);
    }
    /// Writes what is new; keeps the failure instead of throwing it.
    void flush(const Record& record)
    {
        attempt(record, [&] { m_writer->flush(record); });
    }
    void finish(const Record& record)
    {
        attempt(record, [&] { m_writer->finish(record); });
    }
    /// Why the last attempt failed.
    const std::optional<Error>& failure() const { return m_failure; }

private:
    template <class Action> void attempt(const Record& record, const Action& action)
    {
        // A run that goes on in the middle of a batch is behind its file for a while.
        if (!m_writer || record.events.size() < m_writer->written())
            return;
        try {
            action();
            m_failure.reset();
        } catch (const Error& error) {
            m_failure = error;
        }
    }

    std::optional<RecordWriter> m_writer;
    std::optional<Error> m_failure;
};

} // namespace ktnas::cli
