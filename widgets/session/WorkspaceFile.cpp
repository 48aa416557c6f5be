// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/WorkspaceFile.h"

#include "core/base/FramedFile.h"
#include "core/base/PortableArchive.h"
#include "core/base/Text.h"
#include "core/record/RecordFile.h"

#include <utility>

namespace ktnas {

/// The first frame: what concerns all desks.
struct WorkspaceFrame {
    std::string workspace;
    std::vector<std::pair<std::string, std::string>> layouts;

    template <class Archive> void serialize(Archive& archive, unsigned /*version*/)
    {
        archive& workspace;
        serializeList(archive, layouts,
                      [](Archive& inner, auto& entry) { inner& entry.first& entry.second; });
    }
};

/// A desk without the records, which follow in frames of their own.
struct DeskFrame {
    KeptDesk desk;

    template <class Archive> void serialize(Archive& archive, unsigned /*version*/)
    {
        archive& desk.table.path& desk.table.contentHash& desk.table.title;
        serializeDraft(archive, desk.draft);
        archive& desk.pairSource& desk.pairTarget& desk.filter;
        serializeList(archive, desk.selectedRows);
        archive& desk.currentCell& desk.currentRun;
        serializeList(archive, desk.runs, [](Archive& inner, KeptRun& run) {
            inner& run.title& run.cursor& run.follows& run.recordFile;
        });
    }

private:
    template <class Archive> static void serializeDraft(Archive& archive, SearchDraft& draft)
    {
        std::string method = draft.method.toStdString();
        archive& method;
        draft.method = QString::fromStdString(method);
        std::vector<std::uint32_t> tasks(draft.tasks.begin(), draft.tasks.end());
        serializeList(archive, tasks);
        draft.tasks.assign(tasks.begin(), tasks.end());
        auto taskCount = static_cast<std::uint32_t>(draft.learnFrom.taskCount);
        archive& taskCount;
        draft.learnFrom.taskCount = taskCount;
        serializeList(archive, draft.learnFrom.allowed);
        serializeList(archive, draft.changed,
                      [](Archive& inner, auto& entry) { inner& entry.first& entry.second; });
        archive& draft.seed;
        serializeOptional(archive, draft.stop.evaluations);
        serializeOptional(archive, draft.stop.generations);
        serializeList(archive, draft.stop.targets, [](Archive& inner, std::optional<double>& target) {
            serializeOptional(inner, target);
        });
    }
};

} // namespace ktnas

BOOST_CLASS_TRACKING(ktnas::WorkspaceFrame, boost::serialization::track_never)
BOOST_CLASS_VERSION(ktnas::WorkspaceFrame, 1)
BOOST_CLASS_TRACKING(ktnas::DeskFrame, boost::serialization::track_never)
BOOST_CLASS_VERSION(ktnas::DeskFrame, 1)

namespace ktnas {
namespace {

/// Kinds of frames; stored, so only appended to. Kinds that a reader does not know are skipped.
enum class Kind : std::uint32_t { Workspace = 1, Desk = 2, Record = 3 };

template <class T> void append(std::string& bytes, Kind kind, const T& frame)
{
    PortableOArchive archive;
    archive << frame;
    appendFrame(bytes, static_cast<std::uint32_t>(kind), archive.bytes());
}

template <class T> T parse(const FrameReader::Frame& frame, const std::string& path)
{
    try {
        T value;
        PortableIArchive archive(frame.payload);
        archive >> value;
        return value;
    } catch (Error& error) {
        error.inFile(path).atByte(frame.at + frameHeadSize + error.byte.value_or(0));
        throw;
    }
}

} // namespace

void writeWorkspace(const std::string& path, const KeptWorkspace& workspace,
                    const std::function<void(double)>& progress)
{
    std::string bytes = fileHead(workspaceFormat);
    WorkspaceFrame head;
    head.workspace = workspace.workspace;
    head.layouts.assign(workspace.layouts.begin(), workspace.layouts.end());
    append(bytes, Kind::Workspace, head);
    EventIndex all = 1;
    for (const KeptDesk& desk : workspace.desks)
        for (const KeptRun& run : desk.runs)
            all += run.record ? run.record->events.size() : 0;
    EventIndex done = 0;
    for (const KeptDesk& desk : workspace.desks) {
        DeskFrame frame{desk};
        append(bytes, Kind::Desk, frame);
        for (const KeptRun& run : desk.runs) {
            if (!run.record)
                continue;
            appendFrame(bytes, static_cast<std::uint32_t>(Kind::Record), recordBytes(*run.record));
            done += run.record->events.size();
            if (progress)
                progress(static_cast<double>(done) / static_cast<double>(all));
        }
    }
    writeFile(path, bytes);
}

KeptWorkspace readWorkspace(const std::string& path)
{
    FrameReader reader(path, workspaceFormat);
    KeptWorkspace workspace;
    bool hasHead = false;
    std::size_t nextRun = 0; // of the last desk: the one whose record comes next
    while (const auto frame = reader.next()) {
        switch (static_cast<Kind>(frame->kind)) {
        case Kind::Workspace: {
            WorkspaceFrame head = parse<WorkspaceFrame>(*frame, path);
            workspace.workspace = std::move(head.workspace);
            for (auto& [id, layout] : head.layouts)
                workspace.layouts[id] = std::move(layout);
            hasHead = true;
            break;
        }
        case Kind::Desk:
            workspace.desks.push_back(parse<DeskFrame>(*frame, path).desk);
            nextRun = 0;
            break;
        case Kind::Record: {
            if (workspace.desks.empty())
                break;
            std::vector<KeptRun>& runs = workspace.desks.back().runs;
            while (nextRun < runs.size() && !runs[nextRun].recordFile.empty())
                ++nextRun;
            if (nextRun == runs.size())
                break;
            LoadedRecord loaded = readRecordBytes(std::string(frame->payload), path);
            if (loaded.damage && !workspace.damage)
                workspace.damage = loaded.damage;
            runs[nextRun++].record = std::move(loaded.record);
            break;
        }
        }
    }
    if (!hasHead)
        throw reader.damage().value_or(
            Error(ErrorCode::RecordDamaged).inFile(path).expecting("a workspace").butFound("an empty file"));
    if (reader.damage())
        workspace.damage = reader.damage();
    return workspace;
}

} // namespace ktnas
