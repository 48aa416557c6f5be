// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>

#include <memory>
#include <vector>

namespace ktnas {

/// The folder in which a running session keeps its work: "work-<id>" with a lock that dies with the process,
/// the workspace's state and the records of its runs. A clean end removes it; what a crash leaves is found by
/// crashed().
class Autosave {
public:
    explicit Autosave(QString root);
    /// Removes this session's folder.
    ~Autosave();
    Autosave(const Autosave&) = delete;
    Autosave& operator=(const Autosave&) = delete;

    /// This session's folder, made and locked on first use; empty if that is not possible.
    QString folder();
    /// Whether there is a folder already.
    bool isBegun() const { return !m_folder.isEmpty(); }
    QString workspaceFile();
    /// A new record's path, empty where there is no folder.
    QString newRecordFile();

    /// Workspace files left behind by sessions that are no longer alive, newest first.
    static std::vector<QString> crashed(const QString& root);
    /// Removes the folder of such a file.
    static void discard(const QString& workspaceFile);

private:
    QString m_root;
    QString m_folder;
    std::unique_ptr<QLockFile> m_lock;
    int m_records = 0;
};

} // namespace ktnas
