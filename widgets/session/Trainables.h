// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/search/TrainableTable.h"
#include "core/learn/work/WorkerPool.h"
#include "core/record/RunHeader.h"

#include <QLockFile>
#include <QString>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ktnas {

/// The benchmark plans that this process has opened to search on, by the hash that their tables and records
/// carry. There is one for each plan, and each has its file of results open: what was trained once, in this
/// session or an earlier one, is not trained again. Thread-safe.
class Trainables {
public:
    static Trainables& instance();

    /// Where results and the places of pictures are kept: the folder of the program's data, or KTNAS_TRAINED.
    QString folder() const;
    /// Reads the plan in a file and opens its results. Throws what readBenchmarkPlan(), WorkList and
    /// requirePictures() throw.
    std::shared_ptr<TrainableTable> open(const std::string& path);
    /// Null for a table that is none of them.
    std::shared_ptr<TrainableTable> find(const std::string& contentHash) const;

    /// Where pictures lie that plans call by a name: told by a person once, known from then on.
    std::vector<std::pair<std::string, std::string>> places() const;
    void setPlace(const std::string& name, const std::string& path);

    /// How networks are trained: by worker processes of this program, one for each core, or otherwise
    /// (tests).
    WorkerPool::Options workers() const;
    void setWorkers(const WorkerPool::Options& workers);

    /// So many events of a run of this header are known: it begins behind them. For the next run of it.
    void setBeginning(const RunHeader& header, EventIndex events);
    EventIndex takeBeginning(const RunHeader& header);

private:
    Trainables() = default;
    void openResults(TrainableTable& table);

    mutable std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<TrainableTable>> m_tables;
    std::vector<std::unique_ptr<QLockFile>> m_locks; ///< of the files of results
    std::vector<std::pair<RunHeader, EventIndex>> m_beginnings;
    std::optional<WorkerPool::Options> m_workers;
};

} // namespace ktnas
