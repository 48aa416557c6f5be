// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/pictures/PictureSet.h"
#include "core/pictures/TaskRecipe.h"
#include "core/pictures/TaskSamples.h"
#include "widgets/session/ErrorText.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ktnas {

class Jobs;

/// Which examples of which task are wanted.
struct SampleQuery {
    TaskKind kind = TaskKind::Classes;
    std::string labelSet; ///< for TaskKind::Classes; empty: the set's first
    Split split = Split::Train;
    friend bool operator==(const SampleQuery&, const SampleQuery&) = default;
};

/// A task made of a few of the pictures, to look at.
struct SampledTask {
    SampleQuery query;
    std::shared_ptr<const PictureSet> set;
    std::vector<TaskSample> samples;
    std::size_t channels = 1; ///< of the network's input
    std::size_t side = 0; ///< of the network's input
    std::size_t answers = 0; ///< different labels, numbers, or channels of the answer
    /// How many pictures each split would have with the recipe's usual numbers.
    std::size_t trainRows = 0;
    std::size_t validRows = 0;
    std::size_t testRows = 0;
    std::optional<ErrorReport> failure; ///< why these pictures cannot give the task; then all else is empty
};

/// The image data sets that are open, and tasks made of them to look at. Reading and making are jobs.
class PictureShelf : public QObject {
    Q_OBJECT

public:
    explicit PictureShelf(Jobs& jobs, QObject* parent = nullptr);

    /// Reads an image data set; opened() or failed() follows. A newer call overtakes an older one.
    /// `otherwise`: what to report where the path is no image data set at all (see FileIntent).
    void open(const QString& path, const std::optional<Error>& otherwise = {});
    bool isReading() const { return m_isReading; }
    /// Those that were read, in the order of opening; equal pictures are there once.
    const std::vector<std::shared_ptr<const PictureSet>>& sets() const { return m_sets; }
    /// The one that is looked at; null while there is none.
    std::shared_ptr<const PictureSet> current() const { return m_current; }
    void setCurrent(std::size_t index);
    /// Why the last open() failed; nothing once another set is open.
    const std::optional<ErrorReport>& failure() const { return m_failure; }

    /// Makes examples of the current set in a job; sampled() follows. Keeps what was made of the same set.
    void sample(const SampleQuery& query);
    /// The last that were made; null while there are none of the current set.
    const SampledTask* sampledTask() const { return m_sampled ? &*m_sampled : nullptr; }

Q_SIGNALS:
    void readingChanged();
    /// A set was read and is the current one now.
    void opened();
    /// failure() says why.
    void failed();
    void currentChanged();
    void sampled();

private:
    void take(const std::shared_ptr<const PictureSet>& set);
    void fail(const Error& error, const QString& path);

    Jobs& m_jobs;
    std::vector<std::shared_ptr<const PictureSet>> m_sets;
    std::shared_ptr<const PictureSet> m_current;
    std::optional<ErrorReport> m_failure;
    std::optional<SampledTask> m_sampled;
    bool m_isReading = false;
    int m_reading = 0; ///< number of the last open()
};

} // namespace ktnas
