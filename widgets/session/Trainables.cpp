// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Trainables.h"

#include "core/base/Error.h"
#include "core/learn/search/PlanPictures.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace ktnas {
namespace {

constexpr int mostFiles = 16; ///< programs that search on one plan at the same time

QString placesFile(const QString& folder)
{
    return folder + QStringLiteral("/pictures.ini");
}

} // namespace

Trainables& Trainables::instance()
{
    static Trainables all;
    return all;
}

QString Trainables::folder() const
{
    const QString chosen = qEnvironmentVariable("KTNAS_TRAINED");
    return chosen.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/trained")
        : chosen;
}

std::shared_ptr<TrainableTable> Trainables::open(const std::string& path)
{
    BenchmarkPlan plan = readBenchmarkPlan(path);
    const std::string hash = planHash(plan);
    if (auto known = find(hash))
        return known;
    const std::vector<std::string> missing = missingPictures(plan);
    for (const auto& place : places())
        if (std::find(missing.begin(), missing.end(), place.first) != missing.end())
            placePictures(plan, {place});
    requirePictures(plan);
    auto table = std::make_shared<TrainableTable>(std::move(plan));
    const std::lock_guard lock(m_mutex);
    const auto [entry, isNew] = m_tables.try_emplace(hash, table);
    if (isNew)
        openResults(*table);
    return entry->second;
}

void Trainables::openResults(TrainableTable& table)
{
    const QDir files(folder());
    if (!files.mkpath(QStringLiteral(".")))
        return; // searches work all the same; their records keep the values
    const QString stem =
        files.filePath(QString::fromStdString(table.table()->content().contentHash).left(16));
    bool isKept = false;
    for (int i = 1; i <= mostFiles; ++i) {
        const QString file = QStringLiteral("%1-%2.kts").arg(stem).arg(i);
        auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
        lock->setStaleLockTime(0);
        try {
            // Another program's file may be read while it grows: what is whole is good.
            if (!isKept && lock->tryLock()) {
                table.keepResultsIn(QFile::encodeName(file).toStdString());
                m_locks.push_back(std::move(lock));
                isKept = true;
            } else if (QFile::exists(file)) {
                table.addResults(QFile::encodeName(file).toStdString());
            }
        } catch (const Error&) {
            continue; // damaged, or on other pictures: the next one
        }
    }
}

std::shared_ptr<TrainableTable> Trainables::find(const std::string& contentHash) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tables.find(contentHash);
    return found == m_tables.end() ? nullptr : found->second;
}

std::vector<std::pair<std::string, std::string>> Trainables::places() const
{
    const QSettings file(placesFile(folder()), QSettings::IniFormat);
    std::vector<std::pair<std::string, std::string>> all;
    for (const QString& name : file.allKeys())
        all.emplace_back(name.toStdString(), QFile::encodeName(file.value(name).toString()).toStdString());
    return all;
}

void Trainables::setPlace(const std::string& name, const std::string& path)
{
    QSettings file(placesFile(folder()), QSettings::IniFormat);
    file.setValue(QString::fromStdString(name), QFile::decodeName(path.c_str()));
}

WorkerPool::Options Trainables::workers() const
{
    const std::lock_guard lock(m_mutex);
    if (m_workers)
        return *m_workers;
    WorkerPool::Options options;
    options.command = workerCommand();
    options.workers = defaultWorkers();
    return options;
}

void Trainables::setWorkers(const WorkerPool::Options& workers)
{
    const std::lock_guard lock(m_mutex);
    m_workers = workers;
}

void Trainables::setBeginning(const RunHeader& header, EventIndex events)
{
    const std::lock_guard lock(m_mutex);
    m_beginnings.emplace_back(header, events);
}

EventIndex Trainables::takeBeginning(const RunHeader& header)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_beginnings.begin(), m_beginnings.end(),
                                    [&header](const auto& entry) { return entry.first == header; });
    if (found == m_beginnings.end())
        return 0;
    const EventIndex events = found->second;
    m_beginnings.erase(found);
    return events;
}

} // namespace ktnas
