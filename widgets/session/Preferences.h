// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QString>
#include <QStringList>

#include <memory>

namespace ktnas {

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
    void addRecentFile(const QString& path);
    void removeRecentFile(const QString& path);

    QByteArray windowGeometry() const;
    QByteArray windowState(const QString& workspace) const;
    void setWindowGeometry(const QByteArray& geometry);
    void setWindowState(const QString& workspace, const QByteArray& state);

    /// Folder for autosaved records and the crash mark; created on first use.
    QString autosaveFolder() const;

Q_SIGNALS:
    void themeChanged();
    void zoomChanged();
    void reduceMotionChanged();
    void languageChanged();
    void recentFilesChanged();

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace ktnas
