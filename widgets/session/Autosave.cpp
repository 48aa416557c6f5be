// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Autosave.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

const QString folderPrefix = QStringLiteral("work-");
const QString lockName = QStringLiteral("/lock");
const QString workspaceName = QStringLiteral("/workspace.ktnas");

} // namespace

Autosave::Autosave(QString root)
    : m_root(std::move(root))
{
}

Autosave::~Autosave()
{
    if (m_folder.isEmpty())
        return;
    m_lock.reset();
    QDir(m_folder).removeRecursively();
}

QString Autosave::folder()
{
    if (!m_folder.isEmpty())
        return m_folder;
    const QString path = m_root % u'/' % folderPrefix % QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!QDir().mkpath(path))
        return {};
    auto lock = std::make_unique<QLockFile>(path % lockName);
    lock->setStaleLockTime(0); // only a dead process makes it stale, however long the session lasts
    if (!lock->tryLock(0))
        return {};
    m_lock = std::move(lock);
    m_folder = path;
    return m_folder;
}

QString Autosave::workspaceFile()
{
    const QString path = folder();
    return path.isEmpty() ? path : path % workspaceName;
}

QString Autosave::newRecordFile()
{
    const QString path = folder();
    return path.isEmpty() ? path : path % QStringLiteral("/run-%1.ktrec").arg(++m_records);
}

std::vector<QString> Autosave::crashed(const QString& root)
{
    std::vector<std::pair<qint64, QString>> found;
    const QStringList folders =
        QDir(root).entryList({folderPrefix % u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : folders) {
        const QString folder = root % u'/' % name;
        QLockFile lock(folder % lockName);
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            continue; // its session is alive
        lock.unlock();
        const QFileInfo workspace(folder % workspaceName);
        if (workspace.exists())
            found.emplace_back(-workspace.lastModified().toMSecsSinceEpoch(), workspace.filePath());
        else
            QDir(folder).removeRecursively(); // nothing in it that could be restored
    }
    std::sort(found.begin(), found.end());
    std::vector<QString> files;
    for (auto& entry : found)
        files.push_back(std::move(entry.second));
    return files;
}

void Autosave::discard(const QString& workspaceFile)
{
    QDir(QFileInfo(workspaceFile).path()).removeRecursively();
}

} // namespace ktnas
