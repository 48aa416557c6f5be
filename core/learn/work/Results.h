// SPDX-FileCopyrightText: 2026 KTNAS Studio developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/work/Shard.h"

#include <map>
#include <string>
#include <vector>

namespace ktnas {

/// One result that came out differently the second time.
struct ResultDifference {
    WorkKey key;
    double first = 0; ///< validation loss, of the result that is kept
    double second = 0;
};

/// The results of one plan from any number of shards.
class BenchmarkResults {
public:
    explicit BenchmarkResults(BenchmarkPlan plan);

    const BenchmarkPlan& plan() const { return m_plan; }
    const std::string& planHash() const { return m_planHash; }

    /// Adds all of a shard. Throws CheckpointMismatch, naming both sides, for a shard of another plan or with
    /// other data; then nothing is added.
    void add(const ResultShard& shard);
    /// Adds one result. Throws CheckpointMismatch for other data.
    void add(const ShardEntry& entry, const TaskFacts& facts, const WorkPlace& place);

    /// Null if there is none.
    const ShardEntry* find(const WorkKey& key) const;
    /// True for a result that is not to be tried again.
    bool isDone(const WorkKey& key) const;
    const std::map<WorkKey, ShardEntry>& entries() const { return m_entries; }
    /// What is known of the tasks' data, by place in the plan.
    const std::map<std::uint16_t, TaskFacts>& tasks() const { return m_tasks; }
    /// Where results came from; ShardEntry::place is a place here.
    const std::vector<WorkPlace>& places() const { return m_places; }
    /// Results that were there twice; the first is kept, unless it was a failure that may pass.
    std::size_t doubles() const { return m_doubles; }
    /// Those of them that differ by more than one part in a thousand.
    const std::vector<ResultDifference>& differences() const { return m_differences; }
    /// Processor seconds behind the results.
    double seconds() const;

private:
    void checkData(std::uint16_t task, const TaskFacts& facts, const std::string& file) const;
    std::size_t placeNumber(const WorkPlace& place);
    void addEntry(ShardEntry entry);

    BenchmarkPlan m_plan;
    std::string m_planHash;
    std::map<WorkKey, ShardEntry> m_entries;
    std::map<std::uint16_t, TaskFacts> m_tasks;
    std::map<std::uint16_t, std::string> m_fileOfTask; ///< whose data they are, for messages
    std::vector<WorkPlace> m_places;
    std::size_t m_doubles = 0;
    std::vector<ResultDifference> m_differences;
};

} // namespace ktnas
