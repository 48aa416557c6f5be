// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Preferences.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

constexpr int recentLimit = 12;

const QString themeKey = QStringLiteral("look/theme");
const QString zoomKey = QStringLiteral("look/zoom");
const QString motionKey = QStringLiteral("look/reduceMotion");
const QString languageKey = QStringLiteral("look/language");
const QString speedKey = QStringLiteral("run/speed");
const QString recentKey = QStringLiteral("recent");
const QString geometryKey = QStringLiteral("window/geometry");
const QString autosaveKey = QStringLiteral("autosave/folder");

QString stateKey(const QString& workspace)
{
    return QStringLiteral("window/state/") % workspace;
}

} // namespace

Preferences::Preferences(std::unique_ptr<QSettings> store, QObject* parent)
    : QObject(parent)
    , m_store(std::move(store))
{
}

Preferences::ThemeChoice Preferences::theme() const
{
    const QString choice = m_store->value(themeKey).toString();
    if (choice == u"light")
        return ThemeChoice::Light;
    return choice == u"dark" ? ThemeChoice::Dark : ThemeChoice::System;
}

void Preferences::setTheme(ThemeChoice choice)
{
    if (choice == theme())
        return;
    m_store->setValue(themeKey,
                      choice == ThemeChoice::Light      ? QStringLiteral("light")
                          : choice == ThemeChoice::Dark ? QStringLiteral("dark")
                                                        : QStringLiteral("system"));
    Q_EMIT themeChanged();
}

double Preferences::zoom() const
{
    return std::clamp(m_store->value(zoomKey, 1.0).toDouble(), 0.8, 2.0);
}

void Preferences::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 0.8, 2.0);
    if (qFuzzyCompare(zoom, this->zoom()))
        return;
    m_store->setValue(zoomKey, zoom);
    Q_EMIT zoomChanged();
}

bool Preferences::reduceMotion() const
{
    return m_store->value(motionKey, false).toBool();
}

void Preferences::setReduceMotion(bool reduce)
{
    if (reduce == reduceMotion())
        return;
    m_store->setValue(motionKey, reduce);
    Q_EMIT reduceMotionChanged();
}

QString Preferences::language() const
{
    return m_store->value(languageKey).toString();
}

void Preferences::setLanguage(const QString& language)
{
    if (language == this->language())
        return;
    m_store->setValue(languageKey, language);
    Q_EMIT languageChanged();
}

double Preferences::runSpeed() const
{
    return std::max(0.0, m_store->value(speedKey, 0.0).toDouble());
}

void Preferences::setRunSpeed(double speed)
{
    m_store->setValue(speedKey, std::max(0.0, speed));
}

QStringList Preferences::recentFiles() const
{
    QStringList paths;
    for (const RecentFile& file : recent())
        paths << file.path;
    return paths;
}

std::vector<RecentFile> Preferences::recent() const
{
    std::vector<RecentFile> files;
    const int count = std::min(m_store->beginReadArray(recentKey), recentLimit);
    for (int i = 0; i < count; ++i) {
        m_store->setArrayIndex(i);
        RecentFile file;
        file.path = m_store->value(QStringLiteral("path")).toString();
        if (file.path.isEmpty())
            continue;
        const int kind = m_store->value(QStringLiteral("kind")).toInt();
        file.kind = kind == 1 ? RecentFile::Kind::Record
            : kind == 2       ? RecentFile::Kind::Workspace
                              : RecentFile::Kind::Table;
        file.title = m_store->value(QStringLiteral("title")).toString();
        file.cells = m_store->value(QStringLiteral("cells")).toLongLong();
        file.tasks = m_store->value(QStringLiteral("tasks")).toLongLong();
        file.evaluations = m_store->value(QStringLiteral("evaluations")).toLongLong();
        file.runs = m_store->value(QStringLiteral("runs")).toLongLong();
        file.opened = m_store->value(QStringLiteral("opened")).toDateTime();
        files.push_back(std::move(file));
    }
    m_store->endArray();
    return files;
}

void Preferences::storeRecent(const std::vector<RecentFile>& files)
{
    m_store->remove(recentKey);
    m_store->beginWriteArray(recentKey, static_cast<int>(files.size()));
    for (std::size_t i = 0; i < files.size(); ++i) {
        const RecentFile& file = files[i];
        m_store->setArrayIndex(static_cast<int>(i));
        m_store->setValue(QStringLiteral("path"), file.path);
        m_store->setValue(QStringLiteral("kind"), static_cast<int>(file.kind));
        m_store->setValue(QStringLiteral("title"), file.title);
        m_store->setValue(QStringLiteral("cells"), file.cells);
        m_store->setValue(QStringLiteral("tasks"), file.tasks);
        m_store->setValue(QStringLiteral("evaluations"), file.evaluations);
        m_store->setValue(QStringLiteral("runs"), file.runs);
        m_store->setValue(QStringLiteral("opened"), file.opened);
    }
    m_store->endArray();
    Q_EMIT recentFilesChanged();
}

void Preferences::addRecent(RecentFile file)
{
    file.path = QFileInfo(file.path).absoluteFilePath();
    if (!file.opened.isValid())
        file.opened = QDateTime::currentDateTimeUtc();
    std::vector<RecentFile> files = recent();
    std::erase_if(files, [&file](const RecentFile& other) { return other.path == file.path; });
    files.insert(files.begin(), std::move(file));
    if (files.size() > recentLimit)
        files.resize(recentLimit);
    storeRecent(files);
}

void Preferences::removeRecentFile(const QString& path)
{
    std::vector<RecentFile> files = recent();
    if (std::erase_if(files, [&path](const RecentFile& file) { return file.path == path; }) > 0)
        storeRecent(files);
}

QByteArray Preferences::windowGeometry() const
{
    return m_store->value(geometryKey).toByteArray();
}

QByteArray Preferences::windowState(const QString& workspace) const
{
    return m_store->value(stateKey(workspace)).toByteArray();
}

void Preferences::setWindowGeometry(const QByteArray& geometry)
{
    m_store->setValue(geometryKey, geometry);
}

void Preferences::setWindowState(const QString& workspace, const QByteArray& state)
{
    m_store->setValue(stateKey(workspace), state);
}

QString Preferences::autosaveFolder() const
{
    QString folder = m_store->value(autosaveKey).toString();
    if (folder.isEmpty())
        folder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
            % QStringLiteral("/autosave");
    QDir().mkpath(folder);
    return folder;
}

} // namespace ktnas
