// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The session's files: opening, saving, autosave and what a crash left.
#include "widgets/session/Session.h"

#include "core/record/RecordFile.h"
#include "widgets/session/Desk.h"
#include "widgets/session/Opening.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <utility>
#include <variant>

namespace ktnas {
namespace {

/// What a file says is checked against the table: the file may be damaged, or older than the table's tasks.
bool fits(const SearchDraft& draft, const Table& table)
{
    const std::size_t count = draft.tasks.size();
    return std::is_sorted(draft.tasks.begin(), draft.tasks.end())
        && std::adjacent_find(draft.tasks.begin(), draft.tasks.end()) == draft.tasks.end()
        && std::all_of(draft.tasks.begin(), draft.tasks.end(),
                       [&table](std::size_t task) { return task < table.tasks().size(); })
        && draft.learnFrom.taskCount == count && draft.learnFrom.allowed.size() == count * count
        && draft.stop.targets.size() <= count;
}

QString fileName(const QString& path)
{
    return QFileInfo(path).fileName();
}

} // namespace

void Session::open(const QString& path)
{
    m_openQueue << path;
    openNext();
}

std::vector<std::shared_ptr<const Table>> Session::openTables() const
{
    std::vector<std::shared_ptr<const Table>> tables;
    if (m_desk->table)
        tables.push_back(m_desk->table);
    for (const auto& desk : m_setAside)
        tables.push_back(desk->table);
    return tables;
}

void Session::openNext()
{
    if (m_isOpening || m_openQueue.isEmpty())
        return;
    m_isOpening = true;
    const QString path = m_openQueue.takeFirst();
    std::vector<std::string> recent;
    for (const QString& file : m_preferences->recentFiles())
        recent.push_back(file.toStdString());
    using Result = std::variant<Opened, Error>;
    m_jobs->start(
        tr("Opening %1").arg(fileName(path)), {}, this,
        [file = path.toStdString(), known = openTables(), recent](JobControl& control) -> Result {
            try {
                return openFile(file, known, recent, control.stop());
            } catch (const Error& error) {
                return error;
            } catch (const std::bad_alloc&) {
                return Error(ErrorCode::OutOfMemory).inFile(file);
            } catch (const std::exception& error) {
                return Error(ErrorCode::Internal).inFile(file).butFound(error.what());
            }
        },
        [this, path](Result result) {
            m_isOpening = false;
            if (auto* opened = std::get_if<Opened>(&result))
                take(std::move(*opened), path);
            else
                failOpening(path, std::get<Error>(result));
            openNext();
        },
        {},
        [this] {
            m_isOpening = false;
            openNext();
        });
}

void Session::take(Opened opened, const QString& path)
{
    const bool isRestored = !m_restoring.isEmpty() && path == m_restoring;
    if (opened.failure) {
        if (opened.wanted && !isRestored)
            m_waiting.emplace_back(opened.wanted->contentHash, path);
        failOpening(path, *opened.failure);
        return;
    }
    for (Opened::Desk& desk : opened.desks) {
        setTable(desk.table);
        if (desk.kept) {
            const KeptDesk& kept = *desk.kept;
            if (fits(kept.draft, *desk.table))
                m_desk->draft = kept.draft;
            const std::size_t tasks = desk.table->tasks().size();
            if (kept.pairSource < tasks && kept.pairTarget < tasks)
                m_desk->pair = {kept.pairSource, kept.pairTarget};
            m_desk->filter = QString::fromStdString(kept.filter);
            std::vector<std::uint32_t> rows;
            for (const std::uint32_t row : kept.selectedRows)
                if (row < desk.table->rowCount() && (rows.empty() || row > rows.back()))
                    rows.push_back(row);
            m_selection->setRows(std::make_shared<const std::vector<std::uint32_t>>(std::move(rows)));
            if (desk.table->rowOf(CellId(kept.currentCell)))
                m_selection->setCurrent(CellId(kept.currentCell));
            Q_EMIT draftChanged();
            Q_EMIT pairChanged();
            Q_EMIT filterChanged();
        }
        const std::size_t before = m_desk->runs.size();
        for (ReadyRun& ready : desk.runs) {
            RunController* run = addRun(std::move(ready));
            if (!isRestored)
                m_desk->places[run].saved = run->index().size();
        }
        if (desk.kept && desk.kept->currentRun >= 0) {
            const auto current = before + static_cast<std::size_t>(desk.kept->currentRun);
            if (current < m_desk->runs.size())
                setCurrentRun(m_desk->runs[current].get());
        }
    }
    if (opened.kind == Opened::Kind::Workspace) {
        m_layouts.clear();
        for (const auto& [id, bytes] : opened.layouts)
            m_layouts[QString::fromStdString(id)] = QByteArray::fromStdString(bytes);
        Q_EMIT layoutsChanged();
        m_path = isRestored ? QString() : path;
        m_undo->setClean();
    }
    if (!opened.workspace.empty())
        setWorkspace(QString::fromStdString(opened.workspace));
    if (isRestored) {
        m_restoring.clear();
        autosave();
        Autosave::discard(path);
    } else {
        rememberRecent(opened, path);
    }
    touch();
    if (opened.kind == Opened::Kind::Table)
        Q_EMIT said(tr("%1: %2, %3")
                        .arg(fileName(path),
                             tr("%Ln cells", nullptr, static_cast<int>(m_desk->table->rowCount())),
                             tr("%Ln tasks", nullptr, static_cast<int>(m_desk->table->tasks().size()))));
    else
        Q_EMIT said(isRestored ? tr("What was open before is here again")
                               : tr("%1 is open").arg(fileName(path)));
    for (const Error& warning : opened.warnings)
        warn(warning);

    // A record that waited for this table follows by itself.
    for (const auto& table : openTables()) {
        const auto wants = [&table](const auto& entry) {
            return entry.first == table->content().contentHash;
        };
        for (const auto& entry : m_waiting)
            if (wants(entry))
                m_openQueue << entry.second;
        std::erase_if(m_waiting, wants);
    }
}

void Session::rememberRecent(const Opened& opened, const QString& path)
{
    RecentFile file;
    file.path = path;
    file.cells = static_cast<qint64>(m_desk->table ? m_desk->table->rowCount() : 0);
    file.tasks = static_cast<qint64>(m_desk->table ? m_desk->table->tasks().size() : 0);
    switch (opened.kind) {
    case Opened::Kind::Table:
        file.kind = RecentFile::Kind::Table;
        file.title = QString::fromStdString(m_desk->table->content().title);
        break;
    case Opened::Kind::Record:
        file.kind = RecentFile::Kind::Record;
        file.title = m_desk->currentRun->title();
        file.tasks = static_cast<qint64>(m_desk->currentRun->header().tasks.size());
        file.evaluations = static_cast<qint64>(m_desk->currentRun->index().last().evaluations);
        break;
    case Opened::Kind::Workspace:
        file.kind = RecentFile::Kind::Workspace;
        for (const Opened::Desk& desk : opened.desks)
            file.runs += static_cast<qint64>(desk.runs.size());
        break;
    }
    m_preferences->addRecent(file);
}

void Session::failOpening(const QString& path, const Error& error)
{
    if (path == m_restoring)
        m_restoring.clear();
    if (error.code == ErrorCode::Cancelled)
        return;
    m_lastReport = errorReport(error);
    if (m_lastReport.path.isEmpty())
        m_lastReport.path = path;
    if (error.code == ErrorCode::FileMissing)
        m_preferences->removeRecentFile(QFileInfo(path).absoluteFilePath());
    Q_EMIT openFailed(path, errorText(error));
}

void Session::warn(const Error& error)
{
    m_lastReport = errorReport(error);
    Q_EMIT warned(m_lastReport.path, errorText(error));
}

KeptWorkspace Session::keep(bool withRecords) const
{
    KeptWorkspace kept;
    kept.workspace = m_workspaceId.toStdString();
    for (auto layout = m_layouts.begin(); layout != m_layouts.end(); ++layout)
        kept.layouts[layout.key().toStdString()] = layout.value().toStdString();
    std::vector<const Desk*> desks;
    for (const auto& desk : m_setAside)
        desks.push_back(desk.get());
    if (m_desk->table)
        desks.push_back(m_desk.get());
    for (const Desk* desk : desks) {
        const bool isFront = desk == m_desk.get();
        const Table::Content& content = desk->table->content();
        KeptDesk entry;
        entry.table = {QFileInfo(QString::fromStdString(content.path)).absoluteFilePath().toStdString(),
                       content.contentHash, content.title};
        entry.draft = desk->draft;
        entry.pairSource = static_cast<std::uint32_t>(desk->pair.source);
        entry.pairTarget = static_cast<std::uint32_t>(desk->pair.target);
        entry.filter = desk->filter.toStdString();
        if (const RowSet& rows = isFront ? m_selection->rows() : desk->rows)
            entry.selectedRows = *rows;
        entry.currentCell = (isFront ? m_selection->current() : desk->current).value;
        for (const auto& run : desk->runs) {
            KeptRun keptRun;
            keptRun.title = run->title().toStdString();
            const bool isCurrent = isFront && run.get() == desk->currentRun;
            const auto place = desk->places.find(run.get());
            if (isCurrent || place != desk->places.end()) {
                keptRun.cursor = isCurrent ? m_cursor->position() : place->second.cursor;
                keptRun.follows = isCurrent ? m_cursor->follows() : place->second.follows;
            }
            if (withRecords || run->autosavePath().isEmpty())
                keptRun.record = run->recordCopy();
            else
                keptRun.recordFile = fileName(run->autosavePath()).toStdString();
            if (run.get() == desk->currentRun)
                entry.currentRun = static_cast<std::int32_t>(entry.runs.size());
            entry.runs.push_back(std::move(keptRun));
        }
        kept.desks.push_back(std::move(entry));
    }
    return kept;
}

void Session::autosave()
{
    const bool hasRuns = !m_desk->runs.empty() || !m_setAside.empty();
    if (!hasRuns && !m_autosave.isBegun())
        return; // an open table alone is quickly opened again
    if (m_changes == m_autosavedChanges)
        return;
    try {
        const QString path = m_autosave.workspaceFile();
        if (path.isEmpty())
            throw Error(ErrorCode::WriteFailed).inFile(m_preferences->autosaveFolder().toStdString());
        writeWorkspace(path.toStdString(), keep(false));
        m_autosavedChanges = m_changes;
        m_hasAutosaveProblem = false;
    } catch (const Error& error) {
        if (!std::exchange(m_hasAutosaveProblem, true))
            warn(error);
    }
}

std::vector<QString> Session::crashedWork() const
{
    return Autosave::crashed(m_preferences->autosaveFolder());
}

void Session::restore(const QString& crashed)
{
    m_restoring = crashed;
    open(crashed);
}

void Session::discard(const QString& crashed)
{
    Autosave::discard(crashed);
}

} // namespace ktnas
