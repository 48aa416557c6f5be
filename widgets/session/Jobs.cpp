// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/session/Jobs.h"

#include "core/base/Error.h"
#include "widgets/session/Background.h"
#include "widgets/session/ErrorText.h"

#include <QElapsedTimer>
#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace ktnas {

struct Jobs::Job {
    quint64 id = 0;
    QString title;
    QString key;
    QPointer<QObject> receiver;
    bool isDropped = false; ///< cancelled or overtaken
    std::function<void()> deliver;
    std::function<void(const QString&)> fail;
    std::function<void()> dropped;
    QElapsedTimer clock;
    JobControl control;
    std::optional<Error> error; ///< written by the thread before it says that it is done
    std::jthread thread; ///< last, so that it is joined before the rest goes
};

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
    m_progressTimer.setInterval(100);
    connect(&m_progressTimer, &QTimer::timeout, this, &Jobs::changed);
}

Jobs::~Jobs()
{
    for (const auto& job : m_jobs)
        job->control.requestStop();
    for (const auto& job : m_jobs)
        job->thread.join();
}

quint64 Jobs::launch(const QString& title, const QString& key, QObject* receiver,
                     std::function<void(JobControl&)> work, std::function<void()> deliver,
                     std::function<void(const QString&)> fail, std::function<void()> dropped)
{
    if (!key.isEmpty())
        for (const auto& other : m_jobs)
            if (other->key == key)
                drop(*other);

    auto job = std::make_unique<Job>();
    Job* const raw = job.get();
    raw->id = m_nextId++;
    raw->title = title;
    raw->key = key;
    raw->receiver = receiver;
    raw->deliver = std::move(deliver);
    raw->fail = std::move(fail);
    raw->dropped = std::move(dropped);
    raw->clock.start();
    m_jobs.push_back(std::move(job));
    raw->thread = std::jthread([this, raw, id = raw->id, work = std::move(work)]() mutable {
        stepBehindInterface(Urgency::Job);
        try {
            work(raw->control);
        } catch (const Error& error) {
            raw->error = error;
        } catch (const std::bad_alloc&) {
            raw->error = Error(ErrorCode::OutOfMemory);
        } catch (const std::exception& error) {
            raw->error = Error(ErrorCode::Internal).butFound(error.what());
        }
        work = {};
        QMetaObject::invokeMethod(
            this, [this, id] { finish(id); }, Qt::QueuedConnection);
    });
    m_progressTimer.start();
    Q_EMIT changed();
    return raw->id;
}

void Jobs::finish(quint64 id)
{
    const auto place =
        std::find_if(m_jobs.begin(), m_jobs.end(), [id](const auto& job) { return job->id == id; });
    if (place == m_jobs.end())
        return;
    const std::unique_ptr<Job> job = std::move(*place);
    m_jobs.erase(place);
    job->thread.join();
    if (m_jobs.empty())
        m_progressTimer.stop();

    if (!job->isDropped && job->receiver) {
        if (!job->error) {
            try {
                job->deliver();
            } catch (const Error& error) {
                job->error = error;
            }
        }
        if (job->error && job->error->code != ErrorCode::Cancelled) {
            const QString message = errorText(*job->error);
            if (job->fail)
                job->fail(message);
            else
                Q_EMIT failed(job->title, message);
        }
    }
    if (job->isDropped && job->receiver && job->dropped)
        job->dropped();
    Q_EMIT changed();
}

void Jobs::drop(Job& job)
{
    job.isDropped = true;
    job.control.requestStop();
}

void Jobs::cancel(quint64 id)
{
    for (const auto& job : m_jobs)
        if (job->id == id)
            drop(*job);
    Q_EMIT changed();
}

void Jobs::cancelAll()
{
    for (const auto& job : m_jobs)
        drop(*job);
    Q_EMIT changed();
}

std::vector<Jobs::Status> Jobs::running() const
{
    std::vector<Status> all;
    for (const auto& job : m_jobs)
        if (!job->isDropped)
            all.push_back({job->id, job->title, job->control.progress(), job->clock.elapsed(), true});
    return all;
}

bool Jobs::isIdle() const
{
    return std::all_of(m_jobs.begin(), m_jobs.end(), [](const auto& job) { return job->isDropped; });
}

} // namespace ktnas
