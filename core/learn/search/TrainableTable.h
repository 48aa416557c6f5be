// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Results.h"
#include "core/learn/work/WorkList.h"
#include "core/record/Record.h"
#include "core/tables/Table.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ktnas {

/// A benchmark that is not trained yet: a plan as searches see it, and the values that were trained so far.
/// What one search has trained no other trains again, nor does a later one: results are kept in files as
/// build-benchmark writes them (`.kts`), and build-benchmark takes them up.
///
/// A value is that of the table that building the plan would give: the mean over the plan's seeds, which are
/// the same for all cells, to six digits; functional twins are one network. So a search on the plan and a
/// search on the finished table see the same values.
///
/// Shared by all runs on the plan; safe from several threads.
class TrainableTable {
public:
    /// Throws what WorkList throws. `title` is the table's; empty: made of the plan's file.
    explicit TrainableTable(BenchmarkPlan plan, std::string title = {});
    TrainableTable(const TrainableTable&) = delete;
    TrainableTable& operator=(const TrainableTable&) = delete;

    const BenchmarkPlan& plan() const { return m_plan; }
    const WorkList& work() const { return m_work; }
    /// The table as a search is made on: all cells, the tasks with their passports, no value. Its content
    /// hash is the plan's, so that records name the plan; its path is the plan's file.
    std::shared_ptr<const Table> table() const { return m_table; }
    /// The same with the values that are known now, proxies and costs of networks included. O(rows ·
    /// columns).
    std::shared_ptr<const Table> tableSoFar() const;

    /// Adds the results of a file of them. Throws what readShard() throws, and CheckpointMismatch for another
    /// plan or other data.
    void addResults(const std::string& path);
    /// Takes the values of a record's run as known: they are not trained again, and stand also where results
    /// say something else, so that the run can go on. A record that was taken before goes before.
    void addRecorded(const Record& record);
    /// From now on results are appended to this file, which is made, or gone on with if it is there. Throws
    /// as addResults(), and WriteFailed.
    void keepResultsIn(const std::string& path);
    /// Where results are kept; empty: nowhere.
    std::string resultsPath() const;

    /// The value of a cell on a task of the plan, in the table's units; NaN for one that failed; nothing for
    /// one that was not trained yet.
    std::optional<double> value(CellId cell, std::uint16_t task) const;
    /// Why the value is missing ("loss is not a number at step 31"); empty if nothing failed.
    std::string failure(CellId cell, std::uint16_t task) const;
    /// The trainings that the value of a cell on a task waits for; empty if it is known.
    std::vector<WorkKey> missing(CellId cell, std::uint16_t task) const;
    /// The job that brings a result, without an id. It leaves its checkpoint beside the results.
    TrainingJob job(const WorkKey& key) const;
    /// Takes a result. `isTransient`: a failure that may not come again in another session; in this one it
    /// stands. Throws WriteFailed (the result is here all the same, and goes to the file with the next) and
    /// CheckpointMismatch if the data of the task are not those of earlier results (then it is not).
    void take(const WorkKey& key, const JobResult& result, bool isTransient);
    /// Writes what could not be written, and waits for the disk. Throws WriteFailed.
    void writeRest();
    /// Number of results, failed ones included.
    std::size_t resultCount() const;

private:
    struct Unwritten {
        WorkKey key;
        JobResult result;
        bool isTransient = false;
    };

    using NetworkTask =
        std::pair<std::uint32_t, std::uint16_t>; ///< first cell of the class, task of the plan

    void writeUnwritten();

    BenchmarkPlan m_plan;
    WorkList m_work;
    std::shared_ptr<const Table> m_table;

    mutable std::mutex m_mutex;
    BenchmarkResults m_results;
    std::map<NetworkTask, double> m_recorded; ///< values that came with records
    std::vector<WorkKey> m_failedNow; ///< transient failures of this session
    std::unique_ptr<ShardWriter> m_shard;
    std::vector<Unwritten> m_unwritten; ///< after a full disk; tried again with the next result
    std::string m_path;
};

} // namespace ktnas
