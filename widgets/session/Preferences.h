// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace ktnas {

/// A file that was open, with the few facts that the start page tells about it.
struct RecentFile {
    enum class Kind : std::uint8_t { Table, Record, Workspace };
    QString path;
    Kind kind = Kind::Table;
    QString title; ///< "NAS-Bench-201", "KTNAS, seed 178"; empty: the file's name says it all
    qint64 cells = 0;
    qint64 tasks = 0;
    qint64 evaluations = 0; ///< of a record
    qint64 runs = 0; ///< of a workspace
    QDateTime opened;
};

/// How the person likes the program, kept between sessions. What was open is the session's, not here.
class Preferences : public QObject {
    Q_OBJECT

public:
    enum class ThemeChoice : std::uint8_t { System, Light, Dark };
    Q_ENUM(ThemeChoice)

    /// Tests pass a settings object on a temporary file.
    explicit Preferences(std::unique_ptr<QSettings> store, QObject* parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    double zoom() const; ///< 0.8 … 2
    void setZoom(double zoom);
    bool reduceMotion() const;
    void setReduceMotion(bool reduce);
    QString language() const; ///< "en", "de", or empty for the system's
    void setLanguage(const QString& language);
    double runSpeed() const; ///< evaluations a second, 0 full speed
    void setRunSpeed(double speed);

    /// Paths, newest first, at most 12.
    QStringList recentFiles() const;
    /// The same with their facts.
    std::vector<RecentFile> recent() const;
    /// Puts the file first; `opened` is filled in if it is not valid.
    void addRecent(RecentFile file);
    void removeRecentFile(const QString& path);

    QByteArray windowGeometry() const;
    QByteArray windowState(const QString& workspace) const;
    void setWindowGeometry(const QByteArray& geometry);
    void setWindowState(const QString& workspace, const QByteArray& state);

    /// Folder for autosaved work; created on first use. Tests set the key "autosave/folder".
    QString autosaveFolder() const;

Q_SIGNALS:
    void themeChanged();
    void zoomChanged();
    void reduceMotionChanged();
    void languageChanged();
    void recentFilesChanged();

private:
    void storeRecent(const std::vector<RecentFile>& files);

    std::unique_ptr<QSettings> m_store;
};

} // namespace ktnas
