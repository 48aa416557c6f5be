// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <thread>
#include <vector>

namespace ktnas {

/// What a job's thread may say and ask. Thread-safe.
class JobControl {
public:
    std::stop_token stop() const { return m_stop.get_token(); }
    /// 0 … 1; shown in the status bar at most 10 times a second.
    void setProgress(double done) { m_progress.store(done, std::memory_order_relaxed); }
    double progress() const { return m_progress.load(std::memory_order_relaxed); }
    void requestStop() { m_stop.request_stop(); }

private:
    std::stop_source m_stop;
    std::atomic<double> m_progress{0};
};

/// Long work off the interface's thread: each job owns a thread; the result is delivered on the interface's
/// thread, unless the job was cancelled, overtaken by a newer one of the same key ("latest wins"), or its
/// receiver has died.
class Jobs : public QObject {
    Q_OBJECT

public:
    struct Status {
        quint64 id = 0;
        QString title; ///< "Noise ceiling of Scene"
        double progress = 0;
        qint64 startedMs = 0; ///< milliseconds since the job began
        bool mayCancel = true;
    };

    explicit Jobs(QObject* parent = nullptr);
    /// Requests stop and joins all; nothing is delivered any more.
    ~Jobs() override;

    /// Starts `work` on a thread of its own. When it returns, `deliver(result)` runs here, if `receiver`
    /// lives. A job with the same non-empty `key` that is still running is told to stop and its result
    /// dropped. A ktnas::Error (other than Cancelled) or std::exception goes to `fail(message)`, or to
    /// failed() if empty. `dropped` runs here in place of `deliver` once the thread of a cancelled or
    /// overtaken job has ended.
    template <class Work, class Deliver>
    quint64 start(const QString& title, const QString& key, QObject* receiver, Work work, Deliver deliver,
                  const std::function<void(const QString&)>& fail = {},
                  const std::function<void()>& dropped = {})
    {
        using Result = std::invoke_result_t<Work, JobControl&>;
        auto result = std::make_shared<std::unique_ptr<Result>>();
        return launch(
            title, key, receiver,
            [work = std::move(work), result](JobControl& control) mutable {
                *result = std::make_unique<Result>(work(control));
            },
            [deliver = std::move(deliver), result]() mutable { deliver(std::move(**result)); }, fail,
            dropped);
    }
    /// Requests stop; the result is dropped. Unknown ids are ignored (the job may just have ended).
    void cancel(quint64 id);
    void cancelAll();
    /// Jobs whose result is still wanted, oldest first.
    std::vector<Status> running() const;
    bool isIdle() const;

Q_SIGNALS:
    /// A job began, made progress or ended.
    void changed();
    void failed(const QString& title, const QString& message);

private:
    struct Job;
    quint64 launch(const QString& title, const QString& key, QObject* receiver,
                   std::function<void(JobControl&)> work, std::function<void()> deliver,
                   std::function<void(const QString&)> fail, std::function<void()> dropped);
    void finish(quint64 id);
    void drop(Job& job);

    std::vector<std::unique_ptr<Job>> m_jobs;
    QTimer m_progressTimer; ///< says changed() while jobs run
    quint64 m_nextId = 1;
};

} // namespace ktnas
