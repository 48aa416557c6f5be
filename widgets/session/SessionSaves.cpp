// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the session's files: a record of some million events takes longer than a frame.
#include "widgets/session/Session.h"

#include "core/record/RecordFile.h"
#include "widgets/session/Desk.h"
#include "widgets/session/Save.h"
#include "widgets/session/WorkspaceFile.h"

#include <QFileInfo>

#include <algorithm>
#include <optional>
#include <utility>

namespace ktnas {

Session::SavedSizes Session::runSizes() const
{
    SavedSizes sizes;
    const auto add = [&sizes](const Desk& desk) {
        for (const auto& run : desk.runs)
            sizes.emplace_back(run.get(), run->index().size());
    };
    add(*m_desk);
    for (const auto& desk : m_setAside)
        add(*desk);
    return sizes;
}

void Session::markSaved(const SavedSizes& sizes)
{
    // A run that was closed meanwhile has no place any more.
    const auto mark = [&sizes](Desk& desk) {
        for (const auto& [run, size] : sizes) {
            const auto place = desk.places.find(run);
            if (place != desk.places.end())
                place->second.saved = size;
        }
    };
    mark(*m_desk);
    for (const auto& desk : m_setAside)
        mark(*desk);
}

void Session::saveWorkspace(const QString& path, const std::function<void()>& then)
{
    const auto kept = std::make_shared<const KeptWorkspace>(keep(true));
    const auto written = [this, path, then, sizes = runSizes(), edit = m_undo->index()] {
        m_path = QFileInfo(path).absoluteFilePath();
        markSaved(sizes);
        if (m_undo->index() == edit)
            m_undo->setClean(); // else what was edited meanwhile is not in the file
        RecentFile file;
        file.path = m_path;
        file.kind = RecentFile::Kind::Workspace;
        file.runs = static_cast<qint64>(sizes.size());
        m_preferences->addRecent(file);
        touch();
        Q_EMIT said(tr("Saved as %1").arg(QFileInfo(path).fileName()));
        if (then)
            then();
    };
    planSave({path,
              [kept, file = path.toStdString()](JobControl& control) {
                  writeWorkspace(file, *kept, [&control](double done) { control.setProgress(done); });
              },
              written});
}

void Session::saveRecord(const RunController& run, const QString& path)
{
    const auto record = std::make_shared<const Record>(run.recordCopy());
    const SavedSizes size{{&run, run.index().size()}};
    planSave({path, [record, file = path.toStdString()](JobControl&) { writeRecord(file, *record); },
              [this, path, size] {
                  markSaved(size);
                  touch();
                  Q_EMIT said(tr("Saved as %1").arg(QFileInfo(path).fileName()));
              }});
}

void Session::planSave(Save save)
{
    m_saves.push_back(std::move(save));
    saveNext();
}

void Session::saveNext()
{
    if (m_isSaving || m_saves.empty())
        return;
    m_isSaving = true;
    const Save save = std::move(m_saves.front());
    m_saves.erase(m_saves.begin());
    using Result = std::optional<Error>;
    m_jobs->start(
        tr("Saving %1").arg(QFileInfo(save.path).fileName()), {}, this,
        [write = save.write, file = save.path.toStdString()](JobControl& control) -> Result {
            try {
                write(control);
                return std::nullopt;
            } catch (const Error& error) {
                return error;
            } catch (const std::bad_alloc&) {
                return Error(ErrorCode::OutOfMemory).inFile(file);
            }
        },
        [this, written = save.written](const Result& failure) {
            m_isSaving = false;
            if (failure)
                warn(*failure);
            else
                written();
            saveNext();
        },
        {},
        [this] { // the file may be whole, but nobody has waited for it
            m_isSaving = false;
            saveNext();
        });
}

} // namespace ktnas
