// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Opening.h"

#include "core/learn/search/TrainedRun.h"
#include "core/record/RecordFile.h"
#include "core/tables/ReadTable.h"
#include "widgets/session/Trainables.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace ktnas {
namespace {

namespace fs = std::filesystem;

std::shared_ptr<const Table> tableIn(const std::string& path)
{
    return recognise(path) == FileKind::Json ? Trainables::instance().open(path)->table() : readTable(path);
}

/// Finds tables by link: among the open ones, where they were, and beside the file that names them.
class TableFinder {
public:
    TableFinder(const std::vector<std::shared_ptr<const Table>>& known, std::vector<std::string> recent,
                const std::string& namedBy)
        : m_known(known)
        , m_recent(std::move(recent))
        , m_folder(fs::path(namedBy).parent_path())
    {
    }

    /// Null if the table is nowhere; `changed` tells if there was a file with other content.
    std::shared_ptr<const Table> find(const TableLink& link, bool& changed)
    {
        for (const auto& table : m_known)
            if (table->content().contentHash == link.contentHash)
                return table;
        const fs::path name = fs::path(link.path).filename();
        std::vector<fs::path> places{link.path, m_folder / name};
        for (const std::string& path : m_recent)
            if (fs::path(path).filename() == name)
                places.emplace_back(path);
        for (const fs::path& place : places) {
            std::error_code ignored;
            if (place.empty() || !fs::is_regular_file(place, ignored))
                continue;
            try {
                auto table = tableIn(place.string());
                if (table->content().contentHash == link.contentHash) {
                    m_known.push_back(table);
                    return table;
                }
                changed = true;
            } catch (const Error&) {
                changed = true; // something else is there now
            }
        }
        return nullptr;
    }

private:
    std::vector<std::shared_ptr<const Table>> m_known;
    std::vector<std::string> m_recent;
    fs::path m_folder;
};

Error missingTable(const TableLink& link, bool changed)
{
    Error error(changed ? ErrorCode::RecordMismatch : ErrorCode::FileMissing);
    error.inFile(link.path)
        .expecting("the table " + (link.title.empty() ? link.contentHash.substr(0, 12) : link.title))
        .hinting("Open this table, wherever it is now; what was opened here then follows by itself.");
    if (changed)
        error.butFound("a file of the same name with other content");
    return error;
}

TableLink linkOf(const RunHeader& header)
{
    return {header.tablePath, header.tableHash, header.tableTitle};
}

void openRecord(const std::string& path, TableFinder& finder, Opened& opened)
{
    LoadedRecord loaded = readRecord(path);
    if (loaded.damage)
        opened.warnings.push_back(*loaded.damage);
    const TableLink link = linkOf(loaded.record.header);
    bool changed = false;
    const auto table = finder.find(link, changed);
    if (!table) {
        opened.wanted = link;
        opened.failure = missingTable(link, changed);
        return;
    }
    Opened::Desk desk;
    desk.table = table;
    desk.runs.push_back(makeReady(std::move(loaded.record), table, path, opened.warnings));
    opened.desks.push_back(std::move(desk));
}

void openWorkspace(const std::string& path, TableFinder& finder, Opened& opened, const std::stop_token& stop)
{
    KeptWorkspace kept = readWorkspace(path);
    if (kept.damage)
        opened.warnings.push_back(*kept.damage);
    opened.workspace = kept.workspace;
    opened.layouts = std::move(kept.layouts);
    for (KeptDesk& keptDesk : kept.desks) {
        bool changed = false;
        Opened::Desk desk;
        desk.table = finder.find(keptDesk.table, changed);
        if (!desk.table) {
            opened.wanted = keptDesk.table;
            opened.failure = missingTable(keptDesk.table, changed);
            return;
        }
        for (KeptRun& run : keptDesk.runs) {
            if (stop.stop_requested())
                throw Error(ErrorCode::Cancelled);
            std::string recordPath = path;
            if (!run.recordFile.empty()) {
                recordPath = (fs::path(path).parent_path() / run.recordFile).string();
                LoadedRecord loaded = readRecord(recordPath);
                if (loaded.damage)
                    opened.warnings.push_back(*loaded.damage);
                run.record = std::move(loaded.record);
            }
            if (!run.record)
                continue;
            ReadyRun ready = makeReady(std::move(*run.record), desk.table, recordPath, opened.warnings);
            ready.title = run.title;
            ready.cursor = run.cursor;
            ready.follows = run.follows;
            desk.runs.push_back(std::move(ready));
        }
        keptDesk.runs.clear();
        desk.kept = std::move(keptDesk);
        opened.desks.push_back(std::move(desk));
    }
}

} // namespace

ReadyRun makeReady(Record record, const std::shared_ptr<const Table>& table, const std::string& path,
                   std::vector<Error>& warnings)
{
    std::vector<std::string> names;
    for (const RunTask& task : record.header.tasks)
        names.push_back(task.name);
    ReadyRun ready;
    ready.problem = Problem::make(table, names);
    ready.index = RecordIndex(names.size());
    ready.index.extend(record.events.view());
    ready.cursor = record.events.size();
    const auto trainable = Trainables::instance().find(record.header.tableHash);
    if (trainable)
        trainable->addRecorded(record);
    // A finished run has nothing to go on with, and replaying it would cost as much as running it.
    if (record.finished) {
        ready.run = std::move(record);
        return ready;
    }
    try {
        if (trainable) {
            verifyTrained(record, *ready.problem);
            Trainables::instance().setBeginning(record.header, record.events.size());
            ready.run = record.header;
            return ready;
        }
        ready.run = std::make_unique<Run>(resume(record, ready.problem));
    } catch (Error& error) {
        if (error.file.empty())
            error.inFile(path);
        warnings.push_back(error);
        ready.run = std::move(record);
    }
    return ready;
}

Opened openFile(const std::string& path, const std::vector<std::shared_ptr<const Table>>& known,
                const std::vector<std::string>& recent, const std::stop_token& stop)
{
    Opened opened;
    TableFinder finder(known, recent, path);
    switch (recognise(path)) {
    case FileKind::Csv:
    case FileKind::Json: {
        opened.kind = Opened::Kind::Table;
        Opened::Desk desk;
        desk.table = tableIn(path);
        opened.desks.push_back(std::move(desk));
        break;
    }
    case FileKind::Record:
        opened.kind = Opened::Kind::Record;
        openRecord(path, finder, opened);
        break;
    case FileKind::Workspace:
        opened.kind = Opened::Kind::Workspace;
        openWorkspace(path, finder, opened, stop);
        break;
    case FileKind::Other:
        throw Error(ErrorCode::UnknownFormat)
            .inFile(path)
            .expecting("a benchmark table (CSV), a benchmark plan (JSON), a record or a workspace")
            .hinting(
                "Choose a CSV table whose header begins with index,architecture, or a file that KTNAS Studio "
                "saved.");
    }
    return opened;
}

} // namespace ktnas
